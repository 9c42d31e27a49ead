//! CSV files, read back.

use polku_print::formula::restored;
use polku_print::{Cell, Column, DecimalSign, Kind, Table, csv};
use proptest::prelude::*;

use crate::build::{a_day_at_the_workshop, any_text, texts};

/// All records of the file, the header too, as a program with the given delimiter reads them.
fn records(file: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let text = file
        .strip_prefix("\u{feff}".as_bytes())
        .expect("a byte-order mark");
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text);
    reader
        .records()
        .map(|record| record.expect("a record").iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn a_finnish_spreadsheet_reads_the_table() {
    let file = csv(&a_day_at_the_workshop(), DecimalSign::Comma).expect("a file");
    let expected = "\u{feff}\"Nimi\";\"Käyntejä\";\"Päivä\";\"Aika\";\"Korvaus\"\r\n\
        \"Äijälä; Öljy \"\"Onni\"\"\";\"2,5\";\"2026-03-02\";\"7:30\";\"-9,05\"\r\n";
    assert_eq!(String::from_utf8(file).expect("UTF-8"), expected);
}

#[test]
fn a_program_reads_decimal_points() {
    let file = csv(&a_day_at_the_workshop(), DecimalSign::Point).expect("a file");
    assert_eq!(records(&file, b';')[1][1], "2.5");
    assert_eq!(records(&file, b';')[1][4], "-9.05");
}

#[test]
fn a_long_duration_and_the_smallest_amounts_are_written_in_full() {
    let columns = vec![
        Column::new("Aika", Kind::Minutes),
        Column::new("Korvaus", Kind::Money),
    ];
    let mut table = Table::new("T", columns);
    table
        .push(vec![Cell::Minutes(6001), Cell::Cents(-5)])
        .expect("a fitting row");
    table
        .push(vec![Cell::Empty, Cell::Cents(i64::MIN)])
        .expect("a fitting row");
    let file = csv(&table, DecimalSign::Comma).expect("a file");
    assert_eq!(
        records(&file, b';')[1..],
        [["100:01", "-0,05"], ["", "-92233720368547758,08"]]
    );
}

#[test]
fn a_formula_in_a_heading_is_neutralised_too() {
    let file = csv(&texts("=1+1", &[]), DecimalSign::Comma).expect("a file");
    assert_eq!(records(&file, b';'), [["'=1+1"]]);
}

#[test]
fn a_comma_hides_no_formula_from_a_spreadsheet_that_divides_at_commas() {
    let file = csv(&texts("Nimi", &["Onni,=1+1".into()]), DecimalSign::Comma).expect("a file");
    assert_eq!(records(&file, b',')[1], ["Onni,=1+1"]);
}

proptest! {
    #[test]
    fn no_cell_begins_as_a_formula(heading in any_text(), cells in prop::collection::vec(any_text(), 0..6)) {
        let file = csv(&texts(&heading, &cells), DecimalSign::Comma).unwrap();
        for cell in records(&file, b';').into_iter().flatten() {
            let harmless = !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
            prop_assert!(harmless, "{:?}", cell);
        }
    }

    #[test]
    fn numbers_are_all_that_may_begin_with_a_minus(number in any::<f64>(), cents in any::<i64>()) {
        prop_assume!(number.is_finite());
        let columns = vec![Column::new("Luku", Kind::Number), Column::new("Summa", Kind::Money)];
        let mut table = Table::new("T", columns);
        table.push(vec![number.into(), Cell::Cents(cents)]).unwrap();
        let record = records(&csv(&table, DecimalSign::Comma).unwrap(), b';').remove(1);
        for cell in &record {
            let digits = cell.strip_prefix('-').unwrap_or(cell);
            prop_assert!(digits.chars().all(|sign| sign.is_ascii_digit() || sign == ','), "{}", cell);
        }
        prop_assert_eq!(record[0].replace(',', ".").parse::<f64>().unwrap().to_bits(), number.to_bits());
        prop_assert_eq!(record[1].replace(',', "").parse::<i64>().unwrap(), cents);
    }

    #[test]
    fn text_comes_back_as_it_was(heading in any_text(), cells in prop::collection::vec(any_text(), 0..6)) {
        let file = csv(&texts(&heading, &cells), DecimalSign::Comma).unwrap();
        let read: Vec<String> = records(&file, b';').concat();
        let read: Vec<&str> = read.iter().map(|cell| restored(cell)).collect();
        let written: Vec<&str> = std::iter::once(&heading).chain(&cells).map(String::as_str).collect();
        prop_assert_eq!(read, written);
    }
}
