# Kirjautuminen, käyttöönotto, oma tili, tunnukset ja oikeudet.
sign-in-title = Kirjautuminen
sign-in-heading = Kirjaudu sisään
sign-in-user-name = Käyttäjätunnus
sign-in-password = Salasana
sign-in-do = Kirjaudu
sign-in-by-passkey = Kirjaudu pääsyavaimella
sign-in-help = Unohditko salasanan tai vaihtuiko puhelin? Pyydä rekisterin pääkäyttäjältä uusi käyttöönottolinkki.
sign-in-wrong = Käyttäjätunnus tai salasana on väärin. Tarkista molemmat ja yritä uudelleen.
sign-in-no-right = Tunnuksellasi ei ole tänään voimassa olevaa käyttöoikeutta. Ota yhteys rekisterin pääkäyttäjään.
sign-in-wait = { $seconds ->
    [one] Liian monta yritystä. Yritä uudelleen sekunnin kuluttua.
   *[other] Liian monta yritystä. Yritä uudelleen { $seconds } sekunnin kuluttua.
}
sign-in-passkey-failed = Pääsyavain ei vastannut. Yritä uudelleen tai kirjaudu toisella tavalla.
sign-in-passkey-wrong = Pääsyavain ei kelvannut. Yritä uudelleen tai kirjaudu toisella tavalla.
sign-in-password-wrong = Salasana on väärin. Yritä uudelleen.
sign-in-second-title = Kirjautumisen vahvistus
sign-in-second-heading = Vahvista kirjautuminen
sign-in-code = Kertakäyttökoodi
sign-in-code-help = Kuusi numeroa puhelimesi tunnistussovelluksesta.
sign-in-confirm = Vahvista
sign-in-second-help = Eikö sovellus ole käsilläsi? Pyydä rekisterin pääkäyttäjältä uusi käyttöönottolinkki.
sign-in-as-another = Kirjaudu toisella tunnuksella
sign-in-again-title = Henkilöllisyyden vahvistus
sign-in-again-heading = Vahvista, että se olet sinä
sign-in-again-why = Seuraava toiminto on tarkoin varjeltu. Vahvistus on voimassa 15 minuuttia, ja pääset heti jatkamaan.
sign-in-again-typed = Kirjoittamasi on tallessa. Se lähetetään, kun olet vahvistanut.
sign-in-again-proven = Vahvistettu
sign-in-again-kept = Kirjoittamasi on tallessa. Jatka siitä, mihin jäit.
sign-in-again-continue = Jatka
sign-in-again-leave = Palaa etusivulle
sign-in-signed-out = Olet kirjautunut ulos.

code-wrong = Koodi on väärin tai jo käytetty. Odota sovelluksen seuraavaa koodia ja kirjoita se.
code-offer-expired = Koodin odotusaika päättyi. Lue uusi kuva sovelluksella ja kirjoita sen näyttämä koodi.
password-short = Salasanassa on oltava vähintään 8 merkkiä.
password-short-alone = Ilman tunnistussovellusta salasanassa on oltava vähintään 15 merkkiä. Pidennä salasanaa tai ota sovellus käyttöön.
password-long = Salasanassa voi olla enintään 256 merkkiä.
password-common = Salasana on helppo arvata. Valitse esimerkiksi useita sanoja, jotka eivät liity toisiinsa.
second-factor-needed = Tämä rekisteri edellyttää vahvempaa tunnistautumista. Ota tunnistussovellus tai pääsyavain käyttöön.
second-factor-last = Viimeistä vahvistustapaa ei voi poistaa. Ota ensin käyttöön toinen.

