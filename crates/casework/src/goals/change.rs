//! What is done to goals: set, worded otherwise, progress, turns. Each enters its history in the same write.

use polku_desk::{Client, DeskError, Granted, SubjectId, Visit, Write};
use polku_web::{API, Answer, Failure, InvalidField};
use serde_json::json;
use uuid::Uuid;

use super::{
    goal::{Aim, Earlier, EventKind, EventWords, Goal, GoalState, Step},
    input::{GoalInput, ProgressInput, StateInput},
    kept, rules,
    store::{self, NewEvent},
};
use crate::{diary, periods};

/// Sets a goal; answers its id.
pub(super) async fn set(visit: &Visit, client: SubjectId, input: &GoalInput) -> Answer<Uuid> {
    let aim = input.check().map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    check_period(&grant, &aim).await?;
    let goal = Goal {
        id: visit.new_id(),
        owner: grant.subject(),
        version: 1,
        aim,
        state: GoalState::Open,
        level: Step::FIRST,
        opened_on: visit.today(),
        closed_on: None,
    };
    store::insert(&grant, &goal).await?;
    visit.will_create(format!("{API}{}", address(client, goal.id)), 1);
    grant.commit("goal-set", json!({ "goal": goal.id })).await?;
    Ok(goal.id)
}

/// Words a goal otherwise; the earlier wording goes into its history.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was seen.
pub(super) async fn reword(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &GoalInput,
) -> Answer<()> {
    let aim = input.check().map_err(Failure::Invalid)?;
    let (grant, goal) = open(visit, client, id, Some(seen)).await?;
    rules::is_reworded(&goal, &aim)
        .map_err(|key| Failure::Invalid(vec![InvalidField { field: "title", key }]))?;
    check_period(&grant, &aim).await?;
    let earlier = Earlier {
        words: goal.aim.words.clone(),
        target: goal.aim.target,
    };
    let happened = NewEvent {
        kind: EventKind::Reworded,
        dated: visit.today(),
        words: EventWords {
            earlier: Some(earlier),
            ..EventWords::default()
        },
    };
    store::update(&grant, &Goal { aim, ..goal }, &happened).await?;
    grant.commit("goal-reworded", json!({ "goal": id })).await?;
    Ok(())
}

/// Marks progress.
pub(super) async fn progress(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    input: &ProgressInput,
) -> Answer<()> {
    let (grant, goal) = open(visit, client, id, None).await?;
    let progress = input.check(&goal, visit.today()).map_err(Failure::Invalid)?;
    check_evidence(&grant, &progress.words.evidence).await?;
    let happened = NewEvent {
        kind: EventKind::Progress,
        dated: progress.dated,
        words: progress.words,
    };
    let goal = Goal {
        level: progress.level,
        ..goal
    };
    store::update(&grant, &goal, &happened).await?;
    grant
        .commit("goal-progress-marked", json!({ "goal": id }))
        .await?;
    Ok(())
}

/// Marks a goal as reached or dropped, or opens it again.
pub(super) async fn turn(visit: &Visit, client: SubjectId, id: Uuid, input: &StateInput) -> Answer<()> {
    let (grant, goal) = open(visit, client, id, None).await?;
    let turn = input.check(&goal, visit.today()).map_err(Failure::Invalid)?;
    let kind = rules::turn(goal.state, turn.to).ok_or(DeskError::Conflict)?;
    let happened = NewEvent {
        kind,
        dated: turn.dated,
        words: EventWords {
            note: turn.note,
            ..EventWords::default()
        },
    };
    let goal = Goal {
        state: turn.to,
        level: rules::level_after(kind, goal.level, goal.aim.target),
        closed_on: (turn.to != GoalState::Open).then_some(turn.dated),
        ..goal
    };
    store::update(&grant, &goal, &happened).await?;
    grant
        .commit("goal-state-changed", json!({ "goal": id, "state": turn.to }))
        .await?;
    Ok(())
}

/// Where a goal is found.
pub(super) fn address(client: SubjectId, goal: Uuid) -> String {
    format!("/clients/{client}/goals/{goal}")
}

async fn open(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: Option<i64>,
) -> Answer<(Granted<'_, Client, Write>, Goal)> {
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    let goal = store::one(&grant, id).await?;
    if seen.is_some_and(|seen| seen != goal.version) {
        return Err(DeskError::Conflict.into());
    }
    Ok((grant, goal))
}

/// A goal belongs to a period of this client or to none.
async fn check_period(grant: &Granted<'_, Client, Write>, aim: &Aim) -> Answer<()> {
    let Some(period) = aim.period else { return Ok(()) };
    if periods::all(grant).await?.iter().any(|known| known.id == period) {
        return Ok(());
    }
    Err(Failure::Invalid(vec![InvalidField {
        field: "period",
        key: "goals-period-unknown",
    }]))
}

/// Evidence is in this client's diary.
async fn check_evidence(grant: &Granted<'_, Client, Write>, evidence: &[Uuid]) -> Answer<()> {
    for entry in evidence {
        if !diary::holds(grant, *entry).await? {
            return Err(Failure::Invalid(vec![InvalidField {
                field: "evidence",
                key: "goals-evidence-unknown",
            }]));
        }
    }
    Ok(())
}
