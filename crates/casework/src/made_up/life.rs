//! One client's life, planned without a desk.

use jiff::{ToSpan, civil::Date};
use polku_profile::Profile;
use rand::{SeedableRng, rngs::StdRng};

use super::{
    basics::{self, Known},
    days::{self, MarkedDay},
    service::{self, Service},
    talks::{self, Goal, Note, Talk},
};

/// How many weeks the demo looks back.
pub(super) const WEEKS_BACK: i64 = 8;

/// What is known of somebody who never was.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Life {
    /// Names, codes, contacts and the register's other fields.
    pub(super) known: Known,
    /// Relationship and period.
    pub(super) service: Service,
    /// Marked days.
    pub(super) days: Vec<MarkedDay>,
    /// The diary, the oldest first.
    pub(super) notes: Vec<Note>,
    /// Goals.
    pub(super) goals: Vec<Goal>,
    /// Contacts and meetings.
    pub(super) talks: Vec<Talk>,
    /// A note that was begun and not finished.
    pub(super) unfinished: Option<&'static str>,
}

impl std::fmt::Debug for Life {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Life")
    }
}

impl Life {
    /// The life of the client of a number, from 0, in a register, as it is on a day.
    pub(super) fn of(number: u32, seed: u64, profile: &Profile, today: Date) -> Self {
        // Each client has dice of their own: the same number is the same person, however many others there are.
        let own = seed ^ u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut dice = StdRng::seed_from_u64(own);
        let known = basics::make_up(number, &mut dice, profile, today);
        let service = service::make_up(number, &mut dice, profile, today);
        let since = today.saturating_sub((WEEKS_BACK * 7).days());
        Self {
            days: days::make_up(&mut dice, &service.period, since, today),
            notes: talks::notes(&mut dice, &service, today),
            goals: talks::goals(&mut dice, &service, today),
            talks: talks::talks(number, &mut dice, &service, today),
            unfinished: talks::unfinished(number),
            known,
            service,
        }
    }
}
