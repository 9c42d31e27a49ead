//! Instruments over the API.

use axum::Json;
use polku_desk::{DeskError, Visit};
use polku_web::{
    API, Answer, AtDesk, EntityTag, Failure, IfMatch, IntoResponse, InvalidField, JsonBody, Path, StatusCode,
    header,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    check::mistakes,
    definition::Definition,
    edition::{Edition, EditionId, Standing},
    kept, page, store,
};

/// An edition of an instrument.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct EditionBody {
    /// Which.
    id: EditionId,
    /// How many times a draft was saved, for If-Match.
    version: i64,
    /// The instrument that it is an edition of.
    family: String,
    /// Its number among them.
    number: i64,
    /// How it stands.
    standing: Standing,
    /// What it says.
    definition: Definition,
}

/// A draft to begin.
#[derive(Debug, Deserialize, JsonSchema)]
pub(crate) struct NewEdition {
    /// The edition to begin from; the draft is another edition of the same instrument.
    #[serde(default)]
    from: Option<EditionId>,
    /// A definition to begin a new instrument from.
    #[serde(default)]
    definition: Option<Definition>,
}

/// How an edition should stand.
#[derive(Debug, Deserialize, JsonSchema)]
pub(crate) struct StandingInput {
    /// `published` or `withdrawn`.
    to: Standing,
}

impl From<Edition> for EditionBody {
    fn from(edition: Edition) -> Self {
        Self {
            id: edition.id,
            version: edition.version,
            family: edition.family,
            number: edition.number,
            standing: edition.standing,
            definition: edition.definition,
        }
    }
}

pub(super) async fn list(visit: AtDesk) -> Answer<Json<Vec<EditionBody>>> {
    kept(&visit)?;
    let editions = store::editions(&visit).await?;
    Ok(Json(editions.into_iter().map(EditionBody::from).collect()))
}

pub(super) async fn begin(visit: AtDesk, JsonBody(input): JsonBody<NewEdition>) -> Answer {
    kept(&visit)?;
    let id = match (&input.from, &input.definition) {
        (Some(from), None) => {
            let edition = store::edition(&visit, from).await?;
            store::begin(&visit, Some(&edition.family), &edition.definition).await?
        }
        (None, Some(definition)) => {
            check(definition)?;
            store::begin(&visit, None, definition).await?
        }
        _ => return Err(Failure::Unreadable("name an edition or give a definition")),
    };
    // What was begun stands beside the snapshot that the request read.
    visit.settle().await?;
    let location = [(header::LOCATION, format!("{API}/instruments/{id}"))];
    let body = EditionBody::from(store::edition(&visit, &id).await?);
    Ok(EntityTag(body.version).on((StatusCode::CREATED, location, Json(body)).into_response()))
}

pub(super) async fn show(visit: AtDesk, Path(id): Path<EditionId>) -> Answer {
    kept(&visit)?;
    now(&visit, &id).await
}

pub(super) async fn save(
    visit: AtDesk,
    Path(id): Path<EditionId>,
    IfMatch(seen): IfMatch,
    JsonBody(definition): JsonBody<Definition>,
) -> Answer {
    kept(&visit)?;
    check(&definition)?;
    store::edition(&visit, &id).await?;
    store::save(&visit, &id, seen, &definition)
        .await
        .map_err(|error| IfMatch::or_failed(error.into()))?;
    visit.settle().await?;
    now(&visit, &id).await
}

pub(super) async fn stand(
    visit: AtDesk,
    Path(id): Path<EditionId>,
    JsonBody(input): JsonBody<StandingInput>,
) -> Answer {
    kept(&visit)?;
    let edition = store::edition(&visit, &id).await?;
    page::turn(&visit, &edition, input.to, edition.version).await?;
    visit.settle().await?;
    now(&visit, &id).await
}

fn check(definition: &Definition) -> Answer<()> {
    let wrong = mistakes(definition);
    if wrong.is_empty() {
        return Ok(());
    }
    Err(Failure::Invalid(
        wrong
            .iter()
            .map(|mistake| InvalidField {
                field: "definition",
                key: mistake.key,
            })
            .collect(),
    ))
}

async fn now(visit: &Visit, id: &EditionId) -> Answer {
    let body = EditionBody::from(store::edition(visit, id).await?);
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}

/// What cannot become of an edition.
pub(super) const CANNOT: Failure = Failure::Desk(DeskError::Refused("instrument-standing-cannot"));
