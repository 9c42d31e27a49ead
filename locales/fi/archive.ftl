# Arkistopaketit.
archive-title = Arkistopaketit
archive-what = Asiakkaat, joiden säilytysaika on kulunut yhteistyön päättymisestä. Paketti tehdään asiakkaan sivulla.
archive-heading = { $name }: arkistopaketit
archive-show = Näytä
archive-over = Säilytysaika on kulunut
archive-over-none = Kenenkään säilytysaika ei ole kulunut tässä luokassa.
archive-ended = päättyi { $day }
archive-empty = Asiakkaasta ei ole tehty arkistopakettia.
archive-new = Uusi arkistopaketti
archive-new-help = Paketissa ovat asiakkaan tiedot metatietoineen (tehtäväluokka, julkisuus, salassapito, säilytysaika) ja asiakirjat. Se avautuu ilman tätä järjestelmää. Tekeminen ja hakeminen kirjataan lokiin.
archive-ask = Tee paketti
archive-asked-done = Paketti tehdään. Se on haettavissa, kun se on valmis.
archive-asked-already = Edellinen paketti on vielä tekeillä. Odota, että se valmistuu.
archive-not-made-yet = Paketti on vielä tekeillä.
archive-package = Paketti { $when }
archive-asker = Pyytänyt
archive-state-asked = tekeillä
archive-state-made = valmis
archive-state-stopped = keskeytyi
archive-waits = Paketti tehdään muun työn jälkeen. Avaa sivu hetken kuluttua uudelleen.
archive-stopped = Paketin teko keskeytyi, koska oikeutesi päättyi tai asiakkaan tietojen käsittely rajoitettiin. Pyydä paketti uudelleen.
archive-made = Valmistunut
archive-holds = Sisältö
archive-counts = { $records ->
    [one] yksi merkintä
   *[other] { $records } merkintää
}, { $documents ->
    [one] yksi asiakirja
   *[other] { $documents } asiakirjaa
}
archive-left-out = { $count ->
    [one] Yksi asiakirja jäi pois, koska sitä ei ole tarkistettu virusten varalta.
   *[other] { $count } asiakirjaa jäi pois, koska niitä ei ole tarkistettu virusten varalta.
}
archive-fetch = Hae paketti
archive-fetched = Haettu
archive-publicity-public = julkinen
archive-publicity-partly = osittain salassa pidettävä
archive-publicity-secret = salassa pidettävä
archive-personal-data = sisältää henkilötietoja
archive-secrecy-private-life = 50 vuotta henkilön kuolemasta tai, jos siitä ei ole tietoa, 100 vuotta (621/1999 31 § 2 mom.)
archive-secrecy-no-period = laki, jonka nojalla tiedot ovat salassa, ei anna aikaa
archive-keep-years = { $years } vuotta
archive-keep-days = { $days } päivää
archive-keep-months = { $months } kuukautta
archive-keep-while-consented = niin kauan kuin suostumus on voimassa
archive-keep-permanently = pysyvästi
archive-from-relationship-ended = asiakassuhteen päättyminen
archive-from-record-made = asiakirjan laatiminen
archive-from-year-ended = kalenterivuoden päättyminen
archive-from-financial-year-ended = tilikauden päättyminen
archive-from-consent-ended = suostumuksen päättyminen
archive-from-entered = tietojen tallentaminen
archive-from-event-held = tapahtuman pitäminen
archive-then-destroy = hävitetään
archive-then-archive = siirretään arkistoon
archive-meta-tehtavaluokka = Tehtäväluokka
archive-meta-julkisuusluokka = Julkisuusluokka
archive-meta-salassapitoperuste = Salassapitoperuste
archive-meta-salassapitoaika = Salassapitoaika
archive-meta-henkilotietoluonne = Henkilötietoluonne
archive-meta-sailytysluokka = Säilytysluokka
archive-meta-sailytysaika = Säilytysaika
archive-meta-sailytysajan-alku = Säilytysajan alku
archive-meta-sailytysajan-peruste = Säilytysajan peruste
archive-meta-sailytysajan-jalkeen = Säilytysajan jälkeen
archive-paper-title = Arkistopaketin tiedot
archive-paper-person = Henkilö
archive-paper-documents = Asiakirjat
archive-paper-file = Tiedosto
archive-paper-name = Nimeke
archive-paper-day = Päivä
archive-read-me-what = Tämä on arkistopaketti: yhden asiakkaan tiedot rekisteristä { $register } (rekisterinpitäjä { $controller }), muodostettu { $day }. Paketti on tavallinen zip-tiedosto, eikä sen lukemiseen tarvita järjestelmää, josta se on tehty.
archive-read-me-files = tiedot.pdf: kaikki tiedot luettavina (PDF/A-2a). tiedot.json ja tiedot.xml: samat tiedot ohjelmille, UTF-8. asiakirjat/: asiakirjojen tiedostot sellaisina kuin ne on tallennettu. manifesti.json: jokaisen tiedoston koko ja tarkistussumma. tarkistussummat.sha256: samat summat.
archive-read-me-metadata = Jokaisella tietoryhmällä ja asiakirjalla on metatiedot: tehtäväluokka, julkisuusluokka, salassapitoperuste ja -aika, henkilötietoluonne sekä säilytysaika perusteineen.
archive-read-me-secret = Tiedot ovat salassa pidettäviä, ellei metatiedoissa sanota muuta. Viranomaisen asiakirjan salassapitoajasta säädetään laissa { $act }.
archive-read-me-whole = Paketin eheyden voi tarkistaa komennolla: sha256sum --check tarkistussummat.sha256
archive-read-me-not = Paketissa eivät ole rekisterin omat tiedot henkilöstä: suostumukset, luovutukset, pyynnöt ja käyttöloki. Ne säilytetään rekisterissä omien säilytysaikojensa mukaan. Asiakirjat, joita ei ole tarkistettu virusten varalta, on jätetty pois.
