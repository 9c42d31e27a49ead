//! The register of disclosures: search and numbers.

use axum::Json;
use jiff::{Timestamp, ToSpan, civil::Date};
use polku_desk::Visit;
use polku_pages::{form::FormState, frame::Heading};
use polku_values::dates::parse_finnish_date;
use polku_web::{Answer, AtDesk, Failure, InvalidField, Query, Reader};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    api::RegisterBody,
    disclosure::{Ground, State},
    kept, register_view,
    store::{self, Count, Found, Search},
};

/// As many on a page.
const PAGE: i64 = 50;

/// What an address may say of the search: keys and days.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    state: String,
    ground: String,
    recipient: String,
    from: String,
    until: String,
    before: String,
}

/// What is shown.
pub(super) struct Shown {
    pub(super) found: Vec<Found>,
    pub(super) delivered: Vec<Count>,
    pub(super) refused: i64,
    pub(super) from: Date,
    pub(super) until: Date,
    /// Where older ones begin.
    pub(super) older: Option<String>,
}

impl Asked {
    /// The search; else the fields to mend. A year back when no day is said.
    fn check(&self, today: Date) -> Result<Search, Vec<InvalidField>> {
        let mut wrong = Vec::new();
        let mut day = |field: &'static str, typed: &str, usual: Date| {
            if typed.trim().is_empty() {
                return usual;
            }
            parse_finnish_date(typed, today).unwrap_or_else(|error| {
                wrong.push(InvalidField {
                    field,
                    key: error.key(),
                });
                usual
            })
        };
        let from = day("from", &self.from, today.saturating_sub(1.year()));
        let until = day("until", &self.until, today);
        if until < from {
            wrong.push(InvalidField {
                field: "until",
                key: "disclosures-days-turned",
            });
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(Search {
            state: self.state.parse().ok(),
            ground: ground(&self.ground),
            recipient: Some(self.recipient.clone()).filter(|key| !key.is_empty()),
            from,
            until,
            before: before(&self.before).unwrap_or((Timestamp::MAX, Uuid::max())),
        })
    }
}

/// A kind of ground, whichever consent it was.
fn ground(key: &str) -> Option<Ground> {
    if key == "consent" {
        Some(Ground::Consent(Uuid::nil()))
    } else {
        Ground::parse(key)
    }
}

fn before(place: &str) -> Option<(Timestamp, Uuid)> {
    let (at, id) = place.split_once('_')?;
    Some((
        Timestamp::from_millisecond(at.parse().ok()?).ok()?,
        id.parse().ok()?,
    ))
}

async fn read(visit: &Visit, search: &Search) -> Answer<Shown> {
    let found = store::search(visit, search, PAGE).await?;
    let is_full = i64::try_from(found.len()).unwrap_or(i64::MAX) >= PAGE;
    let older = found
        .last()
        .filter(|_| is_full)
        .map(|last| format!("{}_{}", last.created_at.as_millisecond(), last.disclosure.id));
    let refused = store::numbers(visit, State::Refused, search).await?;
    Ok(Shown {
        delivered: store::numbers(visit, State::Delivered, search).await?,
        refused: refused.iter().map(|count| count.number).sum(),
        from: search.from,
        until: search.until,
        older,
        found,
    })
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    kept(&visit)?;
    let (texts, today) = (reader.texts, visit.today());
    let mut form = FormState::new();
    for (field, value) in [
        ("state", &asked.state),
        ("ground", &asked.ground),
        ("recipient", &asked.recipient),
        ("from", &asked.from),
        ("until", &asked.until),
    ] {
        form.set(field, value);
    }
    let checked = asked.check(today);
    for invalid in checked.as_ref().err().into_iter().flatten() {
        form.error(invalid.field, texts.t(invalid.key));
    }
    let search = match checked {
        Ok(search) => search,
        Err(_) => Asked::default().check(today).map_err(Failure::Invalid)?,
    };
    let shown = read(&visit, &search).await?;
    let heading = Heading::new(texts.t("disclosures-register-title"));
    let body = register_view::register(texts, &*visit.profile()?, &shown, &form, today);
    if form.has_errors() {
        return Ok(reader.page_to_mend("disclosures-register-title", &[], &heading, body));
    }
    Ok(reader.page("disclosures-register-title", &heading, body))
}

pub(super) async fn api(visit: AtDesk, Query(asked): Query<Asked>) -> Answer<Json<RegisterBody>> {
    kept(&visit)?;
    let search = asked.check(visit.today()).map_err(Failure::Invalid)?;
    let shown = read(&visit, &search).await?;
    Ok(Json(RegisterBody::of(shown)))
}
