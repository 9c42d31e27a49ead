//! What is handed over: a paper with the secrecy marking (Act 621/1999, 25 §), and beside it the same for machines. To a
//! key or a passphrase it goes as one file that nobody else opens.

use std::io::{Cursor, Write as _};

use jiff::civil::Date;
use polku_casework::packing::{self, PackedItem};
use polku_desk::{Client, Granted, Read};
use polku_pages::{Markup, Texts, format, html};
use polku_values::InterfaceLanguage;
use polku_web::{Answer, Failure};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::{disclosure::Disclosure, input::Lock, view};
use crate::{consents::consent::Consent, parts::Part};

/// The name and version of the form for machines; its fields only ever grow.
const FORM: &str = "polku-disclosure/1";

/// A file that was closed.
pub(super) struct Package {
    pub(super) bytes: Vec<u8>,
    pub(super) mime: &'static str,
    /// The end of its name, which says nothing of anybody.
    pub(super) extension: &'static str,
    /// Which file it was, in hexadecimal.
    pub(super) sha256: String,
}

/// A part with what is in it.
#[derive(Debug, Serialize)]
pub(super) struct PackedPart {
    part: Part,
    name: String,
    items: Vec<PackedItem>,
}

/// What the file for machines says.
#[derive(Debug, Serialize)]
struct Body<'a> {
    form: &'static str,
    register: &'a str,
    controller: &'a str,
    recipient: String,
    ground: String,
    marking: &'a str,
    given_on: Date,
    person: String,
    parts: &'a [PackedPart],
}

/// Reads the parts and closes them.
pub(super) async fn make(
    grant: &Granted<'_, Client, Read>,
    texts: Texts,
    disclosure: &Disclosure,
    consents: &[Consent],
    lock: Lock,
) -> Answer<Package> {
    let visit = grant.visit();
    let profile = visit.profile()?;
    let language: InterfaceLanguage = texts.locale().into();
    let mut parts = Vec::new();
    for part in &disclosure.words.parts {
        let items = match part {
            Part::Fields(section) => packing::fields(grant, *section, texts).await?,
            Part::Records(kind) => packing::records(grant, *kind, texts).await?,
        };
        parts.push(PackedPart {
            part: *part,
            name: part.word(texts),
            items,
        });
    }
    let person = visit.name_of(grant.subject()).unwrap_or_default();
    let body = Body {
        form: FORM,
        register: profile.register.name.get(language),
        controller: profile.controller.name.get(language),
        recipient: view::recipient(texts, &profile, &disclosure.to),
        ground: view::ground_in_words(texts, &profile, disclosure, consents, visit.today()),
        marking: profile.disclosure.marking.get(language),
        given_on: visit.today(),
        person,
        parts: &parts,
    };
    let machine = serde_json::to_vec_pretty(&body).map_err(|error| Failure::Internal(error.to_string()))?;
    let paper = paper(texts, &body);
    let made = tokio::task::spawn_blocking(move || close(paper, &machine, lock));
    made.await.map_err(|error| Failure::Internal(error.to_string()))?
}

/// The paper: a page of its own that any browser prints, with the marking on top of it.
fn paper(texts: Texts, body: &Body<'_>) -> String {
    let facts = [
        ("disclosures-person", &body.person),
        ("disclosures-recipient", &body.recipient),
        ("disclosures-ground", &body.ground),
    ];
    let page = html! {
        (maud::DOCTYPE)
        html lang=(texts.locale().code()) {
            head {
                meta charset="utf-8";
                title { (texts.t("disclosures-paper-title")) }
                style { (maud::PreEscaped(STYLE)) }
            }
            body {
                p.marking { strong { (body.marking) } }
                h1 { (texts.t("disclosures-paper-title")) }
                p { (body.controller) ", " (body.register) ", " (format::date(body.given_on)) }
                dl {
                    @for (key, value) in facts { div { dt { (texts.t(key)) } dd { (value) } } }
                }
                @for part in body.parts { (section(texts, part)) }
                p { (texts.t("disclosures-paper-secret")) }
            }
        }
    };
    page.into_string()
}

/// How the paper looks: it is read without the product, so it brings its own.
const STYLE: &str = "body{font:11pt/1.4 sans-serif;max-width:45em;margin:2em auto;padding:0 1em}\
    .marking{border:2px solid;padding:.4em .6em}dl>div{display:flex;gap:1em}dt{min-width:12em}dd{margin:0}\
    article{break-inside:avoid;margin:0 0 1em}.text{white-space:pre-line}";

fn section(texts: Texts, part: &PackedPart) -> Markup {
    html! {
        section {
            h2 { (part.name) }
            @if part.items.is_empty() { p { (texts.t("disclosures-paper-nothing")) } }
            @for item in &part.items {
                article {
                    h3 {
                        (item.title)
                        @if let Some(day) = item.on { ", " (format::date(day)) }
                    }
                    @if !item.facts.is_empty() {
                        dl { @for fact in &item.facts { div { dt { (fact.name) } dd { (fact.value) } } } }
                    }
                    @if !item.text.is_empty() { p.text { (item.text) } }
                }
            }
        }
    }
}

/// Packs and encrypts; off the async threads, since a passphrase is made slow on purpose.
fn close(paper: String, machine: &[u8], lock: Lock) -> Answer<Package> {
    const CLOSED: &str = "application/octet-stream";
    let (bytes, mime, extension) = match lock {
        Lock::None => (paper.into_bytes(), "text/html; charset=utf-8", "html"),
        Lock::Key(key) => {
            let closed = age::encrypt(&*key, &packed(paper.as_bytes(), machine)?).map_err(internal)?;
            (closed, CLOSED, "zip.age")
        }
        Lock::Passphrase(phrase) => {
            let recipient = age::scrypt::Recipient::new(phrase);
            let closed = age::encrypt(&recipient, &packed(paper.as_bytes(), machine)?).map_err(internal)?;
            (closed, CLOSED, "zip.age")
        }
    };
    let sha256 = Sha256::digest(&bytes)
        .iter()
        .fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    Ok(Package {
        bytes,
        mime,
        extension,
        sha256,
    })
}

fn packed(paper: &[u8], machine: &[u8]) -> Answer<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, bytes) in [("tiedot.html", paper), ("tiedot.json", machine)] {
        zip.start_file(name, options).map_err(internal)?;
        zip.write_all(bytes).map_err(internal)?;
    }
    Ok(zip.finish().map_err(internal)?.into_inner())
}

fn internal(error: impl std::fmt::Display) -> Failure {
    Failure::Internal(error.to_string())
}
