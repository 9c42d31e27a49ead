//! A goal on its own page: what it says, how far it is, what has happened to it, and the forms.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Notice, Paper, Progress, rows},
    form::{Choice, Form, FormState},
    format, html,
};

use super::{
    change::address,
    goal::{Event, EventKind, Goal, GoalState, Step},
    list_view::state_tag,
    rules,
};
use crate::diary::Entry;

/// The most letters of an entry by which it is known again.
const GLIMPSE: usize = 80;

/// What a goal's page shows.
pub(super) struct GoalPage {
    pub(super) goal: Goal,
    pub(super) events: Vec<Event>,
    /// The latest entries of the diary about it.
    pub(super) entries: Vec<Entry>,
    pub(super) client: SubjectId,
    pub(super) today: Date,
    pub(super) may_write: bool,
}

impl GoalPage {
    /// The page; `state` is what was typed into its forms.
    pub(super) fn render(&self, texts: Texts, state: &FormState) -> Markup {
        html! {
            div.cols {
                div.stack {
                    (self.head(texts))
                    @if self.goal.state == GoalState::Open && self.may_write { (self.mark(texts, state)) }
                    @else { @for error in &state.errors { (Notice::failed(&error.text)) } }
                    @if self.may_write { (self.turns(texts)) }
                }
                div.stack { (self.history(texts)) }
            }
        }
    }

    fn head(&self, texts: Texts) -> Markup {
        let goal = &self.goal;
        let (level, target) = (
            u32::from(goal.level.number()),
            u32::from(goal.aim.target.number()),
        );
        let edit = Button::link(
            format!("{}/edit", address(self.client, goal.id)),
            texts.t("common-edit"),
        )
        .tiny();
        let paper = Paper::new(&goal.aim.words.title).note(state_tag(texts, goal));
        let paper = if self.may_write { paper.action(edit) } else { paper };
        paper.with_inside(html! {
            @if !goal.aim.words.description.is_empty() { p.said-text { (goal.aim.words.description) } }
            (Progress::new(texts.t("goals-step"), level.min(target), target))
            p.quiet.small { (format::period(texts, goal.opened_on, goal.closed_on)) }
        })
    }

    fn mark(&self, texts: Texts, state: &FormState) -> Markup {
        let action = format!("{}/progress", address(self.client, self.goal.id));
        let form = Form::post(texts, &action, state);
        let steps = Step::all()
            .map(|step| Choice::new(step.number().to_string(), step_words(texts, step, &self.goal)));
        let evidence = self
            .entries
            .iter()
            .map(|entry| Choice::new(entry.id.to_string(), self.glimpse(texts, entry)));
        Paper::new(texts.t("goals-mark-title")).with_inside(form.with(html! {
            (form.radios("level", texts.t("goals-which-step"), steps))
            (form.textarea("note", texts.t("goals-note")).lines(3).optional())
            @if !self.entries.is_empty() {
                (form.checkboxes("evidence", texts.t("goals-evidence"), evidence).help(texts.t("goals-evidence-help")).optional())
            }
            (form.date("dated", texts.t("goals-dated")).help(texts.t("goals-dated-help")).optional())
            p.actions { (Button::submit(texts.t("common-save")).main()) }
        }))
    }

    /// The buttons by which a goal is reached, given up or taken up again.
    fn turns(&self, texts: Texts) -> Markup {
        let action = format!("{}/state", address(self.client, self.goal.id));
        let possible = GoalState::ALL
            .iter()
            .filter_map(|to| rules::turn(self.goal.state, *to).map(|kind| (*to, kind)));
        html! {
            form.action-bar method="post" action=(action) {
                @for (to, kind) in possible {
                    (Button::submit(texts.t(&format!("goals-do-{kind}"))).named("state", to.name()))
                }
            }
        }
    }

    fn history(&self, texts: Texts) -> Markup {
        Paper::new(texts.t("goals-history"))
            .with(rows(self.events.iter().map(|event| self.event(texts, event))))
    }

