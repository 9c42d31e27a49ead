# Asiakkaan oma portaali ja sen avaaminen.
own-product = Oma polku
own-front-title = Oma polku
own-sign-out = Kirjaudu ulos
own-nav-front = Etusivu
own-nav-data = Omat tiedot
own-nav-plan = Suunnitelma
own-nav-attendance = Läsnäolo
own-nav-agreements = Sopimukset
own-nav-consents = Suostumukset
own-nav-photos = Kuvat
own-nav-requests = Pyynnöt
own-nav-disclosures = Mihin annettu
own-nav-looks = Kuka on katsonut
own-nav-access = Kirjautuminen

own-sign-in-title = Kirjaudu omaan polkuun
own-sign-in-heading = Kirjaudu omaan polkuun
own-sign-in-what = Omassa polussa näet omat tietosi, suunnitelmasi ja läsnäolosi, annat ja peruutat suostumuksia ja näet, kuka tietojasi on katsonut.
own-sign-in-left = Olet kirjautunut ulos.
own-sign-in-wrong = Kirjautuminen ei onnistunut. Tarkista tunnus ja koodi. Jokainen koodi toimii vain kerran. Jos et pääse sisään, kysy uusi koodi työntekijältäsi.
own-sign-in-strong = Vahva tunnistautuminen
own-sign-in-strong-what = Tunnistaudu esimerkiksi pankkitunnuksilla tai mobiilivarmenteella.
own-sign-in-identify = Tunnistaudu
own-sign-in-codes = Tunnus ja koodi
own-sign-in-name = Tunnus
own-sign-in-name-help = Kahdeksan merkkiä, esimerkiksi K7MP-29XA. Tunnus on kirjeessä, jonka sait työntekijältäsi.
own-sign-in-code = Koodi
own-sign-in-code-help = Kirjeen ensimmäinen koodi tai seuraava koodi omasta luettelostasi.
own-sign-in-do = Kirjaudu
own-sign-in-help = Työntekijäsi avaa oman polun sinulle, kun olet kertonut haluavasi sen.

own-codes-title = Oma koodiluettelo
own-codes-heading = Oma koodiluettelosi
own-codes-keep = Kirjoita koodit muistiin tai tulosta tämä sivu. Koodeja ei näytetä toista kertaa, eikä kukaan työntekijä ole nähnyt niitä.
own-codes-renewed = Tämä luettelo korvaa aiemman. Vanhat koodit eivät enää toimi.
own-codes-list = Koodit
own-codes-how = Jokainen koodi toimii kerran. Yliviivaa koodi, kun olet käyttänyt sen. Säilytä luettelo niin, etteivät muut näe sitä.
own-codes-on = Jatka omaan polkuun
own-codes-few = Koodeja on vähän jäljellä. Tee uusi luettelo kohdassa Kirjautuminen.

own-nothing-title = Ei tietoja
own-nothing-heading = Täällä ei ole tietoja sinulle
own-nothing-what = Tunnistautuminen onnistui, mutta täällä ei ole avattu sinulle omaa polkua.
own-nothing-next = Jos olet asiakkaana ja haluat käyttää omaa polkua, pyydä työntekijääsi avaamaan se.
own-nothing-back = Takaisin kirjautumiseen
own-identify-failed-title = Tunnistautuminen keskeytyi
own-identify-failed-heading = Tunnistautuminen keskeytyi
own-identify-failed-what = Tunnistautumista ei voitu viedä loppuun. Voit yrittää uudelleen tai kirjautua koodilla.
own-choose-title = Valitse palvelu
own-choose-heading = Mihin palveluun haluat?
own-choose-what = Sinulla on oma polku useassa palvelussa.

own-front-heading = Oma polku
own-front-period = Jaksosi
own-front-period-none = Ei jaksoa juuri nyt
own-front-meeting = Seuraava tapaaminen
own-front-meeting-none = Ei sovittua tapaamista
own-front-responsible = Työntekijäsi
own-front-agreed = Mitä on sovittu
own-front-agreed-none = Mitään ei ole sovittuna juuri nyt.
own-front-by-day = viimeistään { $day }
own-front-more = Katso myös
own-front-goals = { $count ->
    [0] jaksot ja tavoitteet
    [one] yksi avoin tavoite
   *[other] { $count } avointa tavoitetta
  }
own-front-consents = { $count ->
    [0] ei voimassa olevia suostumuksia
    [one] yksi suostumus voimassa
   *[other] { $count } suostumusta voimassa
  }
own-front-looks = kuka on käsitellyt tietojasi, milloin ja miksi
own-front-agreements = lue ja allekirjoita sopimuksesi
own-front-photos = kuvat, joissa olet, ja missä niitä käytetään
own-front-data = mitä sinusta on kirjattu

