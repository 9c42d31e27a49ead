//! The client's own signature: on the worker's device handed over, or on a device of their own by a link that serves once.
//!
//! Whoever holds the link stands at the desk as [`Role::LinkHolder`](polku_desk::access::Role::LinkHolder), who reads this
//! paper, signs it and does nothing else. The page says nothing of who it is about beside what the paper itself says.

use axum::extract::State;
use jiff::SignedDuration;
use polku_casework::{
    keeping,
    links::{self, HANDED_LIFE, LINK_LIFE},
};
use polku_desk::{
    Client, DeskError, Read, SubjectId, Visit,
    access::{AccessSpec, Action, Resource},
    link::{LinkHolder, LinkOpens},
};
use polku_pages::{form::FormState, frame::Heading, html};
use polku_profile::Activity;
use polku_web::{Answer, App, AtDesk, Fields, Path, Reader, Response, StatusCode, flash, see_other};
use serde_json::json;
use uuid::Uuid;

use super::{
    input::OnScreenInput,
    model::{Paper, Party, Signature, Stage, Way},
    print, store, view,
};
use crate::agreement::{address, kept, model::State as Progress, store as agreements};

/// The address as the log names it.
pub(super) const ROUTE: &str = "/sign/{token}";
/// The same of the file.
pub(super) const PAPER_ROUTE: &str = "/sign/{token}/paper";
/// What the holder reads.
const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::AgreementSigning]);
/// What the holder changes.
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::AgreementSigning]);

/// Where a link leads.
pub(super) fn link_address(token: &str) -> String {
    format!("/sign/{token}")
}

/// Gives a link for the client's own device and shows it once.
pub(super) async fn link(
    State(app): State<App>,
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let token = give(&visit, client, id, Way::OwnDevice, LINK_LIFE).await?;
    let link = format!("{}{}", app.settings.origin, link_address(&token));
    let back = address(client, id);
    let given = links::Given {
        link: &link,
        expires_at: visit.now() + LINK_LIFE,
        words: "agreements-link",
        back: (&back, "agreements-back"),
    };
    let body = given.render(reader.texts, visit.today())?;
    let heading =
        Heading::new(reader.texts.t("agreements-link-title")).back(back, reader.texts.t("agreements-back"));
    Ok(reader.page("agreements-link-title", &heading, body))
}

/// Takes the link back.
pub(super) async fn revoke(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    take_back(&visit, client, id).await?;
    Ok(flash(&address(client, id), "agreements-link-revoked"))
}

/// Hands this device over: the worker's session on it ends, and only the client's page is left.
pub(super) async fn hand_over(
    State(app): State<App>,
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let token = give(&visit, client, id, Way::HandedDevice, HANDED_LIFE).await?;
    links::hand_over(&app, &reader, &link_address(&token)).await
}

/// Asks the client one way; answers the token of the link.
pub(super) async fn give(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    way: Way,
    life: SignedDuration,
) -> Answer<String> {
    keeping::allowed(visit, Activity::MakeAgreements)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    let agreement = agreements::one(&grant, id).await?;
    let signatures = store::signatures(&grant, id).await?;
    let paper = store::paper(&grant, id, Stage::Shown).await?;
    let Some(paper) = paper.filter(|_| agreement.state == Progress::Proposed) else {
        return Err(DeskError::Conflict.into());
    };
    if store::has(&signatures, Party::Client) {
        return Err(DeskError::Conflict.into());
    }
    store::ask(&grant, &paper, way).await?;
    let token = grant
        .issue_link(paper.owner, LinkOpens::Agreement, paper.id, life)
        .await?;
    let told = json!({ "agreement": id, "way": way });
    grant.commit("agreement-signature-asked", told).await?;
    Ok(token)
}

/// Takes back the links of an agreement.
pub(super) async fn take_back(visit: &Visit, client: SubjectId, id: Uuid) -> Answer<()> {
    keeping::allowed(visit, Activity::MakeAgreements)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    agreements::one(&grant, id).await?;
    let paper = store::paper(&grant, id, Stage::Shown)
        .await?
        .ok_or(DeskError::Hidden)?;
    grant
        .revoke_links(paper.owner, LinkOpens::Agreement, paper.id)
        .await?;
    grant
        .commit("agreement-link-revoked", json!({ "agreement": id }))
        .await?;
    Ok(())
}

