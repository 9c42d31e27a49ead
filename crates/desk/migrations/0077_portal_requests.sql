-- Requests that a client makes in the portal (D1, D8): nobody among the workers enters them, so who entered a request and
-- who did something to it may be nobody, which is the client. The columns change places: both databases know these steps.

ALTER TABLE request ADD COLUMN entered_by BLOB REFERENCES account (id);
UPDATE request SET entered_by = created_by;
ALTER TABLE request DROP COLUMN created_by;
ALTER TABLE request RENAME COLUMN entered_by TO created_by;

ALTER TABLE request_event ADD COLUMN done_by BLOB REFERENCES account (id);
UPDATE request_event SET done_by = account;
ALTER TABLE request_event DROP COLUMN account;
ALTER TABLE request_event RENAME COLUMN done_by TO account;
