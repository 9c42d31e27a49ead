//! Whose data a breach was about: found by name, told, taken off again.

use polku_desk::{DeskError, SubjectId};
use polku_pages::frame::Heading;
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash, flash_warning};
use uuid::Uuid;

use super::{
    change::{self, address},
    people_view, store,
};

/// As many are shown of those found.
const MOST: usize = 20;

/// Who was found. What is typed is posted and goes into no address (A8).
pub(super) async fn find(
    visit: AtDesk,
    reader: Reader,
    Path(id): Path<Uuid>,
    Fields(form): Fields,
) -> Answer {
    let breach = store::one(&visit, id).await?;
    let texts = reader.texts;
    let found = match form.typed("q") {
        Some(text) => visit.find(text, MOST).await?,
        None => Vec::new(),
    };
    let people: Vec<(SubjectId, String)> = found
        .iter()
        .filter_map(|found| Some((found.subject, visit.name_of(found.subject)?)))
        .collect();
    let body = people_view::found(texts, breach.id, &people, &form);
    let heading = Heading::new(texts.t("breaches-people-find")).back(address(id), texts.t("breaches-one"));
    Ok(reader.page("breaches-people-find", &heading, body))
}

pub(super) async fn add(visit: AtDesk, Path((id, client)): Path<(Uuid, SubjectId)>) -> Answer {
    change::add_person(&visit, id, client).await?;
    Ok(flash(&format!("{}#people", address(id)), "breaches-person-added"))
}

pub(super) async fn remove(visit: AtDesk, Path((id, client)): Path<(Uuid, SubjectId)>) -> Answer {
    change::remove_person(&visit, id, client).await?;
    Ok(flash(
        &format!("{}#people", address(id)),
        "breaches-person-removed",
    ))
}

pub(super) async fn tell(
    visit: AtDesk,
    Path((id, client)): Path<(Uuid, SubjectId)>,
    fields: Fields,
) -> Answer {
    let told = change::tell(&visit, id, client, &fields.read()?).await;
    after(id, told)
}

pub(super) async fn tell_all(visit: AtDesk, Path(id): Path<Uuid>, fields: Fields) -> Answer {
    let told = change::tell_all(&visit, id, &fields.read()?).await;
    after(id, told)
}

/// One button and one choice: what can be wrong is said on top of the page.
fn after(id: Uuid, told: Answer<()>) -> Answer {
    let page = format!("{}#people", address(id));
    match told {
        Ok(()) => Ok(flash(&page, "breaches-person-told")),
        Err(Failure::Invalid(invalid)) => {
            let key = invalid.first().map_or("breaches-told-unknown", |first| first.key);
            Ok(flash_warning(&page, key))
        }
        Err(Failure::Desk(DeskError::Conflict)) => Ok(flash_warning(&page, "breaches-told-already")),
        Err(failure) => Err(failure),
    }
}
