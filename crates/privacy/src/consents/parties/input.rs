//! What is typed about parties.

use polku_desk::AccountId;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::store::PartyKind;

/// A party as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct PartyInput {
    /// `provider` or `unit`.
    pub(super) kind: String,
    /// The name that people read when they consent.
    pub(super) name: String,
}

impl PartyInput {
    /// Kind and name, when both can be used.
    pub(super) fn check(&self) -> Result<(PartyKind, String), Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let kind = wrong.keep("kind", self.kind.parse().map_err(|_| "parties-kind-missing"));
        let name = wrong.text("name", &self.name, 200, "consents-name-long");
        if name.is_empty() {
            wrong.note("name", Err("parties-name-missing"));
        }
        wrong.finish(|| Some((kind?, name)))
    }
}

/// A worker to be added.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct MemberInput {
    /// The party, for a form; a program names it in the address.
    #[schemars(skip)]
    pub(super) party: String,
    /// The worker's account.
    pub(super) account: String,
}

impl MemberInput {
    /// The worker, if it is one who can see by consent.
    pub(super) fn check(&self, known: &[(AccountId, String)]) -> Result<AccountId, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let account = self.account.parse().ok();
        let account = account.filter(|account| known.iter().any(|(worker, _)| worker == account));
        let account = wrong.keep("account", account.ok_or("parties-account-missing"));
        wrong.finish(|| account)
    }
}
