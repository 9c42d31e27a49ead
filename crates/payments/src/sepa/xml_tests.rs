use std::{path::PathBuf, process::Command};

use jiff::civil::date;
use polku_values::AccountNumber;
use proptest::prelude::*;

use super::*;

/// Where `cargo xtask test` puts the schema, which is not ours to give on.
const SCHEMA: &str = "POLKU_PAIN_SCHEMA";

fn account(text: &str) -> AccountNumber {
    AccountNumber::parse(text).expect("an account")
}

fn file(payments: Vec<Payment>) -> PaymentFile {
    PaymentFile {
        id: "0192f0c000007000800000000000dead".to_owned(),
        made: date(2026, 11, 23).at(9, 5, 0, 0),
        payer: Payer {
            name: "Esimerkin työpajasäätiö".to_owned(),
            account: account("FI21 1234 5600 0007 85"),
            service_id: String::new(),
            message: "Maksu".to_owned(),
        },
        bank_day: date(2026, 11, 25),
        payments,
    }
}

fn payment(number: u32, name: &str, cents: i64) -> Payment {
    Payment {
        id: format!("payment{number}"),
        name: name.to_owned(),
        account: account("FI21 1234 5600 0007 85"),
        amount: Cents(cents),
    }
}

fn written(file: &PaymentFile) -> String {
    String::from_utf8(write(file).expect("a file")).expect("UTF-8")
}

/// Asks xmllint, when `cargo xtask test` or somebody else has named the schema; answers whether it was asked.
fn assert_valid(xml: &str) -> bool {
    let Some(schema) = std::env::var_os(SCHEMA).map(PathBuf::from) else {
        return false;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("pain.xml");
    std::fs::write(&path, xml).expect("a file");
    let said = Command::new("xmllint")
        .args(["--noout", "--nonet", "--schema"])
        .arg(&schema)
        .arg(&path)
        .output()
        .expect("xmllint");
    assert!(
        said.status.success(),
        "{}\n{xml}",
        String::from_utf8_lossy(&said.stderr)
    );
    true
}

#[test]
#[expect(clippy::print_stderr, reason = "a half that was not run is told")]
fn the_file_is_what_the_schema_of_iso_20022_says_b6() {
    let mut file = file(vec![
        payment(1, "Malli Ilona", 15_300),
        payment(2, "Äijälä-Åberg Väinö <script>alert(1)</script> & Co \u{1}", 900),
        payment(3, &"x".repeat(200), 99_999_999_999),
    ]);
    for service_id in ["", "1234567890"] {
        service_id.clone_into(&mut file.payer.service_id);
        if !assert_valid(&written(&file)) {
            eprintln!("{SCHEMA} is not set: the file was not held against the schema");
        }
    }
}

/// A test of the schema test: what is wrong must be found.
#[test]
fn a_wrong_file_would_be_found() {
    let Some(schema) = std::env::var_os(SCHEMA) else {
        return;
    };
    let wrong = written(&file(vec![payment(1, "Malli Ilona", 900)])).replace("<PmtMtd>TRF</PmtMtd>", "");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("pain.xml");
    std::fs::write(&path, wrong).expect("a file");
    let said = Command::new("xmllint")
        .args(["--noout", "--nonet", "--schema"])
        .arg(schema)
        .arg(path)
        .output()
        .expect("xmllint");
    assert!(!said.status.success());
}

#[test]
fn the_sums_are_those_of_the_payments_and_the_message_is_the_payers_b6() {
    let xml = written(&file(vec![
        payment(1, "Malli Ilona", 15_300),
        payment(2, "Malli Mikko", 905),
    ]));
    assert_eq!(xml.matches("<NbOfTxs>2</NbOfTxs>").count(), 2, "{xml}");
    assert_eq!(xml.matches("<CtrlSum>162.05</CtrlSum>").count(), 2, "{xml}");
    assert_eq!(xml.matches("<Ustrd>Maksu</Ustrd>").count(), 2, "{xml}");
    assert!(xml.contains("<Dt>2026-11-25</Dt>") && xml.contains("<CreDtTm>2026-11-23T09:05:00</CreDtTm>"));
    assert!(xml.contains("<InstdAmt Ccy=\"EUR\">153.00</InstdAmt>"), "{xml}");
}

#[test]
fn what_a_bank_does_not_take_is_no_file_b6() {
    let refused = |file: PaymentFile| write(&file).is_err();
    assert!(refused(file(Vec::new())));
    assert!(refused(file(vec![payment(1, "Malli Ilona", 0)])));
    assert!(refused(file(vec![payment(1, "Malli Ilona", -900)])));
    assert!(refused(file(vec![payment(1, "Malli Ilona", 100_000_000_000)])));
    assert!(refused(file(vec![payment(1, "\u{1}<>", 900)])));
    let mut long = file(vec![payment(1, "Malli Ilona", 900)]);
    long.id = "x".repeat(36);
    assert!(refused(long));
    let mut silent = file(vec![payment(1, "Malli Ilona", 900)]);
    silent.payer.message.clear();
    assert!(refused(silent));
}

#[test]
fn a_payment_hides_who_gets_it_from_logs() {
    let shown = format!("{:?}", payment(1, "Malli Ilona", 900));
    assert!(!shown.contains("Malli") && !shown.contains("FI21"), "{shown}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_names_and_amounts_make_a_valid_file(people in prop::collection::vec(("[A-Za-zÅÄÖåäö]\\PC{0,90}", 1i64..1_000_000), 1..6)) {
        let payments = (0..).zip(&people).map(|(number, (name, cents))| payment(number, name, *cents));
        let xml = written(&file(payments.collect()));
        let total: i64 = people.iter().map(|(_, cents)| cents).sum();
        let sum = format!("<CtrlSum>{}</CtrlSum>", Cents(total).plain());
        prop_assert_eq!(xml.matches(&sum).count(), 2);
        assert_valid(&xml);
    }
}
