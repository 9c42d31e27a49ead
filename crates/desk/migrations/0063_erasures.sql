-- Erasure (GDPR 17), legal holds, and the certificates of what was destroyed (D4, F1).

-- A proposal to erase somebody's data, and what was decided. It goes with the person; the certificate stays.
CREATE TABLE erasure (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- proposed, approved, refused, withdrawn or done
    state TEXT NOT NULL,
    -- The ground of article 17.1: no-longer-needed, consent-withdrawn, objection, unlawful or legal-duty
    ground TEXT NOT NULL,
    -- The person's request that it answers.
    request BLOB,
    proposed_by BLOB NOT NULL REFERENCES account (id),
    proposed_at INTEGER NOT NULL,
    decided_by BLOB REFERENCES account (id),
    decided_at INTEGER,
    job BLOB,
    -- Why it is proposed, why it was refused.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX erasure_by_state ON erasure (register, state, proposed_at);
-- The job that carries it out knows its id alone.
CREATE UNIQUE INDEX erasure_by_id ON erasure (register, id);

-- Nothing of somebody is destroyed while a claim or an investigation needs it.
CREATE TABLE legal_hold (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- The last day; until it is lifted when there is none.
    until TEXT,
    placed_by BLOB NOT NULL REFERENCES account (id),
    placed_at INTEGER NOT NULL,
    lifted_by BLOB REFERENCES account (id),
    lifted_at INTEGER,
    -- Why it was placed, and why it was lifted.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;

-- The same for all records of a retention class. About nobody.
CREATE TABLE class_hold (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- The key of a retention class of the profile.
    class TEXT NOT NULL,
    reason TEXT NOT NULL,
    until TEXT,
    placed_by BLOB NOT NULL REFERENCES account (id),
    placed_at INTEGER NOT NULL,
    lifted_by BLOB REFERENCES account (id),
    lifted_at INTEGER,
    PRIMARY KEY (register, id)
) STRICT;

-- What was destroyed, by whose decision: numbers, and nobody's name. Never changed.
CREATE TABLE destruction_certificate (
    register INTEGER NOT NULL REFERENCES register (id),
    -- Of the erasure or the batch.
    id BLOB NOT NULL,
    -- erasure or batch
    kind TEXT NOT NULL,
    proposed_by BLOB NOT NULL REFERENCES account (id),
    approved_by BLOB NOT NULL REFERENCES account (id),
    approved_at INTEGER NOT NULL,
    done_at INTEGER NOT NULL,
    -- Grounds, kinds and numbers, as JSON.
    content TEXT NOT NULL,
    PRIMARY KEY (register, id)
) STRICT;
CREATE INDEX destruction_certificate_by_time ON destruction_certificate (register, done_at);
