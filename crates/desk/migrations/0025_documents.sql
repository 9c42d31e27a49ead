-- Scanned papers and files of clients (B12). What they hold lies sealed beside the database: see desk::documents.

CREATE TABLE document (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- kept or binned
    state TEXT NOT NULL,
    -- secret, partly or public
    publicity TEXT NOT NULL,
    -- The key of a retention class of the profile.
    retention TEXT NOT NULL,
    -- The day of the paper itself, when it is known.
    dated TEXT,
    added_at INTEGER NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    binned_at INTEGER,
    -- What it is called, its class, language, source and channel, the ground of its secrecy.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX document_by_time ON document (register, subject, state, added_at);

-- The content of a document, each time that it came: the highest number is the document as it is now.
CREATE TABLE document_file (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    -- By this the seal of the content knows it.
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    document BLOB NOT NULL,
    number INTEGER NOT NULL,
    -- Where it lies: a keyed hash of what it holds and whose it is.
    address TEXT NOT NULL,
    size INTEGER NOT NULL,
    -- pdf, jpeg, png, webp, tiff, docx or odt
    kind TEXT NOT NULL,
    -- waiting, clean, infected, unchecked (it could not be) or made (by the product itself)
    checked TEXT NOT NULL,
    checked_at INTEGER,
    -- waiting, read, nothing (there is no text in it) or unread (it could not be)
    reading TEXT NOT NULL,
    pages INTEGER,
    added_at INTEGER NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    -- Its name when it came, and what was remarked in it.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject, document) REFERENCES document (register, subject, id)
) STRICT;
CREATE UNIQUE INDEX document_file_by_number ON document_file (register, subject, document, number);
CREATE INDEX document_file_by_address ON document_file (address);

-- What was read in a file, page by page, for searching.
CREATE TABLE document_text (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    document BLOB NOT NULL,
    read_at INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject, id) REFERENCES document_file (register, subject, id)
) STRICT;
CREATE INDEX document_text_by_time ON document_text (register, subject, read_at);
