-- Allowances for attended days (B6, A2): by which rate a client's days count, what was counted in each run, what was paid.

-- From a day on, a client's days count so, until a later line says otherwise. Lines are only ever added.
CREATE TABLE allowance_ground (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    written_by BLOB NOT NULL REFERENCES account (id),
    written_at INTEGER NOT NULL,
    -- Which rate, and what it rests on.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;

CREATE TABLE allowance_run (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- Up to the end of this month.
    month TEXT NOT NULL,
    -- drafted, confirmed, file-made, paid or cancelled
    state TEXT NOT NULL,
    created_by BLOB NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    confirmed_by BLOB REFERENCES account (id),
    confirmed_at INTEGER,
    -- The day on which the bank is to pay.
    bank_day TEXT,
    file_made_at INTEGER,
    -- When it was paid or cancelled; the code of why it was cancelled.
    closed_at INTEGER,
    closed_by BLOB REFERENCES account (id),
    cancelled_for TEXT,
    PRIMARY KEY (register, id)
) STRICT;
CREATE INDEX allowance_run_by_month ON allowance_run (register, month);
-- One draft at a time.
CREATE UNIQUE INDEX allowance_run_draft ON allowance_run (register) WHERE state = 'drafted';

-- What a run counts of a day: the difference to what earlier runs counted.
CREATE TABLE allowance_day (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    run BLOB NOT NULL,
    date TEXT NOT NULL,
    -- How many lines there were of the day before: two runs that count the same day at once collide here.
    place INTEGER NOT NULL,
    -- One day more, one less, or the same day at another rate.
    days INTEGER NOT NULL,
    cents INTEGER NOT NULL,
    PRIMARY KEY (register, subject, id),
    UNIQUE (register, subject, date, place),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id),
    FOREIGN KEY (register, run) REFERENCES allowance_run (register, id)
) STRICT;
CREATE INDEX allowance_day_by_run ON allowance_day (register, run);

CREATE TABLE allowance_payment (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    run BLOB NOT NULL,
    days INTEGER NOT NULL,
    cents INTEGER NOT NULL,
    -- The account that it goes to; none where the register keeps no accounts.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    UNIQUE (register, run, subject),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id),
    FOREIGN KEY (register, run) REFERENCES allowance_run (register, id)
) STRICT;

-- Who pays: the controller's own account. Not about any person.
CREATE TABLE payer (
    register INTEGER PRIMARY KEY REFERENCES register (id),
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    account TEXT NOT NULL,
    -- The number by which the bank knows who sends; may be empty.
    service_id TEXT NOT NULL,
    -- What stands on each client's statement: neutral, and nobody's service.
    message TEXT NOT NULL
) STRICT;
