# Asiakirjat.
documents-title = Asiakirjat
documents-one = Asiakirja
documents-new = Lisää asiakirjoja
documents-add = Lisää
documents-edit = Muokkaa tietoja
documents-none = Asiakkaalla ei ole vielä asiakirjoja.
documents-first-step = Lisää ensimmäinen
documents-all = Kaikki ({ $count })

documents-files = Tiedostot
documents-files-help = PDF, kuva (JPEG, PNG, HEIC, WebP, TIFF) tai tekstiasiakirja (DOCX, ODT). Voit valita useita. Yksi tiedosto saa olla enintään { $limit }.
documents-files-missing = Valitse tiedosto tai ota kuva.
documents-photo = Kuva puhelimen kameralla
documents-photo-help = Ota kuva paperista suoraan ylhäältä ja hyvässä valossa, jotta teksti voidaan lukea siitä.
documents-too-large-here = tiedosto on suurempi kuin { $limit }. Pienennä se tai jaa se osiin.
documents-more-fields = Lähde, salassapito ja muut tiedot
documents-class = Mikä asiakirja
documents-class-help = Säilytysaika määräytyy tämän mukaan.
documents-class-referral = Lähete
documents-class-agreement = Sopimus
documents-class-plan = Suunnitelma
documents-class-decision = Päätös
documents-class-statement = Lausunto
documents-class-certificate = Todistus
documents-class-application = Ansioluettelo tai työhakemus
documents-class-health = Terveyttä tai työkykyä koskeva asiakirja
documents-class-benefit = Etuutta tai korvausta koskeva asiakirja
documents-class-consent = Suostumus
documents-class-letter = Kirje tai viesti
documents-class-other = Muu asiakirja
documents-class-unknown = Valitse luettelosta, mikä asiakirja on.
documents-title-field = Otsikko
documents-title-help = Jos jätät tyhjäksi, otsikoksi tulee tiedoston nimi.
documents-title-long = Otsikossa saa olla enintään 120 merkkiä. Lyhennä sitä.
documents-dated = Asiakirjan päivä
documents-dated-help = Esimerkiksi 1.12. tai eilen.
documents-dated-ahead = Asiakirjan päivä ei voi olla tulevaisuudessa. Tarkista päivä.
documents-language = Asiakirjan kieli
documents-language-fi = suomi
documents-language-sv = ruotsi
documents-language-en = englanti
documents-language-other = muu kieli
documents-language-unknown = Valitse kieli luettelosta.
documents-origin = Mistä asiakirja on
documents-who = Kuka tarkalleen
documents-who-help = Kirjoita nimi, jos lähde on asiakkaan nimeämä henkilö.
documents-who-missing = Kirjoita, kuka asiakirjan antoi.
documents-source-unknown = Valitse lähde luettelosta.
documents-channel-unknown = Valitse tapa luettelosta.
documents-line-long = Teksti on liian pitkä. Lyhennä se enintään 300 merkkiin.
documents-secrecy = Salassapito
documents-publicity = Julkisuus
documents-publicity-secret = Salassa pidettävä
documents-publicity-partly = Osittain salassa pidettävä
documents-publicity-public = Julkinen
documents-publicity-unknown = Valitse julkisuus luettelosta.
documents-ground = Salassapidon peruste
documents-ground-help = Tyhjänä peruste on tämän rekisterin oma: { $ground }.
documents-note = Lisätietoja
documents-note-long = Lisätiedoissa saa olla enintään 2 000 merkkiä. Lyhennä tekstiä.
documents-retention = Säilytys
documents-megabytes = Mt
documents-kilobytes = kt

documents-added = Asiakirja on lisätty. Sen voi avata, kun virustarkistus on valmis.
documents-added-all = Asiakirjat on lisätty. Ne voi avata, kun virustarkistus on valmis.
documents-added-all-but-words = Tiedostot on lisätty, mutta osaa kirjoittamistasi tiedoista ei voitu ottaa mukaan. Tarkista asiakirjojen tiedot.
documents-known = Sama tiedosto on jo asiakkaan asiakirjoissa. Tässä se on.
documents-described = Tiedot on tallennettu.
documents-file-is-kept = Tiedosto on tallessa. Korjaa vielä alla olevat tiedot.
documents-conflict = Joku muu muutti tietoja sillä välin. Yllä on se, mitä nyt on tallennettu. Omat muutoksesi ovat lomakkeessa: tarkista ne ja tallenna.
documents-stored-now = Nyt tallennettuna
documents-kept-beside = { $count ->
    [one] Yksi tiedosto lisättiin.
   *[other] { $count } tiedostoa lisättiin.
}
documents-to-list = Katso asiakirjat

