//! A processor, or a system in which data is processed.

use jiff::{Timestamp, civil::Date};
use polku_desk::named_states;
use polku_profile::Adequacy;
use uuid::Uuid;

named_states! {
    /// What an entry is.
    pub enum Kind {
        /// A body that processes data for the controller (GDPR 28).
        Processor = "processor",
        /// A system beside or under the product.
        System = "system",
    }
}

/// What is written of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// What it is.
    pub kind: Kind,
    /// The key of the profile's entry that this one completes.
    pub profile_key: Option<String>,
    /// Its name.
    pub name: String,
    /// For what.
    pub purpose: String,
    /// Which data.
    pub data: String,
    /// Who runs a system; empty of a processor, or when the controller runs it.
    pub run_by: String,
    /// Where: ISO 3166, two letters.
    pub country: String,
    /// Whether data may go there.
    pub adequacy: Adequacy,
    /// The safeguard of GDPR 46, when it is one.
    pub safeguard: String,
    /// The contract's number or place; empty when there is none.
    pub contract: String,
    /// Since when it holds.
    pub contract_from: Option<Date>,
    /// Until when.
    pub contract_until: Option<Date>,
}

/// One as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Processor {
    /// Its id.
    pub id: Uuid,
    /// How many times it was written.
    pub version: i64,
    /// What is written.
    pub described: Described,
    /// When it stopped processing.
    pub ended_on: Option<Date>,
    /// Who wrote it last.
    pub written_by: String,
    /// When.
    pub written_at: Timestamp,
}
