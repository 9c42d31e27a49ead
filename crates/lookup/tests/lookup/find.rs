//! Finding people as a worker types (requirements A8 and A9, the "Find").

use std::collections::HashSet;

use crate::people::{REGISTER, id, index, people, shown};
use polku_lookup::{Hit, Index, Person, Quality, Sight};

fn found(index: &Index, query: &str) -> Vec<String> {
    shown(
        index,
        index
            .find(REGISTER, query, 20, Sight::Everyone)
            .into_iter()
            .map(|hit| hit.id),
    )
}

fn qualities(index: &Index, query: &str) -> Vec<Quality> {
    index
        .find(REGISTER, query, 20, Sight::Everyone)
        .into_iter()
        .map(|hit| hit.quality)
        .collect()
}

fn workshop() -> Index {
    index(people([
        ("Malli", "Ilona Maria"),
        ("Mallinen", "Aatos"),
        ("Mäkinen", "Åke"),
        ("Makinen", "Mari"),
        ("Aalto", "Mari"),
        ("Virtanen", "Anna-Liisa"),
        ("Örn", "Annaliisa"),
        ("O’Brien", "Siobhán"),
        ("Салминен", "Дмитрий"),
    ]))
}

#[test]
fn a_coach_finds_a_client_by_any_part_of_the_name_in_any_order() {
    let index = workshop();
    for query in [
        "ilona malli",
        "malli ilona",
        "mal ilo",
        "MALLI, Ilona",
        "  lli   lon ",
        "maria mal",
    ] {
        assert_eq!(found(&index, query)[0], "Malli Ilona Maria", "{query}");
    }
}

#[test]
fn beginnings_of_words_come_before_other_parts_and_parts_before_likeness() {
    let index = index(people([
        ("Salminen", "Outo"),
        ("Almila", "Outo"),
        ("Elmi", "Outo"),
        ("Almi", "Outo"),
    ]));
    assert_eq!(
        found(&index, "almi"),
        ["Almi Outo", "Almila Outo", "Salminen Outo", "Elmi Outo"]
    );
    assert_eq!(
        qualities(&index, "almi"),
        [Quality::Prefix, Quality::Prefix, Quality::Part, Quality::Spelling]
    );
}

#[test]
fn a_coach_without_finnish_keys_finds_the_same_people() {
    let index = workshop();
    assert_eq!(found(&index, "ake makinen"), ["Mäkinen Åke"]);
    assert_eq!(found(&index, "orn"), ["Örn Annaliisa"]);
    assert_eq!(found(&index, "siobhan obrien"), ["O’Brien Siobhán"]);
    assert_eq!(found(&index, "салм"), ["Салминен Дмитрий"]);
}

#[test]
fn diacritics_as_written_come_first() {
    let index = workshop();
    assert_eq!(found(&index, "mäkin"), ["Mäkinen Åke", "Makinen Mari"]);
    assert_eq!(found(&index, "makin"), ["Makinen Mari", "Mäkinen Åke"]);
}

#[test]
fn hyphens_spaces_and_nothing_between_names_are_alike() {
    let index = workshop();
    for query in ["anna-liisa", "anna liisa", "Annaliisa", "liisa-anna"] {
        assert_eq!(found(&index, query).len(), 2, "{query}");
    }
    assert_eq!(found(&index, "anna-liisa örn"), ["Örn Annaliisa"]);
    assert_eq!(found(&index, "annaliisa virt"), ["Virtanen Anna-Liisa"]);
    assert_eq!(found(&index, "o'brien"), found(&index, "O’Brien"));
}

#[test]
fn each_typed_word_wants_a_word_of_its_own() {
    let index = workshop();
    assert_eq!(
        found(&index, "mari m")[..2],
        ["Makinen Mari", "Malli Ilona Maria"]
    );
    assert_eq!(found(&index, "mari m")[2..], ["Aalto Mari"]);
}

#[test]
fn a_misspelt_name_is_found_even_before_it_is_finished() {
    let index = workshop();
    for query in [
        "wirtanen",
        "vitranen",
        "virtnaen anna",
        "virttanen",
        "vitra",
        "vartane liis",
    ] {
        assert_eq!(found(&index, query), ["Virtanen Anna-Liisa"], "{query}");
    }
}

#[test]
fn other_names_find_a_person_but_are_not_displayed() {
    let mut person = Person::named(REGISTER, id(0), "Malli", "Ilona");
    person.other_names = vec!["Entinen".into(), "Ilo".into()];
    assert_eq!(found(&index([person]), "entinen"), ["Malli Ilona"]);
}

fn ilona() -> Person {
    let mut ilona = Person::named(REGISTER, id(0), "Malli", "Ilona");
    ilona.codes = vec!["010594Y9032".into(), "010594-9032".into()];
    ilona.phones = vec!["+358401234567".into()];
    ilona.emails = vec!["Ilona.Malli@Esimerkki.fi".into()];
    ilona
}

