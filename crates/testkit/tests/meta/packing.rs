//! D2, F3: whatever a room hands in for the person's own copy or for the archive is named by the rules that let it be read.
//! A kind of data that the rule lacks would be missing in every package, and nobody would notice.

use polku_casework::packing::{archived, copied};
use polku_desk::access::{
    Resource,
    rules::{ARCHIVED, OWN_COPY},
};

fn missing(handed_in: &[(String, Resource)], rule: &[Resource]) -> Vec<String> {
    let is_missing = |(_, resource): &&(String, Resource)| !rule.contains(resource);
    let told = |(from, resource): &(String, Resource)| format!("{from}: {resource}");
    handed_in.iter().filter(is_missing).map(told).collect()
}

#[test]
fn whatever_is_handed_in_for_the_own_copy_is_in_it_d2() {
    let handed_in = copied();
    assert!(handed_in.len() > 15, "the rooms have not joined: {handed_in:?}");
    assert_eq!(missing(&handed_in, OWN_COPY), Vec::<String>::new());
    for resource in [Resource::Induction, Resource::Paper] {
        assert!(
            handed_in.iter().any(|(_, known)| *known == resource),
            "{resource}"
        );
    }
}

#[test]
fn whatever_is_handed_in_for_the_archive_is_in_its_packages_f3() {
    assert_eq!(missing(&archived(), ARCHIVED), Vec::<String>::new());
}

/// The test above is worth something only if a rule that lacks a kind is told.
#[test]
fn a_rule_that_lacks_a_kind_is_told() {
    let without: Vec<Resource> = OWN_COPY
        .iter()
        .copied()
        .filter(|resource| *resource != Resource::Paper)
        .collect();
    assert_eq!(missing(&copied(), &without), ["paper: paper"]);
}
