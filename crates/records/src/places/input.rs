//! What is typed about places and keys.

use polku_desk::AccountId;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::PlaceKind;

/// The longest name.
const LONGEST: usize = 120;

/// A place as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct PlaceInput {
    /// `cabinet`, `room` or `archive`.
    pub(crate) kind: String,
    /// What it is called.
    pub(crate) name: String,
    /// In which building and room.
    pub(crate) whereabouts: String,
}

/// A place that can be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewPlace {
    pub(crate) kind: PlaceKind,
    pub(crate) name: String,
    pub(crate) whereabouts: String,
}

impl PlaceInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self) -> Result<NewPlace, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let name = wrong.text("name", &self.name, LONGEST, "paper-text-long");
        wrong.note("name", there(&name, "paper-place-name-missing"));
        let whereabouts = wrong.text("whereabouts", &self.whereabouts, LONGEST, "paper-text-long");
        wrong.note("whereabouts", there(&whereabouts, "paper-place-where-missing"));
        let kind = wrong.keep("kind", self.kind.parse().map_err(|_| "paper-place-kind-missing"));
        wrong.finish(|| {
            Some(NewPlace {
                kind: kind?,
                name,
                whereabouts,
            })
        })
    }
}

fn there(text: &str, key: &'static str) -> Result<(), &'static str> {
    if text.is_empty() { Err(key) } else { Ok(()) }
}

/// A key that is to be given.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct KeyInput {
    /// The place, for a form; a program names it in the address.
    #[schemars(skip)]
    pub(crate) place: String,
    /// The worker's account.
    pub(crate) account: String,
}

impl KeyInput {
    /// The worker, if it is one of the register's.
    pub(super) fn check(&self, known: &[(AccountId, String)]) -> Result<AccountId, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let account = self.account.parse().ok();
        let account = account.filter(|account| known.iter().any(|(worker, _)| worker == account));
        let account = wrong.keep("account", account.ok_or("paper-worker-missing"));
        wrong.finish(|| account)
    }
}
