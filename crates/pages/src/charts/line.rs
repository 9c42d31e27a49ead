//! Lines over time, each named at its end.

use maud::{Markup, html};

use super::{
    QUIET, RULE, Series, alone, apart, at, picture,
    series::{class, colour, dashes, mark, open},
    width_of,
};
use crate::{
    components::{Column, Disclosure, Table},
    texts::Texts,
};

/// Values at moments, a line for each series.
#[derive(Clone, Debug)]
pub struct LineChart {
    id: String,
    title: String,
    description: String,
    range: (f64, f64),
    ticks: Vec<(f64, String)>,
    moments: Vec<(f64, String)>,
    series: Vec<Series>,
}

const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 200.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 172.0;
/// Two labels of moments stand at least so far apart.
const LABEL_ROOM: f64 = 66.0;
/// Names at the ends of lines stand at least so far apart.
const NAME_ROOM: f64 = 15.0;

impl LineChart {
    /// A chart of values within a range; `id` is unique on the page.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>, range: (f64, f64)) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            description: String::new(),
            range,
            ticks: Vec::new(),
            moments: Vec::new(),
            series: Vec::new(),
        }
    }

    /// What the chart shows, in a sentence or two.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }

    /// A level with its word at the left: `5`, `100 %`.
    #[must_use]
    pub fn tick(mut self, value: f64, word: impl Into<String>) -> Self {
        self.ticks.push((value, word.into()));
        self
    }

    /// A moment, in any unit that grows with time, with its word below. In order.
    #[must_use]
    pub fn moment(mut self, place: f64, word: impl Into<String>) -> Self {
        self.moments.push((place, word.into()));
        self
    }

    /// A line: a value for each moment.
    #[must_use]
    pub fn series(mut self, series: Series) -> Self {
        self.series.push(series);
        self
    }

    /// The picture and, one key away, the same as a table.
    #[must_use]
    pub fn render(&self, texts: Texts) -> Markup {
        html! {
            figure.chart-figure {
                figcaption { (self.title) }
                (self.draw())
                (Disclosure::new(texts.t("common-as-table")).quiet().with(self.table(texts)))
            }
        }
    }

    /// The picture as a file of its own.
    #[must_use]
    pub fn standalone(&self) -> String {
        alone(self.draw(), (WIDTH, HEIGHT))
    }

    /// The values as a table: a row for each moment.
    #[must_use]
    pub fn table(&self, texts: Texts) -> Table {
        let names = self.series.iter().map(|series| Column::number(&series.name));
        let columns = std::iter::once(Column::new(texts.t("common-when"))).chain(names);
        let rows = self.moments.iter().enumerate().map(|(place, (_, word))| {
            let cells = self.series.iter().map(|series| series.cell(place));
            std::iter::once(html! { (word) }).chain(cells).collect()
        });
        Table::new(format!("{}-table", self.id), &self.title, columns)
            .caption_unseen()
            .rows(rows)
    }

    fn draw(&self) -> Markup {
        let left = 8.0
            + self
                .ticks
                .iter()
                .map(|(_, word)| width_of(word))
                .fold(0.0, f64::max);
        let names = self.drawn().map(|(_, series)| width_of(&series.name));
        let right = WIDTH - 12.0 - names.fold(0.0, f64::max).min(130.0);
        let content = html! {
            (self.grid(left, right))
            (self.labels(left, right))
            @for (number, series) in self.drawn() { (self.line(number, series, left, right)) }
            (self.names(right))
        };
        picture(
            &self.id,
            &self.title,
            &self.description,
            (WIDTH, HEIGHT),
            &content,
        )
    }

    fn drawn(&self) -> impl Iterator<Item = (usize, &Series)> {
        self.series
            .iter()
            .enumerate()
            .filter(|(_, series)| series.has_any())
    }

    fn y(&self, value: f64) -> f64 {
        let (low, high) = self.range;
        let share = if high > low {
            (value - low) / (high - low)
        } else {
            0.5
        };
        BOTTOM - share.clamp(0.0, 1.0) * (BOTTOM - TOP)
    }

    fn x(&self, place: f64, left: f64, right: f64) -> f64 {
        let (first, last) = match (self.moments.first(), self.moments.last()) {
            (Some((first, _)), Some((last, _))) => (*first, *last),
            _ => return left,
        };
        let (from, to) = (left + 10.0, right - 12.0);
        if last > first {
            from + (place - first) / (last - first) * (to - from)
        } else {
            f64::midpoint(from, to)
        }
    }

    fn grid(&self, left: f64, right: f64) -> Markup {
        html! {
            g.grid stroke=(RULE) stroke-width="1" {
                @for (value, _) in &self.ticks {
                    line x1=(at(left)) x2=(at(right)) y1=(at(self.y(*value))) y2=(at(self.y(*value))) {}
                }
            }
            g.words fill=(QUIET) text-anchor="end" {
                @for (value, word) in &self.ticks {
                    text x=(at(left - 6.0)) y=(at(self.y(*value) + 4.0)) { (word) }
                }
            }
        }
    }

    /// The first and the last moment always have their words; those between, where there is room.
    fn labels(&self, left: f64, right: f64) -> Markup {
        let places: Vec<f64> = self
            .moments
            .iter()
            .map(|(place, _)| self.x(*place, left, right))
            .collect();
        let mut shown: Vec<usize> = Vec::new();
        for (index, place) in places.iter().enumerate() {
            let is_last = index + 1 == places.len();
            let is_free = |other: &usize| place - places[*other] >= LABEL_ROOM;
            if is_last {
                while shown.len() > 1 && shown.last().is_some_and(|other| !is_free(other)) {
                    shown.pop();
                }
            }
            if shown.last().is_none_or(is_free) {
                shown.push(index);
            }
        }
        html! {
            g.words fill=(QUIET) text-anchor="middle" {
                @for index in &shown {
                    @let place = places[*index].clamp(34.0, WIDTH - 34.0);
                    text x=(at(place)) y=(at(BOTTOM + 20.0)) { (self.moments[*index].1) }
                }
            }
        }
    }

    fn line(&self, number: usize, series: &Series, left: f64, right: f64) -> Markup {
        let points: Vec<(f64, f64)> = self.points(series, left, right);
        html! {
            g class=(class(number)) {
                path.way d=(open(&points)) fill="none" stroke=(colour(number)) stroke-width="2"
                    stroke-dasharray=[dashes(number)] stroke-linejoin="round" {}
                @for (x, y) in &points { (mark(number, *x, *y)) }
            }
        }
    }

    fn points(&self, series: &Series, left: f64, right: f64) -> Vec<(f64, f64)> {
        let pairs = self.moments.iter().zip(&series.values);
        pairs
            .filter_map(|((place, _), value)| {
                let value = value.as_ref()?;
                Some((self.x(*place, left, right), self.y(value.number)))
            })
            .collect()
    }

    fn names(&self, right: f64) -> Markup {
        let drawn: Vec<(usize, &Series)> = self.drawn().collect();
        let ends: Vec<f64> = drawn
            .iter()
            .map(|(_, series)| {
                let last = series.values.iter().flatten().next_back();
                last.map_or(BOTTOM, |value| self.y(value.number))
            })
            .collect();
        let places = apart(&ends, NAME_ROOM, TOP, BOTTOM);
        html! {
            g.names {
                @for ((number, series), place) in drawn.iter().zip(places) {
                    text class=(class(*number)) x=(at(right + 4.0)) y=(at(place + 4.0)) fill=(colour(*number)) { (series.name) }
                }
            }
        }
    }
}
