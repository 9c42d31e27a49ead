//! How the sheet of a circle looks.

use jiff::civil::Date;
use polku_casework::attendance::{Cell, Circles, DayKind, words as marks};
use polku_pages::{
    Markup, Texts,
    components::{self, Button, Column, Empty, Fact, Facts, Paper, Row, Tab, Table, Tag, rows},
    format, html,
};
use polku_values::dates::Month;

use super::{
    chart::{ShareBar, ShareChart},
    figures::{Figures, percent},
    rules::Standing,
    sheet::{MonthSheet, PersonMonth},
    store::{Correction, CorrectionState},
    words,
};

/// The form whose button stands in the heading.
pub(super) const CONFIRM_FORM: &str = "months-confirm";

/// What a page shows of a sheet.
pub(super) struct Shown<'a> {
    /// The reader's texts.
    pub(super) texts: Texts,
    /// The sheet.
    pub(super) sheet: &'a MonthSheet,
    /// Whether the reader confirms.
    pub(super) confirms: bool,
}

impl Shown<'_> {
    /// The sheet of a circle with all that belongs to it.
    pub(super) fn circle(&self, circles: &Circles) -> Markup {
        let texts = self.texts;
        if self.sheet.people.is_empty() {
            return Paper::bare().with(Empty::new(texts.t("months-empty")));
        }
        html! {
            (self.facts(&self.sheet.figures(), &self.sheet.before()))
            (Paper::bare().with(html! {
                div.scroll tabindex="0" role="region" aria-labelledby="months-caption" { (self.table()) }
                (legend(texts))
            }))
            (self.confirm_form(&circles.current.to_string()))
            (self.regularity())
            (self.chart())
            (self.corrections())
        }
    }

    /// The month in numbers.
    pub(super) fn facts(&self, figures: &Figures, before: &Figures) -> Facts {
        let texts = self.texts;
        let totals = &figures.totals;
        let planned = [("kept", figures.kept.into()), ("planned", figures.planned.into())];
        let weeks = [
            ("whole", figures.whole_weeks.into()),
            ("weeks", figures.weeks.into()),
        ];
        let mut facts = vec![
            Fact::new(
                texts.t("attendance-attended"),
                format::days(texts, totals.attended.into()),
            )
            .detail(format::hours_and_minutes(texts.locale(), totals.minutes)),
            Fact::new(texts.t("months-share"), words::percent(texts, figures.percent()))
                .detail(texts.with("months-share-of", &planned)),
            Fact::new(
                texts.t("months-whole-weeks"),
                texts.with("months-weeks-of", &weeks),
            ),
            Fact::new(texts.t("months-trend"), words::trend(texts, figures, before)),
        ];
        if self.sheet.people.len() > 1 {
            let confirmed = self.sheet.count(|standing| standing == Standing::Confirmed);
            let told = [
                ("confirmed", confirmed.into()),
                ("people", self.sheet.people.len().into()),
            ];
            facts.push(Fact::new(
                texts.t("months-confirmed"),
                texts.with("months-confirmed-of", &told),
            ));
        }
        Facts::strip(facts)
    }

    fn table(&self) -> Markup {
        let texts = self.texts;
        let whole = self.sheet.figures();
        html! {
            table.grid.year-grid.month-grid {
                caption #months-caption { (texts.t("months-caption")) ", " (words::month(texts, self.sheet.month)) }
                thead {
                    tr {
                        th scope="col" { (texts.t("attendance-client")) }
                        @for day in self.sheet.month.days() { (head(texts, day)) }
                        @for (key, unit) in SUMS {
                            th.sum scope="col" { (texts.t(key)) " " span.unit { (texts.t(unit)) } }
                        }
                        th.sum scope="col" { (texts.t("months-state")) }
                    }
                }
                tbody { @for person in &self.sheet.people { (self.row(person)) } }
                tfoot {
                    tr {
                        th scope="row" { (texts.t("months-together")) }
                        @for day in 0..self.sheet.month.days().count() { (self.day_total(day)) }
                        (sums(texts, &whole))
                        td {}
                    }
                }
            }
        }
    }

    fn row(&self, person: &PersonMonth) -> Markup {
        let texts = self.texts;
        let href = format!("/clients/{}/months?month={}", person.client, self.sheet.month);
        html! {
            tr {
                th scope="row" { a href=(href) { (person.name) } }
                @for (day, cell) in self.sheet.month.days().zip(&person.cells) {
                    (day_cell(texts, day, cell, corrected(person, day)))
                }
                (sums(texts, &person.figures))
                td.state { (words::standing(texts, person.standing)) }
            }
        }
    }

    fn day_total(&self, place: usize) -> Markup {
        let cells = self
            .sheet
            .people
            .iter()
            .filter_map(|person| person.cells.get(place));
        let attended = cells.filter(|cell| cell.mark.is_attended()).count();
        html! { td { @if attended > 0 { (attended) } } }
    }

    /// The form that confirms everyone who is ready; its button stands in the heading.
    fn confirm_form(&self, circle: &str) -> Markup {
        html! {
            @if self.confirms {
                form id=(CONFIRM_FORM) method="post" action="/months/confirm" {
                    input type="hidden" name="month" value=(self.sheet.month);
                    input type="hidden" name="group" value=(circle);
                    @for person in &self.sheet.people { (seen(person)) }
                }
            }
        }
    }

    fn regularity(&self) -> Markup {
        let texts = self.texts;
        let head = |key: &str| Column::number(texts.t(key));
        let columns = [
            Column::new(texts.t("attendance-client")),
            Column::new(texts.t("months-schedule")),
            head("months-planned").unit(texts.t("attendance-unit-days")),
            head("months-kept").unit(texts.t("attendance-unit-days")),
            head("months-share").unit("%"),
            head("months-whole-weeks"),
            Column::new(texts.t("months-trend")),
        ];
        let row = |person: &PersonMonth| {
            let figures = &person.figures;
            vec![
                html! { (person.name) },
                html! { (words::schedules(texts, &person.schedules)) },
                html! { (figures.planned) },
                html! { (figures.kept) },
                html! { (figures.percent().map_or_else(|| "–".to_owned(), |percent| percent.to_string())) },
                html! { (figures.whole_weeks) "/" (figures.weeks) },
                html! { (words::trend(texts, figures, &person.before)) },
            ]
        };
        let table = Table::new("months-regularity", texts.t("months-regularity"), columns)
            .caption_unseen()
            .cards()
            .rows(self.sheet.people.iter().map(row));
        Paper::new(texts.t("months-regularity")).with(table)
    }

    /// The weeks of the month as bars, and the same as a table.
    fn chart(&self) -> Markup {
        let texts = self.texts;
        let weeks = self.sheet.weeks();
        let bars = weeks.iter().map(|week| {
            let share = percent(week.kept, week.planned);
            let number = [("number", i64::from(week.week.number()).into())];
            ShareBar {
                label: texts.with("months-week-short", &number),
                percent: share,
                told: words::percent(texts, share),
            }
        });
        let chart = ShareChart {
            id: "months-chart",
            title: texts.t("months-chart-weeks"),
            description: words::trend(texts, &self.sheet.figures(), &self.sheet.before()),
            bars: bars.collect(),
        };
        let row = |week: &super::figures::WeekShare| {
            vec![
                html! { (texts.with("attendance-week", &[("number", i64::from(week.week.number()).into())])) },
                html! { (week.planned) },
                html! { (week.kept) },
                html! { (words::percent(texts, percent(week.kept, week.planned))) },
            ]
        };
        let table = share_table(texts, "months-weeks", &texts.t("months-week")).rows(weeks.iter().map(row));
        chart_paper(texts.t("months-chart-weeks"), &chart, &table)
    }

    /// Corrections that this sheet shows.
    pub(super) fn corrections(&self) -> Markup {
        let texts = self.texts;
        let paper = Paper::new(texts.t("months-corrections")).id("corrections");
        if self.sheet.corrections().next().is_none() {
            return paper.with(Empty::new(texts.t("months-corrections-none")));
        }
        let lines = self.sheet.corrections();
        paper.with(rows(
            lines.map(|(person, correction)| self.correction(person, correction)),
        ))
    }

    fn correction(&self, person: &PersonMonth, correction: &Correction) -> Row {
        let texts = self.texts;
        let what = [
            ("before", marks::told(texts, correction.old).into()),
            ("after", marks::told(texts, correction.new).into()),
        ];
        let made = [
            ("name", correction.made_by.as_str().into()),
            (
                "when",
                format::near_time(texts, format::finnish_time(correction.made_at), self.sheet.today).into(),
            ),
        ];
        let waits = correction.state == CorrectionState::Waiting;
        let action = format!(
            "/clients/{}/months/corrections/{}/decide",
            person.client, correction.id
        );
        let about = format!("{}, {}", person.name, format::date(correction.day));
        Row::new(html! {
            (words::day(texts, correction.day, self.sheet.today)) " "
            @if self.sheet.people.len() > 1 { (person.name) }
        })
        .words(html! {
            (texts.with("attendance-changed", &what)) " " (state_tag(texts, correction.state))
            br; "“" (correction.reason.reason) "” " (texts.with("months-made-by", &made))
            @if let Some((name, at)) = &correction.decided {
                " " (decided(texts, correction.state, name, *at, self.sheet.today))
            }
            @if waits && self.confirms {
                form.inline method="post" action=(action) {
                    (Button::submit(texts.t("months-correction-confirm")).tiny().named("decision", "confirm").about(&about))
                    (Button::submit(texts.t("months-correction-reject")).tiny().named("decision", "reject").about(&about))
                }
            }
        })
    }
}

