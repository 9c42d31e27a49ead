//! The diary in the database. Wordings are only ever inserted: no statement here changes or deletes one.

use jiff::civil::Date;
use polku_desk::{
    Client, DeskError, Granted, Operation, OwnedRow, Result, Value, Write,
    database::{OwnedStatement, Params},
    params, statements,
};
use uuid::Uuid;

use super::entry::{Entry, EntryKind, Telling, Version};

/// Entries with the wording that counts. Id and version are the wording's: its sealed value is bound to them.
macro_rules! entries {
    ($rest:literal) => {
        concat!(
            "SELECT e.id AS entry, e.created_at, a.display_name AS author, v.id, v.version, v.dated, v.kind, v.contact, \
             v.written_at, w.display_name AS writer, v.sealed FROM diary_entry e JOIN diary_version v ON \
             v.register = e.register AND v.subject = e.subject AND v.entry = e.id AND v.version = e.version \
             JOIN account a ON a.id = e.account JOIN account w ON w.id = v.account \
             WHERE e.register = :register AND e.subject = :subject AND ",
            $rest
        )
    };
}

statements! {
    /// Those before a place in the diary, the latest first.
    owned(Diary) OLDER = entries!("(e.dated, e.id) < (:dated, :entry) AND (e.kind = :kind OR :kind IS NULL) \
        AND (EXISTS (SELECT 1 FROM diary_goal g WHERE g.register = e.register \
        AND g.subject = e.subject AND g.entry = e.id AND g.goal = :goal) OR :goal IS NULL) \
        ORDER BY e.dated DESC, e.id DESC LIMIT :limit");
    /// Those after a place in the diary, the nearest first.
    owned(Diary) NEWER = entries!("(e.dated, e.id) > (:dated, :entry) AND (e.kind = :kind OR :kind IS NULL) \
        AND (EXISTS (SELECT 1 FROM diary_goal g WHERE g.register = e.register \
        AND g.subject = e.subject AND g.entry = e.id AND g.goal = :goal) OR :goal IS NULL) \
        ORDER BY e.dated ASC, e.id ASC LIMIT :limit");
    /// How many there are.
    owned(Diary) COUNT = "SELECT COUNT(*) AS number FROM diary_entry e WHERE e.register = :register \
        AND e.subject = :subject AND (e.kind = :kind OR :kind IS NULL) \
        AND (EXISTS (SELECT 1 FROM diary_goal g WHERE g.register = e.register \
        AND g.subject = e.subject AND g.entry = e.id AND g.goal = :goal) OR :goal IS NULL)";
    /// One entry.
    owned(Diary) ONE = entries!("e.id = :entry");
    /// The place of an entry in the diary.
    owned(Diary) PLACE = "SELECT dated, id FROM diary_entry WHERE register = :register AND subject = :subject \
        AND id = :entry";
    /// All wordings of an entry, the original first.
    owned(Diary) VERSIONS = "SELECT v.id, v.version, v.dated, v.kind, v.contact, v.written_at, \
        w.display_name AS writer, v.sealed FROM diary_version v JOIN account w ON w.id = v.account \
        WHERE v.register = :register AND v.subject = :subject AND v.entry = :entry ORDER BY v.version";
    /// An entry begins.
    owned(Diary) INSERT_ENTRY = "INSERT INTO diary_entry (register, subject, id, version, dated, kind, account, \
        created_at) VALUES (:register, :subject, :entry, 1, :dated, :kind, :account, :now)";
    /// It gets a wording.
    owned(Diary) INSERT_VERSION = "INSERT INTO diary_version (register, subject, id, version, entry, dated, kind, \
        contact, account, written_at, sealed) VALUES (:register, :subject, :id, :version, :entry, :dated, :kind, \
        :contact, :account, :now, :sealed)";
    /// Another wording counts.
    owned(Diary) POINT = "UPDATE diary_entry SET version = :version, dated = :dated, kind = :kind \
        WHERE register = :register AND subject = :subject AND id = :entry AND version = :seen";
    /// It tells of a goal.
    owned(Diary) LINK = "INSERT INTO diary_goal (register, subject, entry, goal) \
        VALUES (:register, :subject, :entry, :goal)";
    /// It tells of no goal, before the links of another wording.
    owned(Diary) UNLINK = "DELETE FROM diary_goal WHERE register = :register AND subject = :subject \
        AND entry = :entry";
}

