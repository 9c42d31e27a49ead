//! The Merkle tree and its proofs.

use polku_ledger::tree::leaf_hash;
use polku_ledger::{ConsistencyProof, Frontier, Hash, InclusionProof, StoredHashes, TreeError};
use proptest::prelude::*;

/// The leaves and roots with which the Certificate Transparency project tests its trees (RFC 6962).
const LEAVES: [&str; 8] = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
];
const ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

fn known_leaves() -> Vec<Hash> {
    LEAVES
        .iter()
        .map(|leaf| leaf_hash(&hex::decode(leaf).expect("hex")))
        .collect()
}

fn stored(leaves: &[Hash]) -> StoredHashes {
    Frontier::empty()
        .append_all(leaves.iter().copied())
        .into_iter()
        .collect()
}

fn root(leaves: &[Hash]) -> Hash {
    let mut frontier = Frontier::empty();
    frontier.append_all(leaves.iter().copied());
    frontier.root()
}

/// RFC 6962, section 2.1, word for word, to compare with.
fn root_by_definition(leaves: &[Hash]) -> Hash {
    use sha2::{Digest as _, Sha256};
    match leaves {
        [] => Sha256::digest([]).into(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
            let both = [root_by_definition(left), root_by_definition(right)].concat();
            Sha256::new()
                .chain_update([1])
                .chain_update(both)
                .finalize()
                .into()
        }
    }
}

