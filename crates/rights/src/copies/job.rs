//! Making a copy: read under the rule for copies, packed into the sealed store, entered.

use std::time::Duration;

use polku_casework::joining::{JobKind, inventory};
use polku_desk::{
    Client, Desk, DeskError, Read, SubjectId, Visit, Visitor,
    access::{AccessSpec, Action, Resource, rules::OWN_COPY},
    jobs::{Job, JobState},
};
use polku_web::{Answer, Failure};
use serde_json::json;

use super::{
    contents::OwnCopy,
    gather::{self, Gathered},
    packing::{self, Entry},
    paper,
    store::{self, Copy, CopyWords, State},
};
use crate::requests::{
    request::{EventKind, EventWords},
    store as requests,
};

/// The kind of job; its target is a client, whose waiting copies it makes.
pub(super) const KIND: &str = "patient-own-copies";

inventory::submit! {
    JobKind { kind: KIND, work: |desk, job, visitor| Box::pin(work(desk, job, visitor)) }
}

const KEEP: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Requests, Resource::Identity]);
/// Everything: the very list of the rules.
const COPY: AccessSpec = AccessSpec::people(Action::Copy, OWN_COPY);
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
    let made = tokio::select! {
        made = make_waiting(desk, visitor, client) => made,
        failure = signs => return Err(failure),
    };
    match made {
        Ok(()) => desk.finish_job(job, JobState::Done, "copies-job-done").await?,
        // Restricted, merged or gone meanwhile: trying again would help nobody.
        Err(Failure::Desk(DeskError::Hidden | DeskError::Restricted)) => {
            desk.finish_job(job, JobState::Failed, "copies-job-stopped")
                .await?;
        }
        Err(failure) => return Err(failure),
    }
    Ok(())
}

async fn make_waiting(desk: &Desk, visitor: Visitor, client: SubjectId) -> Answer<()> {
    let visit = desk.visit(visitor.clone(), KEEP, KIND).await?;
    let copies = store::all(&visit.open::<Client, Read>(client).await?).await?;
    for copy in copies.into_iter().filter(|copy| copy.state == State::Waiting) {
        make(desk, &visit, visitor.clone(), client, &copy).await?;
    }
    visit.settle().await?;
    Ok(())
}

async fn make(desk: &Desk, visit: &Visit, visitor: Visitor, client: SubjectId, copy: &Copy) -> Answer<()> {
    let request = requests::one(&visit.open::<Client, Read>(client).await?, copy.request).await?;
    if request.state.is_closed() {
        return give_up(visit, client, copy).await;
    }
    let reading = desk.visit(visitor, COPY, KIND).await?;
    let (entries, mut words) = {
        let grant = reading.open_copy::<Client>(client).await?;
        let Gathered {
            copy: own,
            files,
            proven,
        } = gather::everything(&grant, request.kind, copy.language).await?;
        let words = counted(&own, files.len());
        let mut entries = vec![
            Entry::Made(
                "tiedot.pdf",
                paper::pdf(&own, copy.language, reading.now()).await?,
            ),
            Entry::Made(
                "tiedot.json",
                serde_json::to_vec_pretty(&own).map_err(|error| Failure::Internal(error.to_string()))?,
            ),
        ];
        entries.extend(proven.map(|proven| Entry::Made("katselut.json", proven)));
        for (name, file) in files {
            entries.push(Entry::Stored(name, grant.open_content(&file.stored)?));
        }
        (entries, words)
    };
    let reception = visit
        .open_for_change::<Client>(client)
        .await?
        .receive_for(copy.owner)?;
    let mut arriving = reception.begin().await?;
    words.sha256 = packing::pack(entries, &mut arriving).await?;
    // What was read is in the log before anybody can be given it.
    reading.settle().await?;
    let arrived = arriving.finish().await?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let stored = grant.keep(arrived).await?;
    store::made(&grant, copy, &stored, &words).await?;
    let place = (copy.owner, copy.request);
    requests::enter(&grant, place, EventKind::CopyReady, &EventWords::default()).await?;
    grant
        .commit(
            "own-copy-made",
            json!({ "request": copy.request, "copy": copy.id }),
        )
        .await?;
    Ok(())
}

fn counted(own: &OwnCopy, files: usize) -> CopyWords {
    CopyWords {
        sha256: String::new(),
        items: own.parts.iter().map(|part| part.items.len()).sum(),
        files,
        closed: own.documents.iter().filter(|one| one.file.is_none()).count(),
        looks: own.looks.len(),
    }
}

async fn give_up(visit: &Visit, client: SubjectId, copy: &Copy) -> Answer<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    store::failed(&grant, copy).await?;
    let place = (copy.owner, copy.request);
    requests::enter(&grant, place, EventKind::CopyFailed, &EventWords::default()).await?;
    grant
        .commit(
            "own-copy-failed",
            json!({ "request": copy.request, "copy": copy.id }),
        )
        .await?;
    Ok(())
}
