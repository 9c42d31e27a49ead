//! Made-up lives for demos and measurements: people who never were, with all that a coach writes about somebody.
//!
//! The same seed makes the same lives. Identity codes are artificial (individual numbers 900–999), e-mail addresses
//! are at `example.fi`, and the names are common ones put together at random. A [`Life`](life::Life) is planned
//! without a desk; [`writing`] writes it with the slices' own functions, so that what is made up is stored, sealed
//! and logged as what is typed.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `cast` | who works in which group, and where a client has a place |
//! | `life` | one client's life |
//! | `basics`, `names` | who the client is |
//! | `service` | relationship and period |
//! | `days` | how the client came to work |
//! | `talks`, `words` | what was written and agreed |
//! | `writing` | lives into the register, a hundred in a transaction |

mod basics;
mod cast;
mod days;
mod life;
mod names;
mod service;
mod talks;
mod words;
mod writing;

pub use cast::Cast;
pub use writing::{Wanted, make_up};

#[cfg(test)]
#[path = "life_tests.rs"]
mod tests;
