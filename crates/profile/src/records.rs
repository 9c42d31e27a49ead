//! What kinds of records a register holds besides fields, and for how long (F1, F3).

use serde::Deserialize;

use crate::{Activity, Citation, StatutoryClass, Text, dates::Deadline, keyed::keyed};

keyed! {
    /// A kind of record or document.
    pub enum RecordKind {
        /// Referral and cover note.
        Referral = "referral",
        /// Period with measure, place and schedule.
        Period = "period",
        /// Work or activity agreement.
        Agreement = "agreement",
        /// Goal and its realisation.
        Goal = "goal",
        /// Entry of the coaching diary.
        Diary = "diary",
        /// Attendance.
        Attendance = "attendance",
        /// Expense allowance and its payment file.
        Allowance = "allowance",
        /// Assessment by an instrument.
        Assessment = "assessment",
        /// Interim report.
        InterimReport = "interim_report",
        /// Final statement.
        FinalStatement = "final_statement",
        /// Progress summary for the referring body.
        ProgressSummary = "progress_summary",
        /// Summary for internal use, marked secret.
        InternalSummary = "internal_summary",
        /// Assessment of the service need.
        ServiceNeedAssessment = "service_need_assessment",
        /// Joint multi-agency plan.
        JointPlan = "joint_plan",
        /// Activation plan.
        ActivationPlan = "activation_plan",
        /// Integration plan.
        IntegrationPlan = "integration_plan",
        /// Contact or meeting, and what was agreed.
        Contact = "contact",
        /// Scanned paper or file.
        Document = "document",
        /// Decision.
        Decision = "decision",
        /// Client narrative.
        Narrative = "narrative",
        /// Feedback.
        Feedback = "feedback",
        /// Consent and its withdrawal.
        Consent = "consent",
        /// Disclosure.
        Disclosure = "disclosure",
        /// Request of a person about their data.
        Request = "request",
        /// Access log.
        AccessLog = "access_log",
        /// Form filled in before entry, destroyed after it.
        PreEntryForm = "pre_entry_form",
        /// Company or employer client.
        Employer = "employer",
        /// Enrolment and participation.
        Enrolment = "enrolment",
        /// Answer to a survey.
        SurveyAnswer = "survey_answer",
        /// Photo and its permit.
        Photo = "photo",
        /// Row of a feed from another authority.
        FeedRow = "feed_row",
        /// User of a shared workspace.
        WorkspaceUser = "workspace_user",
        /// Report of a problem.
        ProblemReport = "problem_report",
    }
}

impl RecordKind {
    /// The activity without which nobody could make such a record.
    #[must_use]
    pub const fn made_by(self) -> Option<Activity> {
        Some(match self {
            Self::Period | Self::Goal => Activity::KeepPeriods,
            Self::Agreement => Activity::MakeAgreements,
            Self::Diary | Self::Contact => Activity::WriteDiary,
            Self::Attendance => Activity::MarkAttendance,
            Self::Allowance => Activity::CountAllowances,
            Self::Assessment => Activity::Assess,
            Self::InterimReport | Self::FinalStatement | Self::ProgressSummary | Self::InternalSummary => {
                Activity::WriteStatements
            }
            Self::ServiceNeedAssessment | Self::JointPlan | Self::ActivationPlan | Self::IntegrationPlan => {
                Activity::Plan
            }
            Self::Document => Activity::KeepDocuments,
            Self::Decision => Activity::Decide,
            Self::Employer => Activity::KeepEmployers,
            Self::Enrolment => Activity::KeepEvents,
            Self::SurveyAnswer => Activity::KeepSurveys,
            Self::Photo => Activity::KeepPhotos,
            _ => return None,
        })
    }

    /// The name of the record kind's label in `locales/*/fields.ftl`.
    #[must_use]
    pub fn label_key(self) -> String {
        format!("record-{}", self.key().replace('_', "-"))
    }
}

/// `[[records]]`: a kind of record that the register holds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// What kind.
    pub kind: RecordKind,
    /// Key of the retention class.
    pub retention: String,
    /// Whether it is secret, partly secret or public.
    #[serde(default)]
    pub publicity: Publicity,
    /// Class in the register of the joint service, if the act has one for it.
    #[serde(default)]
    pub class: Option<StatutoryClass>,
}

keyed! {
    /// Publicity class of a record (F3).
    #[derive(Default)]
    pub enum Publicity {
        /// Secret.
        #[default]
        Secret = "secret",
        /// Partly secret.
        Partly = "partly",
        /// Public.
        Public = "public",
    }
}

/// How long something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    /// Whole years, 2–20.
    Years(u8),
    /// A short working time, for papers that only lead to an entry.
    For(Deadline),
    /// While it is needed and the consent is in force; the shorter decides (C6).
    WhileConsented,
    /// Permanently, in the archive.
    Permanently,
}

keyed! {
    /// The event from which a retention period runs.
    pub enum ClockStart {
        /// The client relationship ended and cooperation is no longer needed.
        RelationshipEnded = "relationship_ended",
        /// The record was made or signed.
        RecordMade = "record_made",
        /// The calendar year of the record ended.
        YearEnded = "year_ended",
        /// The financial year of the record ended.
        FinancialYearEnded = "financial_year_ended",
        /// The consent was withdrawn or ran out.
        ConsentEnded = "consent_ended",
        /// The data was entered from the paper.
        Entered = "entered",
        /// The event or training was held.
        EventHeld = "event_held",
    }
}

keyed! {
    /// What is done when the time is over.
    pub enum Afterwards {
        /// Destroyed, with a certificate.
        Destroy = "destroy",
        /// Moved to the archive.
        Archive = "archive",
    }
}

/// `[[retention]]`: a retention class.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionClass {
    /// Key by which fields and records point here.
    pub key: String,
    /// Name of the class.
    pub name: Text,
    /// How long.
    pub keep: Keep,
    /// From when.
    pub from: ClockStart,
    /// What then.
    pub then: Afterwards,
    /// Ground in words: records plan, act, decision.
    pub ground: Text,
    /// Ground in law, where there is one.
    #[serde(default)]
    pub law: Option<Citation>,
    /// Function class of the records plan, where the controller has given it (F3).
    #[serde(default)]
    pub function_class: Option<String>,
}
