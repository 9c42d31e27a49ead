//! The register over the API.

use axum::Json;
use jiff::civil::Date;
use polku_pages::Texts;
use polku_profile::{Basis, Profile, Validity};
use polku_web::{Answer, AtDesk, Failure, InvalidField, Query, Reader, law};
use schemars::JsonSchema;
use serde::Serialize;

use super::{page::Asked, rules};

/// The register on a day.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RegisterBody {
    /// The day.
    on: Date,
    /// The purposes, those with a basis that day first.
    purposes: Vec<PurposeBody>,
    /// Earlier and later bases.
    elsewhere: Vec<BasisBody>,
    /// Grounds of disclosure other than consent.
    disclosure_grounds: Vec<GroundBody>,
}

/// A purpose.
#[derive(Debug, Serialize, JsonSchema)]
struct PurposeBody {
    /// Its key, as in the access log.
    key: String,
    /// In words.
    text: String,
    /// `identified`, `pseudonymous` or `anonymous`.
    data: String,
    /// The bases on which it rests that day.
    bases: Vec<BasisBody>,
    /// Keys of the sections of fields that are held for it.
    sections: Vec<String>,
    /// Keys of the kinds of records that are kept for it.
    records: Vec<String>,
}

/// A legal basis.
#[derive(Debug, Serialize, JsonSchema)]
struct BasisBody {
    /// Its key, as in the access log.
    key: String,
    /// Article 6.1 of the GDPR.
    article: String,
    /// Article 9.2, for special-category data.
    special: Option<String>,
    /// Number of the act.
    act: Option<String>,
    /// Section of the act.
    section: Option<String>,
    /// The task, in words.
    task: String,
    /// Its first day.
    from: Option<Date>,
    /// Its last day.
    until: Option<Date>,
    /// All of it in words.
    words: String,
}

/// A ground of disclosure.
#[derive(Debug, Serialize, JsonSchema)]
struct GroundBody {
    /// Its key, as in the register of disclosures.
    key: String,
    /// In words.
    text: String,
    /// The act in force that day.
    act: Option<String>,
    /// Its section, when that act still has it.
    section: Option<String>,
    /// Whether it holds despite secrecy and refusal.
    despite_secrecy: bool,
}

impl BasisBody {
    fn of(texts: Texts, profile: &Profile, basis: &Basis) -> Self {
        let Validity { from, until } = basis.holds;
        Self {
            key: basis.key.clone(),
            article: basis.article.to_string(),
            special: basis.special.map(|special| special.to_string()),
            act: basis.act.clone(),
            section: basis.section.clone(),
            task: basis.task.get(texts.locale().into()).to_owned(),
            from,
            until,
            words: law::basis(texts, profile, basis),
        }
    }
}

/// `GET /legal-bases`
pub(super) async fn show(
    visit: AtDesk,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Answer<Json<RegisterBody>> {
    let (texts, profile) = (reader.texts, visit.profile()?);
    let on = asked
        .day(visit.today())
        .map_err(|key| Failure::Invalid(vec![InvalidField { field: "on", key }]))?;
    let body = |basis: &&Basis| BasisBody::of(texts, &profile, basis);
    let purposes = rules::on(&profile, on).into_iter().map(|standing| PurposeBody {
        key: standing.purpose.key.clone(),
        text: standing.purpose.text.get(texts.locale().into()).to_owned(),
        data: standing.purpose.data.to_string(),
        bases: standing.bases.iter().map(body).collect(),
        sections: standing.sections.iter().map(ToString::to_string).collect(),
        records: standing.records.iter().map(ToString::to_string).collect(),
    });
    let grounds = profile.disclosure.grounds.iter().map(|ground| {
        let provision = rules::provision(&profile, &ground.law, on);
        GroundBody {
            key: ground.key.clone(),
            text: ground.text.get(texts.locale().into()).to_owned(),
            act: provision.map(|(act, _)| act.number.clone()),
            section: provision.and_then(|(_, section)| section.map(str::to_owned)),
            despite_secrecy: ground.despite_secrecy,
        }
    });
    Ok(Json(RegisterBody {
        on,
        purposes: purposes.collect(),
        elsewhere: rules::not_on(&profile, on).iter().map(body).collect(),
        disclosure_grounds: grounds.collect(),
    }))
}
