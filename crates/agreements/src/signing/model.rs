//! What is signed, by whom and how.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::{SignedDuration, Timestamp};
use polku_desk::{
    DeskError, Result, SealedRecord, SubjectId, account::Strength, named_states, portal::Manner,
};
use polku_ledger::FileHash;
use polku_values::InterfaceLanguage;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

named_states! {
    /// Who signs.
    pub enum Party {
        /// The client.
        Client = "client",
        /// The controller, by a worker.
        Organisation = "organisation",
    }
}

named_states! {
    /// Which kind of signature it is, as Regulation (EU) 910/2014 tells them apart in article 3.
    pub enum SignatureKind {
        /// By hand, on paper.
        Handwritten = "handwritten",
        /// An electronic signature (article 3, point 10).
        Plain = "plain",
        /// An advanced electronic signature (article 3, point 11; article 26).
        Advanced = "advanced",
    }
}

named_states! {
    /// By which way it was given.
    pub enum Way {
        /// On paper, which was scanned.
        Paper = "paper",
        /// On the client's own device, by a link that serves once.
        OwnDevice = "own-device",
        /// On the worker's device that was handed over.
        HandedDevice = "handed-device",
        /// By a worker who had signed in by a passkey and proven it anew.
        SignedInPasskey = "signed-in-passkey",
        /// The same by a password and a one-time code.
        SignedInSecondFactor = "signed-in-second-factor",
        /// The same by a password alone.
        SignedInPassword = "signed-in-password",
        /// By the client in the portal, just after strong electronic identification (Act 617/2009).
        PortalIdentified = "portal-identified",
        /// By the client in the portal, longer after it.
        PortalIdentifiedBefore = "portal-identified-before",
        /// By the client in the portal, after a code of their list.
        PortalCode = "portal-code",
    }
}

/// How long after strong identification a signature still counts as given by whoever was identified: longer after it,
/// somebody else may have come to the device.
pub const IDENTIFIED_FOR: SignedDuration = SignedDuration::from_mins(15);

impl SignatureKind {
    /// The kind of a signature. An electronic one is advanced only when the signer was strongly identified while signing:
    /// without that it is not capable of identifying the signatory (Regulation 910/2014, article 26, point b).
    #[must_use]
    pub const fn of(way: Way) -> Self {
        match way {
            Way::Paper => Self::Handwritten,
            Way::PortalIdentified => Self::Advanced,
            Way::OwnDevice
            | Way::HandedDevice
            | Way::SignedInPasskey
            | Way::SignedInSecondFactor
            | Way::SignedInPassword
            | Way::PortalIdentifiedBefore
            | Way::PortalCode => Self::Plain,
        }
    }
}

impl Way {
    /// That of a client who came into the portal in this manner, so long ago.
    #[must_use]
    pub fn in_portal(manner: Manner, ago: SignedDuration) -> Self {
        match manner {
            Manner::Identification if ago <= IDENTIFIED_FOR => Self::PortalIdentified,
            Manner::Identification => Self::PortalIdentifiedBefore,
            Manner::Codes => Self::PortalCode,
        }
    }

    /// That of a worker whose session is as strong as this.
    #[must_use]
    pub const fn of_session(strength: Strength) -> Self {
        match strength {
            Strength::Password => Self::SignedInPassword,
            Strength::SecondFactor => Self::SignedInSecondFactor,
            Strength::Passkey => Self::SignedInPasskey,
        }
    }
}

named_states! {
    /// Which of the papers of an agreement it is.
    pub enum Stage {
        /// As it was shown to those who sign.
        Shown = "shown",
        /// With the signatures on it.
        Signed = "signed",
    }
}

/// What a paper says, and its file. Sealed as one value.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct PaperWords {
    /// What the agreement is called.
    pub(crate) title: String,
    /// Its text, with its fields filled.
    pub(crate) text: String,
    /// Labels and values above it.
    pub(crate) facts: Vec<(String, String)>,
    /// The client's name.
    pub(crate) client_name: String,
    /// The controller.
    pub(crate) organisation: String,
    /// In which language it is.
    pub(crate) language: InterfaceLanguage,
    /// The file (PDF), in base64.
    file: String,
    /// The register's seal over the file; empty as long as it is not signed.
    pub(crate) seal: String,
}

impl SealedRecord for PaperWords {
    const TABLE: &'static str = "agreement_paper";
}