fn leaves(range: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = Vec<Hash>> {
    prop::collection::vec(any::<Hash>(), range)
}

#[test]
fn roots_are_those_of_certificate_transparency() {
    let leaves = known_leaves();
    for (size, known) in ROOTS.iter().enumerate() {
        assert_eq!(
            hex::encode(root(&leaves[..size])),
            *known,
            "root of {size} leaves"
        );
    }
}

#[test]
fn an_inclusion_proof_is_that_of_certificate_transparency() {
    let proof = InclusionProof::make(5, 8, &stored(&known_leaves())).expect("a proof");
    let known = [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ];
    assert_eq!(proof.hashes.map_hex(), known);
}

#[test]
fn a_consistency_proof_is_that_of_certificate_transparency() {
    let proof = ConsistencyProof::make(6, 8, &stored(&known_leaves())).expect("a proof");
    let known = [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ];
    assert_eq!(proof.hashes.map_hex(), known);
}

trait MapHex {
    fn map_hex(&self) -> Vec<String>;
}

impl MapHex for Vec<Hash> {
    fn map_hex(&self) -> Vec<String> {
        self.iter().map(hex::encode).collect()
    }
}

#[test]
fn an_entry_beyond_the_log_has_no_proof() {
    let hashes = stored(&known_leaves());
    assert_eq!(
        InclusionProof::make(8, 8, &hashes),
        Err(TreeError::NoSuchEntry { index: 8, size: 8 })
    );
    assert_eq!(
        ConsistencyProof::make(8, 7, &hashes),
        Err(TreeError::Shrinks { earlier: 8, later: 7 })
    );
}

#[test]
fn a_hash_that_was_not_fetched_is_named() {
    let fetched = StoredHashes::default();
    let needs = InclusionProof::needs(5, 8).expect("needs");
    assert_eq!(
        InclusionProof::make(5, 8, &fetched),
        Err(TreeError::MissingHash(needs[0]))
    );
    assert_eq!(Frontier::load(8, &fetched), Err(TreeError::MissingHash(14)));
}

#[test]
fn a_proof_of_absurd_length_is_refused() {
    let proof = InclusionProof {
        index: 0,
        size: u64::MAX,
        hashes: vec![[0; 32]; 1_000_000],
    };
    assert_eq!(proof.verify([0; 32], [0; 32]), Err(TreeError::InvalidProof));
}

proptest! {
    #[test]
    fn the_root_is_that_of_the_definition(leaves in leaves(0..70)) {
        prop_assert_eq!(root(&leaves), root_by_definition(&leaves));
    }

    #[test]
    fn stored_hashes_are_numbered_without_gaps(leaves in leaves(0..70)) {
        let stored = Frontier::empty().append_all(leaves.iter().copied());
        prop_assert!(stored.iter().map(|stored| stored.index).eq(0..stored.len() as u64));
        prop_assert!(stored.len() <= 2 * leaves.len());
    }

    #[test]
    fn a_log_taken_up_after_a_restart_continues_as_if_nothing_had_happened(
        before in leaves(0..40), after in leaves(0..40),
    ) {
        let mut running = Frontier::empty();
        let all: StoredHashes = running.append_all(before.iter().copied()).into_iter().collect();
        let mut restarted = Frontier::load(before.len() as u64, &all).unwrap();
        prop_assert_eq!(&restarted, &running);
        prop_assert_eq!(restarted.append_all(after.iter().copied()), running.append_all(after));
        prop_assert_eq!(restarted.root(), running.root());
    }

    #[test]
    fn every_entry_is_proven_with_no_more_than_the_hashes_asked_for(
        leaves in leaves(1..70), place in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(),
    ) {
        let size = 1 + at.index(leaves.len());
        let index = place.index(size);
        let needs = InclusionProof::needs(index as u64, size as u64).unwrap();
        let fetched = only(&needs, &leaves);
        let proof = InclusionProof::make(index as u64, size as u64, &fetched).unwrap();
        prop_assert_eq!(proof.verify(leaves[index], root(&leaves[..size])), Ok(()));
    }

    #[test]
    fn a_proof_does_not_hold_for_another_leaf_place_size_or_root(
        leaves in leaves(2..70), place in any::<prop::sample::Index>(), other in any::<Hash>(),
    ) {
        let index = place.index(leaves.len());
        let (leaf, root) = (leaves[index], root(&leaves));
        let proof = InclusionProof::make(index as u64, leaves.len() as u64, &stored(&leaves)).unwrap();
        prop_assert!(proof.verify(other, root).is_err());
        prop_assert!(proof.verify(leaf, other).is_err());
        let elsewhere = InclusionProof { index: (proof.index + 1) % proof.size, ..proof.clone() };
        prop_assert!(elsewhere.verify(leaf, root).is_err());
        let beyond = InclusionProof { index: proof.size, ..proof.clone() };
        prop_assert!(beyond.verify(leaf, root).is_err());
        let mut shorter = proof.clone();
        shorter.hashes.pop();
        prop_assert!(shorter.verify(leaf, root).is_err());
        let mut longer = proof.clone();
        longer.hashes.push(other);
        prop_assert!(longer.verify(leaf, root).is_err());
    }

    #[test]
    fn a_log_that_only_grew_is_proven_consistent(leaves in leaves(0..70), at in any::<prop::sample::Index>()) {
        let earlier = at.index(leaves.len() + 1);
        let needs = ConsistencyProof::needs(earlier as u64, leaves.len() as u64).unwrap();
        let proof = ConsistencyProof::make(earlier as u64, leaves.len() as u64, &only(&needs, &leaves)).unwrap();
        prop_assert_eq!(proof.verify(root(&leaves[..earlier]), root(&leaves)), Ok(()));
    }

    #[test]
    fn a_log_with_another_beginning_is_not_consistent(
        leaves in leaves(1..70), at in any::<prop::sample::Index>(), changed in any::<prop::sample::Index>(),
    ) {
        let earlier = 1 + at.index(leaves.len());
        let before = root(&leaves[..earlier]);
        let mut rewritten = leaves.clone();
        rewritten[changed.index(earlier)] = [0; 32];
        let proof = ConsistencyProof::make(earlier as u64, leaves.len() as u64, &stored(&rewritten)).unwrap();
        prop_assert_eq!(proof.verify(before, root(&rewritten)), Err(TreeError::InvalidProof));
    }
}

#[test]
fn an_empty_earlier_log_is_consistent_only_by_its_own_root() {
    let leaves = known_leaves();
    let proof = ConsistencyProof::make(0, 8, &StoredHashes::default()).expect("nothing is needed");
    assert_eq!(proof.verify(root(&[]), root(&leaves)), Ok(()));
    assert_eq!(
        proof.verify(root(&leaves), root(&leaves)),
        Err(TreeError::InvalidProof)
    );
    let nothing = ConsistencyProof { later: 0, ..proof };
    assert_eq!(
        nothing.verify(root(&[]), root(&leaves)),
        Err(TreeError::InvalidProof)
    );
}

fn only(needs: &[u64], leaves: &[Hash]) -> StoredHashes {
    let all = Frontier::empty().append_all(leaves.iter().copied());
    all.into_iter()
        .filter(|stored| needs.contains(&stored.index))
        .collect()
}
