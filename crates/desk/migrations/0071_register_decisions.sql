-- Decisions about the register itself (E7): what may be delegated, and so is written down. About nobody, and public.
CREATE TABLE register_decision (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    -- purpose, content, access, disclosure, retention, destruction, monitoring or other
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    -- Who decided, by office or name, and on what power.
    decided_by TEXT NOT NULL,
    power TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    -- When the staff was heard, of what monitors them (Act 759/2004, 21 §).
    heard_on TEXT,
    -- The decision that it takes the place of.
    replaces BLOB,
    recorded_by BLOB NOT NULL REFERENCES account (id),
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (register, id)
) STRICT;
-- One successor of each: two people who replace the same one meet here.
CREATE UNIQUE INDEX register_decision_by_replaced ON register_decision (register, replaces) WHERE replaces IS NOT NULL;
CREATE INDEX register_decision_by_kind ON register_decision (register, kind, valid_from);
