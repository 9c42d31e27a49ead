//! Work that goes on after the answer: queued in the same transaction as what asked for it, done with the asker's right.
//!
//! A job carries who asked, by which right, and for which purpose; its work is a [`Visit`](crate::Visit) like any
//! other, so that a right that ended meanwhile ends the job too. A claim runs out, so that a node that dies leaves
//! its jobs to others.

mod forgetting;
mod keeping;
mod queue;

pub use keeping::Keeping;
pub use queue::{Job, JobId, JobProgress, JobState, Lane, PATIENT};
