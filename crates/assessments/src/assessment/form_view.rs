//! The forms by which an assessment is begun and answered.

use jiff::civil::Date;
use polku_desk::{SubjectId, link::OpenLink};
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Notice, Paper, Tag, action_bar},
    form::{Choice, Form, FormState},
    format,
    frame::Heading,
    html,
};

use super::{
    change::address,
    input::{FIELD, SKIP},
    model::{Answers, Assessment, Phase},
};
use crate::{
    instruments::{Definition, Edition, Item, Standing},
    own,
};

/// The form of a new assessment: an instrument, when on the way, which day.
pub(super) fn begin(
    texts: Texts,
    client: SubjectId,
    offered: &[Edition],
    earlier: &[Assessment],
    state: &FormState,
) -> Markup {
    let action = format!("/clients/{client}/assessments");
    let locale = texts.locale();
    let instruments = offered.iter().map(|edition| {
        let title = edition.definition.title.of(locale);
        let choice = Choice::new(edition.id.0.as_str(), title);
        let last = earlier
            .iter()
            .filter(|one| one.family == edition.family)
            .map(|one| one.dated)
            .max();
        let asks = texts.t(&format!("instrument-asks-{}", edition.definition.asks));
        match last {
            Some(day) => {
                let last = texts.with("assessments-last-on", &[("day", format::date(day).into())]);
                choice.help(format!("{asks} · {last}"))
            }
            None => choice.help(asks),
        }
    });
    let mut filled = state.clone();
    if filled.value("phase").is_empty() {
        let has_any = !earlier.is_empty();
        filled.set(
            "phase",
            if has_any {
                Phase::Interim.name()
            } else {
                Phase::Start.name()
            },
        );
    }
    let phases = Phase::ALL
        .iter()
        .map(|phase| Choice::new(phase.name(), texts.t(&format!("assessments-phase-{phase}"))));
    let form = Form::post(texts, &action, &filled);
    if offered.is_empty() {
        return Paper::bare().with_inside(html! { p { (texts.t("assessments-no-instruments")) } });
    }
    form.with(html! {
        (form.radios("edition", texts.t("assessments-instrument"), instruments))
        (form.radios("phase", texts.t("assessments-phase"), phases).side_by_side())
        (form.date("dated", texts.t("assessments-dated")).help(texts.t("assessments-dated-help")).optional())
        (action_bar([Button::submit(texts.t("assessments-begin")).main()]))
    })
}

/// An open assessment on its page.
pub(super) struct OpenForm<'a> {
    pub(super) client: SubjectId,
    pub(super) assessment: &'a Assessment,
    pub(super) edition: &'a Edition,
    /// The one before, with the definition by which it was made.
    pub(super) previous: Option<(&'a Assessment, &'a Definition)>,
    /// What somebody else stored meanwhile.
    pub(super) now: Option<&'a Answers>,
    /// Whether to ask about completing by an edition that is not offered any more.
    pub(super) asks_about_edition: bool,
    pub(super) may_ask: bool,
    pub(super) link: Option<OpenLink>,
    pub(super) today: Date,
}

pub(super) fn heading(texts: Texts, heading: Heading, shown: &OpenForm<'_>) -> Heading {
    heading
        .tag(Tag::draft(texts.t("assessments-state-open")))
        .subtitle(format!(
            "{} · {}",
            shown.edition.definition.title.of(texts.locale()),
            texts.t(&format!("assessments-phase-{}", shown.assessment.phase))
        ))
}

