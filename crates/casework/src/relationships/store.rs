//! Relationships in the database.

use jiff::{ToSpan, civil::Date};
use polku_desk::{
    Client, DeskError, Granted, Operation, OwnedRow, Result, SubjectId, Visit, Write,
    database::{OwnedStatement, Params},
    params, statements,
};
use polku_values::service::{Measure, Placement};
use polku_web::Answer;
use uuid::Uuid;

use super::{
    page,
    relationship::{Ending, NewRelationship, Relationship},
    rules,
};

statements! {
    /// A relationship begins.
    owned(Service) INSERT = "INSERT INTO client_relationship (register, subject, id, version, basis, started_on, \
        created_at, sealed) VALUES (:register, :subject, :id, 1, :basis, :started_on, :now, :sealed)";
    /// A relationship of an earlier register, ended or not.
    owned(Service) TAKE_IN = "INSERT INTO client_relationship (register, subject, id, version, basis, started_on, ended_on, \
        placement, follow_up_on, placement_after_year, created_at, sealed) VALUES (:register, :subject, :id, 1, :basis, \
        :started_on, :ended_on, :placement, :follow_up_on, :placement_after_year, :now, :sealed)";
    /// All of them, the latest first.
    owned(Service) ALL = "SELECT id, version, basis, started_on, ended_on, placement, follow_up_on, \
        placement_after_year, sealed FROM client_relationship WHERE register = :register AND subject = :subject \
        ORDER BY started_on DESC, id DESC";
    /// One of them.
    owned(Service) ONE = "SELECT id, version, basis, started_on, ended_on, placement, follow_up_on, \
        placement_after_year, sealed FROM client_relationship WHERE register = :register AND subject = :subject \
        AND id = :id";
    /// What it rests on and how the client came, corrected.
    owned(Service) UPDATE = "UPDATE client_relationship SET version = :version, basis = :basis, \
        started_on = :started_on, sealed = :sealed WHERE register = :register AND subject = :subject AND id = :id \
        AND version = :seen";
    /// It ends; or its end is corrected.
    owned(Service) END = "UPDATE client_relationship SET version = :version, ended_on = :ended_on, \
        placement = :placement, follow_up_on = :follow_up_on, sealed = :sealed WHERE register = :register AND \
        subject = :subject AND id = :id AND version = :seen";
    /// Where the client is a year on.
    owned(Service) FOLLOW_UP = "UPDATE client_relationship SET version = :version, follow_up_on = NULL, \
        placement_after_year = :placement, sealed = :sealed WHERE register = :register AND subject = :subject AND \
        id = :id AND version = :seen";
    /// Those about whom somebody is to ask by a day where they are now.
    listed(Service) DUE = "SELECT r.subject AS subject, r.id, r.follow_up_on FROM client_relationship r \
        JOIN subject s ON s.register = r.register AND s.id = r.subject WHERE r.register = :register AND {visible} AND \
        r.follow_up_on <= :horizon ORDER BY r.follow_up_on, r.id LIMIT :limit";
}

/// Begins a relationship inside a write that is under way; whoever began the write commits it.
pub(crate) async fn open(grant: &Granted<'_, Client, Write>, new: &NewRelationship) -> Answer<Uuid> {
    let visit = grant.visit();
    let id = visit.new_id();
    let row = params! {
        "id" => id, "basis" => new.basis.code(), "started_on" => new.started_on, "now" => visit.now(),
        "sealed" => grant.seal(id, 1, &new.referral)?,
    };
    grant.put(INSERT, row).await?;
    Ok(id)
}

/// What [`all`] asks for.
pub(crate) fn asked() -> (OwnedStatement, Params) {
    (ALL, params! {})
}

/// Every relationship of the client, the latest first.
pub(crate) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Relationship>> {
    let (statement, params) = asked();
    let rows = grant.fetch(statement, params).await?;
    let mut found = rows
        .iter()
        .map(|row| read(grant, row))
        .collect::<Result<Vec<_>>>()?;
    found.sort_by_key(|relationship| std::cmp::Reverse((relationship.started_on, relationship.id)));
    Ok(found)
}

/// One relationship of the client.
pub(crate) async fn one<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Relationship> {
    let row = grant.fetch_one(ONE, params! { "id" => id }).await?;
    read(grant, &row)
}

/// One relationship of the client, as it was when `seen` was its version.
pub(super) async fn at_version(
    grant: &Granted<'_, Client, Write>,
    id: Uuid,
    seen: i64,
) -> Result<Relationship> {
    let stored = one(grant, id).await?;
    if stored.version == seen {
        Ok(stored)
    } else {
        Err(DeskError::Conflict)
    }
}

