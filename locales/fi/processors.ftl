# Henkilötietojen käsittelijät ja järjestelmät.
processors-title = Käsittelijät ja järjestelmät
processors-what = Kuka käsittelee tietoja rekisterinpitäjän lukuun, missä järjestelmässä, missä maassa ja millä sopimuksella.
processors-new = Lisää käsittelijä tai järjestelmä
processors-one = Käsittelijä tai järjestelmä
processors-waiting = Täydennettävät
processors-waiting-what = rekisterin kuvauksesta
processors-complete = Täydennä
processors-processors = Käsittelijät
processors-systems = Järjestelmät
processors-none = Yhtään ei ole vielä kirjattu.
processors-ended-ones = Päättyneet
processors-kind = Laji
processors-kind-processor = Käsittelijä
processors-kind-system = Järjestelmä
processors-kind-missing = Valitse, onko kyse käsittelijästä vai järjestelmästä.
processors-name = Nimi
processors-name-missing = Kirjoita nimi.
processors-purpose = Mitä varten
processors-purpose-missing = Kirjoita, mitä varten tietoja käsitellään.
processors-data = Mitä tietoja
processors-data-help = Tietojen lajit ja keitä ne koskevat.
processors-data-missing = Kirjoita, mitä tietoja käsitellään.
processors-run-by = Kuka järjestelmää ylläpitää
processors-run-by-help = Jätä tyhjäksi, jos rekisterinpitäjä ylläpitää itse.
processors-country = Maa
processors-country-help = Kaksi kirjainta, esimerkiksi FI.
processors-country-code = Kirjoita maan kaksikirjaiminen tunnus, esimerkiksi FI.
processors-adequacy = Saako tietoja käsitellä siellä
processors-adequacy-eea = EU tai ETA
processors-adequacy-decision = Komissio on todennut maan tietosuojan riittäväksi
processors-adequacy-safeguard = Suojatoimi on kirjattu (46 artikla)
processors-adequacy-none = Ei perustetta
processors-adequacy-missing = Valitse, millä perusteella tietoja saa käsitellä siellä.
processors-adequacy-country = Peruste ei sovi maahan: EU tai ETA valitaan vain niiden jäsenmaille.
processors-refused = Ilman riittävyyspäätöstä tai suojatoimea tietoja ei saa käsitellä siellä (tietosuoja-asetus 44–46 artikla).
processors-policy = Rekisterin käytäntö ei salli käsittelyä tässä maassa.
processors-safeguard-label = Suojatoimi
processors-safeguard-help = Esimerkiksi komission vakiolausekkeet. Vain, jos peruste on suojatoimi.
processors-safeguard = Kirjoita suojatoimi, jos se on peruste; muuten jätä kohta tyhjäksi.
processors-contract = Sopimus
processors-contract-help = Sopimuksen numero tai paikka (tietosuoja-asetus 28 artikla).
processors-contract-from = Sopimus alkaa
processors-contract-until = Sopimus päättyy
processors-contract-missing = Kirjoita sopimuksen numero tai paikka, tai tyhjennä päivät.
processors-until-early = Sopimus päättyy ennen kuin se alkaa. Tarkista päivät.
processors-contract-none = sopimus puuttuu
processors-contract-ended = sopimus päättyi { $day }
processors-contract-ending = sopimus päättyy { $day }
processors-contract-holds = sopimus voimassa
processors-known-already = Tämä rekisterin kuvauksen kohta on jo täydennetty.
processors-long = Teksti on liian pitkä.
processors-saved = Tiedot on tallennettu.
processors-changed-meanwhile = Joku muu muutti tietoja sillä välin. Kirjoittamasi on tallella: vertaa ja tallenna uudelleen.
processors-end-title = Käsittelyn päättyminen
processors-end-what = Kun sopimus päättyy, käsittelijä poistaa tai palauttaa tiedot (tietosuoja-asetus 28 artikla 3 kohta g).
processors-end = Merkitse päättyneeksi
processors-ended = Merkitty päättyneeksi.
processors-ended-on = Päättynyt { $day }.
processors-written = Kirjannut { $name }, { $when }
processors-due-contracts = { $count ->
    [one] Yhden käsittelijän sopimus puuttuu, on päättynyt tai päättyy pian
   *[other] { $count } käsittelijän sopimus puuttuu, on päättynyt tai päättyy pian
}
processors-due-waiting = { $count ->
    [one] Yhden käsittelijän tai järjestelmän tiedot on täydennettävä
   *[other] { $count } käsittelijän tai järjestelmän tiedot on täydennettävä
}
