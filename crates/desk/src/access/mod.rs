//! Who may do what, to whom, why: rules as typed data, read in two ways.
//!
//! [`rules::RULES`] is one table. [`decide`](decision::decide) reads it for one person; [`filter`](filter::filter)
//! turns the same rows into SQL for lists. A property test holds the two equal.

mod basis;
mod condition;
mod decision;
mod filter;
mod legal;
mod matrix;
mod names;
mod purpose;
mod resource;
mod role;
pub mod rules;
mod spec;

pub use basis::Basis;
pub use condition::Condition;
pub use decision::{Ask, Decision, Denial, Facts, Presence, Processing, decide};
pub use filter::filter;
pub(crate) use filter::{PRESENT, facts_of, filter_of_named, filter_with_merged};
pub(crate) use legal::photographing_ground;
pub use legal::{LegalGround, copying_ground, extracting_ground, legal_ground};
pub use matrix::policy_matrix;
pub use purpose::Purpose;
pub use resource::{Action, Resource};
pub use role::{AddressPrivilege, Privileges, Role};
pub use rules::{RULES, Rule};
pub use spec::{AccessSpec, Audience, StepUp, Tokens};
