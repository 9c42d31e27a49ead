//! How a client's disclosures are shown.

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
use polku_profile::{Adequacy, Permission, Profile, RecipientKind};
use polku_values::{InterfaceLanguage, code_lists::Country};
use polku_web::law;

use super::{
    change::address,
    disclosure::{Disclosure, Event, EventKind, Ground, Manner, State},
    rules::{self, Asker, Given},
};
use crate::{
    consents::consent::{Consent, For},
    legal_bases::rules::provision,
    parts::{self, Part},
};

/// A client's disclosures.
pub(super) fn list(
    texts: Texts,
    profile: &Profile,
    client: SubjectId,
    all: &[Disclosure],
    may_write: bool,
    today: Date,
) -> Markup {
    if all.is_empty() {
        let empty = Empty::new(texts.t("disclosures-none"));
        let first = Button::link(
            format!("/clients/{client}/disclosures/new"),
            texts.t("disclosures-new"),
        );
        return Paper::bare().with(if may_write { empty.first_step(first) } else { empty });
    }
    let columns = ["requested", "recipient", "ground", "state", "parts"];
    let columns = columns.map(|column| Column::new(texts.t(&format!("disclosures-{column}"))));
    let row = |one: &Disclosure| {
        vec![
            html! { (format::near_date(texts, one.requested_on, today)) },
            html! { a href=(address(client, one.id)) { (recipient(texts, profile, &one.to)) } },
            html! { @if let Some(ground) = &one.ground { (ground_word(texts, profile, ground)) } },
            html! { (state_tag(texts, one.state)) },
            html! { (parts::words(texts, &one.words.parts)) },
        ]
    };
    Paper::bare().with(
        Table::new("disclosures", texts.t("disclosures-title"), columns)
            .caption_unseen()
            .cards()
            .rows(all.iter().map(row)),
    )
}

/// What a disclosure's page shows.
pub(super) struct DisclosurePage {
    pub(super) client: SubjectId,
    pub(super) disclosure: Disclosure,
    pub(super) events: Vec<Event>,
    pub(super) consents: Vec<Consent>,
    /// The ground that is looked at before deciding.
    pub(super) chosen: Option<Ground>,
    pub(super) may_write: bool,
    pub(super) now: Timestamp,
    pub(super) today: Date,
}

impl DisclosurePage {
    /// The request; then, as far as it is, the choice of a ground, the decision, or the handing over; then what happened.
    pub(super) fn render(&self, texts: Texts, profile: &Profile, state: &FormState) -> Markup {
        let asker = Asker::of(&self.disclosure, profile);
        let given = self.given(profile);
        let may = rules::may_hand_over(given, &self.disclosure);
        let is_open = self.may_write && self.disclosure.state != State::Delivered;
        let (giving, refusing) = (of_outcome(state, "give"), of_outcome(state, "refuse"));
        let handing = if state.has("outcome", "give") || state.has("outcome", "refuse") {
            FormState::new()
        } else {
            without(state, "disclosure")
        };
        html! {
            div.stack {
                @for error in state.errors_of("disclosure") { (Notice::failed(error)) }
                (self.request(texts, profile))
                @if self.disclosure.decided.is_some() { (self.decision(texts, profile)) }
                @if matches!(self.disclosure.state, State::Decided | State::Delivered) && self.may_write {
                    @match may {
                        Ok(()) => (self.delivery(texts, &handing)),
                        Err(why) => (Notice::warning(texts.t("disclosures-not-now")).more(html! { p { (texts.t(why)) } })),
                    }
                }
                @if let (true, Some(asker)) = (is_open, &asker) {
                    @match rules::may_go(profile, &asker.at) {
                        Err(why) => (Notice::warning(texts.t(why))),
                        Ok(()) => (self.choice(texts, profile, given, asker, &giving)),
                    }
                    (self.refusal(texts, profile, &refusing))
                }
                (self.history(texts))
            }
        }
    }

