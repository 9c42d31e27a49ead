use super::*;
use crate::service::{Measure, Placement, ReferringBody};
use std::collections::HashMap;

/// Fails if two entries of one list answer to the same word: one of them could never be reached.
fn no_word_means_two_things(list: &str, entries: impl Iterator<Item = (&'static str, Vec<&'static str>)>) {
    let mut meanings: HashMap<String, &'static str> = HashMap::new();
    for (code, words) in entries {
        for word in words {
            if let Some(other) = meanings.insert(fold(word), code) {
                assert_eq!(other, code, "{list}: {word} means both");
            }
        }
    }
}

macro_rules! check_list {
    ($($type:ident),+ $(,)?) => { $({
        for choice in $type::ALL.iter().copied() {
            assert_eq!($type::from_code(choice.code()), Some(choice));
            assert_eq!($type::recognise(&choice.code().to_uppercase()), Ok(choice));
            for label in choice.labels().all() {
                assert_eq!($type::recognise(&format!(" {label}. ")), Ok(choice), "{label}");
            }
            let json = serde_json::to_string(&choice).expect("a string");
            assert_eq!(json, format!("\"{}\"", choice.code()));
            assert_eq!(serde_json::from_str::<$type>(&json).expect("known"), choice);
        }
        assert_eq!($type::recognise("  "), Err(CodeListError::Empty));
        assert_eq!($type::recognise("jokin ihan muu"), Err(CodeListError::Unknown));
    })+ };
}

#[test]
fn every_choice_is_known_by_its_code_and_its_names_in_three_languages() {
    check_list!(
        Sex,
        EducationLevel,
        EmploymentSituation,
        Measure,
        Placement,
        ReferringBody
    );
}

#[test]
fn every_language_and_country_is_known_by_its_code_and_its_names() {
    for language in Language::all() {
        assert_eq!(Language::from_code(language.code()), Some(language));
        for label in language.labels().all() {
            assert_eq!(Language::recognise(label), Ok(language), "{label}");
        }
    }
    for country in Country::all() {
        assert_eq!(Country::recognise(&country.code().to_lowercase()), Ok(country));
        for label in country.labels().all() {
            assert_eq!(Country::recognise(label), Ok(country), "{label}");
        }
    }
}

#[test]
fn no_word_of_a_list_means_two_things() {
    no_word_means_two_things(
        "languages",
        Language::all().map(|l| (l.code(), l.all_words().collect())),
    );
    no_word_means_two_things(
        "countries",
        Country::all().map(|c| (c.code(), c.all_words().collect())),
    );
    no_word_means_two_things(
        "municipalities",
        Municipality::all().map(|m| (m.code(), m.all_words().collect())),
    );
    macro_rules! lists {
        ($($type:ident),+) => { $(
            no_word_means_two_things(
                stringify!($type),
                $type::ALL.iter().map(|choice| (choice.code(), choice.all_words().collect())),
            );
        )+ };
    }
    lists!(
        Sex,
        EducationLevel,
        EmploymentSituation,
        Measure,
        Placement,
        ReferringBody
    );
}

#[test]
fn the_languages_of_an_old_register_are_understood_a3() {
    for (text, code) in [
        ("suomi", "fi"),
        ("fi", "fi"),
        ("RUS", "ru"),
        ("ukraina", "uk"),
        ("arabia", "ar"),
        ("ruotsi", "sv"),
    ] {
        assert_eq!(Language::recognise(text).expect("known").code(), code);
    }
}

#[test]
fn the_education_levels_of_an_old_register_are_understood_a3() {
    for (text, level) in [
        ("Peruskoulu", EducationLevel::LowerSecondary),
        ("2. aste", EducationLevel::UpperSecondary),
        ("lukio", EducationLevel::UpperSecondaryGeneral),
        ("AMK", EducationLevel::Bachelor),
        ("ei tietoa", EducationLevel::NoInformation),
    ] {
        assert_eq!(EducationLevel::recognise(text), Ok(level), "{text}");
    }
}

#[test]
fn no_information_is_an_answer_and_an_empty_cell_is_none() {
    assert_eq!(
        Language::recognise("Ei tietoa").expect("an answer").code(),
        NO_INFORMATION
    );
    assert_eq!(
        Municipality::recognise("ei tietoa").expect("an answer").code(),
        NO_INFORMATION
    );
    assert_eq!(Country::recognise(""), Err(CodeListError::Empty));
    assert_eq!(Sex::recognise("ei halua kertoa"), Ok(Sex::NoInformation));
}

#[test]
fn the_api_lists_the_codes_of_a_list() {
    let schema = schemars::schema_for!(Sex);
    let text = serde_json::to_string(&schema).expect("a schema");
    assert!(
        text.contains("\"female\"") && text.contains("\"no-information\""),
        "{text}"
    );
    let table = serde_json::to_string(&schemars::schema_for!(Country)).expect("a schema");
    assert!(table.contains("\"FI\""), "{table}");
}
