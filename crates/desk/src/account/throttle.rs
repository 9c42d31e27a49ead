//! Slowing down guesses without locking out the worker who is guessed at.
//!
//! Failures count against the pair of account and origin, against the origin, and against the account. A browser that
//! the worker has signed in with before is an origin of its own: what others do to the account or from the same
//! network does not slow it. Only marks are stored, keyed hashes from which neither a name nor an address can be read.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};

use super::{device::KnownDevice, secret};
use crate::{
    Desk, DeskError, Result,
    database::{Row, Transaction},
    params,
};

/// How long failures count against a pair of account and origin.
const PAIR_WINDOW: SignedDuration = SignedDuration::from_hours(24);
/// How long failures count against an origin and against an account.
const WIDE_WINDOW: SignedDuration = SignedDuration::from_hours(1);

/// How many failures are free, and how long the wait grows.
#[derive(Debug, Clone, Copy)]
struct Limit {
    free: i64,
    longest: SignedDuration,
}

const PAIR: Limit = Limit {
    free: 5,
    longest: SignedDuration::from_mins(15),
};
/// A whole municipality may come from one address, so that this is generous.
const SOURCE: Limit = Limit {
    free: 50,
    longest: SignedDuration::from_mins(5),
};
const ACCOUNT: Limit = Limit {
    free: 20,
    longest: SignedDuration::from_mins(5),
};

/// From where an attempt comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A browser in which this account has signed in before.
    KnownDevice,
    /// Anything else, known by its network address.
    Address,
}

/// The failures that count against an attempt, with the last moment of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Failures {
    /// Of this account from this origin.
    pub pair: (i64, Option<Timestamp>),
    /// From this origin, of any account.
    pub source: (i64, Option<Timestamp>),
    /// Of this account, from anywhere.
    pub account: (i64, Option<Timestamp>),
}

/// How long an attempt must wait still; zero when it may be made.
#[must_use]
pub fn wait_after(failures: &Failures, origin: Origin, now: Timestamp) -> SignedDuration {
    let pair = remaining(PAIR, failures.pair, now);
    match origin {
        Origin::KnownDevice => pair,
        Origin::Address => {
            let source = remaining(SOURCE, failures.source, now);
            pair.max(source).max(remaining(ACCOUNT, failures.account, now))
        }
    }
}

/// One second after the free failures, then doubling.
fn remaining(limit: Limit, (failures, last): (i64, Option<Timestamp>), now: Timestamp) -> SignedDuration {
    let Some(last) = last.filter(|_| failures >= limit.free) else {
        return SignedDuration::ZERO;
    };
    let doublings = u32::try_from(failures - limit.free).unwrap_or(u32::MAX).min(20);
    let wait = SignedDuration::from_secs(1 << doublings).min(limit.longest);
    // A clock that went backwards must not make anyone wait longer than the limit.
    (wait - now.duration_since(last)).clamp(SignedDuration::ZERO, wait)
}

/// An attempt that may go on, counted as a failure until it succeeds: so simultaneous guesses count too.
#[derive(Debug)]
pub(crate) struct Admitted {
    account_mark: [u8; 32],
    source_mark: [u8; 32],
}

/// Whether an attempt may go on.
#[derive(Debug)]
pub(crate) enum Admission {
    /// It may.
    Admitted(Admitted),
    /// It may after so many seconds.
    Wait(u32),
}

const COUNT: &str = "SELECT \
    COUNT(CASE WHEN account_mark = :account AND source_mark = :source THEN 1 END) AS pair, \
    MAX(CASE WHEN account_mark = :account AND source_mark = :source THEN failed_at END) AS pair_last, \
    COUNT(CASE WHEN source_mark = :source AND failed_at > :wide THEN 1 END) AS source, \
    MAX(CASE WHEN source_mark = :source THEN failed_at END) AS source_last, \
    COUNT(CASE WHEN account_mark = :account AND failed_at > :wide THEN 1 END) AS account, \
    MAX(CASE WHEN account_mark = :account THEN failed_at END) AS account_last \
    FROM sign_in_failure WHERE failed_at > :since AND (account_mark = :account OR source_mark = :source)";

