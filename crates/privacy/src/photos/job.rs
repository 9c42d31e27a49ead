//! Looks through a photograph for viruses: until then it is shown to nobody.

use jiff::SignedDuration;
use polku_desk::{
    Desk, DeskError, PhotographedPerson, Read, SubjectId, Visitor,
    access::{AccessSpec, Action, Resource},
    jobs::{Job, JobState},
};
use polku_documents::pictures::{self, Checked};
use polku_web::{Answer, Failure};
use serde_json::json;

use super::store;

/// The kind of job; its target is a photograph.
pub(super) const KIND: &str = "patient-photos";

const SPEC: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Photos]);
/// When a scanner that is not there is asked for again.
const LATER: SignedDuration = SignedDuration::from_mins(1);

pub(super) async fn work(desk: &Desk, job: &Job, visitor: Visitor) -> Answer<()> {
    let subject = SubjectId(
        job.target
            .ok_or(DeskError::Stored("a job without its photograph"))?,
    );
    let looked = match look(desk, visitor, subject).await {
        // Destroyed meanwhile: trying again would help nobody.
        Err(Failure::Desk(DeskError::Hidden)) => true,
        looked => looked?,
    };
    if looked {
        desk.finish_job(job, JobState::Done, "photos-job-done").await?;
    } else {
        desk.postpone_job(job, LATER).await?;
    }
    Ok(())
}

/// Whether it was looked through.
async fn look(desk: &Desk, visitor: Visitor, subject: SubjectId) -> Answer<bool> {
    let visit = desk.visit(visitor, SPEC, KIND).await?;
    let (photo, content) = {
        let grant = visit.open::<PhotographedPerson, Read>(subject).await?;
        let photo = store::one(&grant).await?;
        let content = grant.open_content(&photo.stored)?;
        (photo, content)
    };
    if photo.facts.checked != Checked::Waiting {
        visit.settle().await?;
        return Ok(true);
    }
    let Some(checked) = pictures::look_through(desk, content).await? else {
        visit.settle().await?;
        return Ok(false);
    };
    let grant = visit.open_for_change::<PhotographedPerson>(subject).await?;
    store::check(&grant, &photo, checked).await?;
    grant
        .commit("photo-checked", json!({ "checked": checked }))
        .await?;
    visit.settle().await?;
    Ok(true)
}
