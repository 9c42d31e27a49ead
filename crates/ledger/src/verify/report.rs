//! What a walk through the log found.

use thiserror::Error;

use crate::checkpoint::{Checkpoint, CheckpointError};

/// What a walk through the log found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How many rows were taken, sound or not.
    pub entries: u64,
    /// How many checkpoints agree with the rows.
    pub checkpoints: u64,
    /// The last checkpoint that agrees with the rows.
    pub last_checkpoint: Option<Checkpoint>,
    /// The first problem in the order of the log, if there is one.
    pub problem: Option<Problem>,
}

/// What is wrong with a log.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// Rows are missing (a higher number was found), or were put in or repeated (a lower one).
    #[error("entry {expected} should come next, but entry {found} does")]
    OutOfSequence {
        /// The sequence number that should come.
        expected: u64,
        /// The one that comes.
        found: u64,
    },
    /// The entry's bytes are not those that were hashed when it was written, or not an entry's at all.
    #[error("entry {sequence} was altered")]
    AlteredLeaf {
        /// The entry.
        sequence: u64,
    },
    /// The entries before a checkpoint are not those that it was signed for, although each agrees with
    /// its own stored hash: someone altered them together with their hashes.
    #[error("the first {signed} entries are not those for which the checkpoint was signed")]
    DifferentRoot {
        /// The size at which the checkpoint was signed.
        signed: u64,
    },
    /// The entries disagree with one checkpoint but agree with a later one: the history was rewritten
    /// and the log's key signed it again.
    #[error(
        "the first {signed} entries were rewritten, and the log of {agreed} entries was signed afterwards"
    )]
    HistoryRewritten {
        /// The size at which the first disagreeing checkpoint was signed.
        signed: u64,
        /// The size at which the later, agreeing one was signed.
        agreed: u64,
    },
    /// A checkpoint was signed for fewer entries than one before it.
    #[error("a checkpoint for {later} entries follows one for {signed}")]
    Shrunk {
        /// The size of the earlier checkpoint.
        signed: u64,
        /// The smaller size of the later one.
        later: u64,
    },
    /// A checkpoint's signature or form is wrong.
    #[error("checkpoint number {position}: {reason}")]
    BadCheckpoint {
        /// Which of the checkpoints, counted from one.
        position: u64,
        /// What is wrong with it.
        reason: CheckpointError,
    },
    /// The log ends before a size for which a checkpoint was signed.
    #[error("the log ends after {entries} entries, but {signed} were signed")]
    MissingEntries {
        /// How many entries there are.
        entries: u64,
        /// How many there were when the checkpoint was signed.
        signed: u64,
    },
}

impl Report {
    /// Whether nothing is wrong. Entries after the last checkpoint are sound only among themselves.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.problem.is_none()
    }

    /// How many entries no agreeing checkpoint covers, so that nothing vouches for them yet.
    #[must_use]
    pub fn entries_after_last_checkpoint(&self) -> u64 {
        let covered = self
            .last_checkpoint
            .as_ref()
            .map_or(0, |checkpoint| checkpoint.size);
        self.entries.saturating_sub(covered)
    }

    /// Keeps the first problem.
    pub(super) fn found(&mut self, problem: Problem) {
        self.problem.get_or_insert(problem);
    }

    /// Counts a checkpoint that agrees with the rows, and sees an earlier disagreement in its light.
    pub(super) fn agrees(&mut self, checkpoint: Checkpoint) {
        if let Some(Problem::DifferentRoot { signed }) = self.problem {
            self.problem = Some(Problem::HistoryRewritten {
                signed,
                agreed: checkpoint.size,
            });
        }
        self.checkpoints += 1;
        self.last_checkpoint = Some(checkpoint);
    }
}
