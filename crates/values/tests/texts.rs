//! Whoever is refused a value is told what to mend, in their own language (H1).

use polku_values::attendance::{Mark, MarkError};
use polku_values::business_id::BusinessIdError;
use polku_values::code_lists::CodeListError;
use polku_values::dates::{ClockTimeError, DateError, DateRangeError, HoursError, Minutes, WeekdaysError};
use polku_values::email::EmailError;
use polku_values::iban::AccountNumberError;
use polku_values::identity_code::IdentityCodeError;
use polku_values::money::MoneyError;
use polku_values::phone::PhoneError;
use polku_values::postal_code::PostalCodeError;
use std::collections::BTreeSet;

const FINNISH: &str = include_str!("../../../locales/fi/values.ftl");
const SWEDISH: &str = include_str!("../../../locales/sv/values.ftl");
const ENGLISH: &str = include_str!("../../../locales/en/values.ftl");

/// The texts of the law's findings, whose keys the rules of `law` spell out.
const LAW_KEYS: [&str; 9] = [
    "law-period-without-end",
    "law-period-too-short",
    "law-period-too-long",
    "law-week-too-few-days",
    "law-week-too-many-days",
    "law-day-too-short",
    "law-day-too-long",
    "law-week-too-long",
    "law-not-young",
];

fn keys_of_the_code() -> BTreeSet<&'static str> {
    let marks = [
        Mark::Expected,
        Mark::Present {
            minutes: Minutes::ZERO,
        },
        Mark::Sick,
        Mark::Absent,
        Mark::Permitted,
        Mark::NotADay,
    ];
    let errors = [
        IdentityCodeError::Shape.key(),
        IdentityCodeError::CenturySign.key(),
        IdentityCodeError::Date.key(),
        IdentityCodeError::IndividualNumber.key(),
        IdentityCodeError::CheckCharacter.key(),
        IdentityCodeError::NotArtificial.key(),
        BusinessIdError::Shape.key(),
        BusinessIdError::CheckDigit.key(),
        AccountNumberError::Shape.key(),
        AccountNumberError::Country.key(),
        AccountNumberError::CountryForm.key(),
        AccountNumberError::CheckDigits.key(),
        PhoneError::Shape.key(),
        PhoneError::NoSuchNumber.key(),
        EmailError::Shape.key(),
        EmailError::Domain.key(),
        EmailError::TooLong.key(),
        PostalCodeError::Shape.key(),
        MoneyError::Shape.key(),
        MoneyError::TooLarge.key(),
        DateError::Shape.key(),
        DateError::NoSuchDay.key(),
        DateError::Year.key(),
        DateRangeError::EndBeforeStart.key(),
        ClockTimeError::Shape.key(),
        ClockTimeError::NoSuchTime.key(),
        HoursError::Shape.key(),
        HoursError::TooLong.key(),
        WeekdaysError::Unknown.key(),
        CodeListError::Empty.key(),
        CodeListError::Unknown.key(),
        MarkError::Empty.key(),
        MarkError::Unclear.key(),
        MarkError::TooLong.key(),
    ];
    errors
        .into_iter()
        .chain(marks.map(Mark::key))
        .chain(LAW_KEYS)
        .collect()
}

fn keys_of_the_texts(texts: &str) -> BTreeSet<&str> {
    let begins_a_text = |line: &&str| line.starts_with(|first: char| first.is_ascii_lowercase());
    texts
        .lines()
        .filter(begins_a_text)
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .collect()
}

#[test]
fn every_refusal_has_its_text_in_three_languages_h1() {
    for (language, texts) in [("fi", FINNISH), ("sv", SWEDISH), ("en", ENGLISH)] {
        assert_eq!(keys_of_the_texts(texts), keys_of_the_code(), "{language}");
    }
}
