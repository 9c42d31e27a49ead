use jiff::civil::date;
use polku_desk::SubjectId;
use polku_values::{
    Minutes,
    dates::Weekdays,
    service::{Measure, Placement},
};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::periods::{
    period::{Details, Ending},
    schedule::Week,
};

const TODAY: Date = date(2026, 11, 23);

fn week(bits: u8) -> Week {
    Week {
        weekdays: Weekdays::from_bits(bits).expect("seven bits"),
        minutes: Minutes::hours(6),
    }
}

fn period(state: State) -> Period {
    let (starts_on, ends_on) = (date(2026, 9, 7), Some(date(2027, 3, 5)));
    Period {
        id: Uuid::nil(),
        owner: SubjectId(Uuid::nil()),
        version: 1,
        state,
        measure: Measure::RehabilitativeWork,
        workgroup: None,
        starts_on,
        ends_on,
        ending: None,
        details: Details::default(),
        schedule: schedule::whole(week(0b111), starts_on, ends_on),
    }
}

fn plan_of(period: &Period) -> Plan {
    Plan {
        measure: period.measure,
        workgroup: period.workgroup,
        place: String::new(),
        starts_on: period.starts_on,
        ends_on: period.ends_on,
        week: period.week(),
    }
}

#[test]
fn a_period_goes_from_planned_to_ongoing_to_completed_b2() {
    assert_eq!(after(State::Planned, Step::Start), Some(State::Ongoing));
    assert_eq!(after(State::Ongoing, Step::Complete), Some(State::Completed));
    assert_eq!(
        after(State::Planned, Step::Complete),
        None,
        "what never began is not completed"
    );
    assert_eq!(after(State::Ongoing, Step::Start), None);
}

#[test]
fn an_interrupted_period_can_go_on_b2() {
    assert_eq!(after(State::Ongoing, Step::Interrupt), Some(State::Interrupted));
    assert_eq!(after(State::Interrupted, Step::Resume), Some(State::Ongoing));
    assert_eq!(after(State::Completed, Step::Resume), None);
}

#[test]
fn a_wrong_end_can_be_corrected_and_a_plan_called_off_b2() {
    assert_eq!(after(State::Completed, Step::Interrupt), Some(State::Interrupted));
    assert_eq!(after(State::Completed, Step::Complete), Some(State::Completed));
    assert_eq!(
        after(State::Interrupted, Step::Complete),
        None,
        "it may never have begun"
    );
    assert_eq!(after(State::Planned, Step::Interrupt), Some(State::Interrupted));
}

#[test]
fn a_period_starts_and_ends_when_the_day_has_come_b2() {
    assert!(may_start(TODAY, TODAY).is_ok());
    assert_eq!(may_start(date(2026, 11, 24), TODAY), Err("periods-start-ahead"));
    assert_eq!(
        may_end(State::Ongoing, date(2026, 9, 7), date(2026, 11, 24), TODAY),
        Err("periods-end-ahead")
    );
    assert_eq!(
        may_end(State::Ongoing, date(2026, 9, 7), date(2026, 9, 6), TODAY),
        Err("date-range-end-before-start")
    );
    assert!(may_end(State::Planned, date(2026, 12, 1), TODAY, TODAY).is_ok());
    assert_eq!(may_resume(TODAY, TODAY, TODAY), Err("periods-resume-too-early"));
}

#[test]
fn a_coach_is_told_four_weeks_ahead_and_when_a_period_was_not_closed_b2() {
    assert_eq!(end_flag(Some(date(2026, 12, 22)), TODAY), None);
    assert_eq!(
        end_flag(Some(date(2026, 12, 21)), TODAY),
        Some(Flag::EndsSoon { weeks: 4 })
    );
    assert_eq!(
        end_flag(Some(date(2026, 11, 30)), TODAY),
        Some(Flag::EndsSoon { weeks: 1 })
    );
    assert_eq!(
        end_flag(Some(TODAY), TODAY),
        Some(Flag::EndsSoon { weeks: 1 }),
        "the last day"
    );
    assert_eq!(end_flag(Some(date(2026, 11, 22)), TODAY), Some(Flag::NotClosed));
    assert_eq!(end_flag(None, TODAY), Some(Flag::EndMissing));
}

#[test]
fn a_coach_is_told_of_what_is_missing_b2() {
    let mut planned = period(State::Planned);
    assert_eq!(flags(&planned, TODAY), [Flag::NotStarted]);
    planned.starts_on = date(2026, 12, 1);
    planned.schedule.clear();
    assert_eq!(flags(&planned, TODAY), [Flag::WeekMissing]);
    let mut completed = period(State::Completed);
    assert_eq!(flags(&completed, TODAY), [Flag::PlacementMissing]);
    completed.ending = Some(Ending {
        on: TODAY,
        placement: Placement::NoInformation,
    });
    assert!(flags(&completed, TODAY).is_empty(), "no information is an answer");
}

#[test]
fn a_longer_period_keeps_its_days_b2() {
    let ongoing = period(State::Ongoing);
    let mut plan = plan_of(&ongoing);
    plan.ends_on = Some(date(2027, 6, 4));
    let pieces = rescheduled(&ongoing, &plan, TODAY);
    assert_eq!(pieces, schedule::whole(plan.week, plan.starts_on, plan.ends_on));
}

#[test]
fn other_days_hold_from_the_day_of_the_change_b2() {
    let ongoing = period(State::Ongoing);
    let mut plan = plan_of(&ongoing);
    plan.week = week(0b1_1000);
    let pieces = rescheduled(&ongoing, &plan, TODAY);
    assert_eq!(pieces.len(), 2);
    assert_eq!(pieces[0].until, Some(date(2026, 11, 22)));
    assert_eq!((pieces[1].from, pieces[1].until), (TODAY, plan.ends_on));
}

#[test]
fn the_schedule_ends_with_the_period_early_or_late_b2() {
    let pieces = period(State::Ongoing).schedule;
    assert_eq!(ended(&pieces, TODAY)[0].until, Some(TODAY));
    let late = date(2027, 3, 12);
    assert_eq!(ended(&pieces, late)[0].until, Some(late));
    assert!(
        ended(&pieces, date(2026, 9, 1)).is_empty(),
        "called off before it began"
    );
}

proptest! {
    #[test]
    fn no_walk_leads_out_of_an_end_but_by_going_on(walk in proptest::collection::vec(0usize..4, 0..12)) {
        let mut state = State::Planned;
        let mut has_begun = false;
        for step in walk.into_iter().map(|step| Step::ALL[step]) {
            let Some(next) = after(state, step) else { continue };
            if !is_open(state) && is_open(next) {
                prop_assert_eq!(step, Step::Resume);
            }
            prop_assert!(next != State::Planned, "nothing goes back to planned");
            has_begun |= next == State::Ongoing;
            prop_assert!(has_begun || next == State::Interrupted, "only what began is completed");
            state = next;
        }
    }

    #[test]
    fn an_ended_schedule_expects_nobody_after_the_last_day(days in 0i64..400) {
        let pieces = period(State::Ongoing).schedule;
        let last_day = date(2026, 8, 1) + days.days();
        for piece in ended(&pieces, last_day) {
            prop_assert!(piece.until.is_some_and(|until| until <= last_day));
        }
    }
}
