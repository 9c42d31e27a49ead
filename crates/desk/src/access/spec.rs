//! What a route says about access: one value beside its path and handler.

use super::{Action, Purpose, Resource, Role};

/// Who is let in at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Anyone, signed in or not.
    Anyone,
    /// Whoever has signed in, in any role.
    SignedIn,
    /// Those in one of these roles.
    Roles(&'static [Role]),
    /// Those whose role has a rule for what the route touches.
    ByRules,
    /// A client in the portal, who has signed in there (D8): no worker's session opens it, whatever the worker's role.
    Client,
}

/// Whether the route asks for a fresh proof of identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepUp {
    /// No.
    NotNeeded,
    /// Yes: exports and administration.
    Needed,
}

/// Whether API tokens may come here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tokens {
    /// Yes, within their scope.
    Accepted,
    /// No: only a person at a screen.
    Refused,
}

/// The access of one route.
#[derive(Debug, Clone, Copy)]
pub struct AccessSpec {
    /// Who is let in at all.
    pub audience: Audience,
    /// What is done to people's data; `None` when the route touches none.
    pub touches: Option<(Action, &'static [Resource])>,
    /// The purposes that it may serve; empty means the one of the session's role.
    pub purposes: &'static [Purpose],
    /// Whether a fresh proof of identity is needed.
    pub step_up: StepUp,
    /// Whether tokens may come.
    pub tokens: Tokens,
}

impl AccessSpec {
    const fn new(audience: Audience, touches: Option<(Action, &'static [Resource])>) -> Self {
        Self {
            audience,
            touches,
            purposes: &[],
            step_up: StepUp::NotNeeded,
            tokens: Tokens::Accepted,
        }
    }

    /// Open to anyone, touching no person.
    #[must_use]
    pub const fn anyone() -> Self {
        Self::new(Audience::Anyone, None)
    }

    /// For whoever has signed in, touching no person's data but the worker's own account.
    #[must_use]
    pub const fn signed_in() -> Self {
        Self::new(Audience::SignedIn, None)
    }

    /// For some roles, touching no person.
    #[must_use]
    pub const fn roles(roles: &'static [Role]) -> Self {
        Self::new(Audience::Roles(roles), None)
    }

    /// Touches people's data; the rules say whose and for whom. The first resource is what it stands or falls with,
    /// the others are shown when the role has them.
    #[must_use]
    pub const fn people(action: Action, resources: &'static [Resource]) -> Self {
        assert!(!resources.is_empty(), "says which data it touches");
        Self::new(Audience::ByRules, Some((action, resources)))
    }

    /// For a client in the portal, touching their own data. The first resource is what it stands or falls with.
    #[must_use]
    pub const fn own(action: Action, resources: &'static [Resource]) -> Self {
        assert!(!resources.is_empty(), "says which data it touches");
        Self::new(Audience::Client, Some((action, resources))).without_tokens()
    }

    /// For a client in the portal, touching nothing but the own sessions.
    #[must_use]
    pub const fn own_session() -> Self {
        Self::new(Audience::Client, None).without_tokens()
    }

    /// Narrows to some roles what the rules would allow more.
    #[must_use]
    pub const fn only(mut self, roles: &'static [Role]) -> Self {
        self.audience = Audience::Roles(roles);
        self
    }

    /// Serves these purposes rather than that of the role.
    #[must_use]
    pub const fn serving(mut self, purposes: &'static [Purpose]) -> Self {
        self.purposes = purposes;
        self
    }

    /// Asks for a fresh proof of identity, and never takes tokens.
    #[must_use]
    pub const fn after_step_up(mut self) -> Self {
        self.step_up = StepUp::Needed;
        self.tokens = Tokens::Refused;
        self
    }

    /// For a person at a screen only.
    #[must_use]
    pub const fn without_tokens(mut self) -> Self {
        self.tokens = Tokens::Refused;
        self
    }

    /// Whether somebody in this role is let in at all. Whose data then opens is for the desk.
    #[must_use]
    pub fn admits(&self, role: Role) -> bool {
        match self.audience {
            // A client comes to the routes of the portal alone, whatever else the rules let them see of themselves.
            Audience::SignedIn | Audience::ByRules if role == Role::Client => false,
            Audience::Anyone | Audience::SignedIn => true,
            Audience::Roles(roles) => roles.contains(&role),
            Audience::Client => matches!(role, Role::Client),
            Audience::ByRules => self.touches.is_some_and(|(action, resources)| {
                resources
                    .first()
                    .is_some_and(|first| super::rules::conditions(role, action, *first).next().is_some())
            }),
        }
    }

    /// The purpose of a visit in this role.
    #[must_use]
    pub fn purpose(&self, role: Role) -> Purpose {
        let own = Purpose::of_role(role);
        if self.purposes.is_empty() || self.purposes.contains(&own) {
            own
        } else {
            self.purposes[0]
        }
    }
}
