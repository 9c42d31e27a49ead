//! A client's data in a form that others can be given: read once, for a printed paper and for a machine alike.
//!
//! What this room keeps is read in [`own`]; another room hands in its records by a [`RecordsSource`]. Disclosures give the
//! parts that their ground allows, the client's own copy gives all of them.

mod own;

use jiff::civil::Date;
use polku_desk::{Client, Granted, Read, access::Resource};
use polku_pages::Texts;
use polku_profile::{Field, RecordKind, Section};
use polku_web::Answer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::joining::{Doing, inventory};

/// Something that is kept about a client: a section of basic data, a goal, an entry of the diary.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PackedItem {
    /// What it is.
    pub title: String,
    /// The day that it is about.
    pub on: Option<Date>,
    /// Named values.
    pub facts: Vec<PackedFact>,
    /// What is written in it.
    pub text: String,
}

/// A named value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PackedFact {
    /// A stable key, the same in every language.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The value in words.
    pub value: String,
}

/// Records of a kind that another room keeps.
#[derive(Debug)]
pub struct RecordsSource {
    /// Which.
    pub kind: RecordKind,
    /// The data that reading them touches.
    pub resource: Resource,
    /// Reads all of a client's, the earliest first.
    pub read: for<'a> fn(&'a Granted<'a, Client, Read>, Texts) -> Doing<'a, Vec<PackedItem>>,
}

inventory::collect!(RecordsSource);

/// Records of a kind that another room keeps, as only the person themselves gets them: with drafts, and with what is about
/// the keeping of the register. A disclosure never offers these.
#[derive(Debug)]
pub struct OwnRecordsSource {
    /// Which.
    pub kind: RecordKind,
    /// The data that reading them touches.
    pub resource: Resource,
    /// Reads all of a client's, the earliest first.
    pub read: for<'a> fn(&'a Granted<'a, Client, Read>, Texts) -> Doing<'a, Vec<PackedItem>>,
}

inventory::collect!(OwnRecordsSource);

/// The same of what belongs to a section of fields.
#[derive(Debug)]
pub struct OwnFieldsSource {
    /// Which.
    pub section: Section,
    /// The data that reading them touches.
    pub resource: Resource,
    /// Reads all of a client's, the earliest first.
    pub read: for<'a> fn(&'a Granted<'a, Client, Read>, Texts) -> Doing<'a, Vec<PackedItem>>,
}

inventory::collect!(OwnFieldsSource);

/// What is kept about a client as neither fields nor records of the register's profile: what they were told, where their
/// papers lie. Only the person themselves gets it.
#[derive(Debug)]
pub struct OwnPartSource {
    /// Its key in the copy, such as `induction`.
    pub key: &'static str,
    /// The key of its name.
    pub word: &'static str,
    /// The data that reading it touches.
    pub resource: Resource,
    /// Reads all of a client's, the earliest first.
    pub read: for<'a> fn(&'a Granted<'a, Client, Read>, Texts) -> Doing<'a, Vec<PackedItem>>,
}

inventory::collect!(OwnPartSource);

/// The data that the parts of the person's own copy touch, each with where it comes from. The rule for copies must name
/// them all: what it lacks is missing in every copy, silently.
#[must_use]
pub fn copied() -> Vec<(String, Resource)> {
    let own = TOUCHED.iter().map(|resource| ("casework".to_owned(), *resource));
    let records = inventory::iter::<OwnRecordsSource>
        .into_iter()
        .map(|source| (format!("{:?}", source.kind), source.resource));
    let fields = inventory::iter::<OwnFieldsSource>
        .into_iter()
        .map(|source| (format!("{:?}", source.section), source.resource));
    let parts = inventory::iter::<OwnPartSource>
        .into_iter()
        .map(|source| (source.key.to_owned(), source.resource));
    own.chain(given())
        .chain(records)
        .chain(fields)
        .chain(parts)
        .collect()
}

/// The data that records touch which a package for the archive takes, each with where it comes from.
#[must_use]
pub fn archived() -> Vec<(String, Resource)> {
    let own = TOUCHED.iter().map(|resource| ("casework".to_owned(), *resource));
    own.chain(given()).collect()
}

fn given() -> impl Iterator<Item = (String, Resource)> {
    inventory::iter::<RecordsSource>
        .into_iter()
        .map(|source| (format!("{:?}", source.kind), source.resource))
}

