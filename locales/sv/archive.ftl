# Arkivpaket.
archive-title = Arkivpaket
archive-what = Klienter vars förvaringstid har gått ut efter att samarbetet avslutades. Paketet görs på klientens sida.
archive-heading = { $name }: arkivpaket
archive-show = Visa
archive-over = Förvaringstiden har gått ut
archive-over-none = Ingens förvaringstid har gått ut i denna klass.
archive-ended = avslutades { $day }
archive-empty = Inget arkivpaket har gjorts om klienten.
archive-new = Nytt arkivpaket
archive-new-help = Paketet innehåller klientens uppgifter med metadata (uppgiftsklass, offentlighet, sekretess, förvaringstid) och handlingarna. Det öppnas utan detta system. Att det görs och hämtas antecknas i loggen.
archive-ask = Gör paketet
archive-asked-done = Paketet görs. Det kan hämtas när det är klart.
archive-asked-already = Det förra paketet är ännu under arbete. Vänta tills det är klart.
archive-not-made-yet = Paketet är ännu under arbete.
archive-package = Paket { $when }
archive-asker = Begärt av
archive-state-asked = under arbete
archive-state-made = klart
archive-state-stopped = avbröts
archive-waits = Paketet görs efter annat arbete. Öppna sidan på nytt om en stund.
archive-stopped = Paketet blev inte färdigt eftersom din rätt upphörde eller behandlingen av klientens uppgifter begränsades. Be om paketet på nytt.
archive-made = Blev klart
archive-holds = Innehåll
archive-counts = { $records ->
    [one] en anteckning
   *[other] { $records } anteckningar
}, { $documents ->
    [one] en handling
   *[other] { $documents } handlingar
}
archive-left-out = { $count ->
    [one] En handling lämnades bort, eftersom den inte har kontrollerats mot virus.
   *[other] { $count } handlingar lämnades bort, eftersom de inte har kontrollerats mot virus.
}
archive-fetch = Hämta paketet
archive-fetched = Hämtat
archive-publicity-public = offentlig
archive-publicity-partly = delvis sekretessbelagd
archive-publicity-secret = sekretessbelagd
archive-personal-data = innehåller personuppgifter
archive-secrecy-private-life = 50 år från personens död eller, om uppgift om den saknas, 100 år (621/1999 31 § 2 mom.)
archive-secrecy-no-period = lagen enligt vilken uppgifterna är sekretessbelagda ger ingen tid
archive-keep-years = { $years } år
archive-keep-days = { $days } dagar
archive-keep-months = { $months } månader
archive-keep-while-consented = så länge samtycket är i kraft
archive-keep-permanently = varaktigt
archive-from-relationship-ended = klientförhållandet avslutades
archive-from-record-made = handlingen upprättades
archive-from-year-ended = kalenderåret tog slut
archive-from-financial-year-ended = räkenskapsåret tog slut
archive-from-consent-ended = samtycket upphörde
archive-from-entered = uppgifterna registrerades
archive-from-event-held = evenemanget hölls
archive-then-destroy = förstörs
archive-then-archive = överförs till arkivet
archive-meta-tehtavaluokka = Uppgiftsklass
archive-meta-julkisuusluokka = Offentlighetsklass
archive-meta-salassapitoperuste = Sekretessgrund
archive-meta-salassapitoaika = Sekretesstid
archive-meta-henkilotietoluonne = Personuppgifter
archive-meta-sailytysluokka = Förvaringsklass
archive-meta-sailytysaika = Förvaringstid
archive-meta-sailytysajan-alku = Förvaringstiden börjar
archive-meta-sailytysajan-peruste = Grund för förvaringstiden
archive-meta-sailytysajan-jalkeen = Efter förvaringstiden
archive-paper-title = Arkivpaketets uppgifter
archive-paper-person = Person
archive-paper-documents = Handlingar
archive-paper-file = Fil
archive-paper-name = Titel
archive-paper-day = Dag
archive-read-me-what = Detta är ett arkivpaket: en klients uppgifter ur registret { $register } (personuppgiftsansvarig { $controller }), gjort { $day }. Paketet är en vanlig zip-fil, och systemet som det gjordes ur behövs inte för att läsa det.
archive-read-me-files = tiedot.pdf: alla uppgifter i läsbar form (PDF/A-2a). tiedot.json och tiedot.xml: samma uppgifter för program, UTF-8. asiakirjat/: handlingarnas filer som de sparats. manifesti.json: storlek och kontrollsumma för varje fil. tarkistussummat.sha256: samma summor.
archive-read-me-metadata = Varje uppgiftsgrupp och handling har metadata: uppgiftsklass, offentlighetsklass, sekretessgrund och sekretesstid, personuppgifter samt förvaringstid med grund.
archive-read-me-secret = Uppgifterna är sekretessbelagda om inte metadata säger annat. Om sekretesstiden för en myndighets handling föreskrivs i lag { $act }.
archive-read-me-whole = Att paketet är helt kan kontrolleras med kommandot: sha256sum --check tarkistussummat.sha256
archive-read-me-not = Paketet innehåller inte registrets egna uppgifter om personen: samtycken, utlämnanden, begäranden och åtkomstlogg. De bevaras i registret enligt sina egna förvaringstider. Handlingar som inte har kontrollerats mot virus har lämnats bort.
