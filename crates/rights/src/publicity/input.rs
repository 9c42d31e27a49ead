//! What is typed about others' requests, by people and programs alike.

use jiff::civil::Date;
use polku_profile::{Channel, Profile};
use polku_values::InterfaceLanguage;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::request::{Act, PublicityWords};
use crate::input::{LONGEST_NAME, LONGEST_TEXT, explains};

/// A request as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct PublicityInput {
    /// How it came: `paper`, `oral`, `web_form`, `secure_mail` or another channel.
    pub(super) channel: String,
    /// When it came; today when empty.
    pub(super) received_on: String,
    /// Who asks; nobody has to say it.
    pub(super) asker: String,
    /// Where the answer goes.
    pub(super) contact: String,
    /// What is asked.
    pub(super) asked: String,
}

/// What somebody does to a request, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct PublicityAct {
    /// `take`, `extend`, `grant`, `partly`, `refuse`, `decide`, `route` or `withdraw`.
    pub(super) act: String,
    /// Why: for an extension, a refusal, a part or a decision.
    pub(super) reasons: String,
    /// The provision on which a refusal rests, such as `24 § 1 mom. 25 kohta`.
    pub(super) provision: String,
    /// The authority that it belongs to.
    pub(super) routed_to: String,
    /// The language of the letter: `fi`, `sv` or `en`.
    pub(super) language: String,
}

/// A request that can be stored.
pub(super) struct New {
    pub(super) channel: Channel,
    pub(super) received_on: Date,
    pub(super) words: PublicityWords,
}

/// An act that can be done.
pub(super) struct Doing {
    pub(super) act: Act,
    pub(super) reasons: String,
    pub(super) provision: String,
    pub(super) routed_to: String,
    pub(super) language: InterfaceLanguage,
}

impl PublicityInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, today: Date) -> Result<New, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let channel = wrong.keep(
            "channel",
            Channel::from_key(self.channel.trim()).ok_or("requests-channel-missing"),
        );
        let received_on = wrong
            .optional_day("received_on", &self.received_on, today)
            .unwrap_or(today);
        if received_on > today {
            wrong.note("received_on", Err("requests-received-ahead"));
        }
        let by_whom = wrong.text("asker", &self.asker, LONGEST_NAME, "requests-text-long");
        let contact = wrong.text("contact", &self.contact, LONGEST_NAME, "requests-text-long");
        let asked = wrong.text("asked", &self.asked, LONGEST_TEXT, "requests-text-long");
        if asked.is_empty() {
            wrong.note("asked", Err("requests-asked-missing"));
        }
        wrong.finish(|| {
            Some(New {
                channel: channel?,
                received_on,
                words: PublicityWords {
                    asker: by_whom,
                    contact,
                    asked,
                    ..PublicityWords::default()
                },
            })
        })
    }
}

impl PublicityAct {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, profile: &Profile) -> Result<Doing, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let act: Option<Act> = wrong.keep("act", self.act.parse().map_err(|_| "requests-act-missing"));
        let reasons = wrong.text("reasons", &self.reasons, LONGEST_TEXT, "requests-text-long");
        if act.is_some_and(Act::needs_reasons) && !explains(&reasons) {
            wrong.note("reasons", Err("requests-reasons-missing"));
        }
        let provision = wrong.text("provision", &self.provision, LONGEST_NAME, "requests-text-long");
        let refuses = matches!(act, Some(Act::Refuse | Act::Partly | Act::Decide));
        if refuses && provision.is_empty() {
            wrong.note("provision", Err("publicity-provision-missing"));
        }
        let routed_to = wrong.text("routed_to", &self.routed_to, LONGEST_NAME, "requests-text-long");
        if act == Some(Act::Route) && routed_to.is_empty() {
            wrong.note("routed_to", Err("requests-routed-to-missing"));
        }
        let language = match self.language.trim() {
            "" => Some(profile.default_language()),
            code => wrong.keep(
                "language",
                InterfaceLanguage::from_code(code).ok_or("requests-language-missing"),
            ),
        };
        wrong.finish(|| {
            Some(Doing {
                act: act?,
                reasons,
                provision,
                routed_to,
                language: language?,
            })
        })
    }
}
