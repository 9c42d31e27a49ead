//! How secondary use is shown.

use jiff::{Timestamp, civil::Date};
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Fact, Facts, Notice, Paper, Row, Tag, rows},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_profile::Profile;

use super::{
    change::address,
    decision::{Coarseness, Decision, Extract, Kind, State},
    rules::{self, Standing},
};

/// All decisions, the latest first.
pub(super) fn list(texts: Texts, all: &[Decision], decides: bool, today: Date) -> Markup {
    if all.is_empty() {
        let mut empty = Empty::new(texts.t("secondary-use-none"));
        if decides {
            empty = empty.first_step(Button::link("/secondary-use/new", texts.t("secondary-use-new")));
        }
        return Paper::bare().with(empty);
    }
    let row = |one: &Decision| {
        Row::link(address(one.id), &one.new.title)
            .words(tag(texts, one.standing(today)))
            .aside(format::period(
                texts,
                one.new.valid_from,
                Some(one.new.valid_until),
            ))
    };
    Paper::bare().with(rows(all.iter().map(row)))
}

fn tag(texts: Texts, standing: Standing) -> Tag {
    let word = texts.t(&format!("register-decisions-{standing}"));
    match standing {
        Standing::InForce => Tag::good(word),
        Standing::Coming => Tag::due(word),
        Standing::Ended => Tag::plain(word),
    }
}

/// A decision with its extracts.
pub(super) struct Shown<'a> {
    pub(super) texts: Texts,
    pub(super) decision: &'a Decision,
    pub(super) extracts: &'a [Extract],
    pub(super) decides: bool,
    pub(super) makes: bool,
    pub(super) today: Date,
    pub(super) now: Timestamp,
}

impl Shown<'_> {
    pub(super) fn render(&self) -> Markup {
        let texts = self.texts;
        let standing = self.decision.standing(self.today);
        html! {
            div.stack {
                (Paper::new(texts.t("secondary-use-one")).note(tag(texts, standing)).with_inside(html! {
                    (Facts::list(self.facts()))
                    p.said-text { (self.decision.new.task) }
                    (self.recorded())
                }))
                (Paper::new(texts.t("secondary-use-fields")).with_inside(html! {
                    ul { @for field in &self.decision.new.fields { li { (texts.t(&field.label_key())) } } }
                    p.quiet { (texts.t("secondary-use-never")) }
                }))
                (Paper::new(texts.t("secondary-use-extracts")).with_inside(self.extracts(standing)))
                @if self.decides && standing != Standing::Ended {
                    form.only-screen method="post" action=(format!("{}/ending", address(self.decision.id))) {
                        p.quiet { (texts.t("secondary-use-end-help")) }
                        p.actions { (Button::submit(texts.t("secondary-use-end")).danger()) }
                    }
                }
            }
        }
    }

    fn facts(&self) -> Vec<Fact> {
        let (texts, decision) = (self.texts, &self.decision.new);
        let fact = |key: &str, value: &str| Fact::new(texts.t(key), value);
        let mut facts = vec![
            fact("secondary-use-kind", &texts.t(&kind_key(decision.kind))),
            fact("secondary-use-recipient", &decision.recipient),
            fact("secondary-use-ground", &decision.ground),
            fact("register-decisions-by", &decision.decided_by),
            fact("register-decisions-power", &decision.power),
            fact(
                "register-decisions-decided-on",
                &format::date(decision.decided_on),
            ),
            fact(
                "secondary-use-valid",
                &format::period(texts, decision.valid_from, Some(decision.valid_until)),
            ),
            fact(
                "secondary-use-served",
                &format::period(texts, decision.served_from, Some(decision.served_until)),
            ),
            fact(
                "secondary-use-coarseness",
                &texts.t(&coarseness_key(decision.coarseness)),
            ),
            Fact::new(
                texts.t("secondary-use-key"),
                html! { code.breaks { (decision.recipient_key) } },
            ),
        ];
        if let Some(ended) = self.decision.ended_on {
            facts.push(fact("secondary-use-ended-on", &format::date(ended)));
        }
        facts
    }

    fn recorded(&self) -> Markup {
        let entered = [
            ("name", self.decision.recorded_by.as_str().into()),
            ("when", moment(self.texts, self.decision.recorded_at).into()),
        ];
        html! { p.quiet.small { (self.texts.with("register-decisions-recorded", &entered)) } }
    }

    fn extracts(&self, standing: Standing) -> Markup {
        let texts = self.texts;
        html! {
            @if self.extracts.is_empty() { (Empty::new(texts.t("secondary-use-extracts-none"))) }
            @for extract in self.extracts { (self.extract(extract)) }
            @if self.makes && standing == Standing::InForce {
                form method="post" action=(format!("{}/extracts", address(self.decision.id))) {
                    p { (texts.t("secondary-use-make-help")) }
                    p.actions { (Button::submit(texts.t("secondary-use-make")).main()) }
                }
            }
        }
    }

    fn extract(&self, extract: &Extract) -> Markup {
        let texts = self.texts;
        let word = texts.t(&format!("secondary-use-state-{}", extract.state));
        let note = match extract.state {
            State::Ready => Tag::good(word),
            State::Waiting => Tag::due(word),
            State::Failed => Tag::over(word),
        };
        let action = format!("{}/extracts/{}/file", address(self.decision.id), extract.id);
        html! {
            section {
                h3 { (moment(texts, extract.asked_at)) " " (note) }
                (Facts::list(self.extract_facts(extract)))
                @if extract.state == State::Failed { p { (texts.t("secondary-use-failed")) } }
                @if extract.counted.few > 0 {
                    (Notice::warning(texts.with("secondary-use-few", &[("count", extract.counted.few.into())])))
                }
                @if self.makes && extract.is_here(self.now) {
                    form method="post" action=(action) {
                        p.actions { (Button::submit(texts.t("secondary-use-fetch"))) }
                    }
                }
            }
        }
    }

    fn extract_facts(&self, extract: &Extract) -> Vec<Fact> {
        let texts = self.texts;
        let mut facts = vec![Fact::new(texts.t("secondary-use-asker"), &extract.asked_by)];
        if extract.state == State::Ready {
            let counted = extract.counted;
            for (key, count) in [
                ("secondary-use-people", counted.people),
                ("secondary-use-restricted", counted.restricted),
                ("secondary-use-objected", counted.objected),
            ] {
                facts.push(Fact::new(texts.t(key), format::integer(texts.locale(), count)));
            }
        }
        if let Some(sha256) = &extract.sha256 {
            facts.push(Fact::new("SHA-256", html! { code.breaks { (sha256) } }));
        }
        if let Some(until) = extract.expires_at {
            facts.push(Fact::new(
                texts.t("secondary-use-until-file"),
                moment(texts, until),
            ));
        }
        if let Some((name, at)) = &extract.handed {
            let fetched = format!("{name}, {}", moment(texts, *at));
            facts.push(Fact::new(texts.t("secondary-use-fetched"), fetched));
        }
        facts
    }
}