enrolment-title = Tunnuksen käyttöönotto
enrolment-heading = Ota tunnuksesi käyttöön
enrolment-code = Käyttöönottokoodi
enrolment-code-why = Sait pääkäyttäjältä linkin. Jos tämä kenttä on tyhjä, liitä siihen linkin loppuosa, joka on #-merkin jälkeen.
enrolment-code-dead = Koodi ei toimi: se on jo käytetty, vanhentunut tai kirjoitettu väärin. Pyydä pääkäyttäjältä uusi linkki.
enrolment-user-name = Käyttäjätunnuksesi on
enrolment-password-heading = Salasana
enrolment-password = Uusi salasana
enrolment-password-help = Pitkä on hyvä, esimerkiksi useita sanoja. Erikoismerkkejä ei tarvita.
enrolment-password-again = Sama salasana uudelleen
enrolment-passwords-differ = Salasanat eivät ole samat. Kirjoita sama salasana molempiin kenttiin.
enrolment-factor-heading = Tunnistussovellus
enrolment-factor-why = Tunnistussovellus näyttää puhelimessa koodin, jolla vahvistat kirjautumisen. Lue kuva sovelluksella, tai kirjoita avain käsin.
enrolment-factor-code = Sovelluksen näyttämä koodi
enrolment-factor-help = Jos jätät tämän tyhjäksi, salasanassa on oltava vähintään { $characters } merkkiä, ja rekisteri voi silti vaatia sovelluksen.
enrolment-qr = Kuva, jonka tunnistussovellus lukee
enrolment-secret = Avain käsin kirjoitettavaksi:
enrolment-do = Ota tunnus käyttöön

account-title = Oma tili
account-heading = Oma tili
account-choose-register = Valitse rekisteri, jossa haluat työskennellä.
account-rights = Rekisterit ja roolit
account-here = olet tässä
account-go = Siirry
account-own = Omat tiedot
account-name = Nimi
account-own-help = Nimen ja käyttäjätunnuksen muuttaa rekisterin pääkäyttäjä.
account-language = Sivujen kieli
account-language-save = Vaihda kieli
account-language-saved = Kieli on vaihdettu.
account-signing-in = Kirjautuminen
account-password-change = Vaihda salasana
account-second-factor = Kirjautumisen vahvistus
account-second-factor-title = Kirjautumisen vahvistus
account-second-factor-change = Muuta
account-codes-set = tunnistussovellus käytössä
account-codes-unset = ei tunnistussovellusta
account-passkeys-count = { $count ->
    [0] ei pääsyavaimia
    [one] 1 pääsyavain
   *[other] { $count } pääsyavainta
}
account-sessions = Laitteet, joilla olet kirjautuneena
account-device-unknown = Tuntematon laite
account-session-began = kirjauduttu { $when }
account-session-seen = käytetty { $when }
account-session-this = tämä laite
account-session-end = Kirjaa ulos
account-session-ended = Istunto on päätetty.
account-sessions-end-others = Kirjaa ulos kaikilta muilta laitteilta
account-sessions-ended = Muut istunnot on päätetty.
account-programs = Ohjelmat ja kalenteri
account-tokens = Ohjelmien tunnisteet
account-tokens-title = Ohjelmien tunnisteet
account-tokens-open = Avaa tunnisteet
account-tokens-count = { $count ->
    [0] ei tunnisteita
    [one] 1 voimassa
   *[other] { $count } voimassa
}
account-calendar = Kalenterisyöte
account-calendar-title = Kalenterisyöte
account-calendar-open = Avaa kalenteri
account-shown-once = Kopioi tämä nyt talteen. Se näytetään vain tämän kerran.

account-password-title = Salasanan vaihto
account-password-heading = Vaihda salasana
account-password-help = Vaihto kirjaa sinut ulos muilta laitteilta.
account-password-do = Vaihda salasana
account-password-changed = Salasana on vaihdettu, ja muut laitteet on kirjattu ulos.

account-must-enrol = Rekisterisi edellyttää, että vahvistat kirjautumisen. Ota käyttöön tunnistussovellus tai pääsyavain, niin pääset jatkamaan.
account-codes-what = Tunnistussovellus näyttää puhelimessa vaihtuvan koodin, jota kysytään salasanan jälkeen.
account-codes-begin = Ota sovellus käyttöön
account-codes-renew = Vaihda toiseen puhelimeen
account-codes-remove = Poista sovellus käytöstä
account-codes-take = Vahvista koodi
account-codes-done = Tunnistussovellus on käytössä.
account-codes-removed = Tunnistussovellus on poistettu käytöstä.
account-passkey = Pääsyavain
account-passkeys = Pääsyavaimet
account-passkeys-what = Pääsyavaimella kirjaudut laitteen sormenjäljellä, kasvoilla tai PIN-koodilla ilman salasanaa.
account-passkeys-script = Pääsyavaimen tekeminen edellyttää, että selain suorittaa sivun ohjelmakoodia (JavaScript).
account-passkey-name = Avaimen nimi
account-passkey-name-help = Esimerkiksi laite, johon avain jää: Työpuhelin.
account-passkey-add = Tee pääsyavain
account-passkey-failed = Laite ei tehnyt pääsyavainta. Yritä uudelleen tai ota tunnistussovellus käyttöön.
account-passkey-added = Pääsyavain on käytössä.
account-passkey-removed = Pääsyavain on poistettu.
account-passkey-made = tehty { $when }
account-passkey-used = käytetty { $when }
account-passkey-unused = ei käytetty
passkey-refused = Pääsyavain ei kelvannut. Yritä uudelleen.

