//! The only way to a person's data.
//!
//! This crate is the only one with a database driver. What it lends out is a [`Visit`]: somebody, in a role,
//! for a purpose, at a moment. A visit opens people by [`Visit::open`] and [`Visit::open_for_change`], which
//! decide by [`access::rules`], record what was decided, and only then hand over a [`Granted`] that reads and
//! writes that person's rows, and no others.
//!
//! To add a kind of data: a migration in `migrations/`, a [`statements!`] block in the slice that owns it, and a
//! [`SealedRecord`] for what is secret in its rows. See `docs/adding-a-capability.md`.

pub mod access;
pub mod account;
pub mod audit;
pub mod backup;
pub mod clock;
pub mod database;
mod desk;
pub mod destruction;
pub mod documents;
pub mod error;
pub mod feedback;
pub mod ids;
pub mod jobs;
pub mod link;
pub mod lookup;
pub mod notice;
pub mod outbox;
pub mod portal;
pub mod register;
pub mod sealing;
mod signing;

pub use clock::{Clock, Entropy, FixedClock, OperatingSystem, SeededEntropy, ShiftedClock};
pub use database::{Database, Row, Value};
pub use desk::{
    Alike, Client, Desk, DeskOptions, Destroy, EMERGENCY_HOURS, EarlierAnswer, EmergencyReason,
    EmployerContact, EnrolledVisitor, Export, Granted, GrantedSet, Identity, ImportChange, ImportMark,
    ImportRun, ImportState, KEPT_PART, Kept, Listed, Looking, Merged, Operation, OwnedRow,
    PhotographedPerson, Read, Reveal, SHORTEST_REASON, SealedRecord, Searched, Subject, SubjectKind, Visit,
    Visitor, Write,
};
pub use error::DeskError;
pub use ids::{AccountId, EntryId, OrganisationId, RegisterId, RightId, SubjectId};

/// What most calls of this crate answer.
pub type Result<T, E = DeskError> = std::result::Result<T, E>;

#[doc(hidden)]
pub use inventory;
