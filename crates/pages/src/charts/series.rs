//! Series: what is drawn in one colour, one form of mark and one kind of line.

use maud::{Markup, html};

use super::{PAPER_COLOURS, at};

/// A number with the words that a reader sees.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// The number.
    pub number: f64,
    /// As it is written: `3,7`.
    pub text: String,
}

impl Value {
    /// A number as it is written.
    #[must_use]
    pub fn new(number: f64, text: impl Into<String>) -> Self {
        Self {
            number,
            text: text.into(),
        }
    }
}

/// A named row of values; where one is missing, nothing is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    pub(super) name: String,
    pub(super) values: Vec<Option<Value>>,
}

impl Series {
    /// A series, a value for each moment or axis.
    #[must_use]
    pub fn new(name: impl Into<String>, values: impl IntoIterator<Item = Option<Value>>) -> Self {
        Self {
            name: name.into(),
            values: values.into_iter().collect(),
        }
    }

    /// Whether it has anything to draw.
    pub(super) fn has_any(&self) -> bool {
        self.values.iter().any(Option::is_some)
    }

    /// The value at a place, as a cell of a table.
    pub(super) fn cell(&self, place: usize) -> Markup {
        let text = self
            .values
            .get(place)
            .and_then(Option::as_ref)
            .map(|value| value.text.as_str());
        html! { (text.unwrap_or("–")) }
    }
}

/// The class of a series by its number, for the page's styles.
pub(super) fn class(number: usize) -> String {
    format!("series s{}", number % PAPER_COLOURS.len())
}

/// The colour of a series on paper.
pub(super) fn colour(number: usize) -> &'static str {
    PAPER_COLOURS[number % PAPER_COLOURS.len()]
}

/// The dashes of a series' line; none for the first.
pub(super) fn dashes(number: usize) -> Option<&'static str> {
    [None, Some("6 4"), Some("2 3"), Some("8 3 2 3")][number % 4]
}

/// The mark of a series: a disc, a hollow diamond, a square, a hollow triangle.
pub(super) fn mark(number: usize, x: f64, y: f64) -> Markup {
    let colour = colour(number);
    html! {
        @match number % 4 {
            0 => circle.full cx=(at(x)) cy=(at(y)) r="4.5" fill=(colour) {},
            1 => path.hollow d=(closed(&[(x, y - 6.0), (x + 6.0, y), (x, y + 6.0), (x - 6.0, y)]))
                fill="#ffffff" stroke=(colour) stroke-width="2" {},
            2 => rect.full x=(at(x - 4.0)) y=(at(y - 4.0)) width="8" height="8" fill=(colour) {},
            _ => path.hollow d=(closed(&[(x, y - 6.0), (x + 6.0, y + 5.0), (x - 6.0, y + 5.0)]))
                fill="#ffffff" stroke=(colour) stroke-width="2" {},
        }
    }
}

/// A closed way through points.
pub(super) fn closed(points: &[(f64, f64)]) -> String {
    format!("{} Z", open(points))
}

/// A way through points.
pub(super) fn open(points: &[(f64, f64)]) -> String {
    points
        .iter()
        .enumerate()
        .map(|(index, (x, y))| format!("{}{} {}", if index == 0 { "M" } else { "L" }, at(*x), at(*y)))
        .collect::<Vec<_>>()
        .join(" ")
}
