//! The document that a client may be given.

use polku_ledger::{
    CheckpointError, ConsistencyProof, Entry, InclusionProof, InclusionProofDocument, LeafError, ProofError,
    TreeError,
};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::build::{Log, checkpoint, verifier};

fn document(size: u64, index: u64) -> InclusionProofDocument {
    let log = Log::of(size, &[size]);
    let proof = InclusionProof::make(index, size, &log.stored).expect("a proof");
    let entry = log.entry(usize::try_from(index).expect("a small log"));
    InclusionProofDocument::new(&entry, &proof, log.checkpoints[0].clone())
}

proptest! {
    #[test]
    fn a_client_can_check_any_entry_of_the_log(size in 1_u64..70, place in any::<Index>()) {
        let index = place.index(usize::try_from(size).unwrap()) as u64;
        let (entry, checkpoint) = document(size, index).verify(&verifier()).unwrap();
        prop_assert_eq!((entry.sequence, checkpoint.size), (index, size));
    }

    #[test]
    fn a_document_survives_being_json(size in 1_u64..70) {
        let document = document(size, size / 2);
        let json = serde_json::to_string(&document).unwrap();
        prop_assert_eq!(serde_json::from_str::<InclusionProofDocument>(&json).unwrap(), document);
    }

    #[test]
    fn a_changed_hash_of_the_path_is_refused(size in 2_u64..70, which in any::<Index>()) {
        let mut document = document(size, size - 1);
        let which = which.index(document.hashes.len());
        document.hashes[which] = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=".into();
        prop_assert_eq!(document.verify(&verifier()), Err(ProofError::Path(TreeError::InvalidProof)));
    }
}

#[test]
fn an_entry_put_in_the_place_of_another_is_refused() {
    let swapped = InclusionProofDocument {
        leaf: document(9, 3).leaf,
        ..document(9, 4)
    };
    assert_eq!(swapped.verify(&verifier()), Err(ProofError::PartsDiffer));
    let renumbered = InclusionProofDocument { index: 3, ..swapped };
    assert_eq!(
        renumbered.verify(&verifier()),
        Err(ProofError::Path(TreeError::InvalidProof))
    );
}

#[test]
fn a_checkpoint_of_another_size_is_refused() {
    let log = Log::of(9, &[]);
    let other = InclusionProofDocument {
        checkpoint: checkpoint(8, log.root_at(8)),
        ..document(9, 4)
    };
    assert_eq!(other.verify(&verifier()), Err(ProofError::PartsDiffer));
}

#[test]
fn a_damaged_checkpoint_is_refused() {
    let mut damaged = document(9, 4);
    damaged.checkpoint = damaged.checkpoint.replace("\n9\n", "\n8\n");
    assert_eq!(
        damaged.verify(&verifier()),
        Err(ProofError::Checkpoint(CheckpointError::BadSignature))
    );
}

#[test]
fn a_document_that_is_not_well_formed_is_refused() {
    let format = InclusionProofDocument {
        format: "other/1".into(),
        ..document(9, 4)
    };
    assert_eq!(
        format.verify(&verifier()),
        Err(ProofError::UnknownFormat("other/1".into()))
    );
    let leaf = InclusionProofDocument {
        leaf: "!".into(),
        ..document(9, 4)
    };
    assert_eq!(leaf.verify(&verifier()), Err(ProofError::Malformed));
    let short = InclusionProofDocument {
        hashes: vec!["AQE=".into()],
        ..document(9, 4)
    };
    assert_eq!(short.verify(&verifier()), Err(ProofError::Malformed));
    let empty = InclusionProofDocument {
        leaf: String::new(),
        ..document(9, 4)
    };
    assert_eq!(
        empty.verify(&verifier()),
        Err(ProofError::Leaf(LeafError::TooShort))
    );
}

#[test]
fn a_field_that_nobody_checks_cannot_hide_in_the_document() {
    let mut json = serde_json::to_value(document(9, 4)).expect("JSON");
    json["note"] = "trust me".into();
    assert!(serde_json::from_value::<InclusionProofDocument>(json).is_err());
}

#[test]
fn the_log_that_vouched_for_an_entry_still_does_when_it_has_grown() {
    let log = Log::of(20, &[9, 20]);
    let (_, then) = document(9, 4).verify(&verifier()).expect("a good document");
    let now = verifier().check(&log.checkpoints[1]).expect("a good checkpoint");
    let grown = ConsistencyProof::make(then.size, now.size, &log.stored).expect("a proof");
    assert_eq!(grown.verify(then.root, now.root), Ok(()));
}

/// Follows the module's description step by step, apart from the code that it describes.
#[test]
fn the_description_of_the_path_leads_to_the_root() {
    use base64::{Engine as _, prelude::BASE64_STANDARD};
    use sha2::{Digest as _, Sha256};
    for (size, index) in (1..20).flat_map(|size| (0..size).map(move |index| (size, index))) {
        let document = document(size, index);
        let leaf = BASE64_STANDARD.decode(&document.leaf).expect("base64");
        assert_eq!(leaf[1..9], index.to_be_bytes());
        let mut hash = Sha256::new().chain_update([0]).chain_update(&leaf).finalize();
        let (mut place, mut last) = (index, size - 1);
        for it in document
            .hashes
            .iter()
            .map(|text| BASE64_STANDARD.decode(text).expect("base64"))
        {
            assert_ne!(last, 0);
            if place % 2 == 1 || place == last {
                hash = Sha256::new()
                    .chain_update([1])
                    .chain_update(it)
                    .chain_update(hash)
                    .finalize();
                while place % 2 == 0 && place != 0 {
                    (place, last) = (place / 2, last / 2);
                }
            } else {
                hash = Sha256::new()
                    .chain_update([1])
                    .chain_update(hash)
                    .chain_update(it)
                    .finalize();
            }
            (place, last) = (place / 2, last / 2);
        }
        assert_eq!(last, 0);
        let root = document.checkpoint.lines().nth(2).expect("a root");
        assert_eq!(BASE64_STANDARD.encode(hash), root, "entry {index} of {size}");
        assert!(Entry::from_canonical_bytes(&leaf).is_ok());
    }
}
