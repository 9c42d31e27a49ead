//! Narratives in the database. Wordings are only ever inserted: no statement here changes or deletes one.

use polku_desk::{Client, Granted, Operation, OwnedRow, Result, SubjectId, Write, params, statements};
use uuid::Uuid;

use super::narrative::{Narrative, Telling, Version};

/// Narratives with the wording that counts. Id and version are the wording's: its sealed value is bound to them.
macro_rules! narratives_of {
    ($rest:literal) => {
        concat!(
            "SELECT e.id AS narrative, a.display_name AS author, v.id, v.version, v.dated, v.written_at, \
             w.display_name AS writer, v.sealed FROM narrative e JOIN narrative_version v ON v.register = e.register AND \
             v.subject = e.subject AND v.narrative = e.id AND v.version = e.version JOIN account a ON a.id = e.account \
             JOIN account w ON w.id = v.account WHERE e.register = :register AND e.subject = :subject",
            $rest
        )
    };
}

statements! {
    /// All of them.
    owned(Narratives) ALL = narratives_of!("");
    /// One of them.
    owned(Narratives) ONE = narratives_of!(" AND e.id = :narrative");
    /// All wordings of one, the original first.
    owned(Narratives) VERSIONS = "SELECT v.id, v.version, v.dated, v.written_at, w.display_name AS writer, v.sealed \
        FROM narrative_version v JOIN account w ON w.id = v.account WHERE v.register = :register \
        AND v.subject = :subject AND v.narrative = :narrative ORDER BY v.version";
    /// A narrative begins.
    owned(Narratives) INSERT = "INSERT INTO narrative (register, subject, id, version, dated, account, created_at) \
        VALUES (:register, :subject, :narrative, 1, :dated, :account, :now)";
    /// It gets a wording.
    owned(Narratives) INSERT_VERSION = "INSERT INTO narrative_version (register, subject, id, version, narrative, dated, \
        account, written_at, sealed) VALUES (:register, :subject, :id, :version, :narrative, :dated, :account, :now, \
        :sealed)";
    /// Another wording counts.
    owned(Narratives) POINT = "UPDATE narrative SET version = :version, dated = :dated WHERE register = :register \
        AND subject = :subject AND id = :narrative AND version = :seen";
}

/// All of the client's narratives, the latest first.
pub(crate) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Narrative>> {
    let rows = grant.fetch(ALL, params! {}).await?;
    let mut found = rows
        .iter()
        .map(|row| read(grant, row))
        .collect::<Result<Vec<_>>>()?;
    found.sort_by_key(|one| std::cmp::Reverse((one.current.says.dated, one.id)));
    Ok(found)
}

/// One narrative of the client.
pub(crate) async fn one<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Narrative> {
    let row = grant.fetch_one(ONE, params! { "narrative" => id }).await?;
    read(grant, &row)
}

/// All wordings of a narrative, the original first.
pub(crate) async fn versions<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Vec<Version>> {
    let rows = grant.fetch(VERSIONS, params! { "narrative" => id }).await?;
    rows.iter().map(|row| version(grant, row)).collect()
}

/// Stores a new narrative with its original wording; answers its id.
pub(crate) async fn insert(grant: &Granted<'_, Client, Write>, telling: &Telling) -> Result<Uuid> {
    let visit = grant.visit();
    let id = visit.new_id();
    let row = params! {
        "narrative" => id, "dated" => telling.dated, "account" => visit.account(), "now" => visit.now(),
    };
    grant.execute(INSERT, row).await?;
    word(grant, grant.subject(), id, 1, telling).await?;
    Ok(id)
}

/// Stores another wording, which counts from now on.
///
/// # Errors
/// [`polku_desk::DeskError::Conflict`] when somebody else corrected it first.
pub(super) async fn reword(
    grant: &Granted<'_, Client, Write>,
    stored: &Narrative,
    number: i64,
    telling: &Telling,
) -> Result<()> {
    let row = params! {
        "narrative" => stored.id, "version" => number, "seen" => stored.current.number, "dated" => telling.dated,
    };
    grant.execute_one(stored.owner, POINT, row).await?;
    word(grant, stored.owner, stored.id, number, telling).await
}

async fn word(
    grant: &Granted<'_, Client, Write>,
    owner: SubjectId,
    narrative: Uuid,
    number: i64,
    telling: &Telling,
) -> Result<()> {
    let visit = grant.visit();
    let id = visit.new_id();
    let row = params! {
        "id" => id, "version" => number, "narrative" => narrative, "dated" => telling.dated,
        "account" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal_for(owner, id, number, &telling.words)?,
    };
    grant.execute_for(owner, INSERT_VERSION, row).await.map(drop)
}

fn read<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<Narrative> {
    Ok(Narrative {
        id: row.get("narrative")?,
        owner: row.subject,
        author: row.get("author")?,
        current: version(grant, row)?,
    })
}

fn version<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<Version> {
    Ok(Version {
        number: row.get("version")?,
        says: Telling {
            dated: row.get("dated")?,
            words: grant.open(row)?,
        },
        written_by: row.get("writer")?,
        written_at: row.get("written_at")?,
    })
}

#[cfg(test)]
mod tests {
    use polku_desk::database::all_statements;

    /// B13: corrections keep the original. Whoever adds a statement that changes or deletes a wording learns it here.
    #[test]
    fn no_statement_changes_or_deletes_a_wording() {
        let touching: Vec<&str> = all_statements()
            .map(|statement| statement.sql)
            .filter(|sql| sql.contains("narrative_version"))
            .collect();
        assert!(
            touching.len() >= 4,
            "the statements are in the list: {touching:?}"
        );
        for sql in touching {
            let reads_or_adds = sql.starts_with("SELECT") || sql.starts_with("INSERT INTO narrative_version");
            assert!(reads_or_adds, "{sql}");
        }
    }
}
