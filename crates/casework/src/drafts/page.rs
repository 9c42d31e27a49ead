//! Drafts where there is no JavaScript.

use polku_desk::{DeskError, SubjectId};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, flash};
use uuid::Uuid;

use super::{
    draft::DraftKind,
    input::DraftInput,
    store::{self, Saving},
};
use crate::diary::Back;

pub(super) async fn save(visit: AtDesk, Path(client): Path<SubjectId>, Fields(form): Fields) -> Answer {
    let input = DraftInput::of_form(&form).ok_or(Failure::Unreadable("the form keeps no draft"))?;
    let mut saving = Saving {
        id: form.value("draft").parse().unwrap_or_else(|_| visit.new_id()),
        kind: input.kind,
        target: input.target,
        fields: input.check().map_err(Failure::Invalid)?,
        seen: form
            .value("draft_version")
            .parse()
            .ok()
            .filter(|version| *version > 0),
    };
    match store::save(&visit, client, &saving).await {
        Err(Failure::Desk(DeskError::Conflict)) => {
            // Saved elsewhere meanwhile: both are kept.
            saving.id = visit.new_id();
            saving.seen = None;
            store::save(&visit, client, &saving).await?;
        }
        other => drop(other?),
    }
    Ok(flash(
        &form_of(client, &saving, Back::of_form(&form)),
        "drafts-saved-done",
    ))
}

pub(super) async fn discard(
    visit: AtDesk,
    Path((client, draft)): Path<(SubjectId, Uuid)>,
    Fields(form): Fields,
) -> Answer {
    store::discard(&visit, client, draft).await?;
    Ok(flash(&Back::of_form(&form).path(client), "drafts-discarded"))
}

/// The form that the draft was written in.
fn form_of(client: SubjectId, saving: &Saving, back: Back) -> String {
    match (saving.kind, saving.target) {
        (DraftKind::Correction, Some(entry)) => format!("/clients/{client}/diary/{entry}/correct"),
        (DraftKind::Statement, Some(statement)) => {
            format!(
                "/clients/{client}/statements/{statement}/edit?draft={}",
                saving.id
            )
        }
        (DraftKind::Agreement, Some(agreement)) => {
            format!(
                "/clients/{client}/agreements/{agreement}/edit?draft={}",
                saving.id
            )
        }
        _ if back == Back::Client => back.path(client),
        _ => format!("/clients/{client}/diary/new?draft={}", saving.id),
    }
}
