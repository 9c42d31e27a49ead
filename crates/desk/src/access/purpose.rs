//! Why somebody looks.

crate::named_states! {
    /// The purpose of a visit. A route lists those it may serve; the session's role settles which one it is.
    pub enum Purpose {
        /// Coaching and guiding the client.
        Coaching = "coaching",
        /// Steering the service.
        Steering = "steering",
        /// Keeping the register in order.
        RegisterKeeping = "register-keeping",
        /// Watching over data protection.
        DataProtection = "data-protection",
        /// Keeping and destroying records.
        Records = "records",
        /// Statistics, without people.
        Statistics = "statistics",
        /// Cooperation between authorities.
        JointService = "joint-service",
        /// Somebody's life or safety.
        Emergency = "emergency",
        /// The visitor's own account.
        OwnAccount = "own-account",
        /// The person's own affairs, in the portal.
        OwnAffairs = "own-affairs",
        /// Archiving or research by a recorded decision, with pseudonyms (C8).
        SecondaryUse = "secondary-use",
    }
}

impl Purpose {
    /// The task that a role's visits serve.
    #[must_use]
    pub const fn of_role(role: super::Role) -> Self {
        use super::Role;
        match role {
            Role::Coach | Role::LinkHolder => Self::Coaching,
            Role::ServiceManager => Self::Steering,
            Role::MainUser => Self::RegisterKeeping,
            Role::DataProtectionOfficer => Self::DataProtection,
            Role::RecordsOfficer => Self::Records,
            Role::Statistician => Self::Statistics,
            Role::Partner => Self::JointService,
            Role::Client => Self::OwnAffairs,
        }
    }
}
