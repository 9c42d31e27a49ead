//! How breaches are shown.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp, civil::Date};
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Fact, Facts, Notice, Paper, Row, Tag, action_bar, rows},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_privacy::parts::Part;
use polku_profile::Profile;

use super::{
    breach::{Affected, Breach, Event, Risk, State, Untold},
    change::address,
    people_view,
    rules::{self, Clock},
};

/// The fields of what people are told, in the order of [`super::breach::BreachWords::letters`].
const LETTERS: [(&str, &str); 3] = [("letter_fi", "fi"), ("letter_sv", "sv"), ("letter_en", "en")];

/// Which form has something to mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mending {
    /// That of the assessment.
    Assessment,
    /// That of the notice to the authority.
    Notice,
    /// That of what people are told.
    Letter,
    /// The button that closes.
    Closing,
}

/// What the page of one breach shows.
pub(super) struct BreachPage<'a> {
    pub(super) breach: &'a Breach,
    pub(super) events: Vec<Event>,
    pub(super) affected: Vec<Affected>,
    /// What is missing before it can be closed.
    pub(super) to_close: Result<(), &'static str>,
    pub(super) profile: Arc<Profile>,
    pub(super) mending: Option<(Mending, &'a FormState)>,
    pub(super) now: Timestamp,
    pub(super) today: Date,
}

/// All of them.
pub(super) fn list(texts: Texts, all: &[Breach], now: Timestamp, today: Date) -> Markup {
    let row = |breach: &Breach| {
        let found = format::near_time(texts, format::finnish_time(breach.found_at), today);
        let row = Row::link(address(breach.id), summary(&breach.words.what)).aside(found);
        match breach.state {
            State::Open => row.words(clock_tag(texts, breach, now)),
            State::Closed => row.words(Tag::plain(texts.t("breaches-state-closed"))),
        }
    };
    Paper::bare().with(html! {
        @if all.is_empty() {
            (Empty::new(texts.t("breaches-none"))
                .first_step(Button::link("/breaches/report", texts.t("breaches-report"))))
        } @else { (rows(all.iter().map(row))) }
    })
}

/// The first words of what happened.
fn summary(what: &str) -> String {
    const LONGEST: usize = 80;
    let line = what.lines().next().unwrap_or_default();
    if line.chars().count() <= LONGEST {
        return line.to_owned();
    }
    let cut: String = line.chars().take(LONGEST).collect();
    format!("{cut}…")
}

/// How the notice to the authority stands, in words.
pub(super) fn clock_words(texts: Texts, clock: Clock) -> String {
    let (key, time) = match clock {
        Clock::Running(left) => ("breaches-clock-running", left),
        Clock::Over(by) => ("breaches-clock-over", by),
        Clock::Late(by) => ("breaches-clock-late", by),
        Clock::InTime => return texts.t("breaches-clock-in-time"),
        Clock::NotNeeded => return texts.t("breaches-clock-not-needed"),
    };
    texts.with(key, &[("time", hours(texts, time).into())])
}

fn hours(texts: Texts, time: SignedDuration) -> String {
    let minutes = u32::try_from(time.as_mins()).unwrap_or(u32::MAX);
    format::hours_and_minutes(texts.locale(), minutes)
}

fn clock_of(breach: &Breach, now: Timestamp) -> Clock {
    rules::clock(breach.aware_at, breach.risk, breach.notified_at, now)
}

fn clock_tag(texts: Texts, breach: &Breach, now: Timestamp) -> Tag {
    let clock = clock_of(breach, now);
    let words = clock_words(texts, clock);
    match clock {
        Clock::Running(_) => Tag::due(words),
        Clock::Over(_) => Tag::over(words),
        Clock::Late(_) | Clock::NotNeeded => Tag::plain(words),
        Clock::InTime => Tag::good(words),
    }
}

/// The form of a report.
pub(super) fn report_form(texts: Texts, state: &FormState) -> Markup {
    let form = Form::post(texts, "/breaches/report", state);
    Paper::bare().with_inside(form.with(html! {
        p { (texts.t("breaches-report-what")) }
        (form.textarea("what", texts.t("breaches-field-what")).help(texts.t("breaches-field-what-help")).lines(5))
        (form.date("found_on", texts.t("breaches-found-on")))
        (form.text("found_time", texts.t("breaches-found-time")).short())
        (form.date("aware_on", texts.t("breaches-aware-on")).help(texts.t("breaches-aware-help")).optional())
        (form.text("aware_time", texts.t("breaches-aware-time")).short().optional())
        (action_bar([Button::submit(texts.t("breaches-report-do")).main()]))
    }))
}

