//! Assessments in the database.

use std::collections::HashMap;

use polku_desk::{
    Client, DeskError, Granted, Operation, OwnedRow, Result, Write,
    access::Resource,
    database::{OwnedStatement, Params},
    params, statements,
};
use uuid::Uuid;

use super::model::{Answers, Assessment, OwnPart, State, WorkersAnswers};
use crate::own;

/// Assessments with who began them.
macro_rules! assessments {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.version, a.edition, a.family, a.phase, a.dated, a.state, a.corrects, a.completed_at, \
             w.display_name AS worker, a.sealed FROM assessment a JOIN account w ON w.id = a.account \
             WHERE a.register = :register AND a.subject = :subject",
            $rest
        )
    };
}

statements! {
    /// All of a client.
    owned(Assessments) ALL = assessments!(" ORDER BY a.dated, a.id");
    /// One.
    owned(Assessments) ONE = assessments!(" AND a.id = :assessment");
    /// One begins.
    owned(Assessments) INSERT = "INSERT INTO assessment (register, subject, id, version, edition, family, phase, dated, \
        state, corrects, account, begun_at, sealed) VALUES (:register, :subject, :id, 1, :edition, :family, :phase, :dated, \
        'open', :corrects, :account, :now, :sealed)";
    /// An open one is saved or completed.
    owned(Assessments) UPDATE = "UPDATE assessment SET version = :version, phase = :phase, dated = :dated, state = :state, \
        completed_at = :completed_at, sealed = :sealed WHERE register = :register AND subject = :subject AND id = :id \
        AND state = 'open' AND version = :seen";
    /// A complete one is corrected by another; what it says stays.
    owned(Assessments) CORRECTED = "UPDATE assessment SET state = 'corrected' WHERE register = :register \
        AND subject = :subject AND id = :id AND state = 'complete'";
    /// An open one is thrown away.
    owned(Assessments) DISCARD = "DELETE FROM assessment WHERE register = :register AND subject = :subject AND id = :id \
        AND state = 'open'";
}

/// What [`all`] asks for.
pub(super) fn asked() -> Vec<(OwnedStatement, Params)> {
    vec![(ALL, params! {}), own::store::asked()]
}

/// All of a client, the earliest first.
pub(crate) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Assessment>> {
    let mut own: HashMap<Uuid, OwnPart> = if grant.may(Resource::SelfAssessment) {
        own::store::all(grant).await?
    } else {
        HashMap::new()
    };
    let rows = grant.fetch(ALL, params! {}).await?;
    let mut found = rows
        .iter()
        .map(|row| {
            let mut one = read(grant, row)?;
            one.own = own.remove(&one.id);
            Ok(one)
        })
        .collect::<Result<Vec<_>>>()?;
    found.sort_by_key(|one| (one.dated, one.id));
    Ok(found)
}

/// One.
///
/// # Errors
/// [`DeskError::Hidden`] when the client has none of that id.
pub(crate) async fn one<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Assessment> {
    let row = grant.fetch_one(ONE, params! { "assessment" => id }).await?;
    let mut one = read(grant, &row)?;
    if grant.may(Resource::SelfAssessment) {
        one.own = own::store::of(grant, id).await?;
    }
    Ok(one)
}

/// Stores a new one.
pub(super) async fn insert(grant: &Granted<'_, Client, Write>, new: &Assessment) -> Result<()> {
    let visit = grant.visit();
    let sealed = grant.seal_for(new.owner, new.id, 1, &WorkersAnswers(new.answers.clone()))?;
    let row = params! {
        "id" => new.id, "edition" => &new.edition.0, "family" => &new.family, "phase" => new.phase, "dated" => new.dated,
        "corrects" => new.corrects, "account" => visit.account(), "now" => visit.now(), "sealed" => sealed,
    };
    grant.execute_for(new.owner, INSERT, row).await.map(drop)
}

/// Stores an open one anew, or as complete.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was read, or is complete by now.
pub(super) async fn update(grant: &Granted<'_, Client, Write>, changed: &Assessment) -> Result<()> {
    let version = changed.version + 1;
    let answers = WorkersAnswers(changed.answers.clone());
    let row = params! {
        "id" => changed.id, "seen" => changed.version, "version" => version, "phase" => changed.phase,
        "dated" => changed.dated, "state" => changed.state, "completed_at" => changed.completed_at,
        "sealed" => grant.seal_for(changed.owner, changed.id, version, &answers)?,
    };
    grant.execute_one(changed.owner, UPDATE, row).await
}

/// Marks a complete one as corrected.
pub(super) async fn corrected(grant: &Granted<'_, Client, Write>, earlier: &Assessment) -> Result<()> {
    grant
        .execute_one(earlier.owner, CORRECTED, params! { "id" => earlier.id })
        .await
}

/// Throws an open one away, with the client's part.
pub(super) async fn discard(grant: &Granted<'_, Client, Write>, open: &Assessment) -> Result<()> {
    own::store::discard(grant, open).await?;
    grant
        .execute_one(open.owner, DISCARD, params! { "id" => open.id })
        .await
}

fn read<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<Assessment> {
    let WorkersAnswers(answers) = grant.open(row)?;
    let edition: String = row.get("edition")?;
    Ok(Assessment {
        id: row.get("id")?,
        owner: row.subject,
        version: row.get("version")?,
        edition: crate::instruments::EditionId(edition),
        family: row.get("family")?,
        phase: row.state("phase")?,
        dated: row.get("dated")?,
        state: row
            .state::<State>("state")
            .map_err(|_| DeskError::Stored("state"))?,
        corrects: row.get("corrects")?,
        by: row.get("worker")?,
        completed_at: row.get("completed_at")?,
        answers,
        own: None,
    })
}

/// An assessment that was made elsewhere and earlier, inside a write that is under way: of made-up lives.
pub(super) async fn take_in(
    grant: &Granted<'_, Client, Write>,
    made: &Assessment,
    given: Option<&Answers>,
) -> Result<()> {
    insert(grant, made).await?;
    if let Some(answers) = given {
        own::store::take_in(grant, made, answers).await?;
    }
    if made.state == State::Complete {
        update(grant, made).await?;
    }
    Ok(())
}
