//! Walks a register's whole log and its checkpoints.

use polku_ledger::{CheckpointVerifier, Report, Verification};

use super::{AuditExport, entry::details_place, export::leaf_of};
use crate::{
    Desk, DeskError, EntryId, RegisterId, Result, Row, clock::date_in_finland, params, register::Register,
};

/// So many rows are read at a time.
const PAGE: i64 = 2_000;

/// What the walk found.
#[derive(Debug, Clone)]
pub struct AuditReport {
    /// The register's short name.
    pub register: String,
    /// Of the tree and its checkpoints.
    pub ledger: Report,
    /// Entries whose sealed details are not those that the leaf commits to.
    pub altered_details: Vec<EntryId>,
    /// Entries that have no place in the tree yet.
    pub waiting: i64,
}

impl AuditReport {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.ledger.is_sound() && self.altered_details.is_empty()
    }
}

impl Desk {
    /// Checks a register's log. `witnessed` are checkpoints that somebody else kept, oldest first; without them only
    /// the log's own are checked, which shows no more than that the log agrees with what its key last signed.
    ///
    /// # Errors
    /// When the database or the key ring cannot be read; what is wrong with the log is in the report.
    pub async fn verify_audit(
        &self,
        register: RegisterId,
        witnessed: Option<Vec<String>>,
    ) -> Result<AuditReport> {
        self.verify_audit_telling(register, witnessed, |_, _| {}).await
    }

    /// The same for whoever waits: `told` hears how many entries are checked, of how many.
    ///
    /// # Errors
    /// As [`Desk::verify_audit`].
    pub async fn verify_audit_telling(
        &self,
        register: RegisterId,
        witnessed: Option<Vec<String>>,
        told: impl Fn(i64, i64),
    ) -> Result<AuditReport> {
        let register = self.registers.get(register)?;
        let total = self.last_sequence(register.id).await? + 1;
        let verifier = self.verifier(&register).await?;
        let checkpoints = match witnessed {
            Some(kept) => kept,
            None => self.checkpoints(register.id).await?,
        };
        let mut walk = Verification::new(&verifier, checkpoints);
        let mut altered_details = Vec::new();
        let mut after = -1_i64;
        loop {
            let page = self.page(register.id, after).await?;
            let Some((last, _)) = page.last() else { break };
            after = *last;
            for (sequence, row) in page {
                walk.take(&self.ledger_row(register.id, sequence, &row).await?);
                if !self.details_match(register.id, &row)? {
                    altered_details.push(row.get("id")?);
                }
            }
            told(after + 1, total);
        }
        let waiting = self.waiting(register.id).await?;
        Ok(AuditReport {
            register: register.key,
            ledger: walk.finish(),
            altered_details,
            waiting,
        })
    }

    /// A register's log for a witness.
    ///
    /// # Errors
    /// When the database or the key ring cannot be read.
    pub async fn export_audit(&self, register: RegisterId) -> Result<AuditExport> {
        let register = self.registers.get(register)?;
        let signer = self.checkpoint_signer(&register).await?;
        let mut rows = Vec::new();
        let mut after = -1_i64;
        loop {
            let page = self.page(register.id, after).await?;
            let Some((last, _)) = page.last() else { break };
            after = *last;
            for (sequence, row) in page {
                rows.push(self.ledger_row(register.id, sequence, &row).await?);
            }
        }
        Ok(AuditExport {
            rows,
            checkpoints: self.checkpoints(register.id).await?,
            verifier: signer.verifier_key(),
        })
    }

    async fn verifier(&self, register: &Register) -> Result<CheckpointVerifier> {
        let key = self.checkpoint_signer(register).await?.verifier_key();
        CheckpointVerifier::from_text(&key).map_err(|error| DeskError::Configuration(error.to_string()))
    }

    async fn checkpoints(&self, register: RegisterId) -> Result<Vec<String>> {
        let sql = "SELECT note FROM audit_checkpoint WHERE register = :register ORDER BY size";
        let rows = self
            .database
            .snapshot()
            .await?
            .fetch(sql, &params! { "register" => register })
            .await?;
        rows.iter().map(|row| row.get("note")).collect()
    }

    async fn page(&self, register: RegisterId, after: i64) -> Result<Vec<(i64, Row)>> {
        let sql = "SELECT id, at, sequence, leaf_hash, commitment, details_sealed FROM audit_entry WHERE \
                   register = :register AND sequence > :after ORDER BY sequence LIMIT :limit";
        let page = params! { "register" => register, "after" => after, "limit" => PAGE };
        let rows = self.database.snapshot().await?.fetch(sql, &page).await?;
        rows.into_iter()
            .map(|row| Ok((row.get("sequence")?, row)))
            .collect()
    }

    async fn ledger_row(&self, register: RegisterId, sequence: i64, row: &Row) -> Result<polku_ledger::Row> {
        let sequence = u64::try_from(sequence).map_err(|_| DeskError::Stored("sequence"))?;
        let mut snapshot = self.database.snapshot().await?;
        let entry = leaf_of(&mut snapshot, register, row.get("id")?, sequence).await?;
        Ok(polku_ledger::Row {
            sequence,
            leaf: entry.canonical_bytes(),
            leaf_hash: row.get("leaf_hash")?,
        })
    }

    /// Whether the sealed details are those of the commitment. Once a year's key is destroyed, only the commitment
    /// is left, and nothing can be said.
    fn details_match(&self, register: RegisterId, row: &Row) -> Result<bool> {
        let year = date_in_finland(row.get("at")?).year();
        let Some(key) = self.ring.known_audit_year(register, year)? else {
            return Ok(true);
        };
        let sealed: Vec<u8> = row.get("details_sealed")?;
        let Ok(plain) = key.open(&details_place(register, row.get("id")?), &sealed) else {
            return Ok(false);
        };
        let Some((salt, details)) = plain.split_at_checked(32) else {
            return Ok(false);
        };
        let salt: [u8; 32] = salt.try_into().map_err(|_| DeskError::Stored("salt"))?;
        Ok(polku_ledger::details_commitment(&salt, details) == row.get::<[u8; 32]>("commitment")?)
    }

    /// The place of the last entry in the tree; −1 when it is empty.
    async fn last_sequence(&self, register: RegisterId) -> Result<i64> {
        let sql = "SELECT COALESCE(MAX(sequence), -1) AS last FROM audit_entry WHERE register = :register";
        let asked = params! { "register" => register };
        let row = self.database.snapshot().await?.fetch_one(sql, &asked).await?;
        row.map_or(Ok(-1), |row| row.get("last"))
    }

    async fn waiting(&self, register: RegisterId) -> Result<i64> {
        let sql =
            "SELECT COUNT(*) AS number FROM audit_entry WHERE register = :register AND sequence IS NULL";
        let row = self
            .database
            .snapshot()
            .await?
            .fetch_one(sql, &params! { "register" => register })
            .await?;
        row.map_or(Ok(0), |row| row.get("number"))
    }
}
