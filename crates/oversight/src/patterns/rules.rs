//! Patterns worth a look. Pure: a pattern is a question for the worker, never a finding.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, DateTime, Weekday};
use polku_desk::{
    AccountId, EntryId, SubjectId,
    access::Basis,
    audit::{Names, Observed, Tie},
};
use polku_pages::format::finnish_time;
use polku_values::dates::holiday_on;

/// So many strangers in a day are many.
const MANY: usize = 20;
/// The working day begins at this hour and ends at the other.
const HOURS: std::ops::Range<i8> = 6..21;

polku_desk::named_states! {
    /// What is worth a look.
    pub enum Pattern {
        /// The worker has the person's family name.
        FamilyName = "family-name",
        /// The worker opened many people in a day whom they neither answer for nor coach.
        ManyStrangers = "many-strangers",
        /// At night, on a weekend or on a holiday.
        OddHours = "odd-hours",
    }
}

/// Something worth a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub pattern: Pattern,
    /// Whose account.
    pub account: AccountId,
    /// The worker's name.
    pub worker: String,
    /// On which day.
    pub day: Date,
    /// The people opened, in the order of their ids.
    pub people: Vec<SubjectId>,
    /// The latest entry, for the way to the log.
    pub entry: EntryId,
}

/// Whether a moment in Finland is outside working hours.
#[must_use]
pub fn is_odd(at: DateTime) -> bool {
    let rests = matches!(at.date().weekday(), Weekday::Saturday | Weekday::Sunday);
    rests || holiday_on(at.date()).is_some() || !HOURS.contains(&at.hour())
}

/// What is worth a look, the latest day first. What the officer opens is their task, and an emergency is reviewed anyway.
#[must_use]
pub fn find(looks: &[Observed]) -> Vec<Finding> {
    let mut by_day: BTreeMap<(Date, AccountId), Vec<&Observed>> = BTreeMap::new();
    let reviewed = |look: &&Observed| matches!(look.basis, Basis::OversightDuty | Basis::Emergency);
    for look in looks.iter().filter(|look| !reviewed(look)) {
        let day = finnish_time(look.at).date();
        by_day.entry((day, look.account)).or_default().push(look);
    }
    let mut findings = Vec::new();
    for ((day, account), looks) in by_day.into_iter().rev() {
        let chosen = [
            (
                Pattern::FamilyName,
                of(&looks, |look| look.names == Names::Shared),
                1,
            ),
            (
                Pattern::ManyStrangers,
                of(&looks, |look| look.tie == Tie::Stranger),
                MANY,
            ),
            (
                Pattern::OddHours,
                of(&looks, |look| is_odd(finnish_time(look.at))),
                1,
            ),
        ];
        for (pattern, looks, least) in chosen {
            let people: BTreeSet<SubjectId> = looks.iter().map(|look| look.subject).collect();
            let Some(latest) = looks.iter().max_by_key(|look| look.entry) else {
                continue;
            };
            if people.len() >= least {
                findings.push(Finding {
                    pattern,
                    account,
                    worker: latest.worker.clone(),
                    day,
                    people: people.into_iter().collect(),
                    entry: latest.entry,
                });
            }
        }
    }
    findings
}

fn of<'a>(looks: &[&'a Observed], is_so: impl Fn(&Observed) -> bool) -> Vec<&'a Observed> {
    looks.iter().copied().filter(|look| is_so(look)).collect()
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, civil::date};
    use polku_desk::access::Action;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn look(number: u128, at: &str) -> Observed {
        Observed {
            entry: EntryId(Uuid::from_u128(number)),
            at: at.parse::<Timestamp>().expect("a moment"),
            account: AccountId(Uuid::from_u128(1)),
            worker: "Pertti Työntekijä".to_owned(),
            subject: SubjectId(Uuid::from_u128(number)),
            action: Action::Read,
            basis: Basis::ServiceManagement,
            tie: Tie::Cares,
            names: Names::Different,
        }
    }

    const DAY: &str = "2026-11-23T09:00:00Z";

    #[test]
    fn a_usual_day_is_nothing_to_look_at() {
        let looks: Vec<Observed> = (0..50).map(|number| look(number, DAY)).collect();
        assert!(find(&looks).is_empty());
    }

    #[test]
    fn a_shared_family_name_is_worth_a_look_once_a_day() {
        let mut looks = vec![look(1, DAY), look(2, DAY)];
        for look in &mut looks {
            look.names = Names::Shared;
            look.subject = SubjectId(Uuid::from_u128(7));
        }
        let found = find(&looks);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].pattern, found[0].people.len()),
            (Pattern::FamilyName, 1)
        );
        assert_eq!(found[0].entry, EntryId(Uuid::from_u128(2)));
    }

    #[test]
    fn nineteen_strangers_are_not_many_and_twenty_are() {
        let strangers = |number| {
            let strange = |number| Observed {
                tie: Tie::Stranger,
                ..look(number, DAY)
            };
            (0..number).map(strange).collect::<Vec<_>>()
        };
        assert!(find(&strangers(19)).is_empty());
        assert_eq!(find(&strangers(20))[0].pattern, Pattern::ManyStrangers);
    }

    #[test]
    fn nights_weekends_and_holidays_are_odd() {
        let odd = |day: Date, hour: i8| is_odd(day.at(hour, 0, 0, 0));
        let monday = date(2026, 11, 23);
        assert!(odd(monday, 5) && !odd(monday, 6) && !odd(monday, 20) && odd(monday, 21));
        assert!(odd(date(2026, 11, 22), 12), "a Sunday");
        assert!(odd(date(2026, 5, 1), 12), "May Day");
        let found = find(&[look(1, "2026-11-23T22:30:00Z")]);
        assert_eq!(found[0].pattern, Pattern::OddHours);
        assert_eq!(found[0].day, date(2026, 11, 24), "half past midnight in Finland");
    }

    #[test]
    fn the_officers_own_looks_and_emergencies_are_left_out() {
        for basis in [Basis::OversightDuty, Basis::Emergency] {
            let at_night = Observed {
                basis,
                ..look(1, "2026-11-23T01:00:00Z")
            };
            assert!(find(&[at_night]).is_empty());
        }
    }

    proptest! {
        /// Whoever is in a finding was looked at that day, by that worker; more looks never hide a finding.
        #[test]
        fn findings_rest_on_looks(
            made in prop::collection::vec((0_u128..4, 0_u128..30, 0_i64..200, any::<bool>(), any::<bool>()), 0..60),
        ) {
            let looks: Vec<Observed> = made
                .iter()
                .enumerate()
                .map(|(number, (account, subject, hour, is_stranger, is_namesake))| Observed {
                    account: AccountId(Uuid::from_u128(*account)),
                    subject: SubjectId(Uuid::from_u128(*subject)),
                    at: Timestamp::from_second(1_795_000_000 + hour * 3_600).expect("a moment"),
                    tie: if *is_stranger { Tie::Stranger } else { Tie::Cares },
                    names: if *is_namesake { Names::Shared } else { Names::Different },
                    ..look(number as u128, DAY)
                })
                .collect();
            let all = find(&looks);
            for finding in &all {
                for person in &finding.people {
                    let rests = looks.iter().any(|look| {
                        look.subject == *person
                            && look.account == finding.account
                            && finnish_time(look.at).date() == finding.day
                    });
                    prop_assert!(rests);
                }
            }
            let fewer = find(&looks[..looks.len() / 2]);
            for finding in &fewer {
                let still = all.iter().any(|other| {
                    (other.pattern, other.account, other.day) == (finding.pattern, finding.account, finding.day)
                });
                prop_assert!(still);
            }
        }
    }
}
