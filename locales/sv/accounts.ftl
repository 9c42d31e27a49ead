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
sign-in-again-typed = Det du skrev finns kvar. Det skickas när du har bekräftat.
sign-in-again-proven = Bekräftat
sign-in-again-kept = Det du skrev finns kvar. Fortsätt där du var.
sign-in-again-continue = Fortsätt
sign-in-again-leave = Tillbaka till startsidan
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

account-title = Eget konto
account-heading = Eget konto
account-choose-register = Välj det register som du vill arbeta i.
account-rights = Register och roller
account-here = du är här
account-go = Gå hit
account-own = Egna uppgifter
account-name = Namn
account-own-help = Registrets huvudanvändare ändrar namnet och användarnamnet.
account-language = Sidornas språk
account-language-save = Byt språk
account-language-saved = Språket har bytts.
account-signing-in = Inloggning
account-password-change = Byt lösenord
account-second-factor = Bekräftelse av inloggning
account-second-factor-title = Bekräftelse av inloggning
account-second-factor-change = Ändra
account-codes-set = autentiseringsapp i bruk
account-codes-unset = ingen autentiseringsapp
account-passkeys-count = { $count ->
    [0] inga nycklar
    [one] 1 nyckel
   *[other] { $count } nycklar
}
account-sessions = Enheter där du är inloggad
account-device-unknown = Okänd enhet
account-session-began = inloggad { $when }
account-session-seen = använd { $when }
account-session-this = den här enheten
account-session-end = Logga ut
account-session-ended = Sessionen har avslutats.
account-sessions-end-others = Logga ut från alla andra enheter
account-sessions-ended = De andra sessionerna har avslutats.
account-programs = Program och kalender
account-tokens = Åtkomstnycklar för program
account-tokens-title = Åtkomstnycklar för program
account-tokens-open = Öppna åtkomstnycklarna
account-tokens-count = { $count ->
    [0] inga åtkomstnycklar
    [one] 1 giltig
   *[other] { $count } giltiga
}
account-calendar = Kalenderflöde
account-calendar-title = Kalenderflöde
account-calendar-open = Öppna kalendern
account-shown-once = Kopiera detta nu. Det visas bara den här gången.

account-password-title = Byte av lösenord
account-password-heading = Byt lösenord
account-password-help = Bytet loggar ut dig från andra enheter.
account-password-do = Byt lösenord
account-password-changed = Lösenordet har bytts, och andra enheter har loggats ut.

account-must-enrol = Ditt register kräver att du bekräftar inloggningen. Ta en autentiseringsapp eller en nyckel i bruk för att fortsätta.
account-codes-what = Autentiseringsappen visar i telefonen en kod som växlar och som frågas efter lösenordet.
account-codes-begin = Ta appen i bruk
account-codes-renew = Byt till en annan telefon
account-codes-remove = Ta appen ur bruk
account-codes-take = Bekräfta koden
account-codes-done = Autentiseringsappen är i bruk.
account-codes-removed = Autentiseringsappen har tagits ur bruk.
account-passkey = Nyckel
account-passkeys = Nycklar
account-passkeys-what = Med en nyckel loggar du in med enhetens fingeravtryck, ansikte eller pinkod utan lösenord.
account-passkeys-script = Att skapa en nyckel förutsätter att webbläsaren kör sidans programkod (JavaScript).
account-passkey-name = Nyckelns namn
account-passkey-name-help = Till exempel den enhet där nyckeln finns: Arbetstelefonen.
account-passkey-add = Skapa en nyckel
account-passkey-failed = Enheten skapade ingen nyckel. Försök igen eller ta en autentiseringsapp i bruk.
account-passkey-added = Nyckeln är i bruk.
account-passkey-removed = Nyckeln har tagits bort.
account-passkey-made = skapad { $when }
account-passkey-used = använd { $when }
account-passkey-unused = inte använd
passkey-refused = Nyckeln godkändes inte. Försök igen.

account-calendar-what = Ditt kalenderprogram kan visa dina egna möten och dina uppgifters förfallodagar. Flödet innehåller inga namn. Adressen är hemlig: dela den inte.
account-calendar-issue = Skapa en adress
account-calendar-renew = Skapa en ny adress
account-calendar-renew-help = Flödet har redan en adress. En ny adress ersätter den, och den gamla slutar fungera.
account-calendar-revoke = Stäng adressen
account-calendar-revoked = Kalenderflödets adress har stängts.

