//! The main user's pages of templates.

use polku_desk::{DeskError, Visit};
use polku_pages::{Texts, components::Button, form::FormState, frame::Heading, html};
use polku_values::InterfaceLanguage;
use polku_web::{Answer, AtDesk, Failure, Fields, Mistake, Path, Reader, Response, flash, flash_warning};

use super::{
    TITLE,
    change::{self, NotWritten},
    input::ContentInput,
    kept, store,
    template::{Standing, Template, TemplateId},
    view,
};

pub(super) async fn list(visit: AtDesk, reader: Reader) -> Answer {
    kept(&visit)?;
    let texts = reader.texts;
    let all = store::all(&visit).await?;
    let new = html! {
        form method="post" action=(TITLE) { (Button::submit(texts.t("agreement-templates-new"))) }
    };
    let heading = Heading::new(texts.t("agreement-templates-title"))
        .subtitle(texts.t("agreement-templates-what"))
        .action(new);
    Ok(reader.page("agreement-templates-title", &heading, view::list(texts, &all)))
}

/// Begins a draft from the version that the form names, or an empty one.
pub(super) async fn begin(visit: AtDesk, fields: Fields) -> Answer {
    let from = Some(fields.0.value("from")).filter(|from| !from.is_empty());
    let from = from.map(|from| TemplateId(from.to_owned()));
    match (change::begin(&visit, from.as_ref(), None).await, from) {
        (Ok(id), _) => Ok(flash(&address(&id), "agreement-templates-begun")),
        // Somebody else has begun it: they go on together with that one.
        (Err(Failure::Desk(DeskError::Conflict)), Some(from)) => {
            visit.settle().await?;
            let draft = store::draft_of(&visit, &from).await?;
            let draft = draft.map_or_else(|| TITLE.to_owned(), |draft| address(&draft));
            Ok(flash_warning(&draft, "agreement-templates-begun-already"))
        }
        (Err(failure), _) => Err(failure),
    }
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(id): Path<TemplateId>) -> Answer {
    kept(&visit)?;
    let template = store::one(&visit, &id).await?;
    let mut state = filled(&template);
    state.set("version", template.version.to_string());
    let body = view::template(reader.texts, &template, &state, None);
    Ok(reader.page(
        "agreement-template-title",
        &heading(reader.texts, &template),
        body,
    ))
}

/// Saves a draft, and puts it to use if that was pressed.
pub(super) async fn save(
    visit: AtDesk,
    reader: Reader,
    Path(id): Path<TemplateId>,
    fields: Fields,
) -> Answer {
    let input: ContentInput = fields.read()?;
    let seen = fields.0.value("version").parse();
    let seen: i64 = seen.map_err(|_| Failure::Unreadable("the form lacks the version"))?;
    match change::save(&visit, &id, seen, &input).await {
        Ok(()) => {}
        Err(NotWritten::Mistakes(mistakes)) => {
            return to_mend(&visit, &reader, &id, fields.0, &mistakes).await;
        }
        Err(NotWritten::Failure(Failure::Desk(DeskError::Conflict))) => {
            return conflict(&visit, &reader, &id, fields.0).await;
        }
        Err(NotWritten::Failure(failure)) => return Err(failure),
    }
    if !fields.0.has("do", "use") {
        return Ok(flash(&address(&id), "agreement-templates-saved"));
    }
    visit.settle().await?;
    let template = store::one(&visit, &id).await?;
    change::turn(&visit, &template, Standing::InUse, seen + 1)
        .await
        .map_err(Failure::from)?;
    Ok(flash(TITLE, "agreement-templates-put-to-use"))
}

/// Retires a version, offers it again, or throws a draft away.
pub(super) async fn stand(visit: AtDesk, Path(id): Path<TemplateId>, fields: Fields) -> Answer {
    kept(&visit)?;
    let template = store::one(&visit, &id).await?;
    if fields.0.has("to", "discarded") {
        store::discard(&visit, &id).await?;
        return Ok(flash(TITLE, "agreement-templates-discarded"));
    }
    let to = fields.0.value("to").parse();
    let to: Standing = to.map_err(|_| Failure::Unreadable("no such standing"))?;
    change::turn(&visit, &template, to, template.version)
        .await
        .map_err(Failure::from)?;
    Ok(flash(
        TITLE,
        match to {
            Standing::Retired => "agreement-templates-retired",
            Standing::InUse | Standing::Draft => "agreement-templates-offered",
        },
    ))
}

/// Where a template is written.
pub(super) fn address(id: &TemplateId) -> String {
    format!("{TITLE}/{id}")
}

async fn to_mend(
    visit: &Visit,
    reader: &Reader,
    id: &TemplateId,
    mut typed: FormState,
    mistakes: &[Mistake],
) -> Answer<Response> {
    for mistake in mistakes {
        typed.error(mistake.field, mistake.words(reader.texts));
    }
    let template = store::one(visit, id).await?;
    let body = view::template(reader.texts, &template, &typed, None);
    let heading = heading(reader.texts, &template);
    Ok(reader.page_to_mend("agreement-template-title", &[], &heading, body))
}

/// What is stored now stands beside what was typed.
async fn conflict(visit: &Visit, reader: &Reader, id: &TemplateId, mut typed: FormState) -> Answer<Response> {
    visit.settle().await?;
    let now = store::one(visit, id).await?;
    typed.set("version", now.version.to_string());
    let body = view::template(reader.texts, &now, &typed, Some(&now.content));
    Ok(reader.page_to_mend(
        "agreement-template-title",
        &[],
        &heading(reader.texts, &now),
        body,
    ))
}

fn filled(template: &Template) -> FormState {
    let mut state = FormState::new();
    for (field, value) in ContentInput::of(&template.content).fields() {
        state.set(field, value);
    }
    state
}

fn heading(texts: Texts, template: &Template) -> Heading {
    let language: InterfaceLanguage = texts.locale().into();
    let named = template.content.title.of(language);
    let named = if named.is_empty() {
        texts.t("agreement-templates-nameless")
    } else {
        named.to_owned()
    };
    let heading = Heading::new(named)
        .subtitle(texts.with(
            "agreement-templates-version",
            &[("number", template.number.into())],
        ))
        .tag(view::tag(texts, template.standing))
        .back(TITLE, texts.t("agreement-templates-title"));
    if template.standing == Standing::Draft {
        return heading;
    }
    heading.action(html! {
        form method="post" action=(TITLE) {
            input type="hidden" name="from" value=(template.id);
            (Button::submit(texts.t("agreement-templates-next")).main())
        }
    })
}
