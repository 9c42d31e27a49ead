//! A write that is sent twice happens once.
//!
//! A program names a write by a key of its own (the header `Idempotency-Key`). The first commit of that request keeps
//! the key and the answer in the very transaction of the change, so that neither is ever there without the other; a
//! repeat is answered from there and changes nothing. What is kept says nothing of anybody: hashes under a key of the
//! installation, a status, and an address made of ids.

use std::sync::MutexGuard;

use jiff::SignedDuration;

use super::Visit;
use crate::{DeskError, Result, account::keyed_hash, database::Transaction, params};

/// For how long a repeat is recognised. Programs try again within minutes; an outage lasts days at most.
pub(crate) const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What was answered to the same request the first time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierAnswer {
    /// The status of HTTP.
    pub status: u16,
    /// Where that which it made is found.
    pub location: Option<String>,
    /// The version of that which it made.
    pub version: Option<i64>,
}

/// The request of a visit, when its sender may repeat it, with the answer that it will get.
#[derive(Debug)]
pub(crate) struct Repeatable {
    key_hash: [u8; 32],
    request_hash: [u8; 32],
    answer: EarlierAnswer,
}

impl Visit {
    /// Names the visit's request by its sender's key. Answers what was answered to it earlier, if it was done; else
    /// the visit's commit keeps that it was answered with `status`.
    ///
    /// `request` is all that makes one request another: method, address, body.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when the key named another request.
    pub async fn once(&self, key: &str, request: &[&[u8]], status: u16) -> Result<Option<EarlierAnswer>> {
        let hashing = self
            .desk
            .ring
            .installation("idempotency", &*self.desk.entropy)
            .await?;
        let repeatable = Repeatable {
            key_hash: keyed_hash(&hashing, &[b"key", key.as_bytes()]),
            request_hash: keyed_hash(&hashing, request),
            answer: EarlierAnswer {
                status,
                location: None,
                version: None,
            },
        };
        let earlier = self.earlier(&repeatable).await?;
        *self.repeatable() = Some(repeatable);
        Ok(earlier)
    }

    /// Tells where that which the coming commit makes is found, and its version, so that a repeat is told the same.
    /// The address is the API's; call it before each commit that makes something.
    pub fn will_create(&self, location: impl Into<String>, version: i64) {
        if let Some(repeatable) = &mut *self.repeatable() {
            repeatable.answer.location = Some(location.into());
            repeatable.answer.version = Some(version);
        }
    }

    fn repeatable(&self) -> MutexGuard<'_, Option<Repeatable>> {
        self.repeatable.lock().expect("repeatable")
    }

    async fn earlier(&self, repeatable: &Repeatable) -> Result<Option<EarlierAnswer>> {
        let asked = params! {
            "register" => self.register(), "account" => self.account(), "key" => repeatable.key_hash,
            "oldest" => self.now() - KEPT,
        };
        // Not on the visit's snapshot: the handler's own begins when it looks.
        let rows = self.desk.database.read(EARLIER, &asked).await?;
        let Some(row) = rows.first() else {
            return Ok(None);
        };
        if row.get::<[u8; 32]>("request_hash")? != repeatable.request_hash {
            return Err(DeskError::Refused("idempotency-key-used"));
        }
        let status = u16::try_from(row.get::<i64>("status")?).map_err(|_| DeskError::Stored("status"))?;
        Ok(Some(EarlierAnswer {
            status,
            location: row.get("location")?,
            version: row.get("entity_version")?,
        }))
    }

    /// Keeps the answer beside the change, once.
    ///
    /// # Errors
    /// [`DeskError::Conflict`] when the same request is being done by another hand at this moment.
    pub(crate) async fn keep_answer(&self, transaction: &mut Transaction) -> Result<()> {
        let Some(Repeatable {
            key_hash,
            request_hash,
            answer,
        }) = self.repeatable().take()
        else {
            return Ok(());
        };
        let old = params! {
            "register" => self.register(), "account" => self.account(), "oldest" => self.now() - KEPT,
        };
        transaction.execute(FORGET, &old).await?;
        let row = params! {
            "register" => self.register(), "account" => self.account(), "key" => key_hash, "request" => request_hash,
            "status" => answer.status, "location" => answer.location, "version" => answer.version, "now" => self.now(),
        };
        transaction.execute(KEEP, &row).await.map(drop)
    }
}

const EARLIER: &str = "SELECT request_hash, status, location, entity_version FROM idempotency \
    WHERE register = :register AND account = :account AND key_hash = :key AND created_at >= :oldest";
const FORGET: &str =
    "DELETE FROM idempotency WHERE register = :register AND account = :account AND created_at < :oldest";
const KEEP: &str = "INSERT INTO idempotency (register, account, key_hash, request_hash, status, location, \
    entity_version, created_at) VALUES (:register, :account, :key, :request, :status, :location, :version, :now)";
