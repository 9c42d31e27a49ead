//! Builders of tables.

use jiff::civil::date;
use polku_print::{Cell, Column, Kind, Table};
use proptest::prelude::*;

/// A table with one column of each kind and one full row.
pub fn a_day_at_the_workshop() -> Table {
    let columns = vec![
        Column::new("Nimi", Kind::Text),
        Column::new("Käyntejä", Kind::Number),
        Column::new("Päivä", Kind::Date),
        Column::new("Aika", Kind::Minutes),
        Column::new("Korvaus", Kind::Money),
    ];
    let mut table = Table::new("Läsnäolo", columns);
    let row = vec![
        "Äijälä; Öljy \"Onni\"".into(),
        Cell::Number(2.5),
        date(2026, 3, 2).into(),
        Cell::Minutes(450),
        Cell::Cents(-905),
    ];
    table.push(row).expect("a fitting row");
    table
}

/// One column of texts under a heading.
pub fn texts(heading: &str, texts: &[String]) -> Table {
    let mut table = Table::new("Tekstit", vec![Column::new(heading, Kind::Text)]);
    for text in texts {
        table.push(vec![text.clone().into()]).expect("a fitting row");
    }
    table
}

/// Text as people and their computers might bring it, rich in what spreadsheets stumble over.
pub fn any_text() -> impl Strategy<Value = String> {
    let troublesome = prop::sample::select(
        "=+-@＝＋－＠﹦−'\";,\t\r\n \u{a0}\u{200b}\u{feff}\0\u{1b}<>&_xr/|aä5"
            .chars()
            .collect::<Vec<_>>(),
    );
    let chosen = prop::collection::vec(prop_oneof![9 => troublesome, 1 => any::<char>()], 0..12);
    prop_oneof![
        9 => chosen.prop_map(String::from_iter),
        1 => "<r>.{0,8}</r>",
        1 => "_x[0-9A-F]{4}_.{0,3}",
    ]
}
