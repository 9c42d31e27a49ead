//! What entitles somebody, found by the desk and never passed in.

crate::named_states! {
    /// The ground that a decision rests on. [`legal_ground`](super::legal_ground) ties it to an act and a section.
    pub enum Basis {
        /// Responsible for the client, or a substitute.
        CareRelationship = "care-relationship",
        /// Coaches a group that the client is in.
        GroupCoaching = "group-coaching",
        /// Leads the service in this register.
        ServiceManagement = "service-management",
        /// Keeps this register.
        RegisterDuty = "register-duty",
        /// Watches over data protection.
        OversightDuty = "oversight-duty",
        /// A timed emergency access with a reason.
        Emergency = "emergency",
        /// The person's own consent to being seen.
        Consent = "consent",
        /// Takes a new client in.
        Intake = "intake",
        /// Holds a link that a worker gave for one thing.
        OneTimeLink = "one-time-link",
        /// The person's own data, looked at in the portal.
        OwnData = "own-data",
        /// The program's own upkeep.
        Upkeep = "upkeep",
        /// None: denied.
        None = "none",
    }
}
