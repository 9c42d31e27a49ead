# Tietosuojaseloste ja seloste käsittelytoimista.
notice-of = Tietosuojaseloste: { $register }
notice-title = Tietosuojaseloste
notice-unpublished = Selostetta ei ole vielä julkaistu. Tässä on, mitä rekisteri nyt kertoo itsestään.
notice-version-of = Versio { $version }, { $day }
notice-as-page = Sivuna
notice-as-json = JSON-tiedostona
notice-as-note = Allekirjoitus
notice-other-versions = Muut versiot
notice-publishing = Julkaiseminen
notice-publish = Julkaise uusi versio
notice-published = Tietosuojaseloste julkaistu.
notice-published-meanwhile = Joku muu julkaisi uuden version sillä välin. Tarkista muutokset uudelleen.
notice-see = Katso selostetta
notice-unchanged = Julkaistu seloste vastaa rekisterin nykyisiä asetuksia.
notice-changed = Rekisterin asetukset ovat muuttuneet julkaisun jälkeen:
notice-added = Uutta
notice-removed = Poistunut
notice-contacts = Tehtävien hoitajat
notice-contacts-help = Kirjoita nimi, puhelin ja sähköposti niin kuin ne saa kertoa julkisesti.
notice-contact-long = Lyhennä enintään 200 merkkiin.
notice-contacts-saved = Tallennettu. Muutos näkyy selosteessa, kun julkaiset uuden version.
notice-contents = Selosteen kohdat
notice-part-of = Rekisteri on osa rekisteriä: { $register }.
notice-controller = Rekisterinpitäjä
notice-business-id = Y-tunnus
notice-address = Osoite
notice-web = Verkkosivut
notice-shares = Tehtävien jako
notice-no-office = Rekisterille ei ole nimetty erikseen tätä tehtävää. Ota yhteyttä rekisterinpitäjään.
notice-duty-represents = Rekisterinpitäjän edustaja
notice-duty-responsible = Rekisteristä vastaa
notice-duty-contact = Yhteyshenkilö
notice-duty-data-protection-officer = Tietosuojavastaava
notice-duty-main-user = Pääkäyttäjä
notice-duty-system-keeper = Järjestelmän vastuullinen hoitaja
notice-statistics = Tietoja käytetään suunnitteluun ja tilastointiin vain niin, ettei niistä tunnista ketään.
notice-pseudonymous = ilman henkilötunnisteita
notice-anonymous = anonyymisti
notice-article = EU:n yleisen tietosuoja-asetuksen artikla { $article }
notice-bases-past = Aiemmin voimassa olleet perusteet, joihin vanhemmat tiedot nojaavat
notice-secret = Asiakkaiden tiedot ovat salassa pidettäviä: { $law }.
notice-publicity-partly = Osittain julkisia ovat:
notice-publicity-public = Julkisia ovat:
notice-statutory-classes = Rekisteriin talletetaan laissa säädetyt tietoryhmät:
notice-necessity = Terveyttä, päihteiden käyttöä ja muita erityisiä tietoja kirjataan vain, kun ne ovat välttämättömiä. Jokaisen tiedon yhteyteen kirjataan, miksi se tarvitaan ja keneltä se on saatu.
notice-records = Palvelun aikana syntyvät tiedot
notice-channels = Tietoja otetaan vastaan näin: { $channels }.
notice-permission-person = Henkilö kertoo itse
notice-permission-consent = Asiakkaan suostumuksella
notice-permission-law = Lain nojalla
notice-permission-joint-service = Monialaisen yhteispalvelun toimijoiden kesken
notice-permission-contract = Sopimuksen nojalla
notice-permission-same-controller = Saman rekisterinpitäjän toiminnassa
notice-permission-anonymous = Vain anonyymisti
notice-adequacy-eea = EU tai ETA
notice-adequacy-decision = komission päätös riittävästä suojasta
notice-adequacy-safeguard = tietosuoja-asetuksen 46 artiklan suojatoimi
notice-adequacy-none = ei riittävää suojaa, tietoja ei siirretä
notice-paper = Paperilla oleva aineisto
notice-processors = Henkilötietojen käsittelijät
notice-head-processor = Käsittelijä
notice-head-service = Palvelu
notice-head-country = Maa
notice-recipients = Kenelle tietoja voidaan antaa
notice-grounds = Luovutuksen perusteet
notice-despite-secrecy = salassapidon estämättä
notice-marking = Luovutettuihin asiakirjoihin tulee merkintä ”{ $marking }”. Jokainen luovutus kirjataan: mitä, kenelle, millä perusteella ja kuka päätti.
notice-not-joined = Rekisteriä ei yhdistetä muihin rekistereihin.
notice-exchange-in = Tietoja saadaan
notice-exchange-out = Tietoja annetaan
notice-accounts = Rekisteriä käytetään vain henkilökohtaisella käyttäjätunnuksella, jonka pääkäyttäjä antaa käyttöoikeuden mukana.
notice-factor-offered = Kirjautumiseen tarvitaan salasana. Toinen tunnistustapa voidaan ottaa käyttöön.
notice-factor-required = Kirjautumiseen tarvitaan salasanan lisäksi toinen tunnistustapa tai pääsyavain.
notice-factor-strong = Kirjautuminen vaatii vahvan tunnistamisen ja roolin, joka oikeuttaa vain tehtävässä tarvittaviin tietoihin.
notice-idle = Istunto sulkeutuu, kun käyttäjä on ollut { $count } minuuttia tekemättä mitään.
notice-right-ends = Käyttöoikeus ja sen mukana tunnus päättyvät, kun työntekijä siirtyy pois tehtävästä, johon oikeus annettiin.
notice-rights-reviewed = Käyttöoikeudet tarkistetaan { $count } kuukauden välein.
notice-looks-recorded = Jokainen tietojen katselu ja muutos kirjataan lokiin: kuka, kenen tietoja, mitä, milloin, miksi ja millä perusteella. Lokia ei voi muuttaa huomaamatta.
notice-roles = Kuka käyttää rekisteriä ja mihin
notice-manual = Paperiaineisto
notice-electronic = Sähköiset tiedot
notice-access = Käyttöoikeudet
notice-main-user = Pääkäyttäjän tehtävät
notice-sealed = Nimet, tunnukset, yhteystiedot, tekstit ja erityiset tiedot on salattu kunkin henkilön omalla avaimella.
notice-head-class = Tiedot
notice-head-keep = Säilytysaika
notice-head-then = Sen jälkeen
notice-head-ground = Peruste
notice-years = { $count ->
    [one] vuoden
   *[other] { $count } vuotta
}
notice-days = { $count ->
    [one] päivän
   *[other] { $count } päivää
}
notice-months = { $count ->
    [one] kuukauden
   *[other] { $count } kuukautta
}
notice-within-days = { $count ->
    [one] päivän
   *[other] { $count } päivän
}
notice-within-months = { $count ->
    [one] kuukauden
   *[other] { $count } kuukauden
}
notice-from-relationship-ended = asiakkuuden päättymisestä
notice-from-record-made = tiedon kirjaamisesta
notice-from-year-ended = kalenterivuoden päättymisestä
notice-from-financial-year-ended = tilikauden päättymisestä
notice-from-consent-ended = suostumuksen päättymisestä
notice-from-entered = järjestelmään tallentamisesta
notice-from-event-held = tilaisuudesta
notice-while-consented = niin kauan kuin suostumus on voimassa
notice-permanently = pysyvästi
notice-then-archive = Arkistoidaan
notice-then-destroy = Hävitetään
notice-informed = Asiakkaalle kerrotaan rekisteristä, kun palvelu alkaa, ja kertominen kirjataan.
notice-no-automation = Asiakkaista ei tehdä automaattisia päätöksiä eikä heitä profiloida.
notice-cookie-session = Istunto
notice-cookie-device = Tuttu selain
notice-cookie-language = Kieli
notice-cookie-flash = Ilmoitus
notice-dated = Päiväys
notice-version = Versio
notice-verifier = Allekirjoituksen tarkistusavain
notice-right-information = Oikeus saada tietoa siitä, miten tietojasi käsitellään (artiklat 13 ja 14).
notice-right-access = Sinulla on oikeus nähdä itseäsi koskevat tiedot, saada niistä jäljennös ja tietää, kuka niitä on katsonut ja miksi (artikla 15).
notice-right-rectification = Sinulla on oikeus vaatia, että virheellinen tai puutteellinen tieto korjataan (artikla 16).
notice-rectified = Asiakasprosessin vastuuhenkilö korjaa tiedon. Alkuperäinen jää näkyviin niille, jotka saavat sen nähdä, ja korjauksesta kerrotaan tiedon saaneille.
notice-right-erasure = Oikeus saada tiedot poistetuiksi, jos niiden käsittelylle ei ole enää lain mukaista perustetta (artikla 17).
notice-right-restriction = Oikeus rajoittaa tietojen käsittelyä, esimerkiksi siksi aikaa kun niiden oikeellisuutta selvitetään (artikla 18).
notice-right-portability = Oikeus saada itse antamasi tiedot koneluettavina ja siirtää ne toiselle, kun käsittely perustuu suostumukseen tai sopimukseen (artikla 20).
notice-right-objection = Oikeus vastustaa käsittelyä, joka perustuu yleiseen etuun (artikla 21).
notice-right-withdrawal = Oikeus peruuttaa suostumus milloin tahansa yhtä helposti kuin sen annoit (artikla 7).
notice-rights-depend = Mitkä oikeudet sinulla on, riippuu siitä, mihin tietojen käsittely perustuu.
notice-request-channels = Pyynnön voi tehdä myös näin: { $channels }. Kaikki tavat käyvät.
notice-addressee = Pyyntö osoitetaan: { $to }.
notice-answered-within = Pyyntöön vastataan { $time } kuluessa sen saapumisesta.
notice-extension = Vaativassa asiassa aikaa voidaan jatkaa { $time }. Jatkosta kerrotaan syineen.
notice-free = Oikeuksien käyttäminen on maksutonta.
notice-refusal = Jos pyyntöön ei suostuta, saat kirjallisen vastauksen, jossa on perustelut ja tieto siitä, miten asiasta voi valittaa.
notice-routes = Toiselle viranomaiselle kuuluvat pyynnöt
notice-complaint = Voit tehdä valituksen valvontaviranomaiselle: { $supervisor }.
notice-held-for = Mihin tietoja käytetään: { $purposes }
notice-head-field = Tieto
notice-head-guarded = Suojaus
notice-head-kept = Säilytysaika
notice-special = erityinen tieto
notice-necessity-stated = välttämättömyys perustellaan
notice-restricted = piilossa, kun on turvakielto
notice-field-sealed = salattu
notice-record-title = Seloste käsittelytoimista
notice-record-controller = Rekisterinpitäjä ja yhteystiedot (30 artiklan 1 kohta { $point })
notice-record-purposes = Käsittelyn tarkoitukset (30 artiklan 1 kohta { $point })
notice-record-bases = Käsittelyn perusteet (30 artiklan 1 kohta { $point })
notice-record-people = Rekisteröityjen ryhmät (30 artiklan 1 kohta { $point })
notice-record-content = Henkilötietojen ryhmät (30 artiklan 1 kohta { $point })
notice-record-recipients = Vastaanottajien ryhmät (30 artiklan 1 kohta { $point })
notice-record-transfers = Siirrot kolmansiin maihin (30 artiklan 1 kohta { $point })
notice-record-retention = Poistamisen määräajat (30 artiklan 1 kohta { $point })
notice-record-protection = Turvatoimet (30 artiklan 1 kohta { $point })
