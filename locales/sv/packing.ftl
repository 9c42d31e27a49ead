# Klientens uppgifter i en form som ges till andra.
packing-term = Tid
packing-placement = Fortsatt placering
packing-referring-body = Remitterande instans
packing-referrer = Avsändare
packing-state = Status
packing-place = Plats
packing-who = Med vem
packing-agreed = Avtalat
packing-writer = Skrivet av
packing-period-planned = planerad
packing-period-ongoing = pågående
packing-period-completed = genomförd
packing-period-interrupted = avbruten
packing-source = Källa
packing-necessity = Varför uppgiften behövs
