//! How allowances look.

use jiff::civil::Date;
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Disclosure, Empty, Notice, Paper, Row, Table, Tag, rows},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_values::{Cents, dates::Month};

use super::{
    count::{self, Due},
    ground::Ground,
    rules::{DayLine, Payment, RunState, Settlement},
    store::Run,
};

/// The form whose button stands in the heading.
pub(super) const DRAFT_FORM: &str = "allowances-draft";

/// What the front page shows.
pub(super) struct Overview<'a> {
    pub(super) texts: Texts,
    pub(super) month: Month,
    pub(super) today: Date,
    pub(super) due: Vec<Due>,
    pub(super) runs: Vec<Run>,
    pub(super) payment: Payment,
    /// Whether somebody has told who pays, where the register pays.
    pub(super) has_payer: bool,
    /// Why no draft was made, when one was asked for.
    pub(super) refused: Option<String>,
    /// The form of grounds as it was typed.
    pub(super) state: &'a FormState,
}

/// `lokakuu 2026`
pub(super) fn month(texts: Texts, month: Month) -> String {
    format!(
        "{} {}",
        format::month(texts.locale(), month.first()),
        month.first().year()
    )
}

pub(super) fn euros(texts: Texts, amount: Cents) -> String {
    format::euros(texts.locale(), amount.0)
}

impl Overview<'_> {
    /// Whether something could be drafted now.
    pub(super) fn may_draft(&self) -> bool {
        let waits = self.runs.iter().any(|run| run.state == RunState::Draft);
        self.month.is_over(self.today) && !waits && count::pays_anything(&self.due, self.payment)
    }

    pub(super) fn render(&self) -> Markup {
        let texts = self.texts;
        let lacking = self.due.iter().filter(|due| due.problems.no_ground > 0).count();
        html! {
            @if let Some(refused) = &self.refused { (Notice::warning(refused)) }
            @if !self.has_payer { (Notice::warning(texts.t("allowances-no-payer"))) }
            (steps(texts, self.month, self.today))
            form id=(DRAFT_FORM) method="post" action="/allowances" {
                input type="hidden" name="month" value=(self.month);
            }
            (self.due())
            @if lacking > 0 { (self.missing(lacking)) }
            (self.runs())
        }
    }

    fn due(&self) -> Markup {
        let texts = self.texts;
        let title = texts.with("allowances-due", &[("month", month(texts, self.month).into())]);
        let paper = Paper::new(title.clone()).id("due");
        if self.due.is_empty() {
            let empty = Empty::new(texts.t("allowances-due-none"));
            let months = format!("/months?month={}", self.month);
            return paper.with(empty.first_step(Button::link(months, texts.t("allowances-to-months"))));
        }
        let columns = [
            Column::new(texts.t("attendance-client")),
            Column::number(texts.t("allowances-days")),
            Column::number(texts.t("allowances-amount")).unit("€"),
            Column::new(texts.t("allowances-notes")),
        ];
        let total: Cents = self
            .due
            .iter()
            .filter(|due| due.is_payable())
            .map(|due| amount(&due.settlement))
            .sum();
        let table = Table::new("allowances-due", title, columns)
            .caption_unseen()
            .cards()
            .rows(self.due.iter().map(|due| self.due_row(due)))
            .totals([
                html! { (texts.t("months-together")) },
                html! {},
                html! { (euros(texts, total)) },
                html! {},
            ]);
        paper.with(table)
    }

    fn due_row(&self, due: &Due) -> Vec<Markup> {
        let texts = self.texts;
        let page = format!("/clients/{}/allowance", due.client);
        let (days, lines) = match &due.settlement {
            Settlement::Pays { days, lines, .. } => (Some(*days), lines.as_slice()),
            _ => (None, &[][..]),
        };
        vec![
            html! { a href=(page) { (due.name) } },
            html! { @if let Some(days) = days { (days) } @else { "–" } },
            html! { @if days.is_some() { (euros(texts, amount(&due.settlement))) } @else { "–" } },
            html! {
                (problems(texts, due))
                (differences(texts, lines, self.month))
            },
        ]
    }

    /// The form that tells a ground of everyone who lacks one.
    fn missing(&self, lacking: usize) -> Markup {
        let texts = self.texts;
        let form = Form::post(texts, "/allowances/grounds", self.state);
        let word = texts.with("allowances-set-missing", &[("count", lacking.into())]);
        Disclosure::new(texts.t("allowances-missing-title"))
            .open(self.state.has_errors())
            .with(Paper::bare().with_inside(form.with(html! {
                p { (texts.t("allowances-missing-what")) }
                (form.hidden("month", self.month.to_string()))
                (ground_fields(texts, &form))
                (Button::submit(word))
            })))
    }

    fn runs(&self) -> Markup {
        let texts = self.texts;
        let paper = Paper::new(texts.t("allowances-runs")).id("runs");
        if self.runs.is_empty() {
            return paper.with(Empty::new(texts.t("allowances-runs-none")));
        }
        let row = |run: &Run| {
            let when = format::near_time(texts, format::finnish_time(run.created.1), self.today);
            Row::link(format!("/allowances/{}", run.id), month(texts, run.month))
                .words(html! { (state_tag(texts, run.state, self.payment)) " " (run.created.0) })
                .aside(when)
        };
        paper.with(rows(self.runs.iter().map(row)))
    }
}

