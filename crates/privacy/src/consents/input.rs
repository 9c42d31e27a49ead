//! What is typed about consents, by people and programs alike.

use polku_desk::AccountId;
use polku_profile::{Permission, Profile};
use polku_values::InterfaceLanguage;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    consent::{ConsentWords, For, Identified, Kind, Manner, NewConsent},
    rules::{self, Days},
};
use crate::parts;
use jiff::civil::Date;

/// The most characters of a name.
const LONGEST_NAME: usize = 200;
/// The most characters of a note.
const LONGEST_NOTE: usize = 2_000;

/// A consent as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ConsentInput {
    /// `disclosure` or `visibility`.
    pub kind: String,
    /// For a disclosure: the key of a recipient, or `other`. For visibility: `party:` or `worker:` and an id.
    pub recipient: String,
    /// The name of another body.
    pub body: String,
    /// The key of a purpose; may be empty where the register has one only.
    pub purpose: String,
    /// Keys of what may be given, such as `fields:contact` or `records:goal`.
    pub what: Vec<String>,
    /// The first day, as people write it; today when empty.
    pub from: String,
    /// The last day; until further notice when empty.
    pub until: String,
    /// `screen` or `paper`.
    pub manner: String,
    /// The date on the paper.
    pub signed_on: String,
    /// The id of the scan among the client's documents; may be empty.
    pub document: String,
    /// Who consented, when it was not the client.
    pub given_by: String,
    /// `known`, `document` or `electronic`.
    pub identified: String,
    /// The language in which the text was read: `fi`, `sv` or `en`.
    pub language: String,
}

/// What a consent is checked against.
#[derive(Clone, Copy, Debug)]
pub struct Against<'a> {
    /// The register's profile.
    pub profile: &'a Profile,
    /// The parties and workers to whom somebody can be visible.
    pub visible_to: &'a [For],
    /// The client's scans.
    pub scans: &'a [Uuid],
    /// The date in Finland.
    pub today: Date,
}

impl ConsentInput {
    /// What was typed, when all of it can be used. The text that was read is added by whoever knows it.
    ///
    /// # Errors
    /// The fields to mend.
    pub fn check(&self, against: Against<'_>) -> Result<NewConsent, Vec<InvalidField>> {
        let Against { profile, today, .. } = against;
        let mut wrong = ToMend::default();
        let kind = wrong.keep("kind", self.kind(profile));
        let to = kind.and_then(|kind| wrong.keep("recipient", self.recipient(kind, against)));
        let body = wrong.text("body", &self.body, LONGEST_NAME, "consents-name-long");
        if matches!(to, Some(For::Body(_))) && body.is_empty() {
            wrong.note("body", Err("consents-body-missing"));
        }
        let to = to.map(|to| match to {
            For::Body(_) => For::Body(body.clone()),
            other => other,
        });
        let purpose = wrong.keep("purpose", self.purpose(profile, today));
        let known = purpose
            .as_deref()
            .and_then(|purpose| rules::may_cover(profile, purpose, today));
        let what = match kind {
            Some(Kind::Disclosure) => wrong.keep("what", self.what(&known.unwrap_or_default())),
            Some(Kind::Visibility | Kind::Photo) | None => Some(Vec::new()),
        };
        let manner = wrong.keep("manner", self.manner());
        let days = Days {
            from: wrong.optional_day("from", &self.from, today),
            until: wrong.optional_day("until", &self.until, today),
            signed_on: wrong.optional_day("signed_on", &self.signed_on, today),
        };
        let valid_from = manner.and_then(|manner| match rules::may_give(days, manner, today) {
            Ok(from) => Some(from),
            Err(reasons) => {
                // A day that could not be read is told already.
                for (field, key) in reasons {
                    let is_unread =
                        field == "signed_on" && !self.signed_on.trim().is_empty() && days.signed_on.is_none();
                    if !is_unread {
                        wrong.note(field, Err(key));
                    }
                }
                None
            }
        });
        let document = wrong.keep("document", self.document(against.scans));
        let given_by = wrong.text("given_by", &self.given_by, LONGEST_NAME, "consents-name-long");
        let identified = wrong.keep("identified", self.identified());
        let language = wrong.keep("language", self.language());
        let words = ConsentWords {
            what: what.clone().unwrap_or_default(),
            body,
            given_by,
            identified,
            language,
            ..ConsentWords::default()
        };
        wrong.finish(|| {
            Some(NewConsent {
                kind: kind?,
                purpose: purpose?,
                to: to?,
                manner: manner?,
                document: document?,
                signed_on: days.signed_on,
                valid_from: valid_from?,
                valid_until: days.until,
                words,
            })
        })
    }

