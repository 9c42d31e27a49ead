# Kulukorvaukset: laskenta, maksaminen ja maksaja.
allowances-title = Kulukorvaukset
allowances-heading = Kulukorvaukset
allowances-tab = Kulukorvaus
allowances-due = Maksettavaa { $month } loppuun mennessä
allowances-due-none = Maksettavaa ei ole. Laskelmaan tulevat asiakkaat, joiden kuukausi on vahvistettu ja joilla on maksamattomia läsnäolopäiviä.
allowances-to-months = Katso kuukaudet
allowances-days = Päiviä
allowances-amount = Summa
allowances-notes = Huomautukset
allowances-account = Tili
allowances-people = Asiakkaita
allowances-no-ground = { $count ->
    [one] 1 päivältä puuttuu korvauksen peruste
   *[other] { $count } päivältä puuttuu korvauksen peruste
}
allowances-no-period = { $count ->
    [one] 1 päivä on jaksojen ulkopuolella
   *[other] { $count } päivää on jaksojen ulkopuolella
}
allowances-no-rate = { $count ->
    [one] 1 päivän taksaa ei tunneta
   *[other] { $count } päivän taksaa ei tunneta
}
allowances-no-account = tilinumero puuttuu
allowances-carried = liikaa maksettua { $amount }, siirtyy seuraavaan maksuun
allowances-differences = { $count ->
    [one] 1 oikaisu
   *[other] { $count } oikaisua
}
allowances-draft = Laske luonnos
allowances-drafted = Laskelma on tallennettu luonnokseksi. Tarkista se ja vahvista.
allowances-draft-waits = Edellinen laskelma on vielä luonnos. Vahvista tai peru se ensin.
allowances-nothing-due = Laskettavaa ei ole. Tarkista huomautukset: peruste tai tilinumero voi puuttua.
allowances-missing-title = Kerro korvauksen peruste kaikille, joilta se puuttuu
allowances-missing-what = Sama peruste merkitään jokaiselle, jolla on päiviä ilman perustetta. Voit muuttaa yksittäisen asiakkaan perustetta hänen sivullaan.
allowances-set-missing = { $count ->
    [one] Tallenna yhdelle asiakkaalle
   *[other] Tallenna { $count } asiakkaalle
}
allowances-grounds-told = Peruste on tallennettu.
allowances-nobody-lacks = Perustetta ei puutu keneltäkään.

allowances-runs = Laskelmat
allowances-runs-none = Laskelmia ei ole vielä.
allowances-run-title = Kulukorvauslaskelma
allowances-run-heading = Kulukorvaukset, { $month }
allowances-state-drafted = luonnos
allowances-state-confirmed = vahvistettu
allowances-state-file-made = maksuaineisto tehty
allowances-state-paid = maksettu
allowances-state-reported = ilmoitettu maksajalle
allowances-state-cancelled = peruttu
allowances-state-unclear = Kerro tila: confirmed, paid tai cancelled.
allowances-state-not-now = Laskelma ei ole siinä tilassa, että tämän voisi tehdä. Lataa sivu uudelleen.
allowances-changed-meanwhile = Joku muu ehti muuttaa laskelmaa. Katso nykytila alta.
allowances-drafted-by = Laskenut
allowances-confirmed-by = Vahvistanut
allowances-confirm = Vahvista laskelma
allowances-confirmed = Laskelma on vahvistettu.
allowances-mark-paid = Merkitse maksetuksi
allowances-mark-reported = Merkitse ilmoitetuksi
allowances-paid = Laskelma on merkitty maksetuksi.
allowances-payments = Maksut
allowances-by-days = Päivittäin
allowances-list = Vie luettelo tiedostoon
allowances-file-name = kulukorvaukset
allowances-file = Maksuaineisto pankille
allowances-file-what = Aineistossa (SEPA, pain.001) ovat saajien nimet, tilit ja summat. Tiliotteella näkyy vain maksajan neutraali viesti. Poista tiedosto koneelta, kun olet vienyt sen pankkiin.
allowances-file-again = Aineisto on tehty. Voit ladata saman aineiston uudelleen: pankki tunnistaa sen samaksi eikä maksa kahdesti.
allowances-file-make = Lataa maksuaineisto
allowances-bank-day = Maksupäivä
allowances-bank-day-help = Pankkipäivä: ei viikonloppu eikä pankkien vapaapäivä.
allowances-bank-day-past = Maksupäivä on mennyt. Valitse tämä päivä tai myöhempi.
allowances-bank-day-closed = Tänä päivänä pankit eivät maksa. Valitse toinen päivä.
allowances-bank-day-far = Maksupäivä on liian kaukana: enintään 60 päivän päässä.
allowances-no-payer = Maksajan tiliä ei ole kerrottu. Pääkäyttäjä kertoo sen hallinnassa, kohdassa Maksajan tiedot.
allowances-nothing-to-pay = Laskelmassa ei ole maksettavaa.
allowances-bank-refuses = Laskelmassa on nimi tai summa, jota pankki ei ota vastaan. Tarkista saajien nimet.
allowances-cancel = Peru laskelma
allowances-cancel-why = Miksi laskelma perutaan
allowances-cancel-do = Peru laskelma
allowances-cancelled = Laskelma on peruttu. Sen päivät tulevat seuraavaan laskelmaan.
allowances-cancelled-for = Peruttu, koska
allowances-cancel-mistake = Laskelmassa on virhe
allowances-cancel-not-sent = Aineistoa ei lähetetty pankkiin
allowances-cancel-refused-by-bank = Pankki hylkäsi koko aineiston
allowances-cancel-reason = Valitse, miksi laskelma perutaan.
allowances-cancel-what = Mitään ei makseta. Päivät lasketaan uudelleen seuraavassa laskelmassa.
allowances-cancel-filed = Varmista pankista, ettei aineistoa makseta: samat päivät tulevat seuraavaan laskelmaan, ja jos pankki maksaa tämänkin, ne maksetaan kahdesti.