/// The columns of sums, with their units.
const SUMS: [(&str, &str); 6] = [
    ("attendance-attended", "attendance-unit-days"),
    ("attendance-hours", "attendance-unit-hours"),
    ("common-mark-sick", "attendance-unit-days"),
    ("common-mark-leave", "attendance-unit-days"),
    ("common-mark-absent", "attendance-unit-days"),
    ("months-share", "months-unit-percent"),
];

fn sums(texts: Texts, figures: &Figures) -> Markup {
    let totals = &figures.totals;
    let hours = format::decimal(texts.locale(), f64::from(totals.minutes) / 60.0, 1);
    html! {
        td.sum { (totals.attended) }
        td.sum { (hours) }
        td.sum { (totals.sick) }
        td.sum { (totals.permitted) }
        td.sum { (totals.absent) }
        td.sum { (figures.percent().map_or_else(|| "–".to_owned(), |percent| percent.to_string())) }
    }
}

/// A client's month as it was seen, sent along when it is confirmed.
pub(super) fn seen(person: &PersonMonth) -> Markup {
    html! {
        @if person.standing == Standing::Ready {
            input type="hidden" name={ "seen." (person.client) } value=(person.version());
        }
    }
}

fn head(texts: Texts, day: Date) -> Markup {
    let kind = DayKind::of(day);
    let holiday = match kind {
        DayKind::Holiday(holiday) => Some(texts.label(holiday.labels())),
        DayKind::Workday | DayKind::Weekend => None,
    };
    let weekday = format::weekday_short(texts.locale(), day.weekday());
    html! {
        th scope="col" class=[kind.rests().then_some("weekend")] title=[holiday] {
            span.small { (weekday) } br; (day.day())
        }
    }
}

