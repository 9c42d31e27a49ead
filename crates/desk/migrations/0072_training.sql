-- What workers are to be taught, and who was taught it when (E6). About workers, not about clients.
CREATE TABLE instruction (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    -- Where it is found, or what it says in short.
    content TEXT NOT NULL,
    -- After so many months it is to be taught again; none means once is enough.
    valid_months INTEGER,
    -- The roles that need it, joined by spaces.
    roles TEXT NOT NULL,
    written_by BLOB NOT NULL REFERENCES account (id),
    written_at INTEGER NOT NULL,
    retired_on TEXT,
    PRIMARY KEY (register, id)
) STRICT;

CREATE TABLE training (
    register INTEGER NOT NULL,
    id BLOB NOT NULL,
    instruction BLOB NOT NULL,
    account BLOB NOT NULL REFERENCES account (id),
    given_on TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES account (id),
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (register, id),
    FOREIGN KEY (register, instruction) REFERENCES instruction (register, id),
    UNIQUE (register, instruction, account, given_on)
) STRICT;