documents-refused-empty = tiedosto on tyhjä. Valitse toinen tiedosto.
documents-refused-kind = tätä tiedostotyyppiä ei oteta vastaan. Tallenna asiakirja PDF-tiedostona tai kuvana ja lähetä se uudelleen.
documents-refused-lies = tiedoston sisältö ei vastaa sen nimeä. Tarkista, että valitsit oikean tiedoston.
documents-refused-torn = tiedosto on katkennut tai vioittunut. Skannaa tai tallenna se uudelleen.
documents-refused-large = tiedosto on suurempi kuin { $limit }. Pienennä se tai jaa se osiin.
documents-refused-pixels = kuvassa on liikaa kuvapisteitä. Skannaa se pienemmällä tarkkuudella, esimerkiksi 300 dpi.
documents-refused-bomb = tiedosto purkautuisi liian suureksi. Tallenna asiakirja PDF-tiedostona ja lähetä se uudelleen.
documents-refused-away = asiakirjavarasto ei vastaa. Tiedostosta ei tallennettu mitään. Lähetä se hetken päästä uudelleen.

documents-tag-waiting = virustarkistus kesken
documents-tag-infected = virus
documents-tag-unchecked = tarkistamatta
documents-tag-reading = tekstiä luetaan
documents-waiting = { $count ->
    [one] Yksi asiakirja odottaa virustarkistusta. Se kestää yleensä muutaman sekunnin.
   *[other] { $count } asiakirjaa odottaa virustarkistusta. Se kestää yleensä hetken.
}
documents-no-scanner = { $count ->
    [one] Virustarkistus ei ole nyt käytössä. Yksi asiakirja odottaa, ja se tarkistetaan, kun tarkistus taas toimii. Kerro tästä pääkäyttäjälle.
   *[other] Virustarkistus ei ole nyt käytössä. { $count } asiakirjaa odottaa, ja ne tarkistetaan, kun tarkistus taas toimii. Kerro tästä pääkäyttäjälle.
}
documents-unchecked = { $count ->
    [one] Yhtä asiakirjaa ei voitu tarkistaa, joten sitä ei voi avata.
   *[other] { $count } asiakirjaa ei voitu tarkistaa, joten niitä ei voi avata.
}
documents-look-again = Tarkista uudelleen
documents-looking-again = Asiakirjat tarkistetaan uudelleen.
documents-closed-waiting = Asiakirja odottaa virustarkistusta. Sen voi avata, kun tarkistus on valmis.
documents-closed-no-scanner = Virustarkistus ei ole nyt käytössä. Asiakirja odottaa, ja sen voi avata vasta tarkistuksen jälkeen. Kerro tästä pääkäyttäjälle.
documents-closed-infected = Asiakirjasta löytyi virus, joten sitä ei voi avata.
documents-closed-unchecked = Asiakirjaa ei voitu tarkistaa virusten varalta, joten sitä ei voi avata.
documents-away = Asiakirjavarasto ei vastaa, joten asiakirjaa ei voi avata nyt. Yritä hetken päästä uudelleen.
documents-damaged = Asiakirjan tiedosto on vioittunut varastossa, joten sitä ei voi avata. Kerro tästä pääkäyttäjälle.
documents-gone = Asiakirjan tiedostoa ei ole varastossa. Kerro tästä pääkäyttäjälle.
documents-infected = Tiedostosta löytyi virus ({ $threat }). Sitä ei voi avata. Poista se ja pyydä asiakirja uudelleen toisella tavalla. Kerro asiasta pääkäyttäjälle.
documents-remarks = Avaa ladattu tiedosto varoen:
documents-remark-scripts = Tiedostossa on ohjelmakoodia (komentosarjoja tai makroja).
documents-remark-launches = Tiedosto yrittää käynnistää muita ohjelmia.
documents-remark-attachments = Tiedoston sisällä on muita tiedostoja.
documents-remark-locked = Tiedosto on lukittu salasanalla, eikä sen tekstiä voitu lukea.
documents-unread = Tiedoston tekstiä ei voitu lukea, joten haku ei löydä sitä sisällön perusteella.

