//! The client's signature in the portal.

use polku_casework::keeping;
use polku_desk::{Client, DeskError, Read, Result, Visit, link::LinkOpens, portal::PortalSession};
use polku_profile::RecordKind;
use polku_web::Answer;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use crate::signing::{
    Party, SignatureKind, Way,
    model::{Paper, Signature, Stage},
    store,
};

/// What the form of a signature adds to a name and a press.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Told {
    /// Which kind of signature the client was told that it would be.
    pub(super) kind: String,
}

/// By which way the client would sign now.
pub(super) fn way(visit: &Visit, own: &PortalSession) -> Way {
    Way::in_portal(own.manner, visit.now().duration_since(own.began_at))
}

/// The paper that waits for the client.
///
/// # Errors
/// [`DeskError::Hidden`] when the client has none of this id, has signed it, or it waits no more.
pub(super) async fn waiting(visit: &Visit, own: &PortalSession, agreement: Uuid) -> Answer<Paper> {
    keeping::kept(visit, RecordKind::Agreement)?;
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let shown = store::paper(&grant, agreement, Stage::Shown).await?;
    let shown = shown.ok_or(DeskError::Hidden)?;
    Ok(store::unsigned(&grant, shown.id).await?)
}

/// Stores the signature; links that were given for it die in the same write.
///
/// # Errors
/// [`DeskError::Conflict`] when the paper was taken back, given up or signed meanwhile.
pub(super) async fn write(
    visit: &Visit,
    own: &PortalSession,
    paper: &Paper,
    way: Way,
    name: String,
) -> Result<()> {
    let grant = visit.open_for_change::<Client>(own.subject).await?;
    let still = match store::unsigned(&grant, paper.id).await {
        Err(DeskError::Hidden) => return Err(DeskError::Conflict),
        still => still?,
    };
    let signature = Signature::on_screen(Party::Client, way, visit.now(), name);
    store::sign(&grant, &still, &signature).await?;
    grant
        .revoke_links(still.owner, LinkOpens::Agreement, still.id)
        .await?;
    let told = json!({
        "agreement": still.agreement, "parties": [Party::Client], "kind": SignatureKind::of(way), "way": way,
    });
    grant.commit("agreement-signed", told).await?;
    Ok(())
}
