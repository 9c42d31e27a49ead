-- Histories of education, work, health and substance use as dated items (A4).

CREATE TABLE history_item (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- 1 when it is of a special category (GDPR art. 9), which not every role reads.
    special INTEGER NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    written_at INTEGER NOT NULL,
    -- Which history, from when until when, what, where from, and why it is necessary.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
