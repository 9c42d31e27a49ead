# Kostnadsersättningar: beräkning, betalning och betalare.
allowances-title = Kostnadsersättningar
allowances-heading = Kostnadsersättningar
allowances-tab = Kostnadsersättning
allowances-due = Att betala till slutet av { $month }
allowances-due-none = Det finns inget att betala. I beräkningen kommer de klienter vars månad är bekräftad och som har obetalda närvarodagar.
allowances-to-months = Se månaderna
allowances-days = Dagar
allowances-amount = Belopp
allowances-notes = Anmärkningar
allowances-account = Konto
allowances-people = Klienter
allowances-no-ground = { $count ->
    [one] 1 dag saknar grund för ersättning
   *[other] { $count } dagar saknar grund för ersättning
}
allowances-no-period = { $count ->
    [one] 1 dag är utanför perioderna
   *[other] { $count } dagar är utanför perioderna
}
allowances-no-rate = { $count ->
    [one] taxan för 1 dag är okänd
   *[other] taxan för { $count } dagar är okänd
}
allowances-no-account = kontonummer saknas
allowances-carried = { $amount } för mycket betalt, överförs till nästa betalning
allowances-differences = { $count ->
    [one] 1 justering
   *[other] { $count } justeringar
}
allowances-draft = Beräkna ett utkast
allowances-drafted = Beräkningen är sparad som utkast. Granska och bekräfta den.
allowances-draft-waits = Den förra beräkningen är ännu ett utkast. Bekräfta eller återta den först.
allowances-nothing-due = Det finns inget att beräkna. Se anmärkningarna: grund eller kontonummer kan saknas.
allowances-missing-title = Ange grunden för alla som saknar den
allowances-missing-what = Samma grund antecknas för var och en som har dagar utan grund. Du kan ändra grunden för en enskild klient på klientens sida.
allowances-set-missing = { $count ->
    [one] Spara för en klient
   *[other] Spara för { $count } klienter
}
allowances-grounds-told = Grunden är sparad.
allowances-nobody-lacks = Ingen saknar grund.

allowances-runs = Beräkningar
allowances-runs-none = Det finns inga beräkningar ännu.
allowances-run-title = Beräkning av kostnadsersättningar
allowances-run-heading = Kostnadsersättningar, { $month }
allowances-state-drafted = utkast
allowances-state-confirmed = bekräftad
allowances-state-file-made = betalningsmaterial gjort
allowances-state-paid = betald
allowances-state-reported = meddelad till betalaren
allowances-state-cancelled = återtagen
allowances-state-unclear = Ange läget: confirmed, paid eller cancelled.
allowances-state-not-now = Beräkningen är inte i ett sådant läge att detta kan göras. Ladda om sidan.
allowances-changed-meanwhile = Någon annan hann ändra beräkningen. Se läget nedan.
allowances-drafted-by = Beräknad av
allowances-confirmed-by = Bekräftad av
allowances-confirm = Bekräfta beräkningen
allowances-confirmed = Beräkningen är bekräftad.
allowances-mark-paid = Markera som betald
allowances-mark-reported = Markera som meddelad
allowances-paid = Beräkningen är markerad som betald.
allowances-payments = Betalningar
allowances-by-days = Per dag
allowances-list = Exportera listan till fil
allowances-file-name = kostnadsersattningar
allowances-file = Betalningsmaterial till banken
allowances-file-what = Materialet (SEPA, pain.001) innehåller mottagarnas namn, konton och belopp. På kontoutdraget syns bara betalarens neutrala meddelande. Radera filen från datorn när du har fört den till banken.
allowances-file-again = Materialet är gjort. Du kan ladda ner samma material på nytt: banken känner igen det och betalar inte två gånger.
allowances-file-make = Ladda ner betalningsmaterialet
allowances-bank-day = Betalningsdag
allowances-bank-day-help = En bankdag: inte veckoslut eller bankernas lediga dag.
allowances-bank-day-past = Betalningsdagen har passerat. Välj i dag eller en senare dag.
allowances-bank-day-closed = Bankerna betalar inte den dagen. Välj en annan dag.
allowances-bank-day-far = Betalningsdagen är för långt borta: högst 60 dagar framåt.
allowances-no-payer = Betalarens konto är inte angivet. Huvudanvändaren anger det i administrationen, under Betalarens uppgifter.
allowances-nothing-to-pay = Det finns inget att betala i beräkningen.
allowances-bank-refuses = Beräkningen innehåller ett namn eller belopp som banken inte tar emot. Kontrollera mottagarnas namn.
allowances-cancel = Återta beräkningen
allowances-cancel-why = Varför beräkningen återtas
allowances-cancel-do = Återta beräkningen
allowances-cancelled = Beräkningen är återtagen. Dess dagar kommer i nästa beräkning.
allowances-cancelled-for = Återtagen eftersom
allowances-cancel-mistake = Det är fel i beräkningen
allowances-cancel-not-sent = Materialet skickades inte till banken
allowances-cancel-refused-by-bank = Banken avvisade hela materialet
allowances-cancel-reason = Välj varför beräkningen återtas.
allowances-cancel-what = Inget betalas. Dagarna räknas på nytt i nästa beräkning.
allowances-cancel-filed = Försäkra dig hos banken om att materialet inte betalas: samma dagar kommer i nästa beräkning, och om banken betalar även detta betalas de två gånger.

