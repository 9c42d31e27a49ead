-- What people write about the accessibility of the product (Act 306/2019, 9 §), until somebody has answered.
CREATE TABLE feedback (
    register INTEGER NOT NULL REFERENCES register (id),
    id BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    -- The text and how to answer, sealed with the installation's key: the writer may tell of themselves.
    text_sealed BLOB NOT NULL,
    PRIMARY KEY (register, id)
) STRICT;
