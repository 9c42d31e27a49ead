# Klientberättelser.
narratives-title = Klientberättelse
narratives-heading = { $name }: klientberättelse
narratives-new = Ny berättelse
narratives-new-title = Ny berättelse
narratives-one-title = Klientberättelse
narratives-correct-title = Rättelse av berättelse
narratives-empty = Det finns ingen klientberättelse ännu. Den samlar klientens situation och skeden till en sammanhängande text.
narratives-heading-field = Rubrik
narratives-heading-help = Med några ord, till exempel ”Höstens period”.
narratives-text = Berättelse
narratives-dated = Dag
narratives-reason = Orsak till rättelsen
narratives-reason-help = Med några ord, till exempel ”fel dag”.
narratives-saved = Berättelsen är sparad.
narratives-correct = Rätta berättelsen
narratives-correct-help = Den tidigare texten bevaras vid sidan av rättelsen.
narratives-correct-save = Spara rättelsen
narratives-corrected = rättad
narratives-corrected-done = Rättelsen är sparad.
narratives-corrected-meanwhile = Någon annan rättade berättelsen under tiden. Ovan finns den sparade texten, nedan din. Förena dem och spara.
narratives-earlier = { $count ->
    [one] Tidigare text
   *[other] { $count } tidigare texter
}
narratives-written = Skriven av { $name } { $when }.
narratives-because = Orsak: { $reason }
narratives-heading-missing = Skriv en rubrik.
narratives-text-missing = Skriv berättelsen.
narratives-text-long = Förkorta berättelsen: den får ha högst 20 000 tecken.
narratives-line-long = Förkorta: raden rymmer 200 tecken.
narratives-date-ahead = Välj denna dag eller en tidigare.
narratives-correction-same = Ändra texten: nu är den densamma som förut.
narratives-reason-missing = Skriv orsaken till rättelsen.
