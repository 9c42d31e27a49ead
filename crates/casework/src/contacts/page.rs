//! The pages of a client's contacts.

use jiff::civil::Date;
use polku_desk::{
    Client, DeskError, Granted, Operation, Read, SubjectId, Visit,
    access::{Action, Resource},
};
use polku_pages::{
    Markup,
    components::Button,
    form::FormState,
    format::{self, finnish_time},
    frame::Heading,
    html,
};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Query, Reader, flash};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    change,
    input::ContactInput,
    store::{self, Before},
    view::{self, ListPage},
};
use crate::{clients::tabs, tasks};

/// Contacts on a page.
const PAGE: i64 = 30;

/// What an address may say of the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// The last contact of the page before.
    pub(super) after: Option<String>,
    /// At most so many.
    pub(super) limit: Option<String>,
}

impl Asked {
    pub(super) fn before(&self) -> Before {
        self.after
            .as_deref()
            .and_then(Before::parse)
            .unwrap_or(Before::TOP)
    }

    pub(super) fn limit(&self) -> i64 {
        let limit = self.limit.as_deref().and_then(|limit| limit.parse().ok());
        limit.unwrap_or(PAGE).clamp(1, 200)
    }
}

/// The client's contacts and tasks.
pub(super) async fn list(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    Query(asked): Query<Asked>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let contacts = store::latest(&grant, asked.before(), PAGE).await?;
    let more = (contacts.len() == usize::try_from(PAGE).unwrap_or(usize::MAX))
        .then(|| contacts.last().map(Before::of))
        .flatten();
    let until = contacts.first().map_or(Date::MAX, |contact| contact.held.on);
    let since = contacts.last().map_or(Date::MAX, |contact| contact.held.on);
    let page = ListPage {
        client: grant.subject(),
        now: finnish_time(visit.now()),
        revisions: store::revisions(&grant, since, until).await?,
        contacts,
        tasks: tasks::current(&grant).await?,
        may_write: may_write(&grant),
        more,
    };
    let texts = reader.texts;
    let mut heading = heading(
        &grant,
        &reader,
        "contacts-title",
        format!("/clients/{}", grant.subject()),
    );
    if page.may_write {
        let new = Button::link(view::address(page.client) + "/new", texts.t("contacts-new"));
        heading = heading.action(new.main());
    }
    let body = html! {
        (tabs::of(&grant, texts, "/contacts"))
        (view::list(texts, &page))
    };
    Ok(reader.page("contacts-title", &heading, body))
}

/// The form of a new contact.
pub(super) async fn new(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let mut state = FormState::new();
    state.set("held_on", format::date(visit.today()));
    state.set("parties", "client");
    state.set("responsible", visit.account().to_string());
    let (heading, body) = form(&visit, &reader, client, None, &state).await?;
    Ok(reader.page("contacts-new", &heading, body))
}

/// Writes a contact down.
pub(super) async fn add(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    match change::add(&visit, client, &fields.read::<ContactInput>()?).await {
        Ok(_) => Ok(flash(&view::address(client), "contacts-added")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            let (heading, body) = form(&visit, &reader, client, None, &state).await?;
            Ok(reader.page_to_mend("contacts-new", &[], &heading, body))
        }
        Err(failure) => Err(failure),
    }
}

/// The form that corrects a contact.
pub(super) async fn correcting(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let stored = store::one(&grant, id).await?;
    let task = tasks::of_contact(&grant, id).await?;
    let responsible = task.map_or(visit.account(), |task| task.responsible);
    let state = view::filled(reader.texts, &stored, responsible);
    let (heading, body) = form(&visit, &reader, client, Some(id), &state).await?;
    Ok(reader.page("contacts-correct", &heading, body))
}

/// Corrects a contact.
pub(super) async fn correct(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let seen = fields.0.value("version").parse();
    let seen = seen.map_err(|_| Failure::Unreadable("the form lacks its version"))?;
    let input: ContactInput = fields.read()?;
    let (state, conflict) = match change::correct(&visit, client, id, seen, &input).await {
        Ok(()) => return Ok(flash(&view::address(client), "contacts-corrected")),
        Err(Failure::Invalid(invalid)) => (fields.with_errors(&reader, &invalid), None),
        Err(Failure::Desk(DeskError::Conflict)) => {
            let stored = store::one(&visit.open::<Client, Read>(client).await?, id).await?;
            let mut state = fields.0;
            state.set("version", stored.version.to_string());
            (state, Some(view::conflict(reader.texts, &stored)))
        }
        Err(failure) => return Err(failure),
    };
    let (heading, body) = form(&visit, &reader, client, Some(id), &state).await?;
    let body = maud::html! { @if let Some(conflict) = conflict { (conflict) } (body) };
    Ok(reader.page_to_mend("contacts-correct", &[], &heading, body))
}

/// Whether the visitor may write about this client: who looks in an emergency may not.
pub(super) fn may_write<O: Operation>(grant: &Granted<'_, Client, O>) -> bool {
    grant.may_also(Action::Write, Resource::Contacts)
}

fn heading<O: Operation>(
    grant: &Granted<'_, Client, O>,
    reader: &Reader,
    title: &str,
    back: String,
) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(reader.texts.t(title)).back(back, name)
}

async fn form(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    contact: Option<Uuid>,
    state: &FormState,
) -> Answer<(Heading, Markup)> {
    let grant = visit.open::<Client, Read>(client).await?;
    let workers = tasks::workers(&grant).await?;
    let title = if contact.is_some() {
        "contacts-correct"
    } else {
        "contacts-new"
    };
    let heading = heading(&grant, reader, title, view::address(client));
    Ok((
        heading,
        view::form(reader.texts, client, contact, &workers, state),
    ))
}
