use jiff::civil::date;
use polku_desk::SubjectId;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::goals::goal::GoalWords;

const TODAY: Date = date(2026, 11, 22);

fn step(number: i64) -> Step {
    Step::of(number).expect("a step")
}

fn goal(target: i64, level: i64) -> Goal {
    Goal {
        id: Uuid::from_u128(1),
        owner: SubjectId(Uuid::from_u128(2)),
        version: 1,
        aim: Aim {
            words: GoalWords {
                title: "Säännöllinen päivärytmi".to_owned(),
                description: String::new(),
            },
            target: step(target),
            period: None,
        },
        state: GoalState::Open,
        level: step(level),
        opened_on: date(2026, 10, 1),
        closed_on: None,
    }
}

#[test]
fn a_goal_has_a_title_and_leads_somewhere() {
    assert_eq!(title(""), Err("goals-title-missing"));
    assert_eq!(title(&"a".repeat(LONGEST_TITLE + 1)), Err("goals-title-long"));
    assert_eq!(title("Oppisopimuspaikka"), Ok(()));
    assert_eq!(target(Step::FIRST), Err("goals-target-none"));
    assert_eq!(target(Step::LAST), Ok(()));
}

#[test]
fn progress_is_marked_on_days_of_the_goal_that_have_been() {
    let goal = goal(4, 1);
    assert_eq!(dated(&goal, TODAY, TODAY), Ok(()));
    assert_eq!(dated(&goal, date(2026, 11, 23), TODAY), Err("goals-date-ahead"));
    assert_eq!(dated(&goal, date(2026, 9, 30), TODAY), Err("goals-date-before"));
}

#[test]
fn a_closed_goal_is_opened_before_progress_is_marked() {
    assert_eq!(may_mark(GoalState::Open), Ok(()));
    for state in [GoalState::Reached, GoalState::Dropped] {
        assert_eq!(may_mark(state), Err("goals-closed"));
        assert_eq!(turn(state, GoalState::Open), Some(EventKind::Reopened));
    }
    assert_eq!(turn(GoalState::Reached, GoalState::Dropped), None);
    assert_eq!(turn(GoalState::Open, GoalState::Open), None);
}

#[test]
fn the_page_asks_whether_a_goal_is_reached_when_its_step_is() {
    assert!(is_at_target(&goal(3, 3)));
    assert!(is_at_target(&goal(3, 4)));
    assert!(!is_at_target(&goal(3, 2)));
    let reached = Goal {
        state: GoalState::Reached,
        ..goal(3, 3)
    };
    assert!(!is_at_target(&reached));
}

proptest! {
    /// B4: realisation. A goal that was reached never stands below its target, and no turn lowers a step.
    #[test]
    fn a_turn_never_lowers_a_step(level in 0_i64..=5, target in 1_i64..=5, from in 0_usize..3, to in 0_usize..3) {
        let (level, target) = (step(level), step(target));
        if let Some(kind) = turn(GoalState::ALL[from], GoalState::ALL[to]) {
            let after = level_after(kind, level, target);
            prop_assert!(after >= level);
            prop_assert!(kind != EventKind::Reached || after >= target);
        }
    }
}
