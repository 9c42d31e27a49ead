//! What the buttons of forms do; the page is the overview's.

use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use uuid::Uuid;

use super::change;
use crate::overview::{self, ADDRESS, Mending};

pub(super) async fn add(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    match change::add(&visit, &fields.read()?).await {
        // The number is the last of the list on the page.
        Ok(_) => Ok(flash(ADDRESS, "paper-form-added")),
        Err(Failure::Invalid(invalid)) => {
            overview::to_mend(
                &visit,
                &reader,
                Mending::Form,
                &fields.with_errors(&reader, &invalid),
            )
            .await
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn entered(visit: AtDesk, Path(form): Path<Uuid>) -> Answer {
    change::entered(&visit, form).await?;
    Ok(flash(ADDRESS, "paper-form-entered-done"))
}

pub(super) async fn destroyed(visit: AtDesk, Path(form): Path<Uuid>) -> Answer {
    change::destroyed(&visit, form).await?;
    Ok(flash(ADDRESS, "paper-form-destroyed-done"))
}
