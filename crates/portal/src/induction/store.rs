//! Inductions in the database. They are only ever inserted.

use polku_desk::{Client, Granted, Operation, OwnedRow, Result, Visit, Write, params, statements};
use polku_pages::format;
use uuid::Uuid;

use super::{
    rules,
    told::{Induction, NewInduction, Words},
};

statements! {
    /// All inductions of a client, the latest first.
    owned(Induction) ALL = "SELECT i.id, i.version, i.told_on, i.recorded_at, a.display_name AS teller, i.language, i.way, \
        i.notice_version, i.sealed FROM induction i JOIN account a ON a.id = i.recorded_by \
        WHERE i.register = :register AND i.subject = :subject ORDER BY i.told_on DESC, i.id DESC";
    /// Somebody was told.
    owned(Induction) INSERT = "INSERT INTO induction (register, subject, id, version, told_on, recorded_at, recorded_by, \
        language, way, notice_version, sealed) VALUES (:register, :subject, :id, 1, :told_on, :now, :account, :language, \
        :way, :notice, :sealed)";
    /// Clients who came between two moments and of whom nobody has noted an induction, the earliest first.
    listed(Induction) UNTOLD = "SELECT s.id AS subject, s.created_at FROM subject s WHERE s.register = :register \
        AND s.kind = 'client' AND s.created_at >= :since AND s.created_at < :until AND NOT EXISTS (SELECT 1 \
        FROM induction i WHERE i.register = s.register AND i.subject = s.id) AND NOT EXISTS (SELECT 1 FROM subject m \
        JOIN induction j ON j.register = m.register AND j.subject = m.id WHERE m.register = s.register \
        AND m.merged_into = s.id) AND {visible} ORDER BY s.created_at, s.id LIMIT :limit";
}

/// All of the client's inductions, the latest first.
///
/// # Errors
/// [`polku_desk::DeskError::Hidden`] when the grant does not include them.
pub(crate) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Induction>> {
    let rows = grant.fetch(ALL, params! {}).await?;
    let mut all = rows
        .iter()
        .map(|row| read(grant, row))
        .collect::<Result<Vec<_>>>()?;
    all.sort_by_key(|one| std::cmp::Reverse((one.told.told_on, one.id)));
    Ok(all)
}

/// Stores what somebody was told; answers its id.
pub(super) async fn insert(
    grant: &Granted<'_, Client, Write>,
    new: &NewInduction,
    notice: Option<i64>,
) -> Result<Uuid> {
    let (visit, id) = (grant.visit(), grant.visit().new_id());
    let row = params! {
        "id" => id, "told_on" => new.told_on, "now" => visit.now(), "account" => visit.account(),
        "language" => new.tongue, "way" => new.way, "notice" => notice, "sealed" => grant.seal(id, 1, &new.words)?,
    };
    grant.execute(INSERT, row).await?;
    Ok(id)
}

/// The version of the register's notice that was in force on a day.
///
/// # Errors
/// When the database fails.
pub(super) async fn notice_on(visit: &Visit, day: jiff::civil::Date) -> Result<Option<i64>> {
    let published = visit.desk().notices(visit.register()).await?;
    let published: Vec<_> = published
        .iter()
        .map(|notice| (notice.version, format::finnish_time(notice.published_at).date()))
        .collect();
    Ok(rules::version_on(&published, day))
}

fn read<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<Induction> {
    let words: Words = grant.open(row)?;
    Ok(Induction {
        id: row.get("id")?,
        told: NewInduction {
            told_on: row.get("told_on")?,
            tongue: row.state("language")?,
            way: row.state("way")?,
            words,
        },
        by: row.get("teller")?,
        recorded_at: row.get("recorded_at")?,
        notice_version: row.get("notice_version")?,
    })
}
