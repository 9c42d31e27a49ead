//! A field that a profile lacks exists nowhere in that register (A2).

use std::collections::{BTreeMap, BTreeSet};

use polku_profile::{Field, FieldRefusal, Profile, Section, SubjectKind};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::draft::Draft;

/// A profile that has exactly the given fields beside the names, which every draft has.
fn profile_with(fields: &BTreeSet<Field>) -> Profile {
    let mut draft = Draft::sound()
        .change("article = \"6.1 a\"", "article = \"6.1 a\"\nspecial = \"9.2 a\"")
        .change("required = [\"last_name\"]", "required = []");
    let people = [
        (SubjectKind::EmployerContact, "employer_contact"),
        (SubjectKind::Participant, "participant"),
        (SubjectKind::Photographed, "photographed"),
    ];
    for (kind, key) in people {
        if fields.iter().any(|field| field.subject() == kind) {
            draft = draft.with(&format!(
                "\n[[people]]\nkind = \"{key}\"\ntext = {{ fi = \"Muut\", sv = \"Andra\", en = \"Others\" }}\n"
            ));
        }
    }
    for &section in Section::ALL
        .iter()
        .filter(|section| **section != Section::Identity)
    {
        let keys: Vec<String> = fields
            .iter()
            .filter(|field| field.section() == section)
            .map(|field| format!("\"{field}\""))
            .collect();
        if !keys.is_empty() {
            draft = draft.with(&format!(
                "\n[fields.{section}]\nshow = [{}]\npurposes = [\"coaching\"]\nretention = \"client\"\n",
                keys.join(", ")
            ));
        }
    }
    draft.read()
}

/// Any set of fields outside the section of identity.
fn any_fields() -> impl Strategy<Value = BTreeSet<Field>> {
    let others: Vec<Field> = Field::ALL
        .iter()
        .copied()
        .filter(|field| field.section() != Section::Identity)
        .collect();
    let all = others.len();
    subsequence(others, 0..=all).prop_map(|fields| fields.into_iter().collect())
}

/// Names as they come from forms, files and the API: known fields, near misses, and anything at all.
fn any_name() -> impl Strategy<Value = String> {
    let keys: Vec<String> = Field::ALL.iter().map(|field| field.key().to_owned()).collect();
    let near = select(keys.clone()).prop_map(|key| key.to_uppercase());
    prop_oneof![6 => select(keys), 1 => near, 1 => ".{0,12}"]
}

proptest! {
    #[test]
    fn keep_known_never_lets_an_unknown_field_through(
        fields in any_fields(),
        names in proptest::collection::vec(any_name(), 0..8),
        subject in select(SubjectKind::ALL.to_vec()),
    ) {
        let profile = profile_with(&fields);
        let known = |name: &String| {
            Field::from_key(name).is_some_and(|field| profile.has(field) && field.subject() == subject)
        };
        let distinct: BTreeSet<&String> = names.iter().collect();
        let acceptable = names.iter().all(known) && distinct.len() == names.len();
        match profile.fields.keep_known(subject, names.iter().map(|name| (name.clone(), ()))) {
            Ok(kept) => {
                prop_assert!(acceptable);
                prop_assert_eq!(kept.len(), names.len());
                prop_assert!(kept.keys().all(|&field| profile.has(field) && field.subject() == subject));
            }
            Err(refused) => {
                prop_assert!(!acceptable);
                prop_assert!(!refused.0.is_empty());
            }
        }
    }

    #[test]
    fn nothing_that_the_register_lacks_goes_out(fields in any_fields(), stored in any_fields()) {
        let profile = profile_with(&fields);
        let values: BTreeMap<Field, u8> = stored.iter().map(|&field| (field, 1)).collect();
        let out: BTreeSet<Field> = profile.fields.only_known(values).into_keys().collect();
        prop_assert_eq!(out, fields.intersection(&stored).copied().collect());
    }

    #[test]
    fn a_profile_has_exactly_the_fields_that_it_names(fields in any_fields()) {
        let profile = profile_with(&fields);
        for &field in Field::ALL.iter().filter(|field| field.section() != Section::Identity) {
            prop_assert_eq!(profile.has(field), fields.contains(&field));
            prop_assert_eq!(profile.retention_of(field).is_some(), fields.contains(&field));
        }
    }
}

#[test]
fn a_field_of_another_register_is_refused_as_one_that_never_existed() {
    let ii = Profile::shipped("ii").expect("ii");
    let asked = |name: &str| ii.fields.keep_known(SubjectKind::Client, [(name.to_owned(), "")]);
    let elsewhere = asked("bank_account").expect_err("ii has no accounts");
    let nowhere = asked("shoe_size").expect_err("nobody has shoe sizes");
    assert_eq!(
        elsewhere.0,
        [FieldRefusal::NoSuchField("bank_account".to_owned())]
    );
    assert_eq!(
        elsewhere.to_string(),
        nowhere.to_string().replace("shoe_size", "bank_account")
    );
}

#[test]
fn one_stray_field_refuses_the_whole_row_and_tells_every_stray_one() {
    let kokkotyo = Profile::shipped("kokkotyo").expect("kokkotyo");
    let row = ["last_name", "trade_union", "health_history"].map(|name| (name.to_owned(), ""));
    let refused = kokkotyo
        .fields
        .keep_known(SubjectKind::Client, row)
        .expect_err("two stray fields");
    assert_eq!(
        refused.to_string(),
        "this register has no field `trade_union`; this register has no field `health_history`"
    );
}

#[test]
fn a_column_that_comes_twice_is_refused() {
    let walmu = Profile::shipped("walmu").expect("walmu");
    let row = ["email", "email"].map(|name| (name.to_owned(), ""));
    let refused = walmu
        .fields
        .keep_known(SubjectKind::Client, row)
        .expect_err("twice");
    assert_eq!(refused.0, [FieldRefusal::Twice(Field::Email)]);
}

#[test]
fn an_employers_field_is_no_field_of_a_client() {
    let kuopio = Profile::shipped("kuopio").expect("kuopio");
    let row = [("organisation".to_owned(), "")];
    assert!(
        kuopio
            .fields
            .keep_known(SubjectKind::Client, row.clone())
            .is_err()
    );
    assert!(
        kuopio
            .fields
            .keep_known(SubjectKind::EmployerContact, row)
            .is_ok()
    );
}

#[test]
fn required_fields_that_are_not_given_are_named_in_the_order_of_the_page() {
    let walmu = Profile::shipped("walmu").expect("walmu");
    let given = BTreeMap::from([(Field::FirstNames, ""), (Field::RelationshipBegan, "")]);
    let missing: Vec<Field> = walmu.fields.missing(SubjectKind::Client, &given).collect();
    assert_eq!(
        missing,
        [
            Field::LastName,
            Field::RelationshipBasis,
            Field::ResponsibleWorkers
        ]
    );
}
