//! Keeping the notice: who holds which office, what would change, publishing; and the record of processing activities.

use polku_desk::{DeskError, Visit};
use polku_pages::{
    Markup, Texts,
    components::{Button, Notice as Told, Paper, action_bar},
    form::{Form, FormState},
    format,
    frame::Heading,
    html,
};
use polku_profile::OfficeDuty;
use polku_web::{Answer, AtDesk, Fields, InvalidField, Reader, flash, flash_warning};

use crate::{
    Changed, Notice, compose, differences, processing_record,
    published::{self, circumstances},
    render,
};

/// Who holds the offices, what the notice would say anew, and the way to publish it.
pub(crate) async fn show(visit: AtDesk, reader: Reader) -> Answer {
    let mut state = FormState::new();
    for (duty, words) in visit.desk().notice_contacts(visit.register()).await? {
        state.set(&duty, words);
    }
    page(&visit, &reader, &state).await
}

/// Stores who holds the offices.
pub(crate) async fn contacts(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    let contacts: Vec<(String, String)> = offices(&visit)?
        .into_iter()
        .map(|duty| (duty.key().to_owned(), fields.0.value(duty.key()).to_owned()))
        .collect();
    let too_long = |(duty, words): &(String, String)| {
        let offered = OfficeDuty::from_key(duty)?;
        (words.chars().count() > polku_desk::notice::LONGEST_CONTACT).then_some(InvalidField {
            field: offered.key(),
            key: "notice-contact-long",
        })
    };
    let invalid: Vec<InvalidField> = contacts.iter().filter_map(too_long).collect();
    if !invalid.is_empty() {
        let state = fields.with_errors(&reader, &invalid);
        return page(&visit, &reader, &state).await;
    }
    visit.set_notice_contacts(&contacts).await?;
    Ok(flash("/admin/notice", "notice-contacts-saved"))
}

/// Publishes what the configuration says today.
pub(crate) async fn publish(visit: AtDesk, fields: Fields) -> Answer {
    let seen: i64 = fields.0.value("seen").parse().unwrap_or(-1);
    let register = visit.desk().registers().get(visit.register())?;
    let today = visit.today();
    let mut at = circumstances(visit.desk(), visit.register(), today, None).await?;
    let done = visit
        .publish_notice(seen, today, |version| {
            at.version = Some(version);
            published::content(&register, &at)
        })
        .await;
    match done {
        Ok(_) => Ok(flash("/admin/notice", "notice-published")),
        Err(DeskError::Conflict) => Ok(flash_warning("/admin/notice", "notice-published-meanwhile")),
        Err(error) => Err(error.into()),
    }
}

/// The record of processing activities (GDPR 30).
pub(crate) async fn record(visit: AtDesk, reader: Reader) -> Answer {
    let at = circumstances(visit.desk(), visit.register(), visit.today(), None).await?;
    let record = processing_record(&*visit.profile()?, &at, reader.texts);
    let heading = Heading::new(reader.texts.t("notice-record-title"))
        .back("/admin/notice", reader.texts.t("notice-title"));
    Ok(reader.page(
        "notice-record-title",
        &heading,
        render::body(&record, reader.texts),
    ))
}

async fn page(visit: &Visit, reader: &Reader, state: &FormState) -> Answer {
    let texts = reader.texts;
    let register = visit.desk().registers().get(visit.register())?;
    let latest = published::version(visit.desk(), register.id, None).await?;
    let at = circumstances(visit.desk(), register.id, visit.today(), None).await?;
    let now = compose(&register.profile, &at, texts);
    let before: Option<Notice> = latest
        .as_ref()
        .map(|published| published::read(published, texts.locale()))
        .transpose()?;
    let seen = latest.as_ref().map_or(0, |published| published.version);
    let changes = before.as_ref().map(|before| differences(before, &now));
    let said = latest.as_ref().map(|published| {
        texts.with(
            "notice-version-of",
            &[
                ("version", published.version.into()),
                ("day", format::date(published.dated).into()),
            ],
        )
    });
    let body = html! {
        (Paper::new(texts.t("notice-publishing")).with(html! {
            div.inside {
                @match said { Some(said) => p { (said) }, None => p { (texts.t("notice-unpublished")) } }
                (changed(texts, changes.as_deref()))
                form method="post" action="/admin/notice" {
                    input type="hidden" name="seen" value=(seen);
                    (action_bar([
                        Button::link("/admin/record-of-processing", texts.t("notice-record-title")),
                        Button::link(format!("/notice/{}", register.key), texts.t("notice-see")),
                        Button::submit(texts.t("notice-publish")).main(),
                    ]))
                }
            }
        }))
        (Paper::new(texts.t("notice-contacts")).with_inside(contacts_form(texts, visit, state)?))
    };
    let heading = Heading::new(texts.t("notice-title")).back("/admin", texts.t("nav-admin"));
    Ok(reader.page("notice-title", &heading, body))
}

fn changed(texts: Texts, changes: Option<&[Changed]>) -> Markup {
    let Some(changes) = changes else { return html! {} };
    if changes.is_empty() {
        return html! { (Told::done(texts.t("notice-unchanged"))) };
    }
    html! {
        p { (texts.t("notice-changed")) }
        @for section in changes {
            h3 { (section.title) }
            ul.notice-changes {
                @for line in &section.removed { li { (texts.t("notice-removed")) ": " del { (line) } } }
                @for line in &section.added { li { (texts.t("notice-added")) ": " ins { (line) } } }
            }
        }
    }
}

fn contacts_form(texts: Texts, visit: &Visit, state: &FormState) -> Answer<Markup> {
    let form = Form::post(texts, "/admin/notice/contacts", state);
    let label = |duty: OfficeDuty| texts.t(&format!("notice-duty-{}", duty.key().replace('_', "-")));
    let duties = offices(visit)?;
    Ok(form.with(html! {
        p { (texts.t("notice-contacts-help")) }
        @for duty in duties { (form.text(duty.key(), label(duty)).optional()) }
        (action_bar([Button::submit(texts.t("common-save")).main()]))
    }))
}

/// The offices that the profile names, each once.
fn offices(visit: &Visit) -> Answer<Vec<OfficeDuty>> {
    let profile = visit.profile()?;
    let mut duties: Vec<OfficeDuty> = Vec::new();
    for office in &profile.controller.offices {
        if !duties.contains(&office.duty) {
            duties.push(office.duty);
        }
    }
    Ok(duties)
}
