//! What has run out is forgotten once a day: it opens nothing any more, and tells when a worker was here.
//!
//! The audit log keeps what is to be kept of signing in and out.

use jiff::SignedDuration;

use crate::{Desk, Result, desk::ANSWERS_KEPT, params};

/// A node that has not followed the others for so long has been started anew.
const FOLLOWED: SignedDuration = SignedDuration::from_hours(24);

/// A row that has run out is refused wherever it is asked for; here it goes.
const RUN_OUT: [&str; 9] = [
    "DELETE FROM session WHERE ends_at <= :now",
    "DELETE FROM enrolment WHERE expires_at <= :now",
    "DELETE FROM proof_challenge WHERE expires_at <= :now",
    "DELETE FROM one_time_link WHERE expires_at <= :now",
    "DELETE FROM portal_session WHERE ends_at <= :now",
    "DELETE FROM portal_code WHERE expires_at <= :now",
    "DELETE FROM idempotency WHERE created_at < :answered",
    "DELETE FROM lookup_change WHERE changed_at < :followed",
    "UPDATE secondary_use_extract SET package = NULL WHERE package IS NOT NULL AND expires_at <= :now",
];

impl Desk {
    /// Deletes sessions, enrolment links, one-time links and challenges that have run out, and answers to requests that are too old to
    /// be repeated, and changes of the look-ups that every node has followed; files of secondary use whose time is over. Answers how many rows went.
    ///
    /// # Errors
    /// When the database fails; then nothing happened.
    pub async fn forget_what_ran_out(&self) -> Result<u64> {
        let now = self.clock.now();
        let moments =
            params! { "now" => now, "answered" => now - ANSWERS_KEPT, "followed" => now - FOLLOWED };
        let mut transaction = self.database.writer().await?;
        let mut gone = 0;
        for sql in RUN_OUT {
            gone += transaction.execute(sql, &moments).await?;
        }
        transaction.commit().await?;
        Ok(gone)
    }
}
