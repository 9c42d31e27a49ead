//! Skills over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, Read, SubjectId};
use polku_web::{
    API, Answer, AtDesk, EntityTag, Failure, IfMatch, IntoResponse, JsonBody, Path, StatusCode, header,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    input::{MarkInput, SkillInput},
    model::{Level, Mark, Skill, SkillState, latest},
    page::kept_list,
    store,
};
use crate::{assessment::kept, instruments::Words};

/// A skill.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SkillBody {
    /// Its id.
    id: Uuid,
    /// How many times it was stored, for If-Match.
    version: i64,
    /// The workshop or the field.
    area: String,
    /// Its name.
    title: Words,
    /// Whether it is on the list.
    state: SkillState,
}

/// How a client masters a skill.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MarkBody {
    /// The mark.
    id: Uuid,
    /// The skill.
    skill: Uuid,
    /// How.
    level: Level,
    /// On which day.
    dated: Date,
    /// What was noted.
    note: String,
    /// The diary entries that show it.
    evidence: Vec<Uuid>,
    /// Who marked it.
    by: String,
    /// When.
    written_at: Timestamp,
}

impl From<Skill> for SkillBody {
    fn from(skill: Skill) -> Self {
        Self {
            id: skill.id,
            version: skill.version,
            area: skill.area,
            title: skill.title,
            state: skill.state,
        }
    }
}

impl From<&Mark> for MarkBody {
    fn from(mark: &Mark) -> Self {
        Self {
            id: mark.id,
            skill: mark.skill,
            level: mark.level,
            dated: mark.dated,
            note: mark.words.note.clone(),
            evidence: mark.words.evidence.clone(),
            by: mark.by.clone(),
            written_at: mark.written_at,
        }
    }
}

pub(super) async fn of_client(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<Vec<MarkBody>>> {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let marks = store::marks(&grant).await?;
    Ok(Json(latest(&marks).into_iter().map(MarkBody::from).collect()))
}

pub(super) async fn mark(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<MarkInput>,
) -> Answer {
    let checked = input.check(visit.today()).map_err(Failure::Invalid)?;
    visit.will_create(format!("{API}/clients/{client}/skills"), 1);
    store::mark(&visit, client, &checked).await?;
    visit.settle().await?;
    let location = [(header::LOCATION, format!("{API}/clients/{client}/skills"))];
    let body = of_client(visit, Path(client)).await?;
    Ok((StatusCode::CREATED, location, body).into_response())
}

pub(super) async fn list(visit: AtDesk) -> Answer<Json<Vec<SkillBody>>> {
    kept_list(&visit)?;
    let skills = store::skills(&visit).await?;
    Ok(Json(skills.into_iter().map(SkillBody::from).collect()))
}

pub(super) async fn add(visit: AtDesk, JsonBody(input): JsonBody<SkillInput>) -> Answer {
    kept_list(&visit)?;
    let id = store::add(&visit, &input.check().map_err(Failure::Invalid)?).await?;
    let location = [(header::LOCATION, format!("{API}/skills/{id}"))];
    let body = SkillBody::from(store::skill(&visit, id).await?);
    Ok(EntityTag(body.version).on((StatusCode::CREATED, location, Json(body)).into_response()))
}

pub(super) async fn save(
    visit: AtDesk,
    Path(id): Path<Uuid>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<SkillInput>,
) -> Answer {
    kept_list(&visit)?;
    let checked = input.check().map_err(Failure::Invalid)?;
    store::skill(&visit, id).await?;
    store::save(&visit, id, seen, &checked)
        .await
        .map_err(|error| IfMatch::or_failed(error.into()))?;
    visit.settle().await?;
    let body = SkillBody::from(store::skill(&visit, id).await?);
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}