impl OpenForm<'_> {
    pub(super) fn render(&self, texts: Texts, state: &FormState) -> Markup {
        let definition = &self.edition.definition;
        let page = address(self.client, self.assessment.id);
        html! {
            @if self.edition.standing == Standing::Withdrawn && !self.asks_about_edition {
                (Notice::info(texts.t("assessments-edition-old")))
            }
            @if self.may_ask && definition.asks_client() {
                (own::panel(texts, self.client, self.assessment, self.link, self.today))
            }
            (self.form(texts, state, &page))
            (Disclosure::new(texts.t("assessments-discard")).quiet().with(html! {
                p { (texts.t("assessments-discard-what")) }
                form method="post" action={ (page) "/discard" } {
                    p { (Button::submit(texts.t("assessments-discard-do")).danger().tiny()) }
                }
            }))
        }
    }

    fn form(&self, texts: Texts, state: &FormState, page: &str) -> Markup {
        let definition = &self.edition.definition;
        let mut typed = state.clone();
        if typed.value("dated").is_empty() {
            typed.set("dated", format::date(self.assessment.dated));
        }
        let form = Form::post(texts, page, &typed);
        let total = definition.items.len();
        let seen_to = self.assessment.answers.seen_to(definition);
        form.with(html! {
            (form.hidden("version", self.assessment.version.to_string()))
            @if definition.asks_worker() {
                p { (definition.intro.of(texts.locale())) }
                (questions(texts, &form, definition, Reads::Worker, &|item| self.beside(texts, item)))
            } @else {
                p { (definition.intro.of(texts.locale())) }
            }
            (form.textarea("note", texts.t("assessments-note")).help(texts.t("assessments-note-help")).optional())
            (form.date("dated", texts.t("assessments-dated")))
            @if self.asks_about_edition {
                (form.checkbox("old_edition", texts.t("assessments-old-edition-accept")))
            }
            p.draft-line role="status" data-answers={ (page) "/keep" }
                data-kept=(texts.t("assessments-kept-now")) data-not-kept=(texts.t("assessments-not-kept"))
                data-conflict=(texts.t("assessments-conflict-line")) {
                @if definition.asks_worker() {
                    (texts.with("assessments-seen-to", &[("seen", seen_to.into()), ("total", total.into())]))
                }
            }
            (action_bar([
                Button::submit(texts.t("assessments-complete")).named("do", "complete").main(),
                Button::submit(texts.t("assessments-keep")).named("do", "keep").unchecked(),
            ]))
        })
    }

    /// What stands beside a question: the answers before, and what somebody else stored meanwhile.
    fn beside(&self, texts: Texts, item: &Item) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some((previous, definition)) = self.previous {
            let of = |answers: &Answers| answer_in_words(texts, definition, &item.key, answers);
            let day = format::date(previous.dated);
            let said = [
                (of(&previous.answers), "assessments-by-worker"),
                (previous.given().and_then(of), "assessments-by-client"),
            ];
            let said: Vec<String> = said
                .into_iter()
                .filter_map(|(answer, who)| Some(format!("{}: {}", texts.t(who), answer?)))
                .collect();
            if !said.is_empty() {
                lines.push(format!(
                    "{} {}",
                    texts.with("assessments-earlier-on", &[("day", day.into())]),
                    said.join(" · ")
                ));
            }
        }
        if let Some(now) = self.now {
            let answer = answer_in_words(texts, &self.edition.definition, &item.key, now);
            let answer = answer.unwrap_or_else(|| "–".to_owned());
            lines.push(texts.with("assessments-stored-meanwhile", &[("answer", answer.into())]));
        }
        lines
    }
}

/// Who reads the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reads {
    /// The worker.
    Worker,
    /// The client.
    Client,
}

/// The questions of an instrument as fields; `beside` gives the lines below a question.
pub(crate) fn questions(
    texts: Texts,
    form: &Form<'_>,
    definition: &Definition,
    reads: Reads,
    beside: &dyn Fn(&Item) -> Vec<String>,
) -> Markup {
    let named: Vec<(String, &Item)> = definition
        .items
        .iter()
        .map(|item| (format!("{FIELD}{}", item.key), item))
        .collect();
    html! {
        div.questions {
            @for (name, item) in &named { (question(texts, form, definition, reads, name, item, &beside(item))) }
        }
    }
}

fn question<'a>(
    texts: Texts,
    form: &Form<'a>,
    definition: &Definition,
    reads: Reads,
    name: &'a str,
    item: &Item,
    beside: &[String],
) -> Markup {
    let own = item.own.as_ref().filter(|_| reads == Reads::Client);
    let words = own.unwrap_or(&item.text).of(texts.locale());
    let field = match definition.scale_of(item) {
        Some(scale) => {
            let levels = (scale.lowest..=scale.highest).map(|value| {
                let label = scale.word(value).map(|words| words.of(texts.locale()));
                let label = label.map_or_else(|| value.to_string(), |label| format!("{value} {label}"));
                Choice::new(value.to_string(), label)
            });
            let skip = Choice::new(SKIP, texts.t("assessments-skip"));
            form.radios(name, words, levels.chain([skip])).side_by_side()
        }
        None => form.textarea(name, words).optional(),
    };
    let lines = html! { @for line in beside { div.beside { (line) } } };
    if beside.is_empty() {
        html! { (field) }
    } else {
        html! { (field.help(lines)) }
    }
}

/// An answer in words: `4 usein`, or what was written.
pub(crate) fn answer_in_words(
    texts: Texts,
    definition: &Definition,
    key: &str,
    answers: &Answers,
) -> Option<String> {
    if let Some(value) = answers.values.get(key) {
        let scale = definition.item(key).and_then(|item| definition.scale_of(item));
        let word = scale.and_then(|scale| scale.word(*value));
        return Some(word.map_or_else(
            || value.to_string(),
            |word| format!("{value} {}", word.of(texts.locale())),
        ));
    }
    if answers.skipped.contains(key) {
        return Some(texts.t("assessments-skip"));
    }
    answers.texts.get(key).cloned()
}
