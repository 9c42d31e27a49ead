-- Months of attendance that were confirmed for payers (B6): from then on their marks change by corrections only.

CREATE TABLE attendance_month (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    -- As 2026-11.
    month TEXT NOT NULL,
    confirmed_by BLOB NOT NULL REFERENCES account (id),
    confirmed_at INTEGER NOT NULL,
    PRIMARY KEY (register, subject, month),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX attendance_month_by_month ON attendance_month (register, month);

CREATE TABLE attendance_correction (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    date TEXT NOT NULL,
    -- What is to stand there, and what stood there; letters as in attendance.
    mark TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    old_mark TEXT NOT NULL,
    old_minutes INTEGER NOT NULL,
    -- waiting, confirmed or rejected
    state TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES account (id),
    made_at INTEGER NOT NULL,
    decided_by BLOB REFERENCES account (id),
    decided_at INTEGER,
    -- Why.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
-- One correction of a day waits at a time.
CREATE UNIQUE INDEX attendance_correction_waiting ON attendance_correction (register, subject, date)
    WHERE state = 'waiting';
CREATE INDEX attendance_correction_by_state ON attendance_correction (register, state);