/// Corrects what a relationship rests on and how the client came.
pub(super) async fn correct(
    grant: &Granted<'_, Client, Write>,
    stored: &Relationship,
    new: &NewRelationship,
) -> Result<()> {
    let version = stored.version + 1;
    let row = params! {
        "id" => stored.id, "seen" => stored.version, "version" => version, "basis" => new.basis.code(),
        "started_on" => new.started_on,
        "sealed" => grant.seal_for(stored.owner, stored.id, version, &new.referral)?,
    };
    grant.execute_one(stored.owner, UPDATE, row).await
}

/// Ends a relationship inside a write that is under way, as the end of a period does.
pub(crate) async fn end_inside(grant: &Granted<'_, Client, Write>, id: Uuid, ending: Ending) -> Answer<()> {
    let stored = one(grant, id).await?;
    if !stored.is_open() {
        return Err(DeskError::Conflict.into());
    }
    let visit = grant.visit();
    rules::may_end(stored.started_on, ending.on, visit.today())
        .map_err(|key| page::invalid("ended_on", key))?;
    Ok(end(grant, &stored, ending, page::follow_up_of(visit, ending)?).await?)
}

/// Ends a relationship; `follow_up_on` is the day on which to ask where the client is then.
pub(super) async fn end(
    grant: &Granted<'_, Client, Write>,
    stored: &Relationship,
    ending: Ending,
    follow_up_on: Option<Date>,
) -> Result<()> {
    let version = stored.version + 1;
    let row = params! {
        "id" => stored.id, "seen" => stored.version, "version" => version, "ended_on" => ending.on,
        "placement" => ending.placement.code(), "follow_up_on" => follow_up_on,
        "sealed" => grant.seal_for(stored.owner, stored.id, version, &stored.referral)?,
    };
    grant.execute_one(stored.owner, END, row).await
}

/// Keeps where the client was a year after the end.
pub(super) async fn answer_follow_up(
    grant: &Granted<'_, Client, Write>,
    stored: &Relationship,
    placement: Placement,
) -> Result<()> {
    let version = stored.version + 1;
    let row = params! {
        "id" => stored.id, "seen" => stored.version, "version" => version, "placement" => placement.code(),
        "sealed" => grant.seal_for(stored.owner, stored.id, version, &stored.referral)?,
    };
    grant.execute_one(stored.owner, FOLLOW_UP, row).await
}

/// Somebody about whom to ask where they are a year on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DueFollowUp {
    /// Who.
    pub(crate) subject: SubjectId,
    /// The client's name.
    pub(crate) name: String,
    /// The relationship that ended.
    pub(crate) relationship: Uuid,
    /// The day on which the year is full.
    pub(crate) on: Date,
}

/// The follow-ups to make, of everyone whom the visitor may see, the longest due first: so many at most.
pub(crate) async fn due(visit: &Visit, limit: i64) -> Result<Vec<DueFollowUp>> {
    let horizon = visit.today().saturating_add(rules::ASK_AHEAD.days());
    let listed = visit
        .list(DUE, params! { "horizon" => horizon, "limit" => limit })
        .await?;
    let due = listed.rows.iter().map(|row| {
        Ok(DueFollowUp {
            subject: row.subject,
            name: listed.name(row),
            relationship: row.get("id")?,
            on: row.get("follow_up_on")?,
        })
    });
    due.collect()
}

fn read<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<Relationship> {
    let basis: String = row.get("basis")?;
    let ended_on: Option<Date> = row.get("ended_on")?;
    let ending = match (ended_on, placement(row, "placement")?) {
        (Some(on), Some(placement)) => Some(Ending { on, placement }),
        _ => None,
    };
    Ok(Relationship {
        id: row.get("id")?,
        owner: row.subject,
        version: row.get("version")?,
        basis: Measure::from_code(&basis).ok_or(DeskError::Stored("basis"))?,
        started_on: row.get("started_on")?,
        ending,
        follow_up_on: row.get("follow_up_on")?,
        placement_after_year: placement(row, "placement_after_year")?,
        referral: grant.open(row)?,
    })
}

fn placement(row: &OwnedRow, column: &'static str) -> Result<Option<Placement>> {
    row.get::<Option<String>>(column)?
        .map(|code| Placement::from_code(&code).ok_or(DeskError::Stored("placement")))
        .transpose()
}
