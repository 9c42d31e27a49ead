use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn week(names: &[&str]) -> Week {
    Week {
        weekdays: Weekdays::parse(names.iter().copied()).expect("weekdays"),
        minutes: Minutes::hours(6),
    }
}

fn schedule(piece: Piece) -> Schedule {
    Schedule {
        subject: SubjectId(Uuid::nil()),
        period: Uuid::nil(),
        workgroup: None,
        weekdays: piece.week.weekdays,
        minutes: piece.week.minutes,
        from: piece.from,
        until: piece.until,
    }
}

fn expects(pieces: &[Piece], day: Date) -> bool {
    let schedules: Vec<Schedule> = pieces.iter().copied().map(schedule).collect();
    expected_on(&schedules, day).is_some()
}

#[test]
fn a_client_is_expected_on_the_days_of_the_week_within_the_period_b2() {
    let pieces = whole(
        week(&["monday", "wednesday"]),
        date(2026, 11, 2),
        Some(date(2027, 2, 26)),
    );
    assert!(expects(&pieces, date(2026, 11, 2)));
    assert!(expects(&pieces, date(2026, 11, 4)));
    assert!(!expects(&pieces, date(2026, 11, 3)), "a Tuesday");
    assert!(!expects(&pieces, date(2026, 10, 28)), "before the start");
    assert!(!expects(&pieces, date(2027, 3, 1)), "after the end");
}

#[test]
fn nobody_is_expected_on_a_public_holiday_b2() {
    let pieces = whole(week(&["thursday", "friday"]), date(2026, 1, 1), None);
    assert!(!expects(&pieces, date(2026, 1, 1)), "New Year's Day");
    assert!(!expects(&pieces, date(2026, 4, 3)), "Good Friday");
    assert!(!expects(&pieces, date(2026, 6, 19)), "Midsummer Eve");
    assert!(!expects(&pieces, date(2026, 12, 24)), "Christmas Eve");
    assert!(
        expects(&pieces, date(2026, 12, 31)),
        "New Year's Eve is a working day"
    );
}

#[test]
fn a_change_of_days_leaves_the_past_as_it_was_b2() {
    let before = whole(week(&["monday"]), date(2026, 9, 7), Some(date(2026, 12, 18)));
    let after = changed(
        &before,
        week(&["tuesday"]),
        date(2026, 10, 5),
        Some(date(2026, 12, 18)),
    );
    assert!(expects(&after, date(2026, 9, 28)), "a Monday before the change");
    assert!(!expects(&after, date(2026, 10, 5)), "a Monday after it");
    assert!(expects(&after, date(2026, 10, 6)), "a Tuesday after it");
    assert_eq!(after.len(), 2);
}

#[test]
fn a_new_end_of_the_same_week_is_one_piece_b2() {
    let before = whole(week(&["monday"]), date(2026, 9, 7), Some(date(2026, 12, 18)));
    let after = changed(
        &before,
        week(&["monday"]),
        date(2026, 11, 2),
        Some(date(2027, 2, 26)),
    );
    assert_eq!(
        after,
        whole(week(&["monday"]), date(2026, 9, 7), Some(date(2027, 2, 26)))
    );
}

#[test]
fn nobody_is_expected_during_a_break_b2() {
    let days = week(&["monday", "tuesday", "wednesday"]);
    let before = whole(days, date(2026, 9, 7), Some(date(2026, 12, 18)));
    let interrupted = cut(&before, date(2026, 9, 30));
    let resumed = changed(&interrupted, days, date(2026, 11, 2), Some(date(2026, 12, 18)));
    assert!(expects(&resumed, date(2026, 9, 30)));
    assert!(!expects(&resumed, date(2026, 10, 12)));
    assert!(expects(&resumed, date(2026, 11, 2)));
}

#[test]
fn service_days_leave_out_weekends_and_holidays_b2() {
    let pieces = whole(
        week(&["monday", "tuesday", "wednesday", "thursday", "friday"]),
        date(2026, 12, 21),
        Some(date(2026, 12, 31)),
    );
    assert_eq!(
        service_days(&pieces, date(2026, 12, 31)),
        7,
        "24 and 25 December are holidays"
    );
    assert_eq!(service_days(&pieces, date(2026, 12, 22)), 2);
    assert_eq!(service_days(&pieces, date(2026, 12, 20)), 0);
}

const FIRST: Date = date(2026, 1, 5);

fn a_day() -> impl Strategy<Value = Date> {
    (0i64..700).prop_map(|days| FIRST + days.days())
}

fn a_week() -> impl Strategy<Value = Week> {
    (1u8..128, 60u16..480).prop_map(|(bits, minutes)| Week {
        weekdays: Weekdays::from_bits(bits).expect("seven bits"),
        minutes: Minutes(minutes),
    })
}

proptest! {
    #[test]
    fn changes_never_overlap_and_never_reach_back(
        first in a_week(),
        changes in proptest::collection::vec((a_week(), a_day()), 0..6),
        probe in a_day(),
    ) {
        let end = Some(FIRST + 800.days());
        let mut pieces = whole(first, FIRST, end);
        for (week, from) in changes {
            let before = pieces.clone();
            pieces = changed(&pieces, week, from, end);
            if probe < from {
                prop_assert_eq!(expects(&pieces, probe), expects(&before, probe));
            } else {
                let expected = week.weekdays.contains(probe.weekday()) && holiday_on(probe).is_none();
                prop_assert_eq!(expects(&pieces, probe), expected);
            }
            for pair in pieces.windows(2) {
                prop_assert!(pair[0].until.is_some_and(|until| until < pair[1].from));
            }
        }
    }

    #[test]
    fn after_a_cut_nothing_is_expected_and_before_it_nothing_changes(
        week in a_week(), last_day in a_day(), probe in a_day(),
    ) {
        let pieces = whole(week, FIRST, None);
        let left = cut(&pieces, last_day);
        prop_assert_eq!(expects(&left, probe), probe <= last_day && expects(&pieces, probe));
    }

    #[test]
    fn service_days_are_the_days_on_which_the_client_is_expected(week in a_week(), last_day in a_day()) {
        let pieces = whole(week, FIRST, None);
        let counted = FIRST.series(1.day()).take_while(|day| *day <= last_day)
            .filter(|day| expects(&pieces, *day)).count();
        prop_assert_eq!(service_days(&pieces, last_day) as usize, counted);
    }
}