own-data-title = Omat tiedot
own-data-heading = Omat tietosi
own-data-what = Nämä tiedot sinusta on kirjattu. Terveyttä koskevat tiedot ja valmennuspäiväkirjan saat pyytämällä tietosi kirjallisena. Jos jokin on väärin, kerro siitä työntekijällesi tai pyydä oikaisua.
own-data-none = Perustietoja ei ole kirjattu.

own-plan-title = Suunnitelma
own-plan-heading = Suunnitelmasi
own-plan-goals = Tavoitteet
own-plan-goals-none = Tavoitteita ei ole vielä sovittu.
own-plan-periods = Jaksot
own-plan-periods-none = Jaksoja ei ole.
own-plan-week = { $days } päivää viikossa, { $hours } päivässä
own-goal-reached = saavutettu
own-goal-dropped = jätetty pois
own-period-now = menossa
own-period-coming = tulossa
own-period-over = päättynyt

own-attendance-title = Läsnäolo
own-attendance-heading = Läsnäolosi
own-attendance-months = Kuukaudet
own-attendance-none = Tälle kuukaudelle ei ole merkitty läsnäoloja.
own-attendance-there = Läsnä
own-attendance-picture = Kuukausi viikoittain
own-attendance-summary = { $attended ->
    [one] Yksi päivä läsnä
   *[other] { $attended } päivää läsnä
  }, { $percent } merkityistä päivistä.
own-attendance-by-days = Päivät
own-attendance-day = Päivä
own-attendance-mark = Merkintä

own-consents-title = Suostumukset
own-consents-heading = Suostumuksesi
own-consents-what = Suostumus on vapaaehtoinen. Voit peruuttaa sen tässä milloin tahansa yhdellä painalluksella. Peruutus on voimassa heti.
own-consents-over = Päättyneet
own-consents-by-you = peruutit itse
own-consents-by-worker = työntekijä kirjasi peruutuksen
own-consents-can-give = Suostumuksia, joita voit antaa
own-consents-new-title = Anna suostumus
own-consents-new-heading = Anna suostumus
own-consents-give = Annan suostumuksen
own-consents-given = Suostumus on annettu.
own-consents-withdrawn = Suostumus on peruutettu. Se ei ole enää voimassa.

own-photos-title = Kuvat
own-photos-heading = Kuvat, joissa olet
own-photos-what = Suostumus kuvaan on vapaaehtoinen. Voit peruuttaa sen tässä milloin tahansa yhdellä painalluksella. Kuva on silloin heti poissa käytöstä, ja työntekijät poistavat sen paikoista, joissa se on. Samaan kuvaan ei pyydetä suostumusta uudelleen.
own-photos-none = Et ole suostunut yhteenkään kuvaan.
own-photos-tag-given = suostut
own-photos-tag-withdrawn = peruutettu
own-photos-out-of-use = Kuvaa ei näytetä, koska sitä ei saa enää käyttää.
own-photos-not-now = Kuvaa ei voi näyttää juuri nyt.
own-photos-coming-down = poistetaan täältä
own-photos-down = poistettu { $day }
own-photos-withdrawn = Suostumus on peruutettu. Kuva on heti poissa käytöstä.

