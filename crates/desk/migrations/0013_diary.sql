-- The coaching diary (B5) and its drafts.

CREATE TABLE diary_entry (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    -- The number of the wording that counts; date and kind here are that wording's, for lists.
    version INTEGER NOT NULL,
    dated TEXT NOT NULL,
    kind TEXT NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX diary_entry_by_date ON diary_entry (register, subject, dated, id);

-- Each wording that an entry has had. A correction adds a row; none is ever changed or taken away.
CREATE TABLE diary_version (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    -- 1 is the original.
    version INTEGER NOT NULL,
    entry BLOB NOT NULL,
    dated TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- The contact that it tells of. No foreign key: after a merge it may be of the other record.
    contact BLOB,
    account BLOB NOT NULL REFERENCES account (id),
    written_at INTEGER NOT NULL,
    -- Text, goals and, of a correction, its reason.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    UNIQUE (register, subject, entry, version),
    FOREIGN KEY (register, subject, entry) REFERENCES diary_entry (register, subject, id)
) STRICT;

-- What somebody has begun to write about a client. Only its writer sees it.
CREATE TABLE draft (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    kind TEXT NOT NULL,
    -- What it is about, when that exists already: the entry that is being corrected.
    target BLOB,
    saved_at INTEGER NOT NULL,
    -- The fields of the form as they were typed.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX draft_by_account ON draft (register, account, saved_at);
