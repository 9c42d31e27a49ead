-- Import of registers: the runs, what is kept of a file between its steps, and by what people are known again.

ALTER TABLE import_run ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
-- The job that checks it or brings it in.
ALTER TABLE import_run ADD COLUMN job BLOB;
-- What the main user decided, sealed with the installation's key: headings may be anything.
ALTER TABLE import_run ADD COLUMN sealed BLOB;
CREATE INDEX import_run_by_state ON import_run (state, created_at);

-- The person about whom an import wrote this record, beside their own: it goes with theirs and is never parted from it.
ALTER TABLE subject ADD COLUMN beside BLOB;

-- A file, or the report of a file, in parts of a size that holds no writer up. Sealed with the installation's key.
CREATE TABLE import_part (
    register INTEGER NOT NULL,
    run BLOB NOT NULL,
    -- file or report
    what TEXT NOT NULL,
    part INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (register, run, what, part),
    FOREIGN KEY (register, run) REFERENCES import_run (register, id)
) STRICT;

-- What the columns of a kind of sheet mean, remembered by a keyed hash of its headings.
CREATE TABLE import_mapping (
    register INTEGER NOT NULL REFERENCES register (id),
    fingerprint BLOB NOT NULL,
    meanings TEXT NOT NULL,
    used_at INTEGER NOT NULL,
    PRIMARY KEY (register, fingerprint)
) STRICT;

-- By what a row that came in is known again: keyed hashes of numbers, names and entries, never the values.
CREATE TABLE import_origin (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    mark BLOB NOT NULL,
    PRIMARY KEY (register, mark),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX import_origin_by_subject ON import_origin (register, subject);