allowances-client-title = Kostnadsersättning
allowances-client-heading = Kostnadsersättning, { $name }
allowances-grounds = Grund för ersättningen
allowances-grounds-none = Grunden är inte angiven. Dagarna räknas inte förrän den är angiven.
allowances-ground-now = gäller
allowances-ground-new = Ange en ny grund
allowances-ground-what = Grunden gäller från den angivna dagen till nästa grund. De tidigare finns kvar. Om grunden ändras för redan betalda dagar betalas eller dras skillnaden av vid nästa betalning.
allowances-ground = Grund
allowances-ground-missing = Välj en grund.
allowances-ground-own-area = Kostnadsersättning inom den egna pendlingsregionen
allowances-ground-own-area-help = Vanlig kostnadsersättning för en närvarodag.
allowances-ground-outside-own-area = Förhöjd kostnadsersättning
allowances-ground-outside-own-area-help = Servicen är utanför den egna pendlingsregionen. För arbetsverksamhet i rehabiliteringssyfte betalas den vanliga.
allowances-ground-activity = Verksamhetspenning
allowances-ground-activity-help = För den som får utkomststöd och deltar i arbetsverksamhet i rehabiliteringssyfte.
allowances-ground-none = Ingen ersättning från detta register
allowances-ground-none-help = Någon annan betalar ersättningen, eller så finns ingen rätt till den.
allowances-from = Från och med
allowances-source = Vad grunden stöder sig på
allowances-source-help = Till exempel ett beslut och dess datum, eller klientens uppgift.
allowances-source-missing = Skriv vad grunden stöder sig på.
allowances-source-long = Förkorta: högst 500 tecken.
allowances-ground-told = Grunden är sparad.
allowances-history = Beräknade ersättningar
allowances-history-none = Inga ersättningar har beräknats.

# Betalaren.
payer-title = Betalarens uppgifter
payer-heading = Betalarens uppgifter
payer-link = Betalarens uppgifter
payer-what = Från det här kontot betalas kostnadsersättningarna. Uppgifterna kommer i betalningsmaterialet till banken.
payer-name = Betalarens namn
payer-account = Kontonummer (IBAN)
payer-account-help = Till exempel FI21 1234 5600 0007 85.
payer-service-id = Bankens servicekod
payer-service-id-help = Om banken kräver den i materialet.
payer-service-id-shape = Koden har bara bokstäver och siffror, högst 35.
payer-message = Meddelande på mottagarens kontoutdrag
payer-message-help = Ett neutralt meddelande: inte namnet på en service, åtgärd eller ett stöd. Meddelandet är detsamma för alla.
payer-message-first = Betalning
payer-missing = Fyll i fältet.
payer-too-long = Förkorta: banken tar inte emot en så lång text.
payer-signs = Använd bara bokstäver, siffror, mellanslag och tecknen / - ? : ( ) . , ' +
payer-saved = Betalarens uppgifter är sparade.
payer-changed-meanwhile = Någon annan hann ändra uppgifterna. Sparat är:
