//! The log of looks in plain words (D2, E4): who, as the register has decided to show its workers, did what, why.

use polku_desk::audit::{Look, Who};
use polku_pages::Texts;
use polku_profile::Profile;
use polku_web::law;

use super::contents::CopiedLook;

/// A look, as the person reads it.
pub(super) fn told(texts: Texts, profile: &Profile, look: &Look) -> CopiedLook {
    CopiedLook {
        entry: look.entry.to_string(),
        at: look.at,
        who: who(texts, look),
        did: texts.t(&format!("oversight-did-{}", look.action)),
        data: look
            .data
            .iter()
            .flatten()
            .map(|name| texts.t(&format!("access-data-{name}")))
            .collect(),
        purpose: purpose(texts, profile, look),
        ground: ground(texts, profile, look),
    }
}

fn who(texts: Texts, look: &Look) -> String {
    match &look.who {
        Who::Named(_, name) | Who::OfUnit(name) => name.clone(),
        Who::Worker => look.role.map_or_else(
            || texts.t("copies-a-worker"),
            |role| texts.t(&format!("role-{role}")),
        ),
        Who::Program(part) if part == "one-time-link" => texts.t("oversight-looks-link"),
        Who::Program(_) => texts.t("oversight-looks-program"),
    }
}

fn purpose(texts: Texts, profile: &Profile, look: &Look) -> String {
    let named = look
        .legal
        .as_ref()
        .and_then(|legal| profile.purpose(&legal.purpose));
    match named {
        Some(purpose) => purpose.text.get(texts.locale().into()).to_owned(),
        None => texts.t(&format!("access-purpose-{}", look.purpose)),
    }
}

fn ground(texts: Texts, profile: &Profile, look: &Look) -> String {
    let plain = texts.t(&format!("access-basis-{}", look.basis));
    match look.legal.as_ref().and_then(|legal| profile.basis(&legal.basis)) {
        Some(basis) => format!("{plain}; {}", law::basis(texts, profile, basis)),
        None => plain,
    }
}
