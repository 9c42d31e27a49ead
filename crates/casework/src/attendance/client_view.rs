//! How one client's attendance looks.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{AttendanceStrip, Column, Empty, Fact, Facts, Paper, Row, StripWeek, Table, rows},
    format, html,
};

use super::{
    cell::DayKind,
    client::{Day, Days, STRIP_WEEKS, Year},
    store::Change,
    totals::Totals,
    words,
};

/// The section on the client's page.
pub(super) fn panel(texts: Texts, client: SubjectId, days: &Days, today: Date) -> Markup {
    let paper = Paper::new(texts.t("attendance-panel")).id("attendance").more(
        format!("/clients/{client}/attendance"),
        texts.t("attendance-whole-year"),
    );
    if days.is_empty() {
        return paper.with(Empty::new(texts.t("attendance-empty-client")));
    }
    let totals = days.totals(today);
    let summary = summary(texts, &totals);
    let strip = AttendanceStrip {
        summary: summary.clone(),
        weeks: weeks(days),
    };
    paper.with_inside(html! { p { (summary) } (strip.render(texts)) })
}

/// One sentence that says what the strip shows.
fn summary(texts: Texts, totals: &Totals) -> String {
    let Some(percent) = totals.percent() else {
        return texts.t("attendance-nothing-marked");
    };
    let variables = [
        ("weeks", STRIP_WEEKS.into()),
        ("percent", format::percent(texts.locale(), percent.into()).into()),
        ("attended", totals.attended.into()),
        ("marked", totals.marked().into()),
    ];
    texts.with("attendance-summary", &variables)
}

/// Five days a week, or seven when there is anything on a weekend.
fn weeks(days: &Days) -> Vec<StripWeek> {
    let on_weekends = |day: &Day| day.date.weekday().to_monday_zero_offset() >= 5 && !is_blank(day);
    let shown = if days.0.iter().any(on_weekends) { 7 } else { 5 };
    days.0
        .chunks(7)
        .filter_map(|week| {
            let monday = week.first()?.date;
            let days = week.iter().take(shown).map(|day| words::shown(day.cell.mark));
            Some(StripWeek {
                monday,
                days: days.collect(),
            })
        })
        .collect()
}

fn is_blank(day: &Day) -> bool {
    day.cell.mark == polku_values::Mark::NotADay
}

/// A year: in numbers, by months, by days, with what was changed afterwards.
pub(super) fn year(texts: Texts, client: SubjectId, year: &Year) -> Markup {
    let (before, after) = (year.year - 1, year.year + 1);
    html! {
        nav.steps aria-label=(texts.t("attendance-years")) {
            a href={ "/clients/" (client) "/attendance?year=" (before) } { "‹ " (before) }
            @if after <= year.today.year() + 1 {
                a href={ "/clients/" (client) "/attendance?year=" (after) } { (after) " ›" }
            }
        }
        @if year.days.is_empty() {
            (Paper::bare().with(Empty::new(texts.t("attendance-empty-year"))))
        } @else {
            (facts(texts, year))
            (months(texts, year))
            (by_days(texts, year))
            (late(texts, year))
        }
    }
}

fn facts(texts: Texts, year: &Year) -> Facts {
    let totals = year.days.totals(year.today);
    let regularity = year.days.regularity(year.today);
    let percent = totals.percent().map_or_else(
        || texts.t("common-no-value"),
        |percent| format::percent(texts.locale(), percent.into()),
    );
    let weeks = [
        ("regular", regularity.regular.into()),
        ("weeks", regularity.weeks.into()),
    ];
    Facts::strip([
        Fact::new(
            texts.t("attendance-attended"),
            format::days(texts, totals.attended.into()),
        ),
        Fact::new(
            texts.t("attendance-hours-total"),
            format::hours_and_minutes(texts.locale(), totals.minutes),
        ),
        Fact::new(texts.t("attendance-percent"), percent).detail(texts.t("attendance-percent-means")),
        Fact::new(
            texts.t("attendance-regularity"),
            texts.with("attendance-regular-weeks", &weeks),
        )
        .detail(texts.t("attendance-regularity-means")),
    ])
}

