//! How training is shown.

use jiff::civil::Date;
use polku_desk::access::Role;
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Disclosure, Empty, Paper, Table, Tag},
    form::{Choice, Form, FormState},
    format, html,
};

use super::{
    rules::{self, Standing, Taught, Worker},
    store::Instruction,
};

/// Which form has something to mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mending {
    /// That of a new instruction.
    Instruction,
    /// That of teaching.
    Training,
}

/// What the page shows.
pub(super) struct TrainingPage<'a> {
    pub(super) instructions: Vec<Instruction>,
    pub(super) workers: Vec<Worker>,
    pub(super) taught: Vec<Taught>,
    pub(super) keeps: bool,
    pub(super) mending: Option<(Mending, &'a FormState)>,
    pub(super) today: Date,
}

/// Each instruction with those who need it; then the forms.
pub(super) fn render(texts: Texts, page: &TrainingPage<'_>) -> Markup {
    let (retired, taught): (Vec<_>, Vec<_>) =
        page.instructions.iter().partition(|one| one.retired_on.is_some());
    html! {
        div.stack {
            @if taught.is_empty() { (Paper::bare().with(Empty::new(texts.t("training-none")))) }
            @if page.keeps && !taught.is_empty() { (training_form(texts, page, &taught)) }
            @for one in &taught { (instruction(texts, page, one)) }
            @if page.keeps { (instruction_form(texts, page)) }
            @if !retired.is_empty() {
                (Disclosure::new(texts.t("training-retired-ones")).with(html! {
                    ul { @for one in &retired { li { (one.title) } } }
                }))
            }
        }
    }
}

fn instruction(texts: Texts, page: &TrainingPage<'_>, one: &Instruction) -> Markup {
    let rows = page.workers.iter().filter_map(|worker| {
        let standing = rules::standing(&one.needed, worker, &page.taught, page.today)?;
        let roles: Vec<String> = worker
            .roles
            .iter()
            .map(|role| texts.t(&format!("role-{role}")))
            .collect();
        Some(vec![
            html! { (worker.name) },
            html! { (roles.join(", ")) },
            tag(texts, standing, page.today),
        ])
    });
    let columns =
        ["worker", "role", "standing"].map(|head| Column::new(texts.t(&format!("training-{head}"))));
    let table = Table::new(format!("training-{}", one.id), &one.title, columns)
        .caption_unseen()
        .cards()
        .rows(rows);
    let again = match one.needed.valid_months {
        Some(months) => texts.with("training-every", &[("months", i64::from(months).into())]),
        None => texts.t("training-once"),
    };
    Paper::new(&one.title).note(again).with(html! {
        div.inside {
            @if !one.content.is_empty() { p.said-text { (one.content) } }
            p.quiet.small { (one.author) ", " (format::date(format::finnish_time(one.written_at).date())) }
        }
        (table)
        @if page.keeps {
            div.inside {
                form method="post" action={ "/admin/instructions/" (one.id) "/retire" } {
                    (Button::submit(texts.t("training-retire")).about(&one.title).tiny())
                }
            }
        }
    })
}

fn tag(texts: Texts, standing: Standing, today: Date) -> Markup {
    let day = |on| format::near_date(texts, on, today);
    match standing {
        Standing::Missing => html! { (Tag::over(texts.t("training-missing"))) },
        Standing::RanOut(until) => {
            html! { (Tag::over(texts.with("training-ran-out", &[("day", day(until).into())]))) }
        }
        Standing::Counts(on, until) => html! {
            (Tag::good(texts.with("training-taught", &[("day", day(on).into())])))
            @if let Some(until) = until {
                div.quiet.small { (texts.with("training-until", &[("day", format::date(until).into())])) }
            }
        },
    }
}

fn state<'a>(page: &'a TrainingPage<'_>, form: Mending, untouched: &'a FormState) -> &'a FormState {
    match page.mending {
        Some((mending, state)) if mending == form => state,
        _ => untouched,
    }
}

fn training_form(texts: Texts, page: &TrainingPage<'_>, taught: &[&Instruction]) -> Markup {
    let untouched = FormState::new();
    let form = Form::post(
        texts,
        "/admin/training",
        state(page, Mending::Training, &untouched),
    );
    let workers = page.workers.iter();
    let workers = workers.map(|worker| Choice::new(worker.account.to_string(), &worker.name));
    let instructions = taught
        .iter()
        .map(|one| Choice::new(one.id.to_string(), &one.title));
    Paper::new(texts.t("training-give")).with_inside(form.with(html! {
        (form.select("account", texts.t("training-worker"), workers))
        (form.select("instruction", texts.t("training-instruction"), instructions))
        (form.date("given_on", texts.t("training-given-on")).help(texts.t("training-given-on-help")).optional())
        p.actions { (Button::submit(texts.t("training-give-do")).main()) }
    }))
}

fn instruction_form(texts: Texts, page: &TrainingPage<'_>) -> Markup {
    let untouched = FormState::new();
    let form = Form::post(
        texts,
        "/admin/instructions",
        state(page, Mending::Instruction, &untouched),
    );
    let roles = Role::OF_WORKERS
        .iter()
        .map(|role| Choice::new(role.name(), texts.t(&format!("role-{role}"))));
    Paper::new(texts.t("training-new")).with_inside(form.with(html! {
        (form.text("title", texts.t("training-name")))
        (form.textarea("content", texts.t("training-content")).help(texts.t("training-content-help")).optional())
        (form.number("valid_months", texts.t("training-months")).help(texts.t("training-months-help")).optional())
        (form.checkboxes("roles", texts.t("training-roles"), roles))
        p.actions { (Button::submit(texts.t("training-write"))) }
    }))
}
