//! Carrying an approved erasure out. Broken off at any step it goes on: what is gone is gone, and what is left is judged
//! anew.

use polku_desk::{
    Client, Desk, DeskError, Read, SubjectId, Visit, Visitor,
    access::{AccessSpec, Action, Resource},
    destruction::{Destroyed, Order},
    jobs::{Job, JobState},
};
use polku_web::Answer;
use serde_json::json;

use super::{ERASE, erasure::Erasure, store};
use crate::{
    certificates::{self, CertificateKind, CertifiedKind, Content, NewCertificate},
    file::{self, Going, Part},
};

const SPEC: AccessSpec = AccessSpec::people(Action::Destroy, &[Resource::Retention]);

/// What the log calls it.
const WHAT: &str = "erased";

pub(super) async fn work(desk: &Desk, job: &Job, visitor: Visitor) -> Answer<()> {
    let id = job.target.ok_or(DeskError::Stored("a job without its erasure"))?;
    let visit = desk.visit(visitor, SPEC, ERASE).await?;
    // Once the person is gone so is the erasure: then there is nothing left to do.
    if let Some((client, erasure)) = store::approved(&visit, id).await? {
        carry_out(&visit, client, &erasure).await?;
    }
    visit.settle().await?;
    desk.scrub().await?;
    Ok(desk.finish_job(job, JobState::Done, "erasures-job-done").await?)
}

async fn carry_out(visit: &Visit, client: SubjectId, erasure: &Erasure) -> Answer<()> {
    let profile = visit.profile()?;
    let (parts, going) = {
        let grant = visit.open::<Client, Read>(client).await?;
        let file = file::read(&grant).await?.with_holdings(&grant).await?;
        let today = visit.today();
        (
            file.parts(&profile, erasure.ground, today),
            file.erased(&profile, erasure.ground, today),
        )
    };
    // The looks are durable before anything goes.
    visit.settle().await?;
    let new = certificate(erasure)?;
    let (took, left) = certified(&parts, &going);
    let with = |destroyed: &Destroyed| -> polku_desk::Result<Vec<_>> {
        let content = Content {
            ground: Some(erasure.ground.name().to_owned()),
            request: erasure.request,
            kinds: took.clone(),
            left: left.clone(),
            people: u64::try_from(destroyed.people).unwrap_or(u64::MAX),
            documents: u64::try_from(destroyed.documents).unwrap_or(u64::MAX),
            rows: destroyed.rows.clone(),
            ..Content::default()
        };
        Ok(vec![certificates::insert(&new, visit.now(), &content)?])
    };
    let order = Order {
        decision: erasure.id,
        what: WHAT,
        own: vec![store::done(erasure.id)],
        with: &with,
    };
    let done = match going {
        Going::Whole => visit.destroy::<Client>(client, &order).await,
        Going::Records(chosen) => visit.destroy_records::<Client>(client, &chosen, &order).await,
        Going::Nothing => Err(DeskError::Refused("erasures-nothing-goes")),
    };
    match done {
        Ok(_) => Ok(()),
        // A hold that came after the approval, or a law whose time began to run: nothing goes, and the log says so.
        Err(DeskError::Refused(why)) => {
            let grant = visit.open_for_change::<Client>(client).await?;
            store::stop(&grant, erasure).await?;
            let told = json!({ "erasure": erasure.id, "why": why });
            Ok(grant.commit("erasure-stopped", told).await?)
        }
        Err(error) => Err(error.into()),
    }
}

fn certificate(erasure: &Erasure) -> Answer<NewCertificate> {
    let missing = || DeskError::Stored("an approved erasure that nobody approved");
    Ok(NewCertificate {
        id: erasure.id,
        kind: CertificateKind::Erasure,
        proposed_by: erasure.proposed_by,
        approved_by: erasure.decided_by.ok_or_else(missing)?,
        approved_at: erasure.decided_at.ok_or_else(missing)?,
    })
}

/// What went and what stayed, for the certificate.
fn certified(parts: &[Part], going: &Going) -> (Vec<CertifiedKind>, Vec<CertifiedKind>) {
    let line = |part: &Part| CertifiedKind {
        kind: part.kind.map(|kind| kind.key().to_owned()),
        class: part.class.clone(),
        number: part.number,
        stays: part.stays.map(|stays| stays.key().to_owned()),
    };
    let is_whole = *going == Going::Whole;
    let (left, took): (Vec<&Part>, Vec<&Part>) =
        parts.iter().partition(|part| !is_whole && part.stays.is_some());
    (
        took.into_iter().map(line).collect(),
        left.into_iter().map(line).collect(),
    )
}