impl std::fmt::Debug for PaperWords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("PaperWords")
    }
}

/// What is printed, before there is a file of it.
#[derive(Clone)]
pub(crate) struct Wording {
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) facts: Vec<(String, String)>,
    pub(crate) client_name: String,
    pub(crate) organisation: String,
    pub(crate) language: InterfaceLanguage,
}

impl Wording {
    /// With its file, and the seal over it.
    pub(crate) fn printed(self, file: &[u8], seal: String) -> PaperWords {
        PaperWords {
            title: self.title,
            text: self.text,
            facts: self.facts,
            client_name: self.client_name,
            organisation: self.organisation,
            language: self.language,
            file: STANDARD.encode(file),
            seal,
        }
    }
}

impl PaperWords {
    /// The file.
    ///
    /// # Errors
    /// [`DeskError::Stored`] when it is not what was stored.
    pub(crate) fn file(&self) -> Result<Vec<u8>> {
        STANDARD
            .decode(&self.file)
            .map_err(|_| DeskError::Stored("agreement paper"))
    }

    /// What it says, to be printed again with more on it.
    pub(crate) fn wording(&self) -> Wording {
        Wording {
            title: self.title.clone(),
            text: self.text.clone(),
            facts: self.facts.clone(),
            client_name: self.client_name.clone(),
            organisation: self.organisation.clone(),
            language: self.language,
        }
    }
}

/// A paper as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Paper {
    /// Its id.
    pub(crate) id: Uuid,
    /// Under whose record it lies.
    pub(crate) owner: SubjectId,
    /// Of which agreement.
    pub(crate) agreement: Uuid,
    /// When it was made.
    pub(crate) made_at: Timestamp,
    /// How the client was asked last.
    pub(crate) asked: Option<Way>,
    /// What it says.
    pub(crate) words: PaperWords,
}

impl Paper {
    /// The hash of its file.
    pub(crate) fn hash(&self) -> Result<FileHash> {
        Ok(FileHash::of(&self.words.file()?))
    }
}

/// What is secret in a signature. Sealed as one value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct SignatureWords {
    /// The name, as it was typed or as the worker is called.
    pub(crate) name: String,
    /// The scanned paper among the client's documents.
    pub(crate) scan: Option<Uuid>,
    /// The hash of the file that was shown, which binds the signature to it (Regulation 910/2014, article 26, point d).
    /// Empty of one by hand, and of those that were stored before it was noted.
    pub(crate) shown: String,
}

impl SealedRecord for SignatureWords {
    const TABLE: &'static str = "agreement_signature";
}

impl std::fmt::Debug for SignatureWords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SignatureWords")
    }
}

/// A signature.
#[derive(Clone, Debug)]
pub(crate) struct Signature {
    /// Whose.
    pub(crate) party: Party,
    /// Which kind.
    pub(crate) kind: SignatureKind,
    /// By which way.
    pub(crate) way: Way,
    /// When; of one by hand the middle of its day.
    pub(crate) at: Timestamp,
    /// Name, scan and what was shown.
    pub(crate) words: SignatureWords,
}

impl Signature {
    /// One given on a screen. What was shown is noted when it is stored, from the paper itself.
    pub(crate) fn on_screen(party: Party, way: Way, at: Timestamp, name: String) -> Self {
        Self {
            party,
            kind: SignatureKind::of(way),
            way,
            at,
            words: SignatureWords {
                name,
                ..SignatureWords::default()
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_electronic_signature_is_advanced_only_by_strong_identification_b3() {
        for way in Way::ALL {
            let kind = SignatureKind::of(*way);
            assert_eq!(kind == SignatureKind::Handwritten, *way == Way::Paper, "{way}");
            assert_eq!(
                kind == SignatureKind::Advanced,
                *way == Way::PortalIdentified,
                "{way}"
            );
        }
    }

    proptest! {
        #[test]
        fn an_identification_counts_for_a_quarter_of_an_hour_and_a_code_never_b3(seconds in 0_i64..40_000) {
            let ago = SignedDuration::from_secs(seconds);
            let kind = SignatureKind::of(Way::in_portal(Manner::Identification, ago));
            let expected = if seconds <= 900 { SignatureKind::Advanced } else { SignatureKind::Plain };
            prop_assert_eq!(kind, expected);
            prop_assert_eq!(SignatureKind::of(Way::in_portal(Manner::Codes, ago)), SignatureKind::Plain);
        }
    }
}
