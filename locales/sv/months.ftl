# Månaden för betalaren: gruppens och klientens närvaro, bekräftelse och rättelser.
months-title = Månaden för betalaren
months-title-group = { $group }, { $month }
months-title-own = Egna övriga klienter, { $month }
months-title-client = Närvaro per månad, { $name }
months-tab = Månader
months-this-month = Månaden för betalaren
months-months = Månader
months-caption = Närvaro per dag
months-together = Totalt
months-state = Läge
months-empty = Ingen var med i gruppen den här månaden. Välj en annan månad eller grupp.
months-empty-client = Det finns ingen närvaro och inga planerade dagar för den här månaden.
months-no-schedule = inget veckoprogram

months-standing-empty = inga dagar
months-standing-open = pågår
months-standing-unmarked = { $count ->
    [one] 1 dag utan anteckning
   *[other] { $count } dagar utan anteckning
}
months-standing-ready = kan bekräftas
months-standing-confirmed = bekräftad

months-share = Av de planerade
months-share-of = { $kept } / { $planned } planerade dagar
months-unit-percent = %
months-whole-weeks = Hela veckor
months-weeks-of = { $whole } / { $weeks } veckor
months-trend = Riktning
months-trend-rising = stiger (förra månaden { $before })
months-trend-level = oförändrad (förra månaden { $before })
months-trend-falling = sjunker (förra månaden { $before })
months-trend-none = inget att jämföra med
months-confirmed = Bekräftade
months-confirmed-of = { $confirmed } / { $people } klienter
months-regularity = Regelbundenhet
months-schedule = Veckoprogram
months-planned = Planerat
months-planned-day = Planerat
months-kept = Genomfört
months-chart-weeks = Närvaro av planerade dagar per vecka, %
months-chart-months = Närvaro av planerade dagar per månad, %
months-week = Vecka
months-week-short = v. { $number }
months-by-days = Per dag

months-confirm = Bekräfta de färdiga ({ $count })
months-confirm-one = Bekräfta månaden
months-ready-what = Alla dagar är antecknade. När du bekräftar månaden låses anteckningarna: en senare ändring görs som en rättelse med en orsak.
months-unmarked-what = { $count ->
    [one] En dag är utan anteckning. Månaden kan bekräftas när också den är antecknad.
   *[other] { $count } dagar är utan anteckning. Månaden kan bekräftas när också de är antecknade.
}
months-locked-what = Anteckningarna är låsta. Om någon dag är fel, gör en rättelse.
months-confirmed-by = Bekräftad av { $name } { $when }.
months-rejected-by = Avslagen av { $name } { $when }.
months-made-by = { $name } { $when }
months-confirmed-all = Månaden är bekräftad.
months-confirmed-some = De färdiga är bekräftade. En del blev obekräftade: se läget i tabellen.
months-confirmed-none = Ingen bekräftades: anteckningar saknas, eller någon annan hann ändra dem. Se läget i tabellen.
months-not-over = Månaden bekräftas och räknas först när den är slut.
months-no-such = Skriv månaden i formen 2026-10.
months-nobody = Ingen väntar på bekräftelse.
months-confirmed-on = Bekräftad

months-corrections = Rättelser
months-corrections-none = Det finns inga rättelser av bekräftade månader att visa på den här blanketten.
months-correct = Gör en rättelse
months-correct-title = Rättelse av närvaro
months-correct-heading = Rätta en bekräftad dag, { $name }
months-correct-what = Den ursprungliga anteckningen syns kvar. Rättelsen gäller när den serviceansvariga bekräftar den, och kostnadsersättningen justeras vid nästa betalning.
months-correct-date-help = En dag i en bekräftad månad, till exempel 12.10.2026.
months-correct-to = Rätt anteckning
months-correct-hours-help = Bara för närvaro. Om du lämnar fältet tomt används veckoprogrammets timmar.
months-correct-send = Skicka för bekräftelse
months-correct-mark = Välj rätt anteckning.
months-correct-same = Dagen har redan den här anteckningen. Välj en annan eller avbryt.
months-correct-not-confirmed = Månaden för den här dagen är inte bekräftad. Ändra anteckningen i närvaron.
months-correct-waits = En rättelse av den här dagen väntar redan. Avgör den först.
months-mark-present = närvarande
months-mark-sick = sjuk
months-mark-permitted = frånvaro med lov
months-mark-absent = frånvarande utan lov
months-mark-not-a-day = ingen servicedag
months-reason = Orsak
months-reason-help = Till exempel: läkarintyget kom i efterhand.
months-reason-missing = Skriv orsaken: den syns i rättelsen.
months-reason-long = Förkorta orsaken: högst 1 000 tecken.
months-before = Var
months-after = Rättad till
months-corrected = (rättad)
months-corrected-legend = rättad efter bekräftelsen
months-correction-waiting = väntar på bekräftelse
months-correction-confirmed = bekräftad
months-correction-rejected = avslagen
months-correction-confirm = Bekräfta rättelsen
months-correction-reject = Avslå
months-correction-made = Rättelsen väntar på den serviceansvarigas bekräftelse.
months-correction-counts = Rättelsen är bekräftad och anteckningen ändrad.
months-correction-left = Rättelsen är avslagen. Anteckningen är oförändrad.
months-correction-decided = Rättelsen är redan avgjord, eller dagens anteckning har ändrats. Se läget nedan.
months-correction-waits = En rättelse av närvaron väntar på bekräftelse
months-decision-unclear = Svara confirm eller reject.

months-file-xlsx = Exportera till Excel
months-file-pdf = Ladda ner PDF
months-file-name = narvaro