/// The client's page.
pub(super) async fn show(
    State(app): State<App>,
    source: links::Source,
    reader: Reader,
    Path(token): Path<String>,
) -> Answer {
    let Some((_, paper)) = opened(&app, &token, source, ROUTE).await? else {
        return Ok(gone(&reader));
    };
    page(&reader, &token, &paper, &FormState::new())
}

/// The file that is signed.
pub(super) async fn file(
    State(app): State<App>,
    source: links::Source,
    reader: Reader,
    Path(token): Path<String>,
) -> Answer {
    match opened(&app, &token, source, PAPER_ROUTE).await? {
        Some((_, paper)) => Ok(links::unlisted(print::answer(paper.words.file()?, false))),
        None => Ok(gone(&reader)),
    }
}

/// The client signs.
pub(super) async fn sign(
    State(app): State<App>,
    source: links::Source,
    reader: Reader,
    Path(token): Path<String>,
    fields: Fields,
) -> Answer {
    let Some((holder, paper)) = opened(&app, &token, source, ROUTE).await? else {
        return Ok(gone(&reader));
    };
    let input: OnScreenInput = fields.read()?;
    let name = match input.check() {
        Ok(name) => name,
        Err(invalid) => {
            let state = fields.with_errors(&reader, &invalid);
            return page(&reader, &token, &paper, &state);
        }
    };
    if input.shown != paper.hash()?.to_string() {
        // Another paper was made meanwhile; what is signed is what was seen.
        let mut state = fields.0;
        state.error("accepts", reader.texts.t("agreements-shown-another"));
        return page(&reader, &token, &paper, &state);
    }
    match write(&app, &holder, &paper, name).await {
        Ok(()) => Ok(see_other("/signed")),
        Err(DeskError::Hidden | DeskError::Conflict) => Ok(gone(&reader)),
        Err(error) => Err(error.into()),
    }
}

/// After the client has signed.
pub(super) async fn thanks(reader: Reader) -> Response {
    let texts = reader.texts;
    let heading = Heading::new(texts.t("agreements-thanks"));
    let body = html! { p { (texts.t("agreements-thanks-what")) } p { (texts.t("agreements-hand-back")) } };
    links::unlisted(reader.closed_page("agreements-sign-title", &[], &heading, body))
}

async fn opened(
    app: &App,
    token: &str,
    source: links::Source,
    route: &'static str,
) -> Answer<Option<(Box<LinkHolder>, Paper)>> {
    let Some(holder) = links::held(app, token, LinkOpens::Agreement, source).await? else {
        return Ok(None);
    };
    // The look is in the log before it is shown.
    let visit = app.desk.visit(holder.visitor.clone(), READ, route).await?;
    let read = async {
        let grant = visit.open::<Client, Read>(holder.subject).await?;
        store::unsigned(&grant, holder.target).await
    }
    .await;
    visit.settle().await?;
    match read {
        Ok(paper) => Ok(Some((holder, paper))),
        Err(DeskError::Hidden) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Stores the signature; the link dies in the same write.
async fn write(app: &App, holder: &LinkHolder, paper: &Paper, name: String) -> Result<(), DeskError> {
    let visit = app.desk.visit(holder.visitor.clone(), WRITE, ROUTE).await?;
    let written = async {
        let grant = visit.open_for_change::<Client>(holder.subject).await?;
        let way = paper.asked.unwrap_or(Way::OwnDevice);
        let signature = Signature::on_screen(Party::Client, way, visit.now(), name);
        store::sign(&grant, paper, &signature).await?;
        grant.use_up_link(LinkOpens::Agreement).await?;
        grant
            .commit(
                "agreement-signed",
                json!({ "agreement": paper.agreement, "parties": ["client"] }),
            )
            .await
    }
    .await;
    visit.settle().await?;
    written
}

fn page(reader: &Reader, token: &str, paper: &Paper, state: &FormState) -> Answer {
    let body = view::clients_page(reader.texts, &link_address(token), paper, state)?;
    let heading = Heading::new(paper.words.title.as_str());
    let mut response = reader.closed_page("agreements-sign-title", &[], &heading, body);
    if state.has_errors() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(links::unlisted(response))
}

/// The same to a link that was used, taken back, is too old, or never was.
fn gone(reader: &Reader) -> Response {
    let heading = Heading::new(reader.texts.t("agreements-gone-heading"));
    let body = html! { p { (reader.texts.t("agreements-gone")) } };
    let mut response = reader.closed_page("agreements-sign-title", &[], &heading, body);
    *response.status_mut() = StatusCode::NOT_FOUND;
    links::unlisted(response)
}
