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
