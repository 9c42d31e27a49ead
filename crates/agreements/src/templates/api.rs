//! Templates over the API.

use axum::Json;
use polku_desk::Visit;
use polku_web::{
    API, Answer, AtDesk, EntityTag, Failure, IfMatch, IntoResponse, JsonBody, Path, StatusCode, header,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    change::{self, NotWritten},
    input::ContentInput,
    kept, store,
    template::{Content, Standing, Template, TemplateId},
};

/// A version of a template.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct TemplateBody {
    /// Which.
    id: TemplateId,
    /// How many times a draft was saved, for If-Match.
    version: i64,
    /// Versions of one template share it.
    family: String,
    /// Its number among them.
    number: i64,
    /// How it stands.
    standing: Standing,
    /// What it says.
    content: Content,
}

/// A draft to begin.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct NewTemplate {
    /// The template of which it is the next version; a new template when left out.
    from: Option<TemplateId>,
    /// What it says; what the template before it says when left out.
    content: Option<ContentInput>,
}

/// How a version should stand.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct StandingInput {
    /// `in-use` or `retired`.
    to: Standing,
}

impl From<Template> for TemplateBody {
    fn from(template: Template) -> Self {
        Self {
            id: template.id,
            version: template.version,
            family: template.family,
            number: template.number,
            standing: template.standing,
            content: template.content,
        }
    }
}

pub(super) async fn list(visit: AtDesk) -> Answer<Json<Vec<TemplateBody>>> {
    kept(&visit)?;
    let all = store::all(&visit).await?;
    Ok(Json(all.into_iter().map(TemplateBody::from).collect()))
}

pub(super) async fn begin(visit: AtDesk, JsonBody(input): JsonBody<NewTemplate>) -> Answer {
    let content = match &input.content {
        Some(content) => Some(
            content
                .check()
                .map_err(NotWritten::Mistakes)
                .map_err(Failure::from)?,
        ),
        None => None,
    };
    let id = change::begin(&visit, input.from.as_ref(), content).await?;
    visit.settle().await?;
    let location = [(header::LOCATION, format!("{API}/agreement-templates/{id}"))];
    let body = TemplateBody::from(store::one(&visit, &id).await?);
    Ok(EntityTag(body.version).on((StatusCode::CREATED, location, Json(body)).into_response()))
}

pub(super) async fn show(visit: AtDesk, Path(id): Path<TemplateId>) -> Answer {
    kept(&visit)?;
    now(&visit, &id).await
}

pub(super) async fn save(
    visit: AtDesk,
    Path(id): Path<TemplateId>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<ContentInput>,
) -> Answer {
    change::save(&visit, &id, seen, &input)
        .await
        .map_err(|why| IfMatch::or_failed(why.into()))?;
    visit.settle().await?;
    now(&visit, &id).await
}

pub(super) async fn stand(
    visit: AtDesk,
    Path(id): Path<TemplateId>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<StandingInput>,
) -> Answer {
    kept(&visit)?;
    let template = store::one(&visit, &id).await?;
    change::turn(&visit, &template, input.to, seen)
        .await
        .map_err(|why| IfMatch::or_failed(why.into()))?;
    visit.settle().await?;
    now(&visit, &id).await
}

pub(super) async fn discard(visit: AtDesk, Path(id): Path<TemplateId>) -> Answer<StatusCode> {
    kept(&visit)?;
    store::one(&visit, &id).await?;
    store::discard(&visit, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn now(visit: &Visit, id: &TemplateId) -> Answer {
    let body = TemplateBody::from(store::one(visit, id).await?);
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}
