//! Adding and changing documents: what pages and programs share.

use polku_desk::{Client, DeskError, Granted, SubjectId, Visit, Write, documents::Reception};
use polku_profile::RecordKind;
use polku_web::{Answer, Failure, InvalidField};
use serde_json::json;
use uuid::Uuid;

use crate::{
    document::{About, Checked, Document, FileWords, Reading, State},
    input::{DocumentInput, LONGEST_TITLE},
    job,
    receive::Whole,
    store::{self, NewFile},
};

/// What became of a file that came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Added {
    /// A new document.
    New(Uuid),
    /// The client has the same already.
    Known(Uuid),
}

impl Added {
    pub(crate) const fn id(self) -> Uuid {
        match self {
            Self::New(id) | Self::Known(id) => id,
        }
    }
}

/// Whether the visitor may add documents to a client, and leave to take their files in. Nobody waits while they come.
pub(crate) async fn reception(visit: &Visit, client: SubjectId) -> Answer<Reception> {
    let grant = open(visit, client).await?;
    Ok(grant.receive()?)
}

/// The same for a new version of a document.
pub(crate) async fn reception_for(visit: &Visit, client: SubjectId, id: Uuid) -> Answer<Reception> {
    let grant = open(visit, client).await?;
    let (document, _) = store::one(&grant, id).await?;
    Ok(grant.receive_for(document.owner)?)
}

/// Adds files as documents of their own, all with what is said of them.
pub(crate) async fn add(
    visit: &Visit,
    client: SubjectId,
    files: Vec<Whole>,
    about: &About,
) -> Answer<Vec<Added>> {
    let grant = open(visit, client).await?;
    let profile = visit.profile()?;
    let retention = about.words.class.retention(&profile).to_owned();
    let mut added = Vec::with_capacity(files.len());
    for file in files {
        if let Some(known) = store::known(&grant, file.arrived.address()).await? {
            added.push(Added::Known(known));
            continue;
        }
        let mut about = about.clone();
        if about.words.title.is_empty() {
            about.words.title = title_of(&file.name);
        }
        let id = visit.new_id();
        store::insert(&grant, id, &about, &retention).await?;
        keep(&grant, id, 1, file).await?;
        added.push(Added::New(id));
    }
    let new: Vec<Uuid> = added
        .iter()
        .filter(|added| matches!(added, Added::New(_)))
        .map(|added| added.id())
        .collect();
    if !new.is_empty() {
        grant.queue_job(job::KIND, Some(client.0)).await?;
        grant
            .commit("documents-added", json!({ "documents": new }))
            .await?;
    }
    Ok(added)
}

async fn keep(grant: &Granted<'_, Client, Write>, document: Uuid, number: i64, file: Whole) -> Answer<()> {
    let words = FileWords {
        name: file.name,
        remarks: file.examined.remarks,
        threat: None,
    };
    let stored = grant.keep(file.arrived).await?;
    let new = NewFile {
        document,
        number,
        kind: file.examined.kind,
        checked: Checked::Waiting,
        pages: file.examined.kind.is_picture().then_some(1),
        words: &words,
    };
    Ok(store::insert_file(grant, &stored, &new).await?)
}

/// Adds a new version of a document; the earlier ones stay.
pub(crate) async fn renew(visit: &Visit, client: SubjectId, id: Uuid, file: Whole) -> Answer<()> {
    let grant = open(visit, client).await?;
    let (document, files) = store::one(&grant, id).await?;
    if document.state == State::Binned {
        return Err(DeskError::Refused("documents-is-binned").into());
    }
    if files[0].stored.address == file.arrived.address() {
        return Err(Failure::Invalid(vec![InvalidField {
            field: "files",
            key: "documents-same-version",
        }]));
    }
    keep(&grant, id, files[0].number + 1, file).await?;
    grant.queue_job(job::KIND, Some(client.0)).await?;
    let number = files[0].number + 1;
    let what = json!({ "document": id, "number": number });
    Ok(grant.commit("document-renewed", what).await?)
}

/// Stores what is said of a document.
pub(crate) async fn describe(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &DocumentInput,
) -> Answer<Document> {
    let about = checked(visit, input)?;
    let grant = open(visit, client).await?;
    let (mut document, _) = store::one(&grant, id).await?;
    if document.version != seen {
        return Err(DeskError::Conflict.into());
    }
    let profile = visit.profile()?;
    about
        .words
        .class
        .retention(&profile)
        .clone_into(&mut document.retention);
    document.about = about;
    store::update(&grant, &document).await?;
    grant
        .commit("document-described", json!({ "document": id }))
        .await?;
    document.version += 1;
    Ok(document)
}

/// Throws a document away, or takes it back. What is so already is left alone.
pub(crate) async fn turn(visit: &Visit, client: SubjectId, id: Uuid, to: State) -> Answer<()> {
    let grant = open(visit, client).await?;
    let (mut document, _) = store::one(&grant, id).await?;
    if document.state == to {
        return Ok(());
    }
    document.state = to;
    store::update(&grant, &document).await?;
    let what = match to {
        State::Binned => "document-binned",
        State::Kept => "document-taken-back",
    };
    Ok(grant.commit(what, json!({ "document": id })).await?)
}

/// Has what waits looked at again: when a job was given up, or its asker has gone.
pub(crate) async fn look_again(visit: &Visit, client: SubjectId) -> Answer<()> {
    let grant = open(visit, client).await?;
    for mut file in store::files(&grant).await? {
        let (checked, reading) = (file.checked, file.reading);
        if checked == Checked::Unchecked {
            file.checked = Checked::Waiting;
        }
        if reading == Reading::Unread {
            file.reading = Reading::Waiting;
        }
        if (file.checked, file.reading) != (checked, reading) {
            store::update_file(&grant, &file).await?;
        }
    }
    grant.queue_job(job::KIND, Some(client.0)).await?;
    Ok(grant.commit("documents-look-again", json!({})).await?)
}

/// What was typed, when all of it can be used; a paper without a name is called by its class.
pub(crate) fn checked(visit: &Visit, input: &DocumentInput) -> Answer<About> {
    input
        .check(&*visit.profile()?, visit.today())
        .map_err(Failure::Invalid)
}

/// A document is called as its file was, until somebody says better.
pub(crate) fn title_of(file_name: &str) -> String {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let spaced = stem.replace('_', " ");
    spaced.trim().chars().take(LONGEST_TITLE as usize).collect()
}

async fn open(visit: &Visit, client: SubjectId) -> Answer<Granted<'_, Client, Write>> {
    let grant = visit.open_for_change::<Client>(client).await?;
    polku_casework::keeping::kept(visit, RecordKind::Document)?;
    Ok(grant)
}
