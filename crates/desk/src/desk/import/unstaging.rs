//! Taking back what a run staged: rows first, then the people, then their keys, in batches that hold nobody up.

use jiff::SignedDuration;

use super::{
    super::{Desk, Visit},
    run::ImportState,
};
use crate::{RegisterId, Result, SubjectId, database::Transaction, ids::ImportId, jobs::JobState, params};

/// How many people are taken back in one transaction.
const BATCH: i64 = 50;
/// How long a file is kept that nobody goes on with.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// The tables that an import writes to, those that point to others first. A slice that imports more adds its table.
const WRITTEN: &[&str] = &[
    "import_origin",
    "attendance",
    "diary_version",
    "diary_entry",
    "duplicate_suspicion",
    "care",
    "client_relationship",
    "client_special",
    "client_address",
    "client",
    "identity",
];

const SOME: &str = "SELECT s.id FROM subject s JOIN import_run r ON r.register = s.register AND r.id = s.staged_by \
    WHERE s.register = :register AND s.staged_by = :run AND r.state <> :published LIMIT :limit";

/// Runs that nobody goes on with: begun long ago, left by a job that gave up, or given up while their job was lost.
const LEFT: &str = "SELECT r.register, r.id FROM import_run r LEFT JOIN job j ON j.register = r.register AND j.id = r.job \
    WHERE r.state <> :published AND (j.state IS NULL OR j.state <> :running) AND ((r.state <> :discarded AND \
    (r.created_at < :oldest OR j.state = :failed)) OR (r.state = :discarded AND EXISTS (SELECT 1 FROM subject s WHERE \
    s.register = r.register AND s.staged_by = r.id)))";

impl Visit {
    /// Takes back what a run of this register has staged so far; it can then be staged anew.
    ///
    /// # Errors
    /// When the database fails; what was taken back stays so.
    pub async fn unstage(&self, run: ImportId) -> Result<()> {
        self.import(run).await?;
        self.desk.unstage(self.register(), run).await
    }

    /// Drops what is kept of a run's file.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn drop_file(&self, run: ImportId) -> Result<()> {
        self.drop_parts(run, super::Kept::File, 0).await
    }
}

impl Desk {
    async fn unstage(&self, register: RegisterId, run: ImportId) -> Result<()> {
        loop {
            let mut transaction = self.database.writer().await?;
            let some = params! {
                "register" => register, "run" => run, "published" => ImportState::Published, "limit" => BATCH,
            };
            let rows = transaction.fetch(SOME, &some).await?;
            let subjects: Vec<SubjectId> = rows.iter().map(|row| row.get("id")).collect::<Result<_>>()?;
            if subjects.is_empty() {
                return Ok(());
            }
            for subject in &subjects {
                forget(&mut transaction, register, *subject).await?;
            }
            transaction.commit().await?;
            // A key without a person harms no one; a person without a key cannot be.
            self.ring.forget_subjects(register, &subjects).await?;
        }
    }

    /// Gives up the imports that nobody goes on with: what they staged is taken back, and their files are dropped.
    /// Answers how many there were.
    ///
    /// # Errors
    /// When the database fails; the next call goes on.
    pub async fn sweep_imports(&self) -> Result<usize> {
        let asked = params! {
            "published" => ImportState::Published, "discarded" => ImportState::Discarded, "failed" => JobState::Failed,
            "running" => JobState::Running, "oldest" => self.clock.now() - KEPT,
        };
        let rows = self.database.snapshot().await?.fetch(LEFT, &asked).await?;
        for row in &rows {
            let (register, run): (RegisterId, ImportId) = (row.get("register")?, row.get("id")?);
            self.unstage(register, run).await?;
            self.discard(register, run).await?;
        }
        Ok(rows.len())
    }

    async fn discard(&self, register: RegisterId, run: ImportId) -> Result<()> {
        let row = params! {
            "register" => register, "run" => run, "discarded" => ImportState::Discarded,
            "published" => ImportState::Published,
        };
        let mut transaction = self.database.writer().await?;
        for sql in [
            "DELETE FROM import_part WHERE register = :register AND run = :run AND what = 'file'",
            "UPDATE import_run SET state = :discarded WHERE register = :register AND id = :run AND state <> :published",
        ] {
            transaction.execute(sql, &row).await?;
        }
        transaction.commit().await
    }
}

async fn forget(transaction: &mut Transaction, register: RegisterId, subject: SubjectId) -> Result<()> {
    let whose = params! { "register" => register, "subject" => subject };
    for table in WRITTEN {
        let sql = format!("DELETE FROM {table} WHERE register = :register AND subject = :subject");
        transaction.execute(&sql, &whose).await?;
    }
    let sql = "DELETE FROM subject WHERE register = :register AND id = :subject";
    transaction.execute(sql, &whose).await.map(drop)
}
