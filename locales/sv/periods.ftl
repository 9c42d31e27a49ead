# Perioder
periods-title = Perioder
periods-period = Period
periods-new = Ny period
periods-edit = Redigera perioden
periods-start = Inled perioden
periods-end = Avsluta perioden
periods-resume = Fortsätt perioden
periods-correct-end = Rätta avslutet
periods-save-planned = Spara som planerad
periods-none-yet = Klienten har inga perioder ännu. Börja med att lägga till en period enligt avtalet.
periods-none-now = Ingen period

periods-measure = Åtgärd
periods-group = Grupp
periods-group-help = När perioden inleds ser gruppens handledare klientens uppgifter. När perioden avslutas upphör det.
periods-place = Plats
periods-first-day = Första dag
periods-last-day = Sista dag
periods-last-day-help = Lämna tomt om inget avslut har avtalats.
periods-weekdays = Dagar i veckan
periods-hours = Timmar per dag
periods-hours-help = Till exempel 6, 6,5 eller 6:30. Resor räknas inte med.
periods-changes-from = De nya dagarna och timmarna gäller från
periods-changes-from-help = Behövs bara om du ändrar veckodagar eller timmar. Tiden före den dagen ändras inte. Om du lämnar tomt gäller ändringen från i dag.
periods-week = Veckoschema
periods-left = Återstår
periods-over = Slutdagen har passerat
periods-days-done = { $done } / { $total } dagar

periods-outcome = Hur slutade perioden?
periods-outcome-completed = Perioden genomfördes
periods-outcome-interrupted = Perioden avbröts eller inleddes aldrig
periods-ended-on = Sista dag
periods-ended-on-help = Den dag då klienten senast deltog. Om perioden aldrig inleddes: dagen då man avstod från den.
periods-placement = Fortsatt placering
periods-placement-help = Vart klienten går efter perioden. Också Fortsätter vid verkstaden och Ingen uppgift är svar.
periods-reason = Orsak till avbrottet
periods-reason-help = Behövs om perioden avbröts. Skriv bara det som är nödvändigt för arbetet.
periods-relationship = Upphör klientförhållandet samtidigt?
periods-relationship-help = Samma sista dag och fortsatta placering sparas för klientförhållandet som upphör.
periods-relationship-goes-on = Klientförhållandet fortsätter
periods-relationship-ends = Avsluta klientförhållandet: { $basis }, från { $since }
periods-resumed-on = Perioden fortsätter
periods-breaks = Tidigare avbrott
periods-break = Sista dag { $last }, fortsatte { $resumed }.

periods-state-planned = planerad
periods-state-ongoing = pågående
periods-state-completed = genomförd
periods-state-interrupted = avbruten
periods-flag-not-started = Startdagen har passerat, perioden har inte inletts
periods-flag-not-closed = Slutdagen har passerat, perioden har inte avslutats
periods-flag-ends-soon = { $weeks ->
    [one] Sista veckan
   *[other] { $weeks } veckor kvar
}
periods-flag-end-missing = Slutdag saknas
periods-flag-week-missing = Veckoschema saknas
periods-flag-placement-missing = Fortsatt placering saknas

periods-law = Arbetsverksamhet i rehabiliteringssyfte: { $limits } ({ $source }).
periods-law-length = en period är { $fewest }–{ $most } månader
periods-law-days = { $fewest }–{ $most } dagar i veckan
periods-law-hours = { $shortest }–{ $longest } timmar per dag
periods-law-shortest = minst { $shortest } timmar per dag
periods-law-week = högst { $longest } timmar i veckan
periods-warned = Lagen ger anledning till en anmärkning. Du kan spara när du godkänner den.
periods-accept = Jag godkänner och sparar ändå

periods-planned = Perioden har sparats som planerad.
periods-started = Perioden har inletts.
periods-saved = Ändringarna i perioden har sparats.
periods-ended = Perioden har avslutats.
periods-resumed = Perioden fortsätter.

periods-conflict = Någon annan ändrade perioden under tiden. Här är det som nu är sparat; nedan är det du skrev. Spara på nytt om ditt är rätt.
periods-start-ahead = Dagen ligger i framtiden. Spara perioden som planerad och inled den när dagen kommer.
periods-end-ahead = Dagen ligger i framtiden. Avsluta perioden när den sista dagen har kommit.
periods-resume-too-early = Perioden kan fortsätta tidigast dagen efter den sista dagen.
periods-ended-already = Perioden har redan avslutats och kan inte redigeras. Du kan rätta avslutet eller fortsätta perioden.
periods-step-impossible = Detta kan inte göras med en period i det här skedet.
periods-weekdays-missing = Välj minst en veckodag.
periods-hours-missing = Skriv hur många timmar dagen är.
periods-outcome-missing = Välj hur perioden slutade.
periods-reason-missing = Skriv varför perioden avbröts.
periods-placement-missing = Välj fortsatt placering. Om den inte är känd, välj Ingen uppgift.
periods-too-long = Texten är för lång. Förkorta den.
