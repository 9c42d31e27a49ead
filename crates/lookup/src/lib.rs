//! The in-memory index that finds people by any part of a name, misspelt or not, by identity code, phone or e-mail.
