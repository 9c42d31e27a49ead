//! What is typed about disclosures, by people and programs alike.

use jiff::civil::Date;
use polku_profile::{Adequacy, Profile, RecipientKind};
use polku_values::code_lists::Country;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    disclosure::{DisclosureWords, Ground, Manner},
    rules::{self, Asker, Given},
};
use crate::{
    consents::consent::For,
    parts::{self, Part},
};

const LONGEST_NAME: usize = 200;
const LONGEST_TEXT: usize = 5_000;
/// Fewer characters than these explain a decision to nobody.
const SHORTEST_REASONS: usize = 15;
/// A shorter passphrase is guessed.
const SHORTEST_PASSPHRASE: usize = 12;

/// A request as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct RequestInput {
    /// The key of a recipient of the register, or `other`.
    pub(super) recipient: String,
    /// The name of another body.
    pub(super) body: String,
    /// What kind of body it is, such as `authority` or `employer`.
    pub(super) body_kind: String,
    /// Its country, two letters; Finland when empty.
    pub(super) country: String,
    /// Outside the EU and EEA: `decision`, `safeguard` or `none`.
    pub(super) adequacy: String,
    /// The recorded safeguard of GDPR 46.
    pub(super) safeguard: String,
    /// Who asks on its behalf.
    pub(super) person: String,
    /// What ground they give.
    pub(super) ground_given: String,
    /// What they ask for.
    pub(super) asked: String,
    /// When they asked; today when empty.
    pub(super) requested_on: String,
}

/// A request that can be stored.
#[derive(Clone, Debug)]
pub(super) struct Request {
    pub(super) to: For,
    pub(super) country: String,
    pub(super) requested_on: Date,
    pub(super) words: DisclosureWords,
}

impl RequestInput {
    /// What was typed, when all of it can be used. A request from where nothing may go can be stored: it is refused with
    /// its reason, not lost.
    pub(super) fn check(&self, profile: &Profile, today: Date) -> Result<Request, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let to = wrong.keep("recipient", self.recipient(profile));
        let body = wrong.text("body", &self.body, LONGEST_NAME, "consents-name-long");
        let is_other = matches!(to, Some(For::Body(_)));
        if is_other && body.is_empty() {
            wrong.note("body", Err("consents-body-missing"));
        }
        let kind = if is_other {
            wrong.keep(
                "body_kind",
                RecipientKind::from_key(&self.body_kind).ok_or("disclosures-body-kind-missing"),
            )
        } else {
            None
        };
        let country = wrong.keep("country", self.country(profile, to.as_ref()));
        let adequacy = country
            .filter(|_| is_other)
            .and_then(|country| wrong.keep("adequacy", self.adequacy(country)));
        let safeguard = wrong.text(
            "safeguard",
            &self.safeguard,
            LONGEST_TEXT,
            "disclosures-text-long",
        );
        if adequacy == Some(Adequacy::Safeguard) && safeguard.is_empty() {
            wrong.note("safeguard", Err("disclosures-safeguard-missing"));
        }
        let person = wrong.text("person", &self.person, LONGEST_NAME, "consents-name-long");
        let ground_given = wrong.text(
            "ground_given",
            &self.ground_given,
            LONGEST_TEXT,
            "disclosures-text-long",
        );
        let asked = wrong.text("asked", &self.asked, LONGEST_TEXT, "disclosures-text-long");
        if asked.is_empty() {
            wrong.note("asked", Err("disclosures-asked-missing"));
        }
        let requested_on = wrong
            .optional_day("requested_on", &self.requested_on, today)
            .unwrap_or(today);
        if requested_on > today {
            wrong.note("requested_on", Err("disclosures-requested-ahead"));
        }
        wrong.finish(|| {
            Some(Request {
                to: match to? {
                    For::Body(_) => For::Body(body.clone()),
                    known => known,
                },
                country: country?.code().to_owned(),
                requested_on,
                words: DisclosureWords {
                    body: if is_other { body } else { String::new() },
                    body_kind: kind,
                    adequacy,
                    safeguard,
                    person,
                    ground_given,
                    asked,
                    ..DisclosureWords::default()
                },
            })
        })
    }

    fn recipient(&self, profile: &Profile) -> Result<For, &'static str> {
        match self.recipient.trim() {
            "other" => Ok(For::Body(String::new())),
            key => profile
                .recipient(key)
                .map(|recipient| For::Recipient(recipient.key.clone()))
                .ok_or("disclosures-recipient-missing"),
        }
    }

    fn country(&self, profile: &Profile, to: Option<&For>) -> Result<Country, &'static str> {
        let known = match to {
            Some(For::Recipient(key)) => profile.recipient(key).map(|recipient| recipient.country.as_str()),
            _ => None,
        };
        let typed = self.country.trim();
        let code = known.unwrap_or(if typed.is_empty() { "FI" } else { typed });
        Country::from_code(&code.to_uppercase()).ok_or("disclosures-country-unknown")
    }

    /// Whether the country is adequate: of the EU and EEA it is known, of others somebody must have found out.
    fn adequacy(&self, country: Country) -> Result<Adequacy, &'static str> {
        if country.is_in_eea() {
            return Ok(Adequacy::Eea);
        }
        match Adequacy::from_key(self.adequacy.trim()) {
            Some(Adequacy::Eea) => Err("disclosures-not-eea"),
            Some(adequacy) => Ok(adequacy),
            None => Ok(Adequacy::None),
        }
    }
}

