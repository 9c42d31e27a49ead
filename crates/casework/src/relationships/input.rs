//! What is typed about a relationship, by people and programs alike.

use jiff::civil::Date;
use polku_profile::{Field, Profile};
use polku_values::{
    dates::parse_finnish_date,
    service::{Measure, Placement, ReferringBody},
};
use polku_web::InvalidField;
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
        let mut wrong = Vec::new();
        let basis = chosen(&self.basis, Measure::recognise, "basis", &mut wrong);
        let started_on = day(&self.started_on, today, "started_on", &mut wrong);
        if let Some(started_on) = started_on
            && let Err(key) = rules::may_begin(started_on, today)
        {
            wrong.push(InvalidField {
                field: "started_on",
                key,
            });
        }
        let referral = self.referral(today, profile, &mut wrong);
        match (basis, started_on) {
            (Some(basis), Some(started_on)) if wrong.is_empty() => Ok(NewRelationship {
                basis,
                started_on,
                referral,
            }),
            _ => Err(wrong),
        }
    }

    fn referral(&self, today: Date, profile: &Profile, wrong: &mut Vec<InvalidField>) -> Referral {
        let mut referral = Referral::default();
        if profile.has(Field::ReferringBody) {
            if !self.referring_body.trim().is_empty() {
                let read = chosen(
                    &self.referring_body,
                    ReferringBody::recognise,
                    "referring_body",
                    wrong,
                );
                referral.referring_body = read;
            }
            referral.referrer = text(&self.referrer, LONGEST_LINE, "referrer", wrong);
            if !self.referred_on.trim().is_empty() {
                referral.referred_on = day(&self.referred_on, today, "referred_on", wrong);
            }
        }
        if profile.has(Field::CoverNote) {
            referral.cover_note = text(&self.cover_note, LONGEST_NOTE, "cover_note", wrong);
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
        let mut wrong = Vec::new();
        let on = day(&self.ended_on, today, "ended_on", &mut wrong);
        if let Some(on) = on
            && let Err(key) = rules::may_end(started_on, on, today)
        {
            wrong.push(InvalidField {
                field: "ended_on",
                key,
            });
        }
        let placement = placement(&self.placement, &mut wrong);
        match (on, placement) {
            (Some(on), Some(placement)) if wrong.is_empty() => Ok(Ending { on, placement }),
            _ => Err(wrong),
        }
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
        let mut wrong = Vec::new();
        placement(&self.placement, &mut wrong).ok_or(wrong)
    }
}

fn placement(typed: &str, wrong: &mut Vec<InvalidField>) -> Option<Placement> {
    if typed.trim().is_empty() {
        wrong.push(InvalidField {
            field: "placement",
            key: "relationships-placement-missing",
        });
        return None;
    }
    chosen(typed, Placement::recognise, "placement", wrong)
}

fn day(typed: &str, today: Date, field: &'static str, wrong: &mut Vec<InvalidField>) -> Option<Date> {
    let read = parse_finnish_date(typed, today).map_err(|error| error.key());
    kept(read, field, wrong)
}

fn chosen<T>(
    typed: &str,
    recognise: impl Fn(&str) -> Result<T, polku_values::code_lists::CodeListError>,
    field: &'static str,
    wrong: &mut Vec<InvalidField>,
) -> Option<T> {
    kept(recognise(typed).map_err(|error| error.key()), field, wrong)
}

fn kept<T>(read: Result<T, &'static str>, field: &'static str, wrong: &mut Vec<InvalidField>) -> Option<T> {
    read.map_err(|key| wrong.push(InvalidField { field, key })).ok()
}

fn text(typed: &str, longest: usize, field: &'static str, wrong: &mut Vec<InvalidField>) -> String {
    if typed.chars().count() > longest {
        wrong.push(InvalidField {
            field,
            key: "relationships-too-long",
        });
    }
    typed.trim().to_owned()
}
