//! What is typed about a relationship, by people and programs alike.

use jiff::civil::Date;
use polku_profile::{Field, Profile};
use polku_values::service::{Measure, Placement, ReferringBody};
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    relationship::{Ending, NewRelationship, Referral},
    rules,
};

/// The most characters of a cover note.
pub(super) const LONGEST_NOTE: usize = 20_000;
/// The most characters of a line.
pub(super) const LONGEST_LINE: usize = 200;
/// What is said of a longer one.
const TOO_LONG: &str = "relationships-too-long";

/// A relationship as it is typed. Dates are read as people write them (`1.2.`, `1.2.26`) and as `2026-02-01`; lists
/// take their codes.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct RelationshipInput {
    /// What it rests on: a code of measures.
    pub(crate) basis: String,
    /// The first day.
    pub(crate) started_on: String,
    /// The kind of body that referred the client: a code; empty when none did.
    pub(crate) referring_body: String,
    /// Which body and who there, in words.
    pub(crate) referrer: String,
    /// The day of the referral; may be empty.
    pub(crate) referred_on: String,
    /// What the cover note says.
    pub(crate) cover_note: String,
}

impl RelationshipInput {
    /// What was typed, when all of it can be used. What the profile lacks is not taken in (A2).
    pub(crate) fn check(&self, today: Date, profile: &Profile) -> Result<NewRelationship, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let basis = wrong.keep(
            "basis",
            Measure::recognise(&self.basis).map_err(|error| error.key()),
        );
        let started_on = wrong.day("started_on", &self.started_on, today);
        if let Some(started_on) = started_on {
            wrong.note("started_on", rules::may_begin(started_on, today));
        }
        let referral = self.referral(&mut wrong, today, profile);
        wrong.finish(|| {
            Some(NewRelationship {
                basis: basis?,
                started_on: started_on?,
                referral,
            })
        })
    }

    fn referral(&self, wrong: &mut ToMend, today: Date, profile: &Profile) -> Referral {
        let mut referral = Referral::default();
        if profile.has(Field::ReferringBody) {
            let read = wrong.keep("referring_body", referring_body(&self.referring_body));
            referral.referring_body = read.flatten();
            referral.referrer = wrong.text("referrer", &self.referrer, LONGEST_LINE, TOO_LONG);
            referral.referred_on = wrong.optional_day("referred_on", &self.referred_on, today);
        }
        if profile.has(Field::CoverNote) {
            referral.cover_note = wrong.text("cover_note", &self.cover_note, LONGEST_NOTE, TOO_LONG);
        }
        referral
    }
}

/// The end of a relationship as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct EndingInput {
    /// The last day.
    pub(crate) ended_on: String,
    /// Where the client went on to: a code of placements. "No information" is an answer, empty is none.
    pub(crate) placement: String,
}

impl EndingInput {
    /// What was typed, when all of it can be used.
    pub(crate) fn check(&self, started_on: Date, today: Date) -> Result<Ending, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let on = wrong.day("ended_on", &self.ended_on, today);
        if let Some(on) = on {
            wrong.note("ended_on", rules::may_end(started_on, on, today));
        }
        let placement = wrong.keep("placement", placement(&self.placement));
        wrong.finish(|| {
            Some(Ending {
                on: on?,
                placement: placement?,
            })
        })
    }
}

/// The answer to the question of a year on, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct FollowUpInput {
    /// Where the client is: a code of placements.
    pub(crate) placement: String,
}

impl FollowUpInput {
    /// What was typed, when it can be used.
    pub(crate) fn check(&self) -> Result<Placement, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let placement = wrong.keep("placement", placement(&self.placement));
        wrong.finish(|| placement)
    }
}

fn placement(typed: &str) -> Result<Placement, &'static str> {
    if typed.trim().is_empty() {
        return Err("relationships-placement-missing");
    }
    Placement::recognise(typed).map_err(|error| error.key())
}

fn referring_body(typed: &str) -> Result<Option<ReferringBody>, &'static str> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    ReferringBody::recognise(typed)
        .map(Some)
        .map_err(|error| error.key())
}
