//! The pages of decisions about the register.

use polku_pages::{components::Button, form::FormState, format, frame::Heading};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Query, Reader, flash};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    KEEP,
    change::{self, address},
    store, view,
};

/// What the address of a new decision asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    replaces: String,
    kind: String,
}

pub(super) async fn list(visit: AtDesk, reader: Reader) -> Answer {
    let texts = reader.texts;
    let mut heading =
        Heading::new(texts.t("register-decisions-title")).subtitle(texts.t("register-decisions-what"));
    if KEEP.admits(visit.role()) {
        let new = Button::link("/register-decisions/new", texts.t("register-decisions-new"));
        heading = heading.action(new.main());
    }
    let all = store::all(&visit).await?;
    let body = view::list(texts, &all, KEEP.admits(visit.role()), visit.today());
    Ok(reader.page("register-decisions-title", &heading, body))
}

pub(super) async fn new(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let mut state = FormState::new();
    state.set("decided_on", format::date(visit.today()));
    state.set("kind", &asked.kind);
    if let Ok(replaced) = asked.replaces.parse::<Uuid>() {
        let replaced = store::one(&visit, replaced).await?;
        state
            .set("replaces", replaced.id.to_string())
            .set("kind", replaced.kind.name())
            .set("title", &replaced.new.title)
            .set("content", &replaced.new.content)
            .set("power", &replaced.new.power);
    }
    let form = view::form(reader.texts, &state);
    Ok(reader.page(
        "register-decisions-new",
        &heading(&reader, "register-decisions-new"),
        form,
    ))
}

pub(super) async fn enter(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    match change::enter(&visit, &fields.read()?).await {
        Ok(id) => Ok(flash(&address(id), "register-decisions-entered")),
        Err(Failure::Invalid(invalid)) => {
            let form = view::form(reader.texts, &fields.with_errors(&reader, &invalid));
            let heading = heading(&reader, "register-decisions-new");
            Ok(reader.page_to_mend("register-decisions-new", &[], &heading, form))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>) -> Answer {
    let one = store::one(&visit, id).await?;
    let body = view::one(reader.texts, &one, KEEP.admits(visit.role()), visit.today());
    let heading =
        Heading::new(&one.new.title).back("/register-decisions", reader.texts.t("register-decisions-title"));
    Ok(reader.page("register-decisions-one", &heading, body))
}

fn heading(reader: &Reader, key: &str) -> Heading {
    Heading::new(reader.texts.t(key)).back("/register-decisions", reader.texts.t("register-decisions-title"))
}
