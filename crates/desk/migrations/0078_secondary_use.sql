-- Secondary use by a recorded decision: archiving and research, as pseudonymised extracts (C8). About nobody.

CREATE TABLE secondary_use (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- research or archiving
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    -- For what, to whom, and by which ground in law.
    aim TEXT NOT NULL,
    recipient TEXT NOT NULL,
    ground TEXT NOT NULL,
    -- Who decided, by office or name, and on what power.
    decided_by TEXT NOT NULL,
    power TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    -- The last day after all, when it was ended before its time.
    ended_on TEXT,
    -- Whom it is about: those in service between these days.
    served_from TEXT NOT NULL,
    served_until TEXT NOT NULL,
    -- Keys of fields of the profile, between spaces.
    fields TEXT NOT NULL,
    -- year or month
    coarseness TEXT NOT NULL,
    -- The recipient's public key (age).
    recipient_key TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES account (id),
    recorded_at INTEGER NOT NULL,
    -- The key of its pseudonyms: made for it, used for no other.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, id)
) STRICT;

CREATE TABLE secondary_use_extract (
    register INTEGER NOT NULL,
    id BLOB NOT NULL,
    decided_use BLOB NOT NULL,
    job BLOB NOT NULL,
    -- waiting, ready or failed
    state TEXT NOT NULL,
    asked_by BLOB NOT NULL REFERENCES account (id),
    asked_at INTEGER NOT NULL,
    made_at INTEGER,
    -- How many are in it, how many were left out on which ground, and how many stand out in a group of less than five.
    people INTEGER NOT NULL DEFAULT 0,
    restricted INTEGER NOT NULL DEFAULT 0,
    objected INTEGER NOT NULL DEFAULT 0,
    few INTEGER NOT NULL DEFAULT 0,
    sha256 TEXT,
    -- The file, closed for the recipient. Gone after its time.
    package BLOB,
    expires_at INTEGER,
    handed_by BLOB REFERENCES account (id),
    handed_at INTEGER,
    PRIMARY KEY (register, id),
    FOREIGN KEY (register, decided_use) REFERENCES secondary_use (register, id)
) STRICT;
CREATE INDEX secondary_use_extract_by_decision ON secondary_use_extract (register, decided_use);
CREATE INDEX secondary_use_extract_by_end ON secondary_use_extract (expires_at) WHERE package IS NOT NULL;
