//! What is typed about groups and their coaches.

use jiff::civil::Date;
use polku_desk::AccountId;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    group::{Coaching, Group},
    rules,
};

/// The most characters of a name or a place.
pub(super) const LONGEST: usize = 100;

/// A group as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct GroupInput {
    /// What it is called. Never a person's name: groups are shown to all workers.
    pub(crate) name: String,
    /// Where it works; may be empty.
    pub(crate) place: String,
}

/// A group's name and place, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CheckedGroup {
    /// What it is called.
    pub(crate) name: String,
    /// Where it works.
    pub(crate) place: String,
}

impl GroupInput {
    /// What was typed, when all of it can be used. `others` are the open groups besides this one.
    pub(crate) fn check<'a>(
        &self,
        others: impl IntoIterator<Item = &'a Group>,
    ) -> Result<CheckedGroup, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let name = wrong.text("name", &self.name, LONGEST, "groups-too-long");
        if name.is_empty() {
            wrong.note("name", Err("groups-name-missing"));
        }
        let taken = |other: &Group| other.name.to_lowercase() == name.to_lowercase();
        if others.into_iter().any(taken) {
            wrong.note("name", Err("groups-name-taken"));
        }
        let place = wrong.text("place", &self.place, LONGEST, "groups-too-long");
        wrong.finish(|| Some(CheckedGroup { name, place }))
    }
}

/// The close of a group as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct CloseInput {
    /// The last day.
    pub(crate) closed_on: String,
}

impl CloseInput {
    /// What was typed, when it can be used.
    pub(crate) fn check(&self, members: usize, today: Date) -> Result<Date, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let closed_on = wrong.day("closed_on", &self.closed_on, today);
        if let Some(closed_on) = closed_on {
            wrong.note("closed_on", rules::may_close(closed_on, members, today));
        }
        wrong.finish(|| closed_on)
    }
}

/// A new coach of a group as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct CoachInput {
    /// The worker: the account's id.
    pub(crate) account: String,
    /// The first day.
    pub(crate) from: String,
}

impl CoachInput {
    /// What was typed, when all of it can be used; `may_be` says whether an account can be made a coach here.
    pub(crate) fn check(
        &self,
        group: &Group,
        may_be: impl Fn(AccountId) -> bool,
        today: Date,
    ) -> Result<(AccountId, Date), Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let known = self
            .account
            .trim()
            .parse()
            .ok()
            .filter(|account| may_be(*account));
        let account: Option<AccountId> = wrong.keep("account", known.ok_or("groups-coach-missing"));
        let from = wrong.day("from", &self.from, today);
        if let (Some(account), Some(from)) = (account, from) {
            wrong.note("account", rules::may_coach(group, account, from, today));
        }
        wrong.finish(|| account.zip(from))
    }
}

/// The end of a worker's time as coach as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct CoachEndInput {
    /// The last day.
    pub(crate) until: String,
}

impl CoachEndInput {
    /// What was typed, when it can be used.
    pub(crate) fn check(&self, coaching: &Coaching, today: Date) -> Result<Date, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let until = wrong.day("until", &self.until, today);
        if let Some(until) = until {
            wrong.note("until", rules::may_stop_coaching(coaching, until));
        }
        wrong.finish(|| until)
    }
}
