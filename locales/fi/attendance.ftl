# Läsnäolo: ryhmän merkintä, asiakkaan vuosi.
attendance-title-group = Läsnäolot, { $group }
attendance-title-own = Läsnäolot, omat muut asiakkaat
attendance-title-client = Läsnäolo, { $name }
attendance-own = Omat muut asiakkaat
attendance-circles = Ryhmät
attendance-weeks = Viikot
attendance-week = viikko { $number }
attendance-days = Päivät
attendance-to-today = Tähän päivään
attendance-people = { $count ->
    [one] { $count } asiakas
   *[other] { $count } asiakasta
}
attendance-saved-at = tallennettu { $time }
attendance-caption = Läsnäolot päivittäin
attendance-client = Asiakas
attendance-open-day = Avaa { $date } merkittäväksi
attendance-present = Läsnä
attendance-hours = Tunnit
attendance-legend = Merkkien selitykset
attendance-late = muutettu jälkikäteen
attendance-everyone-else = Kaikki muut läsnä
attendance-keys = Näppäimillä: nuolilla liikutaan, välilyönti merkitsee läsnä tai poistaa merkinnän, s sairas, p poissa luvatta, l luvallinen poissaolo, viiva ei palvelupäivä, numerot tunnit, askelpalautin tyhjentää, Ctrl+Z kumoaa.

attendance-saved = Läsnäolot on tallennettu.
attendance-undone = Viimeisin merkintä on kumottu.
attendance-nothing-to-undo = Tässä istunnossa ei ole enää kumottavia merkintöjä.
attendance-undo-overtaken = Kumoaminen ei onnistunut: joku muu on muuttanut merkintää sen jälkeen.
attendance-overtaken = Joku muu ehti merkitä ensin. Tallenna uudelleen, jos oma merkintäsi on oikein.
attendance-both = { $name }: tallennettu { $stored }, sinun merkintäsi { $typed }
attendance-to-mend = Merkintöjä ei vielä tallennettu. Korjaa rivit, joilla on huomautus.
attendance-not-yet = Läsnäolon tai luvattoman poissaolon voi merkitä vasta samana päivänä. Tulevalle päivälle voit merkitä s, l tai viivan.
attendance-no-hours = Merkitse tunnit tai poissaolo.

attendance-saving = Tallennetaan…
attendance-pending = ei vielä tallennettu
attendance-kept = Merkinnät eivät tallentuneet, koska yhteys katkesi. Ne ovat tallessa tällä sivulla, kunnes suljet sen.
attendance-signed-out = Istunto on päättynyt, joten merkinnät eivät tallentuneet. Kirjaudu toisella välilehdellä ja yritä uudelleen: merkinnät ovat tallessa tällä sivulla.
attendance-refused = Merkinnät eivät tallentuneet. Joku ryhmän asiakkaista ei ehkä enää ole ryhmässä. Lataa sivu uudelleen.
attendance-retry = Yritä uudelleen
attendance-reload = Lataa sivu uudelleen

attendance-late-count = { $count ->
    [one] Yksi merkintä on muutettu jälkikäteen
   *[other] { $count } merkintää on muutettu jälkikäteen
}
attendance-late-title = Muutettu jälkikäteen
attendance-late-none = Tänä vuonna merkintöjä ei ole muutettu jälkikäteen.
attendance-changed = { $before } → { $after }
attendance-was-unmarked = merkitsemättä

attendance-empty-group = Ryhmässä ei ole näillä viikoilla ketään. Asiakas tulee ryhmään, kun hänen jaksonsa aloitetaan.
attendance-empty-own = Sinulla ei ole näillä viikoilla asiakkaita ryhmiesi ulkopuolella. Asiakas näkyy täällä, kun hänellä on jakso ja olet hänen vastuutyöntekijänsä.
attendance-empty-client = Läsnäoloja ei ole vielä. Ne näkyvät täällä, kun jakso on alkanut.
attendance-empty-year = Tältä vuodelta ei ole läsnäoloja.
attendance-panel = Läsnäolo
attendance-whole-year = Koko vuosi
attendance-nothing-marked = Mitään ei ole vielä merkitty.
attendance-summary = Läsnäolo { $weeks } viikolta: { $percent }, { $attended } päivää { $marked } merkitystä.

attendance-years = Vuodet
attendance-attended = Läsnä
attendance-hours-total = Tunteja
attendance-percent = Läsnäoloprosentti
attendance-percent-means = läsnä merkityistä päivistä
attendance-regularity = Säännöllisyys
attendance-regular-weeks = { $regular } viikkoa { $weeks } viikosta
attendance-regularity-means = viikot, joilla läsnä vähintään 80 % merkityistä päivistä
attendance-month = Kuukausi
attendance-unmarked = merkitsemättä
attendance-unit-days = pv
attendance-unit-hours = t
attendance-by-months = Kuukausittain
attendance-by-days = Päivittäin
attendance-year-total = Koko vuosi

attendance-month-locked = Kuukausi on vahvistettu maksajalle, joten sen merkintöjä ei voi enää muuttaa. Tee muutos korjauksena asiakkaan kuukauden sivulla.
attendance-confirmed = vahvistettu, korjaa
