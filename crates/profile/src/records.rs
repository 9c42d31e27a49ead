//! What kinds of records a register holds besides fields (F3).

use serde::Deserialize;

use crate::{
    Activity, StatutoryClass,
    keyed::{keyed, label_key},
};

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
        label_key("record", self.key())
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
