//! The main user's pages of instruments.

use polku_desk::{DeskError, Visit};
use polku_pages::{
    Texts,
    components::{Button, Notice},
    form::FormState,
    frame::Heading,
    html,
};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, Response, flash};

use super::{
    api::CANNOT,
    check::{Mistake, mistakes},
    definition::Definition,
    edition::{Edition, EditionId, Standing},
    form::{self, Part},
    form_reading, kept,
    reading::{read, write},
    store, view,
};

pub(super) async fn list(visit: AtDesk, reader: Reader) -> Answer {
    kept(&visit)?;
    let editions = store::editions(&visit).await?;
    let heading =
        Heading::new(reader.texts.t("instruments-title")).subtitle(reader.texts.t("instruments-what"));
    Ok(reader.page("instruments-title", &heading, view::list(reader.texts, &editions)))
}

/// Begins a draft from the edition that the form names, or from an example.
pub(super) async fn begin(visit: AtDesk, fields: Fields) -> Answer {
    kept(&visit)?;
    let from = fields.0.value("from");
    let id = if from.is_empty() {
        let example = read(view::EXAMPLE).map_err(|_| Failure::Internal("the example is wrong".into()))?;
        store::begin(&visit, None, &example).await?
    } else {
        let edition = store::edition(&visit, &EditionId(from.to_owned())).await?;
        store::begin(&visit, Some(&edition.family), &edition.definition).await?
    };
    Ok(flash(&format!("/instruments/{id}"), "instrument-begun"))
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(id): Path<EditionId>) -> Answer {
    kept(&visit)?;
    let edition = store::edition(&visit, &id).await?;
    let state = filled(&edition.definition);
    let wrong = mistakes(&edition.definition);
    let body = view::edition(reader.texts, &edition, &edition.definition, &state, &wrong);
    Ok(reader.page("instrument-title", &heading(reader.texts, &edition), body))
}

/// The form of a definition, with the same as text.
fn filled(definition: &Definition) -> FormState {
    let mut state = form::filled(definition);
    state.set("definition", write(definition));
    state
}

/// Saves a draft, and publishes it if that was pressed. A draft may have mistakes between its parts; what is in use has
/// none.
pub(super) async fn save(visit: AtDesk, reader: Reader, Path(id): Path<EditionId>, fields: Fields) -> Answer {
    kept(&visit)?;
    let edition = store::edition(&visit, &id).await?;
    let seen = fields.0.value("version").parse();
    let seen: i64 = seen.map_err(|_| Failure::Unreadable("the form lacks the version"))?;
    let typed = fields.0;
    let is_text = typed.values.contains_key("definition");
    let (definition, wrong) = if is_text {
        match read(typed.value("definition")) {
            Ok(definition) => (definition, Vec::new()),
            Err(wrong) => {
                return Ok(to_mend(
                    &reader,
                    &edition,
                    &edition.definition,
                    typed,
                    "definition",
                    &wrong,
                ));
            }
        }
    } else {
        form_reading::read(&typed)
    };
    if let Some(part) = Part::of_button(typed.value("do")) {
        let more = form::with_another(definition, part);
        let body = view::edition(reader.texts, &edition, &more, &filled(&more), &[]);
        return Ok(reader.page("instrument-title", &heading(reader.texts, &edition), body));
    }
    if !wrong.is_empty() {
        return Ok(to_mend(&reader, &edition, &definition, typed, "", &wrong));
    }
    if edition.standing != Standing::Draft || seen != edition.version {
        return Ok(conflict(&reader, &edition, &definition));
    }
    match store::save(&visit, &id, seen, &definition).await {
        Err(DeskError::Conflict) => {
            visit.settle().await?;
            let edition = store::edition(&visit, &id).await?;
            return Ok(conflict(&reader, &edition, &definition));
        }
        other => other?,
    }
    if typed.has("do", "publish") {
        visit.settle().await?;
        store::publish(&visit, &id, seen + 1).await?;
        return Ok(flash("/instruments", "instrument-published"));
    }
    Ok(flash(&format!("/instruments/{id}"), "instrument-saved"))
}

/// The page again with what was typed and everything that is to be mended.
fn to_mend(
    reader: &Reader,
    edition: &Edition,
    held: &Definition,
    mut typed: FormState,
    field: &str,
    wrong: &[Mistake],
) -> Response {
    for mistake in wrong {
        typed.error(field, view::mistake(reader.texts, mistake));
    }
    if field.is_empty() {
        typed.set("definition", write(held));
    } else {
        let words = form::filled(held).values;
        for (name, values) in words {
            typed.values.entry(name).or_insert(values);
        }
    }
    let body = view::edition(reader.texts, edition, held, &typed, &[]);
    reader.page_to_mend("instrument-title", &[], &heading(reader.texts, edition), body)
}

/// Withdraws an edition, offers it again, or throws a draft away.
pub(super) async fn stand(visit: AtDesk, Path(id): Path<EditionId>, fields: Fields) -> Answer {
    kept(&visit)?;
    let edition = store::edition(&visit, &id).await?;
    if fields.0.has("to", "discarded") {
        store::discard(&visit, &id).await?;
        return Ok(flash("/instruments", "instrument-discarded"));
    }
    let to: Standing = fields
        .0
        .value("to")
        .parse()
        .map_err(|_| Failure::Unreadable("no such standing"))?;
    turn(&visit, &edition, to, edition.version).await?;
    Ok(flash(
        "/instruments",
        match to {
            Standing::Withdrawn => "instrument-withdrawn",
            Standing::Published | Standing::Draft => "instrument-offered",
        },
    ))
}

/// Publishes, withdraws or offers again.
///
/// # Errors
/// A refusal when an edition cannot come to stand so; the mistakes of a draft that is to be published.
pub(super) async fn turn(visit: &Visit, edition: &Edition, to: Standing, seen: i64) -> Answer<()> {
    match (edition.standing, to) {
        (Standing::Draft, Standing::Published) => {
            if !mistakes(&edition.definition).is_empty() {
                return Err(CANNOT);
            }
            store::publish(visit, &edition.id, seen).await?;
        }
        (Standing::Published, Standing::Withdrawn) => store::withdraw(visit, &edition.id).await?,
        (Standing::Withdrawn, Standing::Published) => store::restore(visit, &edition.id).await?,
        _ => return Err(CANNOT),
    }
    Ok(())
}

/// What is stored now stands beside what was typed.
fn conflict(reader: &Reader, now: &Edition, typed: &Definition) -> Response {
    let texts = reader.texts;
    let body = html! {
        div.stack {
            (Notice::warning(texts.t("instrument-changed-meanwhile"))
                .more(html! { pre.definition { (write(&now.definition)) } }))
            @if now.standing == Standing::Draft { (view::edition(texts, now, typed, &filled(typed), &[])) }
            @else { p { (texts.t("instrument-typed")) } pre.definition { (write(typed)) } }
        }
    };
    reader.page_to_mend("instrument-title", &[], &heading(texts, now), body)
}

fn heading(texts: Texts, edition: &Edition) -> Heading {
    let heading = Heading::new(edition.definition.title.of(texts.locale()))
        .subtitle(texts.with("instrument-edition", &[("number", edition.number.into())]))
        .tag(view::tag(texts, edition.standing))
        .back("/instruments", texts.t("instruments-title"));
    if edition.standing == Standing::Draft {
        heading
    } else {
        heading.action(html! {
            form method="post" action="/instruments" {
                input type="hidden" name="from" value=(edition.id);
                (Button::submit(texts.t("instrument-new-edition")).main())
            }
        })
    }
}
