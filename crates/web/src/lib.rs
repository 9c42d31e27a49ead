//! The route table and what every request passes: sessions, access, audit, language, errors, the API's conventions.
