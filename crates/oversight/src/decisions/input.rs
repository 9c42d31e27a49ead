//! What is typed about decisions, by people and programs alike.

use jiff::civil::Date;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    decision::{Kind, NewDecision},
    rules::{self, LONGEST_LINE, LONGEST_TEXT},
};

/// A decision as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct DecisionInput {
    /// `purpose`, `content`, `access`, `disclosure`, `retention`, `destruction`, `monitoring` or `other`.
    pub(super) kind: String,
    /// Its name.
    pub(super) title: String,
    /// Its words.
    pub(super) content: String,
    /// Who decided: office or name.
    pub(super) decided_by: String,
    /// On what power.
    pub(super) power: String,
    /// When it was decided; today when empty.
    pub(super) decided_on: String,
    /// The first day on which it holds; that of the decision when empty.
    pub(super) valid_from: String,
    /// The last, if one is set.
    pub(super) valid_until: String,
    /// When the staff was heard; needed of what monitors them.
    pub(super) heard_on: String,
    /// The id of the decision that it takes the place of; may be empty.
    pub(super) replaces: String,
}

impl DecisionInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, today: Date) -> Result<NewDecision, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let kind = wrong.keep(
            "kind",
            self.kind
                .parse::<Kind>()
                .map_err(|_| "register-decisions-kind-missing"),
        );
        let mut needed = |field: &'static str, typed: &str, longest: usize, missing: &'static str| {
            wrong.needed(field, typed, longest, "register-decisions-long", missing)
        };
        let title = needed(
            "title",
            &self.title,
            LONGEST_LINE,
            "register-decisions-title-missing",
        );
        let content = needed(
            "content",
            &self.content,
            LONGEST_TEXT,
            "register-decisions-content-missing",
        );
        let decided_by = needed(
            "decided_by",
            &self.decided_by,
            LONGEST_LINE,
            "register-decisions-by-missing",
        );
        let power = needed(
            "power",
            &self.power,
            LONGEST_LINE,
            "register-decisions-power-missing",
        );
        let decided_on = wrong
            .optional_day("decided_on", &self.decided_on, today)
            .unwrap_or(today);
        let valid_from = wrong
            .optional_day("valid_from", &self.valid_from, today)
            .unwrap_or(decided_on);
        let valid_until = wrong.optional_day("valid_until", &self.valid_until, today);
        let heard_on = wrong.optional_day("heard_on", &self.heard_on, today);
        if let Err((field, key)) = rules::days(decided_on, valid_from, valid_until, today) {
            wrong.note(field, Err(key));
        }
        if let Some(kind) = kind {
            wrong.note("heard_on", rules::heard(kind, heard_on, decided_on));
        }
        let replaces = wrong.keep("replaces", replaced(&self.replaces));
        wrong.finish(|| {
            Some(NewDecision {
                kind: kind?,
                title,
                content,
                decided_by,
                power,
                decided_on,
                valid_from,
                valid_until,
                heard_on,
                replaces: replaces?,
            })
        })
    }
}

fn replaced(typed: &str) -> Result<Option<Uuid>, &'static str> {
    if typed.is_empty() {
        return Ok(None);
    }
    typed
        .parse()
        .map(Some)
        .map_err(|_| "register-decisions-replaces-unknown")
}
