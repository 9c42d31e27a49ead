//! Grounds in words.

use jiff::civil::Date;
use polku_pages::{Texts, format};
use polku_profile::Profile;
use polku_web::law;

use super::disclosure::{Disclosure, Ground};
use crate::{
    consents::consent::{Consent, For},
    legal_bases::rules::provision,
};

/// A ground in a few words.
pub(super) fn ground_word(texts: Texts, profile: &Profile, ground: &Ground) -> String {
    match ground {
        Ground::Law(key) => {
            let known = profile.disclosure.grounds.iter().find(|known| known.key == *key);
            known.map_or_else(
                || key.clone(),
                |known| known.text.get(texts.locale().into()).to_owned(),
            )
        }
        other => texts.t(&format!("disclosures-ground-{}", other.kind())),
    }
}

/// The provision or consent behind a ground.
pub(super) fn ground_law(
    texts: Texts,
    profile: &Profile,
    ground: &Ground,
    to: &For,
    consents: &[Consent],
    today: Date,
) -> String {
    let cited = match ground {
        Ground::Consent(id) => {
            let consent = consents.iter().find(|consent| consent.id == *id);
            return consent.map_or_else(String::new, |consent| {
                format::period(texts, consent.term.valid_from, consent.term.valid_until)
            });
        }
        Ground::Emergency => return texts.with("law-gdpr", &[("articles", "6.1 d, 9.2 c".into())]),
        Ground::Law(key) => {
            let known = profile.disclosure.grounds.iter().find(|known| known.key == *key);
            known.map(|known| &known.law)
        }
        Ground::RecipientLaw | Ground::JointService => match to {
            For::Recipient(key) => profile
                .recipient(key)
                .and_then(|recipient| recipient.law.as_ref()),
            _ => None,
        },
    };
    let standing = cited.and_then(|cited| provision(profile, cited, today));
    standing.map_or_else(String::new, |(act, section)| {
        law::act(texts, profile, &act.number, section)
    })
}

/// The ground of a decision with its provision, as it is printed.
pub(super) fn ground_in_words(
    texts: Texts,
    profile: &Profile,
    disclosure: &Disclosure,
    consents: &[Consent],
    today: Date,
) -> String {
    let Some(ground) = &disclosure.ground else {
        return String::new();
    };
    let parts = [
        ground_word(texts, profile, ground),
        ground_law(texts, profile, ground, &disclosure.to, consents, today),
        disclosure.words.provision.clone(),
    ];
    let there: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    there.join("; ")
}
