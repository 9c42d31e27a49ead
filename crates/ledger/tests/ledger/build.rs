//! Builders of entries and logs.

use polku_ledger::checkpoint::origin;
use polku_ledger::{
    Actor, CheckpointSigner, CheckpointVerifier, Entry, Frontier, Hash, Pseudonym, Row, StoredHashes,
    Subjects, details_commitment,
};
use proptest::prelude::*;
use uuid::Uuid;

/// A coach opened a client's file.
pub fn look_at_a_client(sequence: u64) -> Entry {
    Entry {
        sequence,
        time: 1_772_438_400_000,
        actor: Actor::Account(Uuid::from_u128(7)),
        subjects: Subjects::one(Pseudonym::of(&[1; 32], "tyopaja", b"client 12")),
        action: "client.read".into(),
        purpose: "coaching".into(),
        basis: "care-relationship".into(),
        outcome: "allowed".into(),
        details_commitment: details_commitment(&[2; 32], b"basic data"),
    }
}

/// Any entry at all.
pub fn any_entry() -> impl Strategy<Value = Entry> {
    let actor = prop_oneof![
        "\\PC{0,12}".prop_map(Actor::System),
        any::<u128>().prop_map(|id| Actor::Account(Uuid::from_u128(id))),
    ];
    let subjects = prop::collection::vec(any::<[u8; 16]>().prop_map(Pseudonym), 0..5);
    let text = || "\\PC{0,8}";
    (
        any::<u64>(),
        any::<i64>(),
        actor,
        subjects,
        (text(), text(), text(), text()),
        any::<Hash>(),
    )
        .prop_map(
            |(sequence, time, actor, subjects, (action, purpose, basis, outcome), details_commitment)| {
                Entry {
                    sequence,
                    time,
                    actor,
                    subjects: subjects.into_iter().collect(),
                    action,
                    purpose,
                    basis,
                    outcome,
                    details_commitment,
                }
            },
        )
}

pub fn signer() -> CheckpointSigner {
    CheckpointSigner::from_seed(&origin("tyopaja"), &[42; 32]).expect("a sound origin")
}

pub fn verifier() -> CheckpointVerifier {
    CheckpointVerifier::from_text(&signer().verifier_key()).expect("a sound key")
}

/// A log as it would be exported, with every stored hash and the checkpoints signed on the way.
#[derive(Debug)]
pub struct Log {
    pub rows: Vec<Row>,
    pub stored: StoredHashes,
    pub checkpoints: Vec<String>,
}

impl Log {
    /// A log of `size` looks at clients, signed at each of `signed_at`, which is in order.
    pub fn of(size: u64, signed_at: &[u64]) -> Self {
        Self::of_entries((0..size).map(look_at_a_client).collect(), signed_at)
    }

    pub fn of_entries(entries: Vec<Entry>, signed_at: &[u64]) -> Self {
        let mut frontier = Frontier::empty();
        let mut log = Self {
            rows: Vec::new(),
            stored: StoredHashes::default(),
            checkpoints: Vec::new(),
        };
        log.sign(&frontier, signed_at);
        for entry in entries {
            log.stored.extend(frontier.append(entry.leaf_hash()));
            log.rows.push(row(&entry));
            log.sign(&frontier, signed_at);
        }
        log
    }

    fn sign(&mut self, frontier: &Frontier, signed_at: &[u64]) {
        for _ in signed_at.iter().filter(|&&size| size == frontier.size()) {
            self.checkpoints
                .push(checkpoint(frontier.size(), frontier.root()));
        }
    }

    pub fn root_at(&self, size: u64) -> Hash {
        Frontier::load(size, &self.stored)
            .expect("all hashes are stored")
            .root()
    }

    pub fn entry(&self, sequence: usize) -> Entry {
        Entry::from_canonical_bytes(&self.rows[sequence].leaf).expect("a sound leaf")
    }
}

pub fn row(entry: &Entry) -> Row {
    Row {
        sequence: entry.sequence,
        leaf: entry.canonical_bytes(),
        leaf_hash: entry.leaf_hash(),
    }
}

pub fn checkpoint(size: u64, root: Hash) -> String {
    let time = "2026-03-02T08:15:00.123456Z".parse().expect("a time");
    signer().sign(size, root, time).expect("a checkpoint")
}