/// A day of the sheet; a corrected one has a corner.
pub(super) fn day_cell(texts: Texts, day: Date, cell: &Cell, corrected: bool) -> Markup {
    let rest = DayKind::of(day).rests();
    if cell.mark == polku_values::Mark::NotADay && cell.version == 0 {
        return html! { td class=[rest.then_some("weekend")] {} };
    }
    let class = marks::shown(cell.mark).class();
    html! {
        td class=[rest.then_some("weekend")] {
            span class={ "mark " (class) @if corrected { " late" } } {
                span aria-hidden="true" { (marks::sign(texts.locale(), cell)) }
                span.unseen {
                    (marks::told(texts, cell.mark)) @if corrected { " " (texts.t("months-corrected")) }
                }
            }
        }
    }
}

/// Whether a confirmed correction stands on a day.
pub(super) fn corrected(person: &PersonMonth, day: Date) -> bool {
    person
        .corrections
        .iter()
        .any(|correction| correction.day == day && correction.state == CorrectionState::Confirmed)
}

/// A table of shares over time.
pub(super) fn share_table(texts: Texts, id: &str, first: &str) -> Table {
    let days = |key: &str| Column::number(texts.t(key)).unit(texts.t("attendance-unit-days"));
    let columns = [
        Column::new(first),
        days("months-planned"),
        days("months-kept"),
        Column::number(texts.t("months-share")),
    ];
    Table::new(id, texts.t("common-as-table"), columns)
}