documents-about = Tiedot
documents-pages = Sivut
documents-page-count = { $first }–{ $last } / { $count }
documents-page-alt = Asiakirjan sivu { $page }
documents-pages-before = Edelliset sivut
documents-pages-after = Seuraavat sivut
documents-shown-later = Sivut näkyvät tässä, kun asiakirja on tarkistettu.
documents-not-shown = Tämän tiedoston sivuja ei näytetä tässä. Lataa tiedosto ja avaa se omassa ohjelmassaan.
documents-files-of = Versiot
documents-version = Versio { $number }
documents-added-by = lisännyt { $name } { $when }
documents-renew = Lisää uusi versio
documents-renew-send = Lisää versio
documents-new-file = Uusi tiedosto
documents-new-file-help = Aiempi versio säilyy. Enintään { $limit }.
documents-renewed = Uusi versio on lisätty. Sen voi avata, kun virustarkistus on valmis.
documents-same-version = Tiedosto on sama kuin nykyinen versio. Valitse toinen tiedosto.
documents-to-bin = Siirrä roskakoriin
documents-bin = Roskakori ({ $count })
documents-bin-help = Nämä asiakirjat on poistettu käytöstä. Voit palauttaa ne.
documents-binned = Asiakirja on roskakorissa. Voit palauttaa sen sieltä.
documents-in-bin = Asiakirja on roskakorissa.
documents-is-binned = Asiakirja on roskakorissa. Palauta se ensin.
documents-take-back = Palauta
documents-taken-back = Asiakirja on palautettu.

documents-search = Haku asiakirjoista
documents-search-all = Haku asiakkaitteni asiakirjoista
documents-search-field = Hae otsikoista ja sisällöstä
documents-search-help = Haku löytää asiakirjat, joissa on kaikki kirjoittamasi sanat. Isoilla ja pienillä kirjaimilla ei ole eroa.
documents-query-short = Kirjoita vähintään yksi kaksikirjaiminen sana.
documents-query-long = Hakusanoissa saa olla enintään 100 merkkiä. Lyhennä niitä.
documents-search-nothing = Yhdestäkään asiakirjasta ei löytynyt kaikkia hakusanoja. Kokeile lyhyempää sanaa tai sanan alkua.
documents-search-found = { $count ->
    [one] Yksi asiakirja
   *[other] { $count } asiakirjaa
}
documents-search-cut = Kaikkea ei näytetä: haku käy läpi enintään { $count } uusinta asiakirjaa ja näyttää 50. Tarkenna hakua tai hae yhden asiakkaan asiakirjoista.
documents-search-page = sivu { $page }

documents-unsorted = Lajittelemattomat paperit
documents-unsorted-none = Skannerilta tai postista ei ole tullut papereita, jotka odottaisivat lajittelua.
documents-of-register = rekisterin yhteinen
documents-whose = Kenen paperi tämä on
documents-attach = Liitä asiakkaalle
documents-client-missing = Valitse, kenen paperi on.
documents-sorted = Paperi on nyt asiakkaan asiakirjoissa. Täydennä vielä sen tiedot.
documents-sorted-meanwhile = Joku muu ehti jo lajitella paperin.
documents-pass-on = Anna toiselle työntekijälle
documents-pass-on-to = Työntekijä
documents-pass-on-now = Anna
documents-passed-on = Paperi on siirretty toiselle työntekijälle.
documents-worker-missing = Valitse työntekijä, jolle paperi siirretään.
documents-unsorted-remove = Poista paperi
documents-unsorted-remove-help = Poista paperi vain, jos se on tullut vahingossa. Sitä ei voi palauttaa.
documents-unsorted-remove-now = Poista lopullisesti
documents-unsorted-removed = Paperi on poistettu.
