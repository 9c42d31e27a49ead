//! Ending a period: as agreed or broken off, with the placement, and with the client relationship when that ends too.

use polku_desk::{Client, DeskError, SubjectId, Visit};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use serde_json::json;
use uuid::Uuid;

use super::{
    input::EndInput,
    membership,
    page::{self, Asked},
    period::{Details, Ending, Period, State},
    rules, store,
};
use crate::relationships;

/// Ends a period, or corrects how it ended.
pub(super) async fn close(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &EndInput,
) -> Answer<()> {
    let today = visit.today();
    let grant = visit.open_for_change::<Client>(client).await?;
    let stored = store::one(&grant, id).await?;
    if stored.version != seen {
        return Err(DeskError::Conflict.into());
    }
    let end = input.check(&stored, today).map_err(Failure::Invalid)?;
    let state = rules::after(stored.state, end.step).ok_or(DeskError::Refused("periods-step-impossible"))?;
    let schedule = if stored.state == State::Planned {
        Vec::new()
    } else {
        rules::ended(&stored.schedule, end.on)
    };
    let ended = Period {
        state,
        ending: Some(Ending {
            on: end.on,
            placement: end.placement,
        }),
        details: Details {
            reason: end.reason,
            ..stored.details.clone()
        },
        schedule,
        ..stored.clone()
    };
    store::update(&grant, &ended, seen).await?;
    if stored.state == State::Ongoing {
        membership::end(&grant, stored.workgroup, id).await?;
    }
    if let Some(relationship) = end.relationship {
        let ending = relationships::Ending {
            on: end.on,
            placement: end.placement,
        };
        relationships::end_inside(&grant, relationship, ending).await?;
    }
    let details = json!({ "period": id, "state": state.name(), "relationship": end.relationship });
    grant.commit("period-ended", details).await?;
    Ok(())
}

pub(super) async fn form(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    page::ask(&visit, &reader, client, Asked::End(id)).await
}

pub(super) async fn end(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let seen = page::seen(&fields)?;
    match close(&visit, client, id, seen, &fields.read()?).await {
        Ok(()) => Ok(flash(&page::address(client, id), "periods-ended")),
        Err(failure) => page::mend(&visit, &reader, client, Asked::End(id), fields, failure).await,
    }
}