own-requests-title = Omat pyynnöt
own-requests-heading = Pyyntösi omista tiedoistasi
own-requests-what = Voit pyytää nähdä tietosi, oikaista ne tai muuta, mikä koskee omia tietojasi. Saat vastauksen { $within } kuluessa, maksutta. Pyyntöön vastaa: { $addressee }.
own-requests-new = Tee pyyntö
own-requests-made = Mitä olet pyytänyt
own-requests-none = Et ole vielä pyytänyt mitään. Aloita painamalla Tee pyyntö.
own-requests-answer-by = vastaus viimeistään { $day }
own-requests-asked-on = pyydetty { $day }
own-requests-new-title = Tee pyyntö
own-requests-new-heading = Tee pyyntö
own-requests-kind = Mitä haluat?
own-requests-kind-information = Haluan tietää, miten tietojani käytetään
own-requests-kind-information-help = Mihin tietoja tarvitaan, mistä ne ovat ja kuka niitä saa.
own-requests-kind-access = Haluan nähdä kaikki tietoni
own-requests-kind-access-help = Saat jäljennöksen kaikesta, mitä sinusta on kirjattu, myös päiväkirjasta.
own-requests-kind-rectification = Jokin tieto on väärin tai puuttuu
own-requests-kind-rectification-help = Kerro alla, mikä on väärin ja mikä on oikein.
own-requests-kind-erasure = Haluan, että tietojani poistetaan
own-requests-kind-erasure-help = Kaikkea ei saa poistaa, jos laki käskee säilyttää. Vastauksessa kerrotaan, mitä poistetaan ja mikä jää.
own-requests-kind-restriction = Haluan, että tietojani ei käytetä
own-requests-kind-restriction-help = Tiedot säilyvät, mutta niitä ei käytetä. Kerro alla, mitä tietoja asia koskee ja miksi.
own-requests-kind-portability = Haluan siirtää antamani tiedot muualle
own-requests-kind-portability-help = Saat itse antamasi tiedot tiedostona.
own-requests-kind-objection = En hyväksy, että tietojani käytetään
own-requests-kind-objection-help = Kerro alla, mitä vastustat ja mikä tilanteessasi on sellaista, ettei tietoja pitäisi käyttää.
own-requests-kind-complaint = Haluan tietää, mihin voin valittaa
own-requests-kind-complaint-help = Saat ohjeet ja valvontaviranomaisen yhteystiedot.
own-requests-kind-missing = Valitse, mitä haluat.
own-requests-asked = Omin sanoin
own-requests-asked-help = Muutama sana riittää. Tarvitaan, kun jokin on väärin tai kun et halua, että tietojasi käytetään.
own-requests-asked-missing = Kerro muutamalla sanalla, mistä on kyse.
own-requests-text-long = Teksti on liian pitkä. Lyhennä se enintään 5 000 merkkiin.
own-requests-open-already = Olet jo tehnyt tällaisen pyynnön, eikä siihen ole vielä vastattu. Odota vastausta tai peru ensin edellinen pyyntö.
own-requests-send = Lähetä pyyntö
own-requests-sent = Pyyntö on lähetetty. Määräaika alkoi tästä päivästä.
own-requests-withdrawal = Peruuta suostumus
own-requests-withdrawal-how = Sen teet itse yhdellä painalluksella, ja se on voimassa heti.
own-requests-one-title = Oma pyyntö
own-requests-one-heading = Pyyntösi
own-requests-received = Lähetetty
own-requests-due = Vastaus viimeistään
own-requests-said = Mitä kerroit
own-requests-identity = Mistä tiedetään, että olet sinä
own-requests-identity-not-yet = sitä ei ole vielä varmistettu
own-requests-identity-known = työntekijä tuntee sinut
own-requests-identity-document = näytit henkilöllisyystodistuksen
own-requests-identity-strong = tunnistauduit vahvasti
own-requests-identity-codes = kirjauduit koodilla, jonka luettelon sait, kun työntekijä oli varmistanut, kuka olet
own-requests-letters = Vastaus
own-requests-letter = Kirje
own-requests-copy = Jäljennös tiedoistasi
own-requests-copy-later = Jäljennös tehdään, kun pyyntöösi vastataan. Saat sen tästä, jos tunnistaudut vahvasti.
own-requests-copy-none = Jäljennöstä ei ole nyt saatavilla. Jäljennös säilyy 30 päivää. Tarvittaessa tee uusi pyyntö.
own-requests-copy-identify = Jäljennöksessä on myös terveyttä koskevia tietoja ja päiväkirja, joten koodilla kirjautuminen ei riitä. Kirjaudu ulos ja tunnistaudu vahvasti, niin saat jäljennöksen tästä.
own-requests-copy-where = Muuten saat jäljennöksen täältä: { $addressee }.
own-requests-copy-how = Tiedosto on pakattu: siinä on luettava asiakirja, samat tiedot koneluettavina, asiakirjasi ja luettelo siitä, kuka on katsonut tietojasi. Tallenna se paikkaan, jossa muut eivät näe sitä.
own-requests-copy-fetch = Tallenna jäljennös
own-requests-copy-fetched = Jäljennös on tallennettu.
own-requests-copy-ended = Jäljennöstä ei enää säilytetä. Tee uusi pyyntö.
own-requests-not-now = Jäljennös ei ole vielä valmis.
own-requests-take-back = Peru pyyntö
own-requests-taken-back = Pyyntö on peruttu.
own-requests-closed-already = Pyyntöön on jo vastattu, joten sitä ei voi enää perua.

own-disclosures-title = Mihin tietojasi on annettu
own-disclosures-heading = Mihin tietojasi on annettu
own-disclosures-what = Tässä näkyy jokainen kerta, jolloin tietojasi on annettu muille: kenelle, milloin, millä perusteella ja mitä.
own-disclosures-none = Tietojasi ei ole annettu kenellekään.
own-disclosures-when = Milloin
own-disclosures-data = Mitä tietoja
own-disclosures-ground = Millä perusteella

own-looks-title = Kuka on katsonut
own-looks-heading = Kuka on katsonut tietojasi
own-looks-what = Jokainen katselu ja muutos jää lokiin. Tässä näet, kuka on käsitellyt tietojasi, milloin, miksi ja millä perusteella.
own-looks-with-own = Näytä myös omat käyntini
own-looks-without-own = Piilota omat käyntini