allowances-client-title = Kulukorvaus
allowances-client-heading = Kulukorvaus, { $name }
allowances-grounds = Korvauksen peruste
allowances-grounds-none = Perustetta ei ole kerrottu. Päiviä ei lasketa, ennen kuin se on kerrottu.
allowances-ground-now = voimassa
allowances-ground-new = Kerro uusi peruste
allowances-ground-what = Peruste on voimassa annetusta päivästä seuraavaan perusteeseen. Aiemmat säilyvät. Jos peruste muuttuu jo maksetuilta päiviltä, ero maksetaan tai vähennetään seuraavassa maksussa.
allowances-ground = Peruste
allowances-ground-missing = Valitse peruste.
allowances-ground-own-area = Kulukorvaus omalla työssäkäyntialueella
allowances-ground-own-area-help = Tavallinen kulukorvaus läsnäolopäivältä.
allowances-ground-outside-own-area = Korotettu kulukorvaus
allowances-ground-outside-own-area-help = Palvelu on oman työssäkäyntialueen ulkopuolella. Kuntouttavasta työtoiminnasta maksetaan tavallinen.
allowances-ground-activity = Toimintaraha
allowances-ground-activity-help = Kuntouttavaan työtoimintaan osallistuvalle toimeentulotuen saajalle.
allowances-ground-none = Ei korvausta tästä rekisteristä
allowances-ground-none-help = Korvauksen maksaa joku muu, tai siihen ei ole oikeutta.
allowances-from = Alkaen
allowances-source = Mihin peruste nojaa
allowances-source-help = Esimerkiksi päätös ja sen päivä, tai asiakkaan ilmoitus.
allowances-source-missing = Kirjoita, mihin peruste nojaa.
allowances-source-long = Lyhennä: enintään 500 merkkiä.
allowances-ground-told = Peruste on tallennettu.
allowances-history = Lasketut korvaukset
allowances-history-none = Korvauksia ei ole laskettu.

# Maksaja.
payer-title = Maksajan tiedot
payer-heading = Maksajan tiedot
payer-link = Maksajan tiedot
payer-what = Tältä tililtä maksetaan kulukorvaukset. Tiedot tulevat pankille menevään maksuaineistoon.
payer-name = Maksajan nimi
payer-account = Tilinumero (IBAN)
payer-account-help = Esimerkiksi FI21 1234 5600 0007 85.
payer-service-id = Pankin antama palvelutunnus
payer-service-id-help = Jos pankki vaatii sen aineistoon.
payer-service-id-shape = Tunnuksessa on vain kirjaimia ja numeroita, enintään 35.
payer-message = Viesti saajan tiliotteelle
payer-message-help = Neutraali viesti: ei palvelun, toimenpiteen eikä tuen nimeä. Viesti on kaikille sama.
payer-message-first = Maksu
payer-missing = Täytä kohta.
payer-too-long = Lyhennä: pankki ei ota vastaan näin pitkää tekstiä.
payer-signs = Käytä vain kirjaimia, numeroita, välejä ja merkkejä / - ? : ( ) . , ' +
payer-saved = Maksajan tiedot on tallennettu.
payer-changed-meanwhile = Joku muu ehti muuttaa tietoja. Tallennettuna on:
