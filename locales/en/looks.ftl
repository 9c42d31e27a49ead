# Who has looked: the same view for the data protection officer, the worker and the client.
looks-portal = the client, in the portal
looks-worker = worker
looks-proof = Proof
looks-proof-soon = gets its proof in a moment
looks-proofs = Proofs
looks-proofs-what = Each look leaves an entry in the log that nobody can change afterwards unnoticed. A proof is a file by which this can be checked outside the system.
looks-proofs-save = Save the proofs of this page as a file
looks-proofs-file = proofs-of-looks
access-data-access-log = Who has looked
