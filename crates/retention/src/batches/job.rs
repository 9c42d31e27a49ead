//! Destroying an approved batch: a person at a time, each in a transaction of its own. Broken off, it goes on with the lines
//! that are left; each is judged anew before it goes.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;
use polku_desk::{
    Client, Desk, DeskError, Read, SubjectId, Visit, Visitor,
    access::{AccessSpec, Action, Resource},
    destruction::{ClockVerdict, Destroyed, Order},
    jobs::{Job, JobState},
};
use polku_web::{Answer, Failure};
use serde_json::json;
use uuid::Uuid;

use super::{
    DESTROY_BATCH,
    store::{self, Batch, BatchState, Line, LineState, LineWords},
};
use crate::{
    certificates::{self, CertificateKind, Content, NewCertificate},
    file::{self, Going},
    paper,
    rules::Hold,
};

const SPEC: AccessSpec = AccessSpec::people(Action::Destroy, &[Resource::Retention]);

/// What the log calls it.
const WHAT: &str = "retention-over";

pub(super) async fn work(desk: &Desk, job: &Job, visitor: Visitor) -> Answer<()> {
    let id = job.target.ok_or(DeskError::Stored("a job without its batch"))?;
    let visit = desk.visit(visitor.clone(), SPEC, DESTROY_BATCH).await?;
    let batch = store::one(&visit, id).await?;
    if batch.state != BatchState::Approved {
        return Ok(desk
            .finish_job(job, JobState::Done, "batches-job-nothing")
            .await?);
    }
    // A serving node notes the time every hour: what lies longer back is a standstill, or somebody moved the clock.
    if let ClockVerdict::Jumped(_) = desk.note_clock(job.register, SignedDuration::ZERO).await? {
        visit.settle().await?;
        return Ok(desk
            .finish_job(job, JobState::Failed, "batches-job-clock")
            .await?);
    }
    let lines = store::lines(&visit, id).await?;
    let people: Vec<SubjectId> = lines.iter().map(|line| line.person).collect();
    let folders = paper::folders(&visit, &people).await?;
    visit.settle().await?;
    let mut by_person: BTreeMap<SubjectId, Vec<Line>> = BTreeMap::new();
    for line in lines.into_iter().filter(|line| line.state == LineState::Listed) {
        by_person.entry(line.person).or_default().push(line);
    }
    let total = i64::try_from(by_person.len()).unwrap_or(i64::MAX);
    let mut gone = BTreeSet::new();
    for (done, (person, lines)) in (0_i64..).zip(&by_person) {
        desk.report_job(job, done, total).await?;
        let visit = desk.visit(visitor.clone(), SPEC, DESTROY_BATCH).await?;
        if one_person(&visit, &batch, *person, lines).await? {
            gone.insert(*person);
        }
        visit.settle().await?;
    }
    desk.scrub().await?;
    let marks = folders
        .into_iter()
        .filter(|folder| gone.contains(&folder.subject));
    finish(desk, visitor, &batch, marks.map(|folder| folder.mark).collect()).await?;
    desk.report_job(job, total, total).await?;
    Ok(desk.finish_job(job, JobState::Done, "batches-job-done").await?)
}

/// Destroys what is approved of a person, as far as it is due now; answers whether the whole person went.
async fn one_person(visit: &Visit, batch: &Batch, person: SubjectId, lines: &[Line]) -> Answer<bool> {
    let (profile, today) = (visit.profile()?, visit.today());
    let approved: BTreeSet<String> = lines.iter().map(|line| line.class.clone()).collect();
    let (going, hold) = {
        let grant = visit.open::<Client, Read>(person).await?;
        let file = file::read(&grant).await?;
        (file.destroyed_by(&profile, &approved, today), file.hold)
    };
    visit.settle().await?;
    let Some(first) = lines.first() else {
        return Ok(false);
    };
    let sum = visit.new_id();
    let with = |destroyed: &Destroyed| -> polku_desk::Result<Vec<_>> {
        Ok(vec![store::add(
            sum,
            batch.id,
            (&first.class, first.year),
            destroyed,
        )?])
    };
    let own = vec![store::destroyed(batch.id, visit.now())];
    let order = Order {
        decision: batch.id,
        what: WHAT,
        own,
        with: &with,
    };
    let destroyed = match &going {
        Going::Whole => visit.destroy::<Client>(person, &order).await,
        Going::Records(chosen) => visit.destroy_records::<Client>(person, chosen, &order).await,
        Going::Nothing => {
            let why = if hold == Hold::Held {
                "batches-kept-held"
            } else {
                "batches-kept-not-due"
            };
            keep(visit, person, lines, why).await?;
            return Ok(false);
        }
    };
    match destroyed {
        Ok(_) => Ok(going == Going::Whole),
        Err(DeskError::Refused(_)) => {
            keep(visit, person, lines, "batches-kept-held").await?;
            Ok(false)
        }
        Err(error) => Err(Failure::Desk(error)),
    }
}

async fn keep(visit: &Visit, person: SubjectId, lines: &[Line], why: &str) -> Answer<()> {
    let grant = visit.open_for_change::<Client>(person).await?;
    let words = LineWords {
        why: why.to_owned(),
        ..LineWords::default()
    };
    for line in lines {
        store::settle(&grant, line, LineState::Kept, &words).await?;
    }
    let ids: Vec<Uuid> = lines.iter().map(|line| line.id).collect();
    Ok(grant
        .commit("destruction-line-kept", json!({ "lines": ids, "why": why }))
        .await?)
}

/// Writes the certificate, and that the batch is done.
async fn finish(desk: &Desk, visitor: Visitor, batch: &Batch, paper: Vec<String>) -> Answer<()> {
    let visit = desk.visit(visitor, SPEC, DESTROY_BATCH).await?;
    let (sums, rows) = store::sums(&visit, batch.id).await?;
    let missing = || DeskError::Stored("an approved batch that nobody approved");
    let new = NewCertificate {
        id: batch.id,
        kind: CertificateKind::Batch,
        proposed_by: batch.proposed_by,
        approved_by: batch.approved_by.ok_or_else(missing)?,
        approved_at: batch.approved_at.ok_or_else(missing)?,
    };
    let content = Content {
        people: sums.iter().map(|sum| sum.people).sum(),
        documents: sums.iter().map(|sum| sum.documents).sum(),
        sums,
        rows,
        paper,
        ..Content::default()
    };
    let certificate = certificates::insert(&new, visit.now(), &content)?;
    let done = store::finish(batch.id, visit.now());
    visit
        .execute("destruction-batch-done", vec![certificate, done])
        .await?;
    visit.settle().await?;
    Ok(())
}
