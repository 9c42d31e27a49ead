# Dataskyddsbeskrivning och register över behandling.
notice-of = Dataskyddsbeskrivning: { $register }
notice-title = Dataskyddsbeskrivning
notice-unpublished = Beskrivningen har inte publicerats ännu. Här är vad registret nu berättar om sig självt.
notice-version-of = Version { $version }, { $day }
notice-as-page = Som sida
notice-as-json = Som JSON-fil
notice-as-note = Underskrift
notice-other-versions = Andra versioner
notice-publishing = Publicering
notice-publish = Publicera en ny version
notice-published = Dataskyddsbeskrivningen har publicerats.
notice-published-meanwhile = Någon annan publicerade en ny version under tiden. Kontrollera ändringarna på nytt.
notice-see = Visa beskrivningen
notice-unchanged = Den publicerade beskrivningen motsvarar registrets nuvarande inställningar.
notice-changed = Registrets inställningar har ändrats efter publiceringen:
notice-added = Nytt
notice-removed = Borttaget
notice-contacts = De som sköter uppgifterna
notice-contacts-help = Skriv namn, telefon och e-post så som de får berättas offentligt.
notice-contact-long = Förkorta till högst 200 tecken.
notice-contacts-saved = Sparat. Ändringen syns i beskrivningen när du publicerar en ny version.
notice-contents = Beskrivningens punkter
notice-part-of = Registret är en del av registret { $register }.
notice-controller = Personuppgiftsansvarig
notice-business-id = FO-nummer
notice-address = Adress
notice-web = Webbplats
notice-shares = Fördelning av uppgifterna
notice-no-office = Någon särskild person har inte utsetts för uppgiften. Kontakta den personuppgiftsansvarige.
notice-duty-represents = Den personuppgiftsansvariges företrädare
notice-duty-responsible = Registeransvarig
notice-duty-contact = Kontaktperson
notice-duty-data-protection-officer = Dataskyddsombud
notice-duty-main-user = Huvudanvändare
notice-duty-system-keeper = Ansvarig för systemet
notice-statistics = Uppgifter används för planering och statistik endast så att ingen kan identifieras.
notice-pseudonymous = utan personbeteckningar
notice-anonymous = anonymt
notice-article = Artikel { $article } i EU:s allmänna dataskyddsförordning
notice-bases-past = Tidigare grunder som äldre uppgifter stöder sig på
notice-secret = Uppgifterna om klienter är sekretessbelagda: { $law }.
notice-publicity-partly = Delvis offentliga är:
notice-publicity-public = Offentliga är:
notice-statutory-classes = I registret införs de uppgiftsgrupper som föreskrivs i lag:
notice-necessity = Uppgifter om hälsa, missbruk och andra särskilda uppgifter antecknas endast när de är nödvändiga. Vid varje uppgift antecknas varför den behövs och varifrån den kommer.
notice-records = Uppgifter som uppkommer under servicen
notice-channels = Uppgifter tas emot så här: { $channels }.
notice-permission-person = Personen berättar själv
notice-permission-consent = Med klientens samtycke
notice-permission-law = Med stöd av lag
notice-permission-joint-service = Mellan aktörerna i den sektorsövergripande samservicen
notice-permission-contract = Med stöd av avtal
notice-permission-same-controller = Inom samma personuppgiftsansvarigas verksamhet
notice-permission-anonymous = Endast anonymt
notice-adequacy-eea = EU eller EES
notice-adequacy-decision = kommissionens beslut om adekvat skyddsnivå
notice-adequacy-safeguard = skyddsåtgärd enligt artikel 46 i dataskyddsförordningen
notice-adequacy-none = inte adekvat skydd, uppgifter överförs inte
notice-paper = Material på papper
notice-processors = Personuppgiftsbiträden
notice-head-processor = Biträde
notice-head-service = Tjänst
notice-head-country = Land
notice-recipients = Till vem uppgifter kan lämnas
notice-grounds = Grunder för utlämnande
notice-despite-secrecy = trots sekretessen
notice-marking = Utlämnade handlingar förses med anteckningen ”{ $marking }”. Varje utlämnande antecknas: vad, till vem, på vilken grund och vem som beslutade.
notice-not-joined = Registret samkörs inte med andra register.
notice-exchange-in = Uppgifter tas emot
notice-exchange-out = Uppgifter lämnas
notice-accounts = Registret används endast med en personlig användarkod som huvudanvändaren ger tillsammans med åtkomsträtten.
notice-factor-offered = Inloggning kräver lösenord. En andra identifieringsfaktor kan tas i bruk.
notice-factor-required = Inloggning kräver utöver lösenord en andra identifieringsfaktor eller en nyckel.
notice-factor-strong = Inloggning kräver stark autentisering och en roll som ger rätt endast till de uppgifter som behövs i arbetet.
notice-idle = Sessionen stängs när användaren har varit overksam i { $count } minuter.
notice-right-ends = Åtkomsträtten och med den koden upphör när den anställda lämnar den uppgift som rätten gavs för.
notice-rights-reviewed = Åtkomsträtterna granskas med { $count } månaders mellanrum.
notice-looks-recorded = Varje granskning och ändring av uppgifter antecknas i loggen: vem, vems uppgifter, vad, när, varför och på vilken grund. Loggen kan inte ändras obemärkt.
notice-roles = Vem använder registret och till vad
notice-manual = Manuellt material
notice-electronic = Elektroniska uppgifter
notice-access = Åtkomsträttigheter
notice-main-user = Huvudanvändarens uppgifter
notice-sealed = Namn, beteckningar, kontaktuppgifter, texter och särskilda uppgifter är krypterade med en egen nyckel för varje person.
notice-head-class = Uppgifter
notice-head-keep = Förvaringstid
notice-head-then = Därefter
notice-head-ground = Grund
notice-years = { $count ->
    [one] ett år
   *[other] { $count } år
}
notice-days = { $count ->
    [one] en dag
   *[other] { $count } dagar
}
notice-months = { $count ->
    [one] en månad
   *[other] { $count } månader
}
notice-within-days = { $count ->
    [one] en dag
   *[other] { $count } dagar
}
notice-within-months = { $count ->
    [one] en månad
   *[other] { $count } månader
}
notice-from-relationship-ended = efter att klientförhållandet upphört
notice-from-record-made = efter att uppgiften antecknats
notice-from-year-ended = efter kalenderårets slut
notice-from-financial-year-ended = efter räkenskapsperiodens slut
notice-from-consent-ended = efter att samtycket upphört
notice-from-entered = efter att uppgiften förts in i systemet
notice-from-event-held = efter evenemanget
notice-while-consented = så länge samtycket gäller
notice-permanently = varaktigt
notice-then-archive = Arkiveras
notice-then-destroy = Förstörs
notice-informed = Klienten informeras om registret när servicen börjar, och informationen antecknas.
notice-no-automation = Inga automatiska beslut fattas om klienter, och de profileras inte.
notice-cookie-session = Session
notice-cookie-device = Känd webbläsare
notice-cookie-language = Språk
notice-cookie-flash = Meddelande
notice-dated = Datum
notice-version = Version
notice-verifier = Nyckel för kontroll av underskriften
notice-right-information = Rätt att få information om hur dina uppgifter behandlas (artiklarna 13 och 14).
notice-right-access = Du har rätt att se uppgifterna om dig själv, få en kopia av dem och veta vem som har tittat på dem och varför (artikel 15).
notice-right-rectification = Du har rätt att kräva att en felaktig eller bristfällig uppgift rättas (artikel 16).
notice-rectified = Den som ansvarar för klientprocessen rättar uppgiften. Den ursprungliga förblir synlig för dem som får se den, och mottagarna informeras om rättelsen.
notice-right-erasure = Rätt att få uppgifterna raderade om det inte längre finns laglig grund för behandlingen (artikel 17).
notice-right-restriction = Rätt att begränsa behandlingen, till exempel medan uppgifternas riktighet utreds (artikel 18).
notice-right-portability = Rätt att få de uppgifter du själv lämnat i maskinläsbar form och överföra dem när behandlingen grundar sig på samtycke eller avtal (artikel 20).
notice-right-objection = Rätt att göra invändningar mot behandling som grundar sig på allmänt intresse (artikel 21).
notice-right-withdrawal = Rätt att när som helst återkalla ett samtycke lika lätt som du gav det (artikel 7).
notice-rights-depend = Vilka rättigheter du har beror på vad behandlingen grundar sig på.
notice-request-channels = Begäran kan också göras så här: { $channels }. Alla sätt duger.
notice-addressee = Begäran riktas till: { $to }.
notice-answered-within = Begäran besvaras inom { $time } efter att den kommit in.
notice-extension = I ett krävande ärende kan tiden förlängas med { $time }. Förlängningen meddelas med skäl.
notice-free = Det är avgiftsfritt att använda rättigheterna.
notice-refusal = Om begäran avslås får du ett skriftligt svar med motivering och uppgift om hur du kan anföra klagomål.
notice-routes = Begäran som hör till en annan myndighet
notice-complaint = Du kan lämna in klagomål till tillsynsmyndigheten: { $supervisor }.
notice-held-for = Till vad uppgifterna används: { $purposes }
notice-head-field = Uppgift
notice-head-guarded = Skydd
notice-head-kept = Förvaringstid
notice-special = särskild uppgift
notice-necessity-stated = nödvändigheten motiveras
notice-restricted = dold vid spärrmarkering
notice-field-sealed = krypterad
notice-record-title = Register över behandling
notice-record-controller = Personuppgiftsansvarig och kontaktuppgifter (artikel 30.1 { $point })
notice-record-purposes = Ändamålen med behandlingen (artikel 30.1 { $point })
notice-record-bases = Grunderna för behandlingen (artikel 30.1 { $point })
notice-record-people = Kategorier av registrerade (artikel 30.1 { $point })
notice-record-content = Kategorier av personuppgifter (artikel 30.1 { $point })
notice-record-recipients = Kategorier av mottagare (artikel 30.1 { $point })
notice-record-transfers = Överföringar till tredjeland (artikel 30.1 { $point })
notice-record-retention = Tidsfrister för radering (artikel 30.1 { $point })
notice-record-protection = Säkerhetsåtgärder (artikel 30.1 { $point })
