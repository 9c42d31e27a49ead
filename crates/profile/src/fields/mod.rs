//! The catalogue of every field that the product knows, and the set of them that a profile has.
//!
//! To add a field: one line in `catalogue.rs`, its labels in `locales/*/fields.ftl`, and its place in the
//! profiles that need it. The snapshot of the matrix then shows where it is.

mod catalogue;
mod facts;
mod keep;
mod set;

pub use catalogue::Field;
pub use facts::{CodeList, FieldFacts, Kind, Necessity, Section, Sensitivity, StatutoryClass, SubjectKind};
pub use keep::{FieldRefusal, Refused};
pub use set::{FieldSet, ProfileField, SectionFields};