fn moment(texts: Texts, at: Timestamp) -> String {
    format::date_and_time(texts.locale(), format::finnish_time(at))
}

fn kind_key(kind: Kind) -> String {
    format!("secondary-use-kind-{kind}")
}

fn coarseness_key(coarseness: Coarseness) -> String {
    format!("secondary-use-coarseness-{coarseness}")
}

/// The form of a new decision.
pub(super) fn form(texts: Texts, profile: &Profile, state: &FormState) -> Markup {
    let form = Form::post(texts, "/secondary-use", state);
    let kinds = Kind::ALL
        .iter()
        .map(|kind| Choice::new(kind.name(), texts.t(&kind_key(*kind))));
    let fields = rules::offered(profile)
        .into_iter()
        .map(|field| Choice::new(field.key(), texts.t(&field.label_key())));
    let coarseness = Coarseness::ALL
        .iter()
        .map(|one| Choice::new(one.name(), texts.t(&coarseness_key(*one))));
    Paper::bare().with_inside(form.with(html! {
        (form.radios("kind", texts.t("secondary-use-kind"), kinds))
        (form.text("title", texts.t("secondary-use-name")))
        (form.text("recipient", texts.t("secondary-use-recipient")))
        (form.textarea("task", texts.t("secondary-use-task")).lines(4))
        (form.text("ground", texts.t("secondary-use-ground")).help(texts.t("secondary-use-ground-help")))
        (form.text("decided_by", texts.t("register-decisions-by")).help(texts.t("register-decisions-by-help")))
        (form.text("power", texts.t("register-decisions-power")).help(texts.t("register-decisions-power-help")))
        (form.date("decided_on", texts.t("register-decisions-decided-on")))
        (form.date("valid_from", texts.t("secondary-use-from")).help(texts.t("register-decisions-from-help")).optional())
        (form.date("valid_until", texts.t("secondary-use-until")).help(texts.t("secondary-use-until-help")))
        (form.date("served_from", texts.t("secondary-use-served-from")).help(texts.t("secondary-use-served-help")))
        (form.date("served_until", texts.t("secondary-use-served-until")))
        (form.checkboxes("fields", texts.t("secondary-use-fields"), fields).help(texts.t("secondary-use-never")))
        (form.radios("coarseness", texts.t("secondary-use-coarseness"), coarseness))
        (form.text("recipient_key", texts.t("secondary-use-key")).help(texts.t("secondary-use-key-help")))
        p.actions { (Button::submit(texts.t("secondary-use-enter")).main()) }
    }))
}
