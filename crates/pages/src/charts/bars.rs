//! Bars below each other, each with its name above and its number at the end.

use maud::{Markup, html};

use super::{INK, QUIET, RULE, Value, alone, at, picture, series::colour};
use crate::{
    components::{Column, Disclosure, Table},
    texts::Texts,
};

/// Measures within one range, a bar each; a cross line marks an earlier value.
#[derive(Clone, Debug)]
pub struct BarStrip {
    id: String,
    title: String,
    description: String,
    measured: String,
    now: String,
    earlier: Option<String>,
    rows: Vec<BarRow>,
}

/// A bar.
#[derive(Clone, Debug)]
pub struct BarRow {
    /// What is measured.
    pub name: String,
    /// From where the bar begins, and where it would be full.
    pub range: (f64, f64),
    /// How long it is; none where nothing was measured.
    pub value: Option<Value>,
    /// An earlier value, as a cross line.
    pub earlier: Option<Value>,
    /// A word at the end, after the number: `+0,7`.
    pub word: String,
}

const WIDTH: f64 = 360.0;
const ROW: f64 = 44.0;
const BAR: f64 = 12.0;

impl BarStrip {
    /// A strip; `id` is unique on the page. `measured` and `now` head the table's columns.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        title: impl Into<String>,
        measured: impl Into<String>,
        now: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            description: String::new(),
            measured: measured.into(),
            now: now.into(),
            earlier: None,
            rows: Vec::new(),
        }
    }

    /// What the chart shows, in a sentence or two.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }

    /// What the cross lines mark, as a head of the table.
    #[must_use]
    pub fn earlier(mut self, head: impl Into<String>) -> Self {
        self.earlier = Some(head.into());
        self
    }

    /// Adds a bar.
    #[must_use]
    pub fn row(mut self, row: BarRow) -> Self {
        self.rows.push(row);
        self
    }

    /// The picture and, one key away, the same as a table.
    #[must_use]
    pub fn render(&self, texts: Texts) -> Markup {
        html! {
            figure.chart-figure {
                (self.draw())
                (Disclosure::new(texts.t("common-as-table")).quiet().with(self.table()))
            }
        }
    }

    /// The picture as a file of its own.
    #[must_use]
    pub fn standalone(&self) -> String {
        alone(self.draw(), self.size())
    }

    /// The values as a table: a row for each bar.
    #[must_use]
    pub fn table(&self) -> Table {
        let mut columns = vec![Column::new(&self.measured), Column::number(&self.now)];
        columns.extend(self.earlier.as_ref().map(Column::number));
        let cell = |value: &Option<Value>| {
            let text = value.as_ref().map(|value| value.text.as_str());
            html! { (text.unwrap_or("–")) }
        };
        let rows = self.rows.iter().map(|row| {
            let mut cells = vec![html! { (row.name) }, cell(&row.value)];
            cells.extend(self.earlier.as_ref().map(|_| cell(&row.earlier)));
            cells
        });
        Table::new(format!("{}-table", self.id), &self.title, columns)
            .caption_unseen()
            .rows(rows)
    }

    fn size(&self) -> (f64, f64) {
        (
            WIDTH,
            ROW * f64::from(u32::try_from(self.rows.len()).unwrap_or(1)),
        )
    }

    fn draw(&self) -> Markup {
        let content = html! {
            @for (number, row) in self.rows.iter().enumerate() {
                (bar(row, ROW * f64::from(u32::try_from(number).unwrap_or(0))))
            }
        };
        picture(&self.id, &self.title, &self.description, self.size(), &content)
    }
}

fn bar(row: &BarRow, top: f64) -> Markup {
    let (low, high) = row.range;
    let share = |value: f64| {
        if high > low {
            ((value - low) / (high - low)).clamp(0.0, 1.0)
        } else {
            0.0
        }
    };
    let number = row.value.as_ref().map_or("–", |value| value.text.as_str());
    let end = if row.word.is_empty() {
        number.to_owned()
    } else {
        format!("{number} ({})", row.word)
    };
    html! {
        text x="0" y=(at(top + 14.0)) { (row.name) }
        text.words x=(at(WIDTH)) y=(at(top + 14.0)) text-anchor="end" fill=(QUIET) { (end) }
        rect.ground x="0" y=(at(top + 22.0)) width=(at(WIDTH)) height=(at(BAR)) fill=(RULE) fill-opacity="0.5" rx="2" {}
        @if let Some(value) = &row.value {
            g class="series s0" {
                rect.full x="0" y=(at(top + 22.0)) width=(at((share(value.number) * WIDTH).max(2.0))) height=(at(BAR))
                    fill=(colour(0)) rx="2" {}
            }
        }
        @if let Some(earlier) = &row.earlier {
            @let x = share(earlier.number) * WIDTH;
            line.earlier x1=(at(x)) x2=(at(x)) y1=(at(top + 19.0)) y2=(at(top + 37.0)) stroke=(INK) stroke-width="2" {}
        }
    }
}