    fn given<'a>(&'a self, profile: &'a Profile) -> Given<'a> {
        Given {
            profile,
            consents: &self.consents,
            now: self.now,
            today: self.today,
        }
    }

    fn request(&self, texts: Texts, profile: &Profile) -> Markup {
        let (one, words) = (&self.disclosure, &self.disclosure.words);
        let country = Country::from_code(&one.country)
            .map_or(one.country.as_str(), |country| texts.label(country.labels()));
        let mut facts = vec![
            Fact::new(
                texts.t("disclosures-requested"),
                format::near_date(texts, one.requested_on, self.today),
            ),
            Fact::new(texts.t("disclosures-country-label"), country),
        ];
        let texts_there = [
            ("disclosures-person-asks", &words.person),
            ("disclosures-ground-given", &words.ground_given),
            ("disclosures-asked", &words.asked),
            ("disclosures-safeguard", &words.safeguard),
        ];
        for (key, text) in texts_there.into_iter().filter(|(_, text)| !text.is_empty()) {
            facts.push(Fact::new(texts.t(key), text));
        }
        Paper::new(recipient(texts, profile, &one.to))
            .note(state_tag(texts, one.state))
            .with_inside(Facts::list(facts))
    }

    fn decision(&self, texts: Texts, profile: &Profile) -> Markup {
        let (one, words) = (&self.disclosure, &self.disclosure.words);
        let mut facts = Vec::new();
        if one.ground.is_some() {
            let ground = ground_in_words(texts, profile, one, &self.consents, self.today);
            facts.push(Fact::new(texts.t("disclosures-ground"), ground));
            facts.push(Fact::new(
                texts.t("disclosures-parts"),
                parts::words(texts, &words.parts),
            ));
        }
        if let Some(manner) = one.manner {
            facts.push(Fact::new(
                texts.t("disclosures-manner"),
                texts.t(&format!("disclosures-manner-{manner}")),
            ));
        }
        if !words.reasons.is_empty() {
            facts.push(Fact::new(texts.t("disclosures-reasons"), &words.reasons));
        }
        for (key, done) in [
            ("disclosures-decided-by", &one.decided),
            ("disclosures-delivered-by", &one.delivered),
        ] {
            if let Some((by, at)) = done {
                let when = format::near_time(texts, format::finnish_time(*at), self.today);
                facts.push(Fact::new(texts.t(key), format!("{by}, {when}")));
            }
        }
        Paper::new(texts.t("disclosures-decision")).with_inside(html! {
            (Facts::list(facts))
            @if one.state == State::Refused { (remedies(texts, profile)) }
        })
    }

    /// The grounds that could carry it, each with what it opens now or why it does not; one of them chosen leads to the
    /// decision.
    fn choice(
        &self,
        texts: Texts,
        profile: &Profile,
        given: Given<'_>,
        asker: &Asker,
        state: &FormState,
    ) -> Markup {
        let grounds = rules::grounds(given, asker);
        if let Some(chosen) = self.chosen.as_ref().filter(|chosen| grounds.contains(chosen)) {
            return self.decide(texts, profile, given, asker, chosen, state);
        }
        let lines = grounds.iter().map(|ground| {
            let row = Row::new(self.ground(texts, profile, ground));
            // The provision is asked for with the decision.
            match rules::offered(given, asker, ground, true) {
                Ok(_) => {
                    let href = format!(
                        "{}?ground={}",
                        address(self.client, self.disclosure.id),
                        ground.key()
                    );
                    let name = ground_word(texts, profile, ground);
                    row.action(
                        Button::link(href, texts.t("disclosures-choose"))
                            .about(name)
                            .tiny(),
                    )
                }
                Err(why) => row.words(html! { span.quiet { (texts.t(why)) } }),
            }
        });
        html! {
            @for error in state.errors_of("ground") { (Notice::failed(error)) }
            (Paper::new(texts.t("disclosures-which-ground")).with(rows(lines)))
        }
    }

