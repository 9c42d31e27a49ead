//! Entries, their bytes, pseudonyms and commitments.

use polku_ledger::{Actor, Entry, LeafError, Pseudonym, Subjects, details_commitment};
use proptest::prelude::*;

use crate::build::{any_entry, look_at_a_client};

proptest! {
    #[test]
    fn an_entry_is_read_back_as_it_was_written(entry in any_entry()) {
        prop_assert_eq!(Entry::from_canonical_bytes(&entry.canonical_bytes()), Ok(entry));
    }

    #[test]
    fn texts_that_read_the_same_when_joined_have_different_bytes(
        one in prop::array::uniform4("a{0,2}"), other in prop::array::uniform4("a{0,2}"),
    ) {
        let with = |[action, purpose, basis, outcome]: [String; 4]| {
            Entry { action, purpose, basis, outcome, ..look_at_a_client(0) }.canonical_bytes()
        };
        prop_assert_eq!(one == other, with(one) == with(other));
    }

    #[test]
    fn one_changed_byte_is_another_entry_or_none(
        entry in any_entry(), place in any::<prop::sample::Index>(), flip in 1_u8..,
    ) {
        let mut bytes = entry.canonical_bytes();
        let place = place.index(bytes.len());
        bytes[place] ^= flip;
        if let Ok(read) = Entry::from_canonical_bytes(&bytes) {
            prop_assert_ne!(&read, &entry);
            prop_assert_eq!(read.canonical_bytes(), bytes, "bytes have one reading");
        }
    }

    #[test]
    fn a_leaf_cut_short_is_refused(entry in any_entry(), cut in any::<prop::sample::Index>()) {
        let bytes = entry.canonical_bytes();
        let cut = &bytes[..cut.index(bytes.len())];
        prop_assert_eq!(Entry::from_canonical_bytes(cut), Err(LeafError::TooShort));
    }

    #[test]
    fn the_order_in_which_people_are_listed_leaves_no_trace(
        mut people in prop::collection::vec(any::<[u8; 16]>().prop_map(Pseudonym), 0..8),
    ) {
        let listed: Subjects = people.iter().copied().collect();
        people.reverse();
        people.extend(people.first().copied());
        prop_assert_eq!(&listed, &people.iter().copied().collect());
        prop_assert!(people.iter().all(|&person| listed.contains(person)));
    }
}

#[test]
fn the_bytes_are_those_that_the_documentation_describes() {
    let entry = Entry {
        sequence: 258,
        time: -1,
        actor: Actor::System("job".into()),
        subjects: [Pseudonym([9; 16]), Pseudonym([8; 16])].into_iter().collect(),
        action: "a".into(),
        purpose: String::new(),
        basis: "ä".into(),
        outcome: "ok".into(),
        details_commitment: [7; 32],
    };
    let described = [
        "01",
        "0000000000000102",
        "ffffffffffffffff",
        "00",
        "0000000000000003",
        "6a6f62",
        "0000000000000002",
        "08080808080808080808080808080808",
        "09090909090909090909090909090909",
        "0000000000000001",
        "61",
        "0000000000000000",
        "0000000000000002",
        "c3a4",
        "0000000000000002",
        "6f6b",
        "0707070707070707070707070707070707070707070707070707070707070707",
    ];
    assert_eq!(hex::encode(entry.canonical_bytes()), described.concat());
}

#[test]
fn bytes_after_the_end_are_refused() {
    let mut bytes = look_at_a_client(0).canonical_bytes();
    bytes.push(0);
    assert_eq!(Entry::from_canonical_bytes(&bytes), Err(LeafError::TooLong));
}

#[test]
fn a_later_version_is_not_misread() {
    let mut bytes = look_at_a_client(0).canonical_bytes();
    bytes[0] = 2;
    assert_eq!(
        Entry::from_canonical_bytes(&bytes),
        Err(LeafError::UnknownVersion(2))
    );
}

#[test]
fn subjects_out_of_order_or_repeated_are_refused() {
    let first_subject = 1 + 8 + 8 + 1 + 16 + 8;
    for (one, two) in [([2; 16], [1; 16]), ([1; 16], [1; 16])] {
        let mut entry = look_at_a_client(0);
        entry.subjects = [Pseudonym([1; 16]), Pseudonym([2; 16])].into_iter().collect();
        let mut bytes = entry.canonical_bytes();
        bytes[first_subject..first_subject + 32].copy_from_slice(&[one, two].concat());
        assert_eq!(
            Entry::from_canonical_bytes(&bytes),
            Err(LeafError::UnorderedSubjects)
        );
    }
}

#[test]
fn a_false_count_of_subjects_does_not_exhaust_memory() {
    let count = 1 + 8 + 8 + 1 + 16;
    let mut bytes = look_at_a_client(0).canonical_bytes();
    bytes[count..count + 8].copy_from_slice(&u64::MAX.to_be_bytes());
    assert_eq!(Entry::from_canonical_bytes(&bytes), Err(LeafError::TooShort));
}

#[test]
fn a_person_has_another_pseudonym_in_another_register_and_another_year() {
    let here = Pseudonym::of(&[1; 32], "tyopaja", b"client 12");
    assert_eq!(here, Pseudonym::of(&[1; 32], "tyopaja", b"client 12"));
    assert_ne!(here, Pseudonym::of(&[2; 32], "tyopaja", b"client 12"));
    assert_ne!(here, Pseudonym::of(&[1; 32], "etsiva", b"client 12"));
    assert_ne!(here, Pseudonym::of(&[1; 32], "tyopaja", b"client 13"));
    assert_ne!(
        Pseudonym::of(&[1; 32], "a", b"bc"),
        Pseudonym::of(&[1; 32], "ab", b"c")
    );
}

#[test]
fn a_pseudonym_is_a_plain_hmac_that_others_can_compute() {
    // Computed apart from this crate, with Python's hmac module.
    let expected = "83b6a6e6d616a42a6de373f1964aeb6f";
    assert_eq!(
        hex::encode(Pseudonym::of(&[1; 32], "tyopaja", b"client 12").0),
        expected
    );
}

#[test]
fn a_commitment_depends_on_the_salt_and_on_the_details() {
    let commitment = details_commitment(&[2; 32], b"basic data");
    // Computed apart from this crate, with Python's hashlib.
    assert_eq!(
        hex::encode(commitment),
        "5bb6d3fcdb7da8cb1d17674385956ff59dfe966292008de60a9e85686995a5d6"
    );
    assert_ne!(commitment, details_commitment(&[3; 32], b"basic data"));
    assert_ne!(commitment, details_commitment(&[2; 32], b"basic datA"));
}
