//! Workers' personal accounts: rights, passwords, second factors, sessions, tokens (E1).
