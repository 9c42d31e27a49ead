-- Goals, their follow-up and realisation, with evidence from the diary (B4).

CREATE TABLE goal (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- Empty when it is a goal of the client, not of one period. No foreign key: after a merge the period may be of
    -- the other record.
    period BLOB,
    -- open, reached or dropped
    state TEXT NOT NULL,
    -- Steps from 0 to 5: where the client should come to, and where the client is.
    target INTEGER NOT NULL,
    level INTEGER NOT NULL,
    opened_on TEXT NOT NULL,
    closed_on TEXT,
    account BLOB NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    -- Title and description.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;

-- What has happened to a goal: progress, an end, another wording. Rows are only added.
CREATE TABLE goal_event (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    goal BLOB NOT NULL,
    kind TEXT NOT NULL,
    -- The step after it.
    level INTEGER NOT NULL,
    dated TEXT NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    written_at INTEGER NOT NULL,
    -- What was noted, the diary entries that show it, and the wording that it replaced.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject, goal) REFERENCES goal (register, subject, id)
) STRICT;
CREATE INDEX goal_event_by_goal ON goal_event (register, subject, goal, dated);

-- Which entries of the diary tell of which goal, by the wording that counts.
CREATE TABLE diary_goal (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    entry BLOB NOT NULL,
    -- No foreign key: after a merge it may be of the other record.
    goal BLOB NOT NULL,
    PRIMARY KEY (register, subject, entry, goal),
    FOREIGN KEY (register, subject, entry) REFERENCES diary_entry (register, subject, id)
) STRICT;
CREATE INDEX diary_goal_by_goal ON diary_goal (register, subject, goal);
