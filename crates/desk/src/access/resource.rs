//! What of a person's data, and what is done to it.

crate::named_states! {
    /// A kind of data about a person. Every statement on a person's rows says which kind it touches.
    pub enum Resource {
        /// Name, codes, contacts.
        Identity = "identity",
        /// Basic data that is not special.
        Basics = "basics",
        /// Special-category data: health, substance use, trade union.
        Special = "special",
        /// An address under a protection order (turvakielto).
        ProtectedAddress = "protected-address",
        /// Client relationships and periods.
        Service = "service",
        /// Who is responsible.
        Care = "care",
        /// Attendance.
        Attendance = "attendance",
        /// The coaching diary, with its drafts.
        Diary = "diary",
        /// Goals and their progress.
        Goals = "goals",
        /// Assessments by instruments, and skills learnt at work.
        Assessments = "assessments",
        /// What the client answers about themselves.
        SelfAssessment = "self-assessment",
        /// Contacts, meetings and tasks that follow from them.
        Contacts = "contacts",
        /// Consents and their withdrawal.
        Consents = "consents",
        /// Disclosures: who asked, on which ground, what was given.
        Disclosures = "disclosures",
        /// Reports, statements and summaries drafted from the record.
        Statements = "statements",
        /// Work and activity agreements: their terms and how far they are.
        Agreements = "agreements",
        /// Agreements as they were shown for signing, and the signatures.
        AgreementSigning = "agreement-signing",
        /// Decisions about the client.
        Decisions = "decisions",
        /// Client narratives.
        Narratives = "narratives",
        /// What clients say of the service.
        ServiceFeedback = "service-feedback",
        /// Scanned papers and files.
        Documents = "documents",
        /// Papers that are nobody's yet.
        Unsorted = "unsorted",
        /// Who has looked, as the person may know it: no tries that were denied, no names unless the profile shows them.
        AccessLog = "access-log",
        /// Who has looked in all detail, and emergency access.
        Oversight = "oversight",
        /// Whose data a breach was about, and when they were told.
        Breaches = "breaches",
        /// Duplicates and merges.
        Duplicates = "duplicates",
        /// Allowances that were counted and paid.
        Allowance = "allowance",
        /// Who has the client's portal open: by which name, until when.
        PortalAccess = "portal-access",
        /// What the client was told at the start.
        Induction = "induction",
        /// Import runs and what they brought.
        Import = "import",
        /// Paper folders: where they lie, and who took them.
        Paper = "paper",
        /// Packages that were made for the archive.
        Archive = "archive",
        /// How long things are kept, and that they are destroyed: erasures, holds, batches.
        Retention = "retention",
        /// What the person asked about their own data, how it was answered, and whether processing is restricted.
        Requests = "requests",
        /// Photographs: the picture, where it is used, and who is in it.
        Photos = "photos",
    }
}

crate::named_states! {
    /// What is done to a person's data.
    pub enum Action {
        /// Looked at.
        Read = "read",
        /// Changed or added to.
        Write = "write",
        /// Taken into the register.
        Admit = "admit",
        /// Taken out as a file.
        Export = "export",
        /// A protected address shown.
        Reveal = "reveal",
        /// Two records joined, or parted again.
        Merge = "merge",
        /// Destroyed for good.
        Destroy = "destroy",
        /// Packed for the archive.
        Transfer = "transfer",
        /// Copied for the person themselves.
        Copy = "copy",
        /// Read for a pseudonymised extract that a decision allows (C8).
        Extract = "extract",
    }
}
