//! How contacts look.

use std::cmp::Reverse;

use jiff::civil::DateTime;
use polku_desk::{AccountId, SubjectId};
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Notice, Pagination, Paper, Tag, action_bar, rows},
    form::{Choice, Form, FormState},
    format::{self, finnish_time},
    html,
};
use uuid::Uuid;

use super::{
    contact::{Contact, ContactKind, Held, Party, Revision},
    store::Before,
};
use crate::tasks::{self, Task, Worker};

/// What the page of a client's contacts shows.
pub(super) struct ListPage {
    pub(super) client: SubjectId,
    pub(super) now: DateTime,
    pub(super) contacts: Vec<Contact>,
    pub(super) revisions: Vec<Revision>,
    pub(super) tasks: Vec<Task>,
    pub(super) may_write: bool,
    pub(super) more: Option<Before>,
}

/// The page of a client's contacts.
pub(super) fn address(client: SubjectId) -> String {
    format!("/clients/{client}/contacts")
}

/// Those to come, those that were, and the tasks beside them.
pub(super) fn list(texts: Texts, page: &ListPage) -> Markup {
    let (mut ahead, mut past): (Vec<&Contact>, Vec<&Contact>) = page
        .contacts
        .iter()
        .partition(|contact| contact.held.is_ahead(page.now));
    ahead.sort_by_key(|contact| contact.held);
    past.sort_by_key(|contact| Reverse(contact.held));
    let pages = Pagination {
        older: page
            .more
            .map(|before| format!("{}?after={before}", address(page.client))),
        ..Pagination::default()
    };
    html! {
        div.cols {
            div.stack {
                @if !ahead.is_empty() {
                    (Paper::new(texts.t("contacts-ahead")).with(
                        rows(ahead.iter().map(|contact| entry(texts, page, contact)))))
                }
                (Paper::new(texts.t("contacts-past")).with(html! {
                    @if past.is_empty() { (none(texts, page)) }
                    (rows(past.iter().map(|contact| entry(texts, page, contact))))
                    (pages.render(texts))
                }))
            }
            (tasks::of_client(texts, page.client, &page.tasks, page.now.date(), page.may_write))
        }
    }
}

fn none(texts: Texts, page: &ListPage) -> Empty {
    let empty = Empty::new(texts.t("contacts-none"));
    if page.may_write {
        empty.first_step(Button::link(
            address(page.client) + "/new",
            texts.t("contacts-first-step"),
        ))
    } else {
        empty
    }
}

fn entry(texts: Texts, page: &ListPage, contact: &Contact) -> Markup {
    let earlier: Vec<&Revision> = page
        .revisions
        .iter()
        .filter(|revision| revision.contact == contact.id)
        .collect();
    let correct = format!("{}/{}/correct", address(page.client), contact.id);
    let key = if contact.held.is_ahead(page.now) {
        "common-edit"
    } else {
        "contacts-correct"
    };
    html! {
        div.note id={ "contact-" (contact.id) } {
            p.note-line {
                (line(texts, contact))
                @if !earlier.is_empty() { " " (Tag::plain(texts.t("contacts-corrected-tag"))) }
            }
            (words(texts, contact))
            @if !earlier.is_empty() {
                (Disclosure::new(texts.t("contacts-earlier")).quiet().with(html! {
                    @for revision in earlier {
                        div.note { p.note-line { (line(texts, &revision.was)) } (words(texts, &revision.was)) }
                    }
                }))
            }
            @if page.may_write {
                p { (Button::link(correct, texts.t(key)).tiny().about(when(texts, contact.held))) }
            }
        }
    }
}

/// When, how, who wrote it.
fn line(texts: Texts, contact: &Contact) -> Markup {
    let written = format::date_and_time(texts.locale(), finnish_time(contact.written_at));
    html! {
        (when(texts, contact.held)) " · " (texts.t(kind_key(contact.kind))) " · "
        (texts.with("contacts-written", &[("name", contact.author_name.clone().into()), ("when", written.into())]))
    }
}

/// With whom, what was discussed, what was agreed.
fn words(texts: Texts, contact: &Contact) -> Markup {
    let wording = &contact.wording;
    html! {
        p { strong { (with_whom(texts, &wording.parties, &wording.who)) } }
        @if !wording.discussed.is_empty() { p { (wording.discussed) } }
        @if let Some(agreed) = &wording.agreed {
            p {
                strong { (texts.t("contacts-agreed-was")) } " " (agreed.text) " "
                (Tag::plain(texts.with("common-due", &[("date", format::date(agreed.due_on).into())])))
            }
        }
    }
}

fn with_whom(texts: Texts, parties: &[Party], who: &str) -> String {
    let mut named: Vec<String> = parties.iter().map(|party| texts.t(party_key(*party))).collect();
    if !who.is_empty() {
        named.push(who.to_owned());
    }
    named.join(", ")
}

/// The day, and the time when it is known.
pub(super) fn when(texts: Texts, held: Held) -> String {
    match held.at {
        Some(at) => format::date_and_time(texts.locale(), held.on.to_datetime(at)),
        None => format::date(held.on),
    }
}

