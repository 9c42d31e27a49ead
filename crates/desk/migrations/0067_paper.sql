-- The paper register (F2): locked places and who holds their keys, clients' folders and who took them, forms before entry.

-- Where paper lies behind a lock. About nobody.
CREATE TABLE paper_place (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    -- cabinet, room or archive
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    -- In which building and room.
    whereabouts TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    closed_on TEXT,
    PRIMARY KEY (register, id)
) STRICT;

-- Who holds a key of a place, and until when.
CREATE TABLE paper_key (
    register INTEGER NOT NULL,
    id BLOB NOT NULL,
    place BLOB NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    held_from TEXT NOT NULL,
    held_until TEXT,
    PRIMARY KEY (register, id),
    FOREIGN KEY (register, place) REFERENCES paper_place (register, id)
) STRICT;
CREATE INDEX paper_key_by_place ON paper_key (register, place);
-- Nobody holds two keys of one place at a time.
CREATE UNIQUE INDEX paper_key_held ON paper_key (register, place, account) WHERE held_until IS NULL;

-- Forms that were filled in on paper before their data is entered. They are known by a number that is written on them.
CREATE TABLE paper_form (
    register INTEGER NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    -- As 2026-014.
    mark TEXT NOT NULL,
    place BLOB NOT NULL,
    received_on TEXT NOT NULL,
    received_by BLOB NOT NULL REFERENCES account (id),
    entered_on TEXT,
    entered_by BLOB REFERENCES account (id),
    destroyed_on TEXT,
    destroyed_by BLOB REFERENCES account (id),
    PRIMARY KEY (register, id),
    UNIQUE (register, mark),
    FOREIGN KEY (register, place) REFERENCES paper_place (register, id)
) STRICT;
CREATE INDEX paper_form_left ON paper_form (register, received_on) WHERE destroyed_on IS NULL;

CREATE TABLE paper_folder (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    place BLOB NOT NULL,
    -- The key of a retention class of the profile.
    class TEXT NOT NULL,
    from_year INTEGER NOT NULL,
    until_year INTEGER,
    -- in-place, taken or destroyed
    state TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES account (id),
    made_at INTEGER NOT NULL,
    destroyed_on TEXT,
    destroyed_by BLOB REFERENCES account (id),
    -- What is in it.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id),
    FOREIGN KEY (register, place) REFERENCES paper_place (register, id)
) STRICT;
CREATE INDEX paper_folder_by_state ON paper_folder (register, state);

-- Who took a folder, and when it came back. Only ever added to.
CREATE TABLE paper_loan (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    folder BLOB NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    taken_at INTEGER NOT NULL,
    returned_at INTEGER,
    returned_by BLOB REFERENCES account (id),
    -- What it was taken for.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject, folder) REFERENCES paper_folder (register, subject, id)
) STRICT;
-- A folder is out once at a time.
CREATE UNIQUE INDEX paper_loan_out ON paper_loan (register, subject, folder) WHERE returned_at IS NULL;
