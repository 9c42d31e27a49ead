-- Published privacy notices: what was said to the public, signed, never changed.
CREATE TABLE notice_version (
    register INTEGER NOT NULL REFERENCES register (id),
    version INTEGER NOT NULL,
    dated TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    published_by BLOB NOT NULL,
    -- The notice in all languages, as JSON.
    content TEXT NOT NULL,
    -- Register, version, day and a hash of the content, with the register's signature.
    note TEXT NOT NULL,
    PRIMARY KEY (register, version)
) STRICT;

-- Who holds an office that the profile names, as the notice tells it to the public.
CREATE TABLE notice_contact (
    register INTEGER NOT NULL REFERENCES register (id),
    duty TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (register, duty)
) STRICT;
