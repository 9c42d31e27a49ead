use jiff::civil::date;
use proptest::prelude::*;

use super::*;

const MONDAY: Date = date(2026, 11, 16);
const HABITS: Habits = Habits {
    usual_day: Minutes::hours(6),
    late_after_days: 7,
};

fn at(text: &str) -> Timestamp {
    text.parse().expect("a moment")
}

fn marked(mark: Mark, moment: &str) -> StoredMark {
    StoredMark {
        mark,
        version: 1,
        at: at(moment),
        by: Some("Maija Valmentaja".to_owned()),
    }
}

#[test]
fn everyone_starts_as_expected_for_the_scheduled_hours_b6() {
    let cell = Cell::of(MONDAY, None, Some(Minutes::hours(5)), HABITS);
    assert_eq!(cell.mark, Mark::Expected);
    assert_eq!(cell.minutes(), Minutes::hours(5));
    assert_eq!(cell.version, 0);
}

#[test]
fn a_day_outside_the_schedule_is_no_day_until_it_is_marked_b6() {
    let empty = Cell::of(MONDAY, None, None, HABITS);
    assert_eq!(empty.mark, Mark::NotADay);
    assert_eq!(empty.hours, Minutes::hours(6));
    let extra = marked(
        Mark::Present {
            minutes: Minutes::hours(3),
        },
        "2026-11-16T09:00:00Z",
    );
    let cell = Cell::of(MONDAY, Some(&extra), None, HABITS);
    assert_eq!((cell.mark, cell.minutes()), (extra.mark, Minutes::hours(3)));
}

#[test]
fn a_mark_that_was_taken_back_leaves_the_schedule_b6() {
    let taken_back = marked(Mark::Expected, "2026-11-16T09:00:00Z");
    let scheduled = Cell::of(MONDAY, Some(&taken_back), Some(Minutes::hours(4)), HABITS);
    assert_eq!((scheduled.mark, scheduled.version), (Mark::Expected, 1));
    assert_eq!(
        Cell::of(MONDAY, Some(&taken_back), None, HABITS).mark,
        Mark::NotADay
    );
}

#[test]
fn a_late_change_says_who_and_when_b6() {
    let in_time = marked(Mark::Sick, "2026-11-23T21:59:00Z");
    assert_eq!(Cell::of(MONDAY, Some(&in_time), None, HABITS).late, None);
    // Two hours east of Greenwich it is the 24th.
    let late = marked(Mark::Sick, "2026-11-23T22:01:00Z");
    let told = Cell::of(MONDAY, Some(&late), None, HABITS).late.expect("late");
    assert_eq!((told.by.as_str(), told.at), ("Maija Valmentaja", late.at));
}

#[test]
fn what_came_from_an_earlier_register_is_never_late_b6() {
    let imported = StoredMark {
        by: None,
        ..marked(Mark::Sick, "2027-01-01T12:00:00Z")
    };
    assert_eq!(Cell::of(MONDAY, Some(&imported), None, HABITS).late, None);
}

#[test]
fn nobody_is_present_tomorrow_b6() {
    let tomorrow = date(2026, 11, 17);
    let present = Mark::Present {
        minutes: Minutes::hours(6),
    };
    assert_eq!(may_mark(present, tomorrow, MONDAY), Err("attendance-not-yet"));
    assert_eq!(
        may_mark(Mark::Absent, tomorrow, MONDAY),
        Err("attendance-not-yet")
    );
    assert_eq!(may_mark(Mark::Permitted, tomorrow, MONDAY), Ok(()));
    assert_eq!(may_mark(present, MONDAY, MONDAY), Ok(()));
}

#[test]
fn weekends_and_holidays_are_days_of_rest() {
    assert_eq!(DayKind::of(MONDAY), DayKind::Workday);
    assert_eq!(DayKind::of(date(2026, 11, 21)), DayKind::Weekend);
    // Independence Day of 2026 is a Sunday.
    assert!(matches!(DayKind::of(date(2026, 12, 6)), DayKind::Holiday(_)));
    assert!(DayKind::of(date(2026, 12, 25)).rests());
}

fn any_mark() -> impl Strategy<Value = Mark> {
    prop_oneof![
        Just(Mark::Expected),
        (1u16..=1440).prop_map(|minutes| Mark::Present {
            minutes: Minutes(minutes)
        }),
        Just(Mark::Sick),
        Just(Mark::Absent),
        Just(Mark::Permitted),
        Just(Mark::NotADay),
    ]
}

proptest! {
    #[test]
    fn a_cell_shows_what_was_marked_or_what_is_scheduled(
        mark in proptest::option::of(any_mark()), hours in proptest::option::of(1u16..=24),
    ) {
        let stored = mark.map(|mark| marked(mark, "2026-11-16T09:00:00Z"));
        let cell = Cell::of(MONDAY, stored.as_ref(), hours.map(Minutes::hours), HABITS);
        match mark {
            Some(mark) if mark != Mark::Expected => prop_assert_eq!(cell.mark, mark),
            _ => prop_assert_eq!(cell.mark == Mark::Expected, hours.is_some()),
        }
        prop_assert_eq!(cell.unmarked == Mark::Expected, hours.is_some());
    }

    #[test]
    fn once_late_always_late(seconds in 0i64..4_000_000, later in 0i64..4_000_000, grace in 0u8..=30) {
        let first = at("2026-11-16T00:00:00Z") + jiff::SignedDuration::from_secs(seconds);
        let second = first + jiff::SignedDuration::from_secs(later);
        prop_assert!(!is_late(MONDAY, first, grace) || is_late(MONDAY, second, grace));
        prop_assert!(!is_late(MONDAY, first, grace.saturating_add(1)) || is_late(MONDAY, first, grace));
    }

    #[test]
    fn whatever_may_be_marked_ahead_may_be_marked_on_the_day(mark in any_mark(), ahead in 0i32..400) {
        let day = MONDAY + ahead.days();
        prop_assert!(may_mark(mark, day, MONDAY).is_err() || may_mark(mark, day, day).is_ok());
    }
}
