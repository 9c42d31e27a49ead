//! When the time of a record is over, and what an erasure must leave. Pure: the same facts give the same answer.

use jiff::{ToSpan as _, civil::Date};
use polku_profile::{Afterwards, ClockStart, Keep, Profile, RetentionClass};
use schemars::JsonSchema;
use serde::Serialize;

polku_desk::named_states! {
    /// The ground on which somebody asks that their data be erased (GDPR 17.1).
    pub enum ErasureGround {
        /// It is no longer needed for what it was collected for (a).
        NoLongerNeeded = "no-longer-needed",
        /// The consent that it rested on was withdrawn, and nothing else carries it (b).
        ConsentWithdrawn = "consent-withdrawn",
        /// The person objected, and nothing overrides it (c).
        Objection = "objection",
        /// It was processed without a lawful basis (d).
        Unlawful = "unlawful",
        /// A law binds the controller to erase it (e).
        LegalDuty = "legal-duty",
    }
}

impl ErasureGround {
    /// The letter of article 17.1.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::NoLongerNeeded => 'a',
            Self::ConsentWithdrawn => 'b',
            Self::Objection => 'c',
            Self::Unlawful => 'd',
            Self::LegalDuty => 'e',
        }
    }

    /// What was never lawful to keep, or is unlawful to keep on, no retention period keeps: article 17.3 excepts processing
    /// that a law requires, and there is none here.
    #[must_use]
    pub const fn overrides_retention(self) -> bool {
        matches!(self, Self::Unlawful | Self::LegalDuty)
    }
}

/// What is known of the days from which times run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Days {
    /// When the last client relationship ended; none while one goes on, or when there never was one.
    pub relationship_ended: Option<Date>,
    /// When the record was made, dated, signed or entered.
    pub made: Option<Date>,
    /// When the consent was withdrawn or ran out.
    pub consent_ended: Option<Date>,
}

/// The day from which a class's time runs for a record; none while the event has not come.
#[must_use]
pub fn runs_from(class: &RetentionClass, days: Days) -> Option<Date> {
    let end_of_year = |day: Date| Date::new(day.year(), 12, 31).ok();
    match class.from {
        ClockStart::RelationshipEnded => days.relationship_ended,
        ClockStart::RecordMade | ClockStart::Entered | ClockStart::EventHeld => days.made,
        // Financial years are taken to be calendar years, as municipalities' are (410/2015, 113 §).
        ClockStart::YearEnded | ClockStart::FinancialYearEnded => days.made.and_then(end_of_year),
        ClockStart::ConsentEnded => days.consent_ended,
    }
}

/// The last day on which a record is kept, when its time runs from this one; none when it is never over.
#[must_use]
pub fn kept_until(class: &RetentionClass, from: Date) -> Option<Date> {
    match class.keep {
        Keep::Years(years) => from.checked_add(i32::from(years).years()).ok(),
        Keep::For(time) => time.due(from).ok(),
        Keep::WhileConsented => Some(from),
        Keep::Permanently => None,
    }
}

/// The last day on which a record of a class is kept; none while that is not known.
#[must_use]
pub fn last_day(class: &RetentionClass, days: Days) -> Option<Date> {
    kept_until(class, runs_from(class, days)?)
}

/// The latest day from which the time of a class can have run to be over today: what began later is still kept. None when
/// its time is never over.
#[must_use]
pub fn over_if_from(class: &RetentionClass, today: Date) -> Option<Date> {
    let yesterday = today.yesterday().ok()?;
    // Months and leap days make the way back longer than the way there at most by a few days: step to the exact one.
    let mut day = match class.keep {
        Keep::Years(years) => yesterday.checked_sub(i32::from(years).years()).ok()?,
        Keep::For(polku_profile::Deadline::Days(days)) => {
            yesterday.checked_sub(i32::from(days).days()).ok()?
        }
        Keep::For(polku_profile::Deadline::Months(months)) => {
            yesterday.checked_sub(i32::from(months).months()).ok()?
        }
        Keep::WhileConsented => yesterday,
        Keep::Permanently => return None,
    };
    while let Ok(next) = day.tomorrow()
        && kept_until(class, next).is_some_and(|until| until < today)
    {
        day = next;
    }
    Some(day)
}