account-tokens-what = Ett program använder dina rättigheter med en åtkomstnyckel, och varje användning antecknas i loggen. Ge nyckeln bara det som programmet behöver.
account-tokens-held = Giltiga åtkomstnycklar
account-tokens-none = Det finns inga åtkomstnycklar.
account-token-new = Ny åtkomstnyckel
account-token-name = Vad används nyckeln till?
account-token-name-help = Till exempel Statistikkörning.
account-token-right = Register och roll
account-token-reach = Vad får programmet göra?
account-token-read-only = läsa
account-token-read-write = läsa och ändra
account-token-resources = Vilka uppgifter?
account-token-resources-help = Om du inte väljer något kommer programmet åt alla uppgifter som din roll öppnar.
account-token-until = Sista giltighetsdag
account-token-until-help = Högst ett år från i dag.
account-token-issue = Skapa åtkomstnyckel
account-token-ends = upphör { $when }
account-token-revoke = Återkalla
account-token-revoked = Åtkomstnyckeln har återkallats.
token-name = Skriv vad nyckeln används till (högst 100 tecken).
token-right = Välj register och roll i listan.
token-reach = Välj vad programmet får göra.
token-resources = Välj uppgifter i listan.
token-end = Nyckeln kan gälla högst ett år, och sista dagen är i framtiden.
locale = Välj språk i listan.

# Slag av uppgifter, åtgärder och grunder: tabellen över rättigheter, åtkomstnycklar, loggar.
access-data-identity = Namn, beteckningar och kontaktuppgifter
access-data-basics = Basuppgifter
access-data-special = Särskilda personuppgifter
access-data-protected-address = Adress under spärrmarkering
access-data-service = Klientrelationer och perioder
access-data-care = Ansvariga arbetare
access-data-attendance = Närvaro
access-data-diary = Handledningsdagbok
access-data-goals = Mål
access-data-contacts = Kontakter och uppgifter
access-data-assessments = Bedömningar och kunnande
access-data-self-assessment = Klientens självbedömning
access-data-consents = Samtycken
access-data-disclosures = Utlämnanden
access-data-requests = Begäranden och begränsningar
access-data-documents = Handlingar
access-data-unsorted = Osorterade papper
access-data-paper = Pappersmappar
access-data-archive = Arkivpaket
access-data-statements = Utlåtanden och rapporter
access-data-decisions = Beslut
access-data-narratives = Klientberättelser
access-data-service-feedback = Respons på servicen
access-data-oversight = Användningslogg och nödåtkomst
access-data-duplicates = Dubbletter
access-data-allowance = Kostnadsersättningar
access-data-import = Import
access-action-read = Ser
access-action-write = Ändrar
access-action-admit = Tar emot som klient
access-action-export = Tar ut som fil
access-action-reveal = Får fram
access-action-merge = Slår ihop och skiljer åt
access-action-transfer = Packar för arkivet
access-action-copy = Kopierar åt klienten själv
access-action-extract = Läser för pseudonymiserat utdrag
access-condition-responsible-worker = som ansvarig arbetare eller vikarie
access-condition-group-coach = som handledare för klientens grupp
access-condition-same-register = alla klienter i registret
access-condition-emergency-opened = vid motiverad nödåtkomst, en begränsad tid
access-condition-link-held = som innehavare av länken, tills den har använts eller löpt ut
access-condition-consented-visibility = med klientens samtycke till synlighet, så länge samtycket gäller

accounts-title = Användare
accounts-heading = Användare och användarrättigheter
accounts-add = Lägg till en användare
accounts-add-title = Ny användare
accounts-add-do = Lägg till användaren
accounts-give-right = Ge en rättighet
accounts-open = Konton i bruk
accounts-closed = Stängda konton
accounts-more = Övriga uppgifter
accounts-name = Namn
accounts-name-help = Så som arbetskamraterna känner personen.
accounts-user-name-help = Personligt, till exempel förnamn.efternamn. Gemensamma konton skapas inte.
accounts-rights = Rättigheter
accounts-state = Läge
accounts-state-open = i bruk
accounts-state-waiting = väntar på ibruktagande
accounts-state-none = ingen gällande rättighet
accounts-state-closed = stängt
accounts-is-closed = Kontot är stängt eftersom dess sista rättighet har upphört. Det öppnas när du ger en ny rättighet.
accounts-duties = Huvudanvändarens uppgifter
accounts-added-heading = Användaren har lagts till
accounts-reopened = Kontot har öppnats på nytt
accounts-account-title = Användare
accounts-link-once = Kopiera länken för ibruktagande nu. Den visas bara den här gången.
accounts-link-what = Ge länken till personen själv, helst öga mot öga, när du har identifierat personen. Länken gäller i 7 dagar och fungerar en gång. Bara personen själv känner till lösenordet.
accounts-back = Tillbaka till användarna
accounts-renew = Ny länk för ibruktagande
accounts-renew-what = När lösenordet eller telefonen har försvunnit börjar användaren om: det gamla lösenordet, bekräftelsesätten, sessionerna och åtkomstnycklarna slutar genast fungera. Identifiera personen innan du ger länken.
accounts-renew-do = Skapa en ny länk
accounts-user-name-taken = Användarnamnet finns redan. Om personen har ett konto i ett annat register, ge det en rättighet.
accounts-due = Väntar på dig
accounts-due-none = Ingenting väntar på dig just nu.
accounts-feedback-due = { $count ->
    [one] En respons väntar på svar.
   *[other] { $count } responser väntar på svar.
}
accounts-enrolments-due = { $count ->
    [one] Ett konto väntar på att tas i bruk.
   *[other] { $count } konton väntar på att tas i bruk.
}
accounts-reviews = Granskning av rättigheter
accounts-reviews-title = Granskning av rättigheter
accounts-reviews-due = { $count ->
    [one] En rättighet väntar på granskning.
   *[other] { $count } rättigheter väntar på granskning.
}
accounts-reviews-every = { $months ->
    [one] varje månad
   *[other] var { $months }:e månad
}
accounts-reviews-none = Ingen rättighet väntar på granskning.
accounts-reviews-what = Behöver personen rättigheten fortfarande i sitt arbete? Om ja, märk den som granskad. Om nej, avsluta rättigheten.
accounts-review-keep = Behövs fortfarande
accounts-reviewed = Rättigheten är märkt som granskad.
user-name = Skriv användarnamnet utan mellanslag (högst 64 tecken): bokstäver, siffror och tecknen . - _ @ +
display-name = Skriv namnet (högst 100 tecken).

