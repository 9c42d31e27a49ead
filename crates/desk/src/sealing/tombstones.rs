//! What the ring remembers of those who were destroyed: apart from the database, so that an older copy of it meets them.
//!
//! A tombstone names a register, an id, when, and by which decision, and nothing else. It is sealed with the root key, so
//! that nobody can put one there who could not take the keys as well. Tombstones are only ever added. Whoever has one has
//! no key any more, and never gets one.

use std::{collections::BTreeMap, path::Path};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sqlx::{
    Connection as _, Row as _,
    sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous},
};
use uuid::Uuid;

use super::{
    KeyRing,
    key_ring::{of_subject, owner},
};
use crate::{DeskError, Entropy, RegisterId, Result, SubjectId};

const PERSON: u8 = b't';
const RECORDS: u8 = b'r';

/// Somebody who was destroyed, or some of whose records were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tombstone {
    /// In which register.
    pub register: RegisterId,
    /// Who.
    pub subject: SubjectId,
    /// When.
    pub at: Timestamp,
    /// By which decision: an erasure or a batch of destruction.
    pub decision: Uuid,
    /// What was destroyed.
    pub what: WhatLies,
}

/// What was destroyed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhatLies {
    /// The whole person.
    Person,
    /// Some records, by their tables and ids.
    Records(BTreeMap<String, Vec<Uuid>>),
}

/// What stands in a tombstone, sealed.
#[derive(Debug, Serialize, Deserialize)]
struct Inscription {
    at: Timestamp,
    decision: Uuid,
    what: WhatLies,
}

