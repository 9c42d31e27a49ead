//! Goals with the steps that were marked on the way, as made-up lives have them.

use jiff::civil::Date;
use polku_desk::{Client, Granted, Result, Write};
use uuid::Uuid;

use super::{
    goal::{Aim, EventKind, EventWords, Goal, GoalState, GoalWords, Step},
    store::{self, NewEvent},
};

/// A goal that has been worked towards for a while.
#[derive(Debug)]
pub(crate) struct Followed<'a> {
    /// The goal in a few words.
    pub(crate) title: &'a str,
    /// How one sees that it is reached.
    pub(crate) description: &'a str,
    /// Since when.
    pub(crate) since: Date,
    /// The steps that were marked, with their days, in order.
    pub(crate) progress: &'a [(Date, Step)],
}

/// Stores a goal and its history inside a write that is under way. Answers its id.
pub(crate) async fn take_in(grant: &Granted<'_, Client, Write>, followed: &Followed<'_>) -> Result<Uuid> {
    let mut goal = Goal {
        id: grant.visit().new_id(),
        owner: grant.subject(),
        version: 1,
        aim: Aim {
            words: GoalWords {
                title: followed.title.to_owned(),
                description: followed.description.to_owned(),
            },
            target: Step::LAST,
            period: None,
        },
        state: GoalState::Open,
        level: Step::FIRST,
        opened_on: followed.since,
        closed_on: None,
    };
    // As it is now; how it came so is in its history.
    goal.level = followed.progress.last().map_or(Step::FIRST, |(_, level)| *level);
    store::insert(grant, &goal).await?;
    for (dated, level) in followed.progress {
        goal.level = *level;
        let happened = NewEvent {
            kind: EventKind::Progress,
            dated: *dated,
            words: EventWords::default(),
        };
        store::enter(grant, &goal, &happened).await?;
    }
    Ok(goal.id)
}
