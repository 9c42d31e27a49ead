//! How a client's requests are shown.

use jiff::{Timestamp, civil::Date};
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{
        Button, Column, Disclosure as Fold, Empty, Fact, Facts, Notice, Paper, Row, Table, Tag, action_bar,
        rows,
    },
    form::{Choice, Form, FormState},
    format, html,
};
use polku_privacy::parts::Part;
use polku_profile::{Channel, Profile};
use polku_values::InterfaceLanguage;

use super::{
    change::address,
    rectification::{FieldNow, Item, State as ItemState},
    request::{Act, Event, Identity, Kind, Request, State},
    rules::{self, Known},
    told::Recipient,
};
use crate::{
    clock::{self, Standing},
    copies::{Copy, view as copies_view},
    restrictions::restriction::{Ground, Restriction},
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

/// The form by which a worker enters a request, whichever way it came.
pub(super) fn intake(texts: Texts, profile: &Profile, client: SubjectId, state: &FormState) -> Markup {
    let action = format!("/clients/{client}/requests");
    let form = Form::post(texts, &action, state);
    let kinds = Kind::ALL.iter().map(|kind| {
        Choice::new(kind.name(), kind_word(texts, *kind)).help(texts.t(&format!("requests-kind-{kind}-help")))
    });
    let channels = [
        Channel::Paper,
        Channel::Oral,
        Channel::WebForm,
        Channel::Portal,
        Channel::SecureMail,
    ];
    let channels = channels.map(|channel| {
        let word = texts.t(&channel.label_key());
        let choice = Choice::new(channel.key(), word);
        if channel == profile.requests.recommended {
            choice.help(texts.t("requests-channel-recommended"))
        } else {
            choice
        }
    });
    html! {
        (addressee(texts, profile))
        (Paper::bare().with_inside(form.with(html! {
            (form.radios("kind", texts.t("requests-kind"), kinds))
            (form.radios("channel", texts.t("requests-channel"), channels))
            (form.date("received_on", texts.t("requests-received")).help(texts.t("requests-received-help")).optional())
            (form.textarea("asked", texts.t("requests-asked")).help(texts.t("requests-asked-help")).lines(4).optional())
            (form.text("on_behalf", texts.t("requests-on-behalf")).help(texts.t("requests-on-behalf-help")).optional().autocomplete("off"))
            (identity_fields(texts, &form, &[Identity::NotYet, Identity::Known, Identity::Document, Identity::Strong]))
            (action_bar([Button::submit(texts.t("requests-enter")).main()]))
        })))
    }
}

/// To whom requests go in this register, and by what time they are answered.
fn addressee(texts: Texts, profile: &Profile) -> Markup {
    let language: InterfaceLanguage = texts.locale().into();
    let requests = &profile.requests;
    let mut facts = vec![Fact::new(
        texts.t("requests-addressee"),
        requests.addressee.get(language),
    )];
    if let Some(address) = &requests.address {
        facts.push(Fact::new(texts.t("requests-address"), address));
    }
    for route in &requests.routes {
        facts.push(Fact::new(
            texts.t("requests-elsewhere"),
            format!("{}: {}", route.about.get(language), route.authority.get(language)),
        ));
    }
    Paper::bare().with_inside(html! {
        p { (texts.t("requests-every-channel")) }
        (Facts::list(facts))
    })
}

fn identity_fields(texts: Texts, form: &Form<'_>, offered: &[Identity]) -> Markup {
    let choices = offered
        .iter()
        .map(|one| Choice::new(one.name(), texts.t(&format!("requests-identity-{one}"))));
    html! {
        (form.radios("identity", texts.t("requests-identity"), choices).help(texts.t("requests-identity-help")))
        (form.text("identity_note", texts.t("requests-identity-note")).help(texts.t("requests-identity-note-help")).optional().autocomplete("off"))
    }
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

    fn waits_for_identity(&self) -> bool {
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

    fn identify(&self, texts: Texts, state: &FormState) -> Markup {
        let action = format!("{}/acts", address(self.client, self.request.id));
        let own = of_act(state, "identify");
        let form = Form::post(texts, &action, &own);
        Paper::new(texts.t("requests-identify-title")).with_inside(form.with(html! {
            (form.hidden("version", self.request.version.to_string()))
            (form.hidden("act", "identify"))
            (identity_fields(texts, &form, &[Identity::Known, Identity::Document, Identity::Strong]))
            p.actions { (Button::submit(texts.t("requests-identify"))) }
        }))
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

    fn values(&self, texts: Texts, state: &FormState) -> Markup {
        let base = format!("{}/values", address(self.client, self.request.id));
        let line = |item: &Item| {
            let words = &item.words;
            let tag = match item.state {
                ItemState::Open => Tag::due(texts.t("requests-item-open")),
                ItemState::Corrected => Tag::good(texts.t("requests-item-corrected")),
                ItemState::Refused => Tag::over(texts.t("requests-item-refused")),
            };
            Row::link(format!("{base}/{}", item.id), &words.what)
                .words(html! { del { (words.was) } " → " (words.right) })
                .action(tag)
        };
        let adds = !self.request.state.is_closed() && self.may_write;
        let form = Form::post(texts, &base, state);
        let fields = self
            .fields
            .iter()
            .map(|field| Choice::new(&field.key, format!("{}: {}", field.name, field.value)));
        let fields = fields.chain([Choice::new("other", texts.t("requests-item-other"))]);
        html! {
            (Paper::new(texts.t("requests-values")).with(html! {
                @if self.items.is_empty() { (Empty::new(texts.t("requests-values-none"))) }
                @else { (rows(self.items.iter().map(line))) }
            }))
            @if adds {
                (Paper::bare().with_inside(Fold::new(texts.t("requests-item-add-title")).open(self.items.is_empty()).with(form.with(html! {
                    (form.select("field", texts.t("requests-item-field"), fields).help(texts.t("requests-item-field-help")))
                    (form.text("what", texts.t("requests-item-what")).help(texts.t("requests-item-what-help")).optional())
                    (form.text("was", texts.t("requests-item-was")).help(texts.t("requests-item-was-help")).optional())
                    (form.text("right", texts.t("requests-item-right")))
                    p.actions { (Button::submit(texts.t("requests-item-add"))) }
                }))))
            }
        }
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

    /// One form for whatever is decided, so that nothing typed is lost when the choice changes.
    fn answer(&self, texts: Texts, profile: &Profile, state: &FormState) -> Markup {
        let known = Known {
            kind: self.request.kind,
            state: self.request.state,
            identity: self.request.identity,
        };
        let acts: Vec<Choice> = rules::open_acts(known)
            .filter(|act| *act != Act::Identify)
            .map(|act| Choice::new(act.name(), texts.t(&format!("requests-act-{act}"))))
            .collect();
        let action = format!("{}/acts", address(self.client, self.request.id));
        let mut own = if state.value("act") == "identify" {
            FormState::new()
        } else {
            state.clone()
        };
        if own.typed("language").is_none() {
            own.set("language", self.language.code());
        }
        let form = Form::post(texts, &action, &own);
        let languages = InterfaceLanguage::ALL
            .iter()
            .map(|one| Choice::new(one.code(), texts.t(&format!("requests-language-{}", one.code()))));
        let grounds = Ground::ALL
            .iter()
            .map(|ground| Choice::new(ground.name(), texts.t(&format!("restrictions-ground-{ground}"))));
        let elsewhere = !profile.requests.routes.is_empty();
        let names = ["act", "reasons", "routed_to", "fee", "language", "ground"];
        let has_errors = names.iter().any(|name| own.errors_of(name).next().is_some());
        Paper::new(texts.t("requests-answer-title")).with_inside(html! {
            @if self.waits_for_identity() { p { (texts.t("requests-identity-first")) } }
            (form.with(html! {
                (form.hidden("version", self.request.version.to_string()))
                (form.radios("act", texts.t("requests-act"), acts))
                @if self.request.kind == Kind::Restriction {
                    (form.select("ground", texts.t("restrictions-ground"), grounds).help(texts.t("restrictions-ground-help")).optional())
                }
                (form.textarea("reasons", texts.t("requests-reasons")).help(texts.t("requests-reasons-help")).lines(4).optional())
                (form.select("language", texts.t("requests-language"), languages))
                (Fold::new(texts.t("requests-rare")).open(has_errors).with(html! {
                    (form.text("routed_to", texts.t("requests-routed-to")).help(self.routes(texts, profile, elsewhere)).optional())
                    (form.text("fee", texts.t("requests-fee")).help(texts.t("requests-fee-help")).short().optional())
                }))
                (action_bar([Button::submit(texts.t("requests-do")).main()]))
            }))
        })
    }

    fn routes(&self, texts: Texts, profile: &Profile, elsewhere: bool) -> String {
        if !elsewhere {
            return texts.t("requests-routed-to-help");
        }
        let language = self.language;
        let routes: Vec<&str> = profile
            .requests
            .routes
            .iter()
            .map(|route| route.authority.get(language))
            .collect();
        routes.join("; ")
    }

    fn told(&self, texts: Texts, state: &FormState) -> Markup {
        if !self.sees_disclosures {
            return html! { (Notice::info(texts.t("requests-told-elsewhere"))) };
        }
        if self.recipients.is_empty() {
            return Paper::new(texts.t("requests-told-title"))
                .with(Empty::new(texts.t("requests-told-nobody")));
        }
        let line = |one: &Recipient| {
            let parts: Vec<String> = one.parts.iter().map(|part| part.word(texts)).collect();
            let row = Row::new(&one.name).words(parts.join(", "));
            match &one.told {
                Some((on, by, how)) => row
                    .aside(html! { (format::near_date(texts, *on, self.today)) ", " (by) ", " (how) })
                    .action(Tag::good(texts.t("requests-told"))),
                None => row.action(Tag::due(texts.t("requests-not-told"))),
            }
        };
        let untold: Vec<Choice> = self
            .recipients
            .iter()
            .filter(|one| one.told.is_none())
            .map(|one| Choice::new(&one.key, &one.name))
            .collect();
        let action = format!("{}/recipients", address(self.client, self.request.id));
        let form = Form::post(texts, &action, state);
        html! {
            (Paper::new(texts.t("requests-told-title")).note(texts.t("requests-told-law")).with(rows(self.recipients.iter().map(line))))
            @if self.may_write && !untold.is_empty() {
                (Paper::bare().with_inside(Fold::new(texts.t("requests-tell-title")).with(form.with(html! {
                    (form.select("recipient", texts.t("requests-recipient"), untold))
                    (form.date("told_on", texts.t("requests-told-on")).help(texts.t("requests-received-help")).optional())
                    (form.text("how", texts.t("requests-told-how")).help(texts.t("requests-told-how-help")))
                    p.actions { (Button::submit(texts.t("requests-tell"))) }
                }))))
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

/// What was typed into the form of one act.
fn of_act(state: &FormState, act: &str) -> FormState {
    if state.has("act", act) {
        state.clone()
    } else {
        FormState::new()
    }
}

/// A value that is said to be wrong, with its decision.
pub(super) fn value(
    texts: Texts,
    client: SubjectId,
    request: uuid::Uuid,
    item: &Item,
    may_write: bool,
    state: &FormState,
) -> Markup {
    let words = &item.words;
    let mut facts = vec![
        Fact::new(texts.t("requests-item-what"), &words.what),
        Fact::new(texts.t("requests-item-was"), &words.was),
        Fact::new(texts.t("requests-item-right"), &words.right),
    ];
    for (key, text) in [
        ("requests-reasons", &words.reasons),
        ("requests-item-own-view", &words.own_view),
    ] {
        if !text.is_empty() {
            facts.push(Fact::new(texts.t(key), text));
        }
    }
    if let Some((by, at)) = &item.decided {
        let when = format::date_and_time(texts.locale(), format::finnish_time(*at));
        facts.push(Fact::new(
            texts.t("requests-item-decided"),
            format!("{by}, {when}"),
        ));
    }
    let action = format!("{}/values/{}", address(client, request), item.id);
    let form = Form::post(texts, &action, state);
    let outcomes = [
        Choice::new("corrected", texts.t("requests-item-corrected"))
            .help(texts.t("requests-item-corrected-help")),
        Choice::new("refused", texts.t("requests-item-refused")).help(texts.t("requests-item-refused-help")),
    ];
    html! {
        div.stack {
            (Paper::bare().with_inside(Facts::list(facts)))
            @if item.state == ItemState::Open && may_write {
                (Paper::new(texts.t("requests-item-decide")).with_inside(html! {
                    @if !words.field.is_empty() {
                        p { a href={ "/clients/" (client) "/basics" } { (texts.t("requests-item-to-record")) } }
                    }
                    (form.with(html! {
                        (form.hidden("version", item.version.to_string()))
                        (form.radios("outcome", texts.t("requests-item-outcome"), outcomes))
                        (form.textarea("reasons", texts.t("requests-reasons")).lines(3).optional())
                        (form.textarea("own_view", texts.t("requests-item-own-view")).help(texts.t("requests-item-own-view-help")).lines(3).optional())
                        (action_bar([Button::submit(texts.t("requests-item-save")).main()]))
                    }))
                }))
            }
        }
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