impl KeyRing {
    /// Writes the tombstones of people and takes their keys, in one transaction: durable when this returns. Whoever has a
    /// tombstone already keeps it.
    ///
    /// # Errors
    /// When the ring cannot be written; then nothing happened.
    pub(crate) async fn bury(
        &self,
        register: RegisterId,
        subjects: &[SubjectId],
        (at, decision): (Timestamp, Uuid),
        entropy: &dyn Entropy,
    ) -> Result<()> {
        let inscription = Inscription {
            at,
            decision,
            what: WhatLies::Person,
        };
        let mut stones = Vec::with_capacity(subjects.len());
        for subject in subjects {
            let place = owner(PERSON, register, subject.0.as_bytes());
            let sealed = self
                .root
                .key()
                .seal(&place, &serde_json::to_vec(&inscription)?, entropy);
            stones.push((place, sealed));
        }
        let keys: Vec<Vec<u8>> = subjects
            .iter()
            .map(|subject| of_subject(register, *subject))
            .collect();
        let mut transaction = self.pool.begin().await?;
        for (place, sealed) in &stones {
            insert(&mut transaction, place, sealed).await?;
        }
        for key in &keys {
            sqlx::query("DELETE FROM wrapped_key WHERE owner = ?")
                .bind(key)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
        let mut wrapped = self.wrapped.write().expect("key ring");
        for (place, sealed) in stones {
            wrapped.entry(place).or_insert(sealed);
        }
        for key in &keys {
            wrapped.remove(key);
        }
        Ok(())
    }

    /// Remembers that some records of a person were destroyed by a decision; the person's key stays.
    ///
    /// # Errors
    /// When the ring cannot be written; then nothing happened.
    pub(crate) async fn bury_records(&self, stone: &Tombstone, entropy: &dyn Entropy) -> Result<()> {
        let rest = [stone.subject.0.as_bytes().as_slice(), stone.decision.as_bytes()].concat();
        let place = owner(RECORDS, stone.register, &rest);
        let inscription = Inscription {
            at: stone.at,
            decision: stone.decision,
            what: stone.what.clone(),
        };
        let sealed = self
            .root
            .key()
            .seal(&place, &serde_json::to_vec(&inscription)?, entropy);
        let mut transaction = self.pool.begin().await?;
        insert(&mut transaction, &place, &sealed).await?;
        transaction.commit().await?;
        self.wrapped
            .write()
            .expect("key ring")
            .entry(place)
            .or_insert(sealed);
        Ok(())
    }

    /// Whether somebody was destroyed.
    #[must_use]
    pub fn is_buried(&self, register: RegisterId, subject: SubjectId) -> bool {
        let place = owner(PERSON, register, subject.0.as_bytes());
        self.wrapped.read().expect("key ring").contains_key(&place)
    }

    /// All tombstones, the oldest first.
    ///
    /// # Errors
    /// [`DeskError::Seal`] when the ring was tampered with.
    pub fn tombstones(&self) -> Result<Vec<Tombstone>> {
        let mut stones = Vec::new();
        for place in [PERSON, RECORDS]
            .into_iter()
            .flat_map(|kind| self.owners_of(kind))
        {
            let Some(sealed) = self.sealed(&place) else {
                continue;
            };
            let plain = self.root.key().open(&place, &sealed)?;
            let inscription: Inscription = serde_json::from_slice(&plain)?;
            let (register, subject) = read(&place).ok_or(DeskError::Seal("a tombstone of nobody"))?;
            stones.push(Tombstone {
                register,
                subject,
                at: inscription.at,
                decision: inscription.decision,
                what: inscription.what,
            });
        }
        stones.sort_by_key(|stone| (stone.at, stone.subject));
        Ok(stones)
    }

    /// Rewrites the ring's file and cuts its log off, so that what was deleted is nowhere in them.
    ///
    /// # Errors
    /// When another process reads or writes the ring all the while; it can be tried again.
    pub(crate) async fn scrub(&self) -> Result<()> {
        sqlx::query("VACUUM").execute(&self.pool).await?;
        let cut = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
            .fetch_one(&self.pool)
            .await?;
        if cut.get::<i64, _>(0) == 0 {
            Ok(())
        } else {
            Err(DeskError::Stored(
                "the key ring is in use: its log could not be cut off",
            ))
        }
    }

    /// Closes the file, as a process that ends does: all of it is in that file then.
    pub(crate) async fn shut(&self) {
        self.pool.close().await;
    }

    /// An older copy of the ring may still have keys of those whose tombstones were carried into it: they go.
    pub(super) async fn forget_the_buried(&self) -> Result<()> {
        let keys = self.hide_the_buried();
        if keys.is_empty() {
            return Ok(());
        }
        let mut transaction = self.pool.begin().await?;
        for key in &keys {
            sqlx::query("DELETE FROM wrapped_key WHERE owner = ?")
                .bind(key)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
        self.scrub().await
    }

    /// Takes the keys of the destroyed out of what is known; answers where they were.
    pub(super) fn hide_the_buried(&self) -> Vec<Vec<u8>> {
        let stones = self.owners_of(PERSON);
        let mut wrapped = self.wrapped.write().expect("key ring");
        let keys = stones.iter().filter_map(|place| read(place));
        let keys = keys.map(|(register, subject)| of_subject(register, subject));
        keys.filter(|key| wrapped.remove(key).is_some()).collect()
    }
}

/// Carries the tombstones of one ring's file into another's of the same root key, without opening either: for putting an
/// older copy of the ring in the place of the one that is there. Answers how many were new. The keys that they name go when
/// the ring is opened.
///
/// # Errors
/// When either file is no key ring.
pub async fn carry_tombstones(from: &Path, into: &Path) -> Result<usize> {
    let mut source = connection(from).await?;
    let kinds = [PERSON, RECORDS].map(|kind| hex::encode_upper([kind]));
    let rows = sqlx::query("SELECT owner, wrapped FROM wrapped_key WHERE hex(substr(owner, 1, 1)) IN (?, ?)")
        .bind(&kinds[0])
        .bind(&kinds[1])
        .fetch_all(&mut source)
        .await?;
    source.close().await?;
    let mut target = connection(into).await?;
    let mut transaction = target.begin().await?;
    let mut carried = 0;
    for row in &rows {
        let (place, sealed): (Vec<u8>, Vec<u8>) = (row.get(0), row.get(1));
        carried += usize::from(insert(&mut transaction, &place, &sealed).await?);
    }
    transaction.commit().await?;
    target.close().await?;
    Ok(carried)
}

async fn connection(file: &Path) -> Result<SqliteConnection> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("secure_delete", "on");
    Ok(SqliteConnection::connect_with(&options).await?)
}

/// Writes a tombstone unless it is there; answers whether it was new.
async fn insert(connection: &mut SqliteConnection, place: &[u8], sealed: &[u8]) -> Result<bool> {
    let done =
        sqlx::query("INSERT INTO wrapped_key (owner, wrapped) VALUES (?, ?) ON CONFLICT (owner) DO NOTHING")
            .bind(place)
            .bind(sealed)
            .execute(connection)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// Whose tombstone stands at a place.
fn read(place: &[u8]) -> Option<(RegisterId, SubjectId)> {
    let register = place.get(1..9)?.try_into().ok()?;
    let subject: [u8; 16] = place.get(9..25)?.try_into().ok()?;
    Some((
        RegisterId(i64::from_be_bytes(register)),
        SubjectId(Uuid::from_bytes(subject)),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{SeededEntropy, sealing::RootKey};

    const REGISTER: RegisterId = RegisterId(3);

    async fn ring(folder: &Path, name: &str) -> KeyRing {
        let root = folder.join("root.key");
        if !root.exists() {
            RootKey::create(&root, &SeededEntropy::new(5)).expect("a root key");
        }
        let root = RootKey::read(&root).expect("a root key");
        KeyRing::open(&folder.join(name), root).await.expect("a ring")
    }

    fn on_disk(folder: &Path, bytes: &[u8]) -> bool {
        let files = std::fs::read_dir(folder).expect("a folder").flatten();
        let mut held = files.map(|file| std::fs::read(file.path()).unwrap_or_default());
        held.any(|held| held.windows(bytes.len()).any(|window| window == bytes))
    }

    #[tokio::test]
    async fn the_bytes_of_a_key_are_gone_from_the_rings_files_d4() {
        let folder = tempfile::tempdir().expect("a folder");
        let (one, two) = (SubjectId(Uuid::from_u128(1)), SubjectId(Uuid::from_u128(2)));
        let entropy = SeededEntropy::new(1);
        let ring = ring(folder.path(), "ring.db").await;
        ring.create_subjects(REGISTER, &[one, two], &entropy)
            .await
            .expect("keys");
        let wrapped = ring.sealed(&of_subject(REGISTER, one)).expect("a key");
        let other = ring.sealed(&of_subject(REGISTER, two)).expect("a key");
        assert!(
            on_disk(folder.path(), &wrapped),
            "the test sees what is on the disk"
        );
        let decision = (Timestamp::UNIX_EPOCH, Uuid::from_u128(9));
        ring.bury(REGISTER, &[one], decision, &entropy)
            .await
            .expect("buried");
        ring.scrub().await.expect("scrubbed");
        assert!(!on_disk(folder.path(), &wrapped));
        assert!(on_disk(folder.path(), &other), "another person's key stays");
        assert!(ring.subject(REGISTER, one).is_err() && ring.subject(REGISTER, two).is_ok());
        let again = ring.create_subjects(REGISTER, &[one], &entropy).await;
        assert!(matches!(again, Err(DeskError::Seal("destroyed"))));
    }

    #[tokio::test]
    async fn an_older_ring_meets_the_tombstones_that_are_carried_into_it_d4() {
        let folder = tempfile::tempdir().expect("a folder");
        let one = SubjectId(Uuid::from_u128(1));
        let entropy = SeededEntropy::new(1);
        let now = ring(folder.path(), "ring.db").await;
        now.create_subjects(REGISTER, &[one], &entropy)
            .await
            .expect("keys");
        let old = ring(folder.path(), "old.db").await;
        let wrapped = now.sealed(&of_subject(REGISTER, one)).expect("a key");
        old.put_as_it_was(of_subject(REGISTER, one), wrapped.clone())
            .await;
        assert!(old.subject(REGISTER, one).is_ok());
        let decision = (Timestamp::UNIX_EPOCH, Uuid::from_u128(9));
        now.bury(REGISTER, &[one], decision, &entropy)
            .await
            .expect("buried");
        now.scrub().await.expect("scrubbed");
        old.pool.close().await;
        let (from, into) = (folder.path().join("ring.db"), folder.path().join("old.db"));
        assert_eq!(carry_tombstones(&from, &into).await.expect("carried"), 1);
        assert_eq!(carry_tombstones(&from, &into).await.expect("carried"), 0);
        let old = ring(folder.path(), "old.db").await;
        assert!(old.subject(REGISTER, one).is_err());
        assert!(!on_disk(folder.path(), &wrapped));
        let stones = old.tombstones().expect("tombstones");
        assert_eq!((stones[0].subject, stones[0].decision), (one, decision.1));
        assert_eq!(stones, now.tombstones().expect("tombstones"));
    }

    impl KeyRing {
        async fn put_as_it_was(&self, place: Vec<u8>, sealed: Vec<u8>) {
            self.replace(place, sealed).await.expect("a key");
        }
    }
}
