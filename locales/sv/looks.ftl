# Vem har tittat: samma vy för dataskyddsombudet, arbetstagaren och klienten själv.
looks-portal = klienten själv i portalen
looks-worker = arbetstagare
looks-proof = Bevis
looks-proof-soon = får ett bevis om en stund
looks-proofs = Bevis
looks-proofs-what = Varje gång någon tittar blir det en anteckning i loggen som ingen kan ändra efteråt utan att det märks. Beviset är en fil med vilken det kan kontrolleras utanför systemet.
looks-proofs-save = Spara bevisen för den här sidan i en fil
looks-proofs-file = bevis-for-loggen
access-data-access-log = Vem har tittat
