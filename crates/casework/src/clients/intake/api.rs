//! Intake for programs.

use axum::Json;
use polku_desk::{Alike, SubjectId, Visit, lookup::Likeness};
use polku_web::{
    Answer, AtDesk, EntityTag, Failure, IntoResponse, JsonBody, Reader, Response, StatusCode, header,
};
use serde::Serialize;

use super::{
    admission::{self, Admission},
    input::IntakeInput,
};

/// Somebody who may be the same person.
#[derive(Serialize)]
struct MayBe {
    client: SubjectId,
    name: String,
    age: Option<u8>,
    likeness: Likeness,
}

/// Takes somebody in. Those who may be the same person are told with 409 until `not_the_same` names them.
pub(super) async fn admit(
    visit: AtDesk,
    reader: Reader,
    JsonBody(input): JsonBody<IntakeInput>,
) -> Answer<Response> {
    match admission::admit(&visit, &input).await? {
        Admission::Done(client, version) => Ok(created(client, version)),
        Admission::ToMend(invalid) => Err(Failure::Invalid(invalid)),
        Admission::MayBe(alike) => Ok(may_be(&visit, &reader, &alike)),
    }
}

fn created(client: SubjectId, version: i64) -> Response {
    let place = format!("{}/clients/{client}", polku_web::API);
    let answer = (
        StatusCode::CREATED,
        [(header::LOCATION, place)],
        Json(serde_json::json!({ "id": client })),
    );
    EntityTag(version).on(answer.into_response())
}

fn may_be(visit: &Visit, reader: &Reader, alike: &[Alike]) -> Response {
    let alike: Vec<MayBe> = alike
        .iter()
        .map(|alike| MayBe {
            client: alike.subject,
            name: visit.name_of(alike.subject).unwrap_or_default(),
            age: visit.age_of(alike.subject),
            likeness: alike.likeness,
        })
        .collect();
    let problem = serde_json::json!({
        "type": "urn:polku:problem:possible-duplicate",
        "title": reader.texts.t("client-may-be"),
        "status": StatusCode::CONFLICT.as_u16(),
        "alike": alike,
    });
    let kind = [(header::CONTENT_TYPE, "application/problem+json")];
    (StatusCode::CONFLICT, kind, problem.to_string()).into_response()
}
