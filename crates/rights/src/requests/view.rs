//! How a client's requests are shown.

use jiff::{Timestamp, civil::Date};
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Empty, Fact, Facts, Notice, Paper, Row, Table, Tag, rows},
    form::FormState,
    format, html,
};
use polku_privacy::parts::Part;
use polku_profile::Profile;
use polku_values::InterfaceLanguage;

use super::{
    change::address,
    rectification::{FieldNow, Item},
    request::{Event, Identity, Kind, Request, State},
    told::Recipient,
};
use crate::{
    clock::{self, Standing},
    copies::{Copy, view as copies_view},
    restrictions::restriction::Restriction,
};

/// A client's requests.
pub(super) fn list(
    texts: Texts,
    profile: &Profile,
    client: SubjectId,
    all: &[Request],
    may_write: bool,
    today: Date,
) -> Markup {
    if all.is_empty() {
        let empty = Empty::new(texts.t("requests-none"));
        let first = Button::link(format!("/clients/{client}/requests/new"), texts.t("requests-new"));
        return Paper::bare().with(if may_write { empty.first_step(first) } else { empty });
    }
    let columns = ["kind", "state", "due", "received", "channel"];
    let columns = columns.map(|column| Column::new(texts.t(&format!("requests-{column}"))));
    let row = |one: &Request| {
        vec![
            html! { a href=(address(client, one.id)) { (kind_word(texts, one.kind)) } },
            html! { (state_tag(texts, one.state)) },
            html! { (due(texts, profile, one, today)) },
            html! { (format::near_date(texts, one.received_on, today)) },
            html! { (texts.t(&one.channel.label_key())) },
        ]
    };
    Paper::bare().with(
        Table::new("requests", texts.t("requests-title"), columns)
            .caption_unseen()
            .cards()
            .rows(all.iter().map(row)),
    )
}

/// What the visitor may do with requests in this register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answerer {
    /// Enters them, and what is known of who asks.
    Nobody,
    /// Answers them.
    Worker,
    /// Answers them, also by what freezes a person's data.
    Officer,
}

/// What a request's page shows.
pub(super) struct RequestPage {
    pub(super) client: SubjectId,
    pub(super) request: Request,
    pub(super) events: Vec<Event>,
    pub(super) copies: Vec<Copy>,
    /// What could be taken elsewhere, or why nothing can.
    pub(super) portable: Result<Vec<Part>, &'static str>,
    pub(super) restrictions: Vec<Restriction>,
    pub(super) language: InterfaceLanguage,
    pub(super) sees_disclosures: bool,
    /// Whether the visitor proposes erasures as well.
    pub(super) may_erase: bool,
    pub(super) items: Vec<Item>,
    pub(super) fields: Vec<FieldNow>,
    pub(super) recipients: Vec<Recipient>,
    pub(super) may_write: bool,
    pub(super) answerer: Answerer,
    pub(super) now: Timestamp,
    pub(super) today: Date,
}

impl RequestPage {
    /// The request; what is to be done next; then letters and what happened.
    pub(super) fn render(&self, texts: Texts, profile: &Profile, state: &FormState) -> Markup {
        let is_open = !self.request.state.is_closed();
        html! {
            div.stack {
                (self.facts(texts, profile))
                @if is_open && self.may_write {
                    @if self.waits_for_identity() { (self.identify(texts, state)) }
                    (self.by_kind(texts, state))
                    @if self.answers() { (self.answer(texts, profile, state)) }
                    @else { (Notice::info(texts.t("requests-others-answer"))) }
                } @else {
                    (self.by_kind(texts, state))
                }
                @if self.request.kind.concerns_recipients() { (self.told(texts, state)) }
                @if !self.request.words.letters.is_empty() { (self.letters(texts)) }
                (self.history(texts))
            }
        }
    }

    fn answers(&self) -> bool {
        self.answerer != Answerer::Nobody
    }

    pub(super) fn waits_for_identity(&self) -> bool {
        self.request.kind.needs_identity() && self.request.identity == Identity::NotYet
    }

