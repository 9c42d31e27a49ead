//! The paper as a file: PDF/A-2a and PDF/UA-1, in the agreement's language, with what it says of its signatures.

use jiff::Timestamp;
use polku_desk::clock::date_in_finland;
use polku_ledger::FileHash;
use polku_pages::{Locale, Texts, format};
use polku_profile::{Profile, Publicity, RecordKind};
use polku_typeset::{Job, Template, pdf};
use polku_values::InterfaceLanguage;
use polku_web::{Answer, Failure, IntoResponse, Response, header, law};
use serde_json::{Value, json};
use uuid::Uuid;

use super::model::{Party, Signature, SignatureKind, Wording};
use crate::text;

/// What stands on a paper beside its text.
pub(crate) enum Signs<'a> {
    /// It is being written: nobody signs it.
    Draft,
    /// It waits: lines to write on.
    Waiting,
    /// It is signed, after this file was shown.
    By(&'a [Signature], FileHash),
}

/// The texts of an agreement's language.
pub(crate) fn texts_of(language: InterfaceLanguage) -> Texts {
    Texts::new(Locale::parse(language.code()).unwrap_or_default())
}

/// Prints it.
///
/// # Errors
/// When it cannot be printed, which is our mistake.
pub(crate) async fn print(
    profile: &Profile,
    agreement: Uuid,
    wording: &Wording,
    signs: &Signs<'_>,
    now: Timestamp,
) -> Answer<Vec<u8>> {
    let language = wording.language;
    let texts = texts_of(language);
    let data = data(texts, profile, agreement, wording, signs, now);
    // The title is in the file's metadata and holds no personal data, so it is not what the worker called it.
    let (title, author) = (texts.t("agreements-paper-title"), wording.organisation.clone());
    // Typesetting takes tens of milliseconds of a processor.
    tokio::task::spawn_blocking(move || {
        pdf(&Job {
            template: Template::Agreement,
            language,
            title: &title,
            author: &author,
            created: now,
            data: &data,
            images: &[],
        })
    })
    .await
    .map_err(|error| Failure::Internal(error.to_string()))?
    .map_err(|error| Failure::Internal(error.to_string()))
}

fn data(
    texts: Texts,
    profile: &Profile,
    agreement: Uuid,
    wording: &Wording,
    signs: &Signs<'_>,
    now: Timestamp,
) -> Value {
    let language = wording.language;
    let (lead, sections) = text::printed(&wording.text);
    let meta: Vec<Value> = wording
        .facts
        .iter()
        .map(|(name, value)| json!([name, value]))
        .collect();
    let is_secret = profile
        .record(RecordKind::Agreement)
        .is_some_and(|record| record.publicity == Publicity::Secret);
    let marking = is_secret.then(|| law::marking(texts, profile));
    let notice = match signs {
        Signs::Draft => Some(texts.t("agreements-paper-draft")),
        Signs::Waiting | Signs::By(..) => None,
    };
    let signatures: Vec<Value> = match signs {
        Signs::Draft => Vec::new(),
        Signs::Waiting => vec![
            json!({ "role": texts.t("agreements-party-client"), "name": wording.client_name }),
            json!({ "role": texts.t("agreements-party-organisation") }),
        ],
        Signs::By(signatures, _) => signatures.iter().map(|one| signed(texts, one)).collect(),
    };
    json!({
        "heading": wording.title,
        "organisation": wording.organisation,
        "register": profile.register.name.get(language),
        "date": format::date(date_in_finland(now)),
        "id": agreement.to_string(),
        "marking": marking,
        "notice": notice,
        "lead": lead,
        "meta": meta,
        "sections": sections,
        "signatures": signatures,
        "closing": closing(texts, signs),
    })
}

/// A signature in words: who, when, which kind it is and how it was given.
fn signed(texts: Texts, one: &Signature) -> Value {
    let head = match one.kind {
        SignatureKind::Handwritten => texts.t("agreements-signed-by-hand"),
        SignatureKind::Plain | SignatureKind::Advanced => texts.t("agreements-signed-electronically"),
    };
    json!({
        "role": texts.t(&format!("agreements-party-{}", one.party)),
        "name": one.words.name,
        "signed_as": head,
        "signed": [
            when(texts, one),
            texts.t(&format!("agreements-kind-{}", one.kind)),
            texts.t(&format!("agreements-way-{}", one.way)),
        ],
    })
}

/// When it was given: by hand, on which day.
pub(crate) fn when(texts: Texts, one: &Signature) -> String {
    match one.kind {
        SignatureKind::Handwritten => format::date(date_in_finland(one.at)),
        SignatureKind::Plain | SignatureKind::Advanced => {
            format::date_and_time(texts.locale(), format::finnish_time(one.at))
        }
    }
}

fn closing(texts: Texts, signs: &Signs<'_>) -> Vec<String> {
    let Signs::By(signatures, shown) = signs else {
        return Vec::new();
    };
    let has = |kind| signatures.iter().any(|one| one.kind == kind);
    let mut closing = Vec::new();
    match (has(SignatureKind::Advanced), has(SignatureKind::Plain)) {
        (true, true) => closing.extend([texts.t("agreements-advanced"), texts.t("agreements-plain-beside")]),
        (true, false) => closing.push(texts.t("agreements-advanced")),
        (false, true) => closing.push(texts.t("agreements-not-advanced")),
        (false, false) => {}
    }
    if has(SignatureKind::Handwritten) {
        closing.push(texts.t("agreements-by-hand-elsewhere"));
    }
    closing.push(texts.with("agreements-shown-hash", &[("hash", shown.to_string().into())]));
    closing.push(texts.t("agreements-how-to-verify"));
    closing
}

/// Who signs, in the words that the seal has for it.
pub(crate) const fn order(party: Party) -> u8 {
    match party {
        Party::Client => 0,
        Party::Organisation => 1,
    }
}

/// The file as an answer.
pub(crate) fn answer(file: Vec<u8>, is_copied: bool) -> Response {
    let disposition = if is_copied { "attachment" } else { "inline" };
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("{disposition}; filename=\"sopimus.pdf\""),
        ),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (headers, file).into_response()
}
