//! The readable part of a copy: PDF/A-2a and PDF/UA-1.

use jiff::Timestamp;
use polku_casework::packing::PackedItem;
use polku_desk::clock::date_in_finland;
use polku_pages::{Texts, format};
use polku_values::InterfaceLanguage;
use polku_web::Answer;
use serde_json::{Value, json};

use super::contents::{CopiedLook, CopiedPart, OwnCopy};
use crate::letter;

/// The paper. Its title names nobody.
pub(super) async fn pdf(own: &OwnCopy, language: InterfaceLanguage, made_at: Timestamp) -> Answer<Vec<u8>> {
    let texts = letter::texts_of(language);
    let title = texts.t("copies-paper-title");
    let author = own.controller.clone();
    letter::print(data(texts, own), title, author, language, made_at).await
}

fn data(texts: Texts, own: &OwnCopy) -> Value {
    let mut sections = vec![about(texts, own)];
    sections.extend(own.parts.iter().map(|part| section(texts, part)));
    if !own.documents.is_empty() {
        sections.push(documents(texts, own));
    }
    sections.push(looks(texts, own));
    sections.push(json!({ "title": texts.t("copies-paper-rights"), "paragraphs": own.rights }));
    json!({
        "heading": texts.t("copies-paper-title"),
        "organisation": own.controller,
        "register": own.register,
        "date": format::date(date_in_finland(own.made_at)),
        "meta": [[texts.t("copies-paper-person"), own.person]],
        "sections": sections,
    })
}

/// Why the data is held, from where, to whom it was given, how long it is kept.
fn about(texts: Texts, own: &OwnCopy) -> Value {
    let purposes: Vec<String> = own
        .purposes
        .iter()
        .map(|one| format!("{}: {}", one.purpose, one.bases.join("; ")))
        .collect();
    let recipients: Vec<String> = own
        .recipients
        .iter()
        .map(|one| {
            let last = format::date(date_in_finland(one.last));
            format!("{}: {} ({last})", one.name, one.got.join(", "))
        })
        .collect();
    let nobody = [texts.t("copies-paper-nobody")];
    let recipients: &[String] = if recipients.is_empty() {
        &nobody
    } else {
        &recipients
    };
    json!({
        "title": texts.t("copies-paper-about"),
        "paragraphs": own.remarks,
        "meta": [
            [texts.t("copies-paper-purposes"), purposes.join("\n")],
            [texts.t("copies-paper-sources"), own.sources.join("\n")],
            [texts.t("copies-paper-recipients"), recipients.join("\n")],
            [texts.t("copies-paper-retention"), own.retention.join("\n")],
        ],
    })
}

fn section(texts: Texts, part: &CopiedPart) -> Value {
    let rows: Vec<Value> = part.items.iter().map(row).collect();
    json!({
        "title": part.name,
        "table": {
            "head": [texts.t("copies-paper-when"), texts.t("copies-paper-what"), texts.t("copies-paper-said")],
            "rows": rows,
            "caption": part.name,
            "widths": [1, 2, 5],
        },
    })
}

fn row(item: &PackedItem) -> Value {
    let mut said: Vec<String> = item
        .facts
        .iter()
        .map(|fact| format!("{}: {}", fact.name, fact.value))
        .collect();
    if !item.text.is_empty() {
        said.push(item.text.clone());
    }
    json!([
        item.on.map(format::date).unwrap_or_default(),
        item.title,
        said.join("\n")
    ])
}

fn documents(texts: Texts, own: &OwnCopy) -> Value {
    let rows: Vec<Value> = own
        .documents
        .iter()
        .map(|one| {
            let file = one.file.clone().unwrap_or_else(|| one.remark.clone());
            json!([one.dated.map(format::date).unwrap_or_default(), one.title, file])
        })
        .collect();
    json!({
        "title": texts.t("copies-paper-documents"),
        "table": {
            "head": [texts.t("copies-paper-when"), texts.t("copies-paper-what"), texts.t("copies-paper-file")],
            "rows": rows,
            "caption": texts.t("copies-paper-documents"),
            "widths": [1, 3, 3],
        },
    })
}

fn looks(texts: Texts, own: &OwnCopy) -> Value {
    if own.looks.is_empty() {
        return json!({ "title": texts.t("copies-paper-looks"), "paragraphs": [texts.t("copies-paper-no-looks")] });
    }
    let rows: Vec<Value> = own.looks.iter().map(|look| look_row(texts, look)).collect();
    json!({
        "title": texts.t("copies-paper-looks"),
        "paragraphs": [texts.t("copies-paper-proofs")],
        "table": {
            "head": [
                texts.t("copies-paper-when"), texts.t("copies-paper-who"), texts.t("copies-paper-did"),
                texts.t("copies-paper-why"),
            ],
            "rows": rows,
            "caption": texts.t("copies-paper-looks"),
            "widths": [2, 2, 3, 4],
        },
    })
}

fn look_row(texts: Texts, look: &CopiedLook) -> Value {
    let when = format::date_and_time(texts.locale(), format::finnish_time(look.at));
    let mut did = look.did.clone();
    if !look.data.is_empty() {
        did = format!("{did}: {}", look.data.join(", "));
    }
    json!([when, look.who, did, format!("{}\n{}", look.purpose, look.ground)])
}
