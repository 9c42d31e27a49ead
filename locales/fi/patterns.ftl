# Erottuvat katselut.
patterns-title = Erottuvat katselut
patterns-what = Oma sukunimi, monta vierasta asiakasta, poikkeava aika.
patterns-off = Seuranta ei ole käytössä. Se koskee henkilöstöä, joten se otetaan käyttöön vasta, kun henkilöstöä on kuultu ja pääkäyttäjä on kirjannut päätöksen (laki 759/2004, 21 §).
patterns-question = Nämä ovat kysymyksiä, eivät havaintoja: selvitä asia työntekijän kanssa. Mukana ovat enintään 30 viime päivää, eikä mitään päätöstä edeltävältä ajalta.
patterns-decision = Seuranta perustuu päätökseen:
patterns-found = Selvitettävät
patterns-none = Mitään erottuvaa ei ole.
patterns-family-name = sama sukunimi
patterns-many-strangers = monta vierasta asiakasta
patterns-odd-hours = poikkeava aika
patterns-rest = ja { $count } muuta
