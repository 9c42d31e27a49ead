//! Who looked at whom, when, why, on which ground: written before anyone reads the answer.
//!
//! An entry commits together with the change that it tells of; entries of reads are gathered by the scribe and
//! committed in groups. The sequencer gives each its place in a Merkle tree and signs checkpoints, and
//! [`Desk::verify_audit`](crate::Desk::verify_audit) walks the whole log again.
//!
//! What is not covered: entries that no checkpoint signs yet, and checkpoints that only the holder of the log kept.

pub(crate) mod entry;
mod export;
mod looks;
mod observing;
mod proving;
mod reading;
pub(crate) mod scribe;
mod sequencer;
mod verify;

pub use entry::Outcome;
pub use export::AuditExport;
pub use looks::{Look, Who};
pub use observing::{Names, Observed, Tie};
pub use proving::{LOOKS_FORMAT, ProvenLooks};
pub use reading::{Actor, AuditState, Told, ToldGround, Trace};
pub use verify::AuditReport;
