//! The smaller pages of a request: a value that is said to be wrong, a recipient who was told, a letter.

use polku_desk::{Client, DeskError, Read, SubjectId};
use polku_pages::{form::FormState, html};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use uuid::Uuid;

use super::{
    change, kept,
    page::{again, may_write, seen, sub_heading},
    rectification::{self, Item},
    rectification_input::{ItemDecision, ItemInput},
    store,
    told::{self, ToldInput},
    values_view,
};
use crate::letter::Letter;

pub(super) async fn add_value(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: ItemInput = fields.read()?;
    match rectification::add(&visit, reader.texts, client, id, &input).await {
        Ok(_) => Ok(flash(&change::address(client, id), "requests-item-saved")),
        Err(failure) => again(&visit, &reader, client, id, fields, Some(failure)).await,
    }
}

pub(super) async fn value(
    visit: AtDesk,
    reader: Reader,
    Path((client, id, value)): Path<(SubjectId, Uuid, Uuid)>,
) -> Answer {
    kept(&visit)?;
    let grant = visit.open::<Client, Read>(client).await?;
    store::one(&grant, id).await?;
    let item = item(rectification::items(&grant, id).await?, value)?;
    let body = values_view::value(
        reader.texts,
        client,
        id,
        &item,
        may_write(&grant),
        &FormState::new(),
    );
    let heading = sub_heading(&grant, &reader, "requests-item");
    Ok(reader.page("requests-item", &heading, body))
}

fn item(items: Vec<Item>, value: Uuid) -> Result<Item, DeskError> {
    items
        .into_iter()
        .find(|item| item.id == value)
        .ok_or(DeskError::Hidden)
}

pub(super) async fn decide_value(
    visit: AtDesk,
    reader: Reader,
    Path((client, id, value)): Path<(SubjectId, Uuid, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: ItemDecision = fields.read()?;
    let seen = seen(&fields)?;
    match rectification::decide(&visit, reader.texts, client, (id, value), seen, &input).await {
        Ok(()) => Ok(flash(&change::address(client, id), "requests-item-decided-saved")),
        Err(Failure::Invalid(invalid)) => {
            let grant = visit.open::<Client, Read>(client).await?;
            let item = item(rectification::items(&grant, id).await?, value)?;
            let state = fields.with_errors(&reader, &invalid);
            let body = values_view::value(reader.texts, client, id, &item, may_write(&grant), &state);
            let heading = sub_heading(&grant, &reader, "requests-item");
            Ok(reader.page_to_mend("requests-item", &[], &heading, body))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn tell(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: ToldInput = fields.read()?;
    match told::tell(&visit, client, id, &input, reader.texts.locale().into()).await {
        Ok(()) => Ok(flash(&change::address(client, id), "requests-told-saved")),
        Err(failure) => again(&visit, &reader, client, id, fields, Some(failure)).await,
    }
}

pub(super) async fn letter(
    visit: AtDesk,
    reader: Reader,
    Path((client, id, number)): Path<(SubjectId, Uuid, String)>,
) -> Answer {
    kept(&visit)?;
    let grant = visit.open::<Client, Read>(client).await?;
    let letter = letter_of(store::one(&grant, id).await?.words.letters, &number)?;
    let body = html! {
        (letter.paper(&*visit.profile()?))
        p { a href={ (change::address(client, id)) "/letters/" (number) "/pdf" } { (reader.texts.t("letters-as-file")) } }
    };
    let heading = sub_heading(&grant, &reader, "letters-title");
    Ok(reader.page("letters-title", &heading, body))
}

pub(super) async fn letter_file(
    visit: AtDesk,
    Path((client, id, number)): Path<(SubjectId, Uuid, String)>,
) -> Answer {
    kept(&visit)?;
    let grant = visit.open::<Client, Read>(client).await?;
    let letter = letter_of(store::one(&grant, id).await?.words.letters, &number)?;
    letter.file(&*visit.profile()?, visit.now()).await
}

/// The letter of a number, from 1. It is read as a number after the client was opened, so that a made-up one leaves its entry.
pub(super) fn letter_of(letters: Vec<Letter>, number: &str) -> Result<Letter, DeskError> {
    let number: Option<usize> = number.parse().ok();
    number
        .and_then(|number| number.checked_sub(1))
        .and_then(|place| letters.into_iter().nth(place))
        .ok_or(DeskError::Hidden)
}
