//! The rules of disclosures (C3–C5). Pure: what a ground lets be given to whom on a day, asked when it is decided and again
//! at the moment of handing over.

use jiff::{Timestamp, civil::Date};
use polku_profile::{Adequacy, Capability, Opens, Permission, Profile, Recipient, RecipientKind, Transfers};

use super::disclosure::{Destination, Disclosure, Ground, State};
use crate::{
    consents::consent::{Consent, For, Kind},
    legal_bases::rules::provision,
    parts::Part,
};

/// What a disclosure is judged by.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The register's profile.
    pub profile: &'a Profile,
    /// All consents of the person.
    pub consents: &'a [Consent],
    /// The moment.
    pub now: Timestamp,
    /// The date in Finland.
    pub today: Date,
}

/// Who asks, as far as the rules need to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asker {
    /// A recipient of the profile or another body.
    pub to: For,
    /// What kind of body it is.
    pub kind: RecipientKind,
    /// Where it is.
    pub at: Destination,
}

impl Asker {
    /// The one who asks in a disclosure. None when the profile no longer names the recipient.
    #[must_use]
    pub fn of(disclosure: &Disclosure, profile: &Profile) -> Option<Self> {
        match &disclosure.to {
            For::Recipient(key) => profile.recipient(key).map(Self::recipient),
            For::Body(_) => Some(Self {
                to: disclosure.to.clone(),
                kind: disclosure.words.body_kind?,
                at: Destination {
                    country: disclosure.country.clone(),
                    adequacy: disclosure.words.adequacy?,
                },
            }),
            For::Party(_) | For::Worker(_) => None,
        }
    }

    /// A recipient of the profile.
    #[must_use]
    pub fn recipient(recipient: &Recipient) -> Self {
        Self {
            to: For::Recipient(recipient.key.clone()),
            kind: recipient.kind,
            at: Destination {
                country: recipient.country.clone(),
                adequacy: recipient.adequacy,
            },
        }
    }
}

/// Whether data may go where somebody is (C5, GDPR 44–46), by the register's own policy.
///
/// # Errors
/// The key of what to say.
pub fn may_go(profile: &Profile, at: &Destination) -> Result<(), &'static str> {
    let is_in_eea = at.adequacy == Adequacy::Eea;
    let may = match profile.disclosure.transfers {
        Transfers::WithinFinland => at.country == "FI",
        Transfers::Never => is_in_eea,
        Transfers::OnlyAdequate => is_in_eea || at.adequacy == Adequacy::Decision,
        Transfers::Safeguarded => at.adequacy != Adequacy::None,
    };
    if may { Ok(()) } else { Err("disclosures-country") }
}

/// The grounds that somebody could be given data on, the person's consents first. Whether one holds is for [`offered`].
#[must_use]
pub fn grounds(given: Given<'_>, asker: &Asker) -> Vec<Ground> {
    let consents = given
        .consents
        .iter()
        .filter(|consent| {
            consent.given.kind == Kind::Disclosure && consent.given.to.is_the_same_as(&asker.to)
        })
        .map(|consent| Ground::Consent(consent.id));
    let mut grounds: Vec<Ground> = consents.collect();
    match permission(given.profile, &asker.to) {
        Some(Permission::Law) => grounds.push(Ground::RecipientLaw),
        Some(Permission::JointService) => grounds.push(Ground::JointService),
        _ => {}
    }
    let of_profile = given.profile.disclosure.grounds.iter();
    grounds.extend(of_profile.map(|ground| Ground::Law(ground.key.clone())));
    grounds.push(Ground::Emergency);
    grounds
}

