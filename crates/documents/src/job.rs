//! What is done with files after they came, one at a time and last of all: looked through for viruses, then read.

use std::time::Duration;

use jiff::SignedDuration;
use polku_casework::joining::{JobKind, inventory};
use polku_desk::{
    Client, Desk, DeskError, Read, SubjectId, Visit, Visitor,
    access::{AccessSpec, Action, Resource},
    documents::Content,
    jobs::{Job, JobState},
};
use polku_web::{Answer, Failure};
use serde_json::json;

use crate::{
    document::{Checked, Reading, StoredFile},
    reading::{self, WasRead},
    scan::{self, Verdict},
    store,
    tools::Failed,
};

/// The kind of job; its target is a client, whose waiting files it sees to.
pub(crate) const KIND: &str = "patient-documents";

inventory::submit! {
    JobKind { kind: KIND, work: |desk, job, visitor| Box::pin(work(desk, job, visitor)) }
}

const SPEC: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Documents]);
/// When a scanner that is not there is asked for again.
const LATER: SignedDuration = SignedDuration::from_mins(1);
/// How often the job says that it is still at it.
const SIGN_OF_LIFE: Duration = Duration::from_secs(20);

async fn work(desk: &Desk, job: &Job, visitor: Visitor) -> Answer<()> {
    let client = SubjectId(job.target.ok_or(DeskError::Stored("a job without its client"))?);
    let signs = async {
        loop {
            tokio::time::sleep(SIGN_OF_LIFE).await;
            if let Err(error) = desk.report_job(job, 0, 0).await {
                return Failure::from(error);
            }
        }
    };
    let outcome = tokio::select! {
        seen_to = see_to(desk, visitor, client) => seen_to?,
        failure = signs => return Err(failure),
    };
    match outcome {
        Outcome::Done => desk.finish_job(job, JobState::Done, "documents-job-done").await?,
        Outcome::Waits => desk.postpone_job(job, LATER).await?,
    }
    Ok(())
}

/// How far it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Done,
    /// Another program is not there now.
    Waits,
}

async fn see_to(desk: &Desk, visitor: Visitor, client: SubjectId) -> Answer<Outcome> {
    let visit = desk.visit(visitor, SPEC, KIND).await?;
    let grant = visit.open::<Client, Read>(client).await?;
    let waiting = store::files(&grant).await?;
    let waiting = waiting.into_iter().filter(StoredFile::is_under_way);
    let mut outcome = Outcome::Done;
    for mut file in waiting {
        if file.checked == Checked::Waiting && !check(&visit, client, &mut file).await? {
            outcome = Outcome::Waits;
            continue;
        }
        if file.checked.is_open()
            && file.reading == Reading::Waiting
            && !read(&visit, client, &mut file).await?
        {
            outcome = Outcome::Waits;
        }
    }
    visit.settle().await?;
    Ok(outcome)
}

/// Has a file looked through; answers whether it was.
async fn check(visit: &Visit, client: SubjectId, file: &mut StoredFile) -> Answer<bool> {
    let content = visit
        .open::<Client, Read>(client)
        .await?
        .open_content(&file.stored)?;
    let Some(content) = reached(content).await? else {
        return Ok(false);
    };
    let scanner = visit.desk().document_options().scanner.clone();
    file.checked = match scan::scan(scanner.as_deref(), content).await {
        Verdict::Absent => return Ok(false),
        Verdict::Clean => Checked::Clean,
        Verdict::Unable => Checked::Unchecked,
        Verdict::Found(name) => {
            tracing::warn!(threat = name, "a document is infected and stays closed");
            file.words.threat = Some(name);
            Checked::Infected
        }
    };
    let grant = visit.open_for_change::<Client>(client).await?;
    store::update_file(&grant, file).await?;
    let what = json!({ "document": file.document, "file": file.id(), "checked": file.checked });
    grant.commit("document-checked", what).await?;
    file.version += 1;
    Ok(true)
}

/// Content that can be read now; none when the store does not answer, which is no fault of the file's.
async fn reached(content: Content) -> Answer<Option<Content>> {
    match content.ready().await {
        Err(error @ DeskError::Away(_)) => {
            tracing::warn!(%error, "documents wait until their store answers");
            Ok(None)
        }
        content => Ok(Some(content?)),
    }
}

/// Reads a file; answers whether that was tried.
async fn read(visit: &Visit, client: SubjectId, file: &mut StoredFile) -> Answer<bool> {
    let grant = visit.open::<Client, Read>(client).await?;
    let stored = file.stored.clone();
    if reached(grant.open_content(&stored)?).await?.is_none() {
        return Ok(false);
    }
    let was_read = reading::read(file.kind, || grant.open_content(&stored)).await?;
    let was_read = match was_read {
        Ok(was_read) => was_read,
        Err(Failed::Missing) => {
            tracing::warn!("documents cannot be read: tesseract or poppler is not installed");
            return Ok(false);
        }
        Err(Failed::GaveUp) => {
            file.reading = Reading::Unread;
            keep_read(visit, client, file, &WasRead::default()).await?;
            return Ok(true);
        }
    };
    file.reading = match was_read.text {
        Some(_) => Reading::Read,
        None => Reading::Nothing,
    };
    file.pages = was_read.pages.or(file.pages);
    was_read.remark(&mut file.words.remarks);
    keep_read(visit, client, file, &was_read).await?;
    Ok(true)
}

async fn keep_read(
    visit: &Visit,
    client: SubjectId,
    file: &mut StoredFile,
    was_read: &WasRead,
) -> Answer<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    if let Some(text) = &was_read.text {
        store::insert_text(&grant, file, text).await?;
    }
    store::update_file(&grant, file).await?;
    let what = json!({ "document": file.document, "file": file.id(), "reading": file.reading });
    grant.commit("document-read", what).await?;
    file.version += 1;
    Ok(())
}
