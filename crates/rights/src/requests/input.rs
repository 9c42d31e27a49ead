//! What is typed about requests, by people and programs alike.

use jiff::civil::Date;
use polku_profile::{Channel, Profile};
use polku_values::{Cents, InterfaceLanguage};
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::request::{Act, Identity, Kind, RequestWords};
use crate::{
    input::{LONGEST_NAME, LONGEST_TEXT, explains},
    restrictions::restriction::Ground,
};

/// A request as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct RequestInput {
    /// `information`, `access`, `rectification`, `erasure`, `restriction`, `portability`, `objection`, `withdrawal` or
    /// `complaint`.
    pub(super) kind: String,
    /// How it came: `paper`, `oral`, `web_form`, `portal`, `secure_mail` or another channel.
    pub(super) channel: String,
    /// When it came; today when empty.
    pub(super) received_on: String,
    /// What is asked, in the person's words.
    pub(super) asked: String,
    /// Who asks on the person's behalf, and by what right.
    pub(super) on_behalf: String,
    /// `not-yet`, `known`, `document` or `strong`.
    pub(super) identity: String,
    /// Which document was shown: its kind, not its number.
    pub(super) identity_note: String,
}

/// A request that can be stored.
#[derive(Clone, Debug)]
pub(super) struct NewRequest {
    pub(super) kind: Kind,
    pub(super) channel: Channel,
    pub(super) received_on: Date,
    pub(super) identity: Identity,
    pub(super) words: RequestWords,
}

impl RequestInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, today: Date) -> Result<NewRequest, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let kind: Option<Kind> = wrong.keep("kind", self.kind.parse().map_err(|_| "requests-kind-missing"));
        // Every channel is accepted, also those that the notice does not recommend.
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
        let asked = wrong.text("asked", &self.asked, LONGEST_TEXT, "requests-text-long");
        if kind.is_some_and(says_what) && asked.is_empty() {
            wrong.note("asked", Err("requests-asked-missing"));
        }
        let on_behalf = wrong.text("on_behalf", &self.on_behalf, LONGEST_NAME, "requests-text-long");
        let (identity, identity_note) =
            identity(&mut wrong, &self.identity, &self.identity_note, Identity::NotYet);
        wrong.finish(|| {
            Some(NewRequest {
                kind: kind?,
                channel: channel?,
                received_on,
                identity: identity?,
                words: RequestWords {
                    asked,
                    on_behalf,
                    identity_note,
                    ..RequestWords::default()
                },
            })
        })
    }
}

/// Whether a request says nothing without words of its own.
pub(super) const fn says_what(kind: Kind) -> bool {
    matches!(kind, Kind::Rectification | Kind::Restriction | Kind::Objection)
}

fn identity(wrong: &mut ToMend, typed: &str, note: &str, otherwise: Identity) -> (Option<Identity>, String) {
    let identity = match typed.trim() {
        "" => Some(otherwise),
        typed => wrong
            .keep("identity", typed.parse().map_err(|_| "requests-identity-missing"))
            .and_then(|known| match known {
                // What the portal knows by itself no worker says.
                Identity::Codes => wrong.keep("identity", Err("requests-identity-missing")),
                known => Some(known),
            }),
    };
    let note = wrong.text("identity_note", note, LONGEST_NAME, "requests-text-long");
    (identity, note)
}

/// What somebody does to a request, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct ActInput {
    /// `identify`, `take`, `extend`, `grant`, `partly`, `refuse`, `route` or `withdraw`.
    pub(super) act: String,
    /// `known`, `document` or `strong`, when it is made sure who asks.
    pub(super) identity: String,
    /// Which document was shown.
    pub(super) identity_note: String,
    /// Why: for an extension, a refusal and an answer in part.
    pub(super) reasons: String,
    /// The authority that it belongs to.
    pub(super) routed_to: String,
    /// A fee in euros, where the request is manifestly excessive.
    pub(super) fee: String,
    /// The language of the letter: `fi`, `sv` or `en`.
    pub(super) language: String,
    /// The ground of a restriction: `accuracy`, `unlawful`, `claims` or `objection`.
    pub(super) ground: String,
}

/// An act that can be done.
#[derive(Clone, Debug)]
pub(super) struct Doing {
    pub(super) act: Act,
    pub(super) identity: Identity,
    pub(super) identity_note: String,
    pub(super) reasons: String,
    pub(super) routed_to: String,
    pub(super) fee: Option<i64>,
    pub(super) language: InterfaceLanguage,
    pub(super) ground: Option<Ground>,
}

impl ActInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, profile: &Profile, kind: Kind) -> Result<Doing, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let act: Option<Act> = wrong.keep("act", self.act.parse().map_err(|_| "requests-act-missing"));
        let (identity, identity_note) =
            identity(&mut wrong, &self.identity, &self.identity_note, Identity::NotYet);
        if act == Some(Act::Identify) && identity == Some(Identity::NotYet) {
            wrong.note("identity", Err("requests-identity-missing"));
        }
        let reasons = wrong.text("reasons", &self.reasons, LONGEST_TEXT, "requests-text-long");
        let fee = wrong.keep("fee", fee(&self.fee)).flatten();
        let is_explained = explains(&reasons);
        if act.is_some_and(Act::needs_reasons) && !is_explained {
            wrong.note("reasons", Err("requests-reasons-missing"));
        }
        if fee.is_some() && !is_explained {
            wrong.note("reasons", Err("requests-fee-reasons-missing"));
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
        let restricts = kind == Kind::Restriction && matches!(act, Some(Act::Grant | Act::Partly));
        let ground = if restricts {
            wrong.keep(
                "ground",
                self.ground.parse().map_err(|_| "restrictions-ground-missing"),
            )
        } else {
            None
        };
        wrong.finish(|| {
            Some(Doing {
                act: act?,
                identity: identity?,
                identity_note,
                reasons,
                routed_to,
                fee,
                language: language?,
                ground,
            })
        })
    }
}

fn fee(typed: &str) -> Result<Option<i64>, &'static str> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    Cents::parse(typed)
        .map(|cents| Some(cents.0).filter(|cents| *cents > 0))
        .map_err(|error| error.key())
}
