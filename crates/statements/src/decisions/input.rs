//! What is typed about decisions, by people and programs alike.

use jiff::civil::Date;
use polku_profile::Profile;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    decision::{Decision, NewDecision, Notice, Notified, Words},
    rules,
};

/// A decision as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct DecisionInput {
    /// What was decided.
    pub(crate) what: String,
    /// Why; may be empty.
    pub(crate) reasons: String,
    /// Who decided: office or name.
    pub(crate) decided_by: String,
    /// The day of the decision, as people write it; today when empty.
    pub(crate) decided_on: String,
    /// The number of the act that it rests on, such as `189/2001`.
    pub(crate) act: String,
    /// The section, such as `13 §`.
    pub(crate) section: String,
    /// How to appeal; an authority's decision needs it.
    pub(crate) appeal: String,
    /// The id of the decision that it takes the place of; may be empty.
    pub(crate) replaces: String,
}

impl DecisionInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, profile: &Profile, today: Date) -> Result<NewDecision, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let what = wrong.text("what", &self.what, rules::LONGEST_TEXT, "decisions-text-long");
        wrong.note("what", rules::there(&what, "decisions-what-missing"));
        let reasons = wrong.text(
            "reasons",
            &self.reasons,
            rules::LONGEST_TEXT,
            "decisions-text-long",
        );
        let decided_by = wrong.text(
            "decided_by",
            &self.decided_by,
            rules::LONGEST_LINE,
            "decisions-line-long",
        );
        wrong.note("decided_by", rules::there(&decided_by, "decisions-by-missing"));
        let decided_on = wrong
            .optional_day("decided_on", &self.decided_on, today)
            .unwrap_or(today);
        wrong.note("decided_on", rules::decided_on(decided_on, today));
        let act = self
            .act
            .split_whitespace()
            .last()
            .unwrap_or_default()
            .trim_matches(['(', ')']);
        wrong.note("act", rules::ground(profile.act(act), decided_on));
        let section = wrong.text(
            "section",
            &self.section,
            rules::LONGEST_LINE,
            "decisions-line-long",
        );
        wrong.note("section", rules::there(&section, "decisions-section-missing"));
        let appeal = wrong.text("appeal", &self.appeal, rules::LONGEST_TEXT, "decisions-text-long");
        if rules::needs_appeal(profile.controller.kind) {
            wrong.note("appeal", rules::there(&appeal, "decisions-appeal-missing"));
        }
        let replaces = wrong.keep("replaces", self.replaces());
        wrong.finish(|| {
            Some(NewDecision {
                decided_on,
                words: Words {
                    what,
                    reasons,
                    decided_by,
                    act: act.to_owned(),
                    section,
                    appeal,
                },
                replaces: replaces?,
            })
        })
    }

    fn replaces(&self) -> Result<Option<uuid::Uuid>, &'static str> {
        if self.replaces.is_empty() {
            return Ok(None);
        }
        self.replaces
            .parse()
            .map(Some)
            .map_err(|_| "decisions-replaces-unknown")
    }
}

/// How and when the client was told, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct NoticeInput {
    /// `in-person`, `letter`, `registered-letter` or `secure-message`.
    pub(crate) by: String,
    /// The day, as people write it; today when empty.
    pub(crate) on: String,
}

impl NoticeInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, decision: &Decision, today: Date) -> Result<Notice, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        wrong.note("by", rules::may_notify(decision));
        let by: Option<Notified> =
            wrong.keep("by", self.by.parse().map_err(|_| "decisions-notified-unknown"));
        let on = wrong.optional_day("on", &self.on, today).unwrap_or(today);
        wrong.note("on", rules::notified_on(decision, on, today));
        wrong.finish(|| Some(Notice { by: by?, on }))
    }
}
