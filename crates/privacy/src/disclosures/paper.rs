//! The paper of a disclosure: to whom, of whom, on which ground, what is given, and the secrecy marking on each page.

use jiff::Timestamp;
use polku_pages::{Texts, format};
use polku_typeset::{Job, Template};
use polku_values::InterfaceLanguage;
use polku_web::Answer;
use serde_json::{Value, json};

use super::{
    disclosure::Disclosure,
    package::{Body, PackedPart, internal},
};

/// What is printed.
pub(super) struct Paper {
    pub(super) language: InterfaceLanguage,
    /// Says nothing of anybody: a reader shows it in place of the file's name.
    pub(super) title: String,
    pub(super) author: String,
    pub(super) at: Timestamp,
    pub(super) data: Value,
}

impl Paper {
    /// The file: PDF/A-2a and PDF/UA-1. Takes tens of milliseconds of a processor.
    pub(super) fn pdf(&self) -> Answer<Vec<u8>> {
        polku_typeset::pdf(&Job {
            template: Template::Disclosure,
            language: self.language,
            title: &self.title,
            author: &self.author,
            created: self.at,
            data: &self.data,
            images: &[],
        })
        .map_err(internal)
    }
}

/// What the paper shows: to whom, of whom, on which ground, and what is given.
pub(super) fn data(texts: Texts, disclosure: &Disclosure, body: &Body<'_>) -> Value {
    let given: Vec<&str> = body.parts.iter().map(|part| part.name.as_str()).collect();
    let meta = [
        ("disclosures-recipient", body.recipient.as_str()),
        ("disclosures-person", body.person.as_str()),
        ("disclosures-ground", body.ground.as_str()),
        ("disclosures-parts", &given.join(", ")),
    ]
    .map(|(key, value)| json!([texts.t(key), value]));
    // The marking of a profile says first that it is secret, then by which provision.
    let (marking, provision) = match body.marking.split_once(". ") {
        Some((marking, provision)) => (marking, Some(provision)),
        None => (body.marking, None),
    };
    json!({
        "organisation": body.controller,
        "register": body.register,
        "heading": texts.t("disclosures-paper-title"),
        "marking": { "text": marking, "ground": provision },
        "date": format::date(body.given_on),
        "id": disclosure.id.to_string(),
        "meta": meta,
        "sections": body.parts.iter().map(|part| section(texts, part)).collect::<Vec<_>>(),
        "closing": texts.t("disclosures-paper-secret"),
    })
}

fn section(texts: Texts, part: &PackedPart) -> Value {
    let mut blocks = Vec::new();
    if part.items.is_empty() {
        blocks.push(json!({ "paragraph": texts.t("disclosures-paper-nothing") }));
    }
    for item in &part.items {
        let heading = match item.on {
            Some(day) => format!("{}, {}", item.title, format::date(day)),
            None => item.title.clone(),
        };
        let facts: Vec<Value> = item
            .facts
            .iter()
            .map(|fact| json!([fact.name, fact.value]))
            .collect();
        blocks.push(json!({ "heading": heading, "meta": facts }));
        if !item.text.trim().is_empty() {
            blocks.push(json!({ "paragraph": item.text }));
        }
    }
    json!({ "title": part.name, "blocks": blocks })
}
