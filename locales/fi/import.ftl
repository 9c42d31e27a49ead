# Rekisterien tuonti. Huomautukset eivät koskaan toista solun sisältöä.
import-title = Tuonti
import-lead = Tuo asiakkaat, läsnäolot ja päiväkirjat vanhasta rekisteristä tai taulukosta. Mitään ei viedä rekisteriin ennen kuin olet nähnyt, mitä tiedostosta tulee.
import-new = Uusi tuonti
import-file = Tiedosto
import-file-help = CSV tai XLSX, enintään 30 megatavua.
import-system = Mistä järjestelmästä tai taulukosta tiedosto on?
import-system-help = Esimerkiksi Pajarekisteri. Käytä samaa nimeä joka kerta: sen ja numeron avulla sama asiakas tunnistetaan seuraavassa tuonnissa.
import-system-missing = Kirjoita, mistä järjestelmästä tai taulukosta tiedosto on.
import-system-long = Lyhennä järjestelmän nimeä. Siihen mahtuu 100 merkkiä.
import-upload = Lue tiedosto
import-runs = Tuonnit
import-none = Mitään ei ole vielä tuotu.
import-begun = Aloitettu
import-state = Tila
import-rows = Rivejä tuotu
import-state-arriving = kesken
import-state-uploaded = sarakkeet päätettävänä
import-state-checking = tarkistetaan
import-state-checked = tarkistettu
import-state-staging = tuodaan
import-state-published = tuotu
import-state-discarded = peruttu
import-run-heading = Tuonti: { $system }
import-back = Kaikki tuonnit

# Sarakkeet
import-columns = Sarakkeet
import-columns-lead = Tarkista, mitä kukin sarake tarkoittaa. Päätöksesi muistetaan, kun tuot seuraavan kerran samanlaisen taulukon.
import-columns-open = Muuta sarakkeita
import-sheet-only = Tiedosto
import-sheet-rows = { $count ->
    [one] { $count } rivi otsikkorivin alla
   *[other] { $count } riviä otsikkorivin alla
}
import-sheet-kind = Mitä taulukossa on?
import-kind-clients = Asiakkaat, yksi rivillä
import-kind-attendance = Läsnäolot, päivät sarakkeina
import-kind-diary = Päiväkirja, yksi merkintä rivillä
import-kind-nothing = Taulukkoa ei tuoda
import-kind-changed = Taulukon sisältö vaihtui. Tarkista sarakkeet ja jatka.
import-told-by = Keneltä tiedot on saatu?
import-lacking = Tässä rekisterissä ei ole näitä tietoja, joten sarakkeita ei tuoda: { $columns }
import-necessity = Miksi tieto on välttämätön: { $field }
import-necessity-help = Perustelu tallennetaan jokaisen asiakkaan tiedon viereen.
import-column-letter = Sarake { $letter }
import-days = { $count ->
    [one] Yksi päivä sarakkeena
   *[other] { $count } päivää sarakkeina
}
import-meaning-skip = Ei tuoda
import-meaning-number = Asiakkaan numero vanhassa järjestelmässä
import-meaning-full-name = Koko nimi, sukunimi ensin
import-meaning-who = Asiakkaan numero tai nimi
import-meaning-note = Teksti lähetteen saatteeseen
import-meaning-day = Päivän merkintä
import-meaning-entry-date = Merkinnän päivä
import-meaning-entry-text = Merkinnän teksti
import-meaning-entry-author = Merkinnän kirjoittaja
import-check-do = Tarkista tiedosto

# Mitä pitää päättää toisin
import-plan-sheets = Taulukoiden määrä ei vastaa tiedostoa. Lue tiedosto uudelleen.
import-plan-nothing = Valitse, mitä ainakin yhdessä taulukossa on.
import-plan-source = Valitse, keneltä tiedot on saatu.
import-plan-kind = Tässä rekisterissä ei pidetä tällaisia tietoja. Valitse muu sisältö tai jätä taulukko tuomatta.
import-plan-columns = Sarakkeiden määrä ei vastaa taulukkoa. Lue tiedosto uudelleen.
import-plan-misfit = Tällaisessa taulukossa ei voi olla tätä tietoa. Valitse toinen merkitys.
import-plan-twice = Kaksi saraketta tarkoittaa samaa. Valitse toiselle muu merkitys.
import-plan-necessity = Kirjoita, miksi tieto on välttämätön, tai jätä sarake tuomatta.
import-plan-name = Valitse sarake, jossa on nimi tai sukunimi.
import-plan-who = Valitse sarake, jossa on asiakkaan numero tai nimi.
import-plan-days = Taulukossa ei ole sarakkeita, joiden otsikkona on päivä.
import-plan-entry = Valitse sarakkeet, joissa ovat merkinnän päivä ja teksti.

