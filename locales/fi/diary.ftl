# Päiväkirja ja sen luonnokset.
diary-title = Päiväkirja
diary-new-title = Uusi merkintä
diary-entry-title = Päiväkirjamerkintä
diary-correct-title = Merkinnän korjaus
diary-heading = { $name }: päiväkirja
diary-new = Uusi merkintä
diary-all = Kaikki { $count }
diary-what-happened = Mitä tapahtui?
diary-day-and-kind = Päivä, laji ja tavoitteet
diary-text = Teksti
diary-dated = Päivä
diary-dated-help = Esimerkiksi 20.11., eilen tai pe
diary-kind = Laji
diary-kind-note = muistiinpano
diary-kind-conversation = keskustelu
diary-kind-phone = puhelu
diary-kind-message = viesti
diary-kind-meeting = tapaaminen
diary-kind-observation = havainto
diary-kind-memo = muistio
diary-goal = Tavoite
diary-goals = Mihin tavoitteisiin merkintä liittyy?
diary-contact = Yhteydenotto, josta merkintä kertoo
diary-show = Näytä
diary-empty = Päiväkirjassa ei ole vielä merkintöjä.
diary-write-first = Kirjoita ensimmäinen merkintä
diary-none-chosen = Valituilla ehdoilla ei löytynyt merkintöjä.
diary-total = { $count ->
    [one] { $count } merkintä
   *[other] { $count } merkintää
}
diary-printed = tulostettu { $date }
diary-saved = Merkintä on tallennettu.
diary-made = Kirjannut { $name } { $when }
diary-correct = Korjaa merkintää
diary-correct-help = Korjaus näkyy merkinnässä. Aiempi teksti säilyy, ja sen saa esiin merkinnän sivulla.
diary-correct-save = Tallenna korjaus
diary-reason = Korjauksen syy
diary-reason-help = Esimerkiksi: väärä päivä, toisen asiakkaan asia
diary-corrected = korjattu { $when }
diary-corrected-by = Korjattu { $when }, { $name }.
diary-because = Syy: { $reason }
diary-corrected-done = Korjaus on tallennettu. Aiempi teksti säilyy.
diary-corrected-meanwhile = Merkintää on korjattu sillä välin. Tarkista nykyinen teksti ja tallenna korjauksesi siihen.
diary-stored-now = Tallennettu teksti
diary-earlier = { $count ->
    [one] Aiempi teksti
   *[other] Aiemmat tekstit ({ $count })
}
diary-version = Versio { $number }, { $when }
diary-text-missing = Kirjoita, mitä tapahtui.
diary-text-long = Lyhennä tekstiä: siinä voi olla enintään 20 000 merkkiä.
diary-date-ahead = Merkintä kertoo siitä, mitä on jo tapahtunut. Valitse tämä päivä tai aiempi.
diary-reason-missing = Kirjoita korjauksen syy.
diary-reason-long = Lyhennä syytä: siinä voi olla enintään 500 merkkiä.
diary-correction-same = Muuta tekstiä tai muita tietoja: nyt ne ovat samat kuin ennen.
diary-kind-unknown = Valitse laji luettelosta.
diary-link-unknown = Valitse tämän asiakkaan tavoitteista ja yhteydenotoista.
drafts-saved = tallennettu { $when }
drafts-saved-told = Luonnos tallennettu { $when }
drafts-saved-done = Luonnos on tallennettu. Vain sinä näet sen.
drafts-discard = Hylkää luonnos
drafts-discarded = Luonnos on hylätty.
drafts-continue = Jatka sitä
drafts-another = Sinulla on toinenkin luonnos, tallennettu { $when }.
drafts-kept-here = Tallessa tällä laitteella – yhteys poikki
drafts-only-here = Yhteys poikki – teksti on vain tällä sivulla. Älä sulje sivua.
drafts-signed-out = Istuntosi on päättynyt. Teksti on tällä sivulla: kirjaudu sisään toisessa välilehdessä, niin se tallentuu.
drafts-refused = Luonnosta ei voitu tallentaa. Teksti on tällä sivulla.
drafts-restored = Tälle laitteelle jäänyt luonnos on nyt tallennettu. Lataa sivu uudelleen, niin näet sen.
drafts-too-long = Lyhennä tekstiä: luonnos on liian pitkä tallennettavaksi.
