//! The two samples. The counts were found by an independent reading of the files (a script of another language with its
//! own reader of spreadsheets and its own arithmetic of codes and accounts), not by this program.

use super::*;
use crate::clients::Protection;

const CSV: &[u8] = include_bytes!("../../../tests/samples/workshop-register.csv");
const XLSX: &[u8] = include_bytes!("../../../tests/samples/workshop-register.xlsx");

fn rows(examined: &Examined) -> Vec<(usize, usize, usize)> {
    let sheets = examined.report.sheets.iter();
    sheets
        .map(|sheet| (sheet.rows, sheet.imported, sheet.refused))
        .collect()
}

#[test]
fn every_row_of_the_workbook_is_imported_or_listed_with_its_reason() {
    let examined = examine(XLSX, "walmu");
    assert_eq!(rows(&examined), [(244, 230, 14), (121, 115, 6), (720, 687, 33)]);
    assert_eq!(
        (examined.newcomers.len(), examined.marks, examined.entries),
        (230, 2124, 687)
    );
    let said = examined.said();
    for (key, times) in [
        ("identity-code-check-character", 10),
        ("import-same-code", 4),
        ("import-code-missing", 4),
        ("import-who-refused", 5 + 33),
        ("import-who-unknown", 1),
        // Question marks of the rows that come in; those of refused rows are not told again.
        ("mark-unclear", 200),
        ("iban-check-digits", 54),
        ("import-protection-found", 31),
        ("date-range-end-before-start", 6),
        ("import-end-ahead", 20),
        ("import-placement-missing", 14),
        ("import-placement-open", 25),
    ] {
        assert_eq!(said.get(key), Some(&times), "{key}");
    }
}

#[test]
fn every_row_of_the_csv_is_imported_or_listed_with_its_reason() {
    let examined = examine(CSV, "walmu");
    assert_eq!(rows(&examined), [(244, 230, 14)]);
    let wrong_codes: Vec<u32> = examined
        .refused()
        .iter()
        .filter(|finding| finding.key == "identity-code-check-character")
        .map(|finding| finding.row)
        .collect();
    assert_eq!(wrong_codes, [54, 59, 66, 71, 72, 159, 179, 193, 213, 229]);
}

#[test]
fn both_samples_tell_the_same_of_the_same_people() {
    let (csv, xlsx) = (examine(CSV, "walmu"), examine(XLSX, "walmu"));
    for (one, other) in csv.newcomers.iter().zip(&xlsx.newcomers) {
        assert_eq!(
            one.at.row + 2,
            other.at.row,
            "the workbook has a title and an empty row above"
        );
        assert!(one.client.identity == other.client.identity);
        assert_eq!(one.client.service, other.client.service);
        assert!(one.client.address == other.client.address && one.client.ordinary == other.client.ordinary);
    }
}

/// A7: an address whose protection stands only in a remark is protected from the first moment.
#[test]
fn a_protection_in_a_remark_protects_the_address_a7() {
    let examined = examine(XLSX, "walmu");
    let protected = examined
        .newcomers
        .iter()
        .filter(|newcomer| newcomer.client.protection == Protection::Yes);
    assert_eq!(protected.count(), 31);
}

/// A2: the account of the same file comes into a register that has accounts, and into no other.
#[test]
fn a_bank_account_comes_only_where_the_register_has_it_a2() {
    let accounts = |profile| {
        let examined = examine(XLSX, profile);
        let with_account = |newcomer: &&Newcomer| {
            newcomer
                .client
                .ordinary
                .value(polku_profile::Field::BankAccount)
                .is_some()
        };
        examined.newcomers.iter().filter(with_account).count()
    };
    assert!(accounts("walmu") > 100);
    assert_eq!(accounts("ii"), 0);
}

/// The order of the file, and each row's number, as whoever mends the file sees them.
#[test]
fn what_is_said_stands_in_the_order_of_the_file() {
    let report = examine(XLSX, "walmu").report;
    assert!(
        report
            .findings
            .is_sorted_by_key(|finding| (finding.sheet, finding.row, finding.column))
    );
    assert_eq!(
        Report::from_bytes(&report.to_bytes().expect("bytes")).expect("a report"),
        report
    );
}

#[test]
fn everything_that_is_said_of_the_samples_has_its_words_in_three_languages() {
    let examined = examine(XLSX, "walmu");
    for locale in polku_pages::Locale::ALL {
        for key in examined.said().keys() {
            assert!(
                polku_pages::Texts::new(locale).has(key),
                "{key} in {}",
                locale.code()
            );
        }
    }
}
