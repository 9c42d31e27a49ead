//! The pages of a client's relationships: the list, and the form of each step.

use polku_desk::{
    Client, DeskError, Granted, Read, SubjectId, Visit,
    access::{Action, Resource},
};
use polku_pages::{components::Button, form::FormState, frame::Heading, html};
use polku_profile::{Field, Profile};
use polku_web::{Answer, AtDesk, Failure, Fields, InvalidField, Path, Reader, see_other};
use std::sync::Arc;
use uuid::Uuid;

use super::{
    forms,
    relationship::{Ending, Relationship},
    rules, store, view,
};
use crate::clients::tabs;

/// Which form is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// That of a new relationship.
    New,
    /// That of corrections.
    Edit(Uuid),
    /// That of the end.
    End(Uuid),
    /// That of the question of a year on.
    FollowUp(Uuid),
}

impl Asked {
    fn relationship(self) -> Option<Uuid> {
        match self {
            Self::New => None,
            Self::Edit(id) | Self::End(id) | Self::FollowUp(id) => Some(id),
        }
    }

    /// The key of the form's title and heading.
    fn title(self) -> &'static str {
        match self {
            Self::New => "relationships-new",
            Self::Edit(_) => "relationships-edit",
            Self::End(_) => "relationships-end",
            Self::FollowUp(_) => "relationships-follow-up",
        }
    }
}

/// What a form is made of.
pub(super) struct Material {
    /// The client's name, for the heading.
    pub(super) name: String,
    /// The relationship as it is stored; none when it is a new one.
    pub(super) stored: Option<Relationship>,
    /// The register's fields.
    pub(super) profile: Arc<Profile>,
}

/// Where a relationship stands.
pub(super) fn address(client: SubjectId, relationship: Uuid) -> String {
    format!("/clients/{client}/relationships#relationship-{relationship}")
}

/// The version that a form was made of.
pub(super) fn seen(fields: &Fields) -> Answer<i64> {
    fields
        .0
        .value("version")
        .parse()
        .map_err(|_| Failure::Unreadable("the form lacks its version"))
}

/// One field to mend.
pub(super) fn invalid(field: &'static str, key: &'static str) -> Failure {
    Failure::Invalid(vec![InvalidField { field, key }])
}

/// The day on which to ask where the client is a year on, in a register that keeps the answer (A2).
pub(super) fn follow_up_of(visit: &Visit, ending: Ending) -> Answer<Option<jiff::civil::Date>> {
    let is_kept = visit.profile()?.has(Field::PlacementAfterYear);
    Ok(rules::follow_up_on(ending).filter(|_| is_kept))
}

/// Whether the visitor may change what this grant shows: an emergency or a consent only lets look.
pub(super) fn may_write(grant: &Granted<'_, Client, Read>) -> bool {
    grant.may_also(Action::Write, Resource::Service)
}

pub(super) async fn list(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let texts = reader.texts;
    let grant = visit.open::<Client, Read>(client).await?;
    let relationships = store::all(&grant).await?;
    let profile = visit.profile()?;
    let mut heading =
        Heading::new(texts.t("relationships-title")).back(client_page(client), name(&visit, &grant));
    if let Some(class) = view::class(texts, &profile, Field::RelationshipBasis) {
        heading = heading.subtitle(class);
    }
    let may_write = may_write(&grant);
    if may_write {
        let new = format!("/clients/{client}/relationships/new");
        heading = heading.action(Button::link(new, texts.t("relationships-new")).main());
    }
    let body = html! {
        (tabs::of(&grant, texts, "/relationships"))
        (view::list(texts, client, &relationships, &profile, may_write, visit.today()))
    };
    Ok(reader.page("relationships-title", &heading, body))
}

/// A form with what is stored.
pub(super) async fn ask(visit: &Visit, reader: &Reader, client: SubjectId, asked: Asked) -> Answer {
    let material = gather(visit, client, asked).await?;
    if let (Asked::FollowUp(id), Some(stored)) = (asked, &material.stored)
        && !rules::takes_follow_up(stored)
    {
        return Ok(see_other(&address(client, id)));
    }
    let state = forms::filled(asked, &material, visit.today());
    let body = forms::form(reader.texts, client, asked, &material, &state);
    Ok(reader.page(asked.title(), &heading(reader, client, asked, &material), body))
}

/// A form again, with what was typed and what is to be mended; with what is stored when somebody changed it meanwhile.
pub(super) async fn mend(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    asked: Asked,
    fields: Fields,
    failure: Failure,
) -> Answer {
    let material = gather(visit, client, asked).await?;
    let mut stored_now = None;
    let state = match failure {
        Failure::Invalid(wrong) => fields.with_errors(reader, &wrong),
        Failure::Desk(DeskError::Conflict) => {
            stored_now = material.stored.as_ref();
            with_version(fields.0, stored_now)
        }
        other => return Err(other),
    };
    let texts = reader.texts;
    let body = html! {
        @if let Some(stored) = stored_now { (view::conflict(texts, stored, &material.profile)) }
        (forms::form(texts, client, asked, &material, &state))
    };
    Ok(reader.page_to_mend(
        asked.title(),
        &[],
        &heading(reader, client, asked, &material),
        body,
    ))
}

fn with_version(mut state: FormState, stored: Option<&Relationship>) -> FormState {
    if let Some(stored) = stored {
        state.set("version", stored.version.to_string());
    }
    state
}

async fn gather(visit: &Visit, client: SubjectId, asked: Asked) -> Answer<Material> {
    let grant = visit.open::<Client, Read>(client).await?;
    let stored = match asked.relationship() {
        Some(id) => Some(store::one(&grant, id).await?),
        None => None,
    };
    Ok(Material {
        name: name(visit, &grant),
        stored,
        profile: visit.profile()?,
    })
}

fn name(visit: &Visit, grant: &Granted<'_, Client, Read>) -> String {
    visit.name_of(grant.subject()).unwrap_or_default()
}

fn client_page(client: SubjectId) -> String {
    format!("/clients/{client}")
}

fn heading(reader: &Reader, client: SubjectId, asked: Asked, material: &Material) -> Heading {
    Heading::new(reader.texts.t(asked.title())).back(client_page(client), &material.name)
}
