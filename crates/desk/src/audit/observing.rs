//! Looks as material for patterns (E4): what each worker opened of whom, and what tied them to the person then.
//!
//! This monitors the staff, so it is off until the organisation has decided to use it, after hearing them (Act 759/2004,
//! 21 §): without a decision about monitoring in force nothing is read here, and nothing from before that decision.
//! What is read names nobody: whoever is then shown by name is opened like anyone else, and that is in the log.

use std::collections::{HashMap, hash_map::Entry};

use jiff::{SignedDuration, Timestamp, civil::Date};

use super::entry::pseudonym;
use crate::{
    AccountId, DeskError, EntryId, Result, Row, SubjectId, Visit,
    access::{Action, Basis, Role},
    clock::{date_in_finland, finland},
    database::Transaction,
    params,
};

/// So many days back at most.
const DAYS: i64 = 30;
/// So many looks at most are read: the latest.
const MOST: i64 = 50_000;

crate::statements! {
    /// The first day of the decision that lets looks be searched for patterns, if one is in force.
    shared DECIDED = "SELECT d.valid_from FROM register_decision d WHERE d.register = :register AND d.kind = 'monitoring' \
        AND d.valid_from <= :today AND (d.valid_until IS NULL OR d.valid_until >= :today) AND NOT EXISTS (SELECT 1 \
        FROM register_decision n WHERE n.register = d.register AND n.replaces = d.id AND n.valid_from <= :today) \
        ORDER BY d.valid_from LIMIT 1";
    /// What workers opened of one person at a time: lists open nobody in particular.
    shared OPENED = "SELECT e.id, e.at, e.actor, e.action, e.basis, p.pseudonym FROM audit_entry e \
        JOIN audit_pseudonym p ON p.register = e.register AND p.entry = e.id \
        WHERE e.register = :register AND e.id >= :since AND e.outcome = 'allowed' AND NOT EXISTS (SELECT 1 \
        FROM audit_pseudonym o WHERE o.register = e.register AND o.entry = e.id AND o.pseudonym <> p.pseudonym) \
        ORDER BY e.id DESC LIMIT :limit";
    /// The workers of the register, those who left as well.
    shared WORKERS = "SELECT DISTINCT a.id, a.display_name FROM access_right r JOIN account a ON a.id = r.account \
        WHERE r.register = :register";
}

/// Everyone, so that pseudonyms can be read back, and what tied a worker to whom.
const EVERYONE: &str = "SELECT id FROM subject WHERE register = :register";
const TIES: &str = "SELECT c.subject, c.valid_from, c.valid_until FROM care c WHERE c.register = :register \
    AND c.account = :account";
const GROUPS: &str = "SELECT m.subject, m.valid_from, m.valid_until, w.valid_from AS coach_from, \
    w.valid_until AS coach_until FROM workgroup_coach w JOIN workgroup_member m ON m.register = w.register \
    AND m.workgroup = w.workgroup WHERE w.register = :register AND w.account = :account";

/// What a worker opened of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observed {
    /// Which entry.
    pub entry: EntryId,
    /// When.
    pub at: Timestamp,
    /// Whose account.
    pub account: AccountId,
    /// The worker's name.
    pub worker: String,
    /// Whose data.
    pub subject: SubjectId,
    /// What was done.
    pub action: Action,
    /// On which ground.
    pub basis: Basis,
    /// Whether the worker answered for the person or coached a group of theirs that day.
    pub tie: Tie,
    /// Whether worker and person have a family name in common.
    pub names: Names,
}

/// What tied a worker to a person on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// Care, or a group.
    Cares,
    /// Neither.
    Stranger,
}

/// Whether two people share a family name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// They do.
    Shared,
    /// They do not.
    Different,
}

/// A time in which a worker was tied to somebody.
struct Span {
    subject: SubjectId,
    from: Date,
    until: Option<Date>,
}

