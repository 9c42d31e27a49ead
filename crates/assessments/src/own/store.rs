//! What clients answer, in the database.

use std::collections::HashMap;

use jiff::Timestamp;
use polku_desk::{
    Client, Granted, Operation, OwnedRow, Result, Write,
    database::{OwnedStatement, Params},
    link::LinkOpens,
    params, statements,
};
use uuid::Uuid;

use crate::{
    assessment::{Answers, Assessment, ClientsAnswers, OwnPart, OwnState, Way},
    instruments::EditionId,
};

statements! {
    /// All of a client.
    owned(SelfAssessment) ALL = "SELECT id, version, assessment, edition, state, way, asked_at, given_at, sealed \
        FROM self_assessment WHERE register = :register AND subject = :subject";
    /// That of an assessment.
    owned(SelfAssessment) OF = "SELECT id, version, assessment, edition, state, way, asked_at, given_at, sealed \
        FROM self_assessment WHERE register = :register AND subject = :subject AND assessment = :assessment";
    /// That which a link opens.
    owned(SelfAssessment) ONE = "SELECT id, version, assessment, edition, state, way, asked_at, given_at, sealed \
        FROM self_assessment WHERE register = :register AND subject = :subject AND id = :id";
    /// The client is asked.
    owned(SelfAssessment) INSERT = "INSERT INTO self_assessment (register, subject, id, version, assessment, edition, \
        state, way, asked_at, sealed) VALUES (:register, :subject, :id, 1, :assessment, :edition, 'asked', :way, :now, :sealed)";
    /// The client is asked again, another way.
    owned(SelfAssessment) ASK_AGAIN = "UPDATE self_assessment SET way = :way, asked_at = :now WHERE register = :register \
        AND subject = :subject AND id = :id AND state = 'asked'";
    /// Answers are kept or given.
    owned(SelfAssessment) SAVE = "UPDATE self_assessment SET version = :version, state = :state, given_at = :given_at, \
        sealed = :sealed WHERE register = :register AND subject = :subject AND id = :id AND state = 'asked' \
        AND version = :seen";
    /// It goes with the assessment that is thrown away.
    owned(SelfAssessment) DISCARD = "DELETE FROM self_assessment WHERE register = :register AND subject = :subject \
        AND assessment = :assessment AND state = 'asked'";
}

/// What [`all`] asks for.
pub(crate) fn asked() -> (OwnedStatement, Params) {
    (ALL, params! {})
}

/// All of a client, by their assessments.
pub(crate) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<HashMap<Uuid, OwnPart>> {
    let rows = grant.fetch(ALL, params! {}).await?;
    rows.iter()
        .map(|row| Ok((row.get("assessment")?, read(grant, row)?)))
        .collect()
}

/// That of an assessment, if the client was asked.
pub(crate) async fn of<O: Operation>(
    grant: &Granted<'_, Client, O>,
    assessment: Uuid,
) -> Result<Option<OwnPart>> {
    let rows = grant.fetch(OF, params! { "assessment" => assessment }).await?;
    rows.first().map(|row| read(grant, row)).transpose()
}

/// That which a link opens, with the edition that it answers.
pub(super) async fn linked<O: Operation>(
    grant: &Granted<'_, Client, O>,
    id: Uuid,
) -> Result<(OwnPart, EditionId)> {
    let row = grant.fetch_one(ONE, params! { "id" => id }).await?;
    Ok((read(grant, &row)?, EditionId(row.get("edition")?)))
}

/// Asks the client; answers the id of what waits for the answers.
pub(super) async fn ask(grant: &Granted<'_, Client, Write>, of: &Assessment, way: Way) -> Result<Uuid> {
    let now = grant.visit().now();
    if let Some(own) = &of.own {
        let row = params! { "id" => own.id, "way" => way, "now" => now };
        grant.execute_one(of.owner, ASK_AGAIN, row).await?;
        return Ok(own.id);
    }
    let id = grant.visit().new_id();
    let row = params! {
        "id" => id, "assessment" => of.id, "edition" => &of.edition.0, "way" => way, "now" => now,
        "sealed" => grant.seal_for(of.owner, id, 1, &ClientsAnswers::default())?,
    };
    grant.execute_for(of.owner, INSERT, row).await?;
    Ok(id)
}

/// Keeps the client's answers, or takes them as given.
///
/// # Errors
/// [`DeskError::Conflict`](polku_desk::DeskError::Conflict) when they are not at the version that was seen, or are given
/// by now.
pub(super) async fn save(
    grant: &Granted<'_, Client, Write>,
    own: &OwnPart,
    answers: &Answers,
    state: OwnState,
    at: Timestamp,
) -> Result<i64> {
    let version = own.version + 1;
    let owner = grant.subject();
    let row = params! {
        "id" => own.id, "seen" => own.version, "version" => version, "state" => state,
        "given_at" => (state == OwnState::Given).then_some(at),
        "sealed" => grant.seal_for(owner, own.id, version, &ClientsAnswers(answers.clone()))?,
    };
    grant.execute_one(owner, SAVE, row).await?;
    Ok(version)
}

/// Throws away what the client has not given yet, with its links.
pub(crate) async fn discard(grant: &Granted<'_, Client, Write>, of: &Assessment) -> Result<()> {
    if let Some(own) = &of.own {
        grant
            .revoke_links(of.owner, LinkOpens::SelfAssessment, own.id)
            .await?;
        grant
            .execute_for(of.owner, DISCARD, params! { "assessment" => of.id })
            .await?;
    }
    Ok(())
}

/// Answers that were given elsewhere and earlier, inside a write that is under way: of made-up lives.
pub(crate) async fn take_in(
    grant: &Granted<'_, Client, Write>,
    of: &Assessment,
    answers: &Answers,
) -> Result<()> {
    let at = of.completed_at.unwrap_or(grant.visit().now());
    let id = ask(grant, of, Way::Tablet).await?;
    let own = OwnPart {
        id,
        version: 1,
        state: OwnState::Asked,
        way: Way::Tablet,
        asked_at: grant.visit().now(),
        given_at: None,
        answers: Answers::default(),
    };
    save(grant, &own, answers, OwnState::Given, at).await.map(drop)
}

fn read<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<OwnPart> {
    let ClientsAnswers(answers) = grant.open(row)?;
    Ok(OwnPart {
        id: row.get("id")?,
        version: row.get("version")?,
        state: row.state("state")?,
        way: row.state("way")?,
        asked_at: row.get("asked_at")?,
        given_at: row.get("given_at")?,
        answers,
    })
}
