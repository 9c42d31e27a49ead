-- Papers that scanners and mail left, and that are nobody's yet (B12). Sealed with a key of the register's tray.

CREATE TABLE unsorted_document (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- In whose tray it lies; in the register's own when nobody's.
    account BLOB REFERENCES account (id),
    address TEXT NOT NULL,
    size INTEGER NOT NULL,
    -- waiting, clean, infected or unchecked
    checked TEXT NOT NULL,
    arrived_at INTEGER NOT NULL,
    -- What file it is, and what it was called.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, id)
) STRICT;
CREATE UNIQUE INDEX unsorted_document_by_address ON unsorted_document (register, address);
