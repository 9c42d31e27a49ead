//! Secondary use in the database: about nobody. A decision is only ever inserted and ended.

use jiff::{SignedDuration, Timestamp, civil::Date};
use polku_desk::{DeskError, Result, Row, Visit, params, statements};
use polku_profile::Field;
use serde_json::json;
use uuid::Uuid;

use super::{
    decision::{Counted, Decision, Extract, NewDecision, PseudonymKey, State},
    job,
};

/// How long an extract waits to be fetched.
const KEPT: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Whether somebody was in service in the time that is asked about, also under a record that was joined with theirs.
macro_rules! served {
    ($who:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM client_relationship c WHERE c.register = :register AND c.subject IN \
             (SELECT m.id FROM subject m WHERE m.register = :register AND (m.id = ",
            $who,
            ".id OR m.merged_into = ",
            $who,
            ".id)) AND c.started_on <= :until AND (c.ended_on IS NULL OR c.ended_on >= :from))"
        )
    };
}

/// Whether somebody objected (GDPR 21) and it was not refused.
macro_rules! objected {
    () => {
        "EXISTS (SELECT 1 FROM request o WHERE o.register = :register AND o.subject IN \
         (SELECT m.id FROM subject m WHERE m.register = :register AND (m.id = s.id OR m.merged_into = s.id)) \
         AND o.kind = 'objection' AND o.state NOT IN ('refused', 'routed', 'withdrawn'))"
    };
}

statements! {
    /// All decisions, the latest first.
    shared ALL = "SELECT d.id, d.kind, d.title, d.aim, d.recipient, d.ground, d.decided_by, d.power, d.decided_on, \
        d.valid_from, d.valid_until, d.ended_on, d.served_from, d.served_until, d.fields, d.coarseness, d.recipient_key, \
        a.display_name AS recorder, d.recorded_at FROM secondary_use d JOIN account a ON a.id = d.recorded_by \
        WHERE d.register = :register ORDER BY d.valid_from DESC, d.id DESC";
    /// The key of a decision's pseudonyms.
    shared KEY = "SELECT id, version, sealed FROM secondary_use WHERE register = :register AND id = :id";
    /// One is entered.
    shared INSERT = "INSERT INTO secondary_use (register, id, version, kind, title, aim, recipient, ground, decided_by, \
        power, decided_on, valid_from, valid_until, served_from, served_until, fields, coarseness, recipient_key, \
        recorded_by, recorded_at, sealed) VALUES (:register, :id, 1, :kind, :title, :aim, :recipient, :ground, \
        :decided_by, :power, :decided_on, :valid_from, :valid_until, :served_from, :served_until, :fields, :coarseness, \
        :recipient_key, :account, :now, :sealed)";
    /// One is ended before its time.
    shared END = "UPDATE secondary_use SET ended_on = :today WHERE register = :register AND id = :id \
        AND ended_on IS NULL AND valid_until >= :today";
    /// The extracts of all decisions, the latest first.
    shared EXTRACTS = "SELECT e.id, e.decided_use, e.state, a.display_name AS asker, e.asked_at, e.made_at, e.people, \
        e.restricted, e.objected, e.few, e.sha256, e.expires_at, h.display_name AS giver, e.handed_at \
        FROM secondary_use_extract e JOIN account a ON a.id = e.asked_by LEFT JOIN account h ON h.id = e.handed_by \
        WHERE e.register = :register ORDER BY e.asked_at DESC, e.id DESC";
    /// One is asked for.
    shared ASK = "INSERT INTO secondary_use_extract (register, id, decided_use, job, state, asked_by, asked_at) \
        VALUES (:register, :id, :decided_use, :job, 'waiting', :account, :now)";
    /// It was made.
    shared MADE = "UPDATE secondary_use_extract SET state = 'ready', made_at = :now, people = :people, \
        restricted = :restricted, objected = :objected, few = :few, sha256 = :sha256, package = :package, \
        expires_at = :expires WHERE register = :register AND id = :id AND state = 'waiting'";
    /// It could not be made.
    shared FAILED = "UPDATE secondary_use_extract SET state = 'failed' WHERE register = :register AND id = :id \
        AND state = 'waiting'";
    /// The file.
    shared PACKAGE = "SELECT package FROM secondary_use_extract WHERE register = :register AND id = :id \
        AND state = 'ready' AND package IS NOT NULL";
    /// It was fetched.
    shared HANDED = "UPDATE secondary_use_extract SET handed_by = :account, handed_at = :now WHERE register = :register \
        AND id = :id AND state = 'ready' AND package IS NOT NULL";
    /// Those in service in a time who did not object, in an order that tells nothing.
    listed(Service) PEOPLE = concat!("SELECT s.id AS subject FROM subject s WHERE s.register = :register \
        AND s.kind = 'client' AND ", served!("s"), " AND NOT ", objected!(), " AND {visible} ORDER BY s.id");
    /// How many of those in service objected.
    listed(Service) OBJECTED = concat!("SELECT COUNT(*) AS number FROM subject s WHERE s.register = :register \
        AND s.kind = 'client' AND ", served!("s"), " AND ", objected!(), " AND {visible}");
    /// How many of those in service have their processing restricted: nobody sees them, so they are counted beside.
    listed(Service) RESTRICTED = concat!("SELECT (SELECT COUNT(*) FROM subject f WHERE f.register = :register \
        AND f.kind = 'client' AND f.merged_into IS NULL AND f.restricted_at IS NOT NULL AND ", served!("f"), ") \
        AS number FROM subject s WHERE s.register = :register AND {visible} LIMIT 1");
}

/// All decisions, the latest first.
pub(super) async fn all(visit: &Visit) -> Result<Vec<Decision>> {
    visit.fetch(ALL, params! {}).await?.iter().map(read).collect()
}

/// One decision.
pub(super) async fn one(visit: &Visit, id: Uuid) -> Result<Decision> {
    let all = all(visit).await?;
    all.into_iter().find(|one| one.id == id).ok_or(DeskError::Hidden)
}

/// The key of a decision's pseudonyms.
pub(super) async fn key(visit: &Visit, id: Uuid) -> Result<PseudonymKey> {
    let rows = visit.fetch(KEY, params! { "id" => id }).await?;
    visit.open_shared(rows.first().ok_or(DeskError::Hidden)?).await
}

/// Enters a decision, with a new key for its pseudonyms.
pub(super) async fn insert(visit: &Visit, id: Uuid, new: &NewDecision) -> Result<()> {
    let mut key = PseudonymKey { bytes: [0; 32] };
    visit.desk().entropy().fill(&mut key.bytes);
    let fields: Vec<&str> = new.fields.iter().map(|field| field.key()).collect();
    let row = params! {
        "id" => id, "kind" => new.kind, "title" => &new.title, "aim" => &new.task, "recipient" => &new.recipient,
        "ground" => &new.ground, "decided_by" => &new.decided_by, "power" => &new.power,
        "decided_on" => new.decided_on, "valid_from" => new.valid_from, "valid_until" => new.valid_until,
        "served_from" => new.served_from, "served_until" => new.served_until, "fields" => fields.join(" "),
        "coarseness" => new.coarseness, "recipient_key" => &new.recipient_key, "account" => visit.account(),
        "now" => visit.now(), "sealed" => visit.seal_shared(id, 1, &key).await?,
    };
    let changed = json!({ "decision": id, "kind": new.kind });
    visit
        .execute_all("secondary-use-decided", changed, vec![(INSERT, row)])
        .await
}

/// Ends a decision today.
pub(super) async fn end(visit: &Visit, id: Uuid) -> Result<()> {
    let row = params! { "id" => id, "today" => visit.today() };
    let changed = json!({ "decision": id });
    visit
        .execute_all("secondary-use-ended", changed, vec![(END, row)])
        .await
}

/// The extracts of a decision, the latest first.
pub(super) async fn extracts(visit: &Visit, decision: Uuid) -> Result<Vec<Extract>> {
    let rows = visit.fetch(EXTRACTS, params! {}).await?;
    let all: Vec<Extract> = rows.iter().map(read_extract).collect::<Result<_>>()?;
    Ok(all.into_iter().filter(|one| one.decision == decision).collect())
}

/// The decision of an extract that waits to be made; none when it does not wait any more.
pub(super) async fn waiting(visit: &Visit, id: Uuid) -> Result<Option<Decision>> {
    let rows = visit.fetch(EXTRACTS, params! {}).await?;
    for row in &rows {
        let extract = read_extract(row)?;
        if extract.id == id && extract.state == State::Waiting {
            return one(visit, extract.decision).await.map(Some);
        }
    }
    Ok(None)
}

/// Asks for an extract; a job makes it.
pub(super) async fn ask(visit: &Visit, decision: Uuid) -> Result<Uuid> {
    let id = visit.new_id();
    let row = params! {
        "id" => id, "decided_use" => decision, "account" => visit.account(), "now" => visit.now(),
    };
    visit
        .execute_with_job("secondary-use-asked", (ASK, row), (job::KIND, Some(id)))
        .await?;
    Ok(id)
}

/// Stores an extract that was made.
pub(super) async fn made(
    visit: &Visit,
    id: Uuid,
    counted: Counted,
    (sha256, package): (&str, Vec<u8>),
) -> Result<()> {
    let now = visit.desk().clock().now();
    let row = params! {
        "id" => id, "now" => now, "people" => counted.people, "restricted" => counted.restricted,
        "objected" => counted.objected, "few" => counted.few, "sha256" => sha256, "package" => package,
        "expires" => now + KEPT,
    };
    let changed = json!({ "extract": id, "people": counted.people, "sha256": sha256 });
    visit
        .execute_all("secondary-use-extracted", changed, vec![(MADE, row)])
        .await
}

/// Stores that an extract could not be made.
pub(super) async fn failed(visit: &Visit, id: Uuid) -> Result<()> {
    let changed = json!({ "extract": id });
    let row = params! { "id" => id };
    visit
        .execute_all("secondary-use-not-extracted", changed, vec![(FAILED, row)])
        .await
}

/// Takes the file out, and enters who did.
pub(super) async fn hand(visit: &Visit, extract: &Extract) -> Result<Vec<u8>> {
    let rows = visit.fetch(PACKAGE, params! { "id" => extract.id }).await?;
    let package: Vec<u8> = rows
        .first()
        .ok_or(DeskError::Refused("secondary-use-file-gone"))?
        .get("package")?;
    let row = params! { "id" => extract.id, "account" => visit.account(), "now" => visit.now() };
    let changed = json!({ "extract": extract.id, "sha256": extract.sha256 });
    visit
        .execute_all("secondary-use-fetched", changed, vec![(HANDED, row)])
        .await?;
    Ok(package)
}

fn read(row: &Row) -> Result<Decision> {
    let fields: String = row.get("fields")?;
    let fields = fields
        .split_whitespace()
        .map(|key| Field::from_key(key).ok_or(DeskError::Stored("field")))
        .collect::<Result<_>>()?;
    let day = |column: &'static str| row.get::<Date>(column);
    Ok(Decision {
        id: row.get("id")?,
        new: NewDecision {
            kind: row.state("kind")?,
            title: row.get("title")?,
            task: row.get("aim")?,
            recipient: row.get("recipient")?,
            ground: row.get("ground")?,
            decided_by: row.get("decided_by")?,
            power: row.get("power")?,
            decided_on: day("decided_on")?,
            valid_from: day("valid_from")?,
            valid_until: day("valid_until")?,
            served_from: day("served_from")?,
            served_until: day("served_until")?,
            fields,
            coarseness: row.state("coarseness")?,
            recipient_key: row.get("recipient_key")?,
        },
        ended_on: row.get("ended_on")?,
        recorded_by: row.get("recorder")?,
        recorded_at: row.get("recorded_at")?,
    })
}

fn read_extract(row: &Row) -> Result<Extract> {
    let giver: Option<String> = row.get("giver")?;
    let handed_at: Option<Timestamp> = row.get("handed_at")?;
    Ok(Extract {
        id: row.get("id")?,
        decision: row.get("decided_use")?,
        state: row.state("state")?,
        asked_by: row.get("asker")?,
        asked_at: row.get("asked_at")?,
        made_at: row.get("made_at")?,
        counted: Counted {
            people: row.get("people")?,
            restricted: row.get("restricted")?,
            objected: row.get("objected")?,
            few: row.get("few")?,
        },
        sha256: row.get("sha256")?,
        expires_at: row.get("expires_at")?,
        handed: giver.zip(handed_at),
    })
}
