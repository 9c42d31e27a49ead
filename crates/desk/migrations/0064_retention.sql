-- Destruction in batches that a records officer approves (F1), and whether the clock can be believed.

CREATE TABLE destruction_batch (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- proposed, approved, withdrawn or done
    state TEXT NOT NULL,
    proposed_by BLOB NOT NULL REFERENCES account (id),
    proposed_at INTEGER NOT NULL,
    approved_by BLOB REFERENCES account (id),
    approved_at INTEGER,
    done_at INTEGER,
    job BLOB,
    PRIMARY KEY (register, id)
) STRICT;
CREATE INDEX destruction_batch_by_time ON destruction_batch (register, proposed_at);

-- Whose records of which class are to go. A line goes with the person; what it came to stays in the batch's sums.
CREATE TABLE destruction_line (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    batch BLOB NOT NULL,
    -- The key of a retention class of the profile, and the year in which its time was over.
    class TEXT NOT NULL,
    year INTEGER NOT NULL,
    -- How many records there were when the batch was made.
    records INTEGER NOT NULL,
    -- listed, taken-out, destroyed or kept
    state TEXT NOT NULL,
    settled_at INTEGER,
    -- Why it was taken out or kept.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id),
    FOREIGN KEY (register, batch) REFERENCES destruction_batch (register, id)
) STRICT;
CREATE INDEX destruction_line_by_batch ON destruction_line (register, batch, state);

-- What a batch came to, by class and year.
CREATE TABLE destruction_sum (
    register INTEGER NOT NULL,
    id BLOB NOT NULL,
    batch BLOB NOT NULL,
    class TEXT NOT NULL,
    year INTEGER NOT NULL,
    -- Whole people, files of documents, and rows by table as JSON.
    people INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    counted TEXT NOT NULL,
    PRIMARY KEY (register, id),
    FOREIGN KEY (register, batch) REFERENCES destruction_batch (register, id)
) STRICT;
CREATE INDEX destruction_sum_by_batch ON destruction_sum (register, batch);

-- When a serving node last noted the time, and by how much the clock had jumped when destruction stopped.
CREATE TABLE retention_watch (
    register INTEGER PRIMARY KEY REFERENCES register (id),
    noted_at INTEGER,
    jumped INTEGER
) STRICT;
