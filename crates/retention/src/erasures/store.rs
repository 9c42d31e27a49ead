//! Erasures in the database.

use jiff::Timestamp;
use polku_desk::{
    Client, DeskError, Granted, Operation, OwnedRow, Result, SubjectId, Visit, Write,
    database::{OwnedStatement, Params},
    params, statements,
};
use uuid::Uuid;

use super::erasure::{Erasure, ErasureWords, Proposal, State};
use crate::rules::ErasureGround;

macro_rules! erasures {
    ($rest:literal) => {
        concat!(
            "SELECT e.subject AS subject, e.id, e.version, e.state, e.ground, e.request, e.proposed_by, e.proposed_at, \
             e.decided_by, e.decided_at, p.display_name AS proposer, d.display_name AS decider, e.sealed FROM erasure e \
             JOIN subject s ON s.register = e.register AND s.id = e.subject JOIN account p ON p.id = e.proposed_by \
             LEFT JOIN account d ON d.id = e.decided_by WHERE e.register = :register AND ",
            $rest
        )
    };
}

statements! {
    /// All of a client's, the latest first.
    owned(Retention) ALL = erasures!("e.subject = :subject ORDER BY e.proposed_at DESC, e.id");
    /// A new one.
    owned(Retention) INSERT = "INSERT INTO erasure (register, subject, id, version, state, ground, request, proposed_by, \
        proposed_at, sealed) VALUES (:register, :subject, :id, 1, 'proposed', :ground, :request, :account, :now, :sealed)";
    /// It is decided.
    owned(Retention) DECIDE = "UPDATE erasure SET version = :version, state = :state, decided_by = :account, \
        decided_at = :now, job = :job, sealed = :sealed WHERE register = :register AND subject = :subject AND id = :id \
        AND version = :seen AND state = 'proposed'";
    /// It is carried out, and something stays.
    owned(Retention) DONE = "UPDATE erasure SET state = 'done' WHERE register = :register AND subject = :subject \
        AND id = :id AND state = 'approved'";
    /// What stood against it came between the approval and the work.
    owned(Retention) STOP = "UPDATE erasure SET state = 'refused' WHERE register = :register AND subject = :subject \
        AND id = :id AND state = 'approved'";
    /// The one that a job carries out.
    listed(Retention) APPROVED = erasures!("e.id = :id AND e.state = 'approved' AND {visible_with_merged}");
    /// Those under way, the earliest first.
    listed(Retention) WAITING = erasures!("e.state IN ('proposed', 'approved') AND {visible_with_merged} \
        ORDER BY e.proposed_at, e.id LIMIT :limit");
}

fn read(row: &OwnedRow, words: ErasureWords) -> Result<Erasure> {
    Ok(Erasure {
        id: row.get("id")?,
        owner: row.subject,
        version: row.get("version")?,
        state: row.state("state")?,
        ground: row.state("ground")?,
        request: row.get("request")?,
        proposed_by: row.get("proposed_by")?,
        proposer: row.get("proposer")?,
        proposed_at: row.get("proposed_at")?,
        decided_by: row.get("decided_by")?,
        decider: row.get("decider")?,
        decided_at: row.get("decided_at")?,
        words,
    })
}

/// All of a client's, the latest first.
pub(super) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Erasure>> {
    let rows = grant.fetch(ALL, params! {}).await?;
    let mut all: Vec<Erasure> = rows
        .iter()
        .map(|row| read(row, grant.open(row)?))
        .collect::<Result<_>>()?;
    all.sort_by_key(|erasure| std::cmp::Reverse((erasure.proposed_at, erasure.id)));
    Ok(all)
}

/// One of them.
pub(super) async fn one<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Erasure> {
    let all = all(grant).await?;
    all.into_iter()
        .find(|erasure| erasure.id == id)
        .ok_or(DeskError::Hidden)
}

/// Stores a proposal; answers its id.
pub(super) async fn insert(grant: &Granted<'_, Client, Write>, proposal: &Proposal) -> Result<Uuid> {
    let (visit, id) = (grant.visit(), grant.visit().new_id());
    let words = ErasureWords {
        reasons: proposal.reasons.clone(),
        ..ErasureWords::default()
    };
    let row = params! {
        "id" => id, "ground" => proposal.ground, "request" => proposal.request, "account" => visit.account(),
        "now" => visit.now(), "sealed" => grant.seal(id, 1, &words)?,
    };
    grant.execute(INSERT, row).await?;
    Ok(id)
}

/// Stores what was decided.
///
/// # Errors
/// [`DeskError::Conflict`] when it is decided already.
pub(super) async fn decide(
    grant: &Granted<'_, Client, Write>,
    erasure: &Erasure,
    state: State,
    words: &ErasureWords,
    job: Option<Uuid>,
) -> Result<()> {
    let (visit, version) = (grant.visit(), erasure.version + 1);
    let row = params! {
        "id" => erasure.id, "seen" => erasure.version, "version" => version, "state" => state, "job" => job,
        "account" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal_for(erasure.owner, erasure.id, version, words)?,
    };
    grant.execute_one(erasure.owner, DECIDE, row).await
}

/// That it is carried out, in the commit of what it takes.
pub(super) fn done(id: Uuid) -> (OwnedStatement, Params) {
    (DONE, params! { "id" => id })
}

/// Refuses an approved one, since something came to stand against it.
pub(super) async fn stop(grant: &Granted<'_, Client, Write>, erasure: &Erasure) -> Result<()> {
    let one = params! { "id" => erasure.id };
    grant.execute_one(erasure.owner, STOP, one).await
}

/// The approved one that a job carries out; none when it is not there any more.
pub(super) async fn approved(visit: &Visit, id: Uuid) -> Result<Option<(SubjectId, Erasure)>> {
    let listed = visit.list(APPROVED, params! { "id" => id }).await?;
    let Some(row) = listed.rows.first() else {
        return Ok(None);
    };
    Ok(Some((listed.person(row), read(row, listed.open(row)?)?)))
}

/// An erasure under way, for the page of retention.
#[derive(Clone, Debug)]
pub(crate) struct Waiting {
    pub(crate) client: SubjectId,
    pub(crate) name: String,
    pub(crate) state: State,
    pub(crate) ground: ErasureGround,
    pub(crate) proposer: String,
    pub(crate) proposed_at: Timestamp,
}

/// Those under way, the earliest first.
pub(crate) async fn waiting(visit: &Visit, limit: i64) -> Result<Vec<Waiting>> {
    let listed = visit.list(WAITING, params! { "limit" => limit }).await?;
    let waiting = |row: &OwnedRow| {
        Ok(Waiting {
            client: listed.person(row),
            name: listed.name(row),
            state: row.state("state")?,
            ground: row.state("ground")?,
            proposer: row.get("proposer")?,
            proposed_at: row.get("proposed_at")?,
        })
    };
    listed.rows.iter().map(waiting).collect()
}
