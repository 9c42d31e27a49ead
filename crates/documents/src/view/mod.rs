//! How documents look.

pub(crate) mod adding_view;
pub(crate) mod edit_view;
mod fields;
mod list_view;
pub(crate) mod search_view;
pub(crate) mod show_view;
pub(crate) mod tray_view;

use std::sync::Arc;

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::Tag,
    format::{self, finnish_time},
    html,
};
use polku_profile::{Profile, Publicity};
use polku_values::InterfaceLanguage;
use uuid::Uuid;

pub(crate) use list_view::{brief, list};

use crate::document::{Checked, Document, Language, Reading, StoredFile};

/// What the page of a client's documents shows.
pub(crate) struct ListPage {
    pub(crate) client: SubjectId,
    pub(crate) documents: Vec<Document>,
    pub(crate) binned: Vec<Document>,
    pub(crate) may_write: bool,
    pub(crate) tabs: Markup,
    pub(crate) today: Date,
    pub(crate) has_scanner: bool,
}

/// What the page of one document shows.
pub(crate) struct ShowPage {
    pub(crate) client: SubjectId,
    pub(crate) profile: Arc<Profile>,
    pub(crate) document: Document,
    pub(crate) files: Vec<StoredFile>,
    pub(crate) may_write: bool,
    /// The first page that is shown.
    pub(crate) from: i64,
    /// How many are shown at once.
    pub(crate) at_once: i64,
    pub(crate) has_scanner: bool,
    /// The most bytes of a file.
    pub(crate) largest: u64,
}

/// The page of a client's documents.
pub(crate) fn address(client: SubjectId) -> String {
    format!("/clients/{client}/documents")
}

/// The page of one document.
pub(crate) fn document_address(client: SubjectId, id: Uuid) -> String {
    format!("/clients/{client}/documents/{id}")
}

/// Where a file is downloaded.
pub(crate) fn file_address(client: SubjectId, file: &StoredFile) -> String {
    format!(
        "/clients/{client}/documents/{}/files/{}",
        file.document, file.number
    )
}

/// Why a file is not opened; nothing when it is.
pub(crate) const fn why_closed(checked: Checked) -> Option<&'static str> {
    match checked {
        Checked::Clean | Checked::Made => None,
        Checked::Waiting => Some("documents-closed-waiting"),
        Checked::Infected => Some("documents-closed-infected"),
        Checked::Unchecked => Some("documents-closed-unchecked"),
    }
}

/// What must be known of a document before it is opened, each in a word.
pub(crate) fn tags(texts: Texts, document: &Document) -> Markup {
    let file = &document.file;
    html! {
        @match file.checked {
            Checked::Waiting => { (Tag::due(texts.t("documents-tag-waiting"))) }
            Checked::Infected => { (Tag::over(texts.t("documents-tag-infected"))) }
            Checked::Unchecked => { (Tag::over(texts.t("documents-tag-unchecked"))) }
            Checked::Clean | Checked::Made => {}
        }
        @if file.checked.is_open() && file.reading == Reading::Waiting {
            " " (Tag::plain(texts.t("documents-tag-reading")))
        }
        @if document.about.publicity != Publicity::Public {
            " " (Tag::private(texts.t(publicity_word(document.about.publicity))))
        }
    }
}

/// The key of the word of a publicity class.
pub(crate) const fn publicity_word(publicity: Publicity) -> &'static str {
    match publicity {
        Publicity::Secret => "documents-publicity-secret",
        Publicity::Partly => "documents-publicity-partly",
        Publicity::Public => "documents-publicity-public",
    }
}

/// The key of a language's name.
pub(crate) const fn language_word(language: Language) -> &'static str {
    match language {
        Language::Finnish => "documents-language-fi",
        Language::Swedish => "documents-language-sv",
        Language::English => "documents-language-en",
        Language::Other => "documents-language-other",
    }
}

/// A size as people say it.
pub(crate) fn size(texts: Texts, bytes: u64) -> String {
    const KILO: u64 = 1024;
    #[expect(clippy::cast_precision_loss, reason = "a size in words has two digits")]
    let mega = bytes as f64 / (KILO * KILO) as f64;
    if mega >= 1.0 {
        let decimals = usize::from(mega < 10.0);
        format!(
            "{} {}",
            format::decimal(texts.locale(), mega, decimals),
            texts.t("documents-megabytes")
        )
    } else {
        let kilo = i64::try_from(bytes.div_ceil(KILO)).unwrap_or(i64::MAX);
        format!(
            "{} {}",
            format::integer(texts.locale(), kilo),
            texts.t("documents-kilobytes")
        )
    }
}

/// Who added a file and when.
pub(crate) fn added(texts: Texts, file: &StoredFile) -> String {
    let when = format::date_and_time(texts.locale(), finnish_time(file.added_at));
    texts.with(
        "documents-added-by",
        &[("name", file.added_by.clone().into()), ("when", when.into())],
    )
}

/// The profile's language of the page.
pub(crate) fn language(texts: Texts) -> InterfaceLanguage {
    texts.locale().into()
}
