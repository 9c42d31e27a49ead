-- Contacts and meetings, and the tasks that follow from them (B11).

CREATE TABLE contact (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- phone, message, meeting, video, home-visit or network-meeting
    kind TEXT NOT NULL,
    -- The day, to come or past, and the time of day (HH:MM) when it is known.
    held_on TEXT NOT NULL,
    held_at TEXT,
    -- Who wrote it as it now reads, and when.
    author BLOB NOT NULL REFERENCES account (id),
    written_at INTEGER NOT NULL,
    -- With whom, what was discussed, what was agreed next and by when.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX contact_by_day ON contact (register, subject, held_on);
CREATE INDEX contact_by_author ON contact (register, author, held_on);

-- How a contact read before it was corrected: nothing written is lost.
CREATE TABLE contact_revision (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    contact BLOB NOT NULL,
    -- The version that it was.
    revision INTEGER NOT NULL,
    kind TEXT NOT NULL,
    held_on TEXT NOT NULL,
    held_at TEXT,
    author BLOB NOT NULL REFERENCES account (id),
    written_at INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject, contact) REFERENCES contact (register, subject, id)
) STRICT;
CREATE INDEX contact_revision_by_contact ON contact_revision (register, subject, contact);

CREATE TABLE task (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    due_on TEXT NOT NULL,
    -- Whose task it is.
    responsible BLOB NOT NULL REFERENCES account (id),
    -- open, done or dropped
    state TEXT NOT NULL,
    -- contact, period-review or manual
    source TEXT NOT NULL,
    -- The contact that it follows from.
    contact BLOB,
    created_by BLOB NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    -- When it was done or dropped.
    settled_at INTEGER,
    -- What is to be done.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id),
    FOREIGN KEY (register, subject, contact) REFERENCES contact (register, subject, id)
) STRICT;
CREATE INDEX task_by_responsible ON task (register, responsible, state, due_on);
CREATE INDEX task_by_due ON task (register, state, due_on);
