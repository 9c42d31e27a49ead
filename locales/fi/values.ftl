# Mitä kirjoitetussa tiedossa pitää korjata. Tekstit eivät koskaan toista kirjoitettua.
identity-code-shape = Kirjoita henkilötunnus muodossa PPKKVVXNNNT, esimerkiksi 010594Y9032.
identity-code-century-sign = Tarkista henkilötunnuksen seitsemäs merkki. Se on +, -, Y, X, W, V, U tai kirjain A–F.
identity-code-date = Tarkista henkilötunnuksen alku. Sellaista päivää ei ole.
identity-code-individual-number = Tarkista henkilötunnuksen kolme viimeistä numeroa. Ne ovat vähintään 002.
identity-code-check-character = Tarkista henkilötunnus. Siinä on kirjoitusvirhe: tarkistusmerkki ei täsmää.
identity-code-not-artificial = Keinotekoisen henkilötunnuksen yksilönumero on 900–999 ja syntymävuosi 1800–2099.
business-id-shape = Kirjoita Y-tunnus muodossa 1234567-8.
business-id-check-digit = Tarkista Y-tunnus. Siinä on kirjoitusvirhe: tarkistusnumero ei täsmää.
iban-shape = Kirjoita tilinumero IBAN-muodossa. Suomalainen tilinumero alkaa FI ja siinä on 18 merkkiä.
iban-country = Tarkista tilinumeron kaksi ensimmäistä kirjainta. Maassa ei käytetä IBAN-tilinumeroita.
iban-country-form = Tarkista tilinumeron pituus. Suomalaisessa tilinumerossa on FI ja 16 numeroa.
iban-check-digits = Tarkista tilinumero. Siinä on kirjoitusvirhe: tarkistusnumerot eivät täsmää.
phone-shape = Kirjoita yksi puhelinnumero numeroina, esimerkiksi 040 123 4567 tai +358 40 123 4567.
phone-no-such-number = Tarkista puhelinnumero. Siitä puuttuu numeroita tai niitä on liikaa.
email-shape = Kirjoita sähköpostiosoite muodossa nimi@esimerkki.fi.
email-domain = Tarkista sähköpostiosoitteen loppu @-merkin jälkeen.
email-too-long = Sähköpostiosoite on liian pitkä.
postal-code-shape = Kirjoita postinumero viitenä numerona, esimerkiksi 00100.
money-shape = Kirjoita summa euroina, esimerkiksi 9 tai 9,50.
money-too-large = Summa on liian suuri.
date-shape = Kirjoita päivä muodossa 1.2.2026. Voit kirjoittaa myös 1.2., eilen, tänään, huomenna tai viikonpäivän.
date-no-such-day = Tarkista päivä. Sellaista päivää ei ole kalenterissa.
date-year = Tarkista vuosi. Sen pitää olla 1800–2199.
date-range-end-before-start = Päättymispäivä on ennen alkamispäivää.
clock-time-shape = Kirjoita kellonaika muodossa 9.05.
clock-time-no-such-time = Tarkista kellonaika. Sellaista aikaa ei ole.
weekdays-unknown = Valitse viikonpäivä luettelosta.
hours-shape = Kirjoita tunnit numeroina, esimerkiksi 6, 6,5 tai 6:30.
hours-too-long = Tarkista tunnit. Vuorokaudessa on 24 tuntia.
code-list-empty = Valitse jokin vaihtoehto. Jos tietoa ei ole, valitse Ei tietoa.
code-list-unknown = Valitse vaihtoehto luettelosta. Kirjoitettua ei tunnistettu.

# Läsnäolomerkinnät
mark-expected = Odotetaan
mark-present = Läsnä
mark-sick = Sairas
mark-absent = Poissa luvatta
mark-permitted = Poissa luvalla
mark-not-a-day = Ei toimintapäivä
mark-empty = Merkintä puuttuu.
mark-unclear = Merkitse x (läsnä), tunnit, s (sairas), p (poissa), l (luvallinen) tai - (ei toimintapäivä).
mark-too-long = Tarkista tunnit. Vuorokaudessa on 24 tuntia.

# Mitä laki sanoo jaksosta
law-period-without-end = Anna jaksolle päättymispäivä. Kuntouttavan työtoiminnan jakso kestää enintään { $limit } kuukautta.
law-period-too-short = Kuntouttavan työtoiminnan jakso kestää vähintään { $limit } kuukautta. Siirrä päättymispäivää myöhemmäksi.
law-period-too-long = Kuntouttavan työtoiminnan jakso kestää enintään { $limit } kuukautta. Siirrä päättymispäivää aikaisemmaksi.
law-week-too-few-days = { $limit ->
    [one] Kuntouttavaa työtoimintaa on vähintään yhtenä päivänä viikossa. Lisää päivä.
   *[other] Kuntouttavaa työtoimintaa on vähintään { $limit } päivänä viikossa. Lisää päiviä.
}
law-week-too-many-days = Kuntouttavaa työtoimintaa on enintään { $limit } päivänä viikossa. Poista päiviä.
law-day-too-short = Kuntouttavan työtoiminnan päivä kestää vähintään { $limit } tuntia. Matkoja ei lasketa mukaan.
law-day-too-long = Kuntouttavan työtoiminnan päivä kestää enintään { $limit } tuntia. Matkoja ei lasketa mukaan.
law-week-too-long = Kuntouttavaa työtoimintaa on enintään { $limit } tuntia viikossa. Vähennä päiviä tai tunteja.
law-not-young = Nuorten työpajatoiminta on alle { $limit }-vuotiaille. Tarkista, millä perusteella asiakas aloittaa.
