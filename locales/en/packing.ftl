# A client’s data in a form that others are given.
packing-term = Time
packing-placement = Onward placement
packing-referring-body = Referring body
packing-referrer = Referrer
packing-state = State
packing-place = Place
packing-who = With whom
packing-agreed = Agreed
packing-writer = Written by
packing-period-planned = planned
packing-period-ongoing = ongoing
packing-period-completed = completed
packing-period-interrupted = interrupted
packing-source = Source
packing-necessity = Why it is necessary
