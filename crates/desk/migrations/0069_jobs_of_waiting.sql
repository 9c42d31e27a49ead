-- Which job makes what waits, so that what was given up (a lost right, a restriction) does not look as if it were still made.
ALTER TABLE request_bundle ADD COLUMN job BLOB;
ALTER TABLE archive_package ADD COLUMN job BLOB;