right-first = Första rättigheten
right-role-label = Roll
right-role-coach = Handleder klienter. Ser de klienter som handledaren ansvarar för eller vars grupp handledaren leder.
right-role-service-manager = Leder servicen. Ser alla klienter i registret.
right-role-main-user = Håller registret i ordning: användare, rättigheter, dubbletter och import. Ser inte dagboken.
right-role-data-protection-officer = Övervakar dataskyddet: ser vem som har tittat på vems uppgifter och granskar nödåtkomster.
right-role-records-officer = Ansvarar för förvaringstider och arkivering.
right-role-statistician = Ser siffror, inte människor.
right-role-partner = Tjänsteinnehavare vid en annan myndighet. Ser det som samtycke eller lag öppnar.
right-role-link-holder = Svarar på den enda sak som arbetaren gav länken till. Rollen ges inte till någon arbetare.
right-from = Gäller från
right-until = Sista dag
right-until-help = Lämna tomt om rättigheten gäller så länge som uppgiften.
right-addresses = Får se en adress under spärrmarkering
right-addresses-help = Varje visning antecknas i loggen. Ge bara om arbetsuppgiften kräver det.
right-user-name-help = Personen har redan ett konto i något av organisationens register.
right-no-such-user = Organisationen har inget sådant konto. Kontrollera stavningen eller lägg till en ny användare.
right-give-do = Ge rättigheten
right-given = Rättigheten har getts.
right-new-title = Ny rättighet
right-holds = gäller
right-later = börjar senare
right-over = upphört
right-reveals = ser adress under spärrmarkering
right-looked-at = given eller granskad { $when }
right-end = Avsluta rättigheten
right-end-title = Avslutande av rättighet
right-end-heading = Avsluta rättigheten
right-end-what = När kontots sista rättighet upphör stängs kontot, och dess sessioner och åtkomstnycklar slutar fungera.
right-end-until = Sista dag
right-end-until-help = Tidigast i dag. Slutet kan inte skjutas upp: ge då en ny rättighet.
right-end-do = Avsluta denna dag
right-end-now = Avsluta genast
right-ended = Rättighetens slut har sparats.
right-ends-earlier = Rättigheten upphör redan tidigare. Ge en ny rättighet om uppgiften fortsätter.
right-role = Välj en roll.
right-dates = Kontrollera dagarna: den sista dagen är den första eller senare, och en rättighet kan inte avslutas i det förflutna.
last-main-user = Registret måste ha en huvudanvändare. Ge först rättigheten till någon annan.

policy-title = Tabell över rättigheter
policy-heading = Tabell över rättigheter
policy-what = Vad varje roll får göra och på vilken grund. Det som inte finns i tabellen är förbjudet.
policy-data = Uppgifter
policy-may = Får göra
policy-nothing = Rollen kommer inte åt någon persons uppgifter.

register-title = Registrets inställningar
register-heading = Registrets inställningar
register-in-short = I korthet
register-controller = Personuppgiftsansvarig
register-profile = Profil
register-factor-offered = erbjuds
register-factor-required = obligatorisk
register-factor-strong = obligatorisk, med nyckel eller stark autentisering
register-idle = Sessionen slutar oanvänd
register-longest = Sessionen slutar senast
register-minutes = { $minutes ->
    [one] efter en minut
   *[other] efter { $minutes } minuter
}
register-hours = { $hours ->
    [one] efter en timme
   *[other] efter { $hours } timmar
}
register-fields-caption = Uppgifter som finns i det här registret
register-section = Del
register-fields = Uppgifter
register-purposes = Ändamål
register-retention = Förvaring
register-required = obligatorisk
register-special = särskild personuppgift
register-restricted = döljs vid spärrmarkering
