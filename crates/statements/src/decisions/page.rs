//! The pages of decisions.

use polku_casework::{clients::tabs, keeping};
use polku_desk::{Client, Granted, Read, SubjectId};
use polku_pages::{Texts, components::Button, form::FormState, format, frame::Heading};
use polku_profile::Activity;
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Query, Reader, flash};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    TAB,
    change::{self, address},
    input::{DecisionInput, NoticeInput},
    kept, rules, store,
    view::{self, DecisionForm},
};

/// What the address of a new decision asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    replaces: String,
}

pub(super) async fn list(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let decides = keeping::allows(&visit, Activity::Decide)?;
    let mut heading = heading(&grant, reader.texts);
    if decides {
        let new = format!("/clients/{}/decisions/new", grant.subject());
        heading = heading.action(Button::link(new, reader.texts.t("decisions-new")).key('n').main());
    }
    let tabs = tabs::of(&grant, reader.texts, TAB);
    let decisions = store::all(&grant).await?;
    let body = view::list(reader.texts, grant.subject(), &decisions, &tabs);
    Ok(reader.page("decisions-title", &heading, body))
}

pub(super) async fn new(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    Query(asked): Query<Asked>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let mut state = FormState::new();
    state
        .set("decided_on", format::date(visit.today()))
        .set("decided_by", &visit.visitor().display_name);
    if asked.replaces.parse::<Uuid>().is_ok() {
        state.set("replaces", &asked.replaces);
    }
    let form = form(&visit, reader.texts, client, &state)?;
    Ok(reader.page("decisions-new-title", &heading(&grant, reader.texts), form))
}

pub(super) async fn make(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: DecisionInput = fields.read()?;
    match change::make(&visit, client, &input).await {
        Ok(id) => Ok(flash(&address(client, id), "decisions-made")),
        Err(Failure::Invalid(invalid)) => {
            let grant = visit.open::<Client, Read>(client).await?;
            let state = fields.with_errors(&reader, &invalid);
            let form = form(&visit, reader.texts, client, &state)?;
            Ok(reader.page_to_mend("decisions-new-title", &[], &heading(&grant, reader.texts), form))
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
    let mut state = FormState::new();
    state.set("on", format::date(visit.today()));
    let body = one(&visit, reader.texts, &grant, id, &state).await?;
    Ok(reader.page("decisions-one-title", &heading(&grant, reader.texts), body))
}

pub(super) async fn notify(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: NoticeInput = fields.read()?;
    match change::notify(&visit, client, id, &input).await {
        Ok(()) => Ok(flash(&address(client, id), "decisions-notified-done")),
        Err(Failure::Invalid(invalid)) => {
            let grant = visit.open::<Client, Read>(client).await?;
            let state = fields.with_errors(&reader, &invalid);
            let body = one(&visit, reader.texts, &grant, id, &state).await?;
            Ok(reader.page_to_mend("decisions-one-title", &[], &heading(&grant, reader.texts), body))
        }
        Err(failure) => Err(failure),
    }
}

async fn one(
    visit: &AtDesk,
    texts: Texts,
    grant: &Granted<'_, Client, Read>,
    id: Uuid,
    state: &FormState,
) -> Answer<polku_pages::Markup> {
    let decision = store::one(grant, id).await?;
    let decides = keeping::allows(visit, Activity::Decide)?;
    Ok(view::one(
        texts,
        grant.subject(),
        &*visit.profile()?,
        &decision,
        state,
        decides,
    ))
}

fn form(visit: &AtDesk, texts: Texts, client: SubjectId, state: &FormState) -> Answer<polku_pages::Markup> {
    keeping::allowed(visit, Activity::Decide)?;
    let profile = visit.profile()?;
    let form = DecisionForm {
        texts,
        client,
        acts: profile.acts.iter().chain(polku_profile::shipped_acts()).collect(),
        asks_appeal: rules::needs_appeal(profile.controller.kind),
        state,
    };
    Ok(form.render())
}

fn heading(grant: &Granted<'_, Client, Read>, texts: Texts) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(texts.with("decisions-heading", &[("name", name.as_str().into())]))
        .back(format!("/clients/{}", grant.subject()), name)
}
