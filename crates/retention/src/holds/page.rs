//! What pages post about holds. The forms stand on the client's page of erasure and on the page of retention.

use polku_desk::SubjectId;
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use uuid::Uuid;

use super::change;
use crate::{batches, erasures};

pub(super) async fn place(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    match change::place(&visit, client, &fields.read()?).await {
        Ok(()) => Ok(flash(&erasures::address(client), "holds-placed")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            erasures::to_mend(&visit, &reader, client, &state, erasures::Mending::Hold).await
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn lift(visit: AtDesk, Path((client, hold)): Path<(SubjectId, Uuid)>) -> Answer {
    change::lift(&visit, client, hold).await?;
    Ok(flash(&erasures::address(client), "holds-lifted"))
}

pub(super) async fn place_on_class(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    match change::place_on_class(&visit, &fields.read()?).await {
        Ok(()) => Ok(flash(batches::ADDRESS, "holds-placed")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            batches::hold_to_mend(&visit, &reader, &state).await
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn lift_from_class(visit: AtDesk, Path(hold): Path<Uuid>) -> Answer {
    change::lift_from_class(&visit, hold).await?;
    Ok(flash(batches::ADDRESS, "holds-lifted"))
}
