//! Feedback on accessibility, from anyone (Act 306/2019, 9 §). It waits, sealed, for the main user, who answers within
//! two weeks and takes it off the list; then nothing of it is left.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Desk, DeskError, RegisterId, Result, Visit,
    access::{Action, Basis},
    audit::Outcome,
    params,
};

/// The most characters of a text.
pub const LONGEST_FEEDBACK: usize = 5_000;
/// The most characters of how to answer.
pub const LONGEST_CONTACT: usize = 200;
/// So many wait at most: anyone may write, and nobody may fill the disk.
const MOST_WAITING: i64 = 500;

/// What somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// What is wrong, in the writer's words.
    pub text: String,
    /// How to answer; empty when no answer is wanted.
    pub contact: String,
}

/// Feedback that waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingFeedback {
    /// Which.
    pub id: Uuid,
    /// When it came.
    pub received_at: Timestamp,
    /// What somebody wrote.
    pub feedback: Feedback,
}

crate::statements! {
    /// How many wait.
    shared COUNT = "SELECT COUNT(*) AS waiting FROM feedback WHERE register = :register";
    /// One comes in.
    shared INSERT = "INSERT INTO feedback (register, id, received_at, text_sealed) VALUES (:register, :id, :now, :sealed)";
    /// Those that wait, the oldest first.
    shared WAITING = "SELECT id, received_at, text_sealed FROM feedback WHERE register = :register ORDER BY received_at, id";
    /// One is answered.
    shared DELETE = "DELETE FROM feedback WHERE register = :register AND id = :id";
}

fn place(register: RegisterId, id: Uuid) -> Vec<u8> {
    format!("{}|feedback|{id}", register.0).into_bytes()
}

impl Desk {
    /// Takes feedback in for the main user of a register.
    ///
    /// # Errors
    /// [`DeskError::Refused`] for a text that is empty or too long, and when too much waits already;
    /// [`DeskError::Hidden`] when there is no such register.
    pub async fn take_feedback(&self, register: RegisterId, feedback: &Feedback) -> Result<()> {
        let register = self.registers.get(register)?.id;
        let length = feedback.text.trim().chars().count();
        if length == 0 || length > LONGEST_FEEDBACK {
            return Err(DeskError::Refused("feedback-text-length"));
        }
        if feedback.contact.chars().count() > LONGEST_CONTACT {
            return Err(DeskError::Refused("feedback-contact-length"));
        }
        let key = self.ring.installation("feedback", &*self.entropy).await?;
        let id = self.new_id();
        let sealed = key.seal(
            &place(register, id),
            &serde_json::to_vec(feedback)?,
            &*self.entropy,
        );
        let row =
            params! { "register" => register, "id" => id, "now" => self.clock.now(), "sealed" => sealed };
        let mut transaction = self.database.writer().await?;
        let waiting = transaction.fetch_one(COUNT.sql, &row).await?;
        let waiting: i64 = waiting.map_or(Ok(0), |row| row.get("waiting"))?;
        if waiting >= MOST_WAITING {
            return Err(DeskError::Refused("feedback-full"));
        }
        transaction.execute(INSERT.sql, &row).await?;
        transaction.commit().await
    }
}

impl Visit {
    /// The feedback that waits, the oldest first.
    ///
    /// # Errors
    /// [`DeskError::Forbidden`] to all but main users.
    pub async fn waiting_feedback(&self) -> Result<Vec<WaitingFeedback>> {
        self.as_main_user()?;
        let key = self
            .desk
            .ring
            .installation("feedback", &*self.desk.entropy)
            .await?;
        let mut waiting = Vec::new();
        for row in self.fetch(WAITING, params! {}).await? {
            let id: Uuid = row.get("id")?;
            let plain = key.open(&place(self.register(), id), &row.get::<Vec<u8>>("text_sealed")?)?;
            waiting.push(WaitingFeedback {
                id,
                received_at: row.get("received_at")?,
                feedback: serde_json::from_slice(&plain)?,
            });
        }
        Ok(waiting)
    }

    /// Takes answered feedback off the list, for good.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when it is not there.
    pub async fn close_feedback(&self, id: Uuid) -> Result<()> {
        self.as_main_user()?;
        let row = params! { "register" => self.register(), "id" => id };
        let mut transaction = self.desk.database.writer().await?;
        if transaction.execute(DELETE.sql, &row).await? == 0 {
            return Err(DeskError::Hidden);
        }
        let details = json!({ "what": "feedback-answered", "feedback": id });
        let record = self.record(
            Action::Write,
            Basis::RegisterDuty,
            Outcome::Allowed,
            Vec::new(),
            details,
        );
        self.write_entry(&mut transaction, &record).await?;
        transaction.commit().await
    }
}
