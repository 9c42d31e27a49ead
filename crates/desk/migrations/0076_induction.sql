-- What a client was told at the start (D7). A row never changes: what was left out is told again later, in a row of its own.
CREATE TABLE induction (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    told_on TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES account (id),
    -- The language in which it was told: fi, sv, en, or another.
    language TEXT NOT NULL,
    -- oral, handed or sent.
    way TEXT NOT NULL,
    -- Which version of the privacy notice was in force; none where none is published.
    notice_version INTEGER,
    -- Which points were told, and the note.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
-- Who came lately, for the list of those whom nobody has told.
CREATE INDEX subject_by_created ON subject (register, created_at);
