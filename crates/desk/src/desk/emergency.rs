//! Emergency access: a route of its own that makes a timed, reviewed grant (E5).

use jiff::SignedDuration;
use polku_profile::Activity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{SealedRecord, Visit};
use crate::{
    DeskError, Result, SubjectId,
    access::{Basis, Role},
    audit::Outcome,
    params,
};

/// How long an emergency lasts.
pub const EMERGENCY_HOURS: i64 = 4;
/// A reason shorter than this explains nothing to the reviewer, in characters.
pub const SHORTEST_REASON: usize = 15;

/// Why somebody opened a person's data in an emergency.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct EmergencyReason {
    /// In the worker's words.
    pub reason: String,
    /// What the reviewer noted; empty before the review.
    #[serde(default)]
    pub review: String,
}

impl SealedRecord for EmergencyReason {
    const TABLE: &'static str = "emergency_access";
}

impl Visit {
    /// Whether the visitor may open anybody in an emergency: coaches may, where the register's profile says so.
    ///
    /// # Errors
    /// When the register is gone.
    pub fn may_open_emergency(&self) -> Result<bool> {
        let profile = self.profile()?;
        Ok(self.role() == Role::Coach
            && profile.allows(polku_profile::Role::Coach, Activity::EmergencyAccess))
    }

    /// Opens a person of the register by a complete identity code, with a stated reason, for
    /// [`EMERGENCY_HOURS`]. It is listed for review at once.
    ///
    /// # Errors
    /// [`DeskError::Forbidden`] where there is no emergency access, [`DeskError::Refused`] without a proper reason, [`DeskError::Hidden`] when the code is nobody's here.
    pub async fn open_emergency(&self, identity_code: &str, reason: &str) -> Result<SubjectId> {
        if !self.may_open_emergency()? {
            return Err(DeskError::Forbidden);
        }
        if reason.trim().chars().count() < SHORTEST_REASON {
            return Err(DeskError::Refused("emergency-reason-short"));
        }
        let code = polku_values::IdentityCode::parse(identity_code)
            .map_err(|_| DeskError::Refused("emergency-code"))?;
        let open = self.desk.lookup.unrestricted(self.register());
        let found = self.desk.lookup.find(self.register(), code.as_str(), 1, &open);
        let Some(found) = found.first() else {
            self.note_denial(
                crate::access::Action::Read,
                Vec::new(),
                crate::access::Denial::Missing,
            );
            return Err(DeskError::Hidden);
        };
        self.write_emergency(found.subject, reason).await?;
        Ok(found.subject)
    }

    async fn write_emergency(&self, subject: SubjectId, reason: &str) -> Result<()> {
        let id = self.new_id();
        let sealed = self.seal_record(
            subject,
            id,
            1,
            &EmergencyReason {
                reason: reason.trim().to_owned(),
                review: String::new(),
            },
        )?;
        let row = params! {
            "register" => self.register(), "id" => id, "subject" => subject, "account" => self.account(),
            "granted_at" => self.now(), "expires_at" => self.now() + SignedDuration::from_hours(EMERGENCY_HOURS),
            "version" => 1_i64, "sealed" => sealed,
        };
        let mut transaction = self.desk.database.writer().await?;
        transaction
            .execute(
                "INSERT INTO emergency_access (register, id, subject, account, granted_at, expires_at, version, sealed) \
                 VALUES (:register, :id, :subject, :account, :granted_at, :expires_at, :version, :sealed)",
                &row,
            )
            .await?;
        let details = json!({ "what": "emergency-opened" });
        let record = self.record(
            crate::access::Action::Write,
            Basis::Emergency,
            Outcome::Allowed,
            vec![subject],
            details,
        );
        self.write_entry(&mut transaction, &record).await?;
        super::raise_epoch(&mut transaction, self.register()).await?;
        transaction.commit().await
    }
}
