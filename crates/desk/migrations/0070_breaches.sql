-- Breaches of personal data (D5; GDPR 33, 34). What is told of one is sealed with the register's key: it may touch people.

CREATE TABLE breach (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- open or closed
    state TEXT NOT NULL,
    found_at INTEGER NOT NULL,
    -- From here the 72 hours run.
    aware_at INTEGER NOT NULL,
    -- unlikely, risk or high, once it is assessed
    risk TEXT,
    people INTEGER,
    notified_at INTEGER,
    -- Why nobody is written to although the risk is high: protected, removed or public (GDPR 34.3).
    untold TEXT,
    reported_by BLOB NOT NULL REFERENCES account (id),
    reported_at INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, id)
) STRICT;
CREATE INDEX breach_by_state ON breach (register, state, aware_at);

-- What was done about one, and by whom: only ever added to.
CREATE TABLE breach_event (
    register INTEGER NOT NULL,
    id BLOB NOT NULL,
    breach BLOB NOT NULL,
    -- reported, assessed, notified, supplemented, letter-written, closed or reopened
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    PRIMARY KEY (register, id),
    FOREIGN KEY (register, breach) REFERENCES breach (register, id)
) STRICT;
CREATE INDEX breach_event_by_breach ON breach_event (register, breach);

-- Whose data it was, and when they were told.
CREATE TABLE breach_subject (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    breach BLOB NOT NULL,
    added_by BLOB NOT NULL REFERENCES account (id),
    added_at INTEGER NOT NULL,
    told_on TEXT,
    -- letter, secure-message or in-person
    told_how TEXT,
    told_by BLOB REFERENCES account (id),
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id),
    FOREIGN KEY (register, breach) REFERENCES breach (register, id),
    UNIQUE (register, breach, subject)
) STRICT;
