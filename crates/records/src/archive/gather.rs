//! Reads what goes into a package, and prints it.

use jiff::Timestamp;
use polku_casework::packing::{self, PackedItem};
use polku_desk::{Client, Granted, Read};
use polku_documents::{HeldFile, held};
use polku_pages::{Locale, Texts, format};
use polku_privacy::parts::Part;
use polku_profile::{Profile, RecordKind};
use polku_typeset::{Job, Template, pdf};
use polku_values::InterfaceLanguage;
use polku_web::{Answer, Failure};
use serde_json::{Value, json};

use super::{
    metadata::{Metadata, openness_act},
    package::{Contents, FORM, Package, PackedDocument, PackedFile, PackedPart, pack},
    store::Counted,
};

/// The most bytes of documents in a package: they are in memory together.
const MOST: u64 = 512 * 1024 * 1024;

/// Archives are kept in the language of the register's keeper.
const LANGUAGE: Locale = Locale::Fi;

/// What goes into a package.
pub(super) struct Gathered {
    contents: Contents,
    files: Vec<PackedFile>,
    marking: String,
    created: Timestamp,
}

/// Reads all of a client's records. What the register keeps of itself (consents, disclosures, the log) is not among them.
///
/// # Errors
/// When the database or the store of documents fails.
pub(super) async fn gather(grant: &Granted<'_, Client, Read>) -> Answer<(Gathered, Counted)> {
    let visit = grant.visit();
    let profile = visit.profile()?;
    let texts = Texts::new(LANGUAGE);
    let language: InterfaceLanguage = LANGUAGE.into();
    let mut counted = Counted::default();
    let mut parts = Vec::new();
    for part in Part::all_of(&profile) {
        let Some((metadata, items)) = read(grant, &profile, part, texts).await? else {
            continue;
        };
        counted.records += u32::try_from(items.len()).unwrap_or(u32::MAX);
        parts.push(PackedPart {
            key: part.to_string(),
            name: part.word(texts),
            metadata,
            items,
        });
    }
    let (documents, files) = documents(grant, &profile, texts, &mut counted).await?;
    let contents = Contents {
        form: FORM,
        controller: profile.controller.name.get(language).to_owned(),
        register: profile.register.name.get(language).to_owned(),
        person: visit.name_of(grant.subject()).unwrap_or_default(),
        made_at: visit.now(),
        parts,
        documents,
    };
    let gathered = Gathered {
        contents,
        files,
        marking: profile.disclosure.marking.get(language).to_owned(),
        created: visit.now(),
    };
    Ok((gathered, counted))
}

async fn read(
    grant: &Granted<'_, Client, Read>,
    profile: &Profile,
    part: Part,
    texts: Texts,
) -> Answer<Option<(Metadata, Vec<PackedItem>)>> {
    let (metadata, items) = match part {
        Part::Fields(section) => {
            let retention = profile
                .fields(section)
                .next()
                .and_then(|entry| profile.retention_of(entry.field));
            let metadata = retention.map(|class| Metadata::of_class(profile, class, texts));
            (metadata, packing::fields(grant, section, texts).await?)
        }
        Part::Records(kind) => (
            Metadata::of_record(profile, kind, texts),
            packing::records(grant, kind, texts).await?,
        ),
    };
    Ok(metadata
        .filter(|_| !items.is_empty())
        .map(|metadata| (metadata, items)))
}

async fn documents(
    grant: &Granted<'_, Client, Read>,
    profile: &Profile,
    texts: Texts,
    counted: &mut Counted,
) -> Answer<(Vec<PackedDocument>, Vec<PackedFile>)> {
    let (mut told, mut files, mut size) = (Vec::new(), Vec::new(), 0);
    let Some(metadata) = Metadata::of_record(profile, RecordKind::Document, texts) else {
        return Ok((told, files));
    };
    for document in held(grant).await? {
        if !document.is_open {
            counted.left_out += 1;
            continue;
        }
        size += document.stored.size;
        if size > MOST {
            return Err(Failure::Internal(
                "the documents are too large for one package".to_owned(),
            ));
        }
        counted.documents += 1;
        let name = format!(
            "asiakirjat/{:04}.{}",
            counted.documents,
            document.kind.extension()
        );
        files.push(PackedFile {
            name: name.clone(),
            bytes: whole(grant, &document).await?,
        });
        told.push(PackedDocument {
            file: name,
            title: document.title,
            dated: document.dated,
            metadata: metadata.clone(),
        });
    }
    Ok((told, files))
}

