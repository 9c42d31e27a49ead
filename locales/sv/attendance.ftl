# Närvaro: markering av en grupp, en klients år.
attendance-title-group = Närvaro, { $group }
attendance-title-own = Närvaro, egna övriga klienter
attendance-title-client = Närvaro, { $name }
attendance-own = Egna övriga klienter
attendance-circles = Grupper
attendance-weeks = Veckor
attendance-week = vecka { $number }
attendance-days = Dagar
attendance-to-today = Till i dag
attendance-people = { $count ->
    [one] { $count } klient
   *[other] { $count } klienter
}
attendance-saved-at = sparat { $time }
attendance-caption = Närvaro per dag
attendance-client = Klient
attendance-open-day = Öppna { $date } för markering
attendance-present = Här
attendance-hours = Timmar
attendance-legend = Tecknens betydelse
attendance-late = ändrad i efterhand
attendance-everyone-else = Alla andra närvarande
attendance-keys = Med tangenterna: pilarna flyttar, mellanslag markerar närvaro eller tar bort markeringen, s sjuk, p frånvarande utan lov, l frånvarande med lov, streck inte en tjänstedag, siffror timmar, backsteg tömmer, Ctrl+Z ångrar.

attendance-saved = Närvaron har sparats.
attendance-undone = Den senaste markeringen har ångrats.
attendance-nothing-to-undo = Det finns inget mer att ångra under den här sessionen.
attendance-undo-overtaken = Det gick inte att ångra: någon annan har ändrat markeringen efteråt.
attendance-overtaken = Någon annan hann markera först. Spara på nytt om din markering är rätt.
attendance-both = { $name }: sparat { $stored }, din markering { $typed }
attendance-to-mend = Markeringarna har inte sparats ännu. Rätta raderna med en anmärkning.
attendance-not-yet = Närvaro eller frånvaro utan lov kan markeras först samma dag. För en kommande dag kan du markera s, l eller ett streck.
attendance-no-hours = Markera timmar eller frånvaro.

attendance-saving = Sparas…
attendance-pending = inte sparat ännu
attendance-kept = Markeringarna sparades inte, eftersom förbindelsen bröts. De finns kvar på den här sidan tills du stänger den.
attendance-signed-out = Sessionen har upphört och markeringarna sparades inte. Logga in på en annan flik och försök igen: markeringarna finns kvar på den här sidan.
attendance-refused = Markeringarna sparades inte. Någon av klienterna hör kanske inte längre till gruppen. Ladda sidan på nytt.
attendance-retry = Försök igen
attendance-reload = Ladda sidan på nytt

attendance-late-count = { $count ->
    [one] En markering har ändrats i efterhand
   *[other] { $count } markeringar har ändrats i efterhand
}
attendance-late-title = Ändrat i efterhand
attendance-late-none = Inga markeringar har ändrats i efterhand i år.
attendance-changed = { $before } → { $after }
attendance-was-unmarked = inte markerad

attendance-empty-group = Ingen hör till gruppen under de här veckorna. En klient kommer till gruppen när hens period inleds.
attendance-empty-own = Du har inga klienter utanför dina grupper under de här veckorna. En klient syns här när hen har en period och du är ansvarig.
attendance-empty-client = Det finns ingen närvaro ännu. Den syns här när perioden har börjat.
attendance-empty-year = Det finns ingen närvaro för det här året.
attendance-panel = Närvaro
attendance-whole-year = Hela året
attendance-nothing-marked = Inget har markerats ännu.
attendance-summary = Närvaro under { $weeks } veckor: { $percent }, { $attended } dagar av { $marked } markerade.

attendance-years = År
attendance-attended = Närvarande
attendance-hours-total = Timmar
attendance-percent = Närvaroprocent
attendance-percent-means = närvaro av markerade dagar
attendance-regularity = Regelbundenhet
attendance-regular-weeks = { $regular } veckor av { $weeks }
attendance-regularity-means = veckor med närvaro minst 80 % av de markerade dagarna
attendance-month = Månad
attendance-unmarked = inte markerad
attendance-unit-days = d
attendance-unit-hours = h
attendance-by-months = Per månad
attendance-by-days = Per dag
attendance-year-total = Hela året

attendance-month-locked = Månaden har bekräftats för betalaren, så anteckningarna kan inte längre ändras. Gör ändringen som en rättelse på sidan för klientens månad.
attendance-confirmed = bekräftad, rätta