#[test]
fn a_complete_identifier_finds_exactly_however_it_is_written() {
    let index = index([ilona()]);
    let written = [
        "010594Y9032",
        "010594y9032 ",
        "010594 Y903 2",
        "010594-9032",
        "0401234567",
        "+358 40 123 4567",
        "040-1234567",
        "ilona.malli@esimerkki.fi",
    ];
    for query in written {
        assert_eq!(qualities(&index, query), [Quality::Exact], "{query}");
    }
}

#[test]
fn a_part_of_an_identifier_finds_nobody() {
    let index = index([ilona()]);
    for whole in ["010594Y9032", "010594-9032", "0401234567", "00358401234567"] {
        for length in 1..whole.len() {
            assert_eq!(
                found(&index, &whole[..length]),
                Vec::<String>::new(),
                "{}",
                &whole[..length]
            );
        }
    }
    for part in [
        "ilona.malli@",
        "@esimerkki.fi",
        "malli@esimerkki.fi",
        "ilona.malli@esimerkki.f",
        "010594Y9033",
    ] {
        assert_eq!(found(&index, part), Vec::<String>::new(), "{part}");
    }
}

#[test]
fn a_family_that_shares_a_phone_is_found_in_alphabetical_order() {
    let mut family = people([("Örn", "Bo"), ("Aalto", "Mari"), ("Åberg", "Åsa")]);
    for person in &mut family {
        person.phones = vec!["040 1234567".into()];
    }
    assert_eq!(
        found(&index(family), "0401234567"),
        ["Aalto Mari", "Åberg Åsa", "Örn Bo"]
    );
}

#[test]
fn someone_hidden_is_not_found_by_name_nor_by_code() {
    let index = index([ilona()]);
    for query in ["malli", "010594Y9032", "0401234567", "mallo"] {
        assert_eq!(
            index.find(REGISTER, query, 20, Sight::Where(&|_| false)),
            [],
            "{query}"
        );
        assert_eq!(
            index.find(REGISTER, query, 20, Sight::Among(&HashSet::new())),
            [],
            "{query}"
        );
    }
}

#[test]
fn registers_know_nothing_of_each_other() {
    let mut index = index([ilona()]);
    index.upsert(&Person::named(2, id(0), "Malli", "Toinen"));
    assert_eq!(
        index.find(2, "malli", 20, Sight::Everyone),
        [Hit {
            id: id(0),
            quality: Quality::Prefix
        }]
    );
    assert_eq!(index.find(2, "010594Y9032", 20, Sight::Everyone), []);
    assert_eq!(index.find(3, "malli", 20, Sight::Everyone), []);
    assert!(index.remove(2, id(0)));
    assert_eq!(index.display(REGISTER, id(0)), Some(("Malli", "Ilona")));
}

#[test]
fn a_changed_name_and_phone_replace_the_old_ones() {
    let mut index = index([ilona()]);
    let mut married = ilona();
    married.last_name = "Aalto".into();
    married.phones = vec!["+358407654321".into()];
    index.upsert(&married);
    assert_eq!(index.len(), 1);
    assert_eq!(found(&index, "malli"), Vec::<String>::new());
    assert_eq!(found(&index, "0401234567"), Vec::<String>::new());
    assert_eq!(found(&index, "aalto"), ["Aalto Ilona"]);
    assert_eq!(found(&index, "0407654321"), ["Aalto Ilona"]);
}

#[test]
fn logs_get_no_names() {
    assert_eq!(format!("{:?}", index([ilona()])), "Index(1 people)");
    assert!(!format!("{:?}", ilona()).to_lowercase().contains("malli"));
}

#[test]
fn someone_of_many_names_is_found_by_each_and_forgotten_with_all() {
    let mut person = Person::named(
        REGISTER,
        id(0),
        "Malli-Esimerkki",
        "Ilona Maria Sofia Anna-Liisa Helena",
    );
    person.other_names = vec!["Entinen".into(), "Aikaisempi".into()];
    let names = [
        "esim",
        "malliesimerkki",
        "maria",
        "sofia",
        "annaliisa",
        "helena",
        "entinen",
        "aikaisempi",
    ];
    let mut index = index([person]);
    for name in names {
        assert_eq!(found(&index, name).len(), 1, "{name}");
    }
    assert!(index.remove(REGISTER, id(0)));
    for name in names {
        assert_eq!(found(&index, name).len(), 0, "{name}");
    }
    assert!(index.is_empty());
}

#[test]
fn people_who_are_hidden_from_an_asker_change_neither_what_is_found_nor_the_list() {
    let index = workshop();
    let hidden: HashSet<uuid::Uuid> = index
        .find(REGISTER, "mari aalto", 1, Sight::Everyone)
        .into_iter()
        .map(|hit| hit.id)
        .collect();
    let without = Sight::Except(&hidden);
    let found = index.find(REGISTER, "mari", 20, without);
    assert!(!found.is_empty() && found.iter().all(|hit| !hidden.contains(&hit.id)));
    let list = index.page(REGISTER, polku_lookup::Turn::First, 20, without).ids;
    assert_eq!(list.len(), index.len() - 1);
    assert!(list.iter().all(|id| !hidden.contains(id)));
}
