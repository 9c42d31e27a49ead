//! The queue: a table, claimed in short transactions.

use jiff::SignedDuration;
use uuid::Uuid;

use crate::{
    Desk, DeskError, RegisterId, Result, RightId, Visit, Visitor,
    access::Purpose,
    database::{Backend, Row, Transaction},
    params,
};

/// A job's id.
pub type JobId = Uuid;

/// How long a claim holds without a sign of life.
const CLAIM: SignedDuration = SignedDuration::from_mins(2);
/// How often a job is tried.
const ATTEMPTS: i64 = 3;

/// How the kinds of jobs begin that yield to all others: long work that nobody waits for at a screen. They are done one
/// at a time beside the others, so that an import never stands behind the reading of a hundred papers.
pub const PATIENT: &str = "patient-";

/// Which jobs a worker takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// All but the patient ones.
    Prompt,
    /// The [patient](PATIENT) ones.
    Patient,
}

crate::named_states! {
    /// How far a job is.
    pub enum JobState {
        /// Waits for its turn.
        Waiting = "waiting",
        /// Is being done.
        Running = "running",
        /// Is done.
        Done = "done",
        /// Was given up; its outcome says why.
        Failed = "failed",
    }
}

/// A job that was claimed.
#[derive(Debug, Clone)]
pub struct Job {
    /// In which register.
    pub register: RegisterId,
    /// Its id.
    pub id: JobId,
    /// What is to be done: the name of a worker.
    pub kind: String,
    /// By whose right.
    pub right: RightId,
    /// What it works on.
    pub target: Option<Uuid>,
    /// For which purpose it was asked.
    pub purpose: Purpose,
}

/// How far a job is, for whoever asked.
#[derive(Debug, Clone)]
pub struct JobProgress {
    /// Its state.
    pub state: JobState,
    /// So much is done…
    pub done: i64,
    /// …of so much; zero while it is not known.
    pub total: i64,
    /// A key of a text that says how it ended.
    pub outcome: Option<String>,
}

impl Visit {
    /// Queues a job; it starts when the queue comes to it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn queue_job(&self, kind: &'static str, target: Option<Uuid>) -> Result<JobId> {
        let mut transaction = self.desk.database.writer().await?;
        let id = self.queue_job_in(&mut transaction, kind, target).await?;
        transaction.commit().await?;
        Ok(id)
    }

    pub(crate) async fn queue_job_in(
        &self,
        transaction: &mut Transaction,
        kind: &'static str,
        target: Option<Uuid>,
    ) -> Result<JobId> {
        let id = self.new_id();
        let row = params! {
            "register" => self.register(), "id" => id, "kind" => kind, "state" => JobState::Waiting,
            "right" => self.visitor().right, "purpose" => self.purpose(), "now" => self.now(), "target" => target,
        };
        transaction
            .execute(
                "INSERT INTO job (register, id, kind, state, access_right, purpose, run_at, target, created_at) \
                 VALUES (:register, :id, :kind, :state, :right, :purpose, :now, :target, :now)",
                &row,
            )
            .await?;
        Ok(id)
    }

    /// How far a job of this register is.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is none.
    pub async fn job_progress(&self, id: JobId) -> Result<JobProgress> {
        let asked = params! { "register" => self.register(), "id" => id };
        let sql = "SELECT state, done, total, outcome FROM job WHERE register = :register AND id = :id";
        let row = self
            .desk
            .database
            .snapshot()
            .await?
            .fetch_one(sql, &asked)
            .await?
            .ok_or(DeskError::Hidden)?;
        Ok(JobProgress {
            state: row.state("state")?,
            done: row.get("done")?,
            total: row.get("total")?,
            outcome: row.get("outcome")?,
        })
    }
}

impl Desk {
    /// Claims the job of a lane that has waited longest, if its asker's right still holds.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn claim_job(&self, lane: Lane) -> Result<Option<(Job, Visitor)>> {
        let now = self.clock.now();
        let mut transaction = self.database.writer().await?;
        // The one dialect split of the queue: PostgreSQL's nodes must not wait for each other's claims.
        let skip = if self.database.backend() == Backend::Postgres {
            " FOR UPDATE SKIP LOCKED"
        } else {
            ""
        };
        let of_lane = match lane {
            Lane::Prompt => "NOT LIKE",
            Lane::Patient => "LIKE",
        };
        let sql = format!(
            "SELECT register, id, kind, access_right, target, purpose, attempts FROM job WHERE run_at <= :now AND \
             (state = 'waiting' OR (state = 'running' AND claimed_until < :now)) AND kind {of_lane} '{PATIENT}%' \
             ORDER BY run_at LIMIT 1{skip}"
        );
        let Some(row) = transaction.fetch_one(&sql, &params! { "now" => now }).await? else {
            return Ok(None);
        };
        let job = job_of(&row)?;
        let claimed = params! { "register" => job.register, "id" => job.id, "until" => now + CLAIM };
        transaction
            .execute(
                "UPDATE job SET state = 'running', claimed_until = :until, attempts = attempts + 1 \
                 WHERE register = :register AND id = :id",
                &claimed,
            )
            .await?;
        transaction.commit().await?;
        if row.get::<i64>("attempts")? >= ATTEMPTS {
            self.finish_job(&job, JobState::Failed, "job-gave-up").await?;
            return Ok(None);
        }
        let visitor = self.visitor_by_right(job.right).await?;
        if visitor.is_none() {
            self.finish_job(&job, JobState::Failed, "job-right-ended").await?;
        }
        Ok(visitor.map(|visitor| (job, visitor)))
    }

    /// Tells how far a job is, which also renews its claim.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn report_job(&self, job: &Job, done: i64, total: i64) -> Result<()> {
        let row = params! {
            "register" => job.register, "id" => job.id, "done" => done, "total" => total,
            "until" => self.clock.now() + CLAIM,
        };
        let mut transaction = self.database.writer().await?;
        let sql = "UPDATE job SET done = :done, total = :total, claimed_until = :until WHERE register = :register AND id = :id";
        transaction.execute(sql, &row).await?;
        transaction.commit().await
    }

    /// Puts a job off: it waits for something else that is not there now, such as another program. That is no failed try.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn postpone_job(&self, job: &Job, by: SignedDuration) -> Result<()> {
        let row = params! { "register" => job.register, "id" => job.id, "run_at" => self.clock.now() + by };
        let mut transaction = self.database.writer().await?;
        let sql = "UPDATE job SET state = 'waiting', run_at = :run_at, attempts = 0 \
                   WHERE register = :register AND id = :id";
        transaction.execute(sql, &row).await?;
        transaction.commit().await
    }

    /// Ends a job; the outcome is the key of a text.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn finish_job(&self, job: &Job, state: JobState, outcome: &'static str) -> Result<()> {
        let row =
            params! { "register" => job.register, "id" => job.id, "state" => state, "outcome" => outcome };
        let mut transaction = self.database.writer().await?;
        let sql = "UPDATE job SET state = :state, outcome = :outcome WHERE register = :register AND id = :id";
        transaction.execute(sql, &row).await?;
        transaction.commit().await
    }
}

fn job_of(row: &Row) -> Result<Job> {
    Ok(Job {
        register: row.get("register")?,
        id: row.get("id")?,
        kind: row.get("kind")?,
        right: row.get("access_right")?,
        target: row.get("target")?,
        purpose: row.state("purpose")?,
    })
}
