//! A radar: several measures at once, each on its axis, with an equal table beside.

use std::f64::consts::TAU;

use maud::{Markup, html};

use super::{
    QUIET, RULE, Series, alone, at, picture,
    series::{class, closed, colour, dashes, mark},
};
use crate::{
    components::{Column, Table},
    texts::Texts,
};

/// Measures around a centre, a shape for each series. It needs at least three axes; with fewer only the table is shown.
#[derive(Clone, Debug)]
pub struct RadarChart {
    id: String,
    title: String,
    description: String,
    axes: Vec<(String, f64, f64)>,
    series: Vec<Series>,
    measured: String,
}

const WIDTH: f64 = 360.0;
const CENTRE: (f64, f64) = (180.0, 150.0);
const RADIUS: f64 = 104.0;
/// Below the lowest axis: its name.
const NAME_ROOM: f64 = 40.0;
/// A line of the key.
const KEY_LINE: f64 = 22.0;
const RINGS: u32 = 4;
/// A line of an axis' name is about as long.
const LINE_LENGTH: usize = 13;

impl RadarChart {
    /// A radar; `id` is unique on the page, `measured` heads the column of the axes' names.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>, measured: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            description: String::new(),
            axes: Vec::new(),
            series: Vec::new(),
            measured: measured.into(),
        }
    }

    /// What the chart shows, in a sentence or two.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }

    /// An axis from its lowest value, at the centre, to its highest.
    #[must_use]
    pub fn axis(mut self, name: impl Into<String>, lowest: f64, highest: f64) -> Self {
        self.axes.push((name.into(), lowest, highest));
        self
    }

    /// A shape: a value for each axis.
    #[must_use]
    pub fn series(mut self, series: Series) -> Self {
        self.series.push(series);
        self
    }

    /// Whether there are axes enough for a picture.
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        self.axes.len() >= 3
    }

    /// The picture with the equal table beside it.
    #[must_use]
    pub fn render(&self, texts: Texts) -> Markup {
        html! {
            figure.chart-figure.chart-radar {
                figcaption { (self.title) }
                @if self.is_drawn() { (self.draw()) }
                (self.table(texts))
            }
        }
    }

    /// The picture as a file of its own.
    #[must_use]
    pub fn standalone(&self) -> String {
        alone(self.draw(), self.size())
    }

    /// The values as a table: a row for each axis.
    #[must_use]
    pub fn table(&self, _texts: Texts) -> Table {
        let names = self.series.iter().map(|series| Column::number(&series.name));
        let columns = std::iter::once(Column::new(&self.measured)).chain(names);
        let rows = self.axes.iter().enumerate().map(|(place, (name, ..))| {
            let cells = self.series.iter().map(|series| series.cell(place));
            std::iter::once(html! { (name) }).chain(cells).collect()
        });
        Table::new(format!("{}-table", self.id), &self.title, columns)
            .caption_unseen()
            .cards()
            .rows(rows)
    }

    fn draw(&self) -> Markup {
        let content = html! {
            (self.web())
            @for (number, series) in self.series.iter().enumerate() {
                @if series.has_any() { (self.shape(number, series)) }
            }
            (self.key())
        };
        picture(&self.id, &self.title, &self.description, self.size(), &content)
    }

    /// The place on an axis at a share of its length.
    fn place(&self, axis: usize, share: f64) -> (f64, f64) {
        let turn = f64::from(u32::try_from(axis).unwrap_or(0)) / f64::from(self.number_of_axes());
        let angle = turn * TAU - TAU / 4.0;
        let length = RADIUS * share;
        (CENTRE.0 + angle.cos() * length, CENTRE.1 + angle.sin() * length)
    }

    fn number_of_axes(&self) -> u32 {
        u32::try_from(self.axes.len()).unwrap_or(u32::MAX).max(1)
    }

    fn web(&self) -> Markup {
        let ring = |share: f64| {
            let corners: Vec<(f64, f64)> = (0..self.axes.len()).map(|axis| self.place(axis, share)).collect();
            closed(&corners)
        };
        html! {
            g.grid stroke=(RULE) stroke-width="1" fill="none" {
                @for number in 1..=RINGS { path d=(ring(f64::from(number) / f64::from(RINGS))) {} }
                @for axis in 0..self.axes.len() {
                    @let (x, y) = self.place(axis, 1.0);
                    line x1=(at(CENTRE.0)) y1=(at(CENTRE.1)) x2=(at(x)) y2=(at(y)) {}
                }
            }
            g.words fill=(QUIET) {
                @for (axis, (name, ..)) in self.axes.iter().enumerate() { (self.name(axis, name)) }
            }
        }
    }

    fn name(&self, axis: usize, name: &str) -> Markup {
        let (x, y) = self.place(axis, 1.14);
        let anchor = if (x - CENTRE.0).abs() < 12.0 {
            "middle"
        } else if x > CENTRE.0 {
            "start"
        } else {
            "end"
        };
        let lines = lines(name);
        let height = f64::from(u32::try_from(lines.len()).unwrap_or(1)) * 14.0;
        let top = if y < CENTRE.1 - RADIUS {
            y - height + 14.0
        } else {
            y - height / 2.0 + 11.0
        };
        html! {
            text text-anchor=(anchor) {
                @for (index, line) in lines.iter().enumerate() {
                    tspan x=(at(x)) y=(at(top + f64::from(u32::try_from(index).unwrap_or(0)) * 14.0)) { (line) }
                }
            }
        }
    }

    fn shape(&self, number: usize, series: &Series) -> Markup {
        let points: Vec<(f64, f64)> = self
            .axes
            .iter()
            .zip(&series.values)
            .enumerate()
            .filter_map(|(axis, ((_, lowest, highest), value))| {
                let value = value.as_ref()?;
                let share = if highest > lowest {
                    (value.number - lowest) / (highest - lowest)
                } else {
                    0.0
                };
                Some(self.place(axis, share.clamp(0.0, 1.0)))
            })
            .collect();
        html! {
            g class=(class(number)) {
                path.shape d=(closed(&points)) fill=(colour(number)) fill-opacity="0.12" stroke=(colour(number))
                    stroke-width="2" stroke-dasharray=[dashes(number)] stroke-linejoin="round" {}
                @for (x, y) in &points { (mark(number, *x, *y)) }
            }
        }
    }

    /// Where the key begins: below the lowest axis and its name.
    fn key_top(&self) -> f64 {
        let lowest = (0..self.axes.len()).map(|axis| self.place(axis, 1.0).1);
        lowest.fold(CENTRE.1, f64::max) + NAME_ROOM
    }

    fn size(&self) -> (f64, f64) {
        let lines = self.keyed().iter().map(|(_, y, ..)| *y).fold(0.0, f64::max);
        (WIDTH, lines + KEY_LINE / 2.0)
    }

    /// Where the name of each shape stands, in as many lines as they need.
    fn keyed(&self) -> Vec<(f64, f64, usize, &Series)> {
        let (mut x, mut y) = (16.0, self.key_top());
        let drawn = self
            .series
            .iter()
            .enumerate()
            .filter(|(_, series)| series.has_any());
        drawn
            .map(|(number, series)| {
                let width = super::width_of(&series.name) + 34.0;
                if x > 16.0 && x + width > WIDTH {
                    (x, y) = (16.0, y + KEY_LINE);
                }
                let place = (x, y, number, series);
                x += width;
                place
            })
            .collect()
    }

    /// Which shape is whose: its mark and its name, below the picture.
    fn key(&self) -> Markup {
        html! {
            g.names {
                @for (x, y, number, series) in &self.keyed() {
                    g class=(class(*number)) {
                        (mark(*number, *x, *y))
                        text x=(at(x + 11.0)) y=(at(y + 4.5)) fill=(colour(*number)) { (series.name) }
                    }
                }
            }
        }
    }
}

/// A name in lines of a few words.
fn lines(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LINE_LENGTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::Value;

    #[test]
    fn a_long_name_is_set_in_lines() {
        assert_eq!(lines("Työtavat ja turvallisuus"), ["Työtavat ja", "turvallisuus"]);
        assert_eq!(lines("Jaksaminen"), ["Jaksaminen"]);
    }

    #[test]
    fn two_axes_are_a_table_without_a_picture() {
        let radar = RadarChart::new("r", "Taidot", "Osa-alue")
            .axis("Sosiaaliset taidot", 1.0, 5.0)
            .axis("Arki", 1.0, 5.0)
            .series(Series::new("nyt", [Some(Value::new(3.0, "3")), None]));
        let shown = radar.render(Texts::default()).into_string();
        assert!(!shown.contains("<svg") && shown.contains("<table"), "{shown}");
    }
}
