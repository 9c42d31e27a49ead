-- Attendance (B6): what was marked for each client and day, and every change of it.

CREATE TABLE attendance (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    date TEXT NOT NULL,
    -- x present, s sick, p absent without leave, l absent with leave, - not a day; a dot when a mark was taken back.
    mark TEXT NOT NULL,
    -- The time present; 0 unless present.
    minutes INTEGER NOT NULL,
    -- Nobody, when it came from an earlier register.
    marked_by BLOB REFERENCES account (id),
    marked_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (register, subject, date),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX attendance_by_date ON attendance (register, date);

CREATE TABLE attendance_change (
    register INTEGER NOT NULL,
    subject BLOB NOT NULL,
    id BLOB NOT NULL,
    date TEXT NOT NULL,
    mark TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    -- What stood there before; nothing the first time.
    old_mark TEXT,
    old_minutes INTEGER,
    changed_by BLOB NOT NULL REFERENCES account (id),
    changed_at INTEGER NOT NULL,
    -- The session in which it was done and can be undone; none when a program did it.
    session BLOB,
    -- What was saved together.
    batch BLOB NOT NULL,
    -- The batch that this one took back.
    undoes BLOB,
    PRIMARY KEY (register, subject, id),
    FOREIGN KEY (register, subject) REFERENCES subject (register, id)
) STRICT;
CREATE INDEX attendance_change_by_day ON attendance_change (register, subject, date);
CREATE INDEX attendance_change_by_session ON attendance_change (register, session, batch);
