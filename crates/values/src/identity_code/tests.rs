use super::*;
use jiff::civil::date;
use proptest::prelude::*;

/// The population authority's published test codes, all valid and all artificial.
const TEST_CODES: &[&str] = &[
    "010594Y9032",
    "010594Y9021",
    "020594X903P",
    "020594X902N",
    "030594W903B",
    "030694W9024",
    "040594V9030",
    "040594V902Y",
    "050594U903M",
    "050594U902L",
    "010516B903X",
    "010516B902W",
    "020516C903K",
    "020516C902J",
    "030516D9037",
    "030516D9026",
    "010501E9032",
    "020502E902X",
    "020503F9037",
    "020504A902E",
    "020504B904H",
];

#[test]
fn the_authoritys_test_codes_pass_and_are_flagged_artificial_a1() {
    for text in TEST_CODES {
        let code = IdentityCode::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert!(code.is_artificial());
        assert_eq!(code.as_str(), *text);
    }
}

#[test]
fn a_code_of_the_real_series_passes_and_is_not_artificial() {
    let code = IdentityCode::parse("131052-308T").expect("valid");
    assert!(!code.is_artificial());
    assert_eq!(code.birth_date(), date(1952, 10, 13));
}

#[test]
fn a_coach_who_mistypes_a_code_learns_what_is_wrong() {
    let error = |text| IdentityCode::parse(text).expect_err("invalid").key();
    assert_eq!(error("131052-308U"), "identity-code-check-character");
    assert_eq!(error("310252-308Y"), "identity-code-date");
    assert_eq!(error("290201-900A"), "identity-code-date");
    assert_eq!(error("131052G308T"), "identity-code-century-sign");
    assert_eq!(error("131052-001K"), "identity-code-individual-number");
    assert_eq!(error("131052-308"), "identity-code-shape");
    assert_eq!(error("131052-308T1"), "identity-code-shape");
    assert_eq!(error("13.10.52-308T"), "identity-code-shape");
    assert_eq!(error(""), "identity-code-shape");
    assert_eq!(error("ääääääääää"), "identity-code-shape");
}

#[test]
fn lower_case_and_stray_spaces_are_forgiven() {
    let typed = IdentityCode::parse(" 010594 y9032\t").expect("valid");
    assert_eq!(typed.as_str(), "010594Y9032");
}

#[test]
fn codes_that_differ_only_in_the_century_sign_are_two_people() {
    let dash = IdentityCode::artificial(date(1994, 5, 1), 903, 0).expect("valid");
    let letter = IdentityCode::parse("010594Y9032").expect("valid");
    assert_eq!(dash.as_str(), "010594-9032");
    assert_ne!(dash, letter);
}

#[test]
fn a_code_never_shows_itself_in_a_log_or_an_error() {
    let code = IdentityCode::parse("010594Y9032").expect("valid");
    assert_eq!(format!("{code:?}"), "IdentityCode(hidden)");
    let refused = serde_json::from_str::<IdentityCode>("\"010594Y9033\"").expect_err("invalid");
    assert!(!refused.to_string().contains("0594"), "{refused}");
}

#[test]
fn a_code_travels_as_a_string() {
    let code: IdentityCode = serde_json::from_str("\"010594y9032\"").expect("valid");
    assert_eq!(serde_json::to_string(&code).expect("a string"), "\"010594Y9032\"");
}

#[test]
fn demo_data_cannot_be_made_in_the_real_series() {
    for serial in [0, 2, 899, 1000] {
        let refused = IdentityCode::artificial(date(1990, 1, 1), serial, 0);
        assert_eq!(refused, Err(IdentityCodeError::NotArtificial));
    }
    assert!(IdentityCode::artificial(date(2100, 1, 1), 900, 0).is_err());
}

prop_compose! {
    fn any_artificial()(
        days in 0i64..=(300 * 365), serial in 900u16..=999, choice in 0usize..12,
    ) -> (Date, IdentityCode) {
        let birth_date = date(1800, 1, 1) + jiff::Span::new().days(days);
        (birth_date, IdentityCode::artificial(birth_date, serial, choice).expect("in the series"))
    }
}

proptest! {
    #[test]
    fn every_made_code_reads_back_with_its_birth_date((birth_date, code) in any_artificial()) {
        let read = IdentityCode::parse(code.as_str()).expect("valid");
        prop_assert_eq!(read.birth_date(), birth_date);
        prop_assert!(read.is_artificial());
    }

    #[test]
    fn one_mistyped_digit_is_always_noticed(
        (_, code) in any_artificial(), place in 0usize..10, digit in b'0'..=b'9',
    ) {
        let mut letters = code.as_str().as_bytes().to_vec();
        prop_assume!(place != 6 && letters[place] != digit);
        letters[place] = digit;
        let mistyped = String::from_utf8(letters).expect("digits");
        prop_assert!(IdentityCode::parse(&mistyped).is_err());
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,14}") {
        let _ = IdentityCode::parse(&text);
    }
}
