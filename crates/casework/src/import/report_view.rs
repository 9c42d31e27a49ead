//! How a report looks: how many rows, and what is to be said of them, a page at a time.

use polku_desk::{ImportRun, ImportState};
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Empty, Notice, Paper, Tab, Table, Tag, tabs},
    format, html,
};

use super::{
    about::About,
    checking::{Finding, Weight},
    report::Report,
    view::give_up,
    words,
};

/// How many remarks stand on a page.
const ON_A_PAGE: usize = 50;

polku_desk::named_states! {
    /// Which remarks are shown.
    pub(super) enum Part {
        /// Of rows that are kept out: what somebody has to mend.
        Refused = "refused",
        /// Of rows that come in.
        Remark = "remark",
        /// Of rows that are there already.
        Known = "known",
        /// All, row by row.
        All = "all",
    }
}

impl Part {
    fn holds(self, finding: &Finding) -> bool {
        match self {
            Self::Refused => finding.weight == Weight::Refused,
            Self::Remark => finding.weight == Weight::Remark,
            Self::Known => finding.weight == Weight::Known,
            Self::All => true,
        }
    }

    /// The first part that holds something: what is kept out before all else.
    fn first_of(findings: &[Finding]) -> Self {
        let filled = |part: &&Self| findings.iter().any(|finding| part.holds(finding));
        Self::ALL.iter().find(filled).copied().unwrap_or(Self::All)
    }
}

/// What the page shows.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    /// The import.
    pub(super) run: &'a ImportRun,
    /// What is known of its file.
    pub(super) about: &'a About,
    /// What was found in it.
    pub(super) report: Option<&'a Report>,
    /// Which part of it is asked for; the most important one when none is.
    pub(super) part: Option<Part>,
    /// How many remarks precede those shown.
    pub(super) from: usize,
}

/// What would come in or came in, and what is to be decided.
pub(super) fn body(texts: Texts, page: &Page<'_>) -> Markup {
    let done = page.run.state == ImportState::Published;
    html! {
        @if done { (Notice::done(texts.t("import-published"))) }
        @if let Some(report) = page.report {
            (tally(texts, page.about, report, done))
            @if !done { (question(texts, page, report)) }
            (findings(texts, page, report))
        }
        @if !done { (give_up(texts, page.run)) }
    }
}

fn tally(texts: Texts, about: &About, report: &Report, done: bool) -> Markup {
    let ending = if done { "-done" } else { "" };
    let columns = [
        Column::new(texts.t("import-report-sheet")),
        Column::number(texts.t("import-tally-rows")),
        Column::number(texts.t(&format!("import-tally-imported{ending}"))),
        Column::number(texts.t("import-tally-known")),
        Column::number(texts.t(&format!("import-tally-refused{ending}"))),
        Column::number(texts.t("import-tally-marks")),
    ];
    let number = |number: usize| {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        html! { (format::integer(texts.locale(), number)) }
    };
    let sheets = report
        .sheets
        .iter()
        .enumerate()
        .filter(|(_, sheet)| sheet.rows > 0);
    let lines = sheets.map(|(place, sheet)| {
        vec![
            html! { (words::sheet_name(texts, &about.outline, place)) },
            number(sheet.rows),
            number(sheet.imported),
            number(sheet.known),
            number(sheet.refused),
            html! { @if sheet.marks > 0 { (number(sheet.marks)) } },
        ]
    });
    Paper::new(texts.t("import-tally")).with(
        Table::new("tally", texts.t("import-tally"), columns)
            .caption_unseen()
            .cards()
            .rows(lines),
    )
}

fn question(texts: Texts, page: &Page<'_>, report: &Report) -> Markup {
    let id = page.run.id;
    let imported = i64::try_from(report.imported()).unwrap_or(i64::MAX);
    if imported == 0 {
        return html! {
            (Notice::info(texts.t("import-start-none"))
                .more(Button::link(format!("/import/{id}/columns"), texts.t("import-columns-open"))))
        };
    }
    let question = texts.with("import-start-question", &[("count", imported.into())]);
    Paper::new(question).with_inside(html! {
        p { (texts.t("import-start-consequence")) }
        form method="post" action={ "/import/" (id) "/start" } {
            input type="hidden" name="version" value=(page.run.version);
            p.actions {
                (Button::submit(texts.t("import-start-do")).main())
                (Button::link(format!("/import/{id}/columns"), texts.t("import-columns-open")))
            }
        }
    })
}

