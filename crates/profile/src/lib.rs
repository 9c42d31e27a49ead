//! A register's configuration, read from profiles/*.toml: fields, purposes, bases, sources, recipients, deadlines, retention.
