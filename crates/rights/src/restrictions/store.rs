//! Restrictions in the database. What freezes is the desk's own mark; a row here says why.

use jiff::civil::Date;
use polku_desk::{Client, Granted, Operation, OwnedRow, Result, Write, params, statements};
use uuid::Uuid;

use super::restriction::{Ground, Restriction, RestrictionWords, State};

statements! {
    /// All of a client's, the latest first.
    owned(Requests) ALL = "SELECT r.id, r.version, r.request, r.ground, r.state, r.since, b.display_name AS setter, \
        r.told_on, r.lifted_at, l.display_name AS lifter, r.sealed FROM restriction r JOIN account b ON b.id = r.set_by \
        LEFT JOIN account l ON l.id = r.lifted_by WHERE r.register = :register AND r.subject = :subject \
        ORDER BY r.since DESC, r.id DESC";
    /// One is set.
    owned(Requests) INSERT = "INSERT INTO restriction (register, subject, id, version, request, ground, state, since, \
        set_by, sealed) VALUES (:register, :subject, :id, 1, :request, :ground, 'in-force', :now, :account, :sealed)";
    /// It is lifted.
    owned(Requests) LIFT = "UPDATE restriction SET version = :version, state = 'lifted', told_on = :told_on, \
        lifted_by = :account, lifted_at = :now, sealed = :sealed WHERE register = :register AND subject = :subject \
        AND id = :id AND version = :seen AND state = 'in-force'";
}

/// All restrictions of a client, the latest first.
pub(crate) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Restriction>> {
    let rows = grant.fetch(ALL, params! {}).await?;
    rows.iter().map(|row| read(row, grant.open(row)?)).collect()
}

/// The one in force, if there is one.
pub(crate) async fn in_force<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Option<Restriction>> {
    let all = all(grant).await?;
    Ok(all.into_iter().find(|one| one.state == State::InForce))
}

/// Freezes the person's data and says why. Where it is frozen already, the reason is added beside the earlier ones.
pub(crate) async fn set(
    grant: &Granted<'_, Client, Write>,
    request: Option<Uuid>,
    ground: Ground,
    words: &RestrictionWords,
) -> Result<Uuid> {
    let (visit, id) = (grant.visit(), grant.visit().new_id());
    let row = params! {
        "id" => id, "request" => request, "ground" => ground, "account" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal(id, 1, words)?,
    };
    grant.execute(INSERT, row).await?;
    grant.freeze().await?;
    Ok(id)
}

/// Lifts a restriction; the data thaws when no other is in force.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody lifted it meanwhile.
pub(super) async fn lift(
    grant: &Granted<'_, Client, Write>,
    restriction: &Restriction,
    told_on: Date,
    words: &RestrictionWords,
) -> Result<()> {
    let (visit, version) = (grant.visit(), restriction.version + 1);
    let row = params! {
        "id" => restriction.id, "seen" => restriction.version, "version" => version, "told_on" => told_on,
        "account" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal_for(restriction.owner, restriction.id, version, words)?,
    };
    grant.execute_one(restriction.owner, LIFT, row).await?;
    if in_force(grant).await?.is_none() {
        grant.thaw().await?;
    }
    Ok(())
}

fn read(row: &OwnedRow, words: RestrictionWords) -> Result<Restriction> {
    let lifted_by: Option<String> = row.get("lifter")?;
    Ok(Restriction {
        id: row.get("id")?,
        owner: row.subject,
        version: row.get("version")?,
        request: row.get("request")?,
        ground: row.state("ground")?,
        state: row.state("state")?,
        since: row.get("since")?,
        set_by: row.get("setter")?,
        told_on: row.get("told_on")?,
        lifted: lifted_by.zip(row.get("lifted_at")?),
        words,
    })
}
