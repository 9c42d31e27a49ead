# Asiakkaan tiedot muille annettavassa muodossa.
packing-term = Aika
packing-placement = Jatkosijoittuminen
packing-referring-body = Lähettävä taho
packing-referrer = Lähettäjä
packing-state = Tila
packing-place = Paikka
packing-who = Kenen kanssa
packing-agreed = Sovittu
packing-writer = Kirjoittanut
packing-period-planned = suunniteltu
packing-period-ongoing = meneillään
packing-period-completed = toteutunut
packing-period-interrupted = keskeytynyt
packing-source = Lähde
packing-necessity = Miksi tieto on tarpeen