/// All data that reading a client's parts may touch: what a route says that packs them.
pub const TOUCHED: &[Resource] = &[
    Resource::Identity,
    Resource::Basics,
    Resource::Special,
    Resource::Service,
    Resource::Attendance,
    Resource::Diary,
    Resource::Goals,
    Resource::Contacts,
];

/// The fields of a section with what is kept in them. A protected address is never among them: it is shown only by its own
/// right, to one person at a time.
///
/// # Errors
/// When the grant does not include basic data.
pub async fn fields(
    grant: &Granted<'_, Client, Read>,
    section: Section,
    texts: Texts,
) -> Answer<Vec<PackedItem>> {
    own::fields(grant, section, texts).await
}

/// What is coded, counted or dated in a section, as it is kept: codes, numbers, days as `2026-11-23`. For extracts that are
/// read by programs; a protected address gives nothing. Of several client relationships the latest is told.
///
/// # Errors
/// When the grant does not include basic data, or for the section of relationships those.
pub async fn kept_values(
    grant: &Granted<'_, Client, Read>,
    section: Section,
) -> Answer<Vec<(Field, Vec<String>)>> {
    own::kept_values(grant, section).await
}

/// Whether any room can give records of a kind.
#[must_use]
pub fn gives(kind: RecordKind) -> bool {
    own::gives(kind) || source(kind).is_some()
}

/// All records of a kind, the earliest first; none where no room gives them or the role has none of them.
///
/// # Errors
/// When the database fails.
pub async fn records(
    grant: &Granted<'_, Client, Read>,
    kind: RecordKind,
    texts: Texts,
) -> Answer<Vec<PackedItem>> {
    if own::gives(kind) {
        return own::records(grant, kind, texts).await;
    }
    match source(kind) {
        Some(source) if grant.may(source.resource) => (source.read)(grant, texts).await,
        _ => Ok(Vec::new()),
    }
}

/// All records of a kind for the person themselves: what anyone could be given of it, and what only they get.
///
/// # Errors
/// When the database fails.
pub async fn own_records(
    grant: &Granted<'_, Client, Read>,
    kind: RecordKind,
    texts: Texts,
) -> Answer<Vec<PackedItem>> {
    let mut items = records(grant, kind, texts).await?;
    for source in inventory::iter::<OwnRecordsSource> {
        if source.kind == kind && grant.may(source.resource) {
            items.extend((source.read)(grant, texts).await?);
        }
    }
    Ok(items)
}

/// The fields of a section for the person themselves, with what another room keeps beside them.
///
/// # Errors
/// When the grant does not include basic data.
pub async fn own_fields(
    grant: &Granted<'_, Client, Read>,
    section: Section,
    texts: Texts,
) -> Answer<Vec<PackedItem>> {
    let mut items = fields(grant, section, texts).await?;
    for source in inventory::iter::<OwnFieldsSource> {
        if source.section == section && grant.may(source.resource) {
            items.extend((source.read)(grant, texts).await?);
        }
    }
    Ok(items)
}

/// What is kept beside fields and records, for the person themselves: each part that holds something with its key and name.
///
/// # Errors
/// When the database fails.
pub async fn own_parts(
    grant: &Granted<'_, Client, Read>,
    texts: Texts,
) -> Answer<Vec<(&'static str, String, Vec<PackedItem>)>> {
    let mut sources: Vec<_> = inventory::iter::<OwnPartSource>.into_iter().collect();
    sources.sort_by_key(|source| source.key);
    let mut parts = Vec::with_capacity(sources.len());
    for source in sources {
        if !grant.may(source.resource) {
            continue;
        }
        let items = (source.read)(grant, texts).await?;
        if !items.is_empty() {
            parts.push((source.key, texts.t(source.word), items));
        }
    }
    Ok(parts)
}

fn source(kind: RecordKind) -> Option<&'static RecordsSource> {
    inventory::iter::<RecordsSource>
        .into_iter()
        .find(|source| source.kind == kind)
}

impl PackedItem {
    /// Something of a title.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            ..Self::default()
        }
    }

    /// The day that it is about.
    #[must_use]
    pub const fn on(mut self, day: Date) -> Self {
        self.on = Some(day);
        self
    }

    /// A named value; an empty one is left out.
    #[must_use]
    pub fn fact(mut self, key: &str, name: impl Into<String>, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.facts.push(PackedFact {
                key: key.to_owned(),
                name: name.into(),
                value,
            });
        }
        self
    }

    /// What is written in it.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }
}