fn findings(texts: Texts, page: &Page<'_>, report: &Report) -> Markup {
    let paper = Paper::new(texts.t("import-report")).id("report");
    if report.findings.is_empty() {
        return paper.with(Empty::new(texts.t("import-report-none")));
    }
    let done = page.run.state == ImportState::Published;
    let part = page.part.unwrap_or_else(|| Part::first_of(&report.findings));
    let said: Vec<&Finding> = report
        .findings
        .iter()
        .filter(|finding| part.holds(finding))
        .collect();
    let columns = ["import-report-row", "import-report-weight", "import-report-what"]
        .map(|key| Column::new(texts.t(key)));
    let shown = said.iter().skip(page.from).take(ON_A_PAGE);
    let lines = shown.map(|finding| {
        vec![
            html! { (place(texts, page.about, finding)) },
            html! { (weight(texts, finding.weight, done)) },
            html! { (words::said(texts, finding)) },
        ]
    });
    let file = format!("/import/{}/report.csv", page.run.id);
    paper.more(file, texts.t("import-report-file")).with(html! {
        (parts(texts, page, report, part))
        (Table::new("findings", texts.t("import-report"), columns).caption_unseen().cards().rows(lines))
        (ways_on(texts, page, part, said.len()))
    })
}

/// The parts of the report that hold something, each with how many remarks.
fn parts(texts: Texts, page: &Page<'_>, report: &Report, shown: Part) -> Markup {
    let done = page.run.state == ImportState::Published;
    let counted = Part::ALL.iter().filter_map(|part| {
        let count = report
            .findings
            .iter()
            .filter(|finding| part.holds(finding))
            .count();
        (count > 0).then_some((*part, count))
    });
    let all: Vec<Tab> = counted
        .map(|(part, count)| {
            let word = match part {
                Part::All => texts.t("import-report-all"),
                Part::Remark => texts.t("import-report-remarks"),
                Part::Refused | Part::Known => texts.t(&weight_key(part.name(), done)),
            };
            let count = format::integer(texts.locale(), i64::try_from(count).unwrap_or(i64::MAX));
            let href = format!("/import/{}?part={part}#report", page.run.id);
            Tab::new(href, format!("{word} ({count})")).current(part == shown)
        })
        .collect();
    html! { div.inside-tabs { (tabs(&texts.t("import-report"), &all)) } }
}

/// Sheet, row and column, as a spreadsheet shows them.
fn place(texts: Texts, about: &About, finding: &Finding) -> String {
    let sheets = &about.outline.sheets;
    let mut place = String::new();
    if sheets.len() > 1 {
        place.push_str(&words::sheet_name(texts, &about.outline, finding.sheet));
        place.push_str(", ");
    }
    place.push_str(&finding.row.to_string());
    if let Some((sheet, column)) = sheets.get(finding.sheet).zip(finding.column) {
        place.push_str(", ");
        place.push_str(&words::column_name(texts, sheet, column));
    }
    place
}

/// The key of what becomes of a row, or what became of it.
fn weight_key(weight: &str, done: bool) -> String {
    let ending = if done && weight != Weight::Known.name() {
        "-done"
    } else {
        ""
    };
    format!("import-weight-{weight}{ending}")
}

fn weight(texts: Texts, weight: Weight, done: bool) -> Tag {
    let words = texts.t(&weight_key(weight.name(), done));
    match weight {
        Weight::Refused => Tag::due(words),
        Weight::Remark => Tag::good(words),
        Weight::Known => Tag::plain(words),
    }
}

fn ways_on(texts: Texts, page: &Page<'_>, part: Part, total: usize) -> Markup {
    let (from, until) = (page.from.min(total), (page.from + ON_A_PAGE).min(total));
    let address = |from: usize| format!("/import/{}?part={part}&from={from}#report", page.run.id);
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX).into();
    let position = [
        ("first", number(from + 1)),
        ("last", number(until)),
        ("total", number(total)),
    ];
    html! {
        @if total > ON_A_PAGE {
            nav.pages aria-label=(texts.t("common-pages")) {
                @if from > 0 {
                    a.btn.tiny rel="prev" href=(address(from.saturating_sub(ON_A_PAGE))) { (texts.t("import-report-earlier")) }
                }
                span.quiet { (texts.with("common-position", &position)) }
                @if until < total {
                    a.btn.tiny rel="next" href=(address(until)) { (texts.t("import-report-later")) }
                }
            }
        }
    }
}
