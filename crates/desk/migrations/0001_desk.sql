-- What the desk itself needs. Types are INTEGER, TEXT and BLOB only; times are milliseconds, dates YYYY-MM-DD.

CREATE TABLE organisation (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE register (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    organisation BLOB NOT NULL REFERENCES organisation (id),
    profile TEXT NOT NULL,
    name TEXT NOT NULL,
    -- Rises whenever a right, a relationship or a restriction changes: reads check it when they are recorded.
    epoch INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE account (
    id BLOB PRIMARY KEY,
    organisation BLOB NOT NULL REFERENCES organisation (id),
    user_name TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    password_hash TEXT,
    -- Sealed with the installation's key.
    totp_sealed BLOB,
    -- The last time step that was used, so that a code works once.
    totp_step INTEGER NOT NULL DEFAULT 0,
    locale TEXT NOT NULL DEFAULT 'fi',
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    closed_at INTEGER,
    calendar_hash BLOB,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX account_by_organisation ON account (organisation);
CREATE UNIQUE INDEX account_by_calendar ON account (calendar_hash);

CREATE TABLE access_right (
    id BLOB PRIMARY KEY,
    register INTEGER NOT NULL REFERENCES register (id),
    account BLOB NOT NULL REFERENCES account (id),
    role TEXT NOT NULL,
    -- 'yes' when protected addresses may be shown, each showing recorded (A7).
    reveals_addresses TEXT NOT NULL DEFAULT 'no',
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    granted_by BLOB,
    granted_at INTEGER NOT NULL,
    reviewed_at INTEGER,
    reviewed_by BLOB,
    -- When and by whom its end was decided; that it is over shows in valid_until alone.
    ended_at INTEGER,
    ended_by BLOB
) STRICT;
CREATE INDEX access_right_by_account ON access_right (account);
CREATE INDEX access_right_by_register ON access_right (register);

CREATE TABLE session (
    token_hash BLOB PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    account BLOB NOT NULL REFERENCES account (id),
    access_right BLOB REFERENCES access_right (id),
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    -- When identity was last proven, for step-up.
    proven_at INTEGER NOT NULL,
    -- Password only, or with a second factor.
    strength TEXT NOT NULL,
    device TEXT NOT NULL
) STRICT;
CREATE INDEX session_by_account ON session (account);

CREATE TABLE api_token (
    token_hash BLOB PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    account BLOB NOT NULL REFERENCES account (id),
    access_right BLOB NOT NULL REFERENCES access_right (id),
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked_at INTEGER
) STRICT;
CREATE INDEX api_token_by_account ON api_token (account);

CREATE TABLE passkey (
    id BLOB PRIMARY KEY,
    account BLOB NOT NULL REFERENCES account (id),
    credential_hash BLOB NOT NULL UNIQUE,
    -- The public key and counters, sealed with the installation's key.
    credential_sealed BLOB NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER
) STRICT;
CREATE INDEX passkey_by_account ON passkey (account);

-- Links by which a worker sets a password and a second factor; each works once.
CREATE TABLE enrolment (
    token_hash BLOB PRIMARY KEY,
    account BLOB NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX enrolment_by_account ON enrolment (account);

-- The server's half of a proof under way: a passkey's challenge, a one-time secret that is not confirmed yet.
CREATE TABLE proof_challenge (
    token_hash BLOB PRIMARY KEY,
    -- Nobody's until a passkey says whose it is.
    account BLOB REFERENCES account (id),
    kind TEXT NOT NULL,
    -- Sealed with the installation's key.
    state_sealed BLOB NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX proof_challenge_by_account ON proof_challenge (account);
CREATE INDEX proof_challenge_by_time ON proof_challenge (expires_at);

CREATE TABLE sign_in_failure (
    id BLOB PRIMARY KEY,
    -- Keyed hashes: neither a user name nor an address can be read back.
    account_mark BLOB NOT NULL,
    source_mark BLOB NOT NULL,
    failed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_failure_by_account ON sign_in_failure (account_mark, failed_at);
CREATE INDEX sign_in_failure_by_source ON sign_in_failure (source_mark, failed_at);
CREATE INDEX sign_in_failure_by_time ON sign_in_failure (failed_at);

CREATE TABLE import_run (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    account BLOB,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    published_at INTEGER,
    PRIMARY KEY (register, id)
) STRICT;

CREATE TABLE subject (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    -- Not there for anyone until this run is published.
    staged_by BLOB,
    restricted_at INTEGER,
    -- The person that this one turned out to be.
    merged_into BLOB,
    PRIMARY KEY (register, id)
) STRICT;
-- Partial, so that nobody looks for those who are *not* merged or staged by going through everyone.
CREATE INDEX subject_by_merged ON subject (register, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX subject_by_staged ON subject (register, staged_by) WHERE staged_by IS NOT NULL;

CREATE TABLE identity (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;

CREATE TABLE care (
    register INTEGER NOT NULL,
    id BLOB NOT NULL,
    subject BLOB NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    -- responsible or substitute
    part TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    PRIMARY KEY (register, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX care_by_subject ON care (register, subject);
-- With the person, since the rules ask about a worker and a person together.
CREATE INDEX care_by_account ON care (register, account, subject);

CREATE TABLE workgroup (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    closed_on TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (register, id)
) STRICT;

CREATE TABLE workgroup_coach (
    register INTEGER NOT NULL,
    id BLOB NOT NULL,
    workgroup BLOB NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    PRIMARY KEY (register, id),
    FOREIGN KEY (register, workgroup) REFERENCES workgroup (register, id)
) STRICT;
CREATE INDEX workgroup_coach_by_account ON workgroup_coach (register, account, workgroup);

CREATE TABLE workgroup_member (
    register INTEGER NOT NULL,
    id BLOB NOT NULL,
    workgroup BLOB NOT NULL,
    subject BLOB NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    PRIMARY KEY (register, id),
    FOREIGN KEY (register, workgroup) REFERENCES workgroup (register, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX workgroup_member_by_subject ON workgroup_member (register, subject);
CREATE INDEX workgroup_member_by_workgroup ON workgroup_member (register, workgroup);

CREATE TABLE emergency_access (
    register INTEGER NOT NULL,
    id BLOB NOT NULL,
    subject BLOB NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    granted_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    reviewed_at INTEGER,
    reviewed_by BLOB,
    -- proper or improper, once reviewed
    finding TEXT,
    version INTEGER NOT NULL,
    -- The stated reason, sealed with the person's key.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX emergency_access_by_subject ON emergency_access (register, subject, account);

CREATE TABLE lookup_change (
    id BLOB PRIMARY KEY,
    register INTEGER NOT NULL,
    subject BLOB,
    import_run BLOB,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX lookup_change_by_time ON lookup_change (changed_at);

CREATE TABLE audit_entry (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    at INTEGER NOT NULL,
    -- account:<id> or system:<part>
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    purpose TEXT NOT NULL,
    basis TEXT NOT NULL,
    outcome TEXT NOT NULL,
    commitment BLOB NOT NULL,
    -- In which role, what was looked at or changed, and the salt of the commitment, sealed with the year's audit key.
    details_sealed BLOB NOT NULL,
    -- The place in the tree, given by the sequencer.
    sequence INTEGER,
    leaf_hash BLOB,
    PRIMARY KEY (register, id)
) STRICT;
CREATE INDEX audit_entry_by_sequence ON audit_entry (register, sequence);
CREATE INDEX audit_entry_unsequenced ON audit_entry (register, id) WHERE sequence IS NULL;

CREATE TABLE audit_pseudonym (
    register INTEGER NOT NULL,
    entry BLOB NOT NULL,
    pseudonym BLOB NOT NULL,
    PRIMARY KEY (register, pseudonym, entry)
) STRICT;
CREATE INDEX audit_pseudonym_by_entry ON audit_pseudonym (register, entry);

CREATE TABLE audit_node (
    register INTEGER NOT NULL,
    position INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (register, position)
) STRICT;

CREATE TABLE audit_checkpoint (
    register INTEGER NOT NULL REFERENCES register (id),
    size INTEGER NOT NULL,
    at INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (register, size)
) STRICT;

CREATE TABLE job (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    access_right BLOB,
    purpose TEXT NOT NULL,
    run_at INTEGER NOT NULL,
    claimed_until INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    done INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0,
    -- Which thing it works on; never a person's data.
    target BLOB,
    outcome TEXT,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (register, id)
) STRICT;
CREATE INDEX job_waiting ON job (state, run_at);

CREATE TABLE idempotency (
    register INTEGER NOT NULL,
    account BLOB NOT NULL,
    key_hash BLOB NOT NULL,
    request_hash BLOB NOT NULL,
    status INTEGER NOT NULL,
    location TEXT,
    entity_version INTEGER,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (register, account, key_hash)
) STRICT;