    fn facts(&self, texts: Texts, profile: &Profile) -> Markup {
        let (one, words) = (&self.request, &self.request.words);
        let mut facts = vec![
            Fact::new(texts.t("requests-due"), due(texts, profile, one, self.today)),
            Fact::new(
                texts.t("requests-received"),
                format::near_date(texts, one.received_on, self.today),
            ),
            Fact::new(texts.t("requests-channel"), texts.t(&one.channel.label_key())),
            Fact::new(
                texts.t("requests-identity"),
                texts.t(&format!("requests-identity-{}", one.identity)),
            ),
            Fact::new(
                texts.t("requests-entered-by"),
                who(texts, one.entered_by.as_deref()),
            ),
        ];
        let fee = words.fee.map(|cents| format::euros(texts.locale(), cents));
        let said = [
            ("requests-identity-note", Some(&words.identity_note)),
            ("requests-handler", one.handler.as_ref()),
            ("requests-on-behalf", Some(&words.on_behalf)),
            ("requests-asked", Some(&words.asked)),
            ("requests-reasons", Some(&words.reasons)),
            ("requests-routed-to", Some(&words.routed_to)),
            ("requests-fee", fee.as_ref()),
        ];
        for (key, text) in said {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                facts.push(Fact::new(texts.t(key), text));
            }
        }
        Paper::new(kind_word(texts, one.kind))
            .note(state_tag(texts, one.state))
            .with_inside(Facts::list(facts))
    }

    /// What a kind of request asks for beside the answer.
    fn by_kind(&self, texts: Texts, state: &FormState) -> Markup {
        let client = self.client;
        match self.request.kind {
            Kind::Access | Kind::Portability => self.copy(texts, state),
            Kind::Rectification => self.values(texts, state),
            Kind::Restriction | Kind::Objection => self.restriction(texts),
            Kind::Withdrawal => html! {
                (Notice::info(texts.t("requests-withdrawal-way"))
                    .more(html! { p { a href={ "/clients/" (client) "/consents" } { (texts.t("requests-to-consents")) } } }))
            },
            Kind::Complaint => html! { (Notice::info(texts.t("requests-complaint-way"))) },
            Kind::Information => html! { (Notice::info(texts.t("requests-information-way"))) },
            Kind::Erasure => html! {
                (Notice::info(texts.t("requests-erasure-way")).more(html! {
                    @if self.may_erase { p { a href={ "/clients/" (client) "/erasure" } { (texts.t("requests-to-erasure")) } } }
                }))
            },
        }
    }

    fn copy(&self, texts: Texts, state: &FormState) -> Markup {
        if let (Kind::Portability, Err(why)) = (self.request.kind, &self.portable) {
            return html! { (Notice::warning(texts.t(why))) };
        }
        let parts = match (self.request.kind, &self.portable) {
            (Kind::Portability, Ok(parts)) => parts.as_slice(),
            _ => &[],
        };
        let may_ask = self.answers() && !self.waits_for_identity();
        copies_view::section(
            texts,
            &copies_view::Section {
                client: self.client,
                request: self.request.id,
                copies: &self.copies,
                is_open: !self.request.state.is_closed() && may_ask,
                may_hand: self.answers() && matches!(self.request.state, State::Granted | State::Partly),
                language: self.language,
                parts: &parts.iter().map(|part| part.word(texts)).collect::<Vec<_>>(),
                now: self.now,
                today: self.today,
            },
            state,
        )
    }

    fn restriction(&self, texts: Texts) -> Markup {
        let line = |one: &Restriction| crate::restrictions::view::line(texts, one, self.today);
        html! {
            @if self.restrictions.is_empty() {
                (Notice::info(texts.t(&format!("requests-{}-way", self.request.kind))))
                @if self.answerer != Answerer::Officer { (Notice::warning(texts.t("requests-officer-only"))) }
            } @else {
                (Paper::new(texts.t("restrictions-title"))
                    .more(format!("/clients/{}/restriction", self.client), texts.t("restrictions-open"))
                    .with(rows(self.restrictions.iter().map(line))))
            }
        }
    }

    fn letters(&self, texts: Texts) -> Markup {
        let base = format!("{}/letters", address(self.client, self.request.id));
        let lines = self
            .request
            .words
            .letters
            .iter()
            .enumerate()
            .map(|(place, letter)| {
                let on = letter.on.map(|on| format::near_date(texts, on, self.today));
                Row::link(format!("{base}/{}", place + 1), &letter.heading)
                    .aside(on.unwrap_or_default())
                    .action(
                        Button::link(format!("{base}/{}/pdf", place + 1), texts.t("letters-as-file"))
                            .about(letter.heading.clone())
                            .tiny(),
                    )
            });
        Paper::new(texts.t("letters-all")).with(rows(lines))
    }

    fn history(&self, texts: Texts) -> Markup {
        let line = |event: &Event| {
            let when = format::near_time(texts, format::finnish_time(event.at), self.today);
            html! {
                div.note {
                    p.note-line { (when) " · " (who(texts, event.by.as_deref())) }
                    p {
                        (texts.t(&format!("requests-event-{}", event.kind)))
                        @if !event.words.note.is_empty() { ": " (event.words.note) }
                    }
                    @if !event.words.sha256.is_empty() { p.quiet.small { "SHA-256 " code.mark { (event.words.sha256) } } }
                }
            }
        };
        Paper::new(texts.t("requests-history")).with(rows(self.events.iter().map(line)))
    }
}

/// Whose doing something was.
fn who(texts: Texts, worker: Option<&str>) -> String {
    worker.map_or_else(|| texts.t("requests-by-client"), str::to_owned)
}

/// What is asked, in words.
pub(super) fn kind_word(texts: Texts, kind: Kind) -> String {
    texts.t(&format!("requests-kind-{kind}"))
}

/// How far a request is.
pub(super) fn state_tag(texts: Texts, state: State) -> Tag {
    let word = texts.t(&format!("requests-state-{state}"));
    match state {
        State::Received => Tag::due(word),
        State::Identified | State::InHand | State::Extended => Tag::draft(word),
        State::Granted | State::Partly => Tag::good(word),
        State::Refused => Tag::over(word),
        State::Routed | State::Withdrawn => Tag::plain(word),
    }
}

/// The last day with how it stands, in words; of an answered one nothing but the day.
pub(super) fn due(texts: Texts, profile: &Profile, request: &Request, today: Date) -> Markup {
    if request.state.is_closed() {
        return html! { (format::near_date(texts, request.due_on, today)) };
    }
    still_due(texts, request.due_on, profile.reminders.request_due, today)
}

/// The last day of what is open, with how near it is. `soon` is in days.
pub(crate) fn still_due(texts: Texts, due_on: Date, soon: u16, today: Date) -> Markup {
    let tag = match clock::standing(due_on, today, soon) {
        Standing::Late(days) => Some(Tag::over(
            texts.with("requests-late", &[("days", i64::from(days).into())]),
        )),
        Standing::Soon(days) => Some(Tag::due(
            texts.with("requests-soon", &[("days", i64::from(days).into())]),
        )),
        Standing::InTime => None,
    };
    html! { (format::near_date(texts, due_on, today)) @if let Some(tag) = tag { " " (tag) } }
}
