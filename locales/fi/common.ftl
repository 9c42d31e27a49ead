# Sanat, jotka ovat samat kaikilla sivuilla.
common-save = Tallenna
common-save-and-continue = Tallenna ja jatka
common-save-draft = Tallenna luonnoksena
common-cancel = Peruuta
common-back = Takaisin
common-edit = Muokkaa
common-add = Lisää
common-remove = Poista
common-close = Sulje
common-print = Tulosta
common-download = Lataa
common-find = Hae
common-undo = Kumoa
common-continue = Jatka
common-show-all = Näytä kaikki
common-yes = Kyllä
common-no = Ei
common-optional = (ei pakollinen)
common-choose = Valitse
common-any = Kaikki
common-no-value = Ei tietoa
common-source = Mistä tieto on?
common-draft = luonnos
common-as-table = Samat tiedot taulukkona
common-when = Ajankohta
common-saved-at = Tallennettu { $time }
common-changed-by = Muuttanut { $name } { $when }
common-show-password = Näytä salasana
common-newer = Uudemmat
common-older = Vanhemmat
common-pages = Sivut
common-position = { $first }–{ $last } / { $total }
common-errors = { $count ->
    [one] Korjaa yksi kohta
   *[other] Korjaa { $count } kohtaa
}
common-errors-kept = Kirjoittamasi tiedot ovat tallessa tällä sivulla, mutta niitä ei ole vielä tallennettu järjestelmään.
common-today = tänään
common-yesterday = eilen
common-tomorrow = huomenna
common-period-from = { $start } alkaen
common-days = { $days ->
    [one] { $days } päivä
   *[other] { $days } päivää
}
common-weeks = { $weeks ->
    [one] { $weeks } viikko
   *[other] { $weeks } viikkoa
}
common-days-late = { $days ->
    [one] päivän myöhässä
   *[other] { $days } päivää myöhässä
}
common-due = määräpäivä { $date }
common-week-from = Viikko alkaen
common-mark-expected = odotetaan
common-mark-present = läsnä
common-mark-sick = sairas
common-mark-leave = luvallinen poissaolo
common-mark-absent = poissa
common-mark-off = ei palvelupäivä
common-mark-late = (muutettu jälkikäteen)
