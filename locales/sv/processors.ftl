# Personuppgiftsbiträden och system.
processors-title = Personuppgiftsbiträden och system
processors-what = Vem som behandlar uppgifter för den personuppgiftsansvarigas räkning, i vilket system, i vilket land och med vilket avtal.
processors-new = Lägg till ett biträde eller system
processors-one = Biträde eller system
processors-waiting = Att komplettera
processors-waiting-what = ur registrets beskrivning
processors-complete = Komplettera
processors-processors = Personuppgiftsbiträden
processors-systems = System
processors-none = Inget har antecknats ännu.
processors-ended-ones = Avslutade
processors-kind = Slag
processors-kind-processor = Personuppgiftsbiträde
processors-kind-system = System
processors-kind-missing = Välj om det gäller ett biträde eller ett system.
processors-name = Namn
processors-name-missing = Skriv namnet.
processors-purpose = För vad
processors-purpose-missing = Skriv för vad uppgifterna behandlas.
processors-data = Vilka uppgifter
processors-data-help = Slag av uppgifter och vilka de gäller.
processors-data-missing = Skriv vilka uppgifter som behandlas.
processors-run-by = Vem som driver systemet
processors-run-by-help = Lämna tomt om den personuppgiftsansvariga driver det själv.
processors-country = Land
processors-country-help = Två bokstäver, till exempel FI.
processors-country-code = Skriv landets kod med två bokstäver, till exempel FI.
processors-adequacy = Får uppgifter behandlas där
processors-adequacy-eea = EU eller EES
processors-adequacy-decision = Kommissionen har funnit landets dataskydd tillräckligt
processors-adequacy-safeguard = En skyddsåtgärd har antecknats (artikel 46)
processors-adequacy-none = Ingen grund
processors-adequacy-missing = Välj på vilken grund uppgifter får behandlas där.
processors-adequacy-country = Grunden passar inte landet: EU eller EES väljs bara för medlemsländer.
processors-refused = Utan beslut om adekvat skydd eller skyddsåtgärd får uppgifter inte behandlas där (dataskyddsförordningen artikel 44–46).
processors-policy = Registrets praxis tillåter inte behandling i det här landet.
processors-safeguard-label = Skyddsåtgärd
processors-safeguard-help = Till exempel kommissionens standardavtalsklausuler. Bara om grunden är en skyddsåtgärd.
processors-safeguard = Skriv skyddsåtgärden om den är grunden; lämna annars tomt.
processors-contract = Avtal
processors-contract-help = Avtalets nummer eller plats (dataskyddsförordningen artikel 28).
processors-contract-from = Avtalet börjar
processors-contract-until = Avtalet slutar
processors-contract-missing = Skriv avtalets nummer eller plats, eller töm dagarna.
processors-until-early = Avtalet slutar innan det börjar. Kontrollera dagarna.
processors-contract-none = avtal saknas
processors-contract-ended = avtalet slutade { $day }
processors-contract-ending = avtalet slutar { $day }
processors-contract-holds = avtalet gäller
processors-known-already = Den här punkten i registrets beskrivning har redan kompletterats.
processors-long = Texten är för lång.
processors-saved = Uppgifterna har sparats.
processors-changed-meanwhile = Någon annan ändrade uppgifterna under tiden. Det du skrev finns kvar: jämför och spara på nytt.
processors-end-title = När behandlingen upphör
processors-end-what = När avtalet upphör raderar eller återlämnar biträdet uppgifterna (dataskyddsförordningen artikel 28.3 g).
processors-end = Anteckna som avslutad
processors-ended = Antecknad som avslutad.
processors-ended-on = Avslutad { $day }.
processors-written = Antecknat av { $name }, { $when }
processors-due-contracts = { $count ->
    [one] Ett biträdes avtal saknas, har upphört eller upphör snart
   *[other] { $count } biträdens avtal saknas, har upphört eller upphör snart
}
processors-due-waiting = { $count ->
    [one] Uppgifterna om ett biträde eller system ska kompletteras
   *[other] Uppgifterna om { $count } biträden eller system ska kompletteras
}
