//! Passwords, by NIST SP 800-63B revision 4, section 3.1.1: length and a blocklist, no rules of composition.

mod changing;
mod hashing;
mod rules;

pub use rules::{LONGEST_PASSWORD, SHORTEST_PASSWORD, SHORTEST_PASSWORD_ALONE};
pub(super) use {
    hashing::{Verdict, hash, verify},
    rules::{Company, Surroundings, check, normalise},
};
