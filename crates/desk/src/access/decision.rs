//! The decision about one person.

use jiff::{Timestamp, civil::Date};

use super::{Action, Basis, Condition, Resource, Role, role::AddressPrivilege, rules::conditions};

/// What is asked.
#[derive(Debug, Clone)]
pub struct Ask {
    /// In which role.
    pub role: Role,
    /// What would be done.
    pub action: Action,
    /// To which data; the first is what the ask stands or falls with.
    pub resources: Vec<Resource>,
    /// Whether protected addresses may be shown to the visitor.
    pub address: AddressPrivilege,
    /// The date in Finland.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

/// What is known about the person and the visitor, read in one statement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The conditions that hold.
    pub holding: Vec<Condition>,
    /// Whether the person is there for anyone: not in an unpublished import.
    pub presence: Presence,
    /// Whether processing is frozen (GDPR art. 18).
    pub processing: Processing,
}

/// Whether somebody is in the register yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Presence {
    /// In the register.
    #[default]
    There,
    /// In an import that is not published.
    Staged,
}

/// Whether a person's data may be processed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Processing {
    /// As usual.
    #[default]
    Open,
    /// Frozen at the person's request.
    Restricted,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Yes, on this ground, for these data of those asked.
    Allowed {
        /// The ground.
        basis: Basis,
        /// What of the asked data the role may have.
        resources: Vec<Resource>,
    },
    /// No.
    Denied(Denial),
}

crate::named_states! {
    /// Why not. For the log: what the visitor is told is [less](Denial::told).
    pub enum Denial {
        /// Nothing ties the visitor to the person.
        NoGround = "no-ground",
        /// Processing is restricted.
        Restricted = "restricted",
        /// There is no such person in this register.
        Missing = "missing",
        /// Whoever proposed something does not approve it.
        SamePerson = "same-person",
        /// A legal hold keeps it.
        Held = "held",
    }
}

impl Denial {
    /// What the visitor is told. Workers of the register who have a ground learn that the person's data is frozen, so that
    /// they know why and whom to ask; to all others it is as if nobody were there.
    #[must_use]
    pub const fn told(self, role: Role) -> crate::DeskError {
        let works_here = matches!(
            role,
            Role::Coach | Role::ServiceManager | Role::MainUser | Role::RecordsOfficer
        );
        match self {
            Self::Restricted if works_here => crate::DeskError::Restricted,
            _ => crate::DeskError::Hidden,
        }
    }
}

/// Decides. Pure: the same facts give the same answer.
#[must_use]
pub fn decide(ask: &Ask, facts: &Facts) -> Decision {
    if facts.presence == Presence::Staged {
        return Decision::Denied(Denial::Missing);
    }
    if ask.action == Action::Reveal && ask.address != AddressPrivilege::Reveals {
        return Decision::Denied(Denial::NoGround);
    }
    let ground = |resource| {
        conditions(ask.role, ask.action, resource).find(|condition| facts.holding.contains(condition))
    };
    let Some(condition) = ask.resources.first().and_then(|first| ground(*first)) else {
        return Decision::Denied(Denial::NoGround);
    };
    // Only whoever could see the person otherwise learns that processing is restricted (GDPR 18).
    if facts.processing == Processing::Restricted && !ask.role.reaches_restricted() {
        return Decision::Denied(Denial::Restricted);
    }
    Decision::Allowed {
        basis: condition.basis(ask.role),
        resources: ask
            .resources
            .iter()
            .copied()
            .filter(|resource| ground(*resource).is_some())
            .collect(),
    }
}