const INSERT: &str = "INSERT INTO sign_in_failure (id, account_mark, source_mark, failed_at) \
    VALUES (:id, :account, :source, :now)";

impl Desk {
    /// Lets an attempt on an account through, or says how long to wait. `account` is whatever was typed, whether or not
    /// there is such an account.
    pub(crate) async fn admit_attempt(
        &self,
        account: &str,
        source: IpAddr,
        device: Option<&KnownDevice>,
    ) -> Result<Admission> {
        let key = self.ring.installation("throttle", &*self.entropy).await?;
        let (origin, source) = match device {
            Some(device) => (
                Origin::KnownDevice,
                secret::keyed_hash(&key, &[b"device", device.id()]),
            ),
            None => (
                Origin::Address,
                secret::keyed_hash(&key, &[b"address", &network(source)]),
            ),
        };
        let marks = Admitted {
            account_mark: secret::keyed_hash(&key, &[b"account", account.as_bytes()]),
            source_mark: source,
        };
        let now = self.clock.now();
        let mut transaction = self.database.writer().await?;
        let asked = params! {
            "account" => marks.account_mark, "source" => marks.source_mark, "since" => now - PAIR_WINDOW,
            "wide" => now - WIDE_WINDOW, "now" => now, "id" => self.new_id(),
        };
        let row = transaction
            .fetch_one(COUNT, &asked)
            .await?
            .ok_or(DeskError::Stored("failures"))?;
        let wait = wait_after(&failures(&row)?, origin, now);
        if wait > SignedDuration::ZERO {
            // Rounded up: whoever waits as long as told may try.
            return Ok(Admission::Wait(
                u32::try_from((wait.as_millis() + 999) / 1000).unwrap_or(u32::MAX),
            ));
        }
        transaction.execute(INSERT, &asked).await?;
        transaction
            .execute("DELETE FROM sign_in_failure WHERE failed_at <= :since", &asked)
            .await?;
        transaction.commit().await?;
        Ok(Admission::Admitted(marks))
    }

    /// Counts a link that opens nothing against the network that it came from; after a few, says how many seconds the
    /// next one must wait.
    pub(crate) async fn count_wrong_link(&self, source: IpAddr) -> Result<Option<u32>> {
        let key = self.ring.installation("throttle", &*self.entropy).await?;
        let mark = secret::keyed_hash(&key, &[b"link", &network(source)]);
        let now = self.clock.now();
        let asked = params! {
            "account" => mark, "source" => mark, "since" => now - PAIR_WINDOW, "wide" => now - WIDE_WINDOW,
            "now" => now, "id" => self.new_id(),
        };
        let mut transaction = self.database.writer().await?;
        let row = transaction
            .fetch_one(COUNT, &asked)
            .await?
            .ok_or(DeskError::Stored("failures"))?;
        // A link is followed by people who copy it by hand: the network's limit counts, not the account's.
        let wait = remaining(SOURCE, failures(&row)?.source, now);
        if wait > SignedDuration::ZERO {
            return Ok(Some(
                u32::try_from((wait.as_millis() + 999) / 1000).unwrap_or(u32::MAX),
            ));
        }
        transaction.execute(INSERT, &asked).await?;
        transaction.commit().await?;
        Ok(None)
    }

    /// The attempt succeeded: what was counted against the pair is forgotten.
    pub(crate) async fn forgive(&self, transaction: &mut Transaction, attempt: &Admitted) -> Result<()> {
        let sql = "DELETE FROM sign_in_failure WHERE account_mark = :account AND source_mark = :source";
        let pair = params! { "account" => attempt.account_mark, "source" => attempt.source_mark };
        transaction.execute(sql, &pair).await.map(drop)
    }
}

fn failures(row: &Row) -> Result<Failures> {
    Ok(Failures {
        pair: (row.get("pair")?, row.get("pair_last")?),
        source: (row.get("source")?, row.get("source_last")?),
        account: (row.get("account")?, row.get("account_last")?),
    })
}

/// One household or office holds a whole /64 of IPv6 addresses.
pub(super) fn network(address: IpAddr) -> Vec<u8> {
    match address.to_canonical() {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets()[..8].to_vec(),
    }
}
