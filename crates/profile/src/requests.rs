//! How a person's requests about their data are received and answered (D1).

use serde::Deserialize;

use crate::{Channel, Deadline, Passage, Text};

/// `[requests]`: channels, addressee and clock. Every channel is accepted; one is recommended.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requests {
    /// The channel that the notice recommends.
    pub recommended: Channel,
    /// All channels that the notice names.
    pub channels: Vec<Channel>,
    /// How to make a request, in words.
    pub how: Passage,
    /// To whom requests are addressed.
    pub addressee: Text,
    /// Postal address for requests, if the notice gives one.
    #[serde(default)]
    pub address: Option<String>,
    /// Within what time an answer is given.
    pub answer_within: Deadline,
    /// By how much the time may be extended when the person is told of it (GDPR 12.3); none if never.
    #[serde(default)]
    pub extension: Option<Deadline>,
    /// When a fee may be asked, in words (GDPR 12.5).
    #[serde(default)]
    pub fee: Option<Passage>,
    /// To whom what belongs to another authority is routed.
    #[serde(default)]
    pub routes: Vec<RequestRoute>,
    /// Who supervises, for refusals and complaints.
    pub supervisor: Supervisor,
}

/// Data whose requests belong to another authority.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestRoute {
    /// What data.
    pub about: Text,
    /// Which authority, in whose register it lives.
    pub authority: Text,
}

/// The supervisory authority.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supervisor {
    /// Its name.
    pub name: Text,
    /// Postal address.
    pub address: String,
    /// Web page.
    pub web: String,
}
