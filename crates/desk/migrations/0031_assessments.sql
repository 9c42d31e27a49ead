-- Assessments by instruments (B7), what clients answer about themselves, and skills learnt at work.

-- Editions of instruments that the register has made. A published one never changes: what changes is another edition.
CREATE TABLE instrument (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    -- How many times the draft was saved.
    version INTEGER NOT NULL,
    -- Editions of one instrument share it.
    family TEXT NOT NULL,
    number INTEGER NOT NULL,
    -- draft or published
    state TEXT NOT NULL,
    -- The definition, as TOML.
    definition TEXT NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    changed_at INTEGER NOT NULL,
    published_at INTEGER,
    PRIMARY KEY (register, id)
) STRICT;

-- Editions, shipped or own, that are not offered any more.
CREATE TABLE instrument_withdrawal (
    register INTEGER NOT NULL REFERENCES register (id),
    edition TEXT NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    withdrawn_at INTEGER NOT NULL,
    PRIMARY KEY (register, edition)
) STRICT;

CREATE TABLE assessment (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- The edition by which it was made: it stays as it was when the instrument changes.
    edition TEXT NOT NULL,
    family TEXT NOT NULL,
    -- start, interim, end or follow-up
    phase TEXT NOT NULL,
    dated TEXT NOT NULL,
    -- open, complete or corrected
    state TEXT NOT NULL,
    -- The complete one that this one corrects. No foreign key: after a merge it may be of the other record.
    corrects BLOB,
    account BLOB NOT NULL REFERENCES account (id),
    begun_at INTEGER NOT NULL,
    completed_at INTEGER,
    -- The worker's answers.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;

-- What the client answers; a row stands from when the client is asked.
CREATE TABLE self_assessment (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    assessment BLOB NOT NULL,
    -- Of the assessment: the holder of a link reads this row and not that one.
    edition TEXT NOT NULL,
    -- asked or given
    state TEXT NOT NULL,
    -- tablet or link
    way TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    given_at INTEGER,
    -- The client's answers.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject, assessment) REFERENCES assessment (register, subject, id)
) STRICT;
CREATE UNIQUE INDEX self_assessment_by_assessment ON self_assessment (register, subject, assessment);

-- Skills that can be learnt at the register's workshops.
CREATE TABLE skill (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- The workshop or the field.
    area TEXT NOT NULL,
    title_fi TEXT NOT NULL,
    title_sv TEXT NOT NULL,
    title_en TEXT NOT NULL,
    -- in-use or withdrawn
    state TEXT NOT NULL,
    PRIMARY KEY (register, id)
) STRICT;

-- How a client masters a skill, as it was seen on a day. Rows are only added; the latest counts.
CREATE TABLE skill_mark (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    skill BLOB NOT NULL,
    -- practised, guided, alone or teaches
    level TEXT NOT NULL,
    dated TEXT NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    written_at INTEGER NOT NULL,
    -- What was noted, and the diary entries that show it.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id),
    FOREIGN KEY (register, skill) REFERENCES skill (register, id)
) STRICT;
CREATE INDEX skill_mark_by_skill ON skill_mark (register, subject, skill, dated);
