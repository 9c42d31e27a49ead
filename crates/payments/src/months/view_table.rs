//! The sheet as a table: a row for each person, a column for each day.

use jiff::civil::Date;
use polku_casework::attendance::{Cell, DayKind, words as marks};
use polku_pages::{Markup, Texts, components, format, html};

use super::{figures::Figures, sheet::PersonMonth, store::CorrectionState, view::Shown, words};

impl Shown<'_> {
    pub(super) fn table(&self) -> Markup {
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
