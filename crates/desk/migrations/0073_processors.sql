-- Processors and systems (C5; GDPR 28, 30, 44-46): who processes data for the controller, in what, where, by which contract.
CREATE TABLE processor (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- processor or system
    kind TEXT NOT NULL,
    -- The key of the profile's entry that this one completes.
    profile_key TEXT,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    data TEXT NOT NULL,
    -- Who runs a system.
    run_by TEXT NOT NULL,
    -- ISO 3166, two letters.
    country TEXT NOT NULL,
    -- eea, decision, safeguard or none
    adequacy TEXT NOT NULL,
    safeguard TEXT NOT NULL,
    contract TEXT NOT NULL,
    contract_from TEXT,
    contract_until TEXT,
    ended_on TEXT,
    written_by BLOB NOT NULL REFERENCES account (id),
    written_at INTEGER NOT NULL,
    PRIMARY KEY (register, id)
) STRICT;
CREATE UNIQUE INDEX processor_by_profile_key ON processor (register, kind, profile_key) WHERE profile_key IS NOT NULL;
