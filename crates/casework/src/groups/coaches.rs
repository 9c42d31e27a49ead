//! Who coaches a group: giving and taking that changes whose clients somebody sees.

use polku_desk::{DeskError, Visit, ids::WorkgroupId};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use uuid::Uuid;

use super::{
    input::{CoachEndInput, CoachInput},
    page::{self, Mending},
    store,
};

/// Lets a worker coach a group.
pub(super) async fn appoint(visit: &Visit, id: WorkgroupId, input: &CoachInput) -> Answer<Uuid> {
    let group = store::one(visit, id).await?;
    let candidates = store::candidates(visit).await?;
    let may_be = |account| candidates.iter().any(|candidate| candidate.account == account);
    let (account, from) = input
        .check(&group, may_be, visit.today())
        .map_err(Failure::Invalid)?;
    Ok(store::add_coach(visit, id, account, from).await?)
}

/// Ends a worker's time as coach.
pub(super) async fn relieve(
    visit: &Visit,
    id: WorkgroupId,
    coaching: Uuid,
    input: &CoachEndInput,
) -> Answer<()> {
    let group = store::one(visit, id).await?;
    let found = group.coaches.iter().find(|known| known.id == coaching);
    let found = found.ok_or(DeskError::Hidden)?;
    let until = input.check(found, visit.today()).map_err(Failure::Invalid)?;
    Ok(store::end_coach(visit, id, coaching, until).await?)
}

pub(super) async fn add(
    visit: AtDesk,
    reader: Reader,
    Path(id): Path<WorkgroupId>,
    fields: Fields,
) -> Answer {
    match appoint(&visit, id, &fields.read()?).await {
        Ok(_) => Ok(flash(&format!("/groups/{id}"), "groups-coach-added")),
        Err(Failure::Invalid(wrong)) => {
            let state = fields.with_errors(&reader, &wrong);
            page::show_again(&visit, &reader, id, Mending::NewCoach(state)).await
        }
        Err(other) => Err(other),
    }
}

pub(super) async fn end(
    visit: AtDesk,
    reader: Reader,
    Path((id, coaching)): Path<(WorkgroupId, Uuid)>,
    fields: Fields,
) -> Answer {
    match relieve(&visit, id, coaching, &fields.read()?).await {
        Ok(()) => Ok(flash(&format!("/groups/{id}"), "groups-coach-ended")),
        Err(Failure::Invalid(wrong)) => {
            let state = fields.with_errors(&reader, &wrong);
            page::show_again(&visit, &reader, id, Mending::EndOfCoach(coaching, state)).await
        }
        Err(other) => Err(other),
    }
}
