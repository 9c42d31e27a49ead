# Asiakkuudet
relationships-title = Asiakkuudet
relationships-new = Uusi asiakkuus
relationships-edit = Muokkaa asiakkuutta
relationships-end = Päätä asiakkuus
relationships-correct-end = Korjaa päättymistä
relationships-follow-up = Kirjaa tilanne vuoden kuluttua
relationships-none-yet = Asiakkaalla ei ole vielä asiakkuutta. Aloita lisäämällä asiakkuus lähetteen tiedoilla.

relationships-referrer = Kuka lähetti
relationships-referrer-help = Esimerkiksi työllisyysalueen tai oppilaitoksen nimi ja yhteyshenkilö.
relationships-referred-on = Lähetteen päivä
relationships-last-day = Viimeinen päivä
relationships-placement-help = Minne asiakas siirtyy. Myös Edelleen työpajalla ja Ei tietoa ovat vastauksia.
relationships-follow-up-help = Missä asiakas on nyt, kun päättymisestä on vuosi? Jos tietoa ei saada, valitse Ei tietoa.
relationships-ask-on = Kysytään { $date }
relationships-goes-on = voimassa
relationships-over = päättynyt
relationships-follow-up-due = Kysy, missä asiakas on nyt

relationships-begun = Asiakkuus on tallennettu.
relationships-saved = Asiakkuuden muutokset on tallennettu.
relationships-ended = Asiakkuus on päätetty.
relationships-followed-up = Tilanne vuoden kuluttua on tallennettu.

relationships-conflict = Joku muu muutti asiakkuutta sillä välin. Tässä on, mitä nyt on tallennettu; alla on, mitä sinä kirjoitit. Tallenna uudelleen, jos omasi on oikein.
relationships-start-too-far = Tarkista vuosi. Asiakkuus voi alkaa enintään vuoden päästä.
relationships-end-ahead = Päivä on tulevaisuudessa. Päätä asiakkuus, kun viimeinen päivä on tullut.
relationships-placement-missing = Valitse jatkosijoittuminen. Jos sitä ei tiedetä, valitse Ei tietoa.
relationships-nothing-to-ask = Tästä asiakkuudesta ei kysytä tilannetta vuoden kuluttua.
relationships-too-long = Teksti on liian pitkä. Lyhennä sitä.
