//! The pages of retention: what is due, batches, and one batch.

use polku_desk::{
    DeskError, Visit,
    access::{Action, Resource, rules::conditions},
    destruction::ClockWatch,
};
use polku_pages::{Markup, form::FormState, frame::Heading};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash, flash_warning};
use uuid::Uuid;

use super::{ADDRESS, CONFIRM, PROPOSE, batch_view::BatchPage, change, due, store, view::RetentionPage};
use crate::{certificates, erasures, holds, paper};

/// As many erasures under way are listed.
const WAITING: i64 = 50;

/// Which form has something to mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mending {
    Batch,
    Hold,
    Nothing,
}

pub(super) async fn list(visit: AtDesk, reader: Reader) -> Answer {
    let body = body(&visit, &reader, &FormState::new(), Mending::Nothing).await?;
    Ok(reader.page("retention-title", &heading(&reader), body))
}

async fn body(visit: &Visit, reader: &Reader, state: &FormState, mending: Mending) -> Answer<Markup> {
    let role = visit.role();
    let watch: ClockWatch = visit.desk().clock_watch(visit.register()).await?;
    let page = RetentionPage {
        due: due::lines(&due::all(visit).await?),
        batches: store::latest(visit).await?,
        waiting: erasures::waiting(visit, WAITING).await?,
        class_holds: holds::classes(visit).await?,
        certificates: certificates::latest(visit).await?,
        jumped: watch.jumped,
        proposes: PROPOSE.admits(role),
        confirms: CONFIRM.admits(role),
        today: visit.today(),
        mending,
    };
    Ok(page.render(reader.texts, &*visit.profile()?, state))
}

/// The page again, with the form of a hold of a class to be mended.
pub(crate) async fn hold_to_mend(visit: &Visit, reader: &Reader, state: &FormState) -> Answer {
    // The form's route touches nobody: what is due is not shown beside it.
    let page = RetentionPage {
        due: Vec::new(),
        batches: store::latest(visit).await?,
        waiting: Vec::new(),
        class_holds: holds::classes(visit).await?,
        certificates: certificates::latest(visit).await?,
        jumped: None,
        proposes: false,
        confirms: false,
        today: visit.today(),
        mending: Mending::Hold,
    };
    let body = page.render(reader.texts, &*visit.profile()?, state);
    Ok(reader.page_to_mend("retention-title", &[], &heading(reader), body))
}

pub(super) async fn propose(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    match change::propose(&visit, &fields.read()?).await {
        Ok(id) => Ok(flash(&format!("{ADDRESS}/batches/{id}"), "batches-proposed")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            let body = body(&visit, &reader, &state, Mending::Batch).await?;
            Ok(reader.page_to_mend("retention-title", &[], &heading(&reader), body))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(batch): Path<Uuid>) -> Answer {
    let body = batch_body(&visit, &reader, batch, &FormState::new(), None, None).await?;
    Ok(reader.page("batches-one", &batch_heading(&reader), body))
}

async fn batch_body(
    visit: &Visit,
    reader: &Reader,
    id: Uuid,
    state: &FormState,
    mending: Option<Uuid>,
    said: Option<&'static str>,
) -> Answer<Markup> {
    let batch = store::one(visit, id).await?;
    let lines = store::lines(visit, id).await?;
    let people: Vec<_> = lines.iter().map(|line| line.person).collect();
    let progress = match batch.job {
        Some(job) => Some(visit.job_progress(job).await?),
        None => None,
    };
    let may_destroy = conditions(visit.role(), Action::Destroy, Resource::Retention)
        .next()
        .is_some();
    let (sums, _) = store::sums(visit, id).await?;
    let page = BatchPage {
        is_own: batch.proposed_by == visit.account(),
        proposes: PROPOSE.admits(visit.role()),
        approves: may_destroy && PROPOSE.admits(visit.role()),
        jumped: visit.desk().clock_watch(visit.register()).await?.jumped,
        confirms: CONFIRM.admits(visit.role()),
        folders: paper::folders(visit, &people).await?,
        batch,
        lines,
        sums,
        progress,
        mending,
        said,
    };
    Ok(page.render(reader.texts, &*visit.profile()?, state))
}

pub(super) async fn take_out(
    visit: AtDesk,
    reader: Reader,
    Path((batch, line)): Path<(Uuid, Uuid)>,
    fields: Fields,
) -> Answer {
    match change::take_out(&visit, batch, line, &fields.read()?).await {
        Ok(()) => Ok(flash(&address(batch), "batches-taken-out")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            let body = batch_body(&visit, &reader, batch, &state, Some(line), None).await?;
            Ok(reader.page_to_mend("batches-one", &[], &batch_heading(&reader), body))
        }
        Err(Failure::Desk(DeskError::Conflict)) => {
            Ok(flash_warning(&address(batch), "batches-changed-meanwhile"))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn approve(visit: AtDesk, reader: Reader, Path(batch): Path<Uuid>) -> Answer {
    match change::approve(&visit, batch).await {
        Ok(()) => Ok(flash(&address(batch), "batches-approved")),
        Err(Failure::Desk(DeskError::Refused(why))) => {
            let body = batch_body(&visit, &reader, batch, &FormState::new(), None, Some(why)).await?;
            Ok(reader.page_to_mend("batches-one", &[], &batch_heading(&reader), body))
        }
        Err(Failure::Desk(DeskError::Conflict)) => {
            Ok(flash_warning(&address(batch), "batches-changed-meanwhile"))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn withdraw(visit: AtDesk, Path(batch): Path<Uuid>) -> Answer {
    match change::withdraw(&visit, batch).await {
        Ok(()) => Ok(flash(ADDRESS, "batches-withdrawn")),
        Err(Failure::Desk(DeskError::Conflict)) => {
            Ok(flash_warning(&address(batch), "batches-changed-meanwhile"))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn confirm_clock(visit: AtDesk) -> Answer {
    change::confirm_clock(&visit).await?;
    Ok(flash(ADDRESS, "retention-clock-confirmed"))
}

fn address(batch: Uuid) -> String {
    format!("{ADDRESS}/batches/{batch}")
}

fn heading(reader: &Reader) -> Heading {
    Heading::new(reader.texts.t("retention-title")).subtitle(reader.texts.t("retention-subtitle"))
}

fn batch_heading(reader: &Reader) -> Heading {
    Heading::new(reader.texts.t("batches-one")).back(ADDRESS, reader.texts.t("retention-title"))
}