account-calendar-what = Kalenteriohjelmasi voi näyttää omat tapaamisesi ja tehtäviesi määräpäivät. Syötteessä ei ole kenenkään nimeä. Osoite on salainen: älä jaa sitä.
account-calendar-issue = Tee osoite
account-calendar-renew = Tee uusi osoite
account-calendar-renew-help = Syötteellä on jo osoite. Uusi osoite korvaa sen, ja vanha lakkaa toimimasta.
account-calendar-revoke = Sulje osoite
account-calendar-revoked = Kalenterisyötteen osoite on suljettu.

account-tokens-what = Ohjelma toimii tunnisteella sinun oikeuksillasi, ja jokainen käyttö jää lokiin. Anna tunnisteelle vain se, mitä ohjelma tarvitsee.
account-tokens-held = Voimassa olevat tunnisteet
account-tokens-none = Tunnisteita ei ole.
account-token-new = Uusi tunniste
account-token-name = Mihin tunnistetta käytetään?
account-token-name-help = Esimerkiksi Tilastoajo.
account-token-right = Rekisteri ja rooli
account-token-reach = Mitä ohjelma saa tehdä?
account-token-read-only = lukea
account-token-read-write = lukea ja muuttaa
account-token-resources = Mitä tietoja?
account-token-resources-help = Jos et valitse mitään, ohjelma pääsee kaikkiin roolisi tietoihin.
account-token-until = Viimeinen voimassaolopäivä
account-token-until-help = Enintään vuosi tästä päivästä.
account-token-issue = Tee tunniste
account-token-ends = päättyy { $when }
account-token-revoke = Mitätöi
account-token-revoked = Tunniste on mitätöity.
token-name = Kirjoita, mihin tunnistetta käytetään (enintään 100 merkkiä).
token-right = Valitse rekisteri ja rooli luettelosta.
token-reach = Valitse, mitä ohjelma saa tehdä.
token-resources = Valitse tiedot luettelosta.
token-end = Tunniste voi olla voimassa enintään vuoden, ja viimeinen päivä on tulevaisuudessa.
locale = Valitse kieli luettelosta.

# Tietojen lajit, toimet ja perusteet: käyttöoikeustaulukko, tunnisteet, lokit.
access-data-identity = Nimi, tunnukset ja yhteystiedot
access-data-basics = Perustiedot
access-data-special = Erityiset henkilötiedot
access-data-protected-address = Turvakiellon alainen osoite
access-data-service = Asiakkuudet ja jaksot
access-data-care = Vastuutyöntekijät
access-data-attendance = Läsnäolot
access-data-diary = Valmennuspäiväkirja
access-data-goals = Tavoitteet
access-data-contacts = Yhteydenotot ja tehtävät
access-data-assessments = Arvioinnit ja osaaminen
access-data-self-assessment = Asiakkaan itsearviointi
access-data-consents = Suostumukset
access-data-disclosures = Luovutukset
access-data-requests = Pyynnöt ja rajoitukset
access-data-documents = Asiakirjat
access-data-unsorted = Lajittelemattomat paperit
access-data-paper = Paperikansiot
access-data-archive = Arkistopaketit
access-data-statements = Lausunnot ja raportit
access-data-decisions = Päätökset
access-data-narratives = Asiakaskertomukset
access-data-service-feedback = Palaute palvelusta
access-data-oversight = Käyttöloki ja hätäkäyttö
access-data-duplicates = Kaksoiskappaleet
access-data-allowance = Kulukorvaukset
access-data-import = Tuonti
access-action-read = Näkee
access-action-write = Muuttaa
access-action-admit = Ottaa asiakkaaksi
access-action-export = Vie tiedostoon
access-action-reveal = Saa näkyviin
access-action-merge = Yhdistää ja erottaa
access-action-transfer = Pakkaa arkistoon
access-action-copy = Kopioi asiakkaalle itselleen
access-action-extract = Lue peitettyyn otteeseen
access-condition-responsible-worker = vastuutyöntekijänä tai sijaisena
access-condition-group-coach = asiakkaan ryhmän valmentajana
access-condition-same-register = kaikki rekisterin asiakkaat
access-condition-emergency-opened = perustellussa hätäkäytössä, määräajan
access-condition-link-held = linkin haltijana, kunnes linkki on käytetty tai vanhentunut
access-condition-consented-visibility = asiakkaan suostumuksella näkyvyyteen, suostumuksen ajan