/// Whether the time of a record is over: from the day after the last one on which it is kept.
#[must_use]
pub fn is_over(class: &RetentionClass, days: Days, today: Date) -> bool {
    last_day(class, days).is_some_and(|until| until < today)
}

/// What keeps something from being destroyed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Hold {
    /// Nothing.
    #[default]
    None,
    /// A legal hold on the person or on the class.
    Held,
}

/// Why something stays although its erasure is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Stays {
    /// A legal hold: legal claims (GDPR 17.3 e).
    Held,
    /// A law keeps it until a day, or until an event that has not come (17.3 b).
    ByLaw {
        /// The last day, when it is known.
        until: Option<Date>,
    },
    /// The records plan of an authority keeps it: a task in the public interest (17.3 b).
    ByRecordsPlan {
        /// The last day, when it is known.
        until: Option<Date>,
    },
    /// It goes to the archive, or is kept for good (17.3 d).
    ForTheArchive,
}

impl Stays {
    /// The key of the words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Held => "erasures-stays-held",
            Self::ByLaw { .. } => "erasures-stays-law",
            Self::ByRecordsPlan { .. } => "erasures-stays-plan",
            Self::ForTheArchive => "erasures-stays-archive",
        }
    }

    /// The last day on which it stays.
    #[must_use]
    pub const fn until(self) -> Option<Date> {
        match self {
            Self::ByLaw { until } | Self::ByRecordsPlan { until } => until,
            Self::Held | Self::ForTheArchive => None,
        }
    }
}

/// On what holding something rests, by the legal-basis register (C2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rests {
    /// On a law or a task.
    OnTask,
    /// On the person's consent alone.
    OnConsentAlone,
}

