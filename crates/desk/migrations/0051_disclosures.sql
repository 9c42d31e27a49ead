-- Disclosures: what was asked, what was decided, what was handed over (C3–C5).

CREATE TABLE disclosure (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- requested, decided, refused or delivered
    state TEXT NOT NULL,
    -- A recipient of the register's profile by its key; none where it is another body, whose name is sealed.
    recipient TEXT,
    -- ISO 3166
    country TEXT NOT NULL,
    -- consent, recipient-law, joint-service, emergency, or law and the key of the profile's ground
    ground TEXT,
    law TEXT,
    -- The consent that it rests on.
    consent BLOB,
    -- printed, key or passphrase
    manner TEXT,
    requested_on TEXT NOT NULL,
    created_by BLOB NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    decided_by BLOB REFERENCES account (id),
    decided_at INTEGER,
    delivered_by BLOB REFERENCES account (id),
    delivered_at INTEGER,
    -- Who asks and for what; what was decided and why.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX disclosure_by_time ON disclosure (register, created_at);

-- What has happened to a disclosure: only ever added.
CREATE TABLE disclosure_event (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    disclosure BLOB NOT NULL,
    -- requested, decided, refused, delivered or stopped
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    -- Why it was stopped, the mark of the package, remarks.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject, disclosure) REFERENCES disclosure (register, subject, id)
) STRICT;
CREATE INDEX disclosure_event_by_disclosure ON disclosure_event (register, subject, disclosure);
