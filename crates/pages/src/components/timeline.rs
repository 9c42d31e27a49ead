//! A line of time: periods or consents as bars between two dates, with today marked.

use crate::format;
use crate::texts::Texts;
use jiff::civil::Date;
use maud::{Markup, html};

/// Bars between two dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The first day shown.
    pub from: Date,
    /// The last day shown; never before `from`.
    pub to: Date,
    /// Where to draw today, if it lies between.
    pub today: Date,
    /// The bars, one line each, in order.
    pub bars: Vec<Bar>,
}

/// Something with a beginning and perhaps an end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is, said beside the bar.
    pub label: String,
    /// Its first day.
    pub start: Date,
    /// Its last day; none while it has no end.
    pub end: Option<Date>,
    /// Its state.
    pub kind: BarKind,
}

/// The state of a bar, told by tint and pattern; the label tells it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarKind {
    /// In force, ongoing.
    Ongoing,
    /// Planned.
    Planned,
    /// Over as it should be.
    Ended,
    /// Broken off or withdrawn.
    BrokenOff,
}

impl BarKind {
    fn class(self) -> &'static str {
        match self {
            Self::Ongoing => "ongoing",
            Self::Planned => "planned",
            Self::Ended => "ended",
            Self::BrokenOff => "broken-off",
        }
    }
}

/// The line's length in its own units; the styles stretch it to the width there is.
const LENGTH: i64 = 1000;
/// A day of a long line is still seen.
const SHORTEST: i64 = 4;

impl Timeline {
    /// The bars with their words: name, dates, line.
    #[must_use]
    pub fn render(&self, texts: Texts) -> Markup {
        html! {
            ul.timeline {
                @for bar in &self.bars {
                    li {
                        span.bar-label { (bar.label) }
                        span.bar-dates.quiet.small { (format::period(texts, bar.start, bar.end)) }
                        (self.line(bar))
                    }
                }
            }
            p.timeline-ends.quiet.small {
                span { (format::date(self.from)) }
                span { (format::date(self.to)) }
            }
        }
    }

    /// The words beside it say all that it shows, so it is hidden from those who do not see it.
    fn line(&self, bar: &Bar) -> Markup {
        html! {
            svg.line aria-hidden="true" viewBox={ "0 0 " (LENGTH) " 10" } preserveAspectRatio="none" {
                rect.ground x="0" y="2" width=(LENGTH) height="6" {}
                @if let Some((start, length)) = self.stretch(bar) {
                    rect class=(bar.kind.class()) x=(start) y="2" width=(length) height="6" {}
                }
                @if self.from <= self.today && self.today <= self.to {
                    rect.today x=(self.place(self.today)) y="0" width="2" height="10" {}
                }
            }
        }
    }

    /// Where a bar begins and how long it is; nothing when all of it lies outside the days shown.
    fn stretch(&self, bar: &Bar) -> Option<(i64, i64)> {
        if bar.start > self.to || bar.end.is_some_and(|end| end < self.from) {
            return None;
        }
        let start = self.place(bar.start).min(LENGTH - SHORTEST);
        let end = bar
            .end
            .map_or(LENGTH, |end| self.place(end.tomorrow().unwrap_or(end)));
        Some((start, (end - start).max(SHORTEST)))
    }

    fn place(&self, day: Date) -> i64 {
        let whole = days_between(self.from, self.to) + 1;
        (days_between(self.from, day) * LENGTH / whole.max(1)).clamp(0, LENGTH)
    }
}

fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}
