//! When data may be given to others, and what is marked on it (C3).

use serde::Deserialize;

use crate::{Citation, Passage, Text, Transfers, keyed::keyed};

keyed! {
    /// What a ground may give out.
    #[derive(Default)]
    pub enum Opens {
        /// Only what is not secret.
        #[default]
        Public = "public",
        /// What is secret as well, when the decision names the provision of the special act.
        WithProvision = "with_provision",
        /// What is secret as well, as far as the recipient cannot do without it.
        Secret = "secret",
    }
}

/// `[disclosure]`: the policy.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disclosure {
    /// Whether anything is disclosed regularly, in words. No profile does so without a ground.
    pub regular: Passage,
    /// The secrecy marking printed on what is disclosed (Act 621/1999, 25 §, or the controller's own secrecy act).
    pub marking: Text,
    /// Grounds other than consent that a decision may name; a special act comes before the general one.
    pub grounds: Vec<DisclosureGround>,
    /// Transfers outside the EU and EEA.
    pub transfers: Transfers,
    /// The policy on transfers in words.
    pub transfers_text: Passage,
}

/// A named legal ground of a disclosure.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisclosureGround {
    /// Stable key, written into the register of disclosures.
    pub key: String,
    /// The ground, in words.
    pub text: Text,
    /// The provision.
    pub law: Citation,
    /// Whether it holds despite secrecy and the person's refusal: what another authority needs for its statutory task.
    #[serde(default)]
    pub despite_secrecy: bool,
    /// Whether it may give out what is secret. What holds despite secrecy always may.
    #[serde(default)]
    pub opens: Opens,
}

impl DisclosureGround {
    /// What may be given on this ground.
    #[must_use]
    pub const fn opens(&self) -> Opens {
        if self.despite_secrecy {
            Opens::Secret
        } else {
            self.opens
        }
    }
}
