//! Tables: numbers right-aligned with their unit in the head, sorting by links, cards on a phone.

use maud::{Markup, Render, html};

/// A table with a caption.
#[derive(Clone, Debug)]
pub struct Table {
    id: String,
    caption: String,
    caption_unseen: bool,
    columns: Vec<Column>,
    rows: Vec<Vec<Markup>>,
    totals: Option<Vec<Markup>>,
    cards: bool,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    head: String,
    unit: Option<String>,
    numeric: bool,
    sort: Option<(String, Option<Direction>)>,
}

/// The way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Small to large, A to Ö.
    Ascending,
    /// Large to small, Ö to A.
    Descending,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn new(head: impl Into<String>) -> Self {
        Self {
            head: head.into(),
            unit: None,
            numeric: false,
            sort: None,
        }
    }

    /// A column of numbers.
    #[must_use]
    pub fn number(head: impl Into<String>) -> Self {
        Self {
            numeric: true,
            ..Self::new(head)
        }
    }

    /// The unit of its numbers, said once in the head.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = Some(unit.into());
        self
    }

    /// The address that sorts by this column, and how the table is sorted by it now, if it is.
    #[must_use]
    pub fn sort(mut self, href: impl Into<String>, now: Option<Direction>) -> Self {
        self.sort = Some((href.into(), now));
        self
    }
}

impl Table {
    /// A table; `id` is unique on the page, the first column names the row.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        caption: impl Into<String>,
        columns: impl IntoIterator<Item = Column>,
    ) -> Self {
        Self {
            id: id.into(),
            caption: caption.into(),
            caption_unseen: false,
            columns: columns.into_iter().collect(),
            rows: Vec::new(),
            totals: None,
            cards: false,
        }
    }

    /// Hides the caption from sight where a paper's heading says the same.
    #[must_use]
    pub fn caption_unseen(mut self) -> Self {
        self.caption_unseen = true;
        self
    }

    /// Shows each row as a card on a phone, for tables with more words than numbers.
    #[must_use]
    pub fn cards(mut self) -> Self {
        self.cards = true;
        self
    }

    /// Adds a row: one cell per column.
    #[must_use]
    pub fn row(mut self, cells: impl IntoIterator<Item = Markup>) -> Self {
        self.rows.push(cells.into_iter().collect());
        self
    }

    /// Adds rows.
    #[must_use]
    pub fn rows(mut self, rows: impl IntoIterator<Item = Vec<Markup>>) -> Self {
        self.rows.extend(rows);
        self
    }

    /// The last row, of totals.
    #[must_use]
    pub fn totals(mut self, cells: impl IntoIterator<Item = Markup>) -> Self {
        self.totals = Some(cells.into_iter().collect());
        self
    }

    fn row_of(&self, cells: &[Markup]) -> Markup {
        html! {
            tr {
                @for (index, (cell, column)) in cells.iter().zip(&self.columns).enumerate() {
                    @if index == 0 {
                        th scope="row" { (cell) }
                    } @else {
                        td class=[column.numeric.then_some("number")] data-head=(column.head) { (cell) }
                    }
                }
            }
        }
    }
}

impl Render for Table {
    fn render(&self) -> Markup {
        let caption_id = format!("{}-caption", self.id);
        html! {
            div.scroll role="region" aria-labelledby=(caption_id) tabindex="0" {
                table id=(self.id) class=(if self.cards { "table cards" } else { "table" }) {
                    caption id=(caption_id) class=[self.caption_unseen.then_some("unseen")] { (self.caption) }
                    thead { tr { @for column in &self.columns { (head(column)) } } }
                    tbody { @for row in &self.rows { (self.row_of(row)) } }
                    @if let Some(totals) = &self.totals { tfoot { (self.row_of(totals)) } }
                }
            }
        }
    }
}

fn head(column: &Column) -> Markup {
    let words = html! {
        (column.head)
        @if let Some(unit) = &column.unit { " " span.unit { (unit) } }
    };
    let sorted = column
        .sort
        .as_ref()
        .and_then(|(_, now)| *now)
        .map(|direction| match direction {
            Direction::Ascending => "ascending",
            Direction::Descending => "descending",
        });
    html! {
        th scope="col" class=[column.numeric.then_some("number")] aria-sort=[sorted] {
            @if let Some((href, _)) = &column.sort { a href=(href) { (words) } } @else { (words) }
        }
    }
}
