//! How a client's disclosures are shown.

use jiff::{Timestamp, civil::Date};
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Empty, Fact, Facts, Notice, Paper, Table, Tag, action_bar, rows},
    form::{Form, FormState},
    format, html,
};
use polku_profile::Profile;
use polku_values::code_lists::Country;

use super::{
    change::address,
    decision_view::{remedies, without},
    disclosure::{Disclosure, Event, EventKind, Ground, Manner, State},
    ground_words::{ground_in_words, ground_word},
    rules::{self, Asker, Given},
};
use crate::{
    consents::consent::{Consent, For},
    parts,
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
