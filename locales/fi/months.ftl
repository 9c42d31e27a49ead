# Kuukausi maksajalle: ryhmän ja asiakkaan läsnäolot, vahvistaminen ja korjaukset.
months-title = Kuukausi maksajalle
months-title-group = { $group }, { $month }
months-title-own = Omat muut asiakkaat, { $month }
months-title-client = Läsnäolon kuukausi, { $name }
months-tab = Kuukaudet
months-this-month = Kuukausi maksajalle
months-months = Kuukaudet
months-caption = Läsnäolot päivittäin
months-together = Yhteensä
months-state = Tila
months-empty = Ryhmässä ei ollut tässä kuussa ketään. Valitse toinen kuukausi tai ryhmä.
months-empty-client = Tältä kuulta ei ole läsnäoloja eikä suunniteltuja päiviä.
months-no-schedule = ei viikko-ohjelmaa

months-standing-empty = ei päiviä
months-standing-open = kesken
months-standing-unmarked = { $count ->
    [one] 1 päivä merkitsemättä
   *[other] { $count } päivää merkitsemättä
}
months-standing-ready = vahvistettavana
months-standing-confirmed = vahvistettu

months-share = Suunnitelluista
months-share-of = { $kept } / { $planned } suunnitellusta päivästä
months-unit-percent = %
months-whole-weeks = Täydet viikot
months-weeks-of = { $whole } / { $weeks } viikosta
months-trend = Suunta
months-trend-rising = nousussa (edellisessä kuussa { $before })
months-trend-level = ennallaan (edellisessä kuussa { $before })
months-trend-falling = laskussa (edellisessä kuussa { $before })
months-trend-none = ei vertailtavaa
months-confirmed = Vahvistettu
months-confirmed-of = { $confirmed } / { $people } asiakasta
months-regularity = Säännöllisyys
months-schedule = Viikko-ohjelma
months-planned = Suunniteltu
months-planned-day = Suunniteltu
months-kept = Toteutunut
months-chart-weeks = Läsnä suunnitelluista päivistä viikoittain, %
months-chart-months = Läsnä suunnitelluista päivistä kuukausittain, %
months-week = Viikko
months-week-short = vko { $number }
months-by-days = Päivittäin

months-confirm = Vahvista valmiit ({ $count })
months-confirm-one = Vahvista kuukausi
months-ready-what = Kaikki päivät on merkitty. Kun vahvistat kuukauden, sen merkinnät lukitaan: myöhempi muutos tehdään korjauksena, jossa on syy.
months-unmarked-what = { $count ->
    [one] Yksi päivä on merkitsemättä. Kuukauden voi vahvistaa, kun sekin on merkitty.
   *[other] { $count } päivää on merkitsemättä. Kuukauden voi vahvistaa, kun nekin on merkitty.
}
months-locked-what = Merkinnät on lukittu. Jos jokin päivä on väärin, tee siitä korjaus.
months-confirmed-by = Vahvistanut { $name } { $when }.
months-rejected-by = Hylännyt { $name } { $when }.
months-made-by = { $name } { $when }
months-confirmed-all = Kuukausi on vahvistettu.
months-confirmed-some = Valmiit on vahvistettu. Osa jäi vahvistamatta: katso tila taulukosta.
months-confirmed-none = Ketään ei vahvistettu: merkintöjä puuttuu, tai joku muu ehti muuttaa niitä. Katso tila taulukosta.
months-not-over = Kuukausi vahvistetaan ja lasketaan vasta, kun se on päättynyt.
months-no-such = Kirjoita kuukausi muodossa 2026-10.
months-nobody = Kukaan ei ole vahvistettavana.
months-confirmed-on = Vahvistettu

months-corrections = Korjaukset
months-corrections-none = Vahvistettuihin kuukausiin ei ole tehty korjauksia, jotka näkyisivät tällä lomakkeella.
months-correct = Tee korjaus
months-correct-title = Läsnäolon korjaus
months-correct-heading = Korjaa vahvistettua päivää, { $name }
months-correct-what = Alkuperäinen merkintä säilyy näkyvissä. Korjaus tulee voimaan, kun palveluvastaava vahvistaa sen, ja kulukorvaus oikaistaan seuraavassa maksussa.
months-correct-date-help = Päivä vahvistetussa kuukaudessa, esimerkiksi 12.10.2026.
months-correct-to = Oikea merkintä
months-correct-hours-help = Vain läsnäololle. Jos jätät tyhjäksi, käytetään viikko-ohjelman tunteja.
months-correct-send = Lähetä vahvistettavaksi
months-correct-mark = Valitse oikea merkintä.
months-correct-same = Päivällä on jo tämä merkintä. Valitse toinen, tai peruuta.
months-correct-not-confirmed = Tämän päivän kuukautta ei ole vahvistettu. Muuta merkintä läsnäoloissa.
months-correct-waits = Tästä päivästä odottaa jo korjaus. Päätä ensin siitä.
months-mark-present = läsnä
months-mark-sick = sairas
months-mark-permitted = luvallinen poissaolo
months-mark-absent = poissa luvatta
months-mark-not-a-day = ei palvelupäivä
months-reason = Syy
months-reason-help = Esimerkiksi: sairauslomatodistus saatiin jälkikäteen.
months-reason-missing = Kirjoita syy: se näkyy korjauksessa.
months-reason-long = Lyhennä syytä: enintään 1 000 merkkiä.
months-before = Oli
months-after = Korjattu
months-corrected = (korjattu)
months-corrected-legend = korjattu vahvistamisen jälkeen
months-correction-waiting = odottaa vahvistusta
months-correction-confirmed = vahvistettu
months-correction-rejected = hylätty
months-correction-confirm = Vahvista korjaus
months-correction-reject = Hylkää
months-correction-made = Korjaus odottaa palveluvastaavan vahvistusta.
months-correction-counts = Korjaus on vahvistettu ja merkintä muutettu.
months-correction-left = Korjaus on hylätty. Merkintä pysyy ennallaan.
months-correction-decided = Korjauksesta on jo päätetty, tai päivän merkintä on muuttunut. Katso nykytila alta.
months-correction-waits = Läsnäolon korjaus odottaa vahvistusta
months-decision-unclear = Vastaa confirm tai reject.

months-file-xlsx = Vie Exceliin
months-file-pdf = Lataa PDF
months-file-name = lasnaolo
