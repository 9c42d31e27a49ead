# Anvisningar och introduktion.
training-title = Anvisningar och introduktion
training-what = Vem som har fått lära sig vad och när, och när det ska göras om.
training-none = Inga anvisningar har antecknats ännu. Börja med att lägga till en.
training-worker = Arbetstagare
training-role = Roll
training-standing = Läge
training-missing = inte genomgått
training-ran-out = föråldrad { $day }
training-taught = genomgått { $day }
training-until = gäller till { $day }
training-every = på nytt var { $months }:e månad
training-once = en gång
training-new = Lägg till en anvisning
training-name = Anvisningens namn
training-title-missing = Skriv anvisningens namn.
training-content = Var anvisningen finns eller vad den säger
training-content-help = En länk eller en kort beskrivning.
training-months = Görs om efter, månader
training-months-help = Tomt betyder att en gång räcker.
training-months-number = Skriv månaderna med siffror, 1–120.
training-roles = För vilka
training-roles-missing = Välj minst en roll.
training-write = Lägg till anvisningen
training-written = Anvisningen har lagts till.
training-long = Texten är för lång.
training-retire = Ta ur bruk
training-retired = Anvisningen har tagits ur bruk.
training-retired-ones = Anvisningar som tagits ur bruk
training-give = Anteckna introduktion
training-give-do = Anteckna introduktionen
training-instruction = Anvisning
training-given-on = När
training-given-on-help = Tomt betyder i dag.
training-given = Introduktionen har antecknats.
training-account-missing = Välj arbetstagare.
training-instruction-missing = Välj anvisning.
training-ahead = Dagen kan inte ligga i framtiden.
training-already = Det har redan antecknats för samma dag.
training-due = { $count ->
    [one] En introduktion saknas eller är föråldrad
   *[other] { $count } introduktioner saknas eller är föråldrade
}
