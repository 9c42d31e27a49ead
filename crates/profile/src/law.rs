//! Acts as dated data, and the bases of processing that lean on them (C2).

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::{Text, Validity, keyed::keyed};

/// A statute, with the days on which it was in force. Notices cite repealed acts: what was in force when stays here.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// Number in the statute book, such as `189/2001`; the EU's regulation is `2016/679`.
    pub number: String,
    /// Official name.
    pub name: Text,
    /// When it was in force.
    pub in_force: Validity,
    /// Number of the act that took its place.
    #[serde(default)]
    pub replaced_by: Option<String>,
    /// What somebody should still check against the statute book, such as an exact date.
    #[serde(default)]
    pub to_check: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StatuteBook {
    acts: Vec<Act>,
}

static SHIPPED: LazyLock<Vec<Act>> = LazyLock::new(|| {
    let book: StatuteBook =
        toml::from_str(include_str!("../data/acts.toml")).expect("the shipped statute book reads");
    book.acts
});

/// The acts that every profile may cite without declaring them.
#[must_use]
pub fn shipped_acts() -> &'static [Act] {
    &SHIPPED
}

keyed! {
    /// A ground of GDPR article 6.1 for processing.
    pub enum Ground {
        /// Consent.
        Consent = "6.1 a",
        /// A contract with the person.
        Contract = "6.1 b",
        /// The controller's legal duty.
        LegalDuty = "6.1 c",
        /// A vital interest.
        VitalInterest = "6.1 d",
        /// A task in the public interest or official authority.
        PublicTask = "6.1 e",
        /// A legitimate interest; not for authorities in their tasks.
        LegitimateInterest = "6.1 f",
    }
}

keyed! {
    /// A ground of GDPR article 9.2 for processing special-category data.
    pub enum SpecialGround {
        /// Explicit consent.
        ExplicitConsent = "9.2 a",
        /// Labour law, social security and social protection.
        SocialProtection = "9.2 b",
        /// A vital interest.
        VitalInterest = "9.2 c",
        /// An important public interest on the basis of law.
        PublicInterest = "9.2 g",
        /// Health care or social care, assessment of the ability to work.
        Care = "9.2 h",
        /// Archiving, research or statistics.
        Archiving = "9.2 j",
    }
}

/// One entry of the legal-basis register: an article of the GDPR, tied to an act and a task.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Key by which purposes point here.
    pub key: String,
    /// Ground of article 6.1.
    pub article: Ground,
    /// Ground of article 9.2, when special-category data may be processed on this basis.
    #[serde(default)]
    pub special: Option<SpecialGround>,
    /// Number of the act from which the task comes. A consent or contract needs none.
    #[serde(default)]
    pub act: Option<String>,
    /// Section of the act, such as `9 §`.
    #[serde(default)]
    pub section: Option<String>,
    /// The task, in words for the notice.
    pub task: Text,
    /// When the controller relied on it; within the days on which the act was in force.
    #[serde(default)]
    pub holds: Validity,
}

impl Basis {
    /// Whether the basis is the client's own consent, which can be withdrawn.
    #[must_use]
    pub const fn is_consent(&self) -> bool {
        matches!(self.article, Ground::Consent)
    }
}

/// A place in the law that is cited as a ground.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// Number of the act.
    pub act: String,
    /// Section, such as `24 § 1 mom. 25 kohta`; left out until somebody has found it.
    #[serde(default)]
    pub section: Option<String>,
}
