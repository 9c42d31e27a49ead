//! Walking a whole log against its checkpoints, without the database it came from.
//!
//! Every entry is hashed anew and the tree is built anew, in memory that grows with the logarithm of the
//! log. Nothing that the log's holder computed is believed, except what a checkpoint proves: so hand in
//! the checkpoints that a *witness* kept. Checkpoints from the holder alone only show that the log agrees
//! with what its key last signed.

mod report;

use crate::{
    checkpoint::{Checkpoint, CheckpointVerifier},
    leaf::Entry,
    tree::{self, Frontier, Hash},
};

pub use report::{Problem, Report};

/// One exported entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The sequence number under which it is stored.
    pub sequence: u64,
    /// The entry's canonical bytes.
    pub leaf: Vec<u8>,
    /// The leaf hash that is stored with it.
    pub leaf_hash: Hash,
}

/// Walks `rows`, in order of sequence, against `checkpoints`, in order of signing.
///
/// Fails only as the reading of rows fails; problems of the log itself are in the report.
pub fn verify<E>(
    rows: impl IntoIterator<Item = Result<Row, E>>,
    checkpoints: impl IntoIterator<Item = String>,
    verifier: &CheckpointVerifier,
) -> Result<Report, E> {
    let mut verification = Verification::new(verifier, checkpoints);
    for row in rows {
        verification.take(&row?);
    }
    Ok(verification.finish())
}

/// A walk under way, for callers that bring rows one at a time.
pub struct Verification<'a, C> {
    verifier: &'a CheckpointVerifier,
    checkpoints: C,
    /// How many checkpoints were taken, the bad ones too.
    position: u64,
    /// The checkpoint that the walk comes to next.
    next: Option<Checkpoint>,
    frontier: Frontier,
    walk: Walk,
    report: Report,
}

#[derive(PartialEq, Eq)]
enum Walk {
    /// The tree so far is that of the rows.
    Open,
    /// A row was out of place or altered: there is nothing to compare later checkpoints with.
    Broken,
}

impl<'a, C: Iterator<Item = String>> Verification<'a, C> {
    /// Begins a walk at the log's first entry, against the texts of checkpoints in order of signing.
    pub fn new(verifier: &'a CheckpointVerifier, checkpoints: impl IntoIterator<IntoIter = C>) -> Self {
        let mut verification = Self {
            verifier,
            checkpoints: checkpoints.into_iter(),
            position: 0,
            next: None,
            frontier: Frontier::empty(),
            walk: Walk::Open,
            report: Report::default(),
        };
        verification.read_checkpoint(0);
        verification.meet_checkpoints();
        verification
    }

    /// Takes the next row. After a row that breaks the log, further ones are only counted.
    pub fn take(&mut self, row: &Row) {
        self.report.entries += 1;
        if self.walk == Walk::Broken {
            return;
        }
        match sound_leaf(row, self.frontier.size()) {
            Ok(leaf) => {
                self.frontier.append(leaf);
                self.meet_checkpoints();
            }
            Err(problem) => {
                self.walk = Walk::Broken;
                self.report.found(problem);
            }
        }
    }

    /// Ends the walk and tells what it found.
    #[must_use]
    pub fn finish(mut self) -> Report {
        if let (Walk::Open, Some(unmet)) = (&self.walk, &self.next) {
            let problem = Problem::MissingEntries {
                entries: self.frontier.size(),
                signed: unmet.size,
            };
            self.report.found(problem);
        }
        self.report
    }

    /// Compares the tree with every checkpoint that was signed at its present size.
    fn meet_checkpoints(&mut self) {
        while let Some(met) = self.next.take_if(|next| next.size == self.frontier.size()) {
            let size = met.size;
            if met.root == self.frontier.root() {
                self.report.agrees(met);
            } else {
                self.report.found(Problem::DifferentRoot { signed: size });
            }
            self.read_checkpoint(size);
        }
    }

    /// Reads on to the next good checkpoint; the one before it was signed at size `before`.
    fn read_checkpoint(&mut self, before: u64) {
        for text in self.checkpoints.by_ref() {
            self.position += 1;
            match self.verifier.check(&text) {
                Ok(next) if next.size < before => {
                    self.report.found(Problem::Shrunk {
                        signed: before,
                        later: next.size,
                    });
                }
                Ok(next) => {
                    self.next = Some(next);
                    return;
                }
                Err(reason) => {
                    self.report.found(Problem::BadCheckpoint {
                        position: self.position,
                        reason,
                    });
                }
            }
        }
    }
}

/// The leaf hash of a row that is the entry expected here and hashes to what was stored.
fn sound_leaf(row: &Row, expected: u64) -> Result<Hash, Problem> {
    if row.sequence != expected {
        return Err(Problem::OutOfSequence {
            expected,
            found: row.sequence,
        });
    }
    let leaf_hash = tree::leaf_hash(&row.leaf);
    let altered = Problem::AlteredLeaf { sequence: expected };
    match Entry::from_canonical_bytes(&row.leaf) {
        Ok(entry) if entry.sequence == expected && leaf_hash == row.leaf_hash => Ok(leaf_hash),
        _ => Err(altered),
    }
}
