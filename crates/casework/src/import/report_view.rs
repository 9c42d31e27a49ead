//! How a report looks: how many rows, and what is to be said of them, a page at a time.

use polku_desk::{ImportRun, ImportState};
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Empty, Notice, Paper, Table, Tag},
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
const ON_A_PAGE: usize = 100;

/// What the page shows.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    /// The import.
    pub(super) run: &'a ImportRun,
    /// What is known of its file.
    pub(super) about: &'a About,
    /// What was found in it.
    pub(super) report: Option<&'a Report>,
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
    let columns = ["import-report-row", "import-report-weight", "import-report-what"]
        .map(|key| Column::new(texts.t(key)));
    let shown = report.findings.iter().skip(page.from).take(ON_A_PAGE);
    let lines = shown.map(|finding| {
        vec![
            html! { (place(texts, page.about, finding)) },
            html! { (weight(texts, finding.weight)) },
            html! { (words::said(texts, finding)) },
        ]
    });
    let file = format!("/import/{}/report.csv", page.run.id);
    paper.more(file, texts.t("import-report-file")).with(html! {
        (Table::new("findings", texts.t("import-report"), columns).caption_unseen().cards().rows(lines))
        (ways_on(texts, page, report.findings.len()))
    })
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

fn weight(texts: Texts, weight: Weight) -> Tag {
    let words = texts.t(&format!("import-weight-{weight}"));
    match weight {
        Weight::Refused => Tag::due(words),
        Weight::Remark => Tag::good(words),
        Weight::Known => Tag::plain(words),
    }
}

fn ways_on(texts: Texts, page: &Page<'_>, total: usize) -> Markup {
    let (from, until) = (page.from.min(total), (page.from + ON_A_PAGE).min(total));
    let address = |from: usize| format!("/import/{}?from={from}#report", page.run.id);
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
