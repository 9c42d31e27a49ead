//! The clock of a breach, and what must be there before it is closed. Pure.
//!
//! GDPR 33.1: the authority is told within 72 hours of becoming aware. The hours are elapsed hours: over a change to or
//! from summer time the clock on the wall shows another hour than three days before. Regulation (EEC, Euratom) 1182/71
//! would leave out the hour in which it began; the clock here does not, so that it is never late.

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Time},
    tz::AmbiguousOffset,
};
use polku_desk::clock::finland;

use super::breach::{Risk, Untold};

/// So many hours there are.
pub const HOURS: i64 = 72;

/// How the notice to the authority stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// So much time is left.
    Running(SignedDuration),
    /// It is late by so much, and not sent.
    Over(SignedDuration),
    /// It was sent in time.
    InTime,
    /// It was sent, late by so much.
    Late(SignedDuration),
    /// A risk is unlikely: none is sent.
    NotNeeded,
}

/// When the authority must have been told.
#[must_use]
pub fn deadline(aware_at: Timestamp) -> Timestamp {
    aware_at
        .saturating_add(SignedDuration::from_hours(HOURS))
        .unwrap_or(Timestamp::MAX)
}

/// How the notice stands. As long as nothing is assessed the clock runs: the hours do not wait for the assessment.
#[must_use]
pub fn clock(
    aware_at: Timestamp,
    risk: Option<Risk>,
    notified_at: Option<Timestamp>,
    now: Timestamp,
) -> Clock {
    let until = deadline(aware_at);
    match notified_at {
        Some(at) if at <= until => Clock::InTime,
        Some(at) => Clock::Late(at.duration_since(until)),
        None if risk == Some(Risk::Unlikely) => Clock::NotNeeded,
        None if now <= until => Clock::Running(until.duration_since(now)),
        None => Clock::Over(now.duration_since(until)),
    }
}

/// A moment in Finland. An hour that comes twice is taken as the earlier one, so that no clock runs too long.
///
/// # Errors
/// The key of what to say of a time that the clocks skip.
pub fn moment(day: Date, time: Time) -> Result<Timestamp, &'static str> {
    let ambiguous = finland().to_ambiguous_timestamp(day.to_datetime(time));
    if matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. }) {
        return Err("breaches-time-skipped");
    }
    ambiguous.earlier().map_err(|_| "breaches-time-skipped")
}

/// When it was found and when the controller became aware, against each other and now.
///
/// # Errors
/// The key of what to say.
pub fn times(found_at: Timestamp, aware_at: Timestamp, now: Timestamp) -> Result<(), &'static str> {
    if found_at > now || aware_at > now {
        return Err("breaches-time-ahead");
    }
    if aware_at < found_at {
        return Err("breaches-aware-before-found");
    }
    Ok(())
}

/// When the authority was told, against when the clock began and now; told late it needs a reason (GDPR 33.1).
///
/// # Errors
/// The field and the key of what to say.
pub fn notified(
    aware_at: Timestamp,
    notified_at: Timestamp,
    reason: &str,
    now: Timestamp,
) -> Result<(), (&'static str, &'static str)> {
    if notified_at > now {
        return Err(("notified_on", "breaches-time-ahead"));
    }
    if notified_at < aware_at {
        return Err(("notified_on", "breaches-notified-early"));
    }
    if notified_at > deadline(aware_at) && reason.is_empty() {
        return Err(("late_reason", "breaches-late-reason-missing"));
    }
    Ok(())
}

/// What a breach has when somebody wants to close it.
#[derive(Clone, Copy, Debug)]
pub struct ToClose<'a> {
    /// The risk.
    pub risk: Option<Risk>,
    /// When the authority was told.
    pub notified_at: Option<Timestamp>,
    /// Why people are not told.
    pub untold: Option<Untold>,
    /// How many were found to be concerned.
    pub affected: i64,
    /// How many of them wait to be told.
    pub waiting: i64,
    /// What was done.
    pub measures: &'a str,
}

