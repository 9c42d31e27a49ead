//! Contacts in the database.

use jiff::civil::Date;
use polku_desk::{
    Client, Granted, Operation, OwnedRow, Result, Write,
    database::{OwnedStatement, Params},
    params, statements,
};
use polku_values::dates::parse_clock_time;
use uuid::Uuid;

use super::contact::{Contact, EarlierWording, Held, NewContact, Revision, Wording};

statements! {
    /// A contact is written down.
    owned(Contacts) INSERT = "INSERT INTO contact (register, subject, id, version, kind, held_on, held_at, author, \
        written_at, sealed) VALUES (:register, :subject, :id, 1, :kind, :held_on, :held_at, :author, :now, :sealed)";
    /// The latest of them, and those to come, before a place in the list.
    owned(Contacts) LATEST = "SELECT c.id, c.version, c.kind, c.held_on, c.held_at, a.display_name, c.written_at, \
        c.sealed FROM contact c JOIN account a ON a.id = c.author \
        WHERE c.register = :register AND c.subject = :subject \
        AND (c.held_on < :before_day OR (c.held_on = :before_day AND c.id < :before_id)) \
        ORDER BY c.held_on DESC, c.id DESC LIMIT :limit";
    /// Those on a day or after it.
    owned(Contacts) SINCE = "SELECT c.id, c.version, c.kind, c.held_on, c.held_at, a.display_name, c.written_at, \
        c.sealed FROM contact c JOIN account a ON a.id = c.author \
        WHERE c.register = :register AND c.subject = :subject AND c.held_on >= :day ORDER BY c.held_on, c.id";
    /// One of them.
    owned(Contacts) ONE = "SELECT c.id, c.version, c.kind, c.held_on, c.held_at, a.display_name, c.written_at, \
        c.sealed FROM contact c JOIN account a ON a.id = c.author \
        WHERE c.register = :register AND c.subject = :subject AND c.id = :id";
    /// A contact is corrected.
    owned(Contacts) UPDATE = "UPDATE contact SET version = :version, kind = :kind, held_on = :held_on, \
        held_at = :held_at, author = :author, written_at = :now, sealed = :sealed \
        WHERE register = :register AND subject = :subject AND id = :id AND version = :seen";
    /// What it was before the correction is kept; only its words are sealed anew, for their new place.
    owned(Contacts) KEEP = "INSERT INTO contact_revision (register, subject, id, version, contact, revision, kind, \
        held_on, held_at, author, written_at, sealed) SELECT register, subject, :id, 1, id, version, kind, held_on, \
        held_at, author, written_at, :sealed FROM contact \
        WHERE register = :register AND subject = :subject AND id = :contact AND version = :seen";
    /// How contacts read before they were corrected, from a day on.
    owned(Contacts) REVISIONS = "SELECT r.id, r.version, r.contact, r.revision, r.kind, r.held_on, r.held_at, \
        a.display_name, r.written_at, r.sealed FROM contact_revision r JOIN account a ON a.id = r.author \
        JOIN contact c ON c.register = r.register AND c.subject = r.subject AND c.id = r.contact \
        WHERE r.register = :register AND r.subject = :subject AND c.held_on >= :since \
        AND c.held_on <= :until ORDER BY r.revision DESC";
}

/// A place in the list, the latest first: what stands before it is older.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Before {
    pub(super) held_on: Date,
    pub(super) id: Uuid,
}

impl Before {
    /// The top of the list.
    pub(super) const TOP: Self = Self {
        held_on: Date::MAX,
        id: Uuid::max(),
    };

    /// As it stands in an address: `2026-11-23_<id>`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (day, id) = text.split_once('_')?;
        Some(Self {
            held_on: day.parse().ok()?,
            id: id.parse().ok()?,
        })
    }

    /// After this contact.
    pub(super) fn of(contact: &Contact) -> Self {
        Self {
            held_on: contact.held.on,
            id: contact.id,
        }
    }
}

impl std::fmt::Display for Before {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}_{}", self.held_on, self.id)
    }
}

/// What [`latest`] asks for.
pub(super) fn latest_asked(before: Before, limit: i64) -> (OwnedStatement, Params) {
    let asked = params! { "before_day" => before.held_on, "before_id" => before.id, "limit" => limit };
    (LATEST, asked)
}

/// What [`since`] asks for.
pub(super) fn since_asked(day: Date) -> (OwnedStatement, Params) {
    (SINCE, params! { "day" => day })
}

