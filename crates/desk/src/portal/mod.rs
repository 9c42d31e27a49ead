//! The client's own way in (D8): an access that a worker opened, codes that each work once, and sessions.
//!
//! A client is no worker: no account, no right. Whoever has signed in stands at the desk as [`Role::Client`], by the id of
//! the [`access`](PortalAccess) that is open for exactly one person; the rules let them reach that person and nobody else,
//! and each look is in the log as their own. Closing the access ends everything at once.
//!
//! A worker opens the access and hands over a name and a first code. The first code opens the portal once and gives the
//! client a list of codes of their own, which no worker has seen. Or a provider of strong identification tells the
//! client's identity code, and the access is found by it; a stranger and a client whose access is not open get the same
//! answer (A8).
//!
//! [`Role::Client`]: crate::access::Role::Client

mod access;
mod code;
mod door;
mod identification;
mod own;
mod session;
mod sign_in;

pub use access::{HandedOver, Identified, PortalAccess};
pub use door::Door;
pub use own::ListedPortalSession;
pub use session::{IDLE_MINUTES, LONGEST_HOURS, PortalSession};
pub use sign_in::{Entered, PortalAnswer, PortalAttempt};

/// How the log names a client in the portal: whose look it is, stands in the entry's person.
pub(crate) const ACTOR: &str = "system:portal";

crate::named_states! {
    /// How a client signed in to the portal.
    pub enum Manner {
        /// By a code of their own list, or by the first one.
        Codes = "codes",
        /// By a provider of strong electronic identification.
        Identification = "identification",
    }
}
