//! What is typed about folders, by people and programs alike.

use polku_desk::AccountId;
use polku_profile::Profile;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    folder::{FolderWords, LoanWords, NewFolder},
    rules,
};

/// The longest line.
const LONGEST: usize = 200;

/// A folder as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct FolderInput {
    /// The place in which it lies.
    pub(crate) place: String,
    /// The key of the retention class that it belongs to.
    pub(crate) class: String,
    /// The first year of what is in it.
    pub(crate) from_year: String,
    /// The last year; empty while it still grows.
    pub(crate) until_year: String,
    /// What is in it.
    pub(crate) contents: String,
}

impl FolderInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(
        &self,
        profile: &Profile,
        places: &[Uuid],
        this_year: i16,
    ) -> Result<NewFolder, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let place: Option<Uuid> = self.place.parse().ok();
        let place = place.filter(|place| places.contains(place));
        let place = wrong.keep("place", place.ok_or("paper-place-missing"));
        let class = profile.retention_class(&self.class);
        let class = wrong.keep("class", class.ok_or("paper-class-missing"));
        let (from, until) = rules::years(&self.from_year, &self.until_year, this_year);
        let (from, until) = (wrong.keep("from_year", from), wrong.keep("until_year", until));
        let contents = wrong.text("contents", &self.contents, LONGEST, "paper-text-long");
        if contents.is_empty() {
            wrong.note("contents", Err("paper-contents-missing"));
        }
        wrong.finish(|| {
            Some(NewFolder {
                place: place?,
                class: class?.key.clone(),
                years: rules::both(from, until)?,
                words: FolderWords { contents },
            })
        })
    }
}

/// Who takes a folder and what for, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct TakingInput {
    /// The worker's account; one's own when empty.
    pub(crate) taker: String,
    /// What for; may be empty.
    pub(crate) what_for: String,
}

impl TakingInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(
        &self,
        own: AccountId,
        known: &[(AccountId, String)],
    ) -> Result<(AccountId, LoanWords), Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let taker = if self.taker.is_empty() {
            Some(own)
        } else {
            let typed = self.taker.parse().ok();
            typed.filter(|account| known.iter().any(|(worker, _)| worker == account))
        };
        let taker = wrong.keep("taker", taker.ok_or("paper-worker-missing"));
        let what_for = wrong.text("what_for", &self.what_for, LONGEST, "paper-text-long");
        wrong.finish(|| Some((taker?, LoanWords { what_for })))
    }
}
