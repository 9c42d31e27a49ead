use super::*;
use jiff::civil::date;
use polku_pages::Locale;
use proptest::prelude::*;

const TODAY: Date = date(2026, 3, 2);

fn kept(field: Field, typed: &str) -> String {
    read(field, typed, TODAY)
        .unwrap_or_else(|key| panic!("{field}: {key}"))
        .unwrap_or_default()
}

#[test]
fn a_value_is_kept_in_one_form_however_it_is_typed_a1_a2_a3() {
    assert_eq!(kept(Field::IdentityCode, " 010594y9032 "), "010594Y9032");
    assert_eq!(kept(Field::BirthDate, "1.5.94"), "1994-05-01");
    assert_eq!(kept(Field::UnemploymentBegan, "eilen"), "2026-03-01");
    assert_eq!(
        kept(Field::BankAccount, "fi21 1234 5600 0007 85"),
        "FI2112345600000785"
    );
    assert_eq!(kept(Field::HomeMunicipality, "Karleby"), "272");
    assert_eq!(kept(Field::MotherTongue, "venäjä"), "ru");
    assert_eq!(kept(Field::EducationLevel, "amis"), "35");
    assert_eq!(kept(Field::ProtectedAddress, "kyllä"), "yes");
    assert_eq!(kept(Field::TimeOutsideWork, "014"), "14");
    assert_eq!(read(Field::Occupation, "   ", TODAY), Ok(None));
}

#[test]
fn a_mistyped_value_is_refused_with_a_text_that_says_what_to_mend() {
    let refusals = [
        (
            Field::IdentityCode,
            "010594Y9033",
            "identity-code-check-character",
        ),
        (Field::IdentityCode, "010594", "identity-code-shape"),
        (Field::BirthDate, "31.2.1990", "date-no-such-day"),
        (Field::BirthDate, "3.3.2026", "client-born-ahead"),
        (Field::PostalCode, "7010", "postal-code-shape"),
        (Field::Email, "ilona", "email-shape"),
        (Field::BankAccount, "FI21 1234 5600 0007 86", "iban-check-digits"),
        (Field::HomeMunicipality, "Atlantis", "code-list-unknown"),
        (Field::UnemploymentLength, "kauan", "client-number"),
        (Field::UnemploymentLength, "9999", "client-number-large"),
    ];
    for (field, typed, key) in refusals {
        assert_eq!(read(field, typed, TODAY), Err(key), "{field}");
        for locale in Locale::ALL {
            assert!(Texts::new(locale).has(key), "{key} in {}", locale.code());
        }
    }
    let long = "a".repeat(LONGEST_LINE + 1);
    assert_eq!(read(Field::Occupation, &long, TODAY), Err("client-text-long"));
}

#[test]
fn an_artificial_code_is_taken_in_since_some_people_have_no_other_a1() {
    assert_eq!(kept(Field::IdentityCode, "010516B903X"), "010516B903X");
}

#[test]
fn a_value_is_shown_in_words() {
    let texts = Texts::new(Locale::Fi);
    assert_eq!(shown(Field::HomeMunicipality, "297", texts), "Kuopio");
    assert_eq!(shown(Field::BirthDate, "1994-05-01", texts), "1.5.1994");
    assert_eq!(
        shown(Field::BankAccount, "FI2112345600000785", texts),
        "FI21 1234 5600 0007 85"
    );
    assert_eq!(shown(Field::Sex, "a-code-of-old", texts), "a-code-of-old");
}

proptest! {
    #[test]
    fn what_a_form_shows_again_reads_to_the_same_value(months in 0_u32..=720, days in 0_i32..20_000) {
        let texts = Texts::new(Locale::Fi);
        let day = TODAY.checked_sub(jiff::Span::new().days(days)).expect("a day").to_string();
        for (field, value) in [(Field::UnemploymentLength, months.to_string()), (Field::BirthDate, day.clone()), (Field::UnemploymentBegan, day)] {
            let typed = typed(field, &value, texts);
            prop_assert_eq!(read(field, &typed, TODAY), Ok(Some(value)));
        }
    }

    #[test]
    fn nothing_that_can_be_typed_makes_the_reader_panic(text in "\\PC{0,40}") {
        for field in Field::ALL {
            let _ = read(*field, &text, TODAY);
        }
    }
}
