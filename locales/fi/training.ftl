# Ohjeet ja perehdytys.
training-title = Ohjeet ja perehdytys
training-what = Kenelle on opetettu mitä ja milloin, ja milloin se on opetettava uudelleen.
training-none = Ohjeita ei ole vielä kirjattu. Aloita lisäämällä ohje.
training-worker = Työntekijä
training-role = Rooli
training-standing = Tilanne
training-missing = ei opetettu
training-ran-out = vanhentunut { $day }
training-taught = opetettu { $day }
training-until = voimassa { $day } asti
training-every = uudelleen { $months } kuukauden välein
training-once = kerran
training-new = Lisää ohje
training-name = Ohjeen nimi
training-title-missing = Kirjoita ohjeen nimi.
training-content = Mistä ohje löytyy tai mitä se sanoo
training-content-help = Linkki tai lyhyt kuvaus.
training-months = Opetetaan uudelleen, kuukausia
training-months-help = Tyhjä tarkoittaa, että kerta riittää.
training-months-number = Kirjoita kuukaudet numeroin, 1–120.
training-roles = Keille
training-roles-missing = Valitse ainakin yksi rooli.
training-write = Lisää ohje
training-written = Ohje on lisätty.
training-long = Teksti on liian pitkä.
training-retire = Poista käytöstä
training-retired = Ohje on poistettu käytöstä.
training-retired-ones = Käytöstä poistetut ohjeet
training-give = Kirjaa perehdytys
training-give-do = Kirjaa perehdytys
training-instruction = Ohje
training-given-on = Milloin
training-given-on-help = Tyhjä tarkoittaa tätä päivää.
training-given = Perehdytys on kirjattu.
training-account-missing = Valitse työntekijä.
training-instruction-missing = Valitse ohje.
training-ahead = Päivä ei voi olla tulevaisuudessa.
training-already = Tämä on jo kirjattu samalle päivälle.
training-due = { $count ->
    [one] Yksi perehdytys puuttuu tai on vanhentunut
   *[other] { $count } perehdytystä puuttuu tai on vanhentunut
}
