# Förvaring, radering och förstöring.
nav-retention = Förvaring
retention-title = Förvaring och förstöring
retention-subtitle = Vad som har förfallit, vad som föreslås för förstöring och vad som har förstörts
retention-what = Uppgifter
retention-class = Förvaringsklass
retention-number = Antal
retention-year = År
retention-basics = Basuppgifter
retention-until = till { $day }
retention-classes = Förvaringsklasser
retention-kept = Förvaringstid
retention-from = När tiden börjar
retention-ground = Grund
retention-years = { $years } år
retention-months = { $months } { $months ->
    [one] månad
   *[other] månader
}
retention-while-consented = så länge behovet och samtycket finns
retention-permanently = varaktigt
retention-from-relationship-ended = klientrelationens slut
retention-from-record-made = handlingens datum
retention-from-year-ended = kalenderårets slut
retention-from-financial-year-ended = räkenskapsperiodens slut
retention-from-consent-ended = samtyckets slut
retention-from-entered = när uppgifterna registrerades
retention-from-event-held = när evenemanget hölls
retention-reason-missing = Skriv en motivering.
retention-reason-long = Motiveringen är för lång.
retention-class-missing = Välj en förvaringsklass i listan.
retention-held = Ett rättsligt hinder hindrar förstöringen. Inget förstördes.
retention-clock-forward = Serverns klocka har oväntat flyttat sig { $days } { $days ->
    [one] dag
   *[other] dagar
} framåt.
retention-clock-back = Serverns klocka har flyttat sig { $days } { $days ->
    [one] dag
   *[other] dagar
} bakåt.
retention-clock-what = Inget förstörs förrän någon har bekräftat datumet. Det händer också när servern har varit länge ur bruk.
retention-clock-confirm = Datumet är rätt
retention-clock-confirmed = Datumet är bekräftat. Förstöringen fortsätter.
holds-title = Rättsliga hinder
holds-what = Inget förstörs medan ett hinder gäller.
holds-none = Det finns inga hinder.
holds-place = Ange ett hinder
holds-place-do = Ange hindret
holds-place-class = Ange ett hinder för en förvaringsklass
holds-reason = Motivering
holds-class-reason-help = Skriv inte någons namn.
holds-until = Sista dagen
holds-until-help = Tomt betyder att hindret gäller tills det tas bort.
holds-until-past = Sista dagen har redan passerat.
holds-until-lifted = tills vidare
holds-until-day = till { $day }
holds-lift-do = Ta bort hindret
holds-stands = gäller
holds-over = upphört
holds-placed = Hindret är angivet.
holds-lifted = Hindret är borttaget.
holds-classes = Hinder för förvaringsklasser
holds-classes-none = Förvaringsklasserna har inga hinder.
erasures-title = Radering
erasures-heading = { $name }: radering av uppgifter
erasures-preview = Vad som skulle raderas
erasures-fate = Vad som händer
erasures-goes = raderas
erasures-stays = blir kvar
erasures-why-stays = Varför det blir kvar
erasures-stays-held = Rättsligt hinder (dataskyddsförordningen artikel 17.3 e)
erasures-stays-law = Lagen kräver förvaring
erasures-stays-plan = Myndighetens informationsstyrningsplan
erasures-stays-archive = Arkiveras
erasures-log-stays = Åtkomstloggen blir kvar: den innehåller varken namn eller uppgifternas innehåll, och lagen kräver att den bevaras (906/2019, 17 §). Om utlämnanden blir det kvar i loggen när och på vilken grund de gjordes.
erasures-joined = { $number } sammanslagen { $number ->
    [one] post
   *[other] poster
} ingår.
erasures-other-grounds = Visa med andra grunder
erasures-ground = Grund
erasures-ground-no-longer-needed = Uppgifterna behövs inte längre (artikel 17.1 a)
erasures-ground-consent-withdrawn = Samtycket är återkallat (artikel 17.1 b)
erasures-ground-objection = Klienten invänder mot behandlingen (artikel 17.1 c)
erasures-ground-unlawful = Behandlingen har varit olaglig (artikel 17.1 d)
erasures-ground-legal-duty = Lagen kräver radering (artikel 17.1 e)
erasures-ground-missing = Välj en grund i listan.
erasures-propose = Föreslå radering
erasures-propose-what = En annan person godkänner eller avslår förslaget. Raderingen kan inte ångras.
erasures-propose-do = Föreslå radering
erasures-reasons = Motivering
erasures-reasons-help = Vad som begärdes och varför grunden uppfylls.
erasures-request = Begärans beteckning
erasures-request-help = Om radering har begärts, begärans beteckning.
erasures-request-unknown = Kontrollera begärans beteckning.
erasures-proposed = Radering är föreslagen. En annan person beslutar om den.
erasures-proposer = Föreslaget av
erasures-decider = Beslutat av
erasures-under-way = Radering är redan föreslagen.
erasures-under-way-title = Förslag till radering
erasures-nothing-goes = På den här grunden raderas inget. Avslå begäran med tabellens grunder.
erasures-held = Ett rättsligt hinder hindrar raderingen.
erasures-needs-another = En annan person godkänner eller avslår förslaget.
erasures-same-person = Den som föreslog kan inte själv godkänna. Inget raderades. Försöket är antecknat i loggen.
erasures-not-own = Bara den som föreslog kan dra tillbaka förslaget.
erasures-cannot-be-undone = Uppgifterna kan inte återfås efter godkännandet, inte ens från säkerhetskopior.
erasures-approve = Godkänn raderingen
erasures-approved = Raderingen är godkänd och görs nu. Intyget kommer på den här sidan.
erasures-refuse = Avslå förslaget
erasures-refuse-do = Avslå förslaget
erasures-refusal = Grund för avslaget
erasures-refusal-help = Grunden meddelas klienten.
erasures-refused = Förslaget är avslaget.
erasures-withdraw = Dra tillbaka förslaget
erasures-withdrawn = Förslaget är tillbakadraget.
erasures-being-done = Uppgifterna raderas.
erasures-changed-meanwhile = Någon annan hann besluta om förslaget.
erasures-earlier = Tidigare förslag
erasures-waiting = Förslag till radering
erasures-job-done = Uppgifterna är raderade.
erasures-state-proposed = väntar på beslut
erasures-state-approved = godkänd
erasures-state-refused = avslagen
erasures-state-withdrawn = tillbakadragen
erasures-state-done = gjord
batches-title = Förstöringsomgångar
batches-one = Förstöringsomgång
batches-name = Omgång { $day }
batches-due = Förvaringstiden har gått ut
batches-due-what = Uppgifter med hinder och uppgifter som arkiveras ingår inte.
batches-due-none = Inget har förfallit.
batches-due-people = { $people } { $people ->
    [one] person
   *[other] personer
}
batches-due-records = { $people } { $people ->
    [one] person
   *[other] personer
}, { $records } { $records ->
    [one] post
   *[other] poster
}
batches-line = Vad som tas med
batches-line-help = En omgång har högst { $most } personer. Resten tas i nästa.
batches-line-missing = Välj minst en rad.
batches-nothing-due = Det valda har inte längre något som har förfallit.
batches-propose = Föreslå för förstöring
batches-proposed = Omgången är föreslagen. En annan arkivansvarig godkänner den.
batches-person = Person
batches-records = Poster
batches-fate = Läge
batches-lines = Omgångens rader
batches-no-lines = Inga rader är kvar: raderna om förstörda personer försvinner med dem.
batches-take-out = Ta bort ur omgången
batches-take-out-reason = Varför
batches-take-out-do = Ta bort
batches-taken-out = Raden är borttagen ur omgången.
batches-needs-another = En annan arkivansvarig godkänner omgången.
batches-same-person = Den som föreslog kan inte själv godkänna omgången. Inget förstördes. Försöket är antecknat i loggen.
batches-approve = Godkänn och förstör
batches-approved = Omgången är godkänd och förstörs nu.
batches-withdraw = Dra tillbaka omgången
batches-withdrawn = Omgången är tillbakadragen.
batches-changed-meanwhile = Omgången har ändrats: någon annan hann besluta om den.
batches-under-way = Förstörs
batches-job-done = Omgången är förstörd.
batches-job-nothing = Omgången innehöll inget att förstöra.
batches-job-clock = Förstöringen stannade eftersom klockan har flyttat sig. Bekräfta datumet.
batches-job-failed = Förstöringen avbröts. Den fortsätter där den slutade.
batches-kept-not-due = Hade inte längre förfallit.
batches-kept-held = Rättsligt hinder.
batches-certificate = Intyg om förstöring
batches-sums = Vad som har förstörts
batches-paper = Papper som förstörs samtidigt
batches-paper-what = Förstör dessa mappar när omgången godkänns.
batches-state-proposed = väntar på godkännande
batches-state-approved = godkänd
batches-state-withdrawn = tillbakadragen
batches-state-done = förstörd
batches-line-listed = förstörs
batches-line-taken-out = borttagen
batches-line-destroyed = förstörd
batches-line-kept = blev kvar
certificates-title = Intyg om förstöring
certificates-all = Intyg om förstöring
certificates-none = Inget har ännu förstörts.
certificates-kind-erasure = Radering av uppgifter
certificates-kind-batch = Förstöringsomgång
certificates-lead-erasure = En persons uppgifter har raderats ur registret med stöd av artikel 17 i EU:s allmänna dataskyddsförordning. Intyget innehåller varken personens namn eller uppgifternas innehåll.
certificates-lead-batch = Uppgifter vilkas förvaringstid har gått ut har förstörts i registret. Intyget innehåller varken någons namn eller uppgifternas innehåll.
certificates-done-at = Förstört
certificates-proposer = Föreslaget av
certificates-approver = Godkänt av
certificates-people = Hela personer
certificates-rows = Poster
certificates-documents = Filer
certificates-paper = Pappersmappar
certificates-id = Beteckning
certificates-went = Vad som förstördes
certificates-stayed = Vad som blev kvar och varför
certificates-by-class = Enligt förvaringsklass
certificates-backups = Nyckeln till dem som raderades helt är förstörd. Uppgifter i säkerhetskopior kan inte längre öppnas, och en återställning förstör dem på nytt. Nyckelringens gamla kopior upphör enligt sin egen tid.
certificates-came-to = { $people } { $people ->
    [one] person
   *[other] personer
}, { $rows } { $rows ->
    [one] post
   *[other] poster
}
certificates-print = Skriv ut intyget
certificates-file = intyg-om-forstoring
access-data-retention = Förvaring och förstöring
access-action-destroy = Förstör
oversight-did-destroy = Förstörde
oversight-denied-same-person = nekat: den som föreslog godkänner inte själv
oversight-denied-held = nekat: rättsligt hinder
