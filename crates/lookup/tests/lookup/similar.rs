//! The duplicate warning at intake (requirement A9).

use crate::people::{REGISTER, id, index, people};
use jiff::civil::{Date, date};
use polku_lookup::{Index, Likeness, Newcomer, Person};

fn registered(names: &[(&str, &str)], birth_date: Option<Date>) -> Index {
    index(people(names.iter().copied()).into_iter().map(|mut person| {
        person.birth_date = birth_date;
        person
    }))
}

fn warning(index: &Index, last_name: &str, first_names: &str, birth_date: Option<Date>) -> Vec<Likeness> {
    let newcomer = Newcomer {
        last_name,
        first_names,
        birth_date,
        codes: &[],
    };
    index
        .similar(REGISTER, &newcomer)
        .into_iter()
        .map(|(_, likeness)| likeness)
        .collect()
}

#[test]
fn the_same_name_and_birth_date_warn_however_the_name_is_written() {
    let born = Some(date(1994, 5, 1));
    let index = registered(&[("Väisänen", "Anna-Liisa Maria"), ("Muu", "Nimi")], born);
    for (last, first) in [
        ("Väisänen", "Anna-Liisa"),
        ("VAISANEN", "Annaliisa"),
        ("Anna Liisa", "Väisänen"),
        ("Väisänen", "Anna-Liisa Maria Helena"),
        ("Väisänen-Muu", "Anna Liisa Maria"),
    ] {
        assert_eq!(
            warning(&index, last, first, born),
            [Likeness::SameNameAndBirthDate],
            "{last} {first}"
        );
    }
}

#[test]
fn spelling_variants_with_the_same_birth_date_warn() {
    let born = Some(date(1994, 5, 1));
    let index = registered(&[("Virtanen", "Kristiina")], born);
    assert_eq!(
        warning(&index, "Wirtanen", "Christiina", born),
        [Likeness::AlikeNameAndBirthDate]
    );
    assert_eq!(warning(&index, "Virtanen", "Matti", born), []);
}

#[test]
fn people_of_different_birth_dates_are_told_apart() {
    let index = registered(&[("Virtanen", "Anna")], Some(date(1994, 5, 1)));
    assert_eq!(warning(&index, "Virtanen", "Anna", Some(date(1994, 5, 2))), []);
    assert_eq!(warning(&index, "Virtanen", "Anna", None), [Likeness::SameName]);
    assert_eq!(warning(&index, "Virtanen", "Annia", None), [Likeness::AlikeName]);
}

#[test]
fn a_first_name_alone_warns_of_nobody() {
    let index = registered(&[("Virtanen", "Anna")], None);
    assert_eq!(warning(&index, "", "Anna", None), []);
    assert_eq!(warning(&index, "", "", None), []);
}

#[test]
fn an_earlier_identity_code_warns_whatever_the_name() {
    let mut person = Person::named(REGISTER, id(0), "Malli", "Ilona");
    person.codes = vec!["010594Y9032".into(), "020594X903P".into()];
    person.birth_date = Some(date(1994, 5, 1));
    let index = index([person]);
    let codes = ["020594x903p".to_owned()];
    let newcomer = Newcomer {
        last_name: "Toinen",
        first_names: "Nimi",
        birth_date: Some(date(1990, 1, 1)),
        codes: &codes,
    };
    assert_eq!(index.similar(REGISTER, &newcomer), [(id(0), Likeness::SameCode)]);
}
