//! Making, renaming and closing groups.

use polku_desk::{DeskError, Visit, ids::WorkgroupId};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};

use super::{
    group::Group,
    input::{CloseInput, GroupInput},
    page, store,
};

/// Makes a group.
pub(super) async fn add(visit: &Visit, input: &GroupInput) -> Answer<WorkgroupId> {
    let open = open_groups(visit).await?;
    let checked = input.check(&open).map_err(Failure::Invalid)?;
    Ok(store::insert(visit, &checked).await?)
}

/// Gives a group another name or place.
pub(super) async fn apply(visit: &Visit, id: WorkgroupId, seen: i64, input: &GroupInput) -> Answer<()> {
    let group = store::one(visit, id).await?;
    let open = open_groups(visit).await?;
    let others = open.iter().filter(|other| other.id != group.id);
    let checked = input.check(others).map_err(Failure::Invalid)?;
    Ok(store::rename(visit, id, seen, &checked).await?)
}

/// Closes a group that nobody is in.
pub(super) async fn shut(visit: &Visit, id: WorkgroupId, seen: i64, input: &CloseInput) -> Answer<()> {
    let today = visit.today();
    store::one(visit, id).await?;
    let members = store::members(visit, id, today, today).await?;
    let closed_on = input.check(members.len(), today).map_err(Failure::Invalid)?;
    Ok(store::close(visit, id, seen, closed_on).await?)
}

pub(super) async fn create(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    match add(&visit, &fields.read()?).await {
        Ok(id) => Ok(flash(&format!("/groups/{id}"), "groups-made")),
        Err(Failure::Invalid(wrong)) => Ok(page::form_again(
            &reader,
            None,
            &fields.with_errors(&reader, &wrong),
        )),
        Err(other) => Err(other),
    }
}

pub(super) async fn rename(
    visit: AtDesk,
    reader: Reader,
    Path(id): Path<WorkgroupId>,
    fields: Fields,
) -> Answer {
    match apply(&visit, id, seen(&fields)?, &fields.read()?).await {
        Ok(()) => Ok(flash(&format!("/groups/{id}"), "groups-saved")),
        Err(Failure::Invalid(wrong)) => {
            let group = store::one(&visit, id).await?;
            Ok(page::form_again(
                &reader,
                Some(&group),
                &fields.with_errors(&reader, &wrong),
            ))
        }
        Err(Failure::Desk(DeskError::Conflict)) => page::conflict(&visit, &reader, id, fields.0).await,
        Err(other) => Err(other),
    }
}

pub(super) async fn close(
    visit: AtDesk,
    reader: Reader,
    Path(id): Path<WorkgroupId>,
    fields: Fields,
) -> Answer {
    match shut(&visit, id, seen(&fields)?, &fields.read()?).await {
        Ok(()) => Ok(flash("/groups", "groups-closed")),
        Err(Failure::Invalid(wrong)) => {
            let group = store::one(&visit, id).await?;
            Ok(page::close_again(
                &reader,
                &group,
                &fields.with_errors(&reader, &wrong),
            ))
        }
        Err(other) => Err(other),
    }
}

async fn open_groups(visit: &Visit) -> Answer<Vec<Group>> {
    let today = visit.today();
    let mut groups = store::all(visit).await?;
    groups.retain(|group| group.is_open(today));
    Ok(groups)
}

/// The version that the form was made of.
fn seen(fields: &Fields) -> Answer<i64> {
    fields
        .0
        .value("version")
        .parse()
        .map_err(|_| Failure::Unreadable("the form lacks its version"))
}
