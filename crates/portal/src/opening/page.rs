//! The pages of opening.

use polku_casework::clients::tabs;
use polku_desk::{
    Client, DeskError, Granted, Read, SubjectId, Visit, Write,
    access::{Action, Resource},
    portal::{HandedOver, Identified, PortalAccess},
};
use polku_pages::{form::FormState, frame::Heading, html};
use polku_web::{Answer, AtDesk, Failure, Fields, InvalidField, Path, Reader, flash, flash_warning};
use serde_json::json;

use super::{kept, view};

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    kept(&visit)?;
    let grant = visit.open::<Client, Read>(client).await?;
    let mut state = FormState::new();
    state.set("identified", Identified::Known.name());
    let (heading, body) = page(&grant, &reader, &state).await?;
    Ok(reader.page("portal-title", &heading, body))
}

async fn page(
    grant: &Granted<'_, Client, Read>,
    reader: &Reader,
    state: &FormState,
) -> Answer<(Heading, polku_pages::Markup)> {
    let texts = reader.texts;
    let accesses = grant.portal_accesses().await?;
    let may_write = grant.may_also(Action::Write, Resource::PortalAccess);
    let client = grant.subject();
    let name = grant.visit().name_of(client).unwrap_or_default();
    let heading = Heading::new(texts.with("portal-heading", &[("name", name.as_str().into())]))
        .back(format!("/clients/{client}"), name);
    let body = html! {
        (tabs::of(grant, texts, "/portal"))
        (view::accesses(texts, client, &accesses, may_write, state, grant.visit().today()))
    };
    Ok((heading, body))
}

/// Opens it; answers what is handed over, for the letter that is shown once.
pub(super) async fn open(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let Ok(identified) = fields.0.value("identified").parse::<Identified>() else {
        kept(&visit)?;
        let grant = visit.open::<Client, Read>(client).await?;
        let invalid = [InvalidField {
            field: "identified",
            key: "portal-identified-missing",
        }];
        let state = fields.with_errors(&reader, &invalid);
        let (heading, body) = page(&grant, &reader, &state).await?;
        return Ok(reader.page_to_mend("portal-title", &[], &heading, body));
    };
    let handed = opened(&visit, client, identified).await?;
    Ok(letter(&visit, &reader, client, &handed))
}

/// Opens the portal for a client.
pub(super) async fn opened(visit: &Visit, client: SubjectId, identified: Identified) -> Answer<HandedOver> {
    kept(visit)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let handed = grant.open_portal(identified).await?;
    visit.will_create(format!("{}/clients/{client}/portal", polku_web::API), 1);
    let told = json!({ "access": handed.access, "identified": identified });
    grant.commit("portal-opened", told).await?;
    Ok(handed)
}

pub(super) async fn renew(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    match renewed(&visit, client).await {
        Ok(handed) => Ok(letter(&visit, &reader, client, &handed)),
        Err(Failure::Desk(DeskError::Conflict)) => Ok(closed_already(client)),
        Err(failure) => Err(failure),
    }
}

/// Gives a new first code.
pub(super) async fn renewed(visit: &Visit, client: SubjectId) -> Answer<HandedOver> {
    kept(visit)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let open = open_access(&grant).await?;
    let handed = grant.renew_first_code(&open).await?;
    let told = json!({ "access": handed.access });
    grant.commit("portal-code-given", told).await?;
    Ok(handed)
}

pub(super) async fn close(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer {
    match closed(&visit, client).await {
        Ok(()) => Ok(flash(&address(client), "portal-closed")),
        Err(Failure::Desk(DeskError::Conflict)) => Ok(closed_already(client)),
        Err(failure) => Err(failure),
    }
}

/// Closes it.
pub(super) async fn closed(visit: &Visit, client: SubjectId) -> Answer<()> {
    kept(visit)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let open = open_access(&grant).await?;
    grant.close_portal(&open).await?;
    let told = json!({ "access": open.id });
    Ok(grant.commit("portal-closed", told).await?)
}

/// The access that is open.
///
/// # Errors
/// [`DeskError::Conflict`] when none is: somebody closed it first.
async fn open_access(grant: &Granted<'_, Client, Write>) -> Answer<PortalAccess> {
    let accesses = grant.portal_accesses().await?;
    let open = accesses.into_iter().find(PortalAccess::is_open);
    Ok(open.ok_or(DeskError::Conflict)?)
}

fn address(client: SubjectId) -> String {
    format!("/clients/{client}/portal")
}

fn closed_already(client: SubjectId) -> polku_web::Response {
    flash_warning(&address(client), "portal-closed-already")
}

/// What the client takes along: shown once, made for paper.
fn letter(visit: &Visit, reader: &Reader, client: SubjectId, handed: &HandedOver) -> polku_web::Response {
    let texts = reader.texts;
    let name = visit.name_of(client).unwrap_or_default();
    let heading = Heading::new(texts.t("portal-letter-heading"))
        .subtitle(&name)
        .back(address(client), texts.t("portal-tab"));
    reader.page("portal-letter-title", &heading, view::letter(texts, handed))
}
