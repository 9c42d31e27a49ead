//! What is typed about a task, by people and programs alike.

use jiff::civil::Date;
use polku_desk::AccountId;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    rules,
    store::Worker,
    task::{NewTask, Title},
};

/// The most characters of a title.
pub(crate) const LONGEST_TITLE: usize = 300;

/// A task as it is typed. The day is read as people write it (`1.2.`, `huomenna`) and as `2026-02-01`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct TaskInput {
    /// What is to be done.
    pub(crate) title: String,
    /// By which day.
    pub(crate) due_on: String,
    /// The account of one of the client's workers; one's own when empty.
    pub(crate) responsible: String,
}

impl TaskInput {
    /// What was typed, when all of it can be used.
    pub(crate) fn check(
        &self,
        workers: &[Worker],
        own: AccountId,
        today: Date,
    ) -> Result<NewTask, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let title = wrong.text("title", &self.title, LONGEST_TITLE, "tasks-too-long");
        if title.is_empty() {
            wrong.note("title", Err("tasks-title-missing"));
        }
        let due_on = wrong.day("due_on", &self.due_on, today);
        if let Some(due_on) = due_on {
            wrong.note("due_on", rules::may_be_due(due_on, today));
        }
        let responsible = wrong.keep("responsible", responsible(&self.responsible, workers, own));
        wrong.finish(|| {
            Some(NewTask {
                title: Title::of(&title),
                due_on: due_on?,
                responsible: responsible?,
            })
        })
    }
}

/// Who is to do it: oneself when nobody is named.
pub(crate) fn responsible(
    typed: &str,
    workers: &[Worker],
    own: AccountId,
) -> Result<AccountId, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(own);
    }
    typed
        .parse()
        .ok()
        .filter(|account| workers.iter().any(|worker| worker.account == *account))
        .ok_or("tasks-responsible-unknown")
}
