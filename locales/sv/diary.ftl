# Dagboken och dess utkast.
diary-title = Dagbok
diary-new-title = Ny anteckning
diary-entry-title = Dagboksanteckning
diary-correct-title = Rättelse av anteckning
diary-heading = { $name }: dagbok
diary-new = Ny anteckning
diary-all = Alla { $count }
diary-what-happened = Vad hände?
diary-day-and-kind = Dag, slag och mål
diary-text = Text
diary-dated = Dag
diary-dated-help = Till exempel 20.11., igår eller fre
diary-kind = Slag
diary-kind-note = notering
diary-kind-conversation = samtal
diary-kind-phone = telefonsamtal
diary-kind-message = meddelande
diary-kind-meeting = möte
diary-kind-observation = iakttagelse
diary-kind-memo = promemoria
diary-goal = Mål
diary-goals = Vilka mål gäller anteckningen?
diary-contact = Kontakten som anteckningen berättar om
diary-show = Visa
diary-empty = Det finns inga anteckningar i dagboken ännu.
diary-write-first = Skriv den första anteckningen
diary-none-chosen = Inga anteckningar motsvarar valet.
diary-total = { $count ->
    [one] { $count } anteckning
   *[other] { $count } anteckningar
}
diary-printed = utskrivet { $date }
diary-saved = Anteckningen är sparad.
diary-made = Antecknat av { $name } { $when }
diary-correct = Rätta anteckningen
diary-correct-help = Rättelsen syns i anteckningen. Den tidigare texten bevaras och kan visas på anteckningens sida.
diary-correct-save = Spara rättelsen
diary-reason = Orsak till rättelsen
diary-reason-help = Till exempel: fel dag, en annan klients ärende
diary-corrected = rättad { $when }
diary-corrected-by = Rättad { $when }, { $name }.
diary-because = Orsak: { $reason }
diary-corrected-done = Rättelsen är sparad. Den tidigare texten bevaras.
diary-corrected-meanwhile = Anteckningen har rättats under tiden. Kontrollera den nuvarande texten och spara din rättelse till den.
diary-stored-now = Sparad text
diary-earlier = { $count ->
    [one] Tidigare text
   *[other] Tidigare texter ({ $count })
}
diary-version = Version { $number }, { $when }
diary-text-missing = Skriv vad som hände.
diary-text-long = Förkorta texten: den kan ha högst 20 000 tecken.
diary-date-ahead = Anteckningen berättar om det som redan har hänt. Välj dagens datum eller ett tidigare.
diary-reason-missing = Skriv orsaken till rättelsen.
diary-reason-long = Förkorta orsaken: den kan ha högst 500 tecken.
diary-correction-same = Ändra texten eller andra uppgifter: nu är de samma som förut.
diary-kind-unknown = Välj ett slag i listan.
diary-link-unknown = Välj bland den här klientens mål och kontakter.
drafts-saved = sparat { $when }
drafts-saved-told = Utkastet sparat { $when }
drafts-saved-done = Utkastet är sparat. Bara du ser det.
drafts-discard = Förkasta utkastet
drafts-discarded = Utkastet är förkastat.
drafts-continue = Fortsätt med det
drafts-another = Du har ett annat utkast också, sparat { $when }.
drafts-kept-here = Sparat på den här enheten – ingen förbindelse
drafts-only-here = Ingen förbindelse – texten finns bara på den här sidan. Stäng inte sidan.
drafts-signed-out = Din session är slut. Texten finns på den här sidan: logga in på en annan flik, så sparas den.
drafts-refused = Utkastet kunde inte sparas. Texten finns på den här sidan.
drafts-restored = Utkastet som blev kvar på den här enheten är nu sparat. Ladda om sidan för att se det.
drafts-too-long = Förkorta texten: utkastet är för långt att spara.
