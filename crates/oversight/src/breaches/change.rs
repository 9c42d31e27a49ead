//! What is done to breaches, by pages and programs alike.

use polku_desk::{DeskError, Result, SubjectId, Visit};
use polku_web::{API, Answer, Failure, InvalidField};
use uuid::Uuid;

use super::{
    breach::{Breach, BreachWords, EventKind, State},
    input::{AssessmentInput, LetterInput, NoticeInput, Now, ReportInput, ToldInput},
    rules::{self, ToClose},
    store,
};

/// Where a breach is found.
pub(super) fn address(breach: Uuid) -> String {
    format!("/breaches/{breach}")
}

fn now(visit: &Visit) -> Now {
    Now {
        now: visit.now(),
        today: visit.today(),
    }
}

/// Enters a report; answers its id.
pub(super) async fn report(visit: &Visit, input: &ReportInput) -> Answer<Uuid> {
    let report = input.check(now(visit)).map_err(Failure::Invalid)?;
    let breach = Breach {
        id: visit.new_id(),
        version: 1,
        state: State::Open,
        found_at: report.found_at,
        aware_at: report.aware_at,
        risk: None,
        people: None,
        notified_at: None,
        untold: None,
        reported_by: String::new(),
        reported_at: visit.now(),
        words: BreachWords {
            what: report.what,
            ..BreachWords::default()
        },
    };
    visit.will_create(format!("{API}{}", address(breach.id)), 1);
    store::insert(visit, &breach).await?;
    Ok(breach.id)
}

/// Assesses a breach, or assesses it anew.
pub(super) async fn assess(visit: &Visit, id: Uuid, seen: i64, input: &AssessmentInput) -> Answer<()> {
    let mut breach = still_open(visit, id).await?;
    let assessment = input.check(&*visit.profile()?).map_err(Failure::Invalid)?;
    breach.risk = Some(assessment.risk);
    breach.people = assessment.people;
    breach.untold = assessment.untold;
    breach.words = BreachWords {
        what: assessment.what,
        kinds: assessment.kinds,
        consequences: assessment.consequences,
        measures: assessment.measures,
        why: assessment.why,
        ..breach.words
    };
    Ok(store::update(visit, &breach, seen, EventKind::Assessed).await?)
}

/// Enters that the authority was told; told again, it is told more (GDPR 33.4), and the first time stays.
pub(super) async fn notify(visit: &Visit, id: Uuid, seen: i64, input: &NoticeInput) -> Answer<()> {
    let mut breach = still_open(visit, id).await?;
    let notice = input
        .check(breach.aware_at, now(visit))
        .map_err(Failure::Invalid)?;
    let kind = match breach.notified_at {
        Some(_) => EventKind::Supplemented,
        None => EventKind::Notified,
    };
    if breach.notified_at.is_none() {
        breach.notified_at = Some(notice.at);
        breach.words.late_reason = notice.late_reason;
    }
    if !notice.reference.is_empty() {
        breach.words.reference = notice.reference;
    }
    Ok(store::update(visit, &breach, seen, kind).await?)
}

/// Writes what people are told.
pub(super) async fn write_letter(visit: &Visit, id: Uuid, seen: i64, input: &LetterInput) -> Answer<()> {
    let mut breach = still_open(visit, id).await?;
    breach.words.letters = input.check().map_err(Failure::Invalid)?;
    Ok(store::update(visit, &breach, seen, EventKind::LetterWritten).await?)
}

/// Enters that somebody is concerned.
pub(super) async fn add_person(visit: &Visit, id: Uuid, client: SubjectId) -> Answer<()> {
    still_open(visit, id).await?;
    Ok(store::add(visit, id, client).await?)
}

/// Takes somebody off.
pub(super) async fn remove_person(visit: &Visit, id: Uuid, client: SubjectId) -> Answer<()> {
    still_open(visit, id).await?;
    Ok(store::remove(visit, id, client).await?)
}

/// Enters that somebody was told.
pub(super) async fn tell(visit: &Visit, id: Uuid, client: SubjectId, input: &ToldInput) -> Answer<()> {
    still_open(visit, id).await?;
    let (how, on) = input.check(visit.today()).map_err(Failure::Invalid)?;
    Ok(store::tell(visit, id, &[client], how, on).await?)
}

/// Enters that everybody who waits was told.
pub(super) async fn tell_all(visit: &Visit, id: Uuid, input: &ToldInput) -> Answer<()> {
    still_open(visit, id).await?;
    let (how, on) = input.check(visit.today()).map_err(Failure::Invalid)?;
    let affected = store::affected(visit, id).await?;
    let mut waiting: Vec<SubjectId> = affected
        .iter()
        .filter(|one| one.told.is_none())
        .map(|one| one.client)
        .collect();
    waiting.sort_unstable();
    waiting.dedup();
    if waiting.is_empty() {
        return Err(DeskError::Conflict.into());
    }
    Ok(store::tell(visit, id, &waiting, how, on).await?)
}

/// Closes a breach of which all is done.
pub(super) async fn close(visit: &Visit, id: Uuid, seen: i64) -> Answer<()> {
    let mut breach = still_open(visit, id).await?;
    may_close(visit, &breach)
        .await?
        .map_err(|key| Failure::Invalid(vec![InvalidField { field: "close", key }]))?;
    breach.state = State::Closed;
    Ok(store::update(visit, &breach, seen, EventKind::Closed).await?)
}

/// What is missing before it can be closed.
pub(super) async fn may_close(
    visit: &Visit,
    breach: &Breach,
) -> Result<std::result::Result<(), &'static str>> {
    let (affected, waiting) = store::numbers(visit, breach.id).await?;
    Ok(rules::may_close(ToClose {
        risk: breach.risk,
        notified_at: breach.notified_at,
        untold: breach.untold,
        affected,
        waiting,
        measures: &breach.words.measures,
    }))
}

/// Opens a closed one again.
pub(super) async fn reopen(visit: &Visit, id: Uuid, seen: i64) -> Answer<()> {
    let mut breach = store::one(visit, id).await?;
    if breach.state != State::Closed {
        return Err(DeskError::Conflict.into());
    }
    breach.state = State::Open;
    Ok(store::update(visit, &breach, seen, EventKind::Reopened).await?)
}

/// What is closed does not change.
async fn still_open(visit: &Visit, id: Uuid) -> Answer<Breach> {
    let breach = store::one(visit, id).await?;
    match breach.state {
        State::Open => Ok(breach),
        State::Closed => Err(DeskError::Conflict.into()),
    }
}
