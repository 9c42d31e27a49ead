-- Restrictions of processing (GDPR 18). Whether one is in force is `subject.restricted_at`, which the desk asks for each
-- look; this says why, and how it ended.

CREATE TABLE restriction (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- The request that it answers, if there was one.
    request BLOB,
    -- accuracy, unlawful, claims or objection: GDPR 18.1 a–d
    ground TEXT NOT NULL,
    -- in-force or lifted
    state TEXT NOT NULL,
    since INTEGER NOT NULL,
    set_by BLOB NOT NULL REFERENCES account (id),
    -- When the person was told that it will be lifted (GDPR 18.3).
    told_on TEXT,
    lifted_by BLOB REFERENCES account (id),
    lifted_at INTEGER,
    -- What data, why, how the person was told.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX restriction_of_person ON restriction (register, subject, since);
