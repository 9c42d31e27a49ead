//! Messages that leave the product. They carry no personal data of anyone in a register (E3): whoever gets one opens the
//! product to see what it is about.

use std::{pin::Pin, sync::Arc};

use crate::{AccountId, Desk, RegisterId, Result, RightId, access::Purpose, jobs::JobState, params};

/// A message to a worker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The worker's address.
    pub to: String,
    /// One line.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// What sending answers, when it is done.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// Sends messages.
pub trait Outbox: Send + Sync {
    /// Sends one; whoever asked tries again when it fails.
    fn send<'a>(&'a self, letter: &'a Letter) -> Sending<'a>;
    /// Where browsers find the product, for links.
    fn origin(&self) -> &str;
}

/// The address of somebody's daily message, with the language that they read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DailyAddress {
    /// The worker's address.
    pub email: String,
    /// The language's code.
    pub locale: String,
}

impl Desk {
    /// Opens the way out; without one nothing is sent. The first stays.
    pub fn open_outbox(&self, outbox: Arc<dyn Outbox>) {
        if self.outbox.set(outbox).is_err() {
            tracing::warn!("the outbox was opened twice");
        }
    }

    /// The way out, when there is one.
    #[must_use]
    pub fn outbox(&self) -> Option<Arc<dyn Outbox>> {
        self.outbox.get().cloned()
    }

    /// Queues a job of this kind for each worker who wants a daily message and was not queued for today; answers how many.
    /// Nodes that do this at once queue each worker once.
    ///
    /// # Errors
    /// When the database fails; then nothing was queued.
    pub async fn queue_daily_messages(&self, kind: &'static str) -> Result<u64> {
        let (now, today) = (self.clock.now(), self.clock.today());
        let mut transaction = self.database.writer().await?;
        let waiting = "SELECT m.register, m.account, m.access_right, r.role FROM daily_message m JOIN access_right r \
            ON r.id = m.access_right WHERE m.state = 'on' AND (m.queued_on IS NULL OR m.queued_on < :today)";
        let mut queued = 0;
        for row in transaction.fetch(waiting, &params! { "today" => today }).await? {
            let (register, account): (RegisterId, AccountId) = (row.get("register")?, row.get("account")?);
            let mark = "UPDATE daily_message SET queued_on = :today WHERE register = :register AND account = :account \
                AND (queued_on IS NULL OR queued_on < :today)";
            let marked = params! { "register" => register, "account" => account, "today" => today };
            if transaction.execute(mark, &marked).await? == 0 {
                continue;
            }
            let right: RightId = row.get("access_right")?;
            let job = params! {
                "register" => register, "id" => self.new_id(), "kind" => kind, "state" => JobState::Waiting,
                "right" => right, "purpose" => Purpose::of_role(row.state("role")?), "now" => now,
            };
            let insert = "INSERT INTO job (register, id, kind, state, access_right, purpose, run_at, created_at) \
                VALUES (:register, :id, :kind, :state, :right, :purpose, :now, :now)";
            queued += transaction.execute(insert, &job).await?;
        }
        transaction.commit().await?;
        Ok(queued)
    }

    /// Where a worker's daily message goes now; none when it was switched off meanwhile.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn daily_address(
        &self,
        register: RegisterId,
        account: AccountId,
    ) -> Result<Option<DailyAddress>> {
        let sql = "SELECT m.email, a.locale FROM daily_message m JOIN account a ON a.id = m.account \
            WHERE m.register = :register AND m.account = :account AND m.state = 'on' AND a.state = 'open'";
        let asked = params! { "register" => register, "account" => account };
        let row = self.database.snapshot().await?.fetch_one(sql, &asked).await?;
        row.map(|row| {
            Ok(DailyAddress {
                email: row.get("email")?,
                locale: row.get("locale")?,
            })
        })
        .transpose()
    }
}
