//! Who was taught what, until when that counts, and who is to be taught. Pure.

use jiff::{ToSpan as _, civil::Date};
use polku_desk::{AccountId, access::Role};
use uuid::Uuid;

/// What is to be taught, as far as it counts here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed {
    /// Which instruction.
    pub instruction: Uuid,
    /// The roles that need it.
    pub roles: Vec<Role>,
    /// After so many months it is taught again.
    pub valid_months: Option<u16>,
}

/// A worker with the roles that they hold today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    /// Whose account.
    pub account: AccountId,
    /// The name.
    pub name: String,
    /// In which roles.
    pub roles: Vec<Role>,
}

/// Somebody was taught something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taught {
    /// What.
    pub instruction: Uuid,
    /// Whom.
    pub account: AccountId,
    /// When.
    pub on: Date,
}

/// Where a worker stands with an instruction that they need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Never taught.
    Missing,
    /// Taught so long ago that it ran out on this day.
    RanOut(Date),
    /// Taught on this day; it runs out on the other, if ever.
    Counts(Date, Option<Date>),
}

/// The last day on which what was taught counts. The same day of the month, or the month's last.
#[must_use]
pub fn runs_out(on: Date, valid_months: Option<u16>) -> Option<Date> {
    valid_months.map(|months| on.saturating_add(i64::from(months).months()))
}

/// Where a worker stands with an instruction; none when none of their roles needs it. The latest teaching counts.
#[must_use]
pub fn standing(needed: &Needed, worker: &Worker, taught: &[Taught], today: Date) -> Option<Standing> {
    if !worker.roles.iter().any(|role| needed.roles.contains(role)) {
        return None;
    }
    let latest = taught
        .iter()
        .filter(|taught| taught.instruction == needed.instruction && taught.account == worker.account)
        .map(|taught| taught.on)
        .max();
    Some(match latest {
        None => Standing::Missing,
        Some(on) => match runs_out(on, needed.valid_months) {
            Some(until) if until < today => Standing::RanOut(until),
            until => Standing::Counts(on, until),
        },
    })
}

impl Standing {
    /// Whether the worker is to be taught.
    #[must_use]
    pub const fn is_due(self) -> bool {
        matches!(self, Self::Missing | Self::RanOut(_))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn worker(roles: &[Role]) -> Worker {
        Worker {
            account: AccountId(Uuid::from_u128(1)),
            name: "Maija".to_owned(),
            roles: roles.to_vec(),
        }
    }

    fn needed(valid_months: Option<u16>) -> Needed {
        Needed {
            instruction: Uuid::from_u128(7),
            roles: vec![Role::Coach],
            valid_months,
        }
    }

    fn taught(on: Date) -> Taught {
        Taught {
            instruction: Uuid::from_u128(7),
            account: AccountId(Uuid::from_u128(1)),
            on,
        }
    }

    #[test]
    fn only_the_roles_that_need_it_are_asked_e6() {
        let today = date(2026, 11, 23);
        let manager = worker(&[Role::ServiceManager]);
        assert_eq!(standing(&needed(None), &manager, &[], today), None);
        let both = worker(&[Role::ServiceManager, Role::Coach]);
        assert_eq!(
            standing(&needed(None), &both, &[], today),
            Some(Standing::Missing)
        );
    }

    #[test]
    fn what_was_taught_counts_to_its_last_day_e6() {
        let on = date(2025, 8, 31);
        let until = date(2026, 2, 28);
        assert_eq!(runs_out(on, Some(6)), Some(until), "the month's last day");
        let coach = worker(&[Role::Coach]);
        let at = |day| standing(&needed(Some(6)), &coach, &[taught(on)], day);
        assert_eq!(at(until), Some(Standing::Counts(on, Some(until))));
        assert_eq!(at(date(2026, 3, 1)), Some(Standing::RanOut(until)));
        let forever = standing(&needed(None), &coach, &[taught(on)], date(2040, 1, 1));
        assert_eq!(forever, Some(Standing::Counts(on, None)));
    }

    proptest! {
        /// Teaching anew never makes anybody due who was not.
        #[test]
        fn teaching_again_never_harms(
            days in prop::collection::vec(0_i32..1_500, 0..6),
            again in 0_i32..1_500,
            months in prop::option::of(1_u16..36),
            today in 0_i32..2_000,
        ) {
            let start = date(2022, 1, 1);
            let today = start + today.days();
            let coach = worker(&[Role::Coach]);
            let mut all: Vec<Taught> = days.iter().map(|days| taught(start + days.days())).collect();
            let before = standing(&needed(months), &coach, &all, today).expect("needed");
            all.push(taught(start + again.days()));
            let after = standing(&needed(months), &coach, &all, today).expect("needed");
            prop_assert!(before.is_due() || !after.is_due());
        }
    }
}
