//! The pages of skills: the main user's list, and what a client has learnt.

use polku_casework::{clients::tabs, diary, keeping};
use polku_desk::{Client, DeskError, Granted, Read, SubjectId, Visit};
use polku_pages::{
    Markup,
    components::{Button, Notice},
    form::FormState,
    frame::Heading,
    html,
};
use polku_profile::RecordKind;
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use uuid::Uuid;

use super::{
    client_view::{self, ClientSkills},
    input::{MarkInput, SkillInput},
    model::Skill,
    store, view,
};
use crate::assessment::kept;

/// So many diary entries are offered as evidence.
const OFFERED: usize = 12;
/// The most letters of an entry by which it is known again.
const GLIMPSE: usize = 80;

/// A register without assessments has no list of skills.
pub(super) fn kept_list(visit: &Visit) -> Answer<()> {
    keeping::settings_kept(visit, RecordKind::Assessment)
}

pub(super) async fn list(visit: AtDesk, reader: Reader) -> Answer {
    kept_list(&visit)?;
    let skills = store::skills(&visit).await?;
    let heading =
        Heading::new(reader.texts.t("skills-list-title")).subtitle(reader.texts.t("skills-list-what"));
    let body = view::list(reader.texts, &skills, &FormState::new());
    Ok(reader.page("skills-list-title", &heading, body))
}

pub(super) async fn add(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    kept_list(&visit)?;
    let input: SkillInput = fields.read()?;
    match input.check() {
        Ok(skill) => {
            store::add(&visit, &skill).await?;
            Ok(flash("/skills", "skills-added"))
        }
        Err(invalid) => {
            let skills = store::skills(&visit).await?;
            let state = fields.with_errors(&reader, &invalid);
            let heading = Heading::new(reader.texts.t("skills-list-title"));
            Ok(reader.page_to_mend(
                "skills-list-title",
                &[],
                &heading,
                view::list(reader.texts, &skills, &state),
            ))
        }
    }
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>) -> Answer {
    kept_list(&visit)?;
    let skill = store::skill(&visit, id).await?;
    let body = view::edit(reader.texts, &skill, &view::filled(&skill));
    Ok(reader.page("skills-one-title", &one_heading(&reader, &skill), body))
}

pub(super) async fn save(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>, fields: Fields) -> Answer {
    kept_list(&visit)?;
    let skill = store::skill(&visit, id).await?;
    let input: SkillInput = fields.read()?;
    let seen = fields.0.value("version").parse();
    let seen: i64 = seen.map_err(|_| Failure::Unreadable("the form lacks the version"))?;
    let checked = match input.check() {
        Ok(checked) => checked,
        Err(invalid) => {
            let state = fields.with_errors(&reader, &invalid);
            let body = view::edit(reader.texts, &skill, &state);
            return Ok(reader.page_to_mend("skills-one-title", &[], &one_heading(&reader, &skill), body));
        }
    };
    match store::save(&visit, id, seen, &checked).await {
        Ok(()) => Ok(flash("/skills", "skills-saved")),
        Err(DeskError::Conflict) => {
            let body = html! {
                div.stack {
                    (Notice::warning(reader.texts.t("skills-changed-meanwhile")).more(view::words(&skill)))
                    (view::edit(reader.texts, &skill, &fields.0))
                }
            };
            Ok(reader.page_to_mend("skills-one-title", &[], &one_heading(&reader, &skill), body))
        }
        Err(error) => Err(error.into()),
    }
}

fn one_heading(reader: &Reader, skill: &Skill) -> Heading {
    Heading::new(skill.title.of(reader.texts.locale())).back("/skills", reader.texts.t("skills-list-title"))
}

pub(super) async fn of_client(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let body = html! {
        (tabs::of(&grant, reader.texts, "/assessments"))
        (client_page(&grant, &reader, &FormState::new()).await?)
    };
    Ok(reader.page("skills-title", &heading(&grant, &reader), body))
}

pub(super) async fn mark(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: MarkInput = fields.read()?;
    let marked = match input.check(visit.today()) {
        Ok(mark) => store::mark(&visit, client, &mark).await,
        Err(invalid) => Err(Failure::Invalid(invalid)),
    };
    match marked {
        Ok(()) => Ok(flash(&format!("/clients/{client}/skills"), "skills-marked")),
        Err(Failure::Invalid(invalid)) => {
            visit.settle().await?;
            let grant = visit.open::<Client, Read>(client).await?;
            kept(&grant)?;
            let state = fields.with_errors(&reader, &invalid);
            let body = client_page(&grant, &reader, &state).await?;
            Ok(reader.page_to_mend("skills-title", &[], &heading(&grant, &reader), body))
        }
        Err(failure) => Err(failure),
    }
}

async fn client_page(
    grant: &Granted<'_, Client, Read>,
    reader: &Reader,
    state: &FormState,
) -> Answer<Markup> {
    let shown = ClientSkills {
        client: grant.subject(),
        skills: store::skills(grant.visit()).await?,
        marks: store::marks(grant).await?,
        entries: diary::glimpses(grant, OFFERED, GLIMPSE).await?,
        today: grant.visit().today(),
    };
    Ok(client_view::page(reader.texts, &shown, state))
}

fn heading(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    let texts = reader.texts;
    Heading::new(texts.with("skills-heading", &[("name", name.as_str().into())]))
        .back(
            format!("/clients/{}/assessments", grant.subject()),
            texts.t("assessments-title"),
        )
        .action(Button::link(
            format!("/clients/{}/skills/certificate", grant.subject()),
            texts.t("skills-certificate-do"),
        ))
}