/// Which entries are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Only those of a kind.
    pub(crate) kind: Option<EntryKind>,
    /// Only those about a goal.
    pub(crate) goal: Option<Uuid>,
}

/// From where a page of the diary goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cursor {
    /// The latest.
    Start,
    /// Those before this entry.
    After(Uuid),
    /// Those after this entry.
    Before(Uuid),
}

/// A page of the diary, the latest first.
#[derive(Debug)]
pub(crate) struct Page {
    /// The entries.
    pub(crate) entries: Vec<Entry>,
    /// From where older ones go on, when there are any.
    pub(crate) older: Option<Uuid>,
    /// From where newer ones go on, when there are any.
    pub(crate) newer: Option<Uuid>,
}

/// What [`latest`] asks for.
pub(crate) fn latest_asked(number: usize) -> (OwnedStatement, Params) {
    (
        OLDER,
        page_params((Date::MAX, Uuid::max()), Filter::default(), number),
    )
}

/// What [`count`] asks for.
pub(crate) fn count_asked(filter: Filter) -> (OwnedStatement, Params) {
    (
        COUNT,
        params! { "kind" => kind_value(filter.kind), "goal" => filter.goal },
    )
}

fn page_params(place: (Date, Uuid), filter: Filter, limit: usize) -> Params {
    params! {
        "dated" => place.0, "entry" => place.1, "kind" => kind_value(filter.kind), "goal" => filter.goal,
        // One more than is shown tells whether there is more.
        "limit" => i64::try_from(limit + 1).unwrap_or(i64::MAX),
    }
}

/// A page of the diary.
///
/// # Errors
/// [`DeskError::Hidden`] when the entry that it goes on from is not this client's.
pub(crate) async fn page<O: Operation>(
    grant: &Granted<'_, Client, O>,
    filter: Filter,
    from: Cursor,
    limit: usize,
) -> Result<Page> {
    let (statement, place) = match from {
        Cursor::Start => (OLDER, (Date::MAX, Uuid::max())),
        Cursor::After(entry) => (OLDER, place(grant, entry).await?),
        Cursor::Before(entry) => (NEWER, place(grant, entry).await?),
    };
    let rows = grant.fetch(statement, page_params(place, filter, limit)).await?;
    let mut entries = rows
        .iter()
        .map(|row| read(grant, row))
        .collect::<Result<Vec<_>>>()?;
    // A merged person's rows come in one run a record.
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.current.says.dated, entry.id)));
    Ok(cut(entries, from, limit))
}

/// Cuts to the limit at the far end, and tells in which directions there is more.
fn cut(mut entries: Vec<Entry>, from: Cursor, limit: usize) -> Page {
    let is_more = entries.len() > limit;
    match from {
        Cursor::Before(_) => drop(entries.drain(..entries.len().saturating_sub(limit))),
        Cursor::Start | Cursor::After(_) => entries.truncate(limit),
    }
    let (first, last) = (
        entries.first().map(|entry| entry.id),
        entries.last().map(|entry| entry.id),
    );
    let (older, newer) = match from {
        Cursor::Start => (last.filter(|_| is_more), None),
        Cursor::After(_) => (last.filter(|_| is_more), first),
        Cursor::Before(_) => (last, first.filter(|_| is_more)),
    };
    Page {
        entries,
        older,
        newer,
    }
}

async fn place<O: Operation>(grant: &Granted<'_, Client, O>, entry: Uuid) -> Result<(Date, Uuid)> {
    let row = grant.fetch_one(PLACE, params! { "entry" => entry }).await?;
    Ok((row.get("dated")?, row.get("id")?))
}

/// How many entries there are.
pub(crate) async fn count<O: Operation>(grant: &Granted<'_, Client, O>, filter: Filter) -> Result<i64> {
    let (statement, asked) = count_asked(filter);
    let rows = grant.fetch(statement, asked).await?;
    rows.iter().map(|row| row.get::<i64>("number")).sum()
}

/// The latest entries.
pub(crate) async fn latest<O: Operation>(
    grant: &Granted<'_, Client, O>,
    number: usize,
) -> Result<Vec<Entry>> {
    Ok(page(grant, Filter::default(), Cursor::Start, number)
        .await?
        .entries)
}

/// The latest entries about a goal.
pub(crate) async fn about_goal<O: Operation>(
    grant: &Granted<'_, Client, O>,
    goal: Uuid,
    number: usize,
) -> Result<Vec<Entry>> {
    let filter = Filter {
        goal: Some(goal),
        ..Filter::default()
    };
    Ok(page(grant, filter, Cursor::Start, number).await?.entries)
}

