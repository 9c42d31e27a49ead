-- What people ask about their own data, and how it is answered (D1–D3).

CREATE TABLE request (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- information, access, rectification, erasure, restriction, portability, objection, withdrawal or complaint
    kind TEXT NOT NULL,
    -- received, identified, in-hand, extended, granted, partly, refused, routed or withdrawn
    state TEXT NOT NULL,
    -- paper, oral, web_form, portal, …
    channel TEXT NOT NULL,
    received_on TEXT NOT NULL,
    -- The last day for the answer, with an extension that was told.
    due_on TEXT NOT NULL,
    -- not-yet, known, document or strong
    identity TEXT NOT NULL,
    -- Who answers.
    handler BLOB REFERENCES account (id),
    created_by BLOB NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    closed_at INTEGER,
    -- What is asked, the reasons, the letters.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX request_by_due ON request (register, due_on);
CREATE INDEX request_by_receipt ON request (register, received_on);

-- What has happened to a request: only ever added.
CREATE TABLE request_event (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    request BLOB NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    -- Remarks, the mark of what was handed over.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject, request) REFERENCES request (register, subject, id)
) STRICT;
CREATE INDEX request_event_by_request ON request_event (register, subject, request);

-- A copy for the person: sealed in the store of documents until it is handed over or runs out.
CREATE TABLE request_bundle (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    request BLOB NOT NULL,
    -- waiting, ready or failed
    state TEXT NOT NULL,
    -- Where it lies; none while it waits. After its end the store forgets it, whatever stands here.
    address TEXT,
    content BLOB,
    size INTEGER,
    language TEXT NOT NULL,
    asked_by BLOB NOT NULL REFERENCES account (id),
    asked_at INTEGER NOT NULL,
    expires_at INTEGER,
    handed_by BLOB REFERENCES account (id),
    handed_at INTEGER,
    -- What is in it, in numbers, and its SHA-256.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject, request) REFERENCES request (register, subject, id)
) STRICT;
CREATE INDEX request_bundle_by_address ON request_bundle (address);

-- A value that is said to be wrong: what it was stays, whatever is decided (GDPR 16).
CREATE TABLE rectification (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    request BLOB NOT NULL,
    -- open, corrected or refused
    state TEXT NOT NULL,
    decided_by BLOB REFERENCES account (id),
    decided_at INTEGER,
    -- What was wrong, what is right, the person's own view.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject, request) REFERENCES request (register, subject, id)
) STRICT;
CREATE INDEX rectification_by_request ON rectification (register, subject, request);

-- Who was told of a rectification, erasure or restriction of what they had got (GDPR 19).
CREATE TABLE recipient_told (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    request BLOB NOT NULL,
    told_on TEXT NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    -- Who, and how; or why it was impossible.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject, request) REFERENCES request (register, subject, id)
) STRICT;
CREATE INDEX recipient_told_by_request ON recipient_told (register, subject, request);