/// What may be given to somebody on a ground at a moment. `provision_named` is whether the decision names the provision of
/// a special act.
///
/// # Errors
/// Why nothing may be: the key of what to say.
pub fn offered(
    given: Given<'_>,
    asker: &Asker,
    ground: &Ground,
    provision_named: bool,
) -> Result<Vec<Part>, &'static str> {
    may_go(given.profile, &asker.at)?;
    let all = || Part::all_of(given.profile);
    match ground {
        Ground::Consent(id) => by_consent(given, asker, *id),
        Ground::RecipientLaw | Ground::JointService => {
            by_permission(given, &asker.to, ground)?;
            Ok(all())
        }
        Ground::Law(key) => {
            let grounds = &given.profile.disclosure.grounds;
            let law = grounds
                .iter()
                .find(|known| known.key == *key)
                .ok_or("disclosures-ground-unknown")?;
            if provision(given.profile, &law.law, given.today).is_none() {
                return Err("disclosures-law-not-in-force");
            }
            if law.despite_secrecy && !has_statutory_task(asker.kind) {
                return Err("disclosures-no-statutory-task");
            }
            match law.opens() {
                Opens::Secret => Ok(all()),
                Opens::WithProvision if provision_named => Ok(all()),
                Opens::WithProvision => Err("disclosures-provision-missing"),
                Opens::Public => {
                    let mut open = all();
                    open.retain(|part| !part.is_secret(given.profile));
                    if open.is_empty() {
                        Err("disclosures-all-secret")
                    } else {
                        Ok(open)
                    }
                }
            }
        }
        Ground::Emergency => Ok(all()),
    }
}

fn by_consent(given: Given<'_>, asker: &Asker, id: uuid::Uuid) -> Result<Vec<Part>, &'static str> {
    let consent = given
        .consents
        .iter()
        .find(|consent| consent.id == id && consent.given.to.is_the_same_as(&asker.to))
        .filter(|consent| consent.given.kind == Kind::Disclosure)
        .ok_or("disclosures-consent-missing")?;
    if consent.term.withdrawn_at.is_some_and(|at| at <= given.now) {
        return Err("disclosures-consent-withdrawn");
    }
    if !consent.term.holds(given.now, given.today) {
        return Err("disclosures-consent-not-in-force");
    }
    let mut parts = Part::all_of(given.profile);
    parts.retain(|part| consent.given.words.what.contains(part));
    Ok(parts)
}

/// The law that the profile names beside a recipient must be in force, and a joint service one of the register's.
fn by_permission(given: Given<'_>, to: &For, ground: &Ground) -> Result<(), &'static str> {
    let wanted = match ground {
        Ground::JointService => Permission::JointService,
        _ => Permission::Law,
    };
    if permission(given.profile, to) != Some(wanted) {
        return Err("disclosures-ground-unknown");
    }
    if wanted == Permission::JointService && !given.profile.can(Capability::JointService) {
        return Err("disclosures-ground-unknown");
    }
    let For::Recipient(key) = to else {
        return Err("disclosures-ground-unknown");
    };
    let law = given
        .profile
        .recipient(key)
        .and_then(|recipient| recipient.law.as_ref());
    match law.and_then(|law| provision(given.profile, law, given.today)) {
        Some(_) => Ok(()),
        None => Err("disclosures-law-not-in-force"),
    }
}

fn permission(profile: &Profile, to: &For) -> Option<Permission> {
    match to {
        For::Recipient(key) => profile.recipient(key).map(|recipient| recipient.permission),
        _ => None,
    }
}

/// Bodies that can have a task laid down in law.
const fn has_statutory_task(kind: RecipientKind) -> bool {
    matches!(
        kind,
        RecipientKind::Authority
            | RecipientKind::CareProvider
            | RecipientKind::Insurer
            | RecipientKind::School
    )
}

/// Whether a disclosure may be handed over now: it was decided, its recipient is where data may go, and its ground lets
/// every part of it be given at this very moment.
///
/// # Errors
/// The key of what to say, which is recorded.
pub fn may_hand_over(given: Given<'_>, disclosure: &Disclosure) -> Result<(), &'static str> {
    if !matches!(disclosure.state, State::Decided | State::Delivered) {
        return Err("disclosures-not-decided");
    }
    let asker = Asker::of(disclosure, given.profile).ok_or("disclosures-recipient-gone")?;
    let ground = disclosure.ground.as_ref().ok_or("disclosures-not-decided")?;
    let open = offered(given, &asker, ground, !disclosure.words.provision.is_empty())?;
    if disclosure.words.parts.is_empty() {
        return Err("disclosures-not-decided");
    }
    if disclosure.words.parts.iter().all(|part| open.contains(part)) {
        Ok(())
    } else {
        Err("disclosures-beyond-ground")
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
