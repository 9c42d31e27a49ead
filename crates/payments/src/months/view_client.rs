//! How one client's month looks, and the form of a correction.

use jiff::civil::Date;
use polku_casework::attendance::{DayKind, words as marks};
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Empty, Notice, Paper, Table, action_bar},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_values::{Mark, dates::Month};

use super::{
    chart::{ShareBar, ShareChart},
    correct::CorrectedMark,
    figures::Figures,
    rules::Standing,
    sheet::PersonMonth,
    view::{Shown, chart_paper, month_steps, seen, share_table},
    view_table::{corrected, day_cell, legend},
    words,
};

impl Shown<'_> {
    /// One client's month.
    pub(super) fn client(&self, person: &PersonMonth, months: &[(Month, Figures)]) -> Markup {
        let texts = self.texts;
        let address = format!("/clients/{}/months?", person.client);
        html! {
            (month_steps(texts, &address, self.sheet.month, self.sheet.today))
            @if person.standing == Standing::Empty && person.corrections.is_empty() {
                (Paper::bare().with(Empty::new(texts.t("months-empty-client"))))
            } @else {
                (self.state(person))
                (self.facts(&person.figures, &person.before))
                (self.days(person))
                (month_chart(texts, months))
                (self.corrections())
            }
        }
    }

    /// How the month stands, and what can be done about it.
    fn state(&self, person: &PersonMonth) -> Markup {
        let texts = self.texts;
        let correct = format!(
            "/clients/{}/months/correct?month={}",
            person.client, self.sheet.month
        );
        match (&person.lock, person.standing) {
            (Some(lock), _) => html! {
                (Notice::done(words::confirmed(texts, lock)).more(html! {
                    p { (texts.t("months-locked-what")) }
                    p.only-screen { (Button::link(correct, texts.t("months-correct"))) }
                }))
            },
            (None, Standing::Ready) if self.confirms => html! {
                (Notice::info(texts.t("months-ready-what")).more(html! {
                    form method="post" action={ "/clients/" (person.client) "/months/confirm" } {
                        input type="hidden" name="month" value=(self.sheet.month);
                        (seen(person))
                        (Button::submit(texts.t("months-confirm-one")).main())
                    }
                }))
            },
            (None, Standing::Unmarked(days)) => html! {
                (Notice::warning(texts.with("months-unmarked-what", &[("count", i64::from(days).into())])))
            },
            (None, _) => html! {},
        }
    }

    /// Every day with its mark and hours, the weekly schedule beside.
    fn days(&self, person: &PersonMonth) -> Markup {
        let texts = self.texts;
        let columns = [
            Column::new(texts.t("export-column-day")),
            Column::new(texts.t("export-column-mark")),
            Column::number(texts.t("attendance-hours")).unit(texts.t("attendance-unit-hours")),
            Column::new(texts.t("months-planned-day")),
        ];
        let days = self.sheet.month.days().zip(&person.cells);
        let known = days
            .clone()
            .filter(|(_, cell)| cell.mark != Mark::NotADay || cell.version > 0);
        let row = |(day, cell): (Date, &polku_casework::attendance::Cell)| {
            let hours = match cell.mark {
                Mark::Present { minutes } => marks::hours(texts.locale(), minutes),
                _ => "–".to_owned(),
            };
            let planned = if cell.unmarked == Mark::Expected {
                format::hours_and_minutes(texts.locale(), cell.hours.0.into())
            } else {
                "–".to_owned()
            };
            vec![
                html! { (format::weekday_date(texts.locale(), day)) },
                html! {
                    (marks::shown(cell.mark).word(texts))
                    @if corrected(person, day) { " " (texts.t("months-corrected")) }
                },
                html! { (hours) },
                html! { (planned) },
            ]
        };
        let totals = &person.figures.totals;
        let hours = format::decimal(texts.locale(), f64::from(totals.minutes) / 60.0, 1);
        let table = Table::new("months-days", texts.t("months-by-days"), columns)
            .caption_unseen()
            .rows(known.map(row))
            .totals([
                html! { (texts.t("months-together")) },
                html! { (absences(texts, &person.figures)) },
                html! { (hours) },
                html! { (person.figures.planned) " " (texts.t("attendance-unit-days")) },
            ]);
        html! {
            (Paper::bare().with(html! {
                div.scroll tabindex="0" role="region" aria-labelledby="months-caption" {
                    table.grid.year-grid {
                        caption #months-caption { (words::month(texts, self.sheet.month)) }
                        thead { tr {
                            @for day in self.sheet.month.days() {
                                th scope="col" class=[DayKind::of(day).rests().then_some("weekend")] {
                                    span.small { (format::weekday_short(texts.locale(), day.weekday())) } br; (day.day())
                                }
                            }
                        } }
                        tbody { tr {
                            @for (day, cell) in days { (day_cell(texts, day, cell, corrected(person, day))) }
                        } }
                    }
                }
                (legend(texts))
            }))
            (Paper::new(texts.t("months-by-days"))
                .note(words::schedules(texts, &person.schedules))
                .with(table))
        }
    }
}

