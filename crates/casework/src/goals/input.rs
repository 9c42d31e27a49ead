//! What is typed about goals, by people and programs alike.

use jiff::civil::Date;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    goal::{Aim, EventWords, Goal, GoalState, GoalWords, Step},
    rules,
};

/// A goal as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct GoalInput {
    /// The goal in a few words.
    pub(crate) title: String,
    /// What it means, and how one sees that it is reached; may be empty.
    pub(crate) description: String,
    /// The step from 1 to 5 that the client should come to; 5 when empty.
    pub(crate) target: String,
    /// The id of the period that it belongs to; empty when it is the client's.
    pub(crate) period: String,
}

impl GoalInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self) -> Result<Aim, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let title = self.title.trim().to_owned();
        wrong.note("title", rules::title(&title));
        let description = wrong.text(
            "description",
            &self.description,
            rules::LONGEST_TEXT,
            "goals-text-long",
        );
        let target = wrong.keep("target", self.target());
        let period = wrong.keep("period", id(&self.period, "goals-period-unknown"));
        wrong.finish(|| {
            Some(Aim {
                words: GoalWords { title, description },
                target: target?,
                period: period?,
            })
        })
    }

    fn target(&self) -> Result<Step, &'static str> {
        if self.target.trim().is_empty() {
            return Ok(Step::LAST);
        }
        let step = step(&self.target)?;
        rules::target(step).map(|()| step)
    }
}

/// Progress as it is marked.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct ProgressInput {
    /// The step from 0 to 5 that the client has come to.
    pub(crate) level: String,
    /// On which day, as people write it; today when empty.
    pub(crate) dated: String,
    /// What was noted; may be empty.
    pub(crate) note: String,
    /// The ids of the diary entries that show it.
    pub(crate) evidence: Vec<String>,
}

/// Progress that can be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Progress {
    pub(super) level: Step,
    pub(super) dated: Date,
    pub(super) words: EventWords,
}

impl ProgressInput {
    /// What was marked, when all of it can be used.
    pub(super) fn check(&self, goal: &Goal, today: Date) -> Result<Progress, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        wrong.note("level", rules::may_mark(goal.state));
        let level = wrong.keep("level", step(&self.level));
        let dated = day(&mut wrong, &self.dated, goal, today);
        let note = wrong.text("note", &self.note, rules::LONGEST_TEXT, "goals-text-long");
        let evidence = wrong.keep("evidence", ids(&self.evidence));
        wrong.finish(|| {
            Some(Progress {
                level: level?,
                dated,
                words: EventWords {
                    note,
                    evidence: evidence?,
                    earlier: None,
                },
            })
        })
    }
}

/// An end or a new beginning, as it is marked.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct StateInput {
    /// `reached`, `dropped` or `open`.
    pub(crate) state: String,
    /// On which day, as people write it; today when empty.
    pub(crate) dated: String,
    /// What was noted; may be empty.
    pub(crate) note: String,
}

/// A turn that can be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    pub(super) to: GoalState,
    pub(super) dated: Date,
    pub(super) note: String,
}

impl StateInput {
    /// What was marked, when all of it can be used.
    pub(super) fn check(&self, goal: &Goal, today: Date) -> Result<Turn, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let to = wrong.keep("state", self.state(goal.state));
        let dated = day(&mut wrong, &self.dated, goal, today);
        let note = wrong.text("note", &self.note, rules::LONGEST_TEXT, "goals-text-long");
        wrong.finish(|| Some(Turn { to: to?, dated, note }))
    }

    fn state(&self, from: GoalState) -> Result<GoalState, &'static str> {
        let to: GoalState = self.state.parse().map_err(|_| "goals-state-unknown")?;
        rules::turn(from, to).map(|_| to).ok_or("goals-state-already")
    }
}

fn day(wrong: &mut ToMend, typed: &str, goal: &Goal, today: Date) -> Date {
    let dated = wrong.optional_day("dated", typed, today).unwrap_or(today);
    wrong.note("dated", rules::dated(goal, dated, today));
    dated
}

fn step(typed: &str) -> Result<Step, &'static str> {
    typed
        .trim()
        .parse()
        .ok()
        .and_then(Step::of)
        .ok_or("goals-step-unknown")
}

fn id(typed: &str, unknown: &'static str) -> Result<Option<Uuid>, &'static str> {
    if typed.is_empty() {
        return Ok(None);
    }
    typed.parse().map(Some).map_err(|_| unknown)
}

fn ids(typed: &[String]) -> Result<Vec<Uuid>, &'static str> {
    let mut ids: Vec<Uuid> = Vec::with_capacity(typed.len());
    for text in typed {
        ids.extend(id(text, "goals-evidence-unknown")?);
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_needs_no_more_than_a_title() {
        let input = GoalInput {
            title: " Oppisopimuspaikka ".to_owned(),
            ..GoalInput::default()
        };
        let aim = input.check().expect("enough");
        assert_eq!(aim.words.title, "Oppisopimuspaikka");
        assert_eq!((aim.target, aim.period), (Step::LAST, None));
    }

    #[test]
    fn a_step_is_a_number_from_0_to_5() {
        assert_eq!(step(" 3 ").map(Step::number), Ok(3));
        for wrong in ["6", "-1", "2,5", "", "kaksi"] {
            assert_eq!(step(wrong), Err("goals-step-unknown"), "{wrong}");
        }
    }

    #[test]
    fn everything_to_mend_is_told_at_once() {
        let input = GoalInput {
            target: "0".to_owned(),
            period: "x".to_owned(),
            ..GoalInput::default()
        };
        let told = input.check().expect_err("much to mend");
        let keys: Vec<&str> = told.iter().map(|invalid| invalid.key).collect();
        assert_eq!(
            keys,
            ["goals-title-missing", "goals-target-none", "goals-period-unknown"]
        );
    }
}
