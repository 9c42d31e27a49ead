//! Deciding, ending, having an extract made, fetching it.

use polku_desk::{DeskError, Visit, access::extracting_ground};
use polku_web::{API, Answer, Failure, IntoResponse, Response, header};
use uuid::Uuid;

use super::{decision::State, input::SecondaryUseInput, rules::Standing, store};

/// Where a decision is found.
pub(super) fn address(decision: Uuid) -> String {
    format!("/secondary-use/{decision}")
}

/// Enters a decision; answers its id.
pub(super) async fn enter(visit: &Visit, input: &SecondaryUseInput) -> Answer<Uuid> {
    let profile = visit.profile()?;
    let new = input.check(&profile, visit.today()).map_err(Failure::Invalid)?;
    let id = visit.new_id();
    visit.will_create(format!("{API}{}", address(id)), 1);
    store::insert(visit, id, &new).await?;
    Ok(id)
}

/// Asks for an extract.
pub(super) async fn make(visit: &Visit, id: Uuid) -> Answer<Uuid> {
    let decision = store::one(visit, id).await?;
    if decision.standing(visit.today()) != Standing::InForce {
        return Err(DeskError::Refused("secondary-use-not-in-force").into());
    }
    if extracting_ground(&*visit.profile()?, visit.role(), visit.today()).is_none() {
        return Err(DeskError::Refused("secondary-use-no-ground").into());
    }
    let known = store::extracts(visit, id).await?;
    if known.iter().any(|extract| extract.state == State::Waiting) {
        return Err(DeskError::Refused("secondary-use-asked-already").into());
    }
    Ok(store::ask(visit, id).await?)
}

/// Hands an extract out.
pub(super) async fn fetch(visit: &Visit, decision: Uuid, id: Uuid) -> Answer<Response> {
    let known = store::extracts(visit, decision).await?;
    let extract = known.into_iter().find(|extract| extract.id == id);
    let extract = extract.ok_or(DeskError::Hidden)?;
    if !extract.is_here(visit.now()) {
        return Err(DeskError::Refused("secondary-use-file-gone").into());
    }
    let package = store::hand(visit, &extract).await?;
    let short = id.simple().to_string();
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!(
                "attachment; filename=\"ote-{}.csv.age\"",
                &short[short.len() - 8..]
            ),
        ),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
        (header::CONTENT_ENCODING, "identity".to_owned()),
    ];
    Ok((headers, package).into_response())
}

/// What a refusal says, for a page that tells it in place.
pub(super) fn refused(failure: Failure) -> Answer<&'static str> {
    match failure {
        Failure::Desk(DeskError::Refused(key)) => Ok(key),
        Failure::Desk(DeskError::Conflict) => Ok("secondary-use-ended-already"),
        other => Err(other),
    }
}