/// A decision as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct DecisionInput {
    /// `give` or `refuse`.
    pub(super) outcome: String,
    /// `consent:` and an id, `recipient-law`, `joint-service`, `emergency`, or `law:` and the key of a ground.
    pub(super) ground: String,
    /// Keys of what is to be given.
    pub(super) parts: Vec<String>,
    /// The provision of a special act that the decision names.
    pub(super) provision: String,
    /// `printed`, `key` or `passphrase`.
    pub(super) manner: String,
    /// Why it is given, or why not.
    pub(super) reasons: String,
}

/// A decision that can be stored.
#[derive(Clone, Debug)]
pub(super) enum Decision {
    /// To give.
    Give {
        ground: Ground,
        parts: Vec<Part>,
        manner: Manner,
        provision: String,
        reasons: String,
    },
    /// Not to.
    Refuse { reasons: String },
}

impl DecisionInput {
    /// The decision, when it can be stored: only what the ground offers now can be decided to be given.
    pub(super) fn check(&self, given: Given<'_>, asker: &Asker) -> Result<Decision, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let reasons = wrong.text("reasons", &self.reasons, LONGEST_TEXT, "disclosures-text-long");
        let has_reasons = reasons.chars().count() >= SHORTEST_REASONS;
        if self.outcome == "refuse" {
            if !has_reasons {
                wrong.note("reasons", Err("disclosures-reasons-missing"));
            }
            return wrong.finish(|| Some(Decision::Refuse { reasons }));
        }
        if self.outcome != "give" {
            wrong.note("outcome", Err("disclosures-outcome-missing"));
        }
        let provision = wrong.text("provision", &self.provision, LONGEST_NAME, "consents-name-long");
        let ground = wrong.keep(
            "ground",
            Ground::parse(&self.ground).ok_or("disclosures-ground-unknown"),
        );
        if ground == Some(Ground::Emergency) && !has_reasons {
            wrong.note("reasons", Err("disclosures-reasons-missing"));
        }
        let open = ground.as_ref().and_then(|ground| {
            let offered = rules::offered(given, asker, ground, !provision.is_empty());
            let field = if offered == Err("disclosures-provision-missing") {
                "provision"
            } else {
                "ground"
            };
            wrong.keep(field, offered)
        });
        let parts = open.and_then(|open| wrong.keep("parts", chosen(&self.parts, &open)));
        let manner = wrong.keep(
            "manner",
            self.manner.parse().map_err(|_| "disclosures-manner-missing"),
        );
        wrong.finish(|| {
            Some(Decision::Give {
                ground: ground?,
                parts: parts?,
                manner: manner?,
                provision,
                reasons,
            })
        })
    }
}

fn chosen(keys: &[String], open: &[Part]) -> Result<Vec<Part>, &'static str> {
    let parts = parts::read(keys, open).map_err(|_| "disclosures-beyond-ground")?;
    if parts.is_empty() {
        Err("disclosures-parts-missing")
    } else {
        Ok(parts)
    }
}

/// What handing over asks for.
#[derive(Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct DeliveryInput {
    /// The recipient's key, which begins with `age1`.
    pub(super) key: String,
    /// The passphrase.
    pub(super) passphrase: String,
}

impl std::fmt::Debug for DeliveryInput {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("DeliveryInput")
    }
}

/// How the package is closed.
#[derive(Clone)]
pub(super) enum Lock {
    /// It is printed.
    None,
    /// To a key.
    Key(Box<age::x25519::Recipient>),
    /// By a passphrase.
    Passphrase(age::secrecy::SecretString),
}

impl DeliveryInput {
    /// How the package is closed in the decided manner.
    pub(super) fn check(&self, manner: Manner) -> Result<Lock, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let lock = match manner {
            Manner::Printed => Some(Lock::None),
            Manner::Key => {
                let key = self.key.trim().parse::<age::x25519::Recipient>();
                wrong
                    .keep("key", key.map_err(|_| "disclosures-key-wrong"))
                    .map(|key| Lock::Key(Box::new(key)))
            }
            Manner::Passphrase => {
                let long_enough = self.passphrase.trim().chars().count() >= SHORTEST_PASSPHRASE;
                let phrase =
                    long_enough.then(|| age::secrecy::SecretString::from(self.passphrase.trim().to_owned()));
                wrong
                    .keep("passphrase", phrase.ok_or("disclosures-passphrase-short"))
                    .map(Lock::Passphrase)
            }
        };
        wrong.finish(|| lock)
    }
}
