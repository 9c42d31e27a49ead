-- Indexes that name all that is asked by: without them SQLite takes one that names the register alone, and reads it whole.

DROP INDEX audit_pseudonym_by_entry;
CREATE INDEX audit_pseudonym_by_entry ON audit_pseudonym (register, entry, pseudonym);
CREATE INDEX draft_of_writer ON draft (register, subject, account);
