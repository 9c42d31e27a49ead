//! How far an import is, and what was decided about it.

use jiff::Timestamp;
use serde_json::json;

use super::super::{Visit, raise_epoch};
use crate::{
    AccountId, DeskError, Result, Row,
    access::{Action, Basis},
    audit::Outcome,
    database::Transaction,
    ids::ImportId,
    jobs::JobId,
    params,
};

crate::named_states! {
    /// How far an import is.
    pub enum ImportState {
        /// The file is being kept.
        Arriving = "arriving",
        /// The file is kept; it is to be said what its columns mean.
        Uploaded = "uploaded",
        /// It is being checked against the register.
        Checking = "checking",
        /// It is known what would come in.
        Checked = "checked",
        /// Its rows are being staged; they are there for no one.
        Staging = "staging",
        /// Its rows are in the register.
        Published = "published",
        /// Given up; nothing of it is in the register.
        Discarded = "discarded",
    }
}

/// A run of an import.
#[derive(Debug, Clone)]
pub struct ImportRun {
    /// Its id.
    pub id: ImportId,
    /// Who began it.
    pub account: Option<AccountId>,
    /// How far it is.
    pub state: ImportState,
    /// How many times it changed.
    pub version: i64,
    /// The job that works on it.
    pub job: Option<JobId>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When its rows came to count.
    pub published_at: Option<Timestamp>,
    /// What was decided about it, as the slice that imports wrote it.
    pub about: Vec<u8>,
}

/// A step of a run.
#[derive(Debug, Clone, Copy)]
pub struct ImportChange<'a> {
    /// The version that was seen.
    pub seen: i64,
    /// The states in which the step is possible.
    pub from: &'a [ImportState],
    /// The state after it.
    pub to: ImportState,
    /// What is decided; nothing when that stays.
    pub about: Option<&'a [u8]>,
    /// The job that goes on with it.
    pub job: Option<&'static str>,
}

const COLUMNS: &str = "id, account, state, version, job, created_at, published_at, sealed";
const INSERT: &str = "INSERT INTO import_run (register, id, account, state, created_at, version, sealed) \
    VALUES (:register, :id, :account, :state, :now, 1, :sealed)";
const CHANGE: &str = "UPDATE import_run SET state = :state, version = :version, sealed = :sealed, job = COALESCE(:job, job) \
    WHERE register = :register AND id = :id AND version = :seen";
const ANOTHER: &str =
    "SELECT 1 AS one FROM import_run WHERE register = :register AND id <> :id AND state = :staging";

