# Sivun kehys: ylä- ja alaosa, valikot, virhesivut.
frame-product = Polku
frame-wait = Hetki, pyyntö on käsittelyssä…
frame-skip = Siirry sisältöön
frame-register = Rekisteri:
frame-navigation = Päävalikko
frame-find-label = Hae asiakasta
frame-find-hint = Hae asiakasta nimellä tai numerolla
frame-find-do = Hae
frame-find-wait = Haetaan…
frame-find-failed = Haku ei onnistunut. Yritä uudelleen painamalla Enter.
frame-found = { $count ->
    [0] Ketään ei löytynyt
    [one] Löytyi yksi
   *[other] Löytyi { $count }
}
frame-others = Muut
frame-own-menu = Oma valikko:
frame-account = Oma tili
frame-keys = Pikanäppäimet
frame-keys-on = käytössä
frame-keys-off = pois käytöstä
frame-sign-out = Kirjaudu ulos
frame-switch = Vaihda rekisteriä tai roolia
frame-accessibility = Saavutettavuusseloste
frame-privacy = Tietosuojaseloste
frame-language = Kieli

nav-today = Tänään
nav-clients = Asiakkaat
nav-attendance = Läsnäolot
nav-tasks = Tehtävät
nav-plans = Suunnitelmat
nav-reports = Raportit
nav-register = Rekisteri
nav-import = Tuonti
nav-admin = Ylläpito

role-coach = Valmentaja
role-service-manager = Palveluesihenkilö
role-main-user = Pääkäyttäjä
role-data-protection-officer = Tietosuojavastaava
role-records-officer = Asiakirjahallinnon vastuuhenkilö
role-statistician = Tilastoija
role-partner = Kumppaniviranomainen
role-client = Asiakas

problem-bad-request = Pyyntöä ei ymmärretty
problem-bad-request-what = Lähetetyissä tiedoissa oli jotain, mitä järjestelmä ei osannut lukea.
problem-bad-request-next = Palaa edelliselle sivulle, tarkista tiedot ja lähetä ne uudelleen.
problem-signed-out = Kirjaudu uudelleen
problem-signed-out-what = Istuntosi on päättynyt.
problem-signed-out-next = Kirjaudu sisään ja jatka siitä, mihin jäit.
problem-step-up = Vahvista, että se olet sinä
problem-step-up-what = Tähän toimintoon tarvitaan vahvempi tunnistautuminen kuin sisäänkirjautumiseen.
problem-step-up-next = Vahvistuksen jälkeen palaat samaan kohtaan.
problem-not-found = Sivua ei löytynyt
problem-not-found-what = Tässä osoitteessa ei ole mitään.
problem-not-found-next = Tarkista osoite tai hae uudelleen.
problem-conflict = Joku muu ehti ensin
problem-conflict-what = Samaa tietoa muutettiin sillä välin, kun muokkasit sitä.
problem-conflict-next = Palaa edelliselle sivulle, katso uusi tieto ja tee muutoksesi siihen.
problem-too-large = Liian suuri tiedosto tai teksti
problem-too-large-what = Lähetys oli suurempi kuin järjestelmä ottaa vastaan.
problem-too-large-next = Pienennä tiedostoa tai jaa se osiin ja lähetä uudelleen.
problem-too-many = Liian monta yritystä
problem-too-many-what = Samaa toimintoa on yritetty lyhyessä ajassa liian monta kertaa.
problem-too-many-next = Odota hetki ja yritä sitten uudelleen.
problem-internal = Järjestelmässä on vika
problem-internal-what = Vika on meidän, ei sinun. Siitä on jäänyt merkintä ylläpidolle.
problem-internal-next = Yritä uudelleen. Jos sama toistuu, kerro viitenumero pääkäyttäjälle.
problem-unavailable = Palvelu on hetken poissa käytöstä
problem-unavailable-what = Järjestelmää huolletaan tai se on kuormittunut.
problem-unavailable-next = Yritä muutaman minuutin päästä uudelleen.
problem-work-saved = Se, mitä ehdit tehdä, on tallennettu.
problem-work-kept = Muutoksiasi ei tallennettu, mutta ne ovat yhä edellisellä sivulla. Pääset niihin selaimen Takaisin-painikkeella.
problem-work-not-saved = Muutoksiasi ei tallennettu.
idempotency-key-used = Samalla Idempotency-Key-tunnisteella on jo lähetetty toinen pyyntö. Lähetä tämä uudella tunnisteella.
problem-reference = Viitenumero { $reference }
problem-to-start = Siirry alkuun
problem-to-sign-in = Kirjaudu sisään
problem-to-step-up = Vahvista
