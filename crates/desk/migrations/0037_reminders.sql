-- The daily message that something is due (B11). It names nobody, and goes to whoever asked for it.

CREATE TABLE daily_message (
    register INTEGER NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    -- The right by which the things that are due are counted.
    access_right BLOB NOT NULL,
    email TEXT NOT NULL,
    -- on or off
    state TEXT NOT NULL,
    -- The day on which the last one was queued.
    queued_on TEXT,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (register, account)
) STRICT;
