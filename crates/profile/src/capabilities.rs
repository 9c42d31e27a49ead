//! Functions that a register has or lacks, besides its fields and records.

use crate::{Field, RecordKind, keyed::keyed};

keyed! {
    /// A function that only some registers have. What a register lacks has no page, route or job there.
    pub enum Capability {
        /// Expense allowances and their SEPA payment file (B6).
        AllowancePayments = "allowance_payments",
        /// Export to PAR (G1).
        ParExport = "par_export",
        /// Import from PAR (G1).
        ParImport = "par_import",
        /// PARkki statistics three times a year (G1).
        Parkki = "parkki",
        /// Exchange between the authorities of a joint service without consent (C4).
        JointService = "joint_service",
        /// Attested roles in the session (E3).
        RoleCertificates = "role_certificates",
        /// Statutory data classes 1–7 shown as such (A6).
        StatutoryClasses = "statutory_classes",
        /// Being a client is itself secret (A8).
        SecretClienthood = "secret_clienthood",
        /// Consents to visibility for a provider or another unit (C1).
        VisibilityConsents = "visibility_consents",
        /// Company and employer clients (A10).
        Employers = "employers",
        /// Events, training and public enrolment (G4).
        Events = "events",
        /// Surveys (G5).
        Surveys = "surveys",
        /// Photos with consent (C6).
        Photos = "photos",
        /// Feeds from Kela (G2).
        KelaFeeds = "kela_feeds",
        /// Updates from the population register (G3).
        PopulationRegister = "population_register",
        /// User lists of shared workspaces (G7).
        Workspaces = "workspaces",
        /// Forms filled in before entry (F2).
        PreEntryForms = "pre_entry_forms",
    }
}

impl Capability {
    /// The fields without which the function can't work.
    #[must_use]
    pub const fn needs_fields(self) -> &'static [Field] {
        match self {
            Self::AllowancePayments => &[Field::BankAccount],
            Self::Employers => &[Field::ContactLastName, Field::Organisation],
            Self::Events => &[Field::ParticipantName],
            Self::Photos => &[Field::Picture, Field::PhotographedName],
            Self::KelaFeeds | Self::PopulationRegister => &[Field::IdentityCode],
            _ => &[],
        }
    }

    /// The kinds of record without which the function can't work.
    #[must_use]
    pub const fn needs_records(self) -> &'static [RecordKind] {
        match self {
            Self::AllowancePayments => &[RecordKind::Allowance, RecordKind::Attendance],
            Self::JointService => &[RecordKind::JointPlan],
            Self::Employers => &[RecordKind::Employer],
            Self::Events => &[RecordKind::Enrolment],
            Self::Surveys => &[RecordKind::SurveyAnswer],
            Self::Photos => &[RecordKind::Photo],
            Self::KelaFeeds => &[RecordKind::FeedRow],
            Self::Workspaces => &[RecordKind::WorkspaceUser],
            Self::PreEntryForms => &[RecordKind::PreEntryForm],
            _ => &[],
        }
    }
}
