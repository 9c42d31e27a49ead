//! What the forms of places do; the page is the overview's.

use polku_web::{Answer, AtDesk, Failure, Fields, InvalidField, Path, Reader, flash};
use uuid::Uuid;

use super::{change, input::KeyInput};
use crate::overview::{self, ADDRESS, Mending};

pub(super) async fn add(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    match change::add(&visit, &fields.read()?).await {
        Ok(()) => Ok(flash(ADDRESS, "paper-place-added")),
        Err(Failure::Invalid(invalid)) => {
            overview::to_mend(
                &visit,
                &reader,
                Mending::Place,
                &fields.with_errors(&reader, &invalid),
            )
            .await
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn close(visit: AtDesk, Path(place): Path<Uuid>) -> Answer {
    match change::close(&visit, place).await {
        Ok(()) => Ok(flash(ADDRESS, "paper-place-closed")),
        Err(Failure::Desk(polku_desk::DeskError::Refused(key))) => Ok(polku_web::flash_warning(ADDRESS, key)),
        Err(failure) => Err(failure),
    }
}

pub(super) async fn give_key(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    let input: KeyInput = fields.read()?;
    let given = match input.place.parse() {
        Ok(place) => change::give_key(&visit, place, &input).await,
        Err(_) => Err(Failure::Invalid(vec![InvalidField {
            field: "place",
            key: "paper-place-missing",
        }])),
    };
    match given {
        Ok(()) => Ok(flash(ADDRESS, "paper-key-given")),
        Err(Failure::Invalid(invalid)) => {
            overview::to_mend(
                &visit,
                &reader,
                Mending::Key,
                &fields.with_errors(&reader, &invalid),
            )
            .await
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn end_key(visit: AtDesk, Path((place, key)): Path<(Uuid, Uuid)>) -> Answer {
    change::end_key(&visit, place, key).await?;
    Ok(flash(ADDRESS, "paper-key-returned"))
}