    fn event(&self, texts: Texts, event: &Event) -> Markup {
        html! {
            div.note {
                p.note-line { (format::near_date(texts, event.dated, self.today)) " · " (event.written_by) }
                p { (happened(texts, event)) }
                @if !event.words.note.is_empty() { p { (event.words.note) } }
                @if let Some(earlier) = &event.words.earlier {
                    (Disclosure::new(texts.t("goals-earlier")).quiet().with(html! {
                        p { (earlier.words.title) " (" (earlier.target.number()) ")" }
                        p.said-text { (earlier.words.description) }
                    }))
                }
                @for entry in &event.words.evidence {
                    p.small { a href={ "/clients/" (self.client) "/diary/" (entry) } { (self.shown(texts, *entry)) } }
                }
            }
        }
    }

    /// The day of an entry that is in sight; else just that there is one.
    fn shown(&self, texts: Texts, id: uuid::Uuid) -> String {
        self.entries
            .iter()
            .find(|entry| entry.id == id)
            .map_or_else(|| texts.t("goals-entry"), |entry| self.glimpse(texts, entry))
    }

    fn glimpse(&self, texts: Texts, entry: &Entry) -> String {
        let says = &entry.current.says;
        let day = format::near_date(texts, says.dated, self.today);
        let beginning: String = says.wording.text.chars().take(GLIMPSE).collect();
        let more = if says.wording.text.chars().count() > GLIMPSE {
            "…"
        } else {
            ""
        };
        format!("{day}: {beginning}{more}")
    }
}

/// The form of a new goal.
pub(super) fn new(texts: Texts, client: SubjectId, periods: &[Choice], state: &FormState) -> Markup {
    let action = format!("/clients/{client}/goals");
    let form = Form::post(texts, &action, state);
    form.with(html! { (fields(texts, &form, periods)) p.actions { (Button::submit(texts.t("common-save")).main()) } })
}

/// The form by which a goal is worded otherwise.
pub(super) fn edit(
    texts: Texts,
    client: SubjectId,
    goal: &Goal,
    periods: &[Choice],
    state: &FormState,
) -> Markup {
    let action = address(client, goal.id);
    let form = Form::post(texts, &action, state);
    form.with(html! {
        (form.hidden("version", goal.version.to_string()))
        (fields(texts, &form, periods))
        p.actions { (Button::submit(texts.t("common-save")).main()) }
    })
}

fn fields(texts: Texts, form: &Form<'_>, periods: &[Choice]) -> Markup {
    let targets = Step::all().filter(|step| rules::target(*step).is_ok());
    let targets = targets.map(|step| Choice::new(step.number().to_string(), step.number().to_string()));
    html! {
        (form.text("title", texts.t("goals-goal")).help(texts.t("goals-goal-help")).autofocus())
        (form.textarea("description", texts.t("goals-description")).help(texts.t("goals-description-help")).optional())
        (form.select("target", texts.t("goals-target"), targets).help(texts.t("goals-target-help")))
        @if !periods.is_empty() { (form.select("period", texts.t("goals-period"), periods.iter().cloned()).optional()) }
    }
}

/// A form filled in with what a goal says.
pub(super) fn filled(goal: &Goal) -> FormState {
    let mut state = FormState::new();
    state
        .set("title", &goal.aim.words.title)
        .set("description", &goal.aim.words.description)
        .set("target", goal.aim.target.number().to_string());
    if let Some(period) = goal.aim.period {
        state.set("period", period.to_string());
    }
    state
}

/// What a goal says now, beside what somebody typed meanwhile.
pub(super) fn words(goal: &Goal) -> Markup {
    html! {
        p { (goal.aim.words.title) " (" (goal.aim.target.number()) ")" }
        p.said-text { (goal.aim.words.description) }
    }
}

fn step_words(texts: Texts, step: Step, goal: &Goal) -> String {
    let number = step.number().to_string();
    if step == goal.level {
        texts.with("goals-step-now", &[("step", number.into())])
    } else if step == goal.aim.target {
        texts.with("goals-step-target", &[("step", number.into())])
    } else {
        number
    }
}

fn happened(texts: Texts, event: &Event) -> String {
    let level = event.level.number();
    match event.kind {
        EventKind::Progress => texts.with("goals-event-progress", &[("step", level.to_string().into())]),
        kind => texts.t(&format!("goals-event-{kind}")),
    }
}
