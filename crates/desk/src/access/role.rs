//! Roles by job description (E2).

crate::named_states! {
    /// What somebody is in a register. A session acts in one role at a time.
    pub enum Role {
        /// Works with clients: sees those in her care and in her groups.
        Coach = "coach",
        /// Leads the service: sees the register's clients.
        ServiceManager = "service-manager",
        /// Keeps the register's order: accounts, rights, duplicates, imports (pääkäyttäjä).
        MainUser = "main-user",
        /// Watches over lawfulness: who looked, emergency access, restrictions.
        DataProtectionOfficer = "data-protection-officer",
        /// Decides on retention and archives.
        RecordsOfficer = "records-officer",
        /// Sees numbers, never people.
        Statistician = "statistician",
        /// An official of another authority: sees what consent or law opens.
        Partner = "partner",
        /// Whoever holds a link that a worker gave for one thing: signs in nowhere, and no account is given this role.
        LinkHolder = "link-holder",
        /// The client about themselves, signed in to the portal (D8): no account is given this role.
        Client = "client",
    }
}

impl Role {
    /// The roles that a worker can be given.
    pub const OF_WORKERS: &'static [Self] = &[
        Self::Coach,
        Self::ServiceManager,
        Self::MainUser,
        Self::DataProtectionOfficer,
        Self::RecordsOfficer,
        Self::Statistician,
        Self::Partner,
    ];

    /// Whether somebody in this role acts by a right of an account. The others act by what they hold, which is among the
    /// facts of each decision.
    #[must_use]
    pub const fn acts_by_right(self) -> bool {
        !matches!(self, Self::LinkHolder | Self::Client)
    }

    /// Whether the role reaches people whose processing is restricted: who watches over the restriction, and the person
    /// (GDPR 18.2: a restriction never keeps people from their own data).
    #[must_use]
    pub const fn reaches_restricted(self) -> bool {
        matches!(self, Self::DataProtectionOfficer | Self::Client)
    }

    /// What a register's profile calls the role.
    #[must_use]
    pub const fn in_profile(self) -> polku_profile::Role {
        use polku_profile::Role as Known;
        match self {
            // A link serves the task of the worker who gave it.
            Self::Coach | Self::LinkHolder => Known::Coach,
            Self::ServiceManager => Known::ServiceManager,
            Self::MainUser => Known::MainUser,
            Self::DataProtectionOfficer => Known::DataProtectionOfficer,
            Self::RecordsOfficer => Known::RecordsOfficer,
            Self::Statistician => Known::Statistics,
            Self::Partner => Known::PartnerOfficial,
            Self::Client => Known::Client,
        }
    }
}

/// What a right allows beside its role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Privileges {
    /// A7: may have a protected address shown.
    pub address: AddressPrivilege,
}

/// Whether protected addresses may be shown to this visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AddressPrivilege {
    /// They stay hidden.
    #[default]
    Hidden,
    /// Each can be shown, and each showing is recorded.
    Reveals,
}
