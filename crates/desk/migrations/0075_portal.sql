-- The client portal (D8): for whom it is open, the codes that open it, and the sessions in it.
CREATE TABLE portal_access (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- A keyed hash of the name under which the client signs in with codes.
    name_hash BLOB NOT NULL,
    -- How the worker knew whom they opened it for: known, document or electronic.
    identified TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    opened_by BLOB NOT NULL REFERENCES account (id),
    closed_at INTEGER,
    closed_by BLOB,
    -- The name.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE UNIQUE INDEX portal_access_by_name ON portal_access (name_hash);
-- The rules ask whether whoever stands at the desk is the person.
CREATE INDEX portal_access_by_id ON portal_access (register, id);

-- Each opens the portal once and goes then. Only keyed hashes are kept.
CREATE TABLE portal_code (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    access BLOB NOT NULL,
    -- first: what a worker hands over; own: of the list that the client got then.
    kind TEXT NOT NULL,
    code_hash BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX portal_code_by_access ON portal_code (register, subject, access, code_hash);
CREATE INDEX portal_code_by_time ON portal_code (expires_at);

CREATE TABLE portal_session (
    token_hash BLOB PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    access BLOB NOT NULL,
    -- codes or identification.
    manner TEXT NOT NULL,
    began_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    device TEXT NOT NULL,
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX portal_session_by_access ON portal_session (register, subject, access);
CREATE INDEX portal_session_by_time ON portal_session (ends_at);