accounts-title = Käyttäjät
accounts-heading = Käyttäjät ja käyttöoikeudet
accounts-add = Lisää käyttäjä
accounts-add-title = Uusi käyttäjä
accounts-add-do = Lisää käyttäjä
accounts-give-right = Anna käyttöoikeus
accounts-open = Käytössä olevat tunnukset
accounts-closed = Suljetut tunnukset
accounts-more = Muut tehtävät
accounts-name = Nimi
accounts-name-help = Sellaisena kuin työkaverit tuntevat hänet.
accounts-user-name-help = Henkilökohtainen, esimerkiksi etunimi.sukunimi. Yhteiskäyttöisiä tunnuksia ei tehdä.
accounts-rights = Käyttöoikeudet
accounts-state = Tila
accounts-state-open = käytössä
accounts-state-waiting = odottaa käyttöönottoa
accounts-state-none = ei voimassa olevaa oikeutta
accounts-state-closed = suljettu
accounts-is-closed = Tunnus on suljettu, koska sen viimeinen käyttöoikeus on päättynyt. Se avautuu, kun annat uuden oikeuden.
accounts-duties = Pääkäyttäjän tehtävät
accounts-added-heading = Käyttäjä on lisätty
accounts-reopened = Tunnus on avattu uudelleen
accounts-account-title = Käyttäjä
accounts-link-once = Kopioi käyttöönottolinkki nyt. Se näytetään vain tämän kerran.
accounts-link-what = Anna linkki henkilölle itselleen, mieluiten kasvotusten, kun olet tunnistanut hänet. Linkki on voimassa 7 päivää ja toimii kerran. Salasanan tietää vain hän itse.
accounts-back = Palaa käyttäjiin
accounts-renew = Uusi käyttöönottolinkki
accounts-renew-what = Kun salasana tai puhelin on kadonnut, käyttäjä aloittaa alusta: vanha salasana, vahvistustavat, istunnot ja tunnisteet lakkaavat toimimasta heti. Tunnista henkilö ennen kuin annat linkin.
accounts-renew-do = Tee uusi linkki
accounts-user-name-taken = Käyttäjätunnus on jo olemassa. Jos henkilöllä on tunnus toisessa rekisterissä, anna sille käyttöoikeus.
accounts-due = Odottaa sinua
accounts-due-none = Mikään ei odota sinua juuri nyt.
accounts-feedback-due = { $count ->
    [one] Yksi palaute odottaa vastausta.
   *[other] { $count } palautetta odottaa vastausta.
}
accounts-enrolments-due = { $count ->
    [one] Yksi tunnus odottaa käyttöönottoa.
   *[other] { $count } tunnusta odottaa käyttöönottoa.
}
accounts-reviews = Käyttöoikeuksien tarkistus
accounts-reviews-title = Käyttöoikeuksien tarkistus
accounts-reviews-due = { $count ->
    [one] Yksi käyttöoikeus odottaa tarkistusta.
   *[other] { $count } käyttöoikeutta odottaa tarkistusta.
}
accounts-reviews-every = { $months ->
    [one] kuukauden välein
   *[other] { $months } kuukauden välein
}
accounts-reviews-none = Mikään käyttöoikeus ei odota tarkistusta.
accounts-reviews-what = Tarvitseeko henkilö oikeutta yhä työtehtävässään? Jos tarvitsee, merkitse se tarkistetuksi. Jos ei, päätä oikeus.
accounts-review-keep = Tarvitaan yhä
accounts-reviewed = Oikeus on merkitty tarkistetuksi.
user-name = Kirjoita käyttäjätunnus ilman välilyöntejä (enintään 64 merkkiä): kirjaimia, numeroita ja merkkejä . - _ @ +
display-name = Kirjoita nimi (enintään 100 merkkiä).

