//! The pages of groups.

use polku_desk::{Visit, ids::WorkgroupId};
use polku_pages::{components::Button, form::FormState, frame::Heading, html};
use polku_web::{Answer, AtDesk, Path, Reader, Response};
use uuid::Uuid;

use super::{
    group::Group,
    store,
    view::{self, CoachForms},
};

/// Which form of a group's page has something to mend.
pub(super) enum Mending {
    /// That of a new coach.
    NewCoach(FormState),
    /// That of the end of a coach's time.
    EndOfCoach(Uuid, FormState),
}

pub(super) async fn list(visit: AtDesk, reader: Reader) -> Answer {
    let texts = reader.texts;
    let groups = store::seen(&visit).await?;
    let manages = store::manages(&visit);
    let mut heading = Heading::new(texts.t("groups-title"));
    if manages {
        heading = heading.action(Button::link("/groups/new", texts.t("groups-new")).main());
    }
    let body = view::list(texts, &groups, manages, visit.today());
    Ok(reader.page("groups-title", &heading, body))
}

pub(super) async fn new(reader: Reader) -> Answer {
    let heading = form_heading(&reader, None);
    let body = view::form(reader.texts, None, &FormState::new());
    Ok(reader.page("groups-new", &heading, body))
}

pub(super) async fn edit(visit: AtDesk, reader: Reader, Path(id): Path<WorkgroupId>) -> Answer {
    let group = store::one(&visit, id).await?;
    let mut state = FormState::new();
    state.set("name", &group.name).set("place", &group.place);
    state.set("version", group.version.to_string());
    let body = view::form(reader.texts, Some(&group), &state);
    Ok(reader.page("groups-edit", &form_heading(&reader, Some(&group)), body))
}

pub(super) async fn ask_to_close(visit: AtDesk, reader: Reader, Path(id): Path<WorkgroupId>) -> Answer {
    let group = store::one(&visit, id).await?;
    let mut state = FormState::new();
    state.set("closed_on", polku_pages::format::date(visit.today()));
    let body = view::close_form(reader.texts, &group, &state);
    Ok(reader.page("groups-close", &close_heading(&reader, &group), body))
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(id): Path<WorkgroupId>) -> Answer {
    let (heading, body) = shown(&visit, &reader, id, CoachForms::default()).await?;
    Ok(reader.page("groups-one", &heading, body))
}

/// The group's page again, with one of its forms to mend.
pub(super) async fn show_again(visit: &Visit, reader: &Reader, id: WorkgroupId, mending: Mending) -> Answer {
    let forms = match mending {
        Mending::NewCoach(state) => CoachForms {
            new: state,
            ..CoachForms::default()
        },
        Mending::EndOfCoach(coaching, state) => CoachForms {
            ending: Some((coaching, state)),
            ..CoachForms::default()
        },
    };
    let (heading, body) = shown(visit, reader, id, forms).await?;
    Ok(reader.page_to_mend("groups-one", &[], &heading, body))
}

/// The form of a group with something to mend.
pub(super) fn form_again(reader: &Reader, group: Option<&Group>, state: &FormState) -> Response {
    let title = if group.is_some() {
        "groups-edit"
    } else {
        "groups-new"
    };
    let body = view::form(reader.texts, group, state);
    reader.page_to_mend(title, &[], &form_heading(reader, group), body)
}

/// The form of closing with something to mend.
pub(super) fn close_again(reader: &Reader, group: &Group, state: &FormState) -> Response {
    let body = view::close_form(reader.texts, group, state);
    reader.page_to_mend("groups-close", &[], &close_heading(reader, group), body)
}

/// Somebody changed the group meanwhile: shows what is stored beside what was typed.
pub(super) async fn conflict(visit: &Visit, reader: &Reader, id: WorkgroupId, typed: FormState) -> Answer {
    let stored = store::one(visit, id).await?;
    let mut state = typed;
    state.set("version", stored.version.to_string());
    let body = html! {
        (view::conflict(reader.texts, &stored))
        (view::form(reader.texts, Some(&stored), &state))
    };
    Ok(reader.page_to_mend("groups-edit", &[], &form_heading(reader, Some(&stored)), body))
}

async fn shown(
    visit: &Visit,
    reader: &Reader,
    id: WorkgroupId,
    forms: CoachForms,
) -> Answer<(Heading, polku_pages::Markup)> {
    let (texts, today) = (reader.texts, visit.today());
    let group = store::one(visit, id).await?;
    let members = store::members(visit, id, today, today).await?;
    let candidates = if store::manages(visit) {
        Some(store::candidates(visit).await?)
    } else {
        None
    };
    let mut heading = Heading::new(&group.name).back("/groups", texts.t("groups-title"));
    if !group.place.is_empty() {
        heading = heading.subtitle(&group.place);
    }
    if let Some(tag) = view::state_tag(texts, &group, today) {
        heading = heading.tag(tag);
    }
    if candidates.is_some() && group.closed_on.is_none() {
        let page = format!("/groups/{id}");
        heading = heading
            .action(Button::link(format!("{page}/close"), texts.t("groups-close")))
            .action(Button::link(format!("{page}/edit"), texts.t("common-edit")));
    }
    let body = html! {
        (view::members(texts, &members))
        (view::coaches(texts, &group, candidates.as_deref(), &forms, today))
    };
    Ok((heading, body))
}

fn form_heading(reader: &Reader, group: Option<&Group>) -> Heading {
    let texts = reader.texts;
    match group {
        Some(group) => {
            Heading::new(texts.t("groups-edit")).back(format!("/groups/{}", group.id), &group.name)
        }
        None => Heading::new(texts.t("groups-new")).back("/groups", texts.t("groups-title")),
    }
}

fn close_heading(reader: &Reader, group: &Group) -> Heading {
    Heading::new(reader.texts.t("groups-close")).back(format!("/groups/{}", group.id), &group.name)
}
