use jiff::{
    ToSpan,
    civil::{Date, date, datetime, time},
};
use proptest::prelude::*;

use super::{
    contact::{Agreement, Held},
    rules::{self, FollowUp},
};
use crate::tasks::State;

const TODAY: Date = date(2026, 11, 23);

fn held(on: Date) -> Held {
    Held { on, at: None }
}

fn agreed(text: &str) -> Agreement {
    Agreement {
        text: text.to_owned(),
        due_on: date(2026, 12, 2),
    }
}

#[test]
fn b11_what_comes_next_is_the_earliest_from_today_on() {
    let days = vec![date(2026, 12, 2), date(2026, 11, 20), TODAY, date(2026, 11, 30)];
    assert_eq!(rules::next(days, TODAY, |day| held(*day)), Some(TODAY));
}

#[test]
fn b11_when_all_is_overdue_the_latest_of_it_is_what_was_agreed() {
    let days = vec![date(2026, 11, 2), date(2026, 11, 20)];
    assert_eq!(
        rules::next(days, TODAY, |day| held(*day)),
        Some(date(2026, 11, 20))
    );
    assert_eq!(rules::next(Vec::new(), TODAY, |day: &Date| held(*day)), None);
}

#[test]
fn b11_a_meeting_later_today_is_still_to_come_and_one_without_a_time_is_not() {
    let now = datetime(2026, 11, 23, 9, 0, 0, 0);
    let at = |hour| Held {
        on: TODAY,
        at: Some(time(hour, 0, 0, 0)),
    };
    assert!(at(10).is_ahead(now));
    assert!(!at(8).is_ahead(now));
    assert!(!held(TODAY).is_ahead(now));
    assert!(held(date(2026, 11, 24)).is_ahead(now));
}

#[test]
fn b11_an_agreement_makes_a_task_and_a_correction_moves_the_open_one() {
    let (first, second) = (agreed("Soita"), agreed("Soita ja kirjoita"));
    assert_eq!(rules::follow_up(None, Some(&first), None), FollowUp::Add);
    assert_eq!(
        rules::follow_up(Some(&first), Some(&second), Some(State::Open)),
        FollowUp::Change
    );
    assert_eq!(
        rules::follow_up(Some(&first), None, Some(State::Open)),
        FollowUp::Drop
    );
}

#[test]
fn b11_what_is_done_stays_done_when_a_contact_is_corrected() {
    let (first, second) = (agreed("Soita"), agreed("Kirjoita"));
    assert_eq!(
        rules::follow_up(Some(&first), Some(&first), Some(State::Done)),
        FollowUp::Keep
    );
    assert_eq!(
        rules::follow_up(Some(&first), None, Some(State::Done)),
        FollowUp::Keep
    );
    assert_eq!(
        rules::follow_up(Some(&first), Some(&second), Some(State::Done)),
        FollowUp::Add
    );
}

proptest! {
    /// What comes next is one of those agreed, and nothing that is nearer from today on is passed over.
    #[test]
    fn b11_nothing_nearer_is_passed_over(offsets in proptest::collection::vec(-60_i32..60, 0..20)) {
        let days: Vec<Date> = offsets.iter().map(|offset| TODAY.saturating_add(offset.days())).collect();
        match rules::next(days.clone(), TODAY, |day| held(*day)) {
            None => prop_assert!(days.is_empty()),
            Some(next) => {
                prop_assert!(days.contains(&next));
                let passed_over = days.iter().any(|day| *day >= TODAY && (next < TODAY || *day < next));
                prop_assert!(!passed_over);
            }
        }
    }
}