/// Contacts, the latest first, at most so many.
pub(super) async fn latest<O: Operation>(
    grant: &Granted<'_, Client, O>,
    before: Before,
    limit: i64,
) -> Result<Vec<Contact>> {
    let (statement, asked) = latest_asked(before, limit);
    let mut contacts = read_all(grant, &grant.fetch(statement, asked).await?)?;
    // Each record of a merged person was asked for that many.
    contacts.sort_by_key(|contact| std::cmp::Reverse((contact.held.on, contact.id)));
    contacts.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(contacts)
}

/// The latest contacts, so many at most.
pub(crate) async fn all<O: Operation>(grant: &Granted<'_, Client, O>, most: i64) -> Result<Vec<Contact>> {
    latest(grant, Before::TOP, most).await
}

/// Contacts on a day or after it, the earliest first.
pub(crate) async fn since<O: Operation>(grant: &Granted<'_, Client, O>, day: Date) -> Result<Vec<Contact>> {
    let (statement, asked) = since_asked(day);
    let mut contacts = read_all(grant, &grant.fetch(statement, asked).await?)?;
    contacts.sort_by_key(|contact| (contact.held, contact.id));
    Ok(contacts)
}

/// One contact.
pub(crate) async fn one<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Contact> {
    let row = grant.fetch_one(ONE, params! { "id" => id }).await?;
    read(&row, grant.open(&row)?)
}

/// How the contacts between two days read before they were corrected, the latest first.
pub(super) async fn revisions<O: Operation>(
    grant: &Granted<'_, Client, O>,
    since: Date,
    until: Date,
) -> Result<Vec<Revision>> {
    let rows = grant
        .fetch(REVISIONS, params! { "since" => since, "until" => until })
        .await?;
    rows.iter()
        .map(|row| {
            let EarlierWording(wording) = grant.open(row)?;
            Ok(Revision {
                contact: row.get("contact")?,
                number: row.get("revision")?,
                was: read(row, wording)?,
            })
        })
        .collect()
}

/// Writes a contact down inside a write that is under way.
pub(crate) async fn add(grant: &Granted<'_, Client, Write>, new: &NewContact) -> Result<Uuid> {
    let visit = grant.visit();
    let id = visit.new_id();
    let row = params! {
        "id" => id, "kind" => new.kind, "held_on" => new.held.on, "held_at" => new.held.stored_time(),
        "author" => visit.account(), "now" => visit.now(), "sealed" => grant.seal(id, 1, &new.wording)?,
    };
    grant.put(INSERT, row).await?;
    Ok(id)
}

/// Corrects a contact; how it read is kept.
///
/// # Errors
/// [`polku_desk::DeskError::Conflict`] when somebody corrected it first.
pub(super) async fn correct(
    grant: &Granted<'_, Client, Write>,
    stored: &Contact,
    new: &NewContact,
) -> Result<()> {
    let visit = grant.visit();
    let (kept, seen, version) = (visit.new_id(), stored.version, stored.version + 1);
    let earlier = EarlierWording(stored.wording.clone());
    let row = params! {
        "id" => kept, "contact" => stored.id, "seen" => seen,
        "sealed" => grant.seal_for(stored.owner, kept, 1, &earlier)?,
    };
    grant.execute_one(stored.owner, KEEP, row).await?;
    let row = params! {
        "id" => stored.id, "seen" => seen, "version" => version, "kind" => new.kind, "held_on" => new.held.on,
        "held_at" => new.held.stored_time(), "author" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal_for(stored.owner, stored.id, version, &new.wording)?,
    };
    grant.execute_one(stored.owner, UPDATE, row).await
}

fn read_all<O: Operation>(grant: &Granted<'_, Client, O>, rows: &[OwnedRow]) -> Result<Vec<Contact>> {
    rows.iter().map(|row| read(row, grant.open(row)?)).collect()
}

fn read(row: &OwnedRow, wording: Wording) -> Result<Contact> {
    let at: Option<String> = row.get("held_at")?;
    Ok(Contact {
        id: row.get("id")?,
        owner: row.subject,
        version: row.get("version")?,
        kind: row.state("kind")?,
        held: Held {
            on: row.get("held_on")?,
            at: at.and_then(|at| parse_clock_time(&at).ok()),
        },
        author_name: row.get("display_name")?,
        written_at: row.get("written_at")?,
        wording,
    })
}