/// The key of a kind's name.
pub(crate) const fn kind_key(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Phone => "contacts-kind-phone",
        ContactKind::Message => "contacts-kind-message",
        ContactKind::Meeting => "contacts-kind-meeting",
        ContactKind::Video => "contacts-kind-video",
        ContactKind::HomeVisit => "contacts-kind-home-visit",
        ContactKind::NetworkMeeting => "contacts-kind-network-meeting",
    }
}

const fn party_key(party: Party) -> &'static str {
    match party {
        Party::Client => "contacts-party-client",
        Party::Family => "contacts-party-family",
        Party::Authority => "contacts-party-authority",
        Party::Provider => "contacts-party-provider",
        Party::Employer => "contacts-party-employer",
        Party::School => "contacts-party-school",
        Party::Other => "contacts-party-other",
    }
}

/// The latest contacts, for the client's page.
pub(super) fn brief(texts: Texts, client: SubjectId, contacts: &[Contact], may_write: bool) -> Markup {
    let mut paper = Paper::new(texts.t("contacts-title"));
    if may_write {
        let new = Button::link(address(client) + "/new", texts.t("contacts-new"));
        paper =
            paper.action(html! { a href=(address(client)) { (texts.t("common-show-all")) } (new.tiny()) });
    } else {
        paper = paper.more(address(client), texts.t("common-show-all"));
    }
    paper.with(html! {
        @if contacts.is_empty() { (Empty::new(texts.t("contacts-none"))) }
        (rows(contacts.iter().map(|contact| html! {
            div.note { p.note-line { (line(texts, contact)) } (words(texts, contact)) }
        })))
    })
}

/// The form as a stored contact fills it.
pub(super) fn filled(texts: Texts, contact: &Contact, responsible: AccountId) -> FormState {
    let mut state = FormState::new();
    let wording = &contact.wording;
    state.set("version", contact.version.to_string());
    state.set("held_on", format::date(contact.held.on));
    if let Some(at) = contact.held.at {
        state.set("held_at", format::clock(texts.locale(), at));
    }
    state.set("kind", contact.kind.name());
    let parties = wording.parties.iter().map(|party| party.name().to_owned());
    state.set_all("parties", parties.collect());
    state.set("who", &wording.who);
    state.set("discussed", &wording.discussed);
    if let Some(agreed) = &wording.agreed {
        state.set("agreed", &agreed.text);
        state.set("agreed_by", format::date(agreed.due_on));
    }
    state.set("responsible", responsible.to_string());
    state
}

/// Somebody corrected the contact meanwhile: what is stored now.
pub(super) fn conflict(texts: Texts, stored: &Contact) -> Markup {
    let notice = Notice::warning(texts.t("contacts-conflict"));
    html! { (notice.more(html! { p.note-line { (line(texts, stored)) } (words(texts, stored)) })) }
}

/// The form of a contact.
pub(super) fn form(
    texts: Texts,
    client: SubjectId,
    contact: Option<Uuid>,
    workers: &[Worker],
    state: &FormState,
) -> Markup {
    let action = match contact {
        Some(id) => format!("{}/{id}", address(client)),
        None => address(client),
    };
    let form = Form::post(texts, &action, state);
    let kinds = ContactKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.name(), texts.t(kind_key(*kind))));
    let parties = Party::ALL
        .iter()
        .map(|party| Choice::new(party.name(), texts.t(party_key(*party))));
    let workers = workers
        .iter()
        .map(|worker| Choice::new(worker.account.to_string(), &worker.name));
    let agreed = html! {
        (form.text("agreed", texts.t("contacts-agreed")).autocomplete("off").max_length(300)
            .help(texts.t("contacts-agreed-help")).optional())
        (form.date("agreed_by", texts.t("contacts-agreed-by")).optional())
        (form.select("responsible", texts.t("contacts-responsible"), workers))
    };
    Paper::bare().with_inside(form.with(html! {
        @if contact.is_some() {
            (form.hidden("version", state.value("version")))
            p.quiet { (texts.t("contacts-correct-help")) }
        }
        (form.date("held_on", texts.t("contacts-held-on")).help(texts.t("contacts-held-on-help")))
        (form.text("held_at", texts.t("contacts-held-at")).short().autocomplete("off").optional())
        (form.radios("kind", texts.t("contacts-kind"), kinds))
        (form.checkboxes("parties", texts.t("contacts-parties"), parties))
        (form.text("who", texts.t("contacts-who")).autocomplete("off").max_length(300)
            .help(texts.t("contacts-who-help")).optional())
        (form.textarea("discussed", texts.t("contacts-discussed")).lines(6)
            .help(texts.t("contacts-discussed-help")))
        (form.group(texts.t("contacts-agreed-group"), agreed))
        (action_bar([
            Button::submit(texts.t("common-save")).main(),
            Button::link(address(client), texts.t("common-cancel")),
        ]))
    }))
}
