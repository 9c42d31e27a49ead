//! What is typed about instructions and teaching, by people and programs alike.

use jiff::civil::Date;
use polku_desk::{AccountId, access::Role};
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    rules::{Taught, Worker},
    store::{Instruction, NewInstruction},
};

/// An instruction as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct InstructionInput {
    /// Its name.
    pub(super) title: String,
    /// Where it is found, or what it says in short.
    pub(super) content: String,
    /// After so many months it is taught again; empty when once is enough.
    pub(super) valid_months: String,
    /// The roles that need it, by their names.
    pub(super) roles: Vec<String>,
}

impl InstructionInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self) -> Result<NewInstruction, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let title = wrong.text("title", &self.title, 200, "training-long");
        if title.is_empty() {
            wrong.note("title", Err("training-title-missing"));
        }
        let content = wrong.text("content", &self.content, 5_000, "training-long");
        let valid_months = wrong.keep("valid_months", months(&self.valid_months));
        let roles: Option<Vec<Role>> = self
            .roles
            .iter()
            .map(|name| name.parse().ok().filter(|role| Role::OF_WORKERS.contains(role)))
            .collect();
        let roles = roles.filter(|roles| !roles.is_empty());
        let roles = wrong.keep("roles", roles.ok_or("training-roles-missing"));
        wrong.finish(|| {
            Some(NewInstruction {
                title,
                content,
                valid_months: valid_months?,
                roles: roles?,
            })
        })
    }
}

fn months(typed: &str) -> Result<Option<u16>, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let months = typed
        .parse::<u16>()
        .ok()
        .filter(|months| (1..=120).contains(months));
    months.map(Some).ok_or("training-months-number")
}

/// That somebody was taught something, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct TrainingInput {
    /// The worker's account.
    pub(super) account: String,
    /// The instruction.
    pub(super) instruction: String,
    /// The day; today when empty.
    pub(super) given_on: String,
}

impl TrainingInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(
        &self,
        workers: &[Worker],
        instructions: &[Instruction],
        today: Date,
    ) -> Result<Taught, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let account: Option<AccountId> = self.account.parse().ok();
        let account = account.filter(|account| workers.iter().any(|worker| worker.account == *account));
        let account = wrong.keep("account", account.ok_or("training-account-missing"));
        let instruction: Option<Uuid> = self.instruction.parse().ok();
        let is_taught = |id: &Uuid| {
            instructions
                .iter()
                .any(|known| known.id == *id && known.retired_on.is_none())
        };
        let instruction = instruction.filter(is_taught);
        let instruction = wrong.keep("instruction", instruction.ok_or("training-instruction-missing"));
        let on = wrong
            .optional_day("given_on", &self.given_on, today)
            .unwrap_or(today);
        if on > today {
            wrong.note("given_on", Err("training-ahead"));
        }
        wrong.finish(|| {
            Some(Taught {
                instruction: instruction?,
                account: account?,
                on,
            })
        })
    }
}
