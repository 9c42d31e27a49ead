# Tehtävät ja kalenterisyöte.
tasks-title = Tehtävät
tasks-new = Uusi tehtävä
tasks-edit = Muokkaa tehtävää
tasks-whose = Kenen tehtävät
tasks-mine = Omat
tasks-everybodys = Kaikkien
tasks-due-count = { $count ->
    [0] Tänään ei eräänny mitään
    [one] Yksi erääntyy tänään tai on myöhässä
   *[other] { $count } erääntyy tänään tai on myöhässä
}
tasks-overdue = Myöhässä
tasks-today = Tänään
tasks-this-week = Tällä viikolla
tasks-later = Myöhemmin
tasks-none = Avoimia tehtäviä ei ole. Tehtävä syntyy, kun kirjaat yhteydenottoon, mitä sovittiin.
tasks-first-step = Valitse asiakas
tasks-client-none = Tälle asiakkaalle ei ole tehtäviä.
tasks-settled-lately = Viimeksi tehdyt
tasks-state-open = avoin
tasks-state-done = tehty
tasks-state-dropped = ei tarvittu
tasks-source-contact = sovittu
tasks-source-period-review = jakson tarkistus
tasks-source-manual = kirjattu
tasks-finish = Merkitse tehdyksi
tasks-drop = Ei tarvita enää
tasks-what = Mitä tehdään
tasks-due-on = Määräpäivä
tasks-due-on-help = Esimerkiksi 1.12. tai huomenna.
tasks-responsible = Kuka tekee
tasks-title-missing = Kirjaa, mitä tehdään.
tasks-responsible-unknown = Valitse asiakkaan työntekijä luettelosta.
tasks-due-too-far = Määräpäivä on yli kahden vuoden päässä. Tarkista vuosi.
tasks-too-long = Teksti on liian pitkä. Lyhennä se 300 merkkiin.
tasks-settled-already = Tehtävä on jo tehty tai poistettu. Kumoa se ensin.
tasks-step-impossible = Tehtävä on jo siinä tilassa.
tasks-conflict = Joku muu muutti tehtävää sillä välin. Nyt on tallennettu: { $title }, { $day }, { $name }. Tarkista ja tallenna uudelleen.
tasks-added = Tehtävä on tallennettu.
tasks-changed = Tehtävän muutos on tallennettu.
tasks-finished = Tehtävä on merkitty tehdyksi. Voit kumota sen tehtyjen kohdalta.
tasks-dropped = Tehtävä on poistettu avoimista. Voit kumota sen tehtyjen kohdalta.
tasks-reopened = Tehtävä on taas avoin.
tasks-calendar-name = Polku
tasks-calendar-meeting = Tapaaminen
tasks-calendar-task = Tehtävä
tasks-calendar-reminder = Muistutus
