-- Clients: the fields of the register's profile beside the identity, and who may be the same person.

CREATE TABLE client (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- 'yes' while the address is under turvakielto (A7).
    address_protection TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    -- Ordinary fields by their keys, and where each piece of information came from (A5).
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;

CREATE TABLE client_special (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    -- Special-category fields, each with its necessity and source (A4).
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;

CREATE TABLE client_address (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    -- Address and home municipality: hidden by default when protected.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;

CREATE TABLE duplicate_suspicion (
    register INTEGER NOT NULL,
    id BLOB NOT NULL,
    -- Who was taken in, or whose code changed.
    subject BLOB NOT NULL,
    -- Who was there before.
    other BLOB NOT NULL,
    likeness TEXT NOT NULL,
    -- open, until the main user decides
    state TEXT NOT NULL,
    found_at INTEGER NOT NULL,
    decided_at INTEGER,
    decided_by BLOB,
    PRIMARY KEY (register, id),
    UNIQUE (register, subject, other),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id),
    FOREIGN KEY (register, other) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX duplicate_suspicion_by_state ON duplicate_suspicion (register, state);
CREATE INDEX duplicate_suspicion_by_other ON duplicate_suspicion (register, other);