/// Whether a breach may be closed (GDPR 33.1, 33.5, 34).
///
/// # Errors
/// The key of what is missing.
pub fn may_close(breach: ToClose<'_>) -> Result<(), &'static str> {
    let Some(risk) = breach.risk else {
        return Err("breaches-close-unassessed");
    };
    if risk != Risk::Unlikely && breach.notified_at.is_none() {
        return Err("breaches-close-unnotified");
    }
    if risk == Risk::High && breach.untold.is_none() && (breach.affected == 0 || breach.waiting > 0) {
        return Err("breaches-close-untold");
    }
    if breach.measures.is_empty() {
        return Err("breaches-close-measures");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    use super::*;

    fn at(day: Date, hour: i8) -> Timestamp {
        moment(day, time(hour, 0, 0, 0)).expect("a moment")
    }

    /// D5: summer time begins on 29.3.2026 and ends on 25.10.2026.
    #[test]
    fn seventy_two_hours_are_hours_over_a_change_of_the_clocks() {
        let spring = deadline(at(date(2026, 3, 27), 12));
        assert_eq!(spring, at(date(2026, 3, 30), 13));
        let autumn = deadline(at(date(2026, 10, 23), 12));
        assert_eq!(autumn, at(date(2026, 10, 26), 11));
        let usual = deadline(at(date(2026, 11, 20), 12));
        assert_eq!(usual, at(date(2026, 11, 23), 12));
    }

    #[test]
    fn an_hour_that_is_skipped_is_told_and_one_that_comes_twice_is_the_earlier() {
        assert_eq!(
            moment(date(2026, 3, 29), time(3, 30, 0, 0)),
            Err("breaches-time-skipped")
        );
        let twice = moment(date(2026, 10, 25), time(3, 30, 0, 0)).expect("a moment");
        assert_eq!(twice.to_string(), "2026-10-25T00:30:00Z");
    }

    #[test]
    fn the_clock_runs_until_the_authority_is_told_or_need_not_be() {
        let aware = at(date(2026, 11, 20), 12);
        let later = |hours: i64| aware + SignedDuration::from_hours(hours);
        let clock = |risk, notified, now| clock(aware, risk, notified, later(now));
        assert_eq!(
            clock(None, None, 70),
            Clock::Running(SignedDuration::from_hours(2))
        );
        assert_eq!(
            clock(Some(Risk::High), None, 75),
            Clock::Over(SignedDuration::from_hours(3))
        );
        assert_eq!(clock(Some(Risk::Unlikely), None, 75), Clock::NotNeeded);
        assert_eq!(clock(Some(Risk::Likely), Some(later(72)), 90), Clock::InTime);
        assert_eq!(
            clock(Some(Risk::Likely), Some(later(73)), 90),
            Clock::Late(SignedDuration::from_hours(1))
        );
    }

    #[test]
    fn what_was_told_late_says_why() {
        let aware = at(date(2026, 11, 20), 12);
        let now = at(date(2026, 11, 24), 12);
        let late = at(date(2026, 11, 23), 13);
        let missing = Err(("late_reason", "breaches-late-reason-missing"));
        assert_eq!(notified(aware, late, "", now), missing);
        assert_eq!(notified(aware, late, "Toimittaja kertoi myöhään.", now), Ok(()));
        assert_eq!(notified(aware, at(date(2026, 11, 23), 12), "", now), Ok(()));
        assert!(notified(aware, at(date(2026, 11, 20), 11), "", now).is_err());
        assert!(notified(aware, at(date(2026, 11, 25), 12), "", now).is_err());
    }

    proptest! {
        /// Whenever the authority is told, exactly one of in time and late is said, as the elapsed seconds say.
        #[test]
        fn told_is_in_time_or_late(hours in 0_i64..40_000, told in 0_i64..400_000, waited in 0_i64..400_000) {
            let aware = at(date(2024, 1, 1), 0) + SignedDuration::from_hours(hours);
            let told_at = aware + SignedDuration::from_secs(told);
            let said = clock(aware, Some(Risk::Likely), Some(told_at), told_at);
            prop_assert_eq!(said == Clock::InTime, told <= HOURS * 3600);
            let now = aware + SignedDuration::from_secs(waited);
            match clock(aware, None, None, now) {
                Clock::Running(left) => prop_assert_eq!(left.as_secs(), HOURS * 3600 - waited),
                Clock::Over(by) => prop_assert_eq!(by.as_secs(), waited - HOURS * 3600),
                other => prop_assert!(false, "{:?}", other),
            }
        }

        /// Nothing is closed while the law asks for more.
        #[test]
        fn nothing_is_closed_too_early(
            risk in prop::option::of(prop::sample::select(Risk::ALL.to_vec())),
            is_notified: bool,
            untold in prop::option::of(prop::sample::select(Untold::ALL.to_vec())),
            affected in 0_i64..4,
            waiting in 0_i64..4,
            measures in "[a-z]{0,3}",
        ) {
            let waiting = waiting.min(affected);
            let notified_at = is_notified.then(|| at(date(2026, 11, 20), 12));
            let breach = ToClose { risk, notified_at, untold, affected, waiting, measures: &measures };
            if may_close(breach).is_ok() {
                let risk = risk.expect("assessed");
                prop_assert!(risk == Risk::Unlikely || is_notified);
                prop_assert!(risk != Risk::High || untold.is_some() || (affected > 0 && waiting == 0));
                prop_assert!(!measures.is_empty());
            }
        }
    }
}