    fn ground(&self, texts: Texts, profile: &Profile, ground: &Ground) -> Markup {
        html! {
            (ground_word(texts, profile, ground))
            div.quiet.small { (ground_law(texts, profile, ground, &self.disclosure.to, &self.consents, self.today)) }
        }
    }

    fn decide(
        &self,
        texts: Texts,
        profile: &Profile,
        given: Given<'_>,
        asker: &Asker,
        ground: &Ground,
        state: &FormState,
    ) -> Markup {
        let open = rules::offered(given, asker, ground, true).unwrap_or_default();
        let asks_provision =
            rules::offered(given, asker, ground, false) == Err("disclosures-provision-missing");
        let action = format!("{}/decision", address(self.client, self.disclosure.id));
        let rest = without(state, "ground");
        let form = Form::post(texts, &action, &rest);
        let offered = open
            .iter()
            .filter(|part| is_readable(**part))
            .map(|part| Choice::new(part.to_string(), part.word(texts)));
        let manners = Manner::ALL.iter().map(|manner| {
            Choice::new(manner.name(), texts.t(&format!("disclosures-manner-{manner}")))
                .help(texts.t(&format!("disclosures-manner-{manner}-help")))
        });
        let back = address(self.client, self.disclosure.id);
        Paper::new(texts.t("disclosures-decide-title"))
            .note(ground_word(texts, profile, ground))
            .more(back, texts.t("disclosures-other-ground"))
            .with_inside(form.with(html! {
                (form.hidden("version", self.disclosure.version.to_string()))
                (form.hidden("outcome", "give"))
                (form.hidden("ground", ground.key()))
                @for error in state.errors_of("ground") { (Notice::failed(error)) }
                (form.checkboxes("parts", texts.t("disclosures-parts"), offered).help(texts.t("disclosures-parts-help")))
                @if asks_provision {
                    (form.text("provision", texts.t("disclosures-provision")).help(texts.t("disclosures-provision-help")))
                }
                (form.radios("manner", texts.t("disclosures-manner"), manners))
                @if *ground == Ground::Emergency {
                    (form.textarea("reasons", texts.t("disclosures-reasons")).help(texts.t("disclosures-emergency-help")))
                } @else {
                    (form.textarea("reasons", texts.t("disclosures-reasons")).lines(2).optional())
                }
                (action_bar([Button::submit(texts.t("disclosures-decide")).main()]))
            }))
    }

    fn refusal(&self, texts: Texts, profile: &Profile, state: &FormState) -> Markup {
        if self.disclosure.state == State::Refused || self.chosen.is_some() {
            return html! {};
        }
        let action = format!("{}/decision", address(self.client, self.disclosure.id));
        let form = Form::post(texts, &action, state);
        Paper::bare().with_inside(Fold::new(texts.t("disclosures-refuse-title")).with(html! {
            (form.with(html! {
                (form.hidden("version", self.disclosure.version.to_string()))
                (form.hidden("outcome", "refuse"))
                (form.textarea("reasons", texts.t("disclosures-refusal-reasons")).help(texts.t("disclosures-refusal-help")))
                (remedies(texts, profile))
                p.actions { (Button::submit(texts.t("disclosures-refuse"))) }
            }))
        }))
    }

    /// Handing over: the ground is asked again when it is pressed.
    fn delivery(&self, texts: Texts, state: &FormState) -> Markup {
        let action = format!("{}/delivery", address(self.client, self.disclosure.id));
        let form = Form::post(texts, &action, state);
        Paper::new(texts.t("disclosures-delivery")).with_inside(form.with(html! {
            @match self.disclosure.manner {
                Some(Manner::Key) => (form.text("key", texts.t("disclosures-key")).help(texts.t("disclosures-key-help")).autocomplete("off")),
                Some(Manner::Passphrase) => (form.text("passphrase", texts.t("disclosures-passphrase")).help(texts.t("disclosures-passphrase-help")).autocomplete("off")),
                Some(Manner::Printed) | None => p { (texts.t("disclosures-printed-help")) },
            }
            p.quiet { (texts.t("disclosures-delivery-checked")) }
            (action_bar([Button::submit(texts.t("disclosures-deliver")).main()]))
        }))
    }

