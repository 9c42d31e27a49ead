//! The page of a client's restrictions, for the data protection officer.

use polku_desk::{Client, Read, SubjectId};
use polku_pages::{form::FormState, frame::Heading};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};

use super::{
    change,
    input::{LiftingInput, RestrictionInput},
    store, view,
};
use crate::requests::kept;

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    page(&visit, &reader, client, None).await
}

async fn page(visit: &AtDesk, reader: &Reader, client: SubjectId, state: Option<FormState>) -> Answer {
    kept(visit)?;
    let grant = visit.open::<Client, Read>(client).await?;
    let all = store::all(&grant).await?;
    let name = visit.name_of(grant.subject()).unwrap_or_default();
    let texts = reader.texts;
    let heading = Heading::new(texts.t("restrictions-title"))
        .subtitle(name)
        .back(format!("/clients/{client}/requests"), texts.t("requests-title"));
    let typed = state.clone().unwrap_or_default();
    let body = view::page(texts, client, &all, &typed, visit.today());
    Ok(match state {
        Some(_) => reader.page_to_mend("restrictions-title", &[], &heading, body),
        None => reader.page("restrictions-title", &heading, body),
    })
}

pub(super) async fn set(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: RestrictionInput = fields.read()?;
    match change::set(&visit, client, &input).await {
        Ok(()) => Ok(flash(&address(client), "restrictions-set-saved")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            page(&visit, &reader, client, Some(state)).await
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn lift(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: LiftingInput = fields.read()?;
    match change::lift(&visit, client, &input).await {
        Ok(()) => Ok(flash(&address(client), "restrictions-lifted-saved")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            page(&visit, &reader, client, Some(state)).await
        }
        Err(failure) => Err(failure),
    }
}

fn address(client: SubjectId) -> String {
    format!("/clients/{client}/restriction")
}