fn months(texts: Texts, year: &Year) -> Markup {
    let head = |key: &str| Column::number(texts.t(key));
    let days = |key: &str| head(key).unit(texts.t("attendance-unit-days"));
    let columns = [
        Column::new(texts.t("attendance-month")),
        days("attendance-attended"),
        head("attendance-hours").unit(texts.t("attendance-unit-hours")),
        days("common-mark-sick"),
        days("common-mark-absent"),
        days("common-mark-leave"),
        days("attendance-unmarked"),
        head("attendance-percent").unit("%"),
    ];
    let table = Table::new("attendance-months", texts.t("attendance-by-months"), columns);
    let with_months = begun_months(year).fold(table, |table, (month, days)| {
        table.row(numbers(
            texts,
            month_name(texts, year.year, month),
            &days.totals(year.today),
        ))
    });
    let whole_year = numbers(
        texts,
        &texts.t("attendance-year-total"),
        &year.days.totals(year.today),
    );
    Paper::bare().with(with_months.totals(whole_year))
}

fn begun_months(year: &Year) -> impl Iterator<Item = (i8, Days)> + '_ {
    (1..=12)
        .map(|month| (month, year.days.month(month)))
        .filter(|(_, days)| !days.is_empty())
}

fn numbers(texts: Texts, name: &str, totals: &Totals) -> Vec<Markup> {
    let number = |number: u32| html! { (format::integer(texts.locale(), number.into())) };
    let hours = format::decimal(texts.locale(), f64::from(totals.minutes) / 60.0, 1);
    vec![
        html! { (name) },
        number(totals.attended),
        html! { (hours) },
        number(totals.sick),
        number(totals.absent),
        number(totals.permitted),
        number(totals.unmarked),
        totals.percent().map_or_else(|| html! { "–" }, number),
    ]
}

fn month_name(texts: Texts, year: i16, month: i8) -> &'static str {
    format::month(texts.locale(), jiff::civil::date(year, month, 1))
}

/// Every day of the year: a row a month.
fn by_days(texts: Texts, year: &Year) -> Markup {
    let table = html! {
        div.scroll tabindex="0" role="region" aria-labelledby="attendance-days-caption" {
            table.grid.year-grid {
                caption #attendance-days-caption { (texts.t("attendance-by-days")) }
                thead {
                    tr {
                        th scope="col" { (texts.t("attendance-month")) }
                        @for day in 1..=31 { th scope="col" { (day) } }
                    }
                }
                tbody {
                    @for (month, days) in begun_months(year) {
                        tr {
                            th scope="row" { (month_name(texts, year.year, month)) }
                            @for day in &days.0 { (day_cell(texts, day, year.today)) }
                        }
                    }
                }
            }
        }
    };
    Paper::bare().with(table)
}

fn day_cell(texts: Texts, day: &Day, today: Date) -> Markup {
    let rest = DayKind::of(day.date).rests();
    if is_blank(day) && day.cell.version == 0 {
        return html! { td class=[rest.then_some("weekend")] {} };
    }
    let late = day.cell.late.as_ref().map(|late| words::late(texts, late, today));
    let class = words::shown(day.cell.mark).class();
    html! {
        td class=[rest.then_some("weekend")] {
            span class={ "mark " (class) @if late.is_some() { " late" } } title=[late.as_ref()] {
                span aria-hidden="true" { (words::sign(texts.locale(), &day.cell)) }
                span.unseen {
                    (words::told(texts, day.cell.mark)) @if late.is_some() { " " (texts.t("common-mark-late")) }
                }
            }
        }
    }
}

/// What was changed afterwards: what, by whom, when.
fn late(texts: Texts, year: &Year) -> Markup {
    let paper = Paper::new(texts.t("attendance-late-title")).id("late");
    if year.late.is_empty() {
        return paper.with(Empty::new(texts.t("attendance-late-none")));
    }
    paper.with(rows(
        year.late.iter().map(|change| late_row(texts, change, year.today)),
    ))
}

fn late_row(texts: Texts, change: &Change, today: Date) -> Row {
    let before = change.from.map_or_else(
        || texts.t("attendance-was-unmarked"),
        |mark| words::told(texts, mark),
    );
    let what = [
        ("before", before.into()),
        ("after", words::told(texts, change.to).into()),
    ];
    let when = format::near_time(texts, format::finnish_time(change.at), today);
    let who = [("name", change.by.as_str().into()), ("when", when.into())];
    Row::new(format::weekday_date(texts.locale(), change.day))
        .words(texts.with("attendance-changed", &what))
        .aside(texts.with("common-changed-by", &who))
}