    fn history(&self, texts: Texts) -> Markup {
        let line = |event: &Event| {
            let when = format::near_time(texts, format::finnish_time(event.at), self.today);
            html! {
                div.note {
                    p.note-line { (when) " · " (event.by) }
                    p { (texts.t(&format!("disclosures-event-{}", event.kind))) }
                    @if event.kind == EventKind::Stopped { p { (texts.t(&event.words.why)) } }
                    @if !event.words.sha256.is_empty() { p.quiet.small { "SHA-256 " code.mark { (event.words.sha256) } } }
                }
            }
        };
        Paper::new(texts.t("disclosures-history")).with(rows(self.events.iter().map(line)))
    }
}

/// What was typed into the form of one outcome; the page has a form for each.
fn of_outcome(state: &FormState, outcome: &str) -> FormState {
    if state.has("outcome", outcome) {
        state.clone()
    } else {
        FormState::new()
    }
}

/// The state without the errors that are said above the forms.
fn without(state: &FormState, field: &str) -> FormState {
    let mut state = state.clone();
    state.errors.retain(|error| error.field != field);
    state
}

/// Whether there is anything in the program that a part is read from.
fn is_readable(part: Part) -> bool {
    match part {
        Part::Fields(_) => true,
        Part::Records(kind) => polku_casework::packing::gives(kind),
    }
}

/// How a refusal can be taken further.
fn remedies(texts: Texts, profile: &Profile) -> Markup {
    let language: InterfaceLanguage = texts.locale().into();
    let supervisor = &profile.requests.supervisor;
    let key = if profile.controller.kind.is_authority() {
        "disclosures-remedies-authority"
    } else {
        "disclosures-remedies"
    };
    let name = supervisor.name.get(language);
    html! {
        p.quiet { (texts.with(key, &[("supervisor", name.into()), ("web", supervisor.web.as_str().into())])) }
    }
}

/// The form of a request.
pub(super) fn request_form(texts: Texts, profile: &Profile, client: SubjectId, state: &FormState) -> Markup {
    let language: InterfaceLanguage = texts.locale().into();
    let action = format!("/clients/{client}/disclosures");
    let form = Form::post(texts, &action, state);
    let known = profile
        .recipients
        .iter()
        .filter(|recipient| recipient.permission != Permission::Anonymous)
        .map(|recipient| Choice::new(&recipient.key, recipient.name.get(language)));
    let recipients = known.chain([Choice::new("other", texts.t("consents-other-body"))]);
    let kinds = RecipientKind::ALL
        .iter()
        .filter(|kind| **kind != RecipientKind::Public)
        .map(|kind| {
            Choice::new(
                kind.key(),
                texts.t(&format!("disclosures-body-{}", kind.key().replace('_', "-"))),
            )
        });
    let countries = Country::all().map(|country| Choice::new(country.code(), texts.label(country.labels())));
    let adequacies = [Adequacy::None, Adequacy::Decision, Adequacy::Safeguard].map(|adequacy| {
        Choice::new(
            adequacy.key(),
            texts.t(&format!("disclosures-adequacy-{adequacy}")),
        )
    });
    Paper::bare().with_inside(form.with(html! {
        (form.select("recipient", texts.t("disclosures-recipient"), recipients))
        (Fold::new(texts.t("disclosures-other-details")).open(state.value("recipient") == "other").with(html! {
            (form.text("body", texts.t("consents-body")).optional().autocomplete("off"))
            (form.select("body_kind", texts.t("disclosures-body-kind"), kinds).optional())
            (form.select("country", texts.t("disclosures-country-label"), countries).help(texts.t("disclosures-country-help")).optional())
            (form.select("adequacy", texts.t("disclosures-adequacy"), adequacies).help(texts.t("disclosures-adequacy-help")).optional())
            (form.textarea("safeguard", texts.t("disclosures-safeguard")).lines(2).optional())
        }))
        (form.text("person", texts.t("disclosures-person-asks")).optional().autocomplete("off"))
        (form.textarea("asked", texts.t("disclosures-asked")).lines(3))
        (form.textarea("ground_given", texts.t("disclosures-ground-given")).lines(2).optional())
        (form.date("requested_on", texts.t("disclosures-requested")).help(texts.t("disclosures-requested-help")).optional())
        (action_bar([Button::submit(texts.t("common-save-and-continue")).main()]))
    }))
}