/// One entry.
pub(crate) async fn one<O: Operation>(grant: &Granted<'_, Client, O>, entry: Uuid) -> Result<Entry> {
    let row = grant.fetch_one(ONE, params! { "entry" => entry }).await?;
    read(grant, &row)
}

/// Whether the client's diary holds an entry.
pub(crate) async fn holds<O: Operation>(grant: &Granted<'_, Client, O>, entry: Uuid) -> Result<bool> {
    Ok(!grant.fetch(PLACE, params! { "entry" => entry }).await?.is_empty())
}

/// All wordings of an entry, the original first.
pub(crate) async fn versions<O: Operation>(
    grant: &Granted<'_, Client, O>,
    entry: Uuid,
) -> Result<Vec<Version>> {
    let rows = grant.fetch(VERSIONS, params! { "entry" => entry }).await?;
    rows.iter().map(|row| version(grant, row)).collect()
}

/// Stores a new entry with its original wording.
pub(crate) async fn insert(grant: &Granted<'_, Client, Write>, entry: Uuid, telling: &Telling) -> Result<()> {
    let visit = grant.visit();
    let row = params! {
        "entry" => entry, "dated" => telling.dated, "kind" => telling.kind, "account" => visit.account(),
        "now" => visit.now(),
    };
    grant.put(INSERT_ENTRY, row).await?;
    word(grant, grant.subject(), entry, 1, telling).await
}

/// Stores another wording of an entry, which counts from now on.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody else corrected it first.
pub(super) async fn reword(
    grant: &Granted<'_, Client, Write>,
    stored: &Entry,
    number: i64,
    telling: &Telling,
) -> Result<()> {
    let row = params! {
        "entry" => stored.id, "version" => number, "seen" => stored.current.number, "dated" => telling.dated,
        "kind" => telling.kind,
    };
    grant.execute_one(stored.owner, POINT, row).await?;
    grant
        .execute_for(stored.owner, UNLINK, params! { "entry" => stored.id })
        .await?;
    word(grant, stored.owner, stored.id, number, telling).await
}

async fn word(
    grant: &Granted<'_, Client, Write>,
    owner: polku_desk::SubjectId,
    entry: Uuid,
    number: i64,
    telling: &Telling,
) -> Result<()> {
    let visit = grant.visit();
    let id = visit.new_id();
    let row = params! {
        "id" => id, "version" => number, "entry" => entry, "dated" => telling.dated, "kind" => telling.kind,
        "contact" => telling.contact, "account" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal_for(owner, id, number, &telling.wording)?,
    };
    grant.put_for(owner, INSERT_VERSION, row).await?;
    for goal in &telling.wording.goals {
        let link = params! { "entry" => entry, "goal" => *goal };
        grant.put_for(owner, LINK, link).await?;
    }
    Ok(())
}

fn kind_value(kind: Option<EntryKind>) -> Value {
    Value::from(kind.map(EntryKind::name))
}

fn read<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<Entry> {
    Ok(Entry {
        id: row.get("entry")?,
        owner: row.subject,
        author: row.get("author")?,
        created_at: row.get("created_at")?,
        current: version(grant, row)?,
    })
}

fn version<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<Version> {
    Ok(Version {
        number: row.get("version")?,
        says: Telling {
            dated: row.get("dated")?,
            kind: row.state("kind").map_err(|_| DeskError::Stored("kind"))?,
            contact: row.get("contact")?,
            wording: grant.open(row)?,
        },
        written_by: row.get("writer")?,
        written_at: row.get("written_at")?,
    })
}

#[cfg(test)]
mod tests {
    use polku_desk::database::all_statements;

    /// B5: never silently changed. Whoever adds a statement that changes or deletes a wording learns it here.
    #[test]
    fn no_statement_changes_or_deletes_a_wording() {
        let touching: Vec<&str> = all_statements()
            .map(|statement| statement.sql)
            .filter(|sql| sql.contains("diary_version"))
            .collect();
        assert!(
            touching.len() >= 4,
            "the statements are in the list: {touching:?}"
        );
        for sql in touching {
            let reads_or_adds = sql.starts_with("SELECT") || sql.starts_with("INSERT INTO diary_version");
            assert!(reads_or_adds, "{sql}");
        }
    }
}
