//! The pages of processors and systems.

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
    processor::Kind,
    seed, store,
    view::{self, ListPage},
};

const ADDRESS: &str = "/admin/processors";

/// Which entry of the profile a new one completes.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    kind: String,
    profile: String,
}

pub(super) async fn list(visit: AtDesk, reader: Reader) -> Answer {
    let texts = reader.texts;
    let known = store::all(&visit).await?;
    let page = ListPage {
        waiting: seed::waiting(&*visit.profile()?, texts, &known),
        known,
        today: visit.today(),
    };
    let new = Button::link("/admin/processors/new", texts.t("processors-new"));
    let heading = Heading::new(texts.t("processors-title"))
        .subtitle(texts.t("processors-what"))
        .action(new.main());
    Ok(reader.page("processors-title", &heading, view::list(texts, &page)))
}

pub(super) async fn new(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let mut state = FormState::new();
    let kind: Option<Kind> = asked.kind.parse().ok();
    let entries = seed::entries(&*visit.profile()?, reader.texts);
    let entry = entries.iter().find(|entry| {
        Some(entry.kind) == kind && entry.profile_key.as_deref() == Some(asked.profile.as_str())
    });
    if let Some(entry) = entry {
        view::fill(&mut state, entry);
    }
    let form = view::form(reader.texts, None, &state);
    Ok(reader.page("processors-new", &heading(&reader, "processors-new"), form))
}

pub(super) async fn write(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    match change::write(&visit, &fields.read()?).await {
        Ok(_) => Ok(flash(ADDRESS, "processors-saved")),
        Err(Failure::Invalid(invalid)) => {
            let form = view::form(reader.texts, None, &fields.with_errors(&reader, &invalid));
            Ok(reader.page_to_mend("processors-new", &[], &heading(&reader, "processors-new"), form))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>) -> Answer {
    let one = store::one(&visit, id).await?;
    let mut state = FormState::new();
    state.set("version", one.version.to_string());
    view::fill(&mut state, &one.described);
    let body = view::one(reader.texts, &one, &state, visit.today());
    Ok(reader.page("processors-one", &heading(&reader, "processors-one"), body))
}

pub(super) async fn rewrite(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>, fields: Fields) -> Answer {
    let seen = fields.0.value("version").parse();
    let seen = seen.map_err(|_| Failure::Unreadable("the form lacks the version"))?;
    let (mut state, is_changed) = match change::rewrite(&visit, id, seen, &fields.read()?).await {
        Ok(()) => return Ok(flash(ADDRESS, "processors-saved")),
        Err(Failure::Invalid(invalid)) => (fields.with_errors(&reader, &invalid), false),
        Err(Failure::Desk(DeskError::Conflict)) => (fields.0, true),
        Err(failure) => return Err(failure),
    };
    let one = store::one(&visit, id).await?;
    if is_changed && one.ended_on.is_some() {
        return Err(DeskError::Conflict.into());
    }
    state.set("version", one.version.to_string());
    let body = html! {
        @if is_changed { (Notice::warning(reader.texts.t("processors-changed-meanwhile"))) }
        (view::one(reader.texts, &one, &state, visit.today()))
    };
    Ok(reader.page_to_mend("processors-one", &[], &heading(&reader, "processors-one"), body))
}

pub(super) async fn end(visit: AtDesk, Path(id): Path<Uuid>) -> Answer {
    change::end(&visit, id).await?;
    Ok(flash(ADDRESS, "processors-ended"))
}

fn heading(reader: &Reader, key: &str) -> Heading {
    Heading::new(reader.texts.t(key)).back(ADDRESS, reader.texts.t("processors-title"))
}
