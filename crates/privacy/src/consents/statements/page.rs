//! The pages of statement texts.

use polku_desk::{DeskError, access::Role};
use polku_pages::{components::Notice, form::FormState, frame::Heading, html};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Query, Reader, flash};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    super::{consent::Kind, kept, rules},
    KEEP, change, offered,
    store::{self, State},
    view,
};

/// For which kind a draft is begun.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    kind: String,
}

pub(super) async fn list(visit: AtDesk, reader: Reader) -> Answer {
    kept(&visit)?;
    let texts = reader.texts;
    let (profile, editions) = (visit.profile()?, store::all(&visit).await?);
    let mut kinds = Vec::new();
    for kind in Kind::ALL.iter().filter(|kind| rules::has_text(&profile, **kind)) {
        kinds.push((*kind, offered(&visit, *kind).await?));
    }
    let body = view::list(texts, &kinds, &editions, KEEP.admits(visit.role()), visit.today());
    let heading = Heading::new(texts.t("consent-texts-title")).subtitle(texts.t("consent-texts-what"));
    Ok(reader.page("consent-texts-title", &heading, body))
}

pub(super) async fn new(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    kept(&visit)?;
    let kind = asked.kind.parse().unwrap_or(Kind::Disclosure);
    let now = offered(&visit, kind).await?;
    let mut state = FormState::new();
    state.set("kind", kind.name());
    view::fill(&mut state, &now.texts);
    let body = view::form(reader.texts, None, &state);
    Ok(reader.page("consent-texts-new", &heading(&reader, "consent-texts-new"), body))
}

pub(super) async fn write(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    match change::write(&visit, &fields.read()?).await {
        Ok(id) => Ok(flash(&format!("/consent-statements/{id}"), "consent-texts-saved")),
        Err(Failure::Invalid(invalid)) => {
            let body = view::form(reader.texts, None, &fields.with_errors(&reader, &invalid));
            Ok(reader.page_to_mend(
                "consent-texts-new",
                &[],
                &heading(&reader, "consent-texts-new"),
                body,
            ))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>) -> Answer {
    kept(&visit)?;
    let statement = store::one(&visit, id).await?;
    let texts = reader.texts;
    let body = if statement.state == State::Draft && visit.role() == Role::MainUser {
        let mut state = FormState::new();
        state.set("version", statement.version.to_string());
        view::fill(&mut state, &statement.texts);
        html! {
            (view::form(texts, Some(&statement), &state))
            (view::publish(texts, &statement))
        }
    } else {
        view::read_only(texts, &statement)
    };
    Ok(reader.page("consent-texts-one", &heading(&reader, "consent-texts-one"), body))
}

pub(super) async fn rewrite(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>, fields: Fields) -> Answer {
    let seen = fields.0.value("version").parse();
    let seen = seen.map_err(|_| Failure::Unreadable("the form lacks the version"))?;
    let (mut state, is_changed) = match change::rewrite(&visit, id, seen, &fields.read()?).await {
        Ok(()) => return Ok(flash(&format!("/consent-statements/{id}"), "consent-texts-saved")),
        Err(Failure::Invalid(invalid)) => (fields.with_errors(&reader, &invalid), false),
        Err(Failure::Desk(DeskError::Conflict)) => (fields.0, true),
        Err(failure) => return Err(failure),
    };
    let (texts, statement) = (reader.texts, store::one(&visit, id).await?);
    state.set("version", statement.version.to_string());
    let body = html! {
        @if is_changed {
            (Notice::warning(texts.t("consent-texts-changed-meanwhile")).more(view::words(texts, &statement)))
        }
        (view::form(texts, Some(&statement), &state))
    };
    Ok(reader.page_to_mend(
        "consent-texts-one",
        &[],
        &heading(&reader, "consent-texts-one"),
        body,
    ))
}

pub(super) async fn publish(visit: AtDesk, Path(id): Path<Uuid>) -> Answer {
    change::publish(&visit, id).await?;
    Ok(flash("/consent-statements", "consent-texts-published"))
}

fn heading(reader: &Reader, key: &str) -> Heading {
    Heading::new(reader.texts.t(key)).back("/consent-statements", reader.texts.t("consent-texts-title"))
}
