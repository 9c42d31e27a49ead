//! The pages of narratives.

use polku_casework::clients::tabs;
use polku_desk::{Client, DeskError, Granted, Read, SubjectId};
use polku_pages::{
    Texts,
    components::{Button, Notice, Paper},
    form::FormState,
    format,
    frame::Heading,
    html,
};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use uuid::Uuid;

use super::{
    TAB,
    change::{self, address},
    input::NarrativeInput,
    kept, store, view,
};

pub(super) async fn list(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let new = format!("/clients/{}/narratives/new", grant.subject());
    let heading = heading(&grant, reader.texts).action(
        Button::link(new, reader.texts.t("narratives-new"))
            .key('n')
            .main(),
    );
    let tabs = tabs::of(&grant, reader.texts, TAB);
    let narratives = store::all(&grant).await?;
    let body = view::list(reader.texts, grant.subject(), &narratives, &tabs, visit.today());
    Ok(reader.page("narratives-title", &heading, body))
}

pub(super) async fn new(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let mut state = FormState::new();
    state.set("dated", format::date(visit.today()));
    let form = view::form(
        reader.texts,
        &format!("/clients/{client}/narratives"),
        &state,
        None,
    );
    Ok(reader.page("narratives-new-title", &heading(&grant, reader.texts), form))
}

pub(super) async fn tell(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: NarrativeInput = fields.read()?;
    match change::tell(&visit, client, &input).await {
        Ok(id) => Ok(flash(&address(client, id), "narratives-saved")),
        Err(Failure::Invalid(invalid)) => {
            let grant = visit.open::<Client, Read>(client).await?;
            let state = fields.with_errors(&reader, &invalid);
            let form = view::form(
                reader.texts,
                &format!("/clients/{client}/narratives"),
                &state,
                None,
            );
            Ok(reader.page_to_mend("narratives-new-title", &[], &heading(&grant, reader.texts), form))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn show(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let narrative = store::one(&grant, id).await?;
    let versions = store::versions(&grant, id).await?;
    let body = view::one(reader.texts, grant.subject(), &narrative, &versions);
    Ok(reader.page("narratives-one-title", &heading(&grant, reader.texts), body))
}

pub(super) async fn ask(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let narrative = store::one(&grant, id).await?;
    let state = view::filled(&narrative.current);
    let action = format!("{}/correct", address(client, id));
    let body = html! {
        div.stack {
            p { (reader.texts.t("narratives-correct-help")) }
            (view::form(reader.texts, &action, &state, Some(narrative.current.number)))
        }
    };
    Ok(reader.page("narratives-correct-title", &heading(&grant, reader.texts), body))
}

pub(super) async fn correct(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: NarrativeInput = fields.read()?;
    let version = fields.0.value("version").parse();
    let seen = version.map_err(|_| Failure::Unreadable("the form lacks the version"))?;
    let (state, is_changed) = match change::correct(&visit, client, id, seen, &input).await {
        Ok(()) => return Ok(flash(&address(client, id), "narratives-corrected-done")),
        Err(Failure::Invalid(invalid)) => (fields.with_errors(&reader, &invalid), false),
        Err(Failure::Desk(DeskError::Conflict)) => (fields.0, true),
        Err(failure) => return Err(failure),
    };
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let narrative = store::one(&grant, id).await?;
    let action = format!("{}/correct", address(client, id));
    let body = html! {
        div.stack {
            @if is_changed {
                (Notice::warning(reader.texts.t("narratives-corrected-meanwhile")))
                (Paper::new(&narrative.current.says.words.heading)
                    .with_inside(view::wording(reader.texts, &narrative.current)))
            }
            (view::form(reader.texts, &action, &state, Some(narrative.current.number)))
        }
    };
    Ok(reader.page_to_mend(
        "narratives-correct-title",
        &[],
        &heading(&grant, reader.texts),
        body,
    ))
}

fn heading(grant: &Granted<'_, Client, Read>, texts: Texts) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(texts.with("narratives-heading", &[("name", name.as_str().into())]))
        .back(format!("/clients/{}", grant.subject()), name)
}
