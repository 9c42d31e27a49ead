//! Workers' personal accounts: rights, passwords, second factors, sessions, tokens (E1, E2).
//!
//! A main user adds an account and hands over an enrolment link; nobody but its holder ever knows the password. What an
//! account may do hangs on its [rights](right), each a role in one register between two dates. When the last right
//! ends, the account closes, and its sessions and tokens with it.

mod adding;
mod calendar;
mod challenge;
mod closing;
mod console;
mod demo;
mod device;
mod enrolment;
mod factors;
mod job_right;
mod note;
mod passkey;
mod password;
mod proof;
mod review;
mod right;
mod roster;
mod second_factor;
pub(crate) mod secret;
mod session;
mod sign_in;
mod throttle;
mod token;
mod worker;

pub use adding::{AddedAccount, NewAccount};
pub use calendar::CalendarHolder;
pub use demo::totp_secret_text;
pub use enrolment::{Enrolment, EnrolmentProof};
pub use factors::SecondFactors;
pub(crate) use passkey::Offers;
pub use passkey::{HeldPasskey, PasskeyOffer, PasskeyOffered, PasskeySite};
pub use password::{LONGEST_PASSWORD, SHORTEST_PASSWORD, SHORTEST_PASSWORD_ALONE};
pub use proof::{Proof, Proven};
pub use review::RightToReview;
pub use right::{GivenRight, HeldRight, NewRight, RightEnd};
pub use roster::{EnrolmentState, ListedAccount, ListedRight};
pub use second_factor::TotpOffer;
pub(crate) use secret::keyed_hash;
pub use session::{FRESH_MINUTES, ListedSession, SignedIn, Standing, Strength};
pub use sign_in::{Attempt, OpenedSession, SignInAnswer};
pub(crate) use throttle::Admission;
pub use throttle::{Failures, Origin, wait_after};
pub use token::{IssuedToken, ListedToken, NewToken, TokenHolder, TokenReach, TokenScope};

crate::named_states! {
    /// Whether an account can be used.
    pub enum AccountState {
        /// It can.
        Open = "open",
        /// Its last right has ended.
        Closed = "closed",
    }
}
