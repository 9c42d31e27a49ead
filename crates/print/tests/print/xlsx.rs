//! XLSX files, read back.

use std::io::Cursor;

use calamine::{Data, Range, Reader as _, Xlsx};
use jiff::{Timestamp, civil::date};
use polku_print::{Cell, Column, Kind, PrintError, Table, xlsx};
use proptest::prelude::*;

use crate::build::{a_day_at_the_workshop, any_text, texts};

fn file(tables: &[Table]) -> Vec<u8> {
    xlsx(tables, "2026-03-02T08:15:00Z".parse().expect("a time")).expect("a file")
}

fn opened(file: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(file)).expect("a workbook")
}

/// A part of the file as text.
fn part(file: Vec<u8>, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("an archive");
    std::io::read_to_string(archive.by_name(name).expect("the part")).expect("text")
}

fn sheet(tables: &[Table]) -> Range<Data> {
    opened(file(tables))
        .worksheet_range_at(0)
        .expect("a sheet")
        .expect("readable")
}

#[test]
fn a_spreadsheet_reads_every_kind_of_cell() {
    let range = sheet(&[a_day_at_the_workshop()]);
    let row: Vec<&Data> = range.rows().nth(1).expect("a row").iter().collect();
    assert_eq!(row[0], &Data::String("Äijälä; Öljy \"Onni\"".into()));
    assert_eq!(row[1], &Data::Float(2.5));
    let Data::DateTime(day) = row[2] else {
        panic!("{:?} is no day", row[2])
    };
    assert_eq!(day.to_ymd_hms_milli(), (2026, 3, 2, 0, 0, 0, 0));
    let Data::DateTime(duration) = row[3] else {
        panic!("{:?} is no duration", row[3])
    };
    assert!(duration.is_duration() && (duration.as_f64() - 7.5 / 24.0).abs() < 1e-12);
    assert_eq!(row[4], &Data::Float(-9.05));
}

#[test]
fn headings_stand_in_the_first_row() {
    let range = sheet(&[a_day_at_the_workshop()]);
    let headings: Vec<String> = range
        .rows()
        .next()
        .expect("a row")
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(headings, ["Nimi", "Käyntejä", "Päivä", "Aika", "Korvaus"]);
}

#[test]
fn several_tables_are_several_sheets() {
    let book = opened(file(&[a_day_at_the_workshop(), texts("Nimi", &["Onni".into()])]));
    assert_eq!(book.sheet_names(), ["Läsnäolo", "Tekstit"]);
}

#[test]
fn a_title_that_no_sheet_may_have_is_made_to_fit() {
    let table = |title: &str| Table::new(title, vec![Column::new("Nimi", Kind::Text)]);
    let titles = [
        "Läsnä / poissa: [kaikki]?",
        "History",
        "",
        "'x'",
        &"ä".repeat(40),
        &"😀".repeat(20),
        "a\u{1}b",
    ];
    let tables: Vec<Table> = titles.iter().map(|title| table(title)).collect();
    let names = opened(file(&tables)).sheet_names();
    assert_eq!(names[0], "Läsnä   poissa   kaikki  ");
    assert_eq!(names[1..4], ["History_", "_", " x "]);
    assert_eq!(names[4..], ["ä".repeat(31), "😀".repeat(15), "a b".into()]);
}

#[test]
fn two_sheets_of_one_name_are_refused() {
    let table = a_day_at_the_workshop();
    let refused = xlsx(&[table.clone(), table], Timestamp::UNIX_EPOCH);
    assert!(matches!(refused, Err(PrintError::Xlsx(_))));
}