right-first = Ensimmäinen käyttöoikeus
right-role-label = Rooli
right-role-coach = Ohjaa ja valmentaa asiakkaita. Näkee ne asiakkaat, joiden vastuutyöntekijä hän on tai joiden ryhmää hän valmentaa.
right-role-service-manager = Johtaa palvelua. Näkee kaikki rekisterin asiakkaat.
right-role-main-user = Pitää rekisterin järjestyksessä: käyttäjät, oikeudet, kaksoiskappaleet ja tuonnin. Ei näe päiväkirjaa.
right-role-data-protection-officer = Valvoo tietosuojaa: näkee, kuka on katsonut kenenkin tietoja, ja tarkastaa hätäkäytöt.
right-role-records-officer = Vastaa säilytysajoista ja arkistoinnista.
right-role-statistician = Näkee lukuja, ei ihmisiä.
right-role-partner = Toisen viranomaisen virkailija. Näkee sen, minkä suostumus tai laki avaa.
right-role-link-holder = Vastaa siihen yhteen asiaan, johon työntekijä antoi linkin. Roolia ei anneta kenellekään työntekijälle.
right-from = Voimassa alkaen
right-until = Viimeinen päivä
right-until-help = Jätä tyhjäksi, jos oikeus kestää niin kauan kuin tehtävä.
right-addresses = Saa nähdä turvakiellon alaisen osoitteen
right-addresses-help = Jokainen näyttökerta jää lokiin. Anna vain, jos työtehtävä sitä vaatii.
right-user-name-help = Henkilöllä on jo tunnus jossakin organisaation rekisterissä.
right-no-such-user = Organisaatiossa ei ole tällaista tunnusta. Tarkista kirjoitusasu tai lisää uusi käyttäjä.
right-give-do = Anna oikeus
right-given = Käyttöoikeus on annettu.
right-new-title = Uusi käyttöoikeus
right-holds = voimassa
right-later = alkaa myöhemmin
right-over = päättynyt
right-reveals = näkee turvakiellon alaisen osoitteen
right-looked-at = annettu tai tarkistettu { $when }
right-end = Päätä oikeus
right-end-title = Käyttöoikeuden päättäminen
right-end-heading = Päätä käyttöoikeus
right-end-what = Kun tunnuksen viimeinen oikeus päättyy, tunnus sulkeutuu, ja sen istunnot ja tunnisteet lakkaavat toimimasta.
right-end-until = Viimeinen päivä
right-end-until-help = Aikaisintaan tänään. Päättymistä ei voi siirtää myöhemmäksi: anna silloin uusi oikeus.
right-end-do = Päätä tähän päivään
right-end-now = Päätä heti
right-ended = Käyttöoikeuden päättyminen on tallennettu.
right-ends-earlier = Oikeus päättyy jo aikaisemmin. Anna uusi oikeus, jos tehtävä jatkuu.
right-role = Valitse rooli.
right-dates = Tarkista päivät: viimeinen päivä on alkamispäivä tai sen jälkeen, eikä oikeutta voi päättää menneisyyteen.
last-main-user = Rekisterillä on oltava pääkäyttäjä. Anna oikeus ensin toiselle.

policy-title = Käyttöoikeustaulukko
policy-heading = Käyttöoikeustaulukko
policy-what = Mitä kukin rooli saa tehdä ja millä perusteella. Mitä taulukossa ei ole, se on kielletty.
policy-data = Tiedot
policy-may = Saa tehdä
policy-nothing = Rooli ei pääse kenenkään henkilön tietoihin.

register-title = Rekisterin asetukset
register-heading = Rekisterin asetukset
register-in-short = Lyhyesti
register-controller = Rekisterinpitäjä
register-profile = Profiili
register-factor-offered = tarjotaan
register-factor-required = pakollinen
register-factor-strong = pakollinen, pääsyavaimella tai vahvalla tunnistuksella
register-idle = Istunto päättyy käyttämättömänä
register-longest = Istunto päättyy viimeistään
register-minutes = { $minutes ->
    [one] minuutin kuluttua
   *[other] { $minutes } minuutin kuluttua
}
register-hours = { $hours ->
    [one] tunnin kuluttua
   *[other] { $hours } tunnin kuluttua
}
register-fields-caption = Tiedot, jotka tässä rekisterissä on
register-section = Osa
register-fields = Tiedot
register-purposes = Käyttötarkoitus
register-retention = Säilytys
register-required = pakollinen
register-special = erityinen henkilötieto
register-restricted = piilotetaan turvakiellossa
