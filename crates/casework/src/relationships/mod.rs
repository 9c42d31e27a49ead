//! Client relationships (B1): from the referral to where the client went on to, and where they are a year on.
//!
//! A client may have several over time. Each rests on a basis and ends with a placement; a year after the end
//! somebody is to ask where the client is then. What the referral says is sealed, the referring body too, since it
//! may tell of health or of a sentence.
//!
//! - [`open`] begins one inside another write: intake calls it;
//! - [`rules`] holds when one may begin and end, and when the follow-up is due.

mod input;
mod relationship;
mod rules;
mod store;

pub(crate) use input::RelationshipInput;
pub(crate) use relationship::{NewRelationship, Referral};
pub(crate) use store::open;