impl Visit {
    /// Begins an import under a new id, which is entered in the log.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn begin_import(&self, id: ImportId, about: &[u8]) -> Result<()> {
        let sealed = self.seal_about(id, 1, about).await?;
        let row = params! {
            "register" => self.register(), "id" => id, "account" => self.account(), "state" => ImportState::Arriving,
            "now" => self.now(), "sealed" => sealed,
        };
        let mut transaction = self.desk.database.writer().await?;
        transaction.execute(INSERT, &row).await?;
        self.note_import(&mut transaction, id, "import-begun").await?;
        transaction.commit().await
    }

    /// An import of this register.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is none of that id.
    pub async fn import(&self, id: ImportId) -> Result<ImportRun> {
        let sql = format!("SELECT {COLUMNS} FROM import_run WHERE register = :register AND id = :id");
        let asked = params! { "register" => self.register(), "id" => id };
        // Not on the visit's snapshot: a job follows its own steps.
        let row = self
            .desk
            .database
            .snapshot()
            .await?
            .fetch_one(&sql, &asked)
            .await?;
        self.run_of(&row.ok_or(DeskError::Hidden)?).await
    }

    /// The register's imports, the latest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn imports(&self, limit: i64) -> Result<Vec<ImportRun>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM import_run WHERE register = :register AND state <> :arriving \
             ORDER BY created_at DESC, id DESC LIMIT :limit"
        );
        let asked =
            params! { "register" => self.register(), "arriving" => ImportState::Arriving, "limit" => limit };
        let rows = self.desk.database.snapshot().await?.fetch(&sql, &asked).await?;
        let mut runs = Vec::with_capacity(rows.len());
        for row in &rows {
            runs.push(self.run_of(row).await?);
        }
        Ok(runs)
    }

    /// Takes a run a step further, with the job that goes on, in one commit. Answers the new version.
    ///
    /// # Errors
    /// [`DeskError::Conflict`] when somebody else took a step first or the step is not possible in this state,
    /// [`DeskError::Refused`] when another import of the register is being staged.
    pub async fn change_import(&self, id: ImportId, change: ImportChange<'_>) -> Result<i64> {
        let mut transaction = self.desk.database.writer().await?;
        let version = self.step(&mut transaction, id, change).await?;
        transaction.commit().await?;
        Ok(version)
    }

    async fn step(
        &self,
        transaction: &mut Transaction,
        id: ImportId,
        change: ImportChange<'_>,
    ) -> Result<i64> {
        let run = self.import(id).await?;
        if run.version != change.seen || !change.from.contains(&run.state) {
            return Err(DeskError::Conflict);
        }
        if change.to == ImportState::Staging {
            self.be_the_only_one(transaction, id).await?;
        }
        let job = match change.job {
            Some(kind) => Some(self.queue_job_in(transaction, kind, Some(id.0)).await?),
            None => None,
        };
        let version = change.seen + 1;
        let about = change.about.unwrap_or(&run.about);
        let row = params! {
            "register" => self.register(), "id" => id, "state" => change.to, "seen" => change.seen,
            "version" => version, "sealed" => self.seal_about(id, version, about).await?, "job" => job,
        };
        if transaction.execute(CHANGE, &row).await? != 1 {
            return Err(DeskError::Conflict);
        }
        self.note_import(transaction, id, change.to.name()).await?;
        Ok(version)
    }

    /// Two imports at once would not see each other's people, and take the same ones in twice.
    async fn be_the_only_one(&self, transaction: &mut Transaction, id: ImportId) -> Result<()> {
        // The register's own row is the lock.
        raise_epoch(transaction, self.register()).await?;
        let asked = params! { "register" => self.register(), "id" => id, "staging" => ImportState::Staging };
        match transaction.fetch_one(ANOTHER, &asked).await? {
            Some(_) => Err(DeskError::Refused("import-another-under-way")),
            None => Ok(()),
        }
    }

    /// Enters a step in the log. People are named where they are taken in, batch by batch.
    pub(super) async fn note_import(
        &self,
        transaction: &mut Transaction,
        id: ImportId,
        what: &str,
    ) -> Result<()> {
        let record = self.record(
            Action::Admit,
            Basis::RegisterDuty,
            Outcome::Allowed,
            Vec::new(),
            json!({ "what": what, "import": id }),
        );
        self.write_entry(transaction, &record).await
    }

    async fn seal_about(&self, id: ImportId, version: i64, about: &[u8]) -> Result<Vec<u8>> {
        let key = self.desk.import_key().await?;
        Ok(key.seal(
            &self.import_place("about", id, version),
            about,
            &*self.desk.entropy,
        ))
    }

    async fn run_of(&self, row: &Row) -> Result<ImportRun> {
        let (id, version): (ImportId, i64) = (row.get("id")?, row.get("version")?);
        let about = match row.get::<Option<Vec<u8>>>("sealed")? {
            Some(sealed) => {
                let key = self.desk.import_key().await?;
                key.open(&self.import_place("about", id, version), &sealed)?
            }
            None => Vec::new(),
        };
        Ok(ImportRun {
            id,
            account: row.get("account")?,
            state: row.state("state")?,
            version,
            job: row.get("job")?,
            created_at: row.get("created_at")?,
            published_at: row.get("published_at")?,
            about,
        })
    }
}
