//! A decision about the register.

use jiff::{Timestamp, civil::Date};
use polku_desk::named_states;
use uuid::Uuid;

use super::rules::{self, Standing};

named_states! {
    /// What is decided.
    pub enum Kind {
        /// For what the register is used.
        Purpose = "purpose",
        /// What it holds.
        Content = "content",
        /// Who may use it.
        Access = "access",
        /// To whom data is disclosed.
        Disclosure = "disclosure",
        /// How long it is kept.
        Retention = "retention",
        /// How it is destroyed.
        Destruction = "destruction",
        /// That looks are searched for patterns worth a look, which monitors the staff (Act 759/2004, 21 §).
        Monitoring = "monitoring",
        /// Anything else.
        Other = "other",
    }
}

/// A decision, or one to be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDecision {
    /// What is decided.
    pub kind: Kind,
    /// Its name.
    pub title: String,
    /// Its words.
    pub content: String,
    /// Who decided: office or name.
    pub decided_by: String,
    /// On what power: a rule of administration, a delegation.
    pub power: String,
    /// When it was decided.
    pub decided_on: Date,
    /// The first day on which it holds.
    pub valid_from: Date,
    /// The last, if one is set.
    pub valid_until: Option<Date>,
    /// When the staff was heard, of what monitors them.
    pub heard_on: Option<Date>,
    /// The decision that it takes the place of.
    pub replaces: Option<Uuid>,
}

/// A decision as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterDecision {
    /// Its id.
    pub id: Uuid,
    /// What was decided.
    pub new: NewDecision,
    /// What kind.
    pub kind: Kind,
    /// The decision that took its place, and from when.
    pub replaced_by: Option<(Uuid, Date)>,
    /// Who entered it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: Timestamp,
}

impl RegisterDecision {
    /// Whether it holds on a day.
    #[must_use]
    pub fn standing(&self, day: Date) -> Standing {
        let replaced = self.replaced_by.map(|(_, from)| from);
        rules::standing(self.new.valid_from, self.new.valid_until, replaced, day)
    }
}