fn steps(texts: Texts, shown: Month, today: Date) -> Markup {
    let (before, after) = (shown.previous(), shown.next());
    html! {
        nav.steps aria-label=(texts.t("months-months")) {
            a href={ "/allowances?month=" (before) } { "‹ " (month(texts, before)) }
            strong { (month(texts, shown)) }
            @if after < Month::of(today) {
                a href={ "/allowances?month=" (after) } { (month(texts, after)) " ›" }
            } @else { span {} }
        }
    }
}

fn amount(settlement: &Settlement) -> Cents {
    match settlement {
        Settlement::Pays { amount, .. } => *amount,
        Settlement::Nothing | Settlement::CarriesOver { .. } => Cents::ZERO,
    }
}

/// What keeps days from being counted, in words.
fn problems(texts: Texts, due: &Due) -> Markup {
    let found = due.problems;
    let counted =
        |key: &str, count: u32| (count > 0).then(|| texts.with(key, &[("count", i64::from(count).into())]));
    let carried = match &due.settlement {
        Settlement::CarriesOver { amount } => {
            Some(texts.with("allowances-carried", &[("amount", euros(texts, *amount).into())]))
        }
        _ => None,
    };
    let told = [
        counted("allowances-no-ground", found.no_ground),
        counted("allowances-no-period", found.no_period),
        counted("allowances-no-rate", found.no_rate),
        found.no_account.then(|| texts.t("allowances-no-account")),
        carried,
    ];
    html! { @for words in told.into_iter().flatten() { (Tag::due(words)) " " } }
}

/// The lines of earlier months, and those that take back: what is not simply a day of this month.
pub(super) fn differences(texts: Texts, lines: &[DayLine], counted: Month) -> Markup {
    let is_plain = |line: &&DayLine| counted.contains(line.date) && line.days == 1;
    let others: Vec<&DayLine> = lines.iter().filter(|line| !is_plain(line)).collect();
    if others.is_empty() {
        return html! {};
    }
    let summary = texts.with("allowances-differences", &[("count", others.len().into())]);
    Disclosure::new(summary).quiet().with(html! {
        ul.plain {
            @for line in others {
                li { (format::date(line.date)) ": " (signed(line.days)) " " (texts.t("attendance-unit-days")) ", " (plus(texts, line.amount)) }
            }
        }
    })
}

fn signed(days: i64) -> String {
    match days {
        0 => "±0".to_owned(),
        days if days < 0 => format!("−{}", -days),
        days => format!("+{days}"),
    }
}

fn plus(texts: Texts, amount: Cents) -> String {
    if amount < Cents::ZERO {
        format!("−{}", euros(texts, Cents::ZERO - amount))
    } else {
        format!("+{}", euros(texts, amount))
    }
}

/// The state of a run, as a tag. Where somebody else pays, nothing is said of files.
pub(super) fn state_tag(texts: Texts, state: RunState, payment: Payment) -> Tag {
    let key = match (state, payment) {
        (RunState::Paid, Payment::Elsewhere) => "allowances-state-reported".to_owned(),
        _ => format!("allowances-state-{state}"),
    };
    let word = texts.t(&key);
    match state {
        RunState::Draft => Tag::draft(word),
        RunState::Confirmed | RunState::FileMade => Tag::due(word),
        RunState::Paid => Tag::good(word),
        RunState::Cancelled => Tag::plain(word),
    }
}

/// The fields of a ground.
pub(super) fn ground_fields(texts: Texts, form: &Form<'_>) -> Markup {
    let choice = |ground: &Ground| {
        Choice::new(ground.name(), texts.t(&format!("allowances-ground-{ground}")))
            .help(texts.t(&format!("allowances-ground-{ground}-help")))
    };
    html! {
        (form.radios("ground", texts.t("allowances-ground"), Ground::ALL.iter().map(choice)))
        (form.date("from", texts.t("allowances-from")))
        (form.text("source", texts.t("allowances-source")).help(texts.t("allowances-source-help")).max_length(500))
    }
}
