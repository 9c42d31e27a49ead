-- Work and activity agreements (B3), the templates that they are made from, their papers and signatures.

-- Templates that the register has made. One in use never changes: what changes is another version of the same family.
CREATE TABLE agreement_template (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    -- How many times the draft was saved.
    version INTEGER NOT NULL,
    -- Versions of one template share it; that of a shipped one too.
    family TEXT NOT NULL,
    number INTEGER NOT NULL,
    -- draft, in-use or retired
    state TEXT NOT NULL,
    -- Title and text in three languages, as JSON.
    content TEXT NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (register, id)
) STRICT;
-- Two people who begin the next version of a template meet here.
CREATE UNIQUE INDEX agreement_template_by_number ON agreement_template (register, family, number);

-- Shipped templates that are not offered any more.
CREATE TABLE agreement_template_retired (
    register INTEGER NOT NULL REFERENCES register (id),
    template TEXT NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    retired_at INTEGER NOT NULL,
    PRIMARY KEY (register, template)
) STRICT;

CREATE TABLE agreement (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- draft, proposed, signed, ended, replaced or lapsed
    state TEXT NOT NULL,
    -- The template from which it was begun: a shipped one's name or the id of the register's own.
    template TEXT NOT NULL,
    -- fi, sv or en: the client's contact language when it was begun
    language TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    ended_on TEXT,
    -- The signed one that it takes the place of. No foreign key: after a merge it may be of the other record.
    amends BLOB,
    account BLOB NOT NULL REFERENCES account (id),
    written_at INTEGER NOT NULL,
    -- Title, text, what fills it, and why it ended.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX agreement_by_state ON agreement (register, state, ends_on);
-- One amendment of each at a time: two people who amend the same one meet here.
CREATE UNIQUE INDEX agreement_by_amended ON agreement (register, subject, amends)
    WHERE amends IS NOT NULL AND state <> 'lapsed';

-- What was printed of an agreement: as it was shown to those who sign, and with the signatures on it.
CREATE TABLE agreement_paper (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    agreement BLOB NOT NULL,
    -- shown or signed
    stage TEXT NOT NULL,
    -- own-device or handed-device: how the client was asked last, as long as they have not signed
    asked TEXT,
    made_at INTEGER NOT NULL,
    -- The file, what it says, and the register's seal.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject, agreement) REFERENCES agreement (register, subject, id)
) STRICT;
CREATE UNIQUE INDEX agreement_paper_by_agreement ON agreement_paper (register, subject, agreement, stage);

CREATE TABLE agreement_signature (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    agreement BLOB NOT NULL,
    -- What was shown.
    paper BLOB NOT NULL,
    -- client or organisation
    party TEXT NOT NULL,
    -- handwritten, plain or advanced
    kind TEXT NOT NULL,
    way TEXT NOT NULL,
    signed_at INTEGER NOT NULL,
    -- Who wrote it down: the worker, or the link by which the client came.
    account BLOB NOT NULL,
    -- The name, and the scanned paper.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject, paper) REFERENCES agreement_paper (register, subject, id)
) STRICT;
-- Each party signs once.
CREATE UNIQUE INDEX agreement_signature_by_party ON agreement_signature (register, subject, agreement, party);
CREATE INDEX agreement_signature_by_paper ON agreement_signature (register, subject, paper);