own-access-title = Kirjautuminen
own-access-heading = Kirjautuminen ja koodit
own-access-sessions = Missä olet kirjautuneena
own-access-by-codes = koodilla
own-access-by-identification = vahvalla tunnistautumisella
own-access-device-unknown = Tuntematon laite
own-access-seen = käytetty { $when }
own-access-this = tämä laite
own-access-end = Kirjaa ulos
own-access-ended = Laite on kirjattu ulos.
own-access-codes = Koodit
own-access-codes-left = { $count ->
    [0] Sinulla ei ole koodeja jäljellä.
    [one] Sinulla on yksi koodi jäljellä.
   *[other] Sinulla on { $count } koodia jäljellä.
  }
own-access-name = Tunnuksesi:
own-access-codes-what = Jos luettelo on kadonnut tai joku muu on nähnyt sen, tee uusi: vanhat koodit lakkaavat heti toimimasta.
own-access-new-codes = Tee uusi koodiluettelo

own-induction = Mitä sinulle on kerrottu
own-induction-none = Alussa kerrottua ei ole kirjattu. Voit kysyä siitä työntekijältäsi.

portal-tab = Oma polku
portal-title = Oma polku
portal-heading = Oma polku: { $name }
portal-not-open = Omaa polkua ei ole avattu.
portal-open-heading = Avaa oma polku
portal-open-what = Omassa polussa asiakas näkee omat tietonsa, antaa ja peruuttaa suostumuksia ja näkee, kuka tietoja on katsonut. Varmista ensin, että asiakas on se, joksi häntä luulet. Saat tulostettavan kirjeen, joka annetaan asiakkaalle itselleen.
portal-open = Avaa ja tee kirje
portal-identified = Miten asiakas tunnistettiin
portal-identified-known = Tunnen asiakkaan
portal-identified-document = Henkilöllisyystodistus
portal-identified-electronic = Vahva sähköinen tunnistus
portal-identified-missing = Valitse, miten asiakas tunnistettiin.
portal-is-open = auki
portal-name = Tunnus
portal-opened = Avattu
portal-first-code = Ensimmäinen koodi
portal-first-code-waits = odottaa käyttöä
portal-until = { $day } asti
portal-codes = Koodit
portal-codes-left = { $count ->
    [0] ei yhtään jäljellä
    [one] yksi jäljellä
   *[other] { $count } jäljellä
  }
portal-seen = Viimeksi käytössä
portal-new-code = Anna uusi ensimmäinen koodi
portal-close = Sulje oma polku
portal-close-what = Uusi koodi ja sulkeminen päättävät asiakkaan avoimet istunnot ja vanhat koodit heti.
portal-closed = Oma polku on suljettu.
portal-closed-already = Oma polku oli jo suljettu.
portal-before = Aiemmin
portal-opened-at = Avattu { $when }
portal-closed-at = suljettu { $when }, { $name }
portal-letter-title = Kirje asiakkaalle
portal-letter-heading = Kirje asiakkaalle
portal-letter-once = Koodi näytetään vain nyt. Tulosta sivu tai kirjoita tunnus ja koodi paperille, ja anna ne asiakkaalle itselleen.
portal-letter-for-you = Tervetuloa omaan polkuun
portal-letter-step-go = Avaa oman polun kirjautumissivu: osoite on palvelun osoite ja perään /own.
portal-letter-step-type = Kirjoita tunnus ja ensimmäinen koodi.
portal-letter-step-keep = Saat oman koodiluettelon. Ota se talteen: sillä kirjaudut tästä eteenpäin.
portal-letter-until = Ensimmäinen koodi toimii kerran, { $day } asti.
portal-letter-what = Omassa polussa näet omat tietosi, suunnitelmasi ja läsnäolosi. Voit antaa ja peruuttaa suostumuksia ja nähdä, kuka tietojasi on katsonut.
portal-looks-client = asiakas itse

right-role-client = Asiakas omassa polussaan: näkee omat tietonsa, antaa ja peruuttaa suostumuksiaan. Roolia ei anneta kenellekään työntekijälle.
access-condition-the-person = omista tiedoistaan, kun oma polku on auki
access-condition-in-the-photograph = kuvista, joissa itse on, kun oma polku on auki
access-basis-own-data = omat tiedot
access-purpose-own-affairs = Omat asiat
access-purpose-secondary-use = Toissijainen käyttö
access-data-portal-access = Oman polun avaaminen
access-data-induction = Alussa kerrottu
access-data-photos = Kuvat

privacy-portal-for = Pitää asiakkaan kirjautuneena omaan polkuun.
privacy-portal-life = Kirjautumisen ajan, enintään 8 tuntia
privacy-identification-for = Yhdistää vahvan tunnistautumisen vastauksen siihen selaimeen, joka sitä pyysi.
privacy-identification-life = Enintään 10 minuuttia
notice-cookie-portal = Oma polku
notice-cookie-identification = Tunnistautuminen
