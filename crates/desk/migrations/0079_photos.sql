-- Photographs (C6). Each is sealed with a key of its own, as a person's data is: its subject is whoever is in it.

CREATE TABLE photo (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    -- By this the seal of the picture knows it.
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    taken_on TEXT,
    -- The last day on which it is needed; none until that is said.
    needed_until TEXT,
    -- How many people can be recognised in it; 0 until that is said.
    people INTEGER NOT NULL,
    -- Where the picture lies, and what file it is.
    address TEXT NOT NULL,
    size INTEGER NOT NULL,
    kind TEXT NOT NULL,
    -- waiting, clean, infected, unchecked or made
    checked TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    -- What it shows, where it was taken, for what it is needed.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX photo_by_address ON photo (address);

-- Who is in a photograph and consented: a client, under their own key, or somebody else, under the photograph's.
CREATE TABLE photo_pictured (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- The photograph. When it is destroyed, this goes too.
    photo BLOB NOT NULL,
    -- paper or screen
    manner TEXT NOT NULL,
    -- The date on the paper.
    signed_on TEXT,
    -- The last day of the consent, if one was said.
    valid_until TEXT,
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES account (id),
    withdrawn_at INTEGER,
    withdrawn_by BLOB REFERENCES account (id),
    -- The name and phone of somebody who is no client, and the text as it was read.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id),
    FOREIGN KEY (register, photo) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX photo_pictured_by_photo ON photo_pictured (register, photo);

-- Where a photograph is used or published, each until it was taken down.
CREATE TABLE photo_use (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    used_on TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES account (id),
    taken_down_at INTEGER,
    taken_down_by BLOB REFERENCES account (id),
    -- The place: a web page, a brochure.
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