    fn kind(&self, profile: &Profile) -> Result<Kind, &'static str> {
        let kind = self.kind.parse().map_err(|_| "consents-kind-unknown")?;
        if rules::takes(profile, kind) {
            Ok(kind)
        } else {
            Err("consents-kind-unknown")
        }
    }

    fn recipient(&self, kind: Kind, against: Against<'_>) -> Result<For, &'static str> {
        let typed = self.recipient.trim();
        match kind {
            Kind::Disclosure if typed == "other" => Ok(For::Body(String::new())),
            Kind::Disclosure => against
                .profile
                .recipient(typed)
                .filter(|recipient| recipient.permission == Permission::Consent)
                .map(|recipient| For::Recipient(recipient.key.clone()))
                .ok_or("consents-recipient-missing"),
            Kind::Visibility => {
                let to = match typed.split_once(':') {
                    Some(("party", id)) => id.parse().ok().map(For::Party),
                    Some(("worker", id)) => id.parse::<AccountId>().ok().map(For::Worker),
                    _ => None,
                };
                to.filter(|to| against.visible_to.contains(to))
                    .ok_or("consents-visible-to-missing")
            }
            Kind::Photo => Err("consents-kind-unknown"),
        }
    }

    /// The purpose; where the register takes consents to one only, it need not be said.
    fn purpose(&self, profile: &Profile, today: Date) -> Result<String, &'static str> {
        let typed = self.purpose.trim();
        let mut purposes = rules::purposes(profile, today);
        let found = if typed.is_empty() {
            purposes.next().filter(|_| purposes.next().is_none())
        } else {
            purposes.find(|(purpose, _)| purpose.key == typed)
        };
        found
            .map(|(purpose, _)| purpose.key.clone())
            .ok_or("consents-purpose-missing")
    }

    fn what(&self, known: &[parts::Part]) -> Result<Vec<parts::Part>, &'static str> {
        let what = parts::read(&self.what, known)?;
        if what.is_empty() {
            Err("consents-what-missing")
        } else {
            Ok(what)
        }
    }

    /// How it was given; the portal has a way of its own, which nobody else can take.
    fn manner(&self) -> Result<Manner, &'static str> {
        match self.manner.parse() {
            Ok(manner @ (Manner::Screen | Manner::Paper)) => Ok(manner),
            _ => Err("consents-manner-missing"),
        }
    }

    fn document(&self, scans: &[Uuid]) -> Result<Option<Uuid>, &'static str> {
        let typed = self.document.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let id = typed.parse().ok().filter(|id| scans.contains(id));
        id.map(Some).ok_or("consents-document-unknown")
    }

    fn identified(&self) -> Result<Identified, &'static str> {
        self.identified.parse().map_err(|_| "consents-identified-missing")
    }

    fn language(&self) -> Result<InterfaceLanguage, &'static str> {
        InterfaceLanguage::ALL
            .iter()
            .copied()
            .find(|language| language.code() == self.language)
            .ok_or("consents-language-missing")
    }
}

/// A withdrawal. Nothing has to be said: it is as easy as giving (GDPR 7.3).
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct WithdrawalInput {
    /// What was noted; may be empty.
    pub note: String,
}

impl WithdrawalInput {
    /// The note, when it can be stored.
    pub(super) fn check(&self) -> Result<String, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let note = wrong.text("note", &self.note, LONGEST_NOTE, "consents-note-long");
        wrong.finish(|| Some(note))
    }
}
