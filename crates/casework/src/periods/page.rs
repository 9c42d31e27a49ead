//! The pages of a client's periods: the list, and the form of each step.

use polku_desk::{
    Client, DeskError, Granted, Read, SubjectId, Visit,
    access::{Action, Resource},
};
use polku_pages::{components::Button, form::FormState, frame::Heading, html};
use polku_web::{Answer, AtDesk, Failure, Fields, LegalFinding, Path, Reader, see_other};
use uuid::Uuid;

use super::{
    forms,
    period::Period,
    rules::{self, Step},
    store, view,
};
use crate::{
    clients::tabs,
    groups::{self, Group},
    relationships::{self, Relationship},
};

/// Which form is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// That of a new period.
    New,
    /// That of changes to a period.
    Edit(Uuid),
    /// That of its start.
    Start(Uuid),
    /// That of its end.
    End(Uuid),
    /// That of going on.
    Resume(Uuid),
}

impl Asked {
    fn period(self) -> Option<Uuid> {
        match self {
            Self::New => None,
            Self::Edit(id) | Self::Start(id) | Self::End(id) | Self::Resume(id) => Some(id),
        }
    }

    /// The key of the form's title and heading.
    fn title(self) -> &'static str {
        match self {
            Self::New => "periods-new",
            Self::Edit(_) => "periods-edit",
            Self::Start(_) => "periods-start",
            Self::End(_) => "periods-end",
            Self::Resume(_) => "periods-resume",
        }
    }

    fn suits(self, period: &Period) -> bool {
        let step = match self {
            Self::New => return true,
            Self::Edit(_) => return rules::is_open(period.state),
            Self::Start(_) => Step::Start,
            Self::End(_) => Step::Interrupt,
            Self::Resume(_) => Step::Resume,
        };
        rules::after(period.state, step).is_some()
    }
}

/// What a form is made of.
pub(super) struct Material {
    /// The client's name, for the heading.
    pub(super) name: String,
    /// The period as it is stored; none when it is a new one.
    pub(super) period: Option<Period>,
    /// The groups that take clients.
    pub(super) groups: Vec<Group>,
    /// The client's relationships that go on.
    pub(super) relationships: Vec<Relationship>,
    /// The usual hours of a day in this register.
    pub(super) usual_hours: Option<u8>,
}

/// Where a period stands.
pub(super) fn address(client: SubjectId, period: Uuid) -> String {
    format!("/clients/{client}/periods#period-{period}")
}

/// The version that a form was made of.
pub(super) fn seen(fields: &Fields) -> Answer<i64> {
    fields
        .0
        .value("version")
        .parse()
        .map_err(|_| Failure::Unreadable("the form lacks its version"))
}

/// Whether the visitor may change what this grant shows: an emergency or a consent only lets look.
pub(super) fn may_write(grant: &Granted<'_, Client, Read>) -> bool {
    grant.may_also(Action::Write, Resource::Service)
}

pub(super) async fn list(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let texts = reader.texts;
    let grant = visit.open::<Client, Read>(client).await?;
    let periods = store::all(&grant).await?;
    let groups = groups::all(&visit).await?;
    let mut heading = Heading::new(texts.t("periods-title")).back(client_page(client), name(&visit, &grant));
    let may_write = may_write(&grant);
    if may_write {
        let new = format!("/clients/{client}/periods/new");
        heading = heading.action(Button::link(new, texts.t("periods-new")).main());
    }
    let body = html! {
        (tabs::of(&grant, texts, "/periods"))
        (view::list(texts, client, &periods, &groups, may_write, visit.today()))
    };
    Ok(reader.page("periods-title", &heading, body))
}

pub(super) async fn new(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    ask(&visit, &reader, client, Asked::New).await
}

pub(super) async fn edit(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    ask(&visit, &reader, client, Asked::Edit(id)).await
}

/// A form with what is stored.
pub(super) async fn ask(visit: &Visit, reader: &Reader, client: SubjectId, asked: Asked) -> Answer {
    let material = gather(visit, client, asked).await?;
    if let Some(period) = material.period.as_ref().filter(|period| !asked.suits(period)) {
        return Ok(see_other(&address(client, period.id)));
    }
    let state = forms::filled(asked, &material, visit.today());
    let body = forms::form(reader.texts, client, asked, &material, &state, &[], visit.today());
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
    let mut warnings: Vec<LegalFinding> = Vec::new();
    let mut stored_now = None;
    let state = match failure {
        Failure::Invalid(wrong) => fields.with_errors(reader, &wrong),
        Failure::AgainstLimits(findings) => {
            let state = fields.with_refusals(reader, &findings);
            warnings = findings;
            warnings.retain(|found| !found.finding.is_refusal());
            state
        }
        Failure::Desk(DeskError::Conflict) => {
            stored_now = material.period.as_ref();
            with_version(fields.0, stored_now)
        }
        other => return Err(other),
    };
    let texts = reader.texts;
    let body = html! {
        @if let Some(stored) = stored_now { (view::conflict(texts, stored, &material.groups, visit.today())) }
        (forms::form(texts, client, asked, &material, &state, &warnings, visit.today()))
    };
    Ok(reader.page_to_mend(
        asked.title(),
        &[],
        &heading(reader, client, asked, &material),
        body,
    ))
}

fn with_version(mut state: FormState, stored: Option<&Period>) -> FormState {
    if let Some(stored) = stored {
        state.set("version", stored.version.to_string());
    }
    state
}

async fn gather(visit: &Visit, client: SubjectId, asked: Asked) -> Answer<Material> {
    let grant = visit.open::<Client, Read>(client).await?;
    let period = match asked.period() {
        Some(id) => Some(store::one(&grant, id).await?),
        None => None,
    };
    let today = visit.today();
    let current = period.as_ref().and_then(|period| period.workgroup);
    let mut groups = groups::all(visit).await?;
    groups.retain(|group| group.is_open(today) || Some(group.id) == current);
    let mut relationships = relationships::all(&grant).await?;
    relationships.retain(Relationship::is_open);
    Ok(Material {
        name: name(visit, &grant),
        period,
        groups,
        relationships,
        usual_hours: visit.profile()?.attendance.map(|defaults| defaults.hours_a_day),
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