/// `läsnä 17 pv, sairas 2 pv, luvallinen poissaolo 1 pv, poissa 0 pv`
fn absences(texts: Texts, figures: &Figures) -> String {
    let totals = &figures.totals;
    let parts = [
        ("common-mark-present", totals.attended),
        ("common-mark-sick", totals.sick),
        ("common-mark-leave", totals.permitted),
        ("common-mark-absent", totals.absent),
    ];
    let unit = texts.t("attendance-unit-days");
    let parts = parts.map(|(key, days)| format!("{} {days} {unit}", texts.t(key)));
    parts.join(", ")
}

/// The last months as bars, and the same as a table.
fn month_chart(texts: Texts, months: &[(Month, Figures)]) -> Markup {
    let bars = months.iter().map(|(month, figures)| ShareBar {
        label: format!("{}/{}", month.first().month(), month.first().year() % 100),
        percent: figures.percent(),
        told: words::percent(texts, figures.percent()),
    });
    let none = Figures::default();
    let (now, before) = match months {
        [.., before, now] => (&now.1, &before.1),
        _ => (&none, &none),
    };
    let chart = ShareChart {
        id: "months-chart",
        title: texts.t("months-chart-months"),
        description: words::trend(texts, now, before),
        bars: bars.collect(),
    };
    let row = |(month, figures): &(Month, Figures)| {
        vec![
            html! { (words::month(texts, *month)) },
            html! { (figures.planned) },
            html! { (figures.kept) },
            html! { (words::percent(texts, figures.percent())) },
        ]
    };
    let table =
        share_table(texts, "months-months-table", &texts.t("attendance-month")).rows(months.iter().map(row));
    chart_paper(texts.t("months-chart-months"), &chart, &table)
}

/// The form of a correction.
pub(super) fn correction_form(texts: Texts, client: SubjectId, month: Month, state: &FormState) -> Markup {
    let action = format!("/clients/{client}/months/corrections");
    let form = Form::post(texts, &action, state);
    let mark = |mark: &CorrectedMark| Choice::new(mark.name(), texts.t(&format!("months-mark-{mark}")));
    html! {
        (Notice::info(texts.t("months-correct-what")))
        (Paper::bare().with_inside(form.with(html! {
            (form.hidden("month", month.to_string()))
            (form.date("date", texts.t("export-column-day")).help(texts.t("months-correct-date-help")))
            (form.radios("mark", texts.t("months-correct-to"), CorrectedMark::ALL.iter().map(mark)))
            (form.number("hours", texts.t("attendance-hours")).help(texts.t("months-correct-hours-help")).short().optional())
            (form.textarea("reason", texts.t("months-reason")).help(texts.t("months-reason-help")).lines(3))
            (action_bar([Button::submit(texts.t("months-correct-send")).main()]))
        })))
    }
}
