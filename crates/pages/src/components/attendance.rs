//! Attendance as marks: the strip of the last weeks, and single marks for grids.

use super::Disclosure;
use crate::format;
use crate::texts::Texts;
use jiff::civil::Date;
use maud::{Markup, html};

/// What is known of a person's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Expected, not yet marked.
    Expected,
    /// Was there.
    Present,
    /// Absent because of illness.
    Sick,
    /// Absent with leave.
    Leave,
    /// Absent without leave.
    Absent,
    /// No service on that day.
    Off,
}

impl Mark {
    /// All marks, in the order of a legend.
    pub const ALL: [Self; 6] = [
        Self::Expected,
        Self::Present,
        Self::Sick,
        Self::Leave,
        Self::Absent,
        Self::Off,
    ];

    /// Its word.
    #[must_use]
    pub fn word(self, texts: Texts) -> String {
        texts.t(match self {
            Self::Expected => "common-mark-expected",
            Self::Present => "common-mark-present",
            Self::Sick => "common-mark-sick",
            Self::Leave => "common-mark-leave",
            Self::Absent => "common-mark-absent",
            Self::Off => "common-mark-off",
        })
    }

    /// Its class in the styles.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Expected => "expected",
            Self::Present => "present",
            Self::Sick => "sick",
            Self::Leave => "leave",
            Self::Absent => "absent",
            Self::Off => "off",
        }
    }
}

/// A mark with what stands in it (hours or a letter), as in the grid and its legend.
/// `late` says that it was changed afterwards: a corner mark, and a word for those who do not see it.
#[must_use]
pub fn mark(texts: Texts, mark: Mark, inside: &str, late: bool) -> Markup {
    html! {
        span class={ "mark " (mark.class()) @if late { " late" } } {
            (inside)
            @if late { span.unseen { " " (texts.t("common-mark-late")) } }
        }
    }
}

/// A week of the strip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripWeek {
    /// Its Monday.
    pub monday: Date,
    /// What is known of each day from Monday on: five or seven.
    pub days: Vec<Mark>,
}

/// The last weeks of a person's attendance: a column a week, a row a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttendanceStrip {
    /// One sentence that says the same: `Läsnäolo 8 viikolta: 88 %`.
    pub summary: String,
    /// The weeks, oldest first.
    pub weeks: Vec<StripWeek>,
}

const WEEK_WIDTH: usize = 40;
const DAY_HEIGHT: usize = 16;
const GAP: usize = 4;

impl AttendanceStrip {
    /// The picture and, one key away, the same as a table.
    #[must_use]
    pub fn render(&self, texts: Texts) -> Markup {
        html! {
            div.strip {
                (self.picture())
                (Disclosure::new(texts.t("common-as-table")).quiet().with(self.table(texts)))
            }
        }
    }

    fn days(&self) -> usize {
        self.weeks.iter().map(|week| week.days.len()).max().unwrap_or(0)
    }

    fn picture(&self) -> Markup {
        let width = (self.weeks.len() * (WEEK_WIDTH + GAP)).saturating_sub(GAP);
        let height = (self.days() * (DAY_HEIGHT + GAP)).saturating_sub(GAP);
        html! {
            svg role="img" aria-label=(self.summary) viewBox={ "0 0 " (width) " " (height) } {
                @for (column, week) in self.weeks.iter().enumerate() {
                    @for (row, mark) in week.days.iter().enumerate() {
                        (cell(*mark, column * (WEEK_WIDTH + GAP), row * (DAY_HEIGHT + GAP)))
                    }
                }
            }
        }
    }

    fn table(&self, texts: Texts) -> Markup {
        html! {
            div.scroll tabindex="0" role="region" aria-label=(self.summary) {
                table.table.small {
                    caption.unseen { (self.summary) }
                    thead {
                        tr {
                            th scope="col" { (texts.t("common-week-from")) }
                            @for day in self.weeks.first().into_iter().flat_map(|week| weekdays(texts, week)) {
                                th scope="col" { (day) }
                            }
                        }
                    }
                    tbody {
                        @for week in &self.weeks {
                            tr {
                                th scope="row" { (format::day_month(week.monday)) }
                                @for mark in &week.days { td { (mark.word(texts)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn weekdays(texts: Texts, week: &StripWeek) -> impl Iterator<Item = &'static str> {
    let monday = week.monday.weekday();
    monday
        .cycle_forward()
        .take(week.days.len())
        .map(move |day| format::weekday_short(texts.locale(), day))
}

/// Marks differ in form as well as colour: full, half, hollow, barred.
fn cell(mark: Mark, x: usize, y: usize) -> Markup {
    let (right, bottom) = (x + WEEK_WIDTH, y + DAY_HEIGHT);
    html! {
        g class=(mark.class()) {
            rect.ground x=(x) y=(y) width=(WEEK_WIDTH) height=(DAY_HEIGHT) rx="3" {}
            @match mark {
                Mark::Sick => rect.form x=(x) y=(y + DAY_HEIGHT / 2) width=(WEEK_WIDTH) height=(DAY_HEIGHT / 2) rx="3" {},
                Mark::Leave => circle.form cx=(x + WEEK_WIDTH / 2) cy=(y + DAY_HEIGHT / 2) r="4" {},
                Mark::Absent => path.form d={ "M" (x + 4) " " (bottom - 3) " L" (right - 4) " " (y + 3) } {},
                Mark::Expected | Mark::Present | Mark::Off => {},
            }
        }
    }
}
