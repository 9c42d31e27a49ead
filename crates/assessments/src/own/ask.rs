//! Asking the client: a link for their own device, or this device handed over.

use axum::extract::State;
use jiff::SignedDuration;
use polku_casework::links::{self, HANDED_LIFE, LINK_LIFE};
use polku_desk::{Client, DeskError, Read, SubjectId, Visit, link::LinkOpens};
use polku_pages::frame::Heading;
use polku_web::{Answer, App, AtDesk, Path, Reader, flash};
use serde_json::json;
use uuid::Uuid;

use super::{page, store};
use crate::assessment::{State as Progress, Way, address, open};

/// Gives a link for the client's own device and shows it once.
pub(super) async fn link(
    State(app): State<App>,
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let token = give(&visit, client, id, Way::Link, LINK_LIFE).await?;
    let grant = visit.open::<Client, Read>(client).await?;
    let texts = reader.texts;
    let link = format!("{}{}", app.settings.origin, page::address(&token));
    let back = address(grant.subject(), id);
    let given = links::Given {
        link: &link,
        expires_at: visit.now() + LINK_LIFE,
        words: "own-link",
        back: (&back, "own-back-to-assessment"),
    };
    let body = given.render(texts, visit.today())?;
    let name = visit.name_of(grant.subject()).unwrap_or_default();
    let heading = Heading::new(texts.t("own-link-heading"))
        .subtitle(name.as_str())
        .back(back, texts.t("own-back-to-assessment"));
    Ok(reader.page("own-link-title", &heading, body))
}

/// Takes the link back.
pub(super) async fn revoke(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    take_back(&visit, client, id).await?;
    Ok(flash(&address(client, id), "own-link-revoked"))
}

/// Hands this device over: the worker's session on it ends, and only the client's page is left.
pub(super) async fn hand_over(
    State(app): State<App>,
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let token = give(&visit, client, id, Way::Tablet, HANDED_LIFE).await?;
    links::hand_over(&app, &reader, &page::address(&token)).await
}

/// Asks the client one way; answers the token of the link.
pub(super) async fn give(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    way: Way,
    life: SignedDuration,
) -> Answer<String> {
    let (grant, assessment, edition) = open(visit, client, id).await?;
    if assessment.state != Progress::Open || assessment.given().is_some() || !edition.definition.asks_client()
    {
        return Err(DeskError::Conflict.into());
    }
    let own = store::ask(&grant, &assessment, way).await?;
    let token = grant
        .issue_link(assessment.owner, LinkOpens::SelfAssessment, own, life)
        .await?;
    let told = json!({ "assessment": id, "way": way });
    grant.commit("self-assessment-asked", told).await?;
    Ok(token)
}

/// Takes back the links of an assessment.
pub(super) async fn take_back(visit: &Visit, client: SubjectId, id: Uuid) -> Answer<()> {
    let (grant, assessment, _) = open(visit, client, id).await?;
    let own = assessment.own.ok_or(DeskError::Hidden)?;
    grant
        .revoke_links(assessment.owner, LinkOpens::SelfAssessment, own.id)
        .await?;
    grant
        .commit("self-assessment-link-revoked", json!({ "assessment": id }))
        .await?;
    Ok(())
}
