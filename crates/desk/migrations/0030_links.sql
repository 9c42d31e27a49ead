-- Links that a worker gives a client for one thing, once: to answer a self-assessment (B7). Only the token's hash is kept.
CREATE TABLE one_time_link (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    -- What kind of thing it opens, and which one.
    opens TEXT NOT NULL,
    target BLOB NOT NULL,
    token_hash BLOB NOT NULL,
    issued_by BLOB NOT NULL REFERENCES account (id),
    issued_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    revoked_at INTEGER,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE UNIQUE INDEX one_time_link_by_token ON one_time_link (token_hash);
CREATE INDEX one_time_link_by_target ON one_time_link (register, subject, target);
