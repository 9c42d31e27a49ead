//! Roles by job description, and what each may do in a register (E2).

use crate::keyed::keyed;

keyed! {
    /// A role, held personally, in one register, for a time.
    pub enum Role {
        /// Coach: works with own clients.
        Coach = "coach",
        /// Service manager: answers for a service and its coaches.
        ServiceManager = "service_manager",
        /// Main user (pääkäyttäjä): users, rights, instructions, configuration.
        MainUser = "main_user",
        /// Data protection officer.
        DataProtectionOfficer = "data_protection_officer",
        /// Records officer: retention, destruction, archive.
        RecordsOfficer = "records_officer",
        /// Statistics: anonymous figures only.
        Statistics = "statistics",
        /// Official of a partner authority in a joint service.
        PartnerOfficial = "partner_official",
        /// The client, about themselves.
        Client = "client",
    }
}

keyed! {
    /// Something that a role may do in a register. Which clients it reaches is the desk's rule, not this list's.
    pub enum Activity {
        /// Find and list one's clients.
        FindClients = "find_clients",
        /// Take a client in, and keep basic data.
        TakeIn = "take_in",
        /// Read a client's record.
        ReadRecord = "read_record",
        /// See a protected address (A7).
        SeeProtectedAddress = "see_protected_address",
        /// Merge two records of one person, and undo it.
        Merge = "merge",
        /// Keep periods and goals.
        KeepPeriods = "keep_periods",
        /// Make agreements.
        MakeAgreements = "make_agreements",
        /// Write the diary, contacts and tasks.
        WriteDiary = "write_diary",
        /// Mark attendance.
        MarkAttendance = "mark_attendance",
        /// Confirm and lock a month of attendance.
        ConfirmAttendance = "confirm_attendance",
        /// Count and confirm expense allowances.
        CountAllowances = "count_allowances",
        /// Assess.
        Assess = "assess",
        /// Write statements and summaries.
        WriteStatements = "write_statements",
        /// Sign statements.
        SignStatements = "sign_statements",
        /// Make service-need assessments and plans.
        Plan = "plan",
        /// Keep documents.
        KeepDocuments = "keep_documents",
        /// Make decisions about the client.
        Decide = "decide",
        /// Record consents and their withdrawal.
        RecordConsents = "record_consents",
        /// Prepare and decide disclosures.
        Disclose = "disclose",
        /// Answer the person's requests.
        AnswerRequests = "answer_requests",
        /// Import registers and feeds.
        Import = "import",
        /// Export lists and registers.
        Export = "export",
        /// Keep employers and their contact persons.
        KeepEmployers = "keep_employers",
        /// Keep events and enrolments.
        KeepEvents = "keep_events",
        /// Make surveys and read their results.
        KeepSurveys = "keep_surveys",
        /// Keep photos and their consents.
        KeepPhotos = "keep_photos",
        /// Look at anonymous statistics.
        SeeStatistics = "see_statistics",
        /// Send the statistics that the state asks for.
        SendStatistics = "send_statistics",
        /// Open a record in an emergency, with a reason (E5).
        EmergencyAccess = "emergency_access",
        /// Keep users, roles and access reviews.
        KeepUsers = "keep_users",
        /// Keep templates, instruments, places and other settings.
        KeepSettings = "keep_settings",
        /// Read the access log of a person.
        ReadAccessLog = "read_access_log",
        /// Keep the privacy notice, processors, breaches and decisions about the register.
        KeepRegister = "keep_register",
        /// Review and approve destruction.
        ApproveDestruction = "approve_destruction",
        /// Keep the paper register.
        KeepPaper = "keep_paper",
        /// See one's own data, plan, consents and looks.
        SeeOwn = "see_own",
        /// Give and withdraw own consents, make requests.
        ActOwn = "act_own",
    }
}

impl Activity {
    /// Whether it can reach a person's data, so that a purpose must cover it.
    #[must_use]
    pub const fn touches_people(self) -> bool {
        !matches!(self, Self::KeepUsers | Self::KeepSettings | Self::KeepRegister)
    }
}
