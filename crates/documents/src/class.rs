//! What a document is about: by its class its retention follows from the profile.

use polku_profile::{Profile, RecordKind};

polku_desk::named_states! {
    /// The class of a document.
    pub enum Class {
        /// A referral with its cover note.
        Referral = "referral",
        /// An agreement, as it was signed.
        Agreement = "agreement",
        /// A plan: activation, integration, multi-agency.
        Plan = "plan",
        /// A decision of an authority or of the controller.
        Decision = "decision",
        /// A statement or report about the client.
        Statement = "statement",
        /// A certificate of study, work or competence.
        Certificate = "certificate",
        /// A curriculum vitae or an application for work.
        Application = "application",
        /// Something about health or ability to work.
        Health = "health",
        /// Something about benefits, pay or allowances.
        Benefit = "benefit",
        /// A consent on paper.
        Consent = "consent",
        /// A letter or message.
        Letter = "letter",
        /// Anything else.
        Other = "other",
    }
}

impl Class {
    /// The key of its word.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Referral => "documents-class-referral",
            Self::Agreement => "documents-class-agreement",
            Self::Plan => "documents-class-plan",
            Self::Decision => "documents-class-decision",
            Self::Statement => "documents-class-statement",
            Self::Certificate => "documents-class-certificate",
            Self::Application => "documents-class-application",
            Self::Health => "documents-class-health",
            Self::Benefit => "documents-class-benefit",
            Self::Consent => "documents-class-consent",
            Self::Letter => "documents-class-letter",
            Self::Other => "documents-class-other",
        }
    }

    /// The records that papers of this class belong to, the nearest first.
    const fn records(self) -> &'static [RecordKind] {
        match self {
            Self::Referral => &[RecordKind::Referral],
            Self::Agreement => &[RecordKind::Agreement],
            Self::Plan => &[
                RecordKind::JointPlan,
                RecordKind::ActivationPlan,
                RecordKind::IntegrationPlan,
            ],
            Self::Decision => &[RecordKind::Decision],
            Self::Statement => &[RecordKind::FinalStatement, RecordKind::InterimReport],
            Self::Benefit => &[RecordKind::Allowance],
            Self::Consent => &[RecordKind::Consent],
            Self::Certificate | Self::Application | Self::Health | Self::Letter | Self::Other => &[],
        }
    }

    /// The retention class of the profile: that of the record whose paper it is, or that of documents. Empty in a register
    /// that keeps neither.
    pub(crate) fn retention(self, profile: &Profile) -> &str {
        let kept = self.records().iter().find_map(|kind| profile.record(*kind));
        kept.or_else(|| profile.record(RecordKind::Document))
            .map_or("", |record| record.retention.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_class_of_each_shipped_register_that_keeps_documents_has_a_retention_f1() {
        for name in Profile::shipped_names() {
            let profile = Profile::shipped(name).expect("a shipped profile");
            if !profile.keeps(RecordKind::Document) {
                continue;
            }
            for class in Class::ALL {
                let retention = class.retention(&profile);
                assert!(profile.retention_class(retention).is_some(), "{name} {class}");
            }
        }
    }
}