#[test]
fn a_day_that_spreadsheets_do_not_know_is_kept_as_text() {
    let mut table = Table::new("T", vec![Column::new("Päivä", Kind::Date)]);
    table.push(vec![date(202, 3, 2).into()]).expect("a fitting row");
    table.push(vec![date(1900, 3, 1).into()]).expect("a fitting row");
    let range = sheet(&[table]);
    assert_eq!(range.get((1, 0)), Some(&Data::String("0202-03-02".into())));
    let Some(Data::DateTime(day)) = range.get((2, 0)) else {
        panic!("no day")
    };
    assert_eq!(day.to_ymd_hms_milli(), (1900, 3, 1, 0, 0, 0, 0));
}

#[test]
fn a_text_too_long_for_a_cell_is_told_by_row_and_column_only() {
    let refused = xlsx(
        &[texts("Merkintä", &["a".into(), "b".repeat(32_768)])],
        Timestamp::UNIX_EPOCH,
    );
    let message = refused.expect_err("too long").to_string();
    assert_eq!(
        message,
        "the text in row 2 of column \"Merkintä\" is too long for an XLSX cell"
    );
}

#[test]
fn the_metadata_name_nobody_and_keep_the_given_time() {
    let file = file(&[a_day_at_the_workshop()]);
    assert_eq!(
        file,
        self::file(&[a_day_at_the_workshop()]),
        "the same table is the same file"
    );
    let core = part(file, "docProps/core.xml");
    assert!(
        core.contains("<dc:creator></dc:creator>") && core.contains("2026-03-02T08:15:00Z"),
        "{core}"
    );
    assert!(core.contains("<cp:lastModifiedBy></cp:lastModifiedBy>"), "{core}");
}

#[test]
fn the_header_stays_in_sight_and_columns_have_widths() {
    let sheet = part(file(&[a_day_at_the_workshop()]), "xl/worksheets/sheet1.xml");
    assert!(
        sheet.contains("ySplit=\"1\"") && sheet.contains("state=\"frozen\""),
        "{sheet}"
    );
    assert!(sheet.contains("<cols>"), "{sheet}");
}

#[test]
fn text_that_looks_like_the_files_own_xml_stays_text() {
    let smuggled = "<r></r></si><si><t>_x0041_</t><r></r>";
    assert_eq!(
        sheet(&[texts("Nimi", &[smuggled.into()])]).get((1, 0)),
        Some(&Data::String(smuggled.into()))
    );
}

#[test]
fn text_stays_text_when_someone_edits_it() {
    let styles = part(file(&[a_day_at_the_workshop()]), "xl/styles.xml");
    let for_text = styles
        .split("<xf ")
        .filter(|style| style.starts_with("numFmtId=\"49\""));
    assert_eq!(
        for_text
            .filter(|style| style.contains("quotePrefix=\"1\""))
            .count(),
        2,
        "header and cells"
    );
}

proptest! {
    #[test]
    fn text_comes_back_as_text_and_never_as_a_formula(
        heading in any_text(), cells in prop::collection::vec(any_text(), 0..6),
    ) {
        let mut book = opened(file(&[texts(&heading, &cells)]));
        let formulas = book.worksheet_formula("Tekstit").unwrap();
        prop_assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()));
        let range = book.worksheet_range("Tekstit").unwrap();
        for (row, written) in (0..).zip(std::iter::once(&heading).chain(&cells)) {
            let read = range.get_value((row, 0)).cloned().unwrap_or_default();
            let expected = if written.is_empty() { Data::Empty } else { Data::String(written.clone()) };
            prop_assert_eq!(read, expected);
        }
    }

    #[test]
    fn amounts_come_back_to_the_cent(cents in -1_000_000_000_000_i64..1_000_000_000_000) {
        let mut table = Table::new("T", vec![Column::new("Summa", Kind::Money)]);
        table.push(vec![Cell::Cents(cents)]).unwrap();
        let Some(Data::Float(euros)) = sheet(&[table]).get((1, 0)).cloned() else { panic!("no amount") };
        let sign = if cents < 0 { "-" } else { "" };
        let amount = cents.unsigned_abs();
        prop_assert_eq!(format!("{euros:.2}"), format!("{sign}{}.{:02}", amount / 100, amount % 100));
    }
}
