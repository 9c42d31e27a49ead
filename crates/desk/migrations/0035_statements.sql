-- Reports, statements and summaries (B8, B9).

CREATE TABLE statement (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- interim_report, final_statement, progress_summary or internal_summary
    kind TEXT NOT NULL,
    -- draft, waiting or signed: what is signed is never changed
    state TEXT NOT NULL,
    -- The key of one of the register's recipients; empty when it stays in the client's own file.
    recipient TEXT,
    -- fi, sv or en: the language of its headings
    language TEXT NOT NULL,
    covers_from TEXT NOT NULL,
    covers_until TEXT NOT NULL,
    due_on TEXT,
    -- The signed one that it takes the place of. No foreign key: after a merge it may be of the other record.
    corrects BLOB,
    -- Who wrote it last, and when.
    account BLOB NOT NULL REFERENCES account (id),
    written_at INTEGER NOT NULL,
    signed_by BLOB REFERENCES account (id),
    signed_at INTEGER,
    -- Its sections, and the figures that they rest on.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX statement_by_state ON statement (register, state, due_on);
-- One correction of each: two people who correct the same one meet here.
CREATE UNIQUE INDEX statement_by_corrected ON statement (register, subject, corrects);
