-- What others ask under the act on the openness of government activities (621/1999, 13–14 §). No row names a client in
-- plain: who asks and for what is sealed with the register's key.

CREATE TABLE publicity_request (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- received, in-hand, extended, granted, partly, refused, routed or withdrawn
    state TEXT NOT NULL,
    channel TEXT NOT NULL,
    received_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    handler BLOB REFERENCES account (id),
    created_by BLOB NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    closed_at INTEGER,
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, id)
) STRICT;
CREATE INDEX publicity_request_by_due ON publicity_request (register, due_on);
