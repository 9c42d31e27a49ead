//! What is said of a file, in the reader's words: each finding by sheet, row and column. No cell is ever repeated.

use polku_pages::Texts;
use polku_print::{Cell, Column, DecimalSign, Kind, Table};
use polku_web::{Answer, Failure};

use super::{
    checking::Finding,
    columns::{Meaning, Outline, PlanProblem, SheetOutline},
    report::Report,
};

/// What a finding says.
pub(crate) fn said(texts: Texts, finding: &Finding) -> String {
    match finding.other {
        Some(row) => texts.with(&finding.key, &[("row", row.into())]),
        None => texts.t(&finding.key),
    }
}

/// What a problem of a plan says, with the column that it is about.
pub(crate) fn problem(texts: Texts, outline: &Outline, problem: &PlanProblem) -> String {
    let said = texts.t(problem.key);
    let sheet = problem.sheet.and_then(|sheet| outline.sheets.get(sheet));
    match (sheet, problem.column) {
        (Some(sheet), Some(column)) => format!("{}: {said}", column_name(texts, sheet, column)),
        (Some(sheet), None) if !sheet.name.is_empty() => format!("{}: {said}", sheet.name),
        _ => said,
    }
}

/// A sheet by its name; a CSV has none.
pub(crate) fn sheet_name(texts: Texts, outline: &Outline, place: usize) -> String {
    match outline.sheets.get(place) {
        Some(sheet) if !sheet.name.is_empty() => sheet.name.clone(),
        _ => texts.t("import-sheet-only"),
    }
}

/// A column by its heading, or by its letter where it has none.
pub(crate) fn column_name(texts: Texts, sheet: &SheetOutline, column: usize) -> String {
    match sheet.header.get(column) {
        Some(heading) if !heading.is_empty() => heading.clone(),
        _ => texts.with("import-column-letter", &[("letter", letters(column).into())]),
    }
}

/// The letters that a spreadsheet gives a column: A, B, … Z, AA.
pub(crate) fn letters(column: usize) -> String {
    let (mut left, mut letters) = (column + 1, Vec::new());
    while left > 0 {
        let place = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + place));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// What a column means, in words.
pub(crate) fn meaning(texts: Texts, meaning: Meaning) -> String {
    match meaning {
        Meaning::Field(field) => texts.t(&field.label_key()),
        other => texts.t(&format!("import-meaning-{}", other.key())),
    }
}

/// The whole report as a file for whoever mends the old register, formulas neutralised.
pub(crate) fn csv(texts: Texts, outline: &Outline, report: &Report) -> Answer<Vec<u8>> {
    let columns = [
        ("import-report-sheet", Kind::Text),
        ("import-report-row", Kind::Number),
        ("import-report-column", Kind::Text),
        ("import-report-weight", Kind::Text),
        ("import-report-what", Kind::Text),
    ];
    let columns = columns.map(|(key, kind)| Column::new(texts.t(key), kind));
    let mut table = Table::new(texts.t("import-report"), columns.to_vec());
    for finding in &report.findings {
        let column = outline
            .sheets
            .get(finding.sheet)
            .zip(finding.column)
            .map_or(Cell::Empty, |(sheet, column)| {
                Cell::Text(column_name(texts, sheet, column))
            });
        let row = vec![
            Cell::Text(sheet_name(texts, outline, finding.sheet)),
            Cell::Number(finding.row.into()),
            column,
            Cell::Text(texts.t(&format!("import-weight-{}", finding.weight))),
            Cell::Text(said(texts, finding)),
        ];
        table
            .push(row)
            .map_err(|error| Failure::Internal(error.to_string()))?;
    }
    polku_print::csv(&table, DecimalSign::Comma).map_err(|error| Failure::Internal(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        let named: Vec<String> = [0, 25, 26, 27, 701, 702].map(letters).to_vec();
        assert_eq!(named, ["A", "Z", "AA", "AB", "ZZ", "AAA"]);
    }
}
