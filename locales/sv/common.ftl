# Ord som är desamma på alla sidor.
common-save = Spara
common-save-and-continue = Spara och fortsätt
common-save-draft = Spara som utkast
common-cancel = Avbryt
common-back = Tillbaka
common-edit = Redigera
common-add = Lägg till
common-remove = Ta bort
common-close = Stäng
common-print = Skriv ut
common-download = Ladda ner
common-find = Sök
common-undo = Ångra
common-continue = Fortsätt
common-show-all = Visa alla
common-yes = Ja
common-no = Nej
common-optional = (inte obligatoriskt)
common-choose = Välj
common-any = Alla
common-no-value = Ingen uppgift
common-source = Varifrån kommer uppgiften?
common-draft = utkast
common-as-table = Samma uppgifter som tabell
common-when = Tidpunkt
common-saved-at = Sparat { $time }
common-changed-by = Ändrat av { $name } { $when }
common-show-password = Visa lösenordet
common-newer = Nyare
common-older = Äldre
common-pages = Sidor
common-position = { $first }–{ $last } / { $total }
common-errors = { $count ->
    [one] Rätta en punkt
   *[other] Rätta { $count } punkter
}
common-errors-kept = Det du skrev finns kvar på den här sidan, men det har ännu inte sparats i systemet.
common-today = i dag
common-yesterday = i går
common-tomorrow = i morgon
common-period-from = från { $start }
common-days = { $days ->
    [one] { $days } dag
   *[other] { $days } dagar
}
common-weeks = { $weeks ->
    [one] { $weeks } vecka
   *[other] { $weeks } veckor
}
common-days-late = { $days ->
    [one] en dag försenad
   *[other] { $days } dagar försenad
}
common-due = senast { $date }
common-week-from = Vecka från
common-mark-expected = väntas
common-mark-present = närvarande
common-mark-sick = sjuk
common-mark-leave = beviljad frånvaro
common-mark-absent = frånvarande
common-mark-off = ingen servicedag
common-mark-late = (ändrat i efterhand)
