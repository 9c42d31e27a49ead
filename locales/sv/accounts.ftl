# Inloggning, ibruktagande, eget konto, användare och rättigheter.
sign-in-title = Inloggning
sign-in-heading = Logga in
sign-in-user-name = Användarnamn
sign-in-password = Lösenord
sign-in-do = Logga in
sign-in-by-passkey = Logga in med nyckel
sign-in-help = Har du glömt lösenordet eller bytt telefon? Be registrets huvudanvändare om en ny länk för ibruktagande.
sign-in-wrong = Användarnamnet eller lösenordet är fel. Kontrollera båda och försök igen.
sign-in-no-right = Ditt konto har ingen rättighet som gäller i dag. Kontakta registrets huvudanvändare.
sign-in-wait = { $seconds ->
    [one] För många försök. Försök igen om en sekund.
   *[other] För många försök. Försök igen om { $seconds } sekunder.
}
sign-in-passkey-failed = Nyckeln svarade inte. Försök igen eller logga in på ett annat sätt.
sign-in-passkey-wrong = Nyckeln godkändes inte. Försök igen eller logga in på ett annat sätt.
sign-in-password-wrong = Lösenordet är fel. Försök igen.
sign-in-second-title = Bekräftelse av inloggning
sign-in-second-heading = Bekräfta inloggningen
sign-in-code = Engångskod
sign-in-code-help = Sex siffror från autentiseringsappen i din telefon.
sign-in-confirm = Bekräfta
sign-in-second-help = Har du inte appen till hands? Be registrets huvudanvändare om en ny länk för ibruktagande.
sign-in-as-another = Logga in som en annan användare
sign-in-again-title = Bekräftelse av identitet
sign-in-again-heading = Bekräfta att det är du
sign-in-again-why = Nästa åtgärd är särskilt skyddad. Bekräftelsen gäller i 15 minuter, och du kan fortsätta genast.
sign-in-signed-out = Du har loggat ut.

code-wrong = Koden är fel eller redan använd. Vänta på nästa kod i appen och skriv den.
code-offer-expired = Väntetiden för koden tog slut. Läs den nya bilden med appen och skriv koden som den visar.
password-short = Lösenordet måste ha minst 8 tecken.
password-short-alone = Utan autentiseringsapp måste lösenordet ha minst 15 tecken. Förläng lösenordet eller ta appen i bruk.
password-long = Lösenordet får ha högst 256 tecken.
password-common = Lösenordet är lätt att gissa. Välj till exempel flera ord som inte hör ihop.
second-factor-needed = Det här registret kräver starkare autentisering. Ta en autentiseringsapp eller en nyckel i bruk.
second-factor-last = Det sista bekräftelsesättet kan inte tas bort. Ta först ett annat i bruk.

enrolment-title = Ibruktagande av konto
enrolment-heading = Ta ditt konto i bruk
enrolment-code = Kod för ibruktagande
enrolment-code-why = Du fick en länk av huvudanvändaren. Om fältet är tomt, klistra in slutet av länken, det som står efter tecknet #.
enrolment-code-dead = Koden fungerar inte: den är använd, för gammal eller felskriven. Be huvudanvändaren om en ny länk.
enrolment-user-name = Ditt användarnamn är
enrolment-password-heading = Lösenord
enrolment-password = Nytt lösenord
enrolment-password-help = Långt är bra, till exempel flera ord. Specialtecken behövs inte.
enrolment-password-again = Samma lösenord på nytt
enrolment-passwords-differ = Lösenorden är inte lika. Skriv samma lösenord i båda fälten.
enrolment-factor-heading = Autentiseringsapp
enrolment-factor-why = Autentiseringsappen visar i telefonen en kod som du bekräftar inloggningen med. Läs bilden med appen, eller skriv nyckeln för hand.
enrolment-factor-code = Koden som appen visar
enrolment-factor-help = Om du lämnar fältet tomt måste lösenordet ha minst { $characters } tecken, och registret kan ändå kräva appen.
enrolment-qr = Bild som autentiseringsappen läser
enrolment-secret = Nyckel att skriva för hand:
enrolment-do = Ta kontot i bruk