async fn whole(grant: &Granted<'_, Client, Read>, document: &HeldFile) -> Answer<Vec<u8>> {
    let mut content = grant.open_content(&document.stored)?;
    let read = tokio::task::spawn_blocking(move || {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut content, &mut bytes).map(|_| bytes)
    });
    let read = read.await.map_err(|error| Failure::Internal(error.to_string()))?;
    read.map_err(|error| Failure::Internal(error.to_string()))
}

impl Gathered {
    /// Prints and packs. Takes a processor's time.
    pub(super) fn pack(self) -> Answer<Package> {
        let failed = |error: String| Failure::Internal(error);
        let printed = pdf(&Job {
            template: Template::Document,
            language: LANGUAGE.into(),
            title: &Texts::new(LANGUAGE).t("archive-paper-title"),
            author: &self.contents.controller,
            created: self.created,
            data: &self.paper(),
            images: &[],
        });
        let printed = printed.map_err(|error| failed(error.to_string()))?;
        let read_me = self.read_me();
        pack(&self.contents, &read_me, printed, self.files).map_err(|error| failed(error.to_string()))
    }

    fn paper(&self) -> Value {
        let texts = Texts::new(LANGUAGE);
        let mut sections: Vec<Value> = self
            .contents
            .parts
            .iter()
            .map(|part| section(texts, part))
            .collect();
        let documents: Vec<Value> = self
            .contents
            .documents
            .iter()
            .map(|document| {
                let day = document.dated.map(format::date).unwrap_or_default();
                json!([document.file, document.title, day])
            })
            .collect();
        if !documents.is_empty() {
            let head =
                ["archive-paper-file", "archive-paper-name", "archive-paper-day"].map(|key| texts.t(key));
            sections.push(json!({
                "title": texts.t("archive-paper-documents"),
                "table": { "head": head, "rows": documents, "caption": texts.t("archive-paper-documents") },
            }));
        }
        json!({
            "heading": texts.t("archive-paper-title"),
            "organisation": self.contents.controller,
            "register": self.contents.register,
            "date": format::date(polku_desk::clock::date_in_finland(self.created)),
            "marking": { "text": self.marking },
            "meta": [[texts.t("archive-paper-person"), self.contents.person]],
            "sections": sections,
        })
    }

    /// What somebody needs to know who opens the package in forty years.
    fn read_me(&self) -> String {
        let texts = Texts::new(LANGUAGE);
        let told = [
            ("controller", self.contents.controller.as_str().into()),
            ("register", self.contents.register.as_str().into()),
            (
                "day",
                format::date(polku_desk::clock::date_in_finland(self.created)).into(),
            ),
            ("act", openness_act().into()),
        ];
        let lines: Vec<String> = READ_ME.iter().map(|key| texts.with(key, &told)).collect();
        format!("{}\n", lines.join("\n\n"))
    }
}

/// The paragraphs of the read-me.
const READ_ME: [&str; 6] = [
    "archive-read-me-what",
    "archive-read-me-files",
    "archive-read-me-metadata",
    "archive-read-me-secret",
    "archive-read-me-whole",
    "archive-read-me-not",
];

fn section(texts: Texts, part: &PackedPart) -> Value {
    let metadata: Vec<Value> = part
        .metadata
        .named()
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| json!([texts.t(&format!("archive-meta-{}", key.replace('_', "-"))), value]))
        .collect();
    let items: Vec<String> = part.items.iter().map(line).collect();
    json!({ "title": part.name, "meta": metadata, "after": items })
}

/// A record in one paragraph.
fn line(item: &PackedItem) -> String {
    let mut lines = vec![match item.on {
        Some(day) => format!("{}, {}", format::date(day), item.title),
        None => item.title.clone(),
    }];
    lines.extend(
        item.facts
            .iter()
            .map(|fact| format!("{}: {}", fact.name, fact.value)),
    );
    if !item.text.is_empty() {
        lines.push(item.text.clone());
    }
    lines.join("\n")
}
