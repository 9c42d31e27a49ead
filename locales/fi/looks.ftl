# Kuka on katsonut: sama näkymä tietosuojavastaavalle, työntekijälle ja asiakkaalle itselleen.
looks-portal = asiakas itse portaalissa
looks-worker = työntekijä
looks-proof = Todiste
looks-proof-soon = saa todisteen hetken kuluttua
looks-proofs = Todisteet
looks-proofs-what = Jokaisesta katselusta jää lokiin merkintä, jota kukaan ei voi jälkikäteen muuttaa huomaamatta. Todiste on tiedosto, jolla sen voi tarkastaa järjestelmän ulkopuolella.
looks-proofs-save = Tallenna tämän sivun todisteet tiedostoon
looks-proofs-file = katselujen-todisteet
access-data-access-log = Kuka on katsonut
