//! How the sheet of a circle looks.

use jiff::civil::Date;
use polku_casework::attendance::Circles;
use polku_pages::{
    Markup, Texts,
    components::{self, Column, Empty, Fact, Facts, Paper, Tab, Table},
    format, html,
};
use polku_values::dates::Month;

use super::{
    chart::{ShareBar, ShareChart},
    figures::{Figures, percent},
    rules::Standing,
    sheet::{MonthSheet, PersonMonth},
    view_table::legend,
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
}

/// A client's month as it was seen, sent along when it is confirmed.
pub(super) fn seen(person: &PersonMonth) -> Markup {
    html! {
        @if person.standing == Standing::Ready {
            input type="hidden" name={ "seen." (person.client) } value=(person.version());
        }
    }
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