# Tarkistus ja tuonti
import-under-way-checking = Tiedostoa tarkistetaan
import-under-way-staging = Tiedostoa tuodaan
import-under-way-help = Voit sulkea sivun. Muut voivat käyttää järjestelmää, eikä kukaan näe tuotavaa ennen kuin kaikki on valmista.
import-refresh = Päivitä tilanne
import-stopped = Työ keskeytyi. Rekisteriin ei tullut tiedostosta mitään. Peru tuonti ja yritä uudelleen.
import-report = Tuonnin raportti
import-report-none = Huomautettavaa ei ole.
import-report-file = Lataa raportti (CSV)
import-report-sheet = Taulukko
import-report-row = Rivi
import-report-column = Sarake
import-report-weight = Mitä rivistä tulee
import-report-what = Huomautus
import-report-all = Kaikki
import-report-remarks = Huomautuksia
import-report-earlier = Edelliset
import-report-later = Seuraavat
import-weight-refused = Ei tuoda
import-weight-refused-done = Ei tuotu
import-weight-remark = Tuodaan
import-weight-remark-done = Tuotu
import-weight-known = On jo rekisterissä
import-tally = Rivit
import-tally-rows = Rivejä
import-tally-imported = Tuodaan
import-tally-imported-done = Tuotu
import-tally-known = On jo rekisterissä
import-tally-refused = Ei tuoda
import-tally-refused-done = Ei tuotu
import-tally-marks = Läsnäolomerkintöjä
import-start-question = Tuodaanko { $count } riviä rekisteriin?
import-start-consequence = Rivit tulevat näkyviin kaikki yhtä aikaa. Listatut rivit, joita ei tuoda, jäävät pois.
import-start-none = Tiedostossa ei ole mitään tuotavaa.
import-start-do = Tuo rekisteriin
import-give-up-do = Peru tuonti
import-published = Tiedosto on tuotu rekisteriin.
import-discarded = Tuonti peruttiin. Tiedostosta ei tullut rekisteriin mitään.
import-done-given-up = Tuonti peruttiin.
import-another-under-way = Toista tiedostoa tuodaan parhaillaan. Yritä uudelleen, kun se on valmis.
import-changed-meanwhile = Tuonti eteni sillä välin. Tässä on nykyinen tilanne.
import-job-checked = Tiedosto on tarkistettu.
import-job-published = Tiedosto on tuotu.

# Tiedosto, jota ei voi lukea
import-file-missing = Valitse tiedosto.
import-file-empty = Tiedosto on tyhjä.
import-file-too-large = Tiedosto on liian suuri. Jaa se osiin.
import-file-rows = Tiedostossa on liikaa rivejä. Jaa se osiin, joissa on enintään 300 000 riviä.
import-file-columns = Tiedostossa on liikaa sarakkeita. Niitä saa olla enintään 400.
import-file-cell = Jokin solu on liian pitkä. Tarkista, että lainausmerkit ovat pareittain.
import-file-old = Tiedosto on vanhaa Excel-muotoa tai salasanan takana. Tallenna se XLSX- tai CSV-muodossa ilman salasanaa.
import-file-kind = Tiedosto ei ole CSV eikä XLSX. Tallenna taulukko jommassakummassa muodossa.
import-file-broken = Tiedosto on rikki. Avaa se taulukko-ohjelmassa ja tallenna uudelleen.

# Huomautukset riveistä
import-name-missing = Nimi puuttuu.
import-same-code = Sama henkilötunnus on jo rivillä { $row }.
import-same-name = Sama nimi ja syntymäaika on jo rivillä { $row }. Jos henkilöt ovat eri ihmisiä, lisää numero tai henkilötunnus.
import-known-code = Henkilö on jo rekisterissä.
import-known-number = Henkilö tuli jo aikaisemmassa tuonnissa.
import-number-of-another = Samalla numerolla tuli aikaisemmin toinen henkilö. Tarkista numero ja nimi.
import-code-missing = Henkilötunnus puuttuu.
import-worker-unknown = Työntekijää ei tunnistettu nimestä. Merkitse vastuutyöntekijä asiakkaan sivulla.
import-protection-found = Saatteessa mainitaan turvakielto. Osoite merkittiin suojatuksi.
import-relationship-without-start = Asiakassuhteen alkamispäivä puuttuu, joten asiakassuhdetta ei tuoda.
import-notes-left-out = Saatteen tekstiä ei tuoda, koska asiakassuhdetta ei tule.
import-basis-missing = Asiakkuuden peruste puuttuu. Perusteeksi tulee Ei tietoa.
import-end-ahead = Päättymispäivä on tulossa. Asiakassuhde jää avoimeksi, ja päivä kirjataan saatteeseen.
import-placement-missing = Sijoittuminen puuttuu. Sijoittumiseksi tulee Ei tietoa.
import-placement-open = Sijoittuminen on merkitty, mutta asiakassuhde jatkuu. Tieto kirjataan saatteeseen.
import-who-refused = Asiakkaan oma rivi { $row } jää tuomatta.
import-who-unknown = Asiakasta ei löydy tiedostosta eikä rekisteristä.
import-who-several = Samannimisiä on useita. Lisää numero tai henkilötunnus.
import-who-number-twice = Sama numero on usealla henkilöllä.
import-who-disagrees = Numero, nimi ja henkilötunnus viittaavat eri henkilöihin.
import-day-ahead = Päivä ei ole vielä tullut. Merkintää ei tuoda.
import-no-marks = Rivillä ei ole yhtään merkintää, jonka voi tuoda.
import-marks-known = Rivin päivät on jo merkitty.
import-entry-ahead = Merkinnän päivä ei ole vielä tullut.
import-entry-known = Merkintä on jo rekisterissä.
import-entry-twice = Sama merkintä on jo rivillä { $row }.
