# Ryhmät
groups-title = Ryhmät
groups-one = Ryhmä
groups-new = Uusi ryhmä
groups-edit = Muokkaa ryhmää
groups-close = Sulje ryhmä
groups-close-what = Suljettuun ryhmään ei voi aloittaa jaksoja. Ryhmän tiedot säilyvät.
groups-none-yet = Ryhmiä ei ole vielä. Tee ensin ryhmä ja lisää siihen valmentaja.
groups-none-own = Et valmenna nyt mitään ryhmää. Palveluesihenkilö tai pääkäyttäjä lisää valmentajat ryhmiin.

groups-name = Nimi
groups-name-help = Esimerkiksi Puupaja. Nimi näkyy kaikille työntekijöille: älä kirjoita siihen kenenkään nimeä.
groups-place = Paikka
groups-coach = Työntekijä
groups-coaches = Valmentajat
groups-coaches-before = Aiemmat valmentajat
groups-no-coach = ei valmentajaa
groups-no-coach-yet = Ryhmällä ei ole valmentajaa. Kukaan ei näe asiakkaita ryhmän perusteella.
groups-add-coach = Lisää valmentaja
groups-add-coach-help = Valmentaja näkee ryhmän asiakkaiden tiedot alkamispäivästä lähtien.
groups-end-coach = Päätä valmentajan aika
groups-end-coach-help = Valmentaja näkee ryhmän asiakkaiden tiedot vielä tämän päivän.
groups-first-day = Ensimmäinen päivä
groups-last-day = Viimeinen päivä
groups-members = Ryhmässä nyt
groups-no-members = Ryhmässä ei ole nyt ketään. Asiakas tulee ryhmään, kun hänen jaksonsa alkaa.
groups-member-since = { $date } alkaen
groups-state = Tila
groups-open = toiminnassa
groups-closed-on = suljettu { $date }

groups-made = Ryhmä on tehty. Lisää siihen valmentaja.
groups-saved = Ryhmän muutokset on tallennettu.
groups-closed = Ryhmä on suljettu.
groups-coach-added = Valmentaja on lisätty.
groups-coach-ended = Valmentajan viimeinen päivä on tallennettu.

groups-conflict = Joku muu muutti ryhmää sillä välin. Tässä on, mitä nyt on tallennettu; alla on, mitä sinä kirjoitit. Tallenna uudelleen, jos omasi on oikein.
groups-name-missing = Kirjoita ryhmälle nimi.
groups-name-taken = Samanniminen ryhmä on jo toiminnassa. Anna toinen nimi.
groups-coach-missing = Valitse työntekijä luettelosta.
groups-coach-there = Työntekijä on jo ryhmän valmentaja sinä päivänä.
groups-is-closed = Ryhmä on suljettu, joten siihen ei voi lisätä valmentajaa.
groups-has-members = Ryhmässä on vielä asiakkaita. Päätä ensin heidän jaksonsa tai siirrä heidät toiseen ryhmään.
groups-close-ahead = Päivä on tulevaisuudessa. Sulje ryhmä, kun viimeinen päivä on tullut.
groups-too-long = Teksti on liian pitkä. Lyhennä se enintään 100 merkkiin.
