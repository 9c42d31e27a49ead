-- Client relationships (B1) and periods of service (B2).

CREATE TABLE client_relationship (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    basis TEXT NOT NULL,
    started_on TEXT NOT NULL,
    ended_on TEXT,
    -- Where the client went on to: there when the relationship has ended.
    placement TEXT,
    -- When to ask where the client is a year on; empty when there is nothing left to ask.
    follow_up_on TEXT,
    placement_after_year TEXT,
    created_at INTEGER NOT NULL,
    -- The referral: who referred, when, and the cover note.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX client_relationship_by_follow_up ON client_relationship (register, follow_up_on)
    WHERE follow_up_on IS NOT NULL;

CREATE TABLE service_period (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- planned, ongoing, completed or interrupted
    state TEXT NOT NULL,
    measure TEXT NOT NULL,
    workgroup BLOB,
    starts_on TEXT NOT NULL,
    -- The last day as planned.
    ends_on TEXT,
    -- The last day in fact, and where the client went on to: there when the period has ended.
    ended_on TEXT,
    placement TEXT,
    created_at INTEGER NOT NULL,
    -- The place and the reason of an interruption.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id),
    FOREIGN KEY (register, workgroup) REFERENCES workgroup (register, id)
) STRICT;
CREATE INDEX service_period_by_state ON service_period (register, state, ends_on);
CREATE INDEX service_period_by_workgroup ON service_period (register, workgroup);

-- The weekly schedule of a period, dated: a break and a change of days are seen in it.
CREATE TABLE period_schedule (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    period BLOB NOT NULL,
    -- One bit a weekday, Monday the lowest.
    weekdays INTEGER NOT NULL,
    -- The length of each of these days, travel not counted.
    minutes INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject, period) REFERENCES service_period (register, subject, id)
) STRICT;
CREATE INDEX period_schedule_by_period ON period_schedule (register, subject, period);
