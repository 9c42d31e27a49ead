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
