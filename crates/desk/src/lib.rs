//! The only way to a person's data: accounts, rules, grants, sealing, audit, look-ups and jobs.
