# Sidans ram: topp och fot, menyer, felsidor.
frame-product = Polku
frame-wait = Ett ögonblick, begäran behandlas…
frame-skip = Gå till innehållet
frame-register = Register:
frame-navigation = Huvudmeny
frame-find-label = Sök klient
frame-find-hint = Sök klient med namn eller nummer
frame-find-do = Sök
frame-find-wait = Söker…
frame-find-failed = Sökningen misslyckades. Försök igen med Enter.
frame-found = { $count ->
    [0] Ingen hittades
    [one] En hittades
   *[other] { $count } hittades
}
frame-others = Andra
frame-own-menu = Egen meny:
frame-account = Eget konto
frame-keys = Kortkommandon
frame-keys-on = på
frame-keys-off = av
frame-sign-out = Logga ut
frame-switch = Byt register eller roll
frame-accessibility = Tillgänglighetsutlåtande
frame-privacy = Dataskyddsbeskrivning
frame-language = Språk

nav-today = I dag
nav-clients = Klienter
nav-attendance = Närvaro
nav-tasks = Uppgifter
nav-plans = Planer
nav-reports = Rapporter
nav-register = Register
nav-import = Import
nav-admin = Administration

role-coach = Handledare
role-service-manager = Serviceansvarig
role-main-user = Huvudanvändare
role-data-protection-officer = Dataskyddsombud
role-records-officer = Ansvarig för dokumentförvaltningen
role-statistician = Statistiker
role-partner = Samarbetspartens tjänsteinnehavare
role-client = Klient

problem-bad-request = Begäran kunde inte tolkas
problem-bad-request-what = Det fanns något i uppgifterna som systemet inte kunde läsa.
problem-bad-request-next = Gå tillbaka till föregående sida, kontrollera uppgifterna och skicka dem på nytt.
problem-signed-out = Logga in på nytt
problem-signed-out-what = Din session har avslutats.
problem-signed-out-next = Logga in och fortsätt där du slutade.
problem-step-up = Bekräfta att det är du
problem-step-up-what = Den här funktionen kräver starkare identifiering än inloggningen.
problem-step-up-next = Efter bekräftelsen återvänder du till samma ställe.
problem-not-found = Sidan hittades inte
problem-not-found-what = Det finns ingenting på den här adressen.
problem-not-found-next = Kontrollera adressen eller sök på nytt.
problem-conflict = Någon annan hann före
problem-conflict-what = Samma uppgift ändrades medan du redigerade den.
problem-conflict-next = Gå tillbaka till föregående sida, se den nya uppgiften och gör din ändring i den.
problem-too-large = För stor fil eller text
problem-too-large-what = Det du skickade är större än vad systemet tar emot.
problem-too-large-next = Gör filen mindre eller dela upp den och skicka på nytt.
problem-too-many = För många försök
problem-too-many-what = Samma funktion har använts för många gånger på kort tid.
problem-too-many-next = Vänta en stund och försök sedan igen.
problem-internal = Det är fel i systemet
problem-internal-what = Felet är vårt, inte ditt. Det har antecknats för administrationen.
problem-internal-next = Försök igen. Om felet upprepas, uppge referensnumret till huvudanvändaren.
problem-unavailable = Tjänsten är tillfälligt ur bruk
problem-unavailable-what = Systemet underhålls eller är överbelastat.
problem-unavailable-next = Försök igen om några minuter.
problem-work-saved = Det du hann göra är sparat.
problem-work-kept = Dina ändringar sparades inte, men de finns kvar på föregående sida. Du kommer till dem med webbläsarens Tillbaka-knapp.
problem-work-not-saved = Dina ändringar sparades inte.
idempotency-key-used = En annan begäran har redan sänts med samma Idempotency-Key. Sänd den här med en ny nyckel.
problem-reference = Referensnummer { $reference }
problem-to-start = Gå till början
problem-to-sign-in = Logga in
problem-to-step-up = Bekräfta