/// Whether something stays when its erasure is asked for, and why; none when it goes (GDPR 17.3).
#[must_use]
pub fn stays(
    profile: &Profile,
    class: &RetentionClass,
    rests: Rests,
    days: Days,
    hold: Hold,
    ground: ErasureGround,
    today: Date,
) -> Option<Stays> {
    if hold == Hold::Held {
        return Some(Stays::Held);
    }
    let is_of_withdrawn_consent = ground == ErasureGround::ConsentWithdrawn && rests == Rests::OnConsentAlone;
    if ground.overrides_retention() || is_of_withdrawn_consent {
        return None;
    }
    if class.then == Afterwards::Archive || class.keep == Keep::Permanently {
        return Some(Stays::ForTheArchive);
    }
    if is_over(class, days, today) {
        return None;
    }
    let until = last_day(class, days);
    if class.law.is_some() {
        return Some(Stays::ByLaw { until });
    }
    // What a foundation or an association decided itself is no law: there the person's wish goes before it.
    profile
        .controller
        .kind
        .is_authority()
        .then_some(Stays::ByRecordsPlan { until })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const PROFILES: [&str; 5] = ["walmu", "ii", "kokkotyo", "typpi", "kuopio"];

    fn profile(key: &str) -> std::sync::Arc<Profile> {
        Profile::shipped(key).expect("a shipped profile")
    }

    fn day(from: i32) -> Date {
        date(1995, 1, 1).saturating_add(from.days())
    }

    proptest! {
        /// F1: a record is over exactly when its clock began no later than the border that lists ask by.
        #[test]
        fn the_border_of_lists_and_the_rule_of_one_record_agree_f1(
            key in prop::sample::select(PROFILES.to_vec()),
            number in 0_usize..8,
            began in 0_i32..14_000,
            today in 0_i32..14_000,
        ) {
            let profile = profile(key);
            let class = &profile.retention[number % profile.retention.len()];
            let (began, today) = (day(began), day(today));
            let by_record = kept_until(class, began).is_some_and(|until| until < today);
            let by_border = over_if_from(class, today).is_some_and(|border| began <= border);
            prop_assert_eq!(by_record, by_border, "{} from {} on {}", class.key, began, today);
        }

        /// F1: nothing is over before its event has come, and what is over stays over.
        #[test]
        fn nothing_is_over_without_its_event_and_time_only_goes_on_f1(
            key in prop::sample::select(PROFILES.to_vec()),
            number in 0_usize..8,
            began in 0_i32..12_000,
            today in 0_i32..12_000,
            later in 0_i32..2_000,
        ) {
            let profile = profile(key);
            let class = &profile.retention[number % profile.retention.len()];
            prop_assert!(!is_over(class, Days::default(), day(today)));
            let start = day(began);
            let began = Some(start);
            let days = Days { relationship_ended: began, made: began, consent_ended: began };
            if is_over(class, days, day(today)) {
                prop_assert!(is_over(class, days, day(today + later)));
                prop_assert!(start < day(today));
            }
        }

        /// D4: a hold keeps everything; without one, unlawful data always goes; and what goes without such a ground is over,
        /// rests on consent alone, or is kept by no law of an authority.
        #[test]
        fn what_an_erasure_leaves_has_a_ground_d4(
            key in prop::sample::select(PROFILES.to_vec()),
            number in 0_usize..8,
            ground in prop::sample::select(ErasureGround::ALL.to_vec()),
            on_consent in any::<bool>(),
            ended in prop::option::of(0_i32..12_000),
            made in 0_i32..12_000,
            today in 0_i32..12_000,
        ) {
            let profile = profile(key);
            let class = &profile.retention[number % profile.retention.len()];
            let rests = if on_consent { Rests::OnConsentAlone } else { Rests::OnTask };
            let days = Days { relationship_ended: ended.map(day), made: Some(day(made)), consent_ended: None };
            let asked = |hold| stays(&profile, class, rests, days, hold, ground, day(today));
            prop_assert_eq!(asked(Hold::Held), Some(Stays::Held));
            let left = asked(Hold::None);
            if ground.overrides_retention() {
                prop_assert_eq!(left, None);
            } else if left.is_none() {
                let by_consent = on_consent && ground == ErasureGround::ConsentWithdrawn;
                let unbound = class.law.is_none() && !profile.controller.kind.is_authority();
                prop_assert!(by_consent || unbound || is_over(class, days, day(today)));
            }
            if let Some(until) = left.and_then(Stays::until) {
                prop_assert!(until >= day(today));
            }
        }
    }

    #[test]
    fn a_clients_record_is_kept_ten_years_from_the_end_and_not_a_day_less_f1() {
        let walmu = profile("walmu");
        let class = walmu.retention_class("client").expect("a class");
        let days = Days {
            relationship_ended: Some(date(2016, 2, 29)),
            ..Days::default()
        };
        assert_eq!(last_day(class, days), Some(date(2026, 2, 28)));
        assert!(!is_over(class, days, date(2026, 2, 28)));
        assert!(is_over(class, days, date(2026, 3, 1)));
        assert!(!is_over(
            class,
            Days {
                made: Some(date(1999, 1, 1)),
                ..Days::default()
            },
            date(2026, 3, 1)
        ));
    }

    #[test]
    fn vouchers_are_kept_from_the_end_of_their_year_f1() {
        let walmu = profile("walmu");
        let class = walmu.retention_class("vouchers").expect("a class");
        let days = Days {
            made: Some(date(2019, 3, 1)),
            ..Days::default()
        };
        assert_eq!(last_day(class, days), Some(date(2025, 12, 31)));
    }

    #[test]
    fn a_foundation_erases_what_a_city_must_keep_d4() {
        let days = Days {
            relationship_ended: Some(date(2025, 1, 1)),
            ..Days::default()
        };
        let asked = |key: &str| {
            let profile = profile(key);
            let class = profile.retention_class("client").expect("a class");
            let ground = ErasureGround::NoLongerNeeded;
            stays(
                &profile,
                class,
                Rests::OnTask,
                days,
                Hold::None,
                ground,
                date(2026, 11, 23),
            )
        };
        assert_eq!(asked("kokkotyo"), None);
        assert!(matches!(asked("walmu"), Some(Stays::ByLaw { until: Some(_) })));
        assert!(matches!(asked("kuopio"), Some(Stays::ByRecordsPlan { .. })));
        assert_eq!(asked("typpi"), Some(Stays::ForTheArchive));
    }
}
