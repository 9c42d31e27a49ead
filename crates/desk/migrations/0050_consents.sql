-- Consents to disclosure and to visibility, their statement texts, and who the consented providers and units are (C1).

-- A provider or unit to whom people may consent to be visible. Kept by the main user; about nobody.
CREATE TABLE consent_party (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    -- provider or unit
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    closed_on TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (register, id)
) STRICT;

-- Who works there: each sees whom the party may see, while it lasts.
CREATE TABLE consent_party_member (
    register INTEGER NOT NULL,
    id BLOB NOT NULL,
    party BLOB NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    PRIMARY KEY (register, id),
    FOREIGN KEY (register, party) REFERENCES consent_party (register, id)
) STRICT;
CREATE INDEX consent_party_member_by_account ON consent_party_member (register, account, party);
CREATE INDEX consent_party_member_by_party ON consent_party_member (register, party);

-- What people read before they consent. A published text never changes: another edition follows it.
CREATE TABLE consent_statement (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    -- disclosure or visibility
    kind TEXT NOT NULL,
    edition INTEGER NOT NULL,
    -- unpublished, published or replaced
    state TEXT NOT NULL,
    text_fi TEXT NOT NULL,
    text_sv TEXT NOT NULL,
    text_en TEXT NOT NULL,
    written_by BLOB NOT NULL REFERENCES account (id),
    written_at INTEGER NOT NULL,
    published_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (register, id),
    UNIQUE (register, kind, edition)
) STRICT;

CREATE TABLE consent (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- disclosure or visibility
    kind TEXT NOT NULL,
    -- Keys of the register's profile: for what, and to whom it may be disclosed; no recipient where it is another body,
    -- whose name is sealed.
    purpose TEXT NOT NULL,
    recipient TEXT,
    -- To whom somebody is visible: those of a party, or one worker.
    party BLOB,
    account BLOB REFERENCES account (id),
    -- paper, screen or portal
    manner TEXT NOT NULL,
    -- The scan of the paper, in the documents.
    document BLOB,
    -- The date on the paper. What counts is when it was recorded.
    signed_on TEXT,
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB REFERENCES account (id),
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    withdrawn_at INTEGER,
    -- The worker who recorded it; none when the person withdrew it themselves.
    withdrawn_by BLOB REFERENCES account (id),
    -- worker or client
    withdrawn_through TEXT,
    -- What may be given, who consented and how they were known, the text as it was read.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id),
    FOREIGN KEY (register, party) REFERENCES consent_party (register, id)
) STRICT;
CREATE INDEX consent_by_account ON consent (register, account) WHERE account IS NOT NULL;
CREATE INDEX consent_by_party ON consent (register, party) WHERE party IS NOT NULL;
CREATE INDEX consent_by_end ON consent (register, valid_until) WHERE withdrawn_at IS NULL AND valid_until IS NOT NULL;
