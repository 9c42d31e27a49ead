//! What is typed about who answers.

use jiff::civil::Date;
use polku_desk::AccountId;
use polku_pages::form::FormState;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{rules::CarePart, store::Coach};

/// Somebody who is to answer for a client. Dates are read as people write them and as `2026-02-01`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(in crate::clients) struct CareInput {
    /// A coach of the register, by account.
    pub(super) account: String,
    /// `responsible` or `substitute`.
    pub(super) part: String,
    /// The first day; today when empty.
    pub(super) from: String,
    /// The last day; until further notice when empty.
    pub(super) until: String,
}

/// The end of somebody's answering.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(in crate::clients) struct CareEndInput {
    /// The last day; today when empty.
    pub(super) until: String,
}

/// Somebody who can begin to answer, if the rules let them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NewCare {
    pub(super) account: AccountId,
    pub(super) part: CarePart,
    pub(super) from: Date,
    pub(super) until: Option<Date>,
}

impl CareInput {
    /// The input of a posted form.
    pub(super) fn of_form(form: &FormState) -> Self {
        let of = |name: &str| form.value(name).to_owned();
        Self {
            account: of("account"),
            part: of("part"),
            from: of("from"),
            until: of("until"),
        }
    }

    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, coaches: &[Coach], today: Date) -> Result<NewCare, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let known = |id: &AccountId| coaches.iter().any(|coach| coach.account == *id);
        let account = self.account.trim().parse().ok().filter(known);
        let account = wrong.keep("account", account.ok_or("client-responsible-unknown"));
        let part = self.part.trim().parse().map_err(|_| "client-care-part-missing");
        let part = wrong.keep("part", part);
        let from = wrong.optional_day("from", &self.from, today).unwrap_or(today);
        let until = wrong.optional_day("until", &self.until, today);
        wrong.finish(|| {
            Some(NewCare {
                account: account?,
                part: part?,
                from,
                until,
            })
        })
    }
}

impl CareEndInput {
    /// The input of a posted form.
    pub(super) fn of_form(form: &FormState) -> Self {
        Self {
            until: form.value("until").to_owned(),
        }
    }

    /// The last day.
    pub(super) fn check(&self, today: Date) -> Result<Date, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let until = wrong.optional_day("until", &self.until, today).unwrap_or(today);
        wrong.finish(|| Some(until))
    }
}
