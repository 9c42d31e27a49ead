-- Packages for the archive (F3): what was made of whose records, and who fetched it.

CREATE TABLE archive_package (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- asked or made
    state TEXT NOT NULL,
    asked_by BLOB NOT NULL REFERENCES account (id),
    asked_at INTEGER NOT NULL,
    made_at INTEGER,
    -- How many records and documents are in it.
    records INTEGER,
    documents INTEGER,
    -- Documents that could not be put in, since nobody has looked through them for viruses.
    left_out INTEGER,
    -- The hash of the file, where it lies sealed and how large it is.
    sha256 TEXT,
    content BLOB,
    address TEXT,
    size INTEGER,
    fetched_by BLOB REFERENCES account (id),
    fetched_at INTEGER,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX archive_package_by_address ON archive_package (address);
