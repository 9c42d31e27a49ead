//! What other rooms do with documents: attach what the product made, name one, count them.

use jiff::civil::Date;
use polku_desk::{Client, Granted, Operation, Result, Write, access::Resource, documents::StoredContent};
use polku_profile::{Publicity, RecordKind};
use polku_web::{Answer, Failure};
use uuid::Uuid;

use crate::{
    class::Class,
    document::{About, Checked, FileWords, State, Words},
    examine::Remarks,
    job,
    kind::FileKind,
    store::{self, NewFile},
};

/// A document that the product made itself: an agreement, a statement.
#[derive(Clone, Debug)]
pub struct Made<'a> {
    /// What it is called.
    pub title: &'a str,
    /// What it is about.
    pub class: Class,
    /// The kind of file.
    pub kind: FileKind,
    /// How many pages it has.
    pub pages: i64,
    /// Its day.
    pub dated: Option<Date>,
    /// What it holds.
    pub content: &'a [u8],
}

/// A document by its name: for choosing one, such as the signed paper of an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its id.
    pub id: Uuid,
    /// What it is called.
    pub title: String,
    /// Its day, when it is known.
    pub dated: Option<Date>,
}

/// Attaches a document inside a write that is under way; it is there when that is committed. It needs no looking through
/// for viruses. Answers its id.
///
/// # Errors
/// When the grant includes no documents, or the disk fails.
pub async fn attach(grant: &Granted<'_, Client, Write>, made: &Made<'_>) -> Answer<Uuid> {
    let visit = grant.visit();
    let mut arriving = grant.receive()?.begin().await?;
    arriving.write(made.content).await?;
    let arrived = arriving.finish().await?;
    let about = About {
        words: Words {
            title: made.title.to_owned(),
            class: made.class,
            language: None,
            source: String::new(),
            who: String::new(),
            channel: String::new(),
            ground: String::new(),
            note: String::new(),
        },
        dated: made.dated,
        publicity: Publicity::Secret,
    };
    let id = visit.new_id();
    let profile = visit.profile()?;
    store::insert(grant, id, &about, made.class.retention(&profile)).await?;
    let stored = grant.keep(arrived).await?;
    let file = NewFile {
        document: id,
        number: 1,
        kind: made.kind,
        checked: Checked::Made,
        pages: Some(made.pages),
        words: &FileWords {
            name: String::new(),
            remarks: Remarks::default(),
            threat: None,
        },
    };
    store::insert_file(grant, &stored, &file).await?;
    grant
        .queue_job(job::KIND, Some(grant.subject().0))
        .await
        .map_err(Failure::from)?;
    Ok(id)
}

/// The kept documents of a client by their names, the latest first; none where the role or the register has none.
///
/// # Errors
/// When the database fails.
pub async fn named<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Named>> {
    if !is_here(grant)? {
        return Ok(Vec::new());
    }
    let documents = store::all(grant).await?;
    let kept = documents
        .into_iter()
        .filter(|document| document.state == State::Kept);
    Ok(kept
        .map(|document| Named {
            id: document.id,
            title: document.about.words.title,
            dated: document.about.dated,
        })
        .collect())
}

/// How many documents a client has; none where the role or the register has none.
///
/// # Errors
/// When the database fails.
pub async fn count<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<i64> {
    if is_here(grant)? {
        store::count(grant).await
    } else {
        Ok(0)
    }
}

fn is_here<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<bool> {
    Ok(
        grant.may(Resource::Documents)
            && polku_casework::keeping::keeps(grant.visit(), RecordKind::Document)?,
    )
}

/// A file that is held of a client, for the client's own copy.
#[derive(Clone, Debug)]
pub struct HeldFile {
    /// What the document is called.
    pub title: String,
    /// Its day, when it is known.
    pub dated: Option<Date>,
    /// The kind of file.
    pub kind: FileKind,
    /// Whether it may be opened: it was looked through, or the product made it.
    pub is_open: bool,
    /// Where it lies.
    pub stored: StoredContent,
}

/// The latest file of each kept document of a client; none where the role or the register has none.
///
/// # Errors
/// When the database fails.
pub async fn held<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<HeldFile>> {
    if !is_here(grant)? {
        return Ok(Vec::new());
    }
    let documents = store::all(grant).await?;
    let kept = documents
        .into_iter()
        .filter(|document| document.state == State::Kept);
    Ok(kept
        .map(|document| HeldFile {
            title: document.about.words.title,
            dated: document.about.dated,
            kind: document.file.kind,
            is_open: document.file.checked.is_open(),
            stored: document.file.stored,
        })
        .collect())
}
