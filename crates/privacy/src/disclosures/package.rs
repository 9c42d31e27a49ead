//! What is handed over: a paper with the secrecy marking on each page (Act 621/1999, 25 §), as a PDF that is printed or
//! kept, and beside it the same for machines. To a key or a passphrase it goes as one file that nobody else opens.

use std::io::{Cursor, Write as _};

use jiff::civil::Date;
use polku_casework::packing::{self, PackedItem};
use polku_desk::{Client, Granted, Read};
use polku_pages::Texts;
use polku_values::InterfaceLanguage;
use polku_web::{Answer, Failure};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::{
    disclosure::Disclosure,
    ground_words::ground_in_words,
    input::Lock,
    paper::{self, Paper},
    view,
};
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
    pub(super) name: String,
    pub(super) items: Vec<PackedItem>,
}

/// What the file for machines says.
#[derive(Debug, Serialize)]
pub(super) struct Body<'a> {
    form: &'static str,
    pub(super) register: &'a str,
    pub(super) controller: &'a str,
    pub(super) recipient: String,
    pub(super) ground: String,
    pub(super) marking: &'a str,
    pub(super) given_on: Date,
    pub(super) person: String,
    pub(super) parts: &'a [PackedPart],
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
        ground: ground_in_words(texts, &profile, disclosure, consents, visit.today()),
        marking: profile.disclosure.marking.get(language),
        given_on: visit.today(),
        person,
        parts: &parts,
    };
    let machine = serde_json::to_vec_pretty(&body).map_err(internal)?;
    let paper = Paper {
        language,
        title: texts.t("disclosures-paper-title"),
        author: body.controller.to_owned(),
        at: visit.now(),
        data: paper::data(texts, disclosure, &body),
    };
    let made = tokio::task::spawn_blocking(move || close(&paper, &machine, lock));
    made.await.map_err(internal)?
}

/// Packs and encrypts; off the async threads, since a passphrase is made slow on purpose.
fn close(paper: &Paper, machine: &[u8], lock: Lock) -> Answer<Package> {
    const CLOSED: &str = "application/octet-stream";
    let paper = paper.pdf()?;
    let (bytes, mime, extension) = match lock {
        Lock::None => (paper, "application/pdf", "pdf"),
        Lock::Key(key) => {
            let closed = age::encrypt(&*key, &packed(&paper, machine)?).map_err(internal)?;
            (closed, CLOSED, "zip.age")
        }
        Lock::Passphrase(phrase) => {
            let recipient = age::scrypt::Recipient::new(phrase);
            let closed = age::encrypt(&recipient, &packed(&paper, machine)?).map_err(internal)?;
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
    for (name, bytes) in [("tiedot.pdf", paper), ("tiedot.json", machine)] {
        zip.start_file(name, options).map_err(internal)?;
        zip.write_all(bytes).map_err(internal)?;
    }
    Ok(zip.finish().map_err(internal)?.into_inner())
}

pub(super) fn internal(error: impl std::fmt::Display) -> Failure {
    Failure::Internal(error.to_string())
}
