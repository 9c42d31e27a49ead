//! Corrections of confirmed months in the database. They are made and decided; nothing takes one away.

use std::collections::HashMap;

use jiff::{Timestamp, civil::Date};
use polku_desk::{
    Client, DeskError, Granted, GrantedSet, Operation, OwnedRow, Result, SealedRecord, SubjectId, Write,
    named_states, params, statements,
};
use polku_values::{Mark, Minutes};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

statements! {
    /// The corrections of days up to a day, the latest first.
    owned(Attendance) CORRECTIONS = "SELECT c.id, c.version, c.date, c.mark, c.minutes, c.old_mark, c.old_minutes, \
        c.state, c.made_at, m.display_name AS maker, c.decided_at, d.display_name AS decider, c.sealed \
        FROM attendance_correction c JOIN account m ON m.id = c.made_by LEFT JOIN account d ON d.id = c.decided_by \
        WHERE c.register = :register AND c.subject = :subject AND c.date <= :to ORDER BY c.made_at DESC, c.id DESC";
    /// One correction.
    owned(Attendance) CORRECTION = "SELECT c.id, c.version, c.date, c.mark, c.minutes, c.old_mark, c.old_minutes, \
        c.state, c.made_at, m.display_name AS maker, c.decided_at, d.display_name AS decider, c.sealed \
        FROM attendance_correction c JOIN account m ON m.id = c.made_by LEFT JOIN account d ON d.id = c.decided_by \
        WHERE c.register = :register AND c.subject = :subject AND c.id = :id";
    /// A correction is made.
    owned(Attendance) INSERT = "INSERT INTO attendance_correction (register, subject, id, version, date, mark, minutes, \
        old_mark, old_minutes, state, made_by, made_at, sealed) VALUES (:register, :subject, :id, 1, :date, :mark, \
        :minutes, :old_mark, :old_minutes, :state, :account, :now, :sealed)";
    /// A correction is decided, once.
    owned(Attendance) DECIDE = "UPDATE attendance_correction SET version = :version, state = :state, \
        decided_by = :account, decided_at = :now, sealed = :sealed WHERE register = :register AND subject = :subject \
        AND id = :id AND version = :seen AND state = 'waiting'";
    /// What waits for a decision, of everyone whom the visitor may see, the oldest first.
    listed(Attendance) WAITING = "SELECT c.subject AS subject, c.date, c.made_at FROM attendance_correction c \
        JOIN subject s ON s.register = c.register AND s.id = c.subject WHERE c.register = :register AND {visible} AND \
        c.state = 'waiting' ORDER BY c.made_at, c.id LIMIT :most";
}

named_states! {
    /// How far a correction is.
    pub enum CorrectionState {
        /// Waits for the manager.
        Waiting = "waiting",
        /// Counts: the day stands as corrected.
        Confirmed = "confirmed",
        /// Does not count: the day stands as it was.
        Rejected = "rejected",
    }
}

/// Why a day is corrected, sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// In words.
    pub reason: String,
}

impl SealedRecord for Reason {
    const TABLE: &'static str = "attendance_correction";
}

impl std::fmt::Debug for Reason {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Reason")
    }
}

/// A correction of a day whose month was confirmed.
#[derive(Clone, Debug)]
pub struct Correction {
    /// Its id.
    pub id: Uuid,
    /// Under whose record it was made.
    pub owner: SubjectId,
    /// How many times it was stored.
    pub version: i64,
    /// Of which day.
    pub day: Date,
    /// What stood there.
    pub old: Mark,
    /// What is to stand there.
    pub new: Mark,
    /// How far it is.
    pub state: CorrectionState,
    /// Why.
    pub reason: Reason,
    /// By whom.
    pub made_by: String,
    /// When.
    pub made_at: Timestamp,
    /// Who decided, and when.
    pub decided: Option<(String, Timestamp)>,
}

