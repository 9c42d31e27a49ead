//! What belongs into a table.

use jiff::civil::date;
use polku_print::{Cell, Column, Kind, Table, TableError};

#[test]
fn a_row_has_a_cell_for_each_column() {
    let mut table = Table::new(
        "T",
        vec![Column::new("Nimi", Kind::Text), Column::new("Päivä", Kind::Date)],
    );
    assert_eq!(
        table.push(vec!["Onni".into()]),
        Err(TableError::Length {
            expected: 2,
            found: 1
        })
    );
    assert!(table.rows().is_empty());
}

#[test]
fn a_cell_has_its_columns_kind_or_is_empty() {
    let mut table = Table::new("T", vec![Column::new("Päivä", Kind::Date)]);
    assert_eq!(
        table.push(vec!["2.3.2026".into()]),
        Err(TableError::Kind {
            column: "Päivä".into()
        })
    );
    assert_eq!(table.push(vec![Cell::from(None::<String>)]), Ok(()));
    assert_eq!(table.push(vec![Some(date(2026, 3, 2)).into()]), Ok(()));
}

#[test]
fn a_number_without_a_value_is_refused() {
    let mut table = Table::new("T", vec![Column::new("Osuus", Kind::Number)]);
    for number in [f64::NAN, f64::INFINITY] {
        assert_eq!(
            table.push(vec![number.into()]),
            Err(TableError::NotFinite {
                column: "Osuus".into()
            })
        );
    }
    assert_eq!(table.push(vec![3_u32.into()]), Ok(()));
}
