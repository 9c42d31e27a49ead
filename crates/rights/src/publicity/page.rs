//! The pages of others' requests.

use polku_desk::DeskError;
use polku_pages::{
    components::{Button, Notice},
    form::FormState,
    frame::Heading,
    html,
};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Query, Reader, flash};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    change,
    input::{PublicityAct, PublicityInput},
    kept, store, view,
};
use crate::letter::Letter;

/// Which are shown: `open`, `closed` or `all`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) open: String,
}

impl Asked {
    pub(super) fn open(&self) -> Option<bool> {
        match self.open.as_str() {
            "all" => None,
            "closed" => Some(false),
            _ => Some(true),
        }
    }
}

pub(super) async fn list(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    kept(&visit)?;
    let texts = reader.texts;
    let found = store::list(&visit, asked.open()).await?;
    let new = Button::link("/publicity-requests/new", texts.t("publicity-new"))
        .key('n')
        .main();
    let heading = Heading::new(texts.t("publicity-title"))
        .back("/requests", texts.t("requests-list-title"))
        .action(new);
    let soon = visit.profile()?.reminders.request_due;
    let body = view::list(texts, &found, &asked.open, soon, visit.today());
    Ok(reader.page("publicity-title", &heading, body))
}

pub(super) async fn new(visit: AtDesk, reader: Reader) -> Answer {
    kept(&visit)?;
    let form = view::intake(reader.texts, &FormState::new());
    Ok(reader.page("publicity-new", &sub_heading(&reader, "publicity-new"), form))
}

pub(super) async fn receive(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    let input: PublicityInput = fields.read()?;
    match change::receive(&visit, &input).await {
        Ok(id) => Ok(flash(
            &format!("/publicity-requests/{id}"),
            "requests-received-saved",
        )),
        Err(Failure::Invalid(invalid)) => {
            let form = view::intake(reader.texts, &fields.with_errors(&reader, &invalid));
            let heading = sub_heading(&reader, "publicity-new");
            Ok(reader.page_to_mend("publicity-new", &[], &heading, form))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>) -> Answer {
    kept(&visit)?;
    let request = store::one(&visit, id).await?;
    let profile = visit.profile()?;
    let body = view::one(reader.texts, &profile, &request, &FormState::new(), visit.today());
    Ok(reader.page("publicity-one", &sub_heading(&reader, "publicity-one"), body))
}

pub(super) async fn act(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>, fields: Fields) -> Answer {
    let input: PublicityAct = fields.read()?;
    let seen = fields.0.value("version").parse();
    let seen = seen.map_err(|_| Failure::Unreadable("the form lacks the version"))?;
    let (state, is_changed) = match change::act(&visit, id, seen, &input).await {
        Ok(()) => {
            return Ok(flash(
                &format!("/publicity-requests/{id}"),
                "requests-answered-saved",
            ));
        }
        Err(Failure::Invalid(invalid)) => (fields.with_errors(&reader, &invalid), false),
        Err(Failure::Desk(DeskError::Conflict)) => (fields.0, true),
        Err(failure) => return Err(failure),
    };
    let request = store::one(&visit, id).await?;
    let profile = visit.profile()?;
    let body = html! {
        @if is_changed { (Notice::warning(reader.texts.t("requests-changed-meanwhile"))) }
        (view::one(reader.texts, &profile, &request, &state, visit.today()))
    };
    Ok(reader.page_to_mend("publicity-one", &[], &sub_heading(&reader, "publicity-one"), body))
}

pub(super) async fn letter(visit: AtDesk, reader: Reader, Path((id, number)): Path<(Uuid, usize)>) -> Answer {
    kept(&visit)?;
    let letter = letter_of(store::one(&visit, id).await?.words.letters, number)?;
    let body = html! {
        (letter.paper(&*visit.profile()?))
        p { a href={ "/publicity-requests/" (id) "/letters/" (number) "/pdf" } { (reader.texts.t("letters-as-file")) } }
    };
    Ok(reader.page("letters-title", &sub_heading(&reader, "letters-title"), body))
}

pub(super) async fn letter_file(visit: AtDesk, Path((id, number)): Path<(Uuid, usize)>) -> Answer {
    kept(&visit)?;
    let letter = letter_of(store::one(&visit, id).await?.words.letters, number)?;
    letter.file(&*visit.profile()?, visit.now()).await
}

fn letter_of(letters: Vec<Letter>, number: usize) -> Result<Letter, DeskError> {
    number
        .checked_sub(1)
        .and_then(|place| letters.into_iter().nth(place))
        .ok_or(DeskError::Hidden)
}

fn sub_heading(reader: &Reader, key: &str) -> Heading {
    Heading::new(reader.texts.t(key)).back("/publicity-requests", reader.texts.t("publicity-title"))
}
