# Asiakaskertomukset.
narratives-title = Asiakaskertomus
narratives-heading = { $name }: asiakaskertomus
narratives-new = Uusi kertomus
narratives-new-title = Uusi kertomus
narratives-one-title = Asiakaskertomus
narratives-correct-title = Kertomuksen korjaus
narratives-empty = Asiakaskertomusta ei ole vielä. Se kokoaa asiakkaan tilanteen ja vaiheet yhtenäiseksi tekstiksi.
narratives-heading-field = Otsikko
narratives-heading-help = Muutamalla sanalla, esimerkiksi ”Syksyn jakso”.
narratives-text = Kertomus
narratives-dated = Päivä
narratives-reason = Korjauksen syy
narratives-reason-help = Muutamalla sanalla, esimerkiksi ”väärä päivä”.
narratives-saved = Kertomus on tallennettu.
narratives-correct = Korjaa kertomusta
narratives-correct-help = Aiempi teksti säilyy korjauksen rinnalla.
narratives-correct-save = Tallenna korjaus
narratives-corrected = korjattu
narratives-corrected-done = Korjaus on tallennettu.
narratives-corrected-meanwhile = Joku muu korjasi kertomusta sillä välin. Yllä on tallennettu teksti, alla sinun. Yhdistä ne ja tallenna.
narratives-earlier = { $count ->
    [one] Aiempi teksti
   *[other] { $count } aiempaa tekstiä
}
narratives-written = Kirjoittanut { $name } { $when }.
narratives-because = Syy: { $reason }
narratives-heading-missing = Kirjoita otsikko.
narratives-text-missing = Kirjoita kertomus.
narratives-text-long = Lyhennä kertomusta: siinä voi olla enintään 20 000 merkkiä.
narratives-line-long = Lyhennä: riville mahtuu 200 merkkiä.
narratives-date-ahead = Valitse tämä päivä tai aiempi.
narratives-correction-same = Muuta tekstiä: nyt se on sama kuin ennen.
narratives-reason-missing = Kirjoita korjauksen syy.
