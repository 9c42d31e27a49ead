use std::collections::HashSet;

use jiff::civil::{Date, date};
use polku_profile::{Field, Profile};
use polku_values::IdentityCode;

use super::{
    basics::code,
    cast::{Worker, groups, place},
    life::Life,
};
use crate::{
    clients::{Against, Basics, FieldValues, Stage, check},
    periods::{Plan, law_objections},
};

const TODAY: Date = date(2026, 11, 23);

fn lives(number: u32) -> impl Iterator<Item = Life> {
    let profile = Profile::shipped("walmu").expect("a shipped profile");
    (0..number).map(move |number| Life::of(number, 1, &profile, TODAY))
}

#[test]
fn the_same_seed_makes_the_same_life_and_another_makes_another() {
    let profile = Profile::shipped("walmu").expect("a shipped profile");
    let life = |seed| Life::of(12, seed, &profile, TODAY);
    assert!(life(1) == life(1));
    assert!(life(1) != life(2));
}

#[test]
fn every_code_is_artificial_and_somebodys_own() {
    let codes: HashSet<String> = (0..100_000)
        .map(|number| code(number, TODAY).as_str().to_owned())
        .collect();
    assert_eq!(codes.len(), 100_000);
    assert!(
        codes
            .iter()
            .all(|code| IdentityCode::parse(code).is_ok_and(|code| code.is_artificial()))
    );
}

#[test]
fn what_is_made_up_could_be_typed_at_intake_in_every_register() {
    for name in Profile::shipped_names() {
        let profile = Profile::shipped(name).expect("a shipped profile");
        let stored = Basics {
            special: Some(FieldValues::default()),
            ..Basics::default()
        };
        for number in 0..200 {
            let life = Life::of(number, 1, &profile, TODAY);
            let against = Against {
                profile: &profile,
                stored: &stored,
                stage: Stage::Intake,
                addresses: polku_desk::access::AddressPrivilege::Reveals,
                today: TODAY,
            };
            let wrong = check(&life.known, against).err();
            assert!(wrong.is_none(), "{name} {number}: {wrong:?}");
            let unknown = life
                .known
                .fields
                .keys()
                .find(|key| Field::from_key(key).is_none_or(|field| !profile.has(field)));
            assert_eq!(unknown, None, "A2: {name} has no such field");
        }
    }
}

#[test]
fn every_period_is_within_the_law_b2() {
    for life in lives(400) {
        let period = life.service.period;
        let plan = Plan {
            measure: period.measure,
            workgroup: None,
            place: String::new(),
            starts_on: period.starts_on,
            ends_on: Some(period.ends_on),
            week: period.week,
        };
        let objections = law_objections(&plan, &[]);
        assert!(objections.is_empty(), "{plan:?}: {objections:?}");
    }
}

#[test]
fn the_first_coach_has_thirty_four_clients_nine_of_them_in_the_wood_workshop() {
    let places: Vec<_> = (0..60).map(place).collect();
    let of_first = places
        .iter()
        .filter(|place| place.worker == Worker::First)
        .count();
    let in_wood = places.iter().filter(|place| place.group == Some(0)).count();
    assert_eq!(
        (of_first, in_wood, groups(60)[0].name.as_str()),
        (34, 9, "Puupaja")
    );
}

#[test]
fn every_place_is_in_a_group_that_is_made() {
    let made = groups(1_000).len();
    assert!((0..1_000).all(|number| place(number).group.is_none_or(|group| group < made)));
}

#[test]
fn a_life_has_ten_notes_on_average_and_few_read_alike() {
    let notes: Vec<String> = lives(300)
        .flat_map(|life| life.notes)
        .map(|note| note.text)
        .collect();
    assert!((2_800..3_200).contains(&notes.len()), "{}", notes.len());
    let different: HashSet<&String> = notes.iter().collect();
    assert!(different.len() > 700, "{}", different.len());
}

#[test]
fn days_are_marked_until_yesterday_and_notes_are_of_days_that_have_been() {
    for life in lives(100) {
        assert!(life.days.iter().all(|marked| marked.day < TODAY));
        assert!(life.notes.iter().all(|note| note.day <= TODAY));
    }
}
