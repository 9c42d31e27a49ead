//! Groups for programs.

use polku_desk::ids::WorkgroupId;
use polku_web::{
    Answer, ApiDoc, AtDesk, EntityTag, IfMatch, IntoResponse, JsonBody, Method, Path, Response, Routes,
    StatusCode, header,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    CLOSE, MANAGE, SEE, SEE_MEMBERS, change, coaches,
    group::{Group, Member},
    input::{CloseInput, CoachEndInput, CoachInput, GroupInput},
    store,
};

/// Groups that the asker sees.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Groups {
    /// By name; closed ones too.
    groups: Vec<Group>,
}

/// Who is in a group today.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Members {
    /// By name.
    members: Vec<Member>,
}

pub(super) fn routes() -> Routes {
    let list = ApiDoc::new("The groups that the asker works with").answers::<Groups>();
    let create = ApiDoc::new("Make a group").takes::<GroupInput>().creates();
    let show = ApiDoc::new("A group with its coaches").answers::<Group>();
    let rename = ApiDoc::new("Give a group another name or place")
        .takes::<GroupInput>()
        .silent();
    let close = ApiDoc::new("Close a group that nobody is in")
        .takes::<CloseInput>()
        .silent();
    let members = ApiDoc::new("Who is in a group today").answers::<Members>();
    let add = ApiDoc::new("Let a worker coach a group")
        .takes::<CoachInput>()
        .creates();
    let end = ApiDoc::new("End a worker's time as coach of a group")
        .takes::<CoachEndInput>()
        .silent();
    Routes::new()
        .api(Method::GET, "/groups", SEE, list, all)
        .api(Method::POST, "/groups", MANAGE, create, make)
        .api(Method::GET, "/groups/{group}", SEE, show, one)
        .api(Method::PUT, "/groups/{group}", MANAGE, rename, put)
        .api(Method::PUT, "/groups/{group}/close", CLOSE, close, shut)
        .api(
            Method::GET,
            "/groups/{group}/members",
            SEE_MEMBERS,
            members,
            in_group,
        )
        .api(Method::POST, "/groups/{group}/coaches", MANAGE, add, appoint)
        .api(
            Method::POST,
            "/groups/{group}/coaches/{coach}/end",
            MANAGE,
            end,
            relieve,
        )
}

async fn all(visit: AtDesk) -> Answer {
    let groups = store::seen(&visit).await?;
    Ok(axum::Json(Groups { groups }).into_response())
}

async fn one(visit: AtDesk, Path(id): Path<WorkgroupId>) -> Answer {
    let group = store::one(&visit, id).await?;
    let tag = EntityTag(group.version);
    Ok(tag.on(axum::Json(group).into_response()))
}

async fn in_group(visit: AtDesk, Path(id): Path<WorkgroupId>) -> Answer {
    let today = visit.today();
    store::one(&visit, id).await?;
    let members = store::members(&visit, id, today, today).await?;
    Ok(axum::Json(Members { members }).into_response())
}

async fn make(visit: AtDesk, JsonBody(input): JsonBody<GroupInput>) -> Answer {
    let id = change::add(&visit, &input).await?;
    Ok(EntityTag(1).on(created(&format!("/api/v1/groups/{id}"))))
}

async fn put(
    visit: AtDesk,
    Path(id): Path<WorkgroupId>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<GroupInput>,
) -> Answer {
    change::apply(&visit, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    Ok(EntityTag(seen + 1).on(StatusCode::NO_CONTENT.into_response()))
}

async fn shut(
    visit: AtDesk,
    Path(id): Path<WorkgroupId>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<CloseInput>,
) -> Answer {
    change::shut(&visit, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    Ok(EntityTag(seen + 1).on(StatusCode::NO_CONTENT.into_response()))
}

async fn appoint(
    visit: AtDesk,
    Path(id): Path<WorkgroupId>,
    JsonBody(input): JsonBody<CoachInput>,
) -> Answer {
    coaches::appoint(&visit, id, &input).await?;
    Ok(created(&format!("/api/v1/groups/{id}")))
}

async fn relieve(
    visit: AtDesk,
    Path((id, coaching)): Path<(WorkgroupId, Uuid)>,
    JsonBody(input): JsonBody<CoachEndInput>,
) -> Answer {
    coaches::relieve(&visit, id, coaching, &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn created(location: &str) -> Response {
    (StatusCode::CREATED, [(header::LOCATION, location.to_owned())]).into_response()
}
