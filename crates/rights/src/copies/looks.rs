//! The log of looks in plain words (D2, E4): who, as the register has decided to show its workers, did what, why.

use polku_desk::audit::{Actor, Outcome, Told, Trace};
use polku_pages::Texts;
use polku_profile::{Profile, WorkerShownAs};
use polku_web::law;

use super::contents::CopiedLook;

/// A look, as the person reads it.
pub(super) fn told(texts: Texts, profile: &Profile, trace: &Trace) -> CopiedLook {
    let data = trace.told.as_ref().map_or(&[][..], |told| told.data.as_slice());
    CopiedLook {
        entry: trace.id.to_string(),
        at: trace.at,
        who: who(texts, profile, trace),
        did: texts.t(&format!("oversight-did-{}", trace.action)),
        data: data
            .iter()
            .map(|name| texts.t(&format!("access-data-{name}")))
            .collect(),
        purpose: purpose(texts, profile, trace),
        ground: ground(texts, profile, trace),
        refused: matches!(trace.outcome, Outcome::Denied(_)),
    }
}

fn who(texts: Texts, profile: &Profile, trace: &Trace) -> String {
    let Actor::Worker(_, name) = &trace.actor else {
        return match &trace.actor {
            Actor::Program(part) if part == "one-time-link" => texts.t("oversight-looks-link"),
            _ => texts.t("oversight-looks-program"),
        };
    };
    let role = trace
        .told
        .as_ref()
        .map(|told| told.role.as_str())
        .filter(|role| !role.is_empty());
    let role = role.map(|role| texts.t(&format!("role-{role}")));
    match profile.register.worker_shown_as {
        WorkerShownAs::Name => name.clone(),
        WorkerShownAs::Role => role.unwrap_or_else(|| texts.t("copies-a-worker")),
        // Accounts know no unit: the body that the worker acts for is the nearest.
        WorkerShownAs::Unit => profile.controller.name.get(texts.locale().into()).to_owned(),
    }
}

fn purpose(texts: Texts, profile: &Profile, trace: &Trace) -> String {
    let named = legal(trace.told.as_ref()).and_then(|legal| profile.purpose(&legal.purpose));
    match named {
        Some(purpose) => purpose.text.get(texts.locale().into()).to_owned(),
        None => texts.t(&format!("access-purpose-{}", trace.purpose)),
    }
}

fn ground(texts: Texts, profile: &Profile, trace: &Trace) -> String {
    let plain = texts.t(&format!("access-basis-{}", trace.basis));
    match legal(trace.told.as_ref()).and_then(|legal| profile.basis(&legal.basis)) {
        Some(basis) => format!("{plain}; {}", law::basis(texts, profile, basis)),
        None => plain,
    }
}

fn legal(told: Option<&Told>) -> Option<&polku_desk::audit::ToldGround> {
    told.and_then(|told| told.legal.as_ref())
}
