# Jaksot
periods-title = Jaksot
periods-period = Jakso
periods-new = Uusi jakso
periods-edit = Muokkaa jaksoa
periods-start = Aloita jakso
periods-end = Päätä jakso
periods-resume = Jatka jaksoa
periods-correct-end = Korjaa päättymistä
periods-save-planned = Tallenna suunniteltuna
periods-none-yet = Asiakkaalla ei ole vielä jaksoja. Aloita lisäämällä jakso sopimuksen tiedoilla.
periods-none-now = Ei jaksoa

periods-measure = Toimenpide
periods-group = Ryhmä
periods-group-help = Kun jakso alkaa, ryhmän valmentajat näkevät asiakkaan tiedot. Kun jakso päättyy, näkeminen päättyy.
periods-place = Paikka
periods-first-day = Alkamispäivä
periods-last-day = Päättymispäivä
periods-last-day-help = Jätä tyhjäksi, jos päättymisestä ei ole sovittu.
periods-weekdays = Päivät viikossa
periods-hours = Tunnit päivässä
periods-hours-help = Esimerkiksi 6, 6,5 tai 6:30. Matkoja ei lasketa mukaan.
periods-changes-from = Uudet päivät ja tunnit alkavat
periods-changes-from-help = Tarvitaan vain, jos muutat viikonpäiviä tai tunteja. Tätä aiempi aika jää ennalleen. Jos jätät tyhjäksi, muutos alkaa tänään.
periods-week = Viikko-ohjelma
periods-left = Jäljellä
periods-over = Päättymispäivä on mennyt
periods-days-done = { $done } / { $total } päivää

periods-outcome = Miten jakso päättyi?
periods-outcome-completed = Jakso toteutui
periods-outcome-interrupted = Jakso keskeytyi tai ei alkanut
periods-ended-on = Viimeinen päivä
periods-ended-on-help = Päivä, jona asiakas oli viimeksi mukana. Jos jakso ei alkanut, päivä jona siitä luovuttiin.
periods-placement = Jatkosijoittuminen
periods-placement-help = Minne asiakas siirtyy jakson jälkeen. Myös Edelleen työpajalla ja Ei tietoa ovat vastauksia.
periods-reason = Keskeytymisen syy
periods-reason-help = Tarvitaan, jos jakso keskeytyi. Kirjoita vain se, mikä on työn kannalta välttämätöntä.
periods-relationship = Päättyykö samalla asiakkuus?
periods-relationship-help = Päättyvälle asiakkuudelle tallennetaan sama viimeinen päivä ja jatkosijoittuminen.
periods-relationship-goes-on = Asiakkuus jatkuu
periods-relationship-ends = Päätä asiakkuus: { $basis }, { $since } alkaen
periods-resumed-on = Jakso jatkuu
periods-breaks = Aiemmat keskeytykset
periods-break = Viimeinen päivä { $last }, jatkui { $resumed }.

periods-state-planned = suunniteltu
periods-state-ongoing = meneillään
periods-state-completed = toteutunut
periods-state-interrupted = keskeytynyt
periods-flag-not-started = Alkamispäivä meni, jaksoa ei ole aloitettu
periods-flag-not-closed = Päättymispäivä meni, jaksoa ei ole päätetty
periods-flag-ends-soon = { $weeks ->
    [one] Viimeinen viikko
   *[other] { $weeks } viikkoa jäljellä
}
periods-flag-end-missing = Päättymispäivä puuttuu
periods-flag-week-missing = Viikko-ohjelma puuttuu
periods-flag-placement-missing = Jatkosijoittuminen puuttuu

periods-law = Kuntouttava työtoiminta: { $limits } ({ $source }).
periods-law-length = jakso { $fewest }–{ $most } kuukautta
periods-law-days = { $fewest }–{ $most } päivää viikossa
periods-law-hours = { $shortest }–{ $longest } tuntia päivässä
periods-law-shortest = vähintään { $shortest } tuntia päivässä
periods-law-week = enintään { $longest } tuntia viikossa
periods-warned = Laista seuraa huomautus. Voit tallentaa, kun hyväksyt sen.
periods-accept = Hyväksyn ja tallennan silti

periods-planned = Jakso on tallennettu suunniteltuna.
periods-started = Jakso on aloitettu.
periods-saved = Jakson muutokset on tallennettu.
periods-ended = Jakso on päätetty.
periods-resumed = Jakso jatkuu.

periods-conflict = Joku muu muutti jaksoa sillä välin. Tässä on, mitä nyt on tallennettu; alla on, mitä sinä kirjoitit. Tallenna uudelleen, jos omasi on oikein.
periods-start-ahead = Päivä on tulevaisuudessa. Tallenna jakso suunniteltuna ja aloita se, kun päivä tulee.
periods-end-ahead = Päivä on tulevaisuudessa. Päätä jakso, kun viimeinen päivä on tullut.
periods-resume-too-early = Jakso voi jatkua aikaisintaan viimeistä päivää seuraavana päivänä.
periods-ended-already = Jakso on jo päättynyt, joten sitä ei voi enää muokata. Voit korjata päättymistä tai jatkaa jaksoa.
periods-step-impossible = Tätä ei voi tehdä jaksolle, joka on tässä vaiheessa.
periods-weekdays-missing = Valitse vähintään yksi viikonpäivä.
periods-hours-missing = Kirjoita, kuinka monta tuntia päivä kestää.
periods-outcome-missing = Valitse, miten jakso päättyi.
periods-reason-missing = Kirjoita, miksi jakso keskeytyi.
periods-placement-missing = Valitse jatkosijoittuminen. Jos sitä ei tiedetä, valitse Ei tietoa.
periods-too-long = Teksti on liian pitkä. Lyhennä sitä.
