use jiff::{
    ToSpan,
    civil::{Date, date},
};
use proptest::prelude::*;

use super::{
    rules::{self, Step, When},
    task::State,
};

const WEDNESDAY: Date = date(2026, 11, 25);

#[test]
fn b11_a_task_is_overdue_the_day_after_its_day_and_not_before() {
    assert_eq!(When::of(date(2026, 11, 24), WEDNESDAY), When::Overdue);
    assert_eq!(When::of(WEDNESDAY, WEDNESDAY), When::Today);
    assert_eq!(When::of(date(2026, 11, 26), WEDNESDAY), When::ThisWeek);
}

#[test]
fn b11_this_week_ends_on_sunday() {
    assert_eq!(rules::end_of_week(WEDNESDAY), date(2026, 11, 29));
    assert_eq!(rules::end_of_week(date(2026, 11, 29)), date(2026, 11, 29));
    assert_eq!(rules::end_of_week(date(2026, 11, 30)), date(2026, 12, 6));
    assert_eq!(When::of(date(2026, 11, 29), WEDNESDAY), When::ThisWeek);
    assert_eq!(When::of(date(2026, 11, 30), WEDNESDAY), When::Later);
}

#[test]
fn b11_a_step_fits_only_where_it_changes_something() {
    assert_eq!(rules::after(State::Open, Step::Finish), Some(State::Done));
    assert_eq!(rules::after(State::Open, Step::Drop), Some(State::Dropped));
    assert_eq!(rules::after(State::Dropped, Step::Reopen), Some(State::Open));
    assert_eq!(rules::after(State::Done, Step::Finish), None);
    assert_eq!(rules::after(State::Open, Step::Reopen), None);
}

#[test]
fn b11_a_year_that_is_most_likely_mistyped_is_not_taken() {
    assert_eq!(rules::may_be_due(date(2027, 11, 25), WEDNESDAY), Ok(()));
    assert_eq!(
        rules::may_be_due(date(2062, 11, 25), WEDNESDAY),
        Err("tasks-due-too-far")
    );
    assert_eq!(rules::may_be_due(date(2026, 11, 1), WEDNESDAY), Ok(()));
}

proptest! {
    /// Grouping loses nothing, invents nothing, and urgency follows the day.
    #[test]
    fn b11_every_task_is_in_exactly_one_group_and_groups_follow_the_calendar(
        offsets in proptest::collection::vec(-400_i32..400, 0..40),
        day in 0_i32..2000,
    ) {
        let today = date(2024, 1, 1).saturating_add(day.days());
        let mut due: Vec<Date> = offsets.iter().map(|offset| today.saturating_add(offset.days())).collect();
        due.sort_unstable();
        let groups = rules::grouped(due.clone(), today, |day| *day);
        let names: Vec<When> = groups.iter().map(|(when, _)| *when).collect();
        prop_assert!(names.is_sorted_by(|one, next| one < next));
        prop_assert!(groups.iter().all(|(_, group)| !group.is_empty()));
        let joined: Vec<Date> = groups.into_iter().flat_map(|(_, group)| group).collect();
        prop_assert_eq!(joined, due);
    }
}