/// Who a recipient is.
pub(super) fn recipient(texts: Texts, profile: &Profile, to: &For) -> String {
    match to {
        For::Recipient(key) => profile.recipient(key).map_or_else(
            || key.clone(),
            |known| known.name.get(texts.locale().into()).to_owned(),
        ),
        For::Body(name) => name.clone(),
        For::Party(_) | For::Worker(_) => String::new(),
    }
}

/// A ground in a few words.
pub(super) fn ground_word(texts: Texts, profile: &Profile, ground: &Ground) -> String {
    match ground {
        Ground::Law(key) => {
            let known = profile.disclosure.grounds.iter().find(|known| known.key == *key);
            known.map_or_else(
                || key.clone(),
                |known| known.text.get(texts.locale().into()).to_owned(),
            )
        }
        other => texts.t(&format!("disclosures-ground-{}", other.kind())),
    }
}

/// The provision or consent behind a ground.
fn ground_law(
    texts: Texts,
    profile: &Profile,
    ground: &Ground,
    to: &For,
    consents: &[Consent],
    today: Date,
) -> String {
    let cited = match ground {
        Ground::Consent(id) => {
            let consent = consents.iter().find(|consent| consent.id == *id);
            return consent.map_or_else(String::new, |consent| {
                format::period(texts, consent.term.valid_from, consent.term.valid_until)
            });
        }
        Ground::Emergency => return texts.with("law-gdpr", &[("articles", "6.1 d, 9.2 c".into())]),
        Ground::Law(key) => {
            let known = profile.disclosure.grounds.iter().find(|known| known.key == *key);
            known.map(|known| &known.law)
        }
        Ground::RecipientLaw | Ground::JointService => match to {
            For::Recipient(key) => profile
                .recipient(key)
                .and_then(|recipient| recipient.law.as_ref()),
            _ => None,
        },
    };
    let standing = cited.and_then(|cited| provision(profile, cited, today));
    standing.map_or_else(String::new, |(act, section)| {
        law::act(texts, profile, &act.number, section)
    })
}

/// The ground of a decision with its provision, as it is printed.
pub(super) fn ground_in_words(
    texts: Texts,
    profile: &Profile,
    disclosure: &Disclosure,
    consents: &[Consent],
    today: Date,
) -> String {
    let Some(ground) = &disclosure.ground else {
        return String::new();
    };
    let parts = [
        ground_word(texts, profile, ground),
        ground_law(texts, profile, ground, &disclosure.to, consents, today),
        disclosure.words.provision.clone(),
    ];
    let there: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    there.join("; ")
}

/// How far a disclosure is.
pub(super) fn state_tag(texts: Texts, state: State) -> Tag {
    let word = texts.t(&format!("disclosures-state-{state}"));
    match state {
        State::Requested => Tag::due(word),
        State::Decided => Tag::draft(word),
        State::Refused => Tag::over(word),
        State::Delivered => Tag::good(word),
    }
}