/// The corrections of several people up to a day, by person, the latest first.
pub async fn corrections<O: Operation>(
    set: &GrantedSet<'_, Client, O>,
    to: Date,
) -> Result<HashMap<SubjectId, Vec<Correction>>> {
    let rows = set.fetch(CORRECTIONS, params! { "to" => to }).await?;
    let mut all: HashMap<SubjectId, Vec<Correction>> = HashMap::new();
    for row in &rows {
        let correction = correction(row, set.open(row)?)?;
        all.entry(set.person(row)).or_default().push(correction);
    }
    Ok(all)
}

/// The corrections of one client up to a day, the latest first.
pub async fn corrections_of<O: Operation>(
    grant: &Granted<'_, Client, O>,
    to: Date,
) -> Result<Vec<Correction>> {
    let rows = grant.fetch(CORRECTIONS, params! { "to" => to }).await?;
    rows.iter().map(|row| correction(row, grant.open(row)?)).collect()
}

/// One correction.
pub async fn one<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Correction> {
    let row = grant.fetch_one(CORRECTION, params! { "id" => id }).await?;
    correction(&row, grant.open(&row)?)
}

/// Makes a correction, which waits for a decision; answers its id.
///
/// # Errors
/// [`DeskError::Conflict`] when another one of the day waits already.
pub async fn insert(
    grant: &Granted<'_, Client, Write>,
    day: Date,
    old: Mark,
    new: Mark,
    reason: &Reason,
) -> Result<Uuid> {
    let visit = grant.visit();
    let id = visit.new_id();
    let row = params! {
        "id" => id, "date" => day, "mark" => new.letter(), "minutes" => new.minutes().0,
        "old_mark" => old.letter(), "old_minutes" => old.minutes().0, "state" => CorrectionState::Waiting,
        "account" => visit.account(), "now" => visit.now(), "sealed" => grant.seal(id, 1, reason)?,
    };
    grant.execute(INSERT, row).await?;
    Ok(id)
}

/// Decides a correction that waits.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody decided it first.
pub async fn decide(
    grant: &Granted<'_, Client, Write>,
    correction: &Correction,
    state: CorrectionState,
) -> Result<()> {
    let (visit, version) = (grant.visit(), correction.version + 1);
    let row = params! {
        "id" => correction.id, "seen" => correction.version, "version" => version, "state" => state,
        "account" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal_for(correction.owner, correction.id, version, &correction.reason)?,
    };
    grant.execute_one(correction.owner, DECIDE, row).await
}

fn correction(row: &OwnedRow, reason: Reason) -> Result<Correction> {
    let decider: Option<String> = row.get("decider")?;
    let decided_at: Option<Timestamp> = row.get("decided_at")?;
    Ok(Correction {
        id: row.get("id")?,
        owner: row.subject,
        version: row.get("version")?,
        day: row.get("date")?,
        old: mark(row, "old_mark", "old_minutes")?,
        new: mark(row, "mark", "minutes")?,
        state: row.state("state")?,
        reason,
        made_by: row.get("maker")?,
        made_at: row.get("made_at")?,
        decided: decider.zip(decided_at),
    })
}

fn mark(row: &OwnedRow, letter: &'static str, minutes: &'static str) -> Result<Mark> {
    let stored: String = row.get(letter)?;
    Mark::from_letter(&stored, Minutes(row.get(minutes)?)).ok_or(DeskError::Stored("mark"))
}

#[cfg(test)]
mod tests {
    use polku_desk::database::all_statements;

    /// B6: a change after locking is never silent. Whoever adds a statement that deletes a correction or a confirmation,
    /// or changes more of one than its decision, learns it here.
    #[test]
    fn no_statement_takes_back_a_confirmation_or_a_correction() {
        let touching: Vec<&str> = all_statements()
            .map(|statement| statement.sql)
            .filter(|sql| sql.contains("attendance_month") || sql.contains("attendance_correction"))
            .collect();
        assert!(
            touching.len() >= 5,
            "the statements are in the list: {touching:?}"
        );
        for sql in touching {
            let only_decides = sql.starts_with(
                "UPDATE attendance_correction SET version = :version, state = :state, \
                decided_by",
            ) && sql.contains("state = 'waiting'");
            let reads_or_adds = sql.starts_with("SELECT") || sql.starts_with("INSERT INTO");
            assert!(reads_or_adds || only_decides, "{sql}");
        }
    }
}
