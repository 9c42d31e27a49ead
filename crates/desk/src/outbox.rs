//! Messages that leave the product. They carry no personal data of anyone in a register (E3): whoever gets one opens the
//! product to see what it is about.

use std::{pin::Pin, sync::Arc};

use polku_profile::Activity;

use crate::{
    AccountId, Desk, Granted, RegisterId, Result, RightId, Visit, Write,
    access::{Purpose, Role},
    database::Transaction,
    desk::Subject,
    jobs::JobState,
    params,
};

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

/// The address of somebody's messages, with the language that they read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DailyAddress {
    /// The worker's address.
    pub email: String,
    /// The language's code.
    pub locale: String,
}

crate::named_states! {
    /// What those who answer for a register are told of at once. The name is also the kind of the job that tells it.
    pub enum News {
        /// Somebody reported a breach: 72 hours run (GDPR 33).
        BreachReported = "news-breach-reported",
        /// A client made a request in the portal: its time runs (GDPR 12.3).
        RequestReceived = "news-request-received",
    }
}

impl News {
    /// Those who keep the register's order and watch over it. Others see what is new on their day.
    pub const TOLD: &'static [Role] = &[Role::DataProtectionOfficer, Role::MainUser];

    /// Whether it is the business of a role in a register.
    fn is_for(self, role: Role, profile: &polku_profile::Profile) -> bool {
        let answers = match self {
            Self::BreachReported => true,
            Self::RequestReceived => profile.allows(role.in_profile(), Activity::AnswerRequests),
        };
        answers && Self::TOLD.contains(&role)
    }
}

impl<S: Subject> Granted<'_, S, Write> {
    /// Queues the message to each of those who answer and want messages. It goes only when this write is committed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn queue_news(&self, news: News) -> Result<()> {
        let mut transaction = self.transaction().lock().await;
        self.visit().queue_news_in(&mut transaction, news).await
    }
}

impl Visit {
    /// A job for each of those who answer, by their own right: whoever lost it meanwhile is told nothing.
    pub(crate) async fn queue_news_in(&self, transaction: &mut Transaction, news: News) -> Result<()> {
        let profile = self.profile()?;
        let wanted = "SELECT m.access_right, r.role FROM daily_message m JOIN access_right r ON r.id = m.access_right \
            WHERE m.register = :register AND m.state = 'on'";
        let here = params! { "register" => self.register() };
        for row in transaction.fetch(wanted, &here).await? {
            let role: Role = row.state("role")?;
            if !news.is_for(role, &profile) {
                continue;
            }
            let right: RightId = row.get("access_right")?;
            let job = params! {
                "register" => self.register(), "id" => self.new_id(), "kind" => news, "state" => JobState::Waiting,
                "right" => right, "purpose" => Purpose::of_role(role), "now" => self.now(),
            };
            transaction.execute(QUEUE, &job).await?;
        }
        Ok(())
    }
}

/// A message waits for its turn.
const QUEUE: &str = "INSERT INTO job (register, id, kind, state, access_right, purpose, run_at, created_at) \
    VALUES (:register, :id, :kind, :state, :right, :purpose, :now, :now)";

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

    /// Queues a job of this kind for each caseworker who wants a daily message and was not queued for today; answers how
    /// many. Those who keep the register are told of [`News`] instead.
    /// Nodes that do this at once queue each worker once.
    ///
    /// # Errors
    /// When the database fails; then nothing was queued.
    pub async fn queue_daily_messages(&self, kind: &'static str) -> Result<u64> {
        let (now, today) = (self.clock.now(), self.clock.today());
        let mut transaction = self.database.writer().await?;
        let waiting = "SELECT m.register, m.account, m.access_right, r.role FROM daily_message m JOIN access_right r \
            ON r.id = m.access_right WHERE m.state = 'on' AND r.role IN ('coach', 'service-manager') \
            AND (m.queued_on IS NULL OR m.queued_on < :today)";
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
            queued += transaction.execute(QUEUE, &job).await?;
        }
        transaction.commit().await?;
        Ok(queued)
    }

    /// Where a worker's messages go now; none when it was switched off meanwhile.
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