/// A chart with its table beside it.
pub(super) fn chart_paper(title: String, chart: &ShareChart, table: &Table) -> Markup {
    Paper::new(title).with_inside(html! {
        div.chart-beside { (chart.render()) (table) }
    })
}

fn state_tag(texts: Texts, state: CorrectionState) -> Tag {
    let word = texts.t(&format!("months-correction-{state}"));
    match state {
        CorrectionState::Waiting => Tag::due(word),
        CorrectionState::Confirmed => Tag::good(word),
        CorrectionState::Rejected => Tag::plain(word),
    }
}

fn decided(texts: Texts, state: CorrectionState, name: &str, at: jiff::Timestamp, today: Date) -> String {
    let when = format::near_time(texts, format::finnish_time(at), today);
    let key = match state {
        CorrectionState::Rejected => "months-rejected-by",
        CorrectionState::Waiting | CorrectionState::Confirmed => "months-confirmed-by",
    };
    texts.with(key, &[("name", name.into()), ("when", when.into())])
}

/// The signs of the sheet, in words.
pub(super) fn legend(texts: Texts) -> Markup {
    let sign = |mark: components::Mark| match mark {
        components::Mark::Expected | components::Mark::Present => "6",
        components::Mark::Sick => "s",
        components::Mark::Leave => "l",
        components::Mark::Absent => "p",
        components::Mark::Off => "·",
    };
    html! {
        ul.legend aria-label=(texts.t("attendance-legend")) {
            @for mark in components::Mark::ALL {
                li { span aria-hidden="true" { (components::mark(texts, mark, sign(mark), false)) } (mark.word(texts)) }
            }
            li { span aria-hidden="true" { span class="mark present late" { "6" } } (texts.t("months-corrected-legend")) }
        }
    }
}

/// The circles as tabs, and the months before and after.
pub(super) fn choosers(texts: Texts, circles: &Circles, month: Month, today: Date) -> Markup {
    let own = circles.own.then(|| {
        let tab = Tab::new(
            format!("/months?group=own&month={month}"),
            texts.t("attendance-own"),
        );
        tab.current(circles.group().is_none())
    });
    let groups = circles.groups.iter().map(|group| {
        let tab = Tab::new(
            format!("/months?group={}&month={month}", group.id),
            group.name.clone(),
        );
        tab.current(circles.group().is_some_and(|chosen| chosen.id == group.id))
    });
    let tabs: Vec<Tab> = groups.chain(own).collect();
    html! {
        @if tabs.len() > 1 { (components::tabs(&texts.t("attendance-circles"), &tabs)) }
        (month_steps(texts, &format!("/months?group={}&", circles.current), month, today))
    }
}

/// From month to month. `address` takes `month=…` at its end.
pub(super) fn month_steps(texts: Texts, address: &str, month: Month, today: Date) -> Markup {
    let (before, after) = (month.previous(), month.next());
    html! {
        nav.steps aria-label=(texts.t("months-months")) {
            a href={ (address) "month=" (before) } { "‹ " (words::month(texts, before)) }
            strong { (words::month(texts, month)) }
            @if after <= Month::of(today) {
                a href={ (address) "month=" (after) } { (words::month(texts, after)) " ›" }
            } @else {
                span {}
            }
        }
    }
}
