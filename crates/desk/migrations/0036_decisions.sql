-- Decisions, client narratives and what clients say of the service (B13).

-- What was decided is never changed: only that the client was told is entered afterwards.
CREATE TABLE decision (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    decided_on TEXT NOT NULL,
    -- How the client was told: empty until they were.
    notified_by TEXT,
    notified_on TEXT,
    -- The decision that it takes the place of. No foreign key: after a merge it may be of the other record.
    replaces BLOB,
    account BLOB NOT NULL REFERENCES account (id),
    written_at INTEGER NOT NULL,
    -- What was decided, by whom, on which ground, and how to appeal.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE UNIQUE INDEX decision_by_replaced ON decision (register, subject, replaces);

CREATE TABLE narrative (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    -- The number of the wording that counts; its date is here too, for lists.
    version INTEGER NOT NULL,
    dated TEXT NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX narrative_by_date ON narrative (register, subject, dated, id);

-- Each wording that a narrative has had. A correction adds a row; none is ever changed or taken away.
CREATE TABLE narrative_version (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    -- 1 is the original.
    version INTEGER NOT NULL,
    narrative BLOB NOT NULL,
    dated TEXT NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    written_at INTEGER NOT NULL,
    -- Heading, text and, of a correction, its reason.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    UNIQUE (register, subject, narrative, version),
    FOREIGN KEY (register, subject, narrative) REFERENCES narrative (register, subject, id)
) STRICT;

CREATE TABLE service_feedback (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    given_on TEXT NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    -- Seen by those who lead the service.
    seen_at INTEGER,
    -- Answers and the client's own words.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX service_feedback_by_day ON service_feedback (register, given_on);