impl BreachPage<'_> {
    /// The page: the clock first, then what is known and done.
    pub(super) fn render(&self, texts: Texts) -> Markup {
        let is_open = self.breach.state == State::Open;
        html! {
            div.stack {
                (self.clock(texts))
                (self.known(texts))
                @if is_open { (self.assessment(texts)) (self.notice(texts)) }
                @if self.tells_people() {
                    @if is_open { (self.letter(texts)) }
                    (people_view::people(texts, self.breach, &self.affected, self.today))
                }
                (self.closing(texts))
                (self.done(texts))
            }
        }
    }

    fn tells_people(&self) -> bool {
        self.breach.risk == Some(Risk::High) || !self.affected.is_empty()
    }

    fn clock(&self, texts: Texts) -> Markup {
        let clock = clock_of(self.breach, self.now);
        let until = time(texts, rules::deadline(self.breach.aware_at));
        let words = clock_words(texts, clock);
        let more = texts.with("breaches-deadline", &[("when", until.into())]);
        html! {
            @match clock {
                Clock::Running(_) => (Notice::warning(words).more(more)),
                Clock::Over(_) => (Notice::failed(words).more(more)),
                Clock::InTime | Clock::Late(_) | Clock::NotNeeded => (Notice::info(words)),
            }
        }
    }

    fn known(&self, texts: Texts) -> Markup {
        let breach = self.breach;
        let words = &breach.words;
        let mut facts = vec![
            Fact::new(texts.t("breaches-found-at"), time(texts, breach.found_at)),
            Fact::new(texts.t("breaches-aware-at"), time(texts, breach.aware_at)),
            Fact::new(texts.t("breaches-field-what"), said(&words.what)),
        ];
        if let Some(risk) = breach.risk {
            facts.push(Fact::new(
                texts.t("breaches-field-kinds"),
                kinds(texts, &words.kinds),
            ));
            facts.push(Fact::new(texts.t("breaches-field-people"), people(texts, breach)));
            facts.push(Fact::new(
                texts.t("breaches-field-consequences"),
                said(&words.consequences),
            ));
            facts.push(Fact::new(
                texts.t("breaches-field-measures"),
                said(&words.measures),
            ));
            facts.push(
                Fact::new(texts.t("breaches-field-risk"), risk_tag(texts, risk)).detail(said(&words.why)),
            );
        }
        if let Some(untold) = breach.untold {
            facts.push(Fact::new(
                texts.t("breaches-field-untold"),
                texts.t(&format!("breaches-untold-{untold}")),
            ));
        }
        if let Some(at) = breach.notified_at {
            let fact = Fact::new(texts.t("breaches-notified-at"), time(texts, at));
            facts.push(fact.detail(html! {
                @if !words.reference.is_empty() { div { (words.reference) } }
                @if !words.late_reason.is_empty() { div { (texts.t("breaches-late-reason")) ": " (words.late_reason) } }
            }));
        }
        let title = texts.t("breaches-known");
        Paper::new(title).with_inside(Facts::list(facts))
    }

    fn assessment(&self, texts: Texts) -> Markup {
        let words = &self.breach.words;
        let state = self.state(Mending::Assessment, |state| {
            state
                .set("what", &words.what)
                .set_all("kinds", words.kinds.iter().map(ToString::to_string).collect())
                .set(
                    "people",
                    self.breach
                        .people
                        .map(|number| number.to_string())
                        .unwrap_or_default(),
                )
                .set("consequences", &words.consequences)
                .set("measures", &words.measures)
                .set("risk", self.breach.risk.map_or("", Risk::name))
                .set("why", &words.why)
                .set("untold", self.breach.untold.map_or("", Untold::name));
        });
        let action = format!("{}/assessment", address(self.breach.id));
        let form = Form::post(texts, &action, &state);
        let kinds = Part::all_of(&self.profile);
        let kinds = kinds
            .iter()
            .map(|part| Choice::new(part.to_string(), part.word(texts)));
        let risks = Risk::ALL.iter().map(|risk| {
            Choice::new(risk.name(), texts.t(&format!("breaches-risk-{risk}")))
                .help(texts.t(&format!("breaches-risk-{risk}-means")))
        });
        let untold = Untold::ALL
            .iter()
            .map(|untold| Choice::new(untold.name(), texts.t(&format!("breaches-untold-{untold}"))));
        let fields = form.with(html! {
            (form.hidden("version", state.value("version")))
            (form.textarea("what", texts.t("breaches-field-what")).help(texts.t("breaches-field-what-help")))
            (form.checkboxes("kinds", texts.t("breaches-field-kinds"), kinds))
            (form.number("people", texts.t("breaches-field-people")).help(texts.t("breaches-field-people-help")).optional())
            (form.textarea("consequences", texts.t("breaches-field-consequences")))
            (form.textarea("measures", texts.t("breaches-field-measures")).optional())
            (form.radios("risk", texts.t("breaches-field-risk"), risks))
            (form.textarea("why", texts.t("breaches-field-why")))
            (form.select("untold", texts.t("breaches-field-untold"), untold)
                .help(texts.t("breaches-field-untold-help")).optional())
            (action_bar([Button::submit(texts.t("breaches-assess")).main()]))
        });
        if self.breach.risk.is_none() || self.mends(Mending::Assessment) {
            return Paper::new(texts.t("breaches-assessment")).with_inside(fields);
        }
        Disclosure::new(texts.t("breaches-assess-again")).with(html! { div.inside { (fields) } })
    }

    fn notice(&self, texts: Texts) -> Markup {
        let now = format::finnish_time(self.now);
        let state = self.state(Mending::Notice, |state| {
            state
                .set("notified_on", format::date(now.date()))
                .set("notified_time", format::clock(texts.locale(), now.time()))
                .set("reference", &self.breach.words.reference);
        });
        let action = format!("{}/notice", address(self.breach.id));
        let form = Form::post(texts, &action, &state);
        let supervisor = self.profile.requests.supervisor.name.get(texts.locale().into());
        let button = match self.breach.notified_at {
            None => "breaches-notify",
            Some(_) => "breaches-supplement",
        };
        Paper::new(texts.t("breaches-notice")).with_inside(html! {
            p { (texts.with("breaches-notice-what", &[("authority", supervisor.into())])) }
            p { a href={ (address(self.breach.id)) "/notice" } { (texts.t("breaches-form")) } }
            (form.with(html! {
                (form.hidden("version", state.value("version")))
                (form.date("notified_on", texts.t("breaches-notified-on")))
                (form.text("notified_time", texts.t("breaches-notified-time")).short())
                (form.text("reference", texts.t("breaches-reference")).optional())
                (form.textarea("late_reason", texts.t("breaches-late-reason"))
                    .help(texts.t("breaches-late-reason-help")).optional())
                p.actions { (Button::submit(texts.t(button))) }
            }))
        })
    }

    fn letter(&self, texts: Texts) -> Markup {
        let state = self.state(Mending::Letter, |state| {
            for ((field, _), letter) in LETTERS.iter().zip(&self.breach.words.letters) {
                state.set(*field, letter);
            }
        });
        let action = format!("{}/letter", address(self.breach.id));
        let form = Form::post(texts, &action, &state);
        Paper::new(texts.t("breaches-letter"))
            .id("letter")
            .with_inside(html! {
                p { (texts.t("breaches-letter-what")) }
                (form.with(html! {
                    (form.hidden("version", state.value("version")))
                    @for (field, language) in LETTERS {
                        @let label = texts.t(&format!("consents-language-{language}"));
                        @let field = form.textarea(field, label).lines(6).language(language);
                        @if language == "fi" { (field) } @else { (field.optional()) }
                    }
                    p.actions { (Button::submit(texts.t("breaches-letter-save"))) }
                }))
            })
    }

    fn closing(&self, texts: Texts) -> Markup {
        let one = address(self.breach.id);
        let version = self.breach.version.to_string();
        if self.breach.state == State::Closed {
            return Paper::new(texts.t("breaches-state-closed")).with_inside(html! {
                form.action-bar method="post" action={ (one) "/reopen" } {
                    input type="hidden" name="version" value=(version);
                    (Button::submit(texts.t("breaches-reopen")))
                }
            });
        }
        Paper::new(texts.t("breaches-closing")).with_inside(html! {
            @match self.to_close {
                Ok(()) => {
                    p { (texts.t("breaches-closing-ready")) }
                    form.action-bar method="post" action={ (one) "/close" } {
                        input type="hidden" name="version" value=(version);
                        (Button::submit(texts.t("breaches-close")).main())
                    }
                }
                Err(missing) => { p { (texts.t("breaches-closing-missing")) " " (texts.t(missing)) } }
            }
        })
    }

    fn done(&self, texts: Texts) -> Markup {
        let row = |event: &Event| {
            let when = format::near_time(texts, format::finnish_time(event.at), self.today);
            Row::new(texts.t(&format!("breaches-event-{}", event.kind)))
                .words(&event.by)
                .aside(when)
        };
        Paper::new(texts.t("breaches-events")).with(rows(self.events.iter().map(row)))
    }

    /// What is typed when this form is to be mended, else what is there already.
    fn state(&self, form: Mending, fill: impl FnOnce(&mut FormState)) -> FormState {
        if let Some((mending, state)) = self.mending
            && mending == form
        {
            return state.clone();
        }
        let mut state = FormState::new();
        state.set("version", self.breach.version.to_string());
        fill(&mut state);
        state
    }

    fn mends(&self, form: Mending) -> bool {
        self.mending.is_some_and(|(mending, _)| mending == form)
    }
}

fn time(texts: Texts, at: Timestamp) -> String {
    format::date_and_time(texts.locale(), format::finnish_time(at))
}

pub(super) fn said(text: &str) -> Markup {
    html! { span.said-text { (text) } }
}

pub(super) fn kinds(texts: Texts, kinds: &[Part]) -> String {
    let words: Vec<String> = kinds.iter().map(|part| part.word(texts)).collect();
    words.join(", ")
}

fn people(texts: Texts, breach: &Breach) -> String {
    breach.people.map_or_else(
        || texts.t("breaches-people-unknown"),
        |number| format::integer(texts.locale(), number),
    )
}

fn risk_tag(texts: Texts, risk: Risk) -> Tag {
    let word = texts.t(&format!("breaches-risk-{risk}"));
    match risk {
        Risk::Unlikely => Tag::plain(word),
        Risk::Likely => Tag::due(word),
        Risk::High => Tag::over(word),
    }
}