impl Visit {
    /// What workers opened of single people lately, the latest first.
    ///
    /// # Errors
    /// [`DeskError::Forbidden`] to all but data protection officers, and without a decision in force that lets looks be
    /// searched for patterns.
    pub async fn observed_looks(&self) -> Result<Vec<Observed>> {
        if self.role() != Role::DataProtectionOfficer {
            return Err(DeskError::Forbidden);
        }
        let decided = self.fetch(DECIDED, params! { "today" => self.today() }).await?;
        let decided: Date = decided.first().ok_or(DeskError::Forbidden)?.get("valid_from")?;
        let since = self.observed_since(decided)?;
        let mut snapshot = self.desk.database.snapshot().await?;
        let people = self.by_pseudonym(&mut snapshot, since).await?;
        let mut workers: HashMap<AccountId, String> = HashMap::new();
        for row in self.fetch(WORKERS, params! {}).await? {
            let account: AccountId = row.get("id")?;
            workers.insert(account, row.get("display_name")?);
        }
        let mut ties: HashMap<AccountId, Vec<Span>> = HashMap::new();
        let mut observed = Vec::new();
        let asked = params! { "since" => first_id(since), "limit" => MOST };
        for row in self.fetch(OPENED, asked).await? {
            let actor: String = row.get("actor")?;
            let account: Option<AccountId> = actor.strip_prefix("account:").and_then(|id| id.parse().ok());
            let Some((account, worker)) = account.and_then(|id| Some((id, workers.get(&id)?.as_str())))
            else {
                continue;
            };
            let own = match ties.entry(account) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(unknown) => unknown.insert(self.ties(&mut snapshot, account).await?),
            };
            observed.extend(self.observed(&row, (account, worker), &people, own)?);
        }
        Ok(observed)
    }

    /// The moment from which looks are read: never before the decision held.
    fn observed_since(&self, decided: Date) -> Result<Timestamp> {
        let decided = decided
            .to_zoned(finland())
            .map_err(|_| DeskError::Stored("valid_from"))?
            .timestamp();
        let back = self
            .now()
            .saturating_sub(SignedDuration::from_hours(24 * DAYS))
            .unwrap_or(Timestamp::MIN);
        Ok(decided.max(back))
    }

    async fn by_pseudonym(
        &self,
        snapshot: &mut Transaction,
        since: Timestamp,
    ) -> Result<HashMap<[u8; 16], SubjectId>> {
        let register = self.register();
        let rows = snapshot
            .fetch(EVERYONE, &params! { "register" => register })
            .await?;
        let mut people = HashMap::new();
        for year in date_in_finland(since).year()..=self.today().year() {
            let Some(key) = self.desk.ring.known_audit_year(register, year)? else {
                continue;
            };
            for row in &rows {
                let subject: SubjectId = row.get("id")?;
                people.insert(pseudonym(key.bytes(), register, subject), subject);
            }
        }
        Ok(people)
    }

    async fn ties(&self, snapshot: &mut Transaction, account: AccountId) -> Result<Vec<Span>> {
        let asked = params! { "register" => self.register(), "account" => account };
        let mut ties = Vec::new();
        for row in snapshot.fetch(TIES, &asked).await? {
            ties.push(Span {
                subject: row.get("subject")?,
                from: row.get("valid_from")?,
                until: row.get("valid_until")?,
            });
        }
        for row in snapshot.fetch(GROUPS, &asked).await? {
            let (member, coach): (Date, Date) = (row.get("valid_from")?, row.get("coach_from")?);
            let ends: [Option<Date>; 2] = [row.get("valid_until")?, row.get("coach_until")?];
            ties.push(Span {
                subject: row.get("subject")?,
                from: member.max(coach),
                until: ends.into_iter().flatten().min(),
            });
        }
        Ok(ties)
    }

    fn observed(
        &self,
        row: &Row,
        (account, worker): (AccountId, &str),
        people: &HashMap<[u8; 16], SubjectId>,
        ties: &[Span],
    ) -> Result<Option<Observed>> {
        let Some(subject) = people.get(&row.get::<[u8; 16]>("pseudonym")?).copied() else {
            return Ok(None);
        };
        let at: Timestamp = row.get("at")?;
        let day = date_in_finland(at);
        let holds = |span: &Span| {
            span.subject == subject && span.from <= day && span.until.is_none_or(|until| until >= day)
        };
        let family = self.desk.lookup.family_name(self.register(), subject);
        Ok(Some(Observed {
            entry: row.get("id")?,
            at,
            account,
            tie: if ties.iter().any(holds) {
                Tie::Cares
            } else {
                Tie::Stranger
            },
            names: names(worker, family.as_deref().unwrap_or_default()),
            worker: worker.to_owned(),
            subject,
            action: row.state("action")?,
            basis: row.state("basis")?,
        }))
    }
}

/// Whether a worker's name ends with a person's family name, or shares a part of a double one. Pure.
fn names(worker: &str, family: &str) -> Names {
    let parts = |name: &str| -> Vec<String> {
        name.split('-')
            .map(|part| part.trim().to_lowercase())
            .filter(|part| !part.is_empty())
            .collect()
    };
    let own = parts(worker.split_whitespace().last().unwrap_or_default());
    let last = family.split_whitespace().last().unwrap_or_default();
    if parts(last).iter().any(|part| own.contains(part)) {
        Names::Shared
    } else {
        Names::Different
    }
}

/// The least id of that moment: ids follow time.
fn first_id(at: Timestamp) -> EntryId {
    let milliseconds = u64::try_from(at.as_millisecond()).unwrap_or(0);
    EntryId(uuid::Builder::from_unix_timestamp_millis(milliseconds, &[0; 10]).into_uuid())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_name_is_shared_whole_or_in_part() {
        for (worker, family) in [
            ("Maija Malli", "Malli"),
            ("Maija Malli-Virtanen", "malli"),
            ("Maija Virtanen", "Malli-Virtanen"),
            ("Carl Essen", "von Essen"),
        ] {
            assert_eq!(names(worker, family), Names::Shared, "{worker} and {family}");
        }
        for (worker, family) in [
            ("Maija Malli", "Mallinen"),
            ("Malli Maija", "Malli"),
            ("Maija", ""),
            ("", ""),
        ] {
            assert_eq!(names(worker, family), Names::Different, "{worker} and {family}");
        }
    }
}
