//! Folders in the database. Lines of who took them are only ever added, and closed once.

use polku_desk::{Client, Granted, Listed, Operation, OwnedRow, Result, Visit, Write, params, statements};
use uuid::Uuid;

use super::folder::{Folder, FolderWords, Loan, LoanWords, NewFolder, Years};

macro_rules! folders {
    ($rest:literal) => {
        concat!(
            "SELECT f.subject AS subject, f.id, f.version, f.place, f.class, f.from_year, f.until_year, f.state, \
             f.destroyed_on, f.sealed FROM paper_folder f WHERE f.register = :register AND f.subject = :subject",
            $rest
        )
    };
}

statements! {
    /// All of a client's.
    owned(Paper) ALL = folders!(" ORDER BY f.from_year DESC, f.id DESC");
    /// One of them.
    owned(Paper) ONE = folders!(" AND f.id = :id");
    /// A folder is entered.
    owned(Paper) INSERT = "INSERT INTO paper_folder (register, subject, id, version, place, class, from_year, until_year, \
        state, made_by, made_at, sealed) VALUES (:register, :subject, :id, 1, :place, :class, :from_year, :until_year, \
        'in-place', :account, :now, :sealed)";
    /// It changes its state.
    owned(Paper) MOVE = "UPDATE paper_folder SET state = :state, destroyed_on = :destroyed_on, destroyed_by = :destroyed_by \
        WHERE register = :register AND subject = :subject AND id = :id AND state = :seen";
    /// Somebody takes it.
    owned(Paper) LEND = "INSERT INTO paper_loan (register, subject, id, version, folder, account, taken_at, sealed) \
        VALUES (:register, :subject, :id, 1, :folder, :taker, :now, :sealed)";
    /// It comes back.
    owned(Paper) RETURN = "UPDATE paper_loan SET returned_at = :now, returned_by = :account WHERE register = :register \
        AND subject = :subject AND folder = :folder AND returned_at IS NULL";
    /// Who has taken the client's folders, the latest first.
    owned(Paper) LOANS = "SELECT l.id, l.version, l.folder, a.display_name AS taker, l.taken_at, l.returned_at, l.sealed \
        FROM paper_loan l JOIN account a ON a.id = l.account WHERE l.register = :register AND l.subject = :subject \
        ORDER BY l.taken_at DESC, l.id DESC";
    /// Folders that somebody has, the longest out first.
    listed(Paper) OUT = "SELECT f.subject AS subject, f.id, f.place, f.from_year, f.until_year, f.class, \
        a.display_name AS taker, l.taken_at FROM paper_folder f \
        JOIN subject s ON s.register = f.register AND s.id = f.subject \
        JOIN paper_loan l ON l.register = f.register AND l.subject = f.subject AND l.folder = f.id \
        AND l.returned_at IS NULL JOIN account a ON a.id = l.account WHERE f.register = :register AND f.state = 'taken' \
        AND {visible_with_merged} ORDER BY l.taken_at, f.id LIMIT :limit";
    /// How many folders belong in a place.
    listed(Paper) THERE = "SELECT COUNT(*) AS number FROM paper_folder f \
        JOIN subject s ON s.register = f.register AND s.id = f.subject WHERE f.register = :register AND f.place = :place \
        AND f.state <> 'destroyed' AND {visible_with_merged}";
}

/// The most folders on a list.
const MOST: i64 = 200;

/// All of a client's folders, those of the latest years first.
pub(crate) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Folder>> {
    let rows = grant.fetch(ALL, params! {}).await?;
    rows.iter().map(|row| read(grant, row)).collect()
}

/// One folder of the client.
pub(super) async fn one<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Folder> {
    let row = grant.fetch_one(ONE, params! { "id" => id }).await?;
    read(grant, &row)
}

/// Who has taken the client's folders, the latest first.
pub(crate) async fn loans<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Loan>> {
    let rows = grant.fetch(LOANS, params! {}).await?;
    let loan = |row: &OwnedRow| {
        Ok(Loan {
            folder: row.get("folder")?,
            taker: row.get("taker")?,
            taken_at: row.get("taken_at")?,
            returned_at: row.get("returned_at")?,
            words: grant.open::<LoanWords>(row)?,
        })
    };
    rows.iter().map(loan).collect()
}

/// Folders that somebody has, the longest out first.
pub(crate) async fn out(visit: &Visit) -> Result<Listed<'_>> {
    visit.list(OUT, params! { "limit" => MOST }).await
}

/// Whether any folder belongs in a place.
pub(crate) async fn any_in(visit: &Visit, place: Uuid) -> Result<bool> {
    Ok(visit.count(THERE, params! { "place" => place }).await? > 0)
}

/// Enters a folder; answers its id.
pub(super) async fn insert(grant: &Granted<'_, Client, Write>, new: &NewFolder) -> Result<Uuid> {
    let visit = grant.visit();
    let id = visit.new_id();
    let row = params! {
        "id" => id, "place" => new.place, "class" => new.class.as_str(), "from_year" => i64::from(new.years.from),
        "until_year" => new.years.until.map(i64::from), "account" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal(id, 1, &new.words)?,
    };
    grant.execute(INSERT, row).await?;
    Ok(id)
}

/// Enters a change of a folder's state.
///
/// # Errors
/// [`polku_desk::DeskError::Conflict`] when somebody else changed it first.
pub(super) async fn change(
    grant: &Granted<'_, Client, Write>,
    folder: &Folder,
    state: super::folder::State,
) -> Result<()> {
    let visit = grant.visit();
    let is_destroyed = state == super::folder::State::Destroyed;
    let row = params! {
        "id" => folder.id, "state" => state, "seen" => folder.state,
        "destroyed_on" => is_destroyed.then(|| visit.today()),
        "destroyed_by" => is_destroyed.then(|| visit.account()),
    };
    grant.execute_one(folder.owner, MOVE, row).await
}

/// Enters that somebody takes a folder.
pub(super) async fn lend(
    grant: &Granted<'_, Client, Write>,
    folder: &Folder,
    taker: polku_desk::AccountId,
    words: &LoanWords,
) -> Result<()> {
    let visit = grant.visit();
    let id = visit.new_id();
    let row = params! {
        "id" => id, "folder" => folder.id, "taker" => taker, "now" => visit.now(),
        "sealed" => grant.seal_for(folder.owner, id, 1, words)?,
    };
    grant.execute_one(folder.owner, LEND, row).await
}

/// Enters that a folder came back.
pub(super) async fn give_back(grant: &Granted<'_, Client, Write>, folder: &Folder) -> Result<()> {
    let visit = grant.visit();
    let row = params! { "folder" => folder.id, "now" => visit.now(), "account" => visit.account() };
    grant.execute_one(folder.owner, RETURN, row).await
}

fn read<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<Folder> {
    let until: Option<i64> = row.get("until_year")?;
    Ok(Folder {
        id: row.get("id")?,
        owner: row.subject,
        place: row.get("place")?,
        class: row.get("class")?,
        years: Years {
            from: year(row.get("from_year")?)?,
            until: until.map(year).transpose()?,
        },
        state: row.state("state")?,
        destroyed_on: row.get("destroyed_on")?,
        words: grant.open::<FolderWords>(row)?,
    })
}

/// A year as it is stored.
pub(crate) fn year(stored: i64) -> Result<i16> {
    i16::try_from(stored).map_err(|_| polku_desk::DeskError::Stored("year"))
}
