//! The ring of wrapped keys, in a file of its own.

use std::{collections::HashMap, path::Path, sync::RwLock};

use sqlx::{
    AssertSqlSafe, Row as _,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{Key, RootKey};
use crate::{DeskError, Entropy, RegisterId, Result, SubjectId};

/// As many keys at most are written by one statement.
const TOGETHER: usize = 50;

/// Wrapped keys of people, of audit years, and of the installation.
///
/// The wrapped keys of people are held in memory, 73 bytes each, and unwrapped at each use.
#[derive(Debug)]
pub struct KeyRing {
    pub(super) root: RootKey,
    pub(super) pool: sqlx::SqlitePool,
    pub(super) wrapped: RwLock<HashMap<Vec<u8>, Vec<u8>>>,
}

/// Whose key it is, as bytes: also the place that the wrapping is bound to.
pub(super) fn owner(kind: u8, register: RegisterId, rest: &[u8]) -> Vec<u8> {
    let mut owner = Vec::with_capacity(9 + rest.len());
    owner.push(kind);
    owner.extend_from_slice(&register.0.to_be_bytes());
    owner.extend_from_slice(rest);
    owner
}

pub(super) fn of_subject(register: RegisterId, subject: SubjectId) -> Vec<u8> {
    owner(b's', register, subject.0.as_bytes())
}

pub(super) fn of_installation(purpose: &str) -> Vec<u8> {
    owner(b'i', RegisterId(0), purpose.as_bytes())
}

impl KeyRing {
    /// Opens the ring's file, or begins one.
    ///
    /// # Errors
    /// When the file cannot be opened, or holds keys of another root key.
    pub async fn open(path: &Path, root: RootKey) -> Result<Self> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .pragma("secure_delete", "on")
            // Rewriting the ring must not leave another copy of it in a temporary file.
            .pragma("temp_store", "memory");
        let pool = SqlitePoolOptions::new()
            .max_connections(1)
            .connect_with(options)
            .await?;
        sqlx::query("CREATE TABLE IF NOT EXISTS wrapped_key (owner BLOB PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID")
            .execute(&pool)
            .await?;
        let rows = sqlx::query("SELECT owner, wrapped FROM wrapped_key")
            .fetch_all(&pool)
            .await?;
        let wrapped: HashMap<Vec<u8>, Vec<u8>> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
        let ring = Self {
            root,
            pool,
            wrapped: RwLock::new(wrapped),
        };
        ring.prove_root()?;
        ring.forget_the_buried().await?;
        Ok(ring)
    }

    /// A ring of another root key must be refused at start, not at the first look.
    fn prove_root(&self) -> Result<()> {
        let wrapped = self.wrapped.read().expect("key ring");
        match wrapped.iter().next() {
            Some((owner, wrapped)) => {
                self.root.key().open(owner, wrapped).map(drop).map_err(|_| {
                    DeskError::Configuration("the key ring was made with another root key".into())
                })
            }
            None => Ok(()),
        }
    }

    pub(super) fn get(&self, owner: &[u8]) -> Result<Option<Key>> {
        let wrapped = self.wrapped.read().expect("key ring");
        let Some(wrapped) = wrapped.get(owner) else {
            return Ok(None);
        };
        let plain = zeroize::Zeroizing::new(self.root.key().open(owner, wrapped)?);
        let bytes = plain
            .as_slice()
            .try_into()
            .map_err(|_| DeskError::Seal("key of wrong length"))?;
        Ok(Some(Key::from_bytes(bytes)))
    }

    async fn put(&self, keys: Vec<(Vec<u8>, Vec<u8>)>) -> Result<()> {
        let mut transaction = self.pool.begin().await?;
        for some in keys.chunks(TOGETHER) {
            let rows = vec!["(?, ?)"; some.len()].join(", ");
            let sql = format!("INSERT INTO wrapped_key (owner, wrapped) VALUES {rows}");
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for (owner, wrapped) in some {
                query = query.bind(owner).bind(wrapped);
            }
            query.execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
        self.wrapped.write().expect("key ring").extend(keys);
        Ok(())
    }

    /// Puts a value in the place of what was there.
    pub(super) async fn replace(&self, owner: Vec<u8>, sealed: Vec<u8>) -> Result<()> {
        let sql = "INSERT INTO wrapped_key (owner, wrapped) VALUES (?, ?) \
                   ON CONFLICT (owner) DO UPDATE SET wrapped = excluded.wrapped";
        sqlx::query(sql)
            .bind(&owner)
            .bind(&sealed)
            .execute(&self.pool)
            .await?;
        self.wrapped.write().expect("key ring").insert(owner, sealed);
        Ok(())
    }

    /// What is at a place, still sealed.
    pub(super) fn sealed(&self, owner: &[u8]) -> Option<Vec<u8>> {
        self.wrapped.read().expect("key ring").get(owner).cloned()
    }

    /// The places of one kind.
    pub(super) fn owners_of(&self, kind: u8) -> Vec<Vec<u8>> {
        let wrapped = self.wrapped.read().expect("key ring");
        wrapped
            .keys()
            .filter(|owner| owner.first() == Some(&kind))
            .cloned()
            .collect()
    }

    /// Makes keys for new people, as far as they have none. They are durable in the ring before anything is sealed with
    /// them.
    ///
    /// # Errors
    /// When the ring cannot be written; [`DeskError::Seal`] for somebody who was destroyed.
    pub async fn create_subjects(
        &self,
        register: RegisterId,
        subjects: &[SubjectId],
        entropy: &dyn Entropy,
    ) -> Result<()> {
        if subjects.iter().any(|subject| self.is_buried(register, *subject)) {
            return Err(DeskError::Seal("destroyed"));
        }
        let owners: Vec<Vec<u8>> = {
            let wrapped = self.wrapped.read().expect("key ring");
            let owners = subjects.iter().map(|subject| of_subject(register, *subject));
            owners.filter(|owner| !wrapped.contains_key(owner)).collect()
        };
        if owners.is_empty() {
            return Ok(());
        }
        let keys = owners.into_iter().map(|owner| {
            let key = Key::generate(entropy);
            let wrapped = self.root.key().seal(&owner, key.bytes(), entropy);
            (owner, wrapped)
        });
        self.put(keys.collect()).await
    }

    /// Takes the keys of people away: what was sealed with them stays closed for good.
    ///
    /// # Errors
    /// When the ring cannot be written.
    pub async fn forget_subjects(&self, register: RegisterId, subjects: &[SubjectId]) -> Result<()> {
        let owners: Vec<Vec<u8>> = subjects
            .iter()
            .map(|subject| of_subject(register, *subject))
            .collect();
        let mut transaction = self.pool.begin().await?;
        for owner in &owners {
            sqlx::query("DELETE FROM wrapped_key WHERE owner = ?")
                .bind(owner)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
        let mut wrapped = self.wrapped.write().expect("key ring");
        for owner in &owners {
            wrapped.remove(owner);
        }
        Ok(())
    }

    /// Reads the ring's file again when it lacks any of these people: another process of this node, such as an import
    /// from the command line, may have taken them in.
    ///
    /// # Errors
    /// When the ring cannot be read.
    pub async fn look_again_for(
        &self,
        register: RegisterId,
        subjects: impl Iterator<Item = SubjectId>,
    ) -> Result<()> {
        let lacks_any = {
            let wrapped = self.wrapped.read().expect("key ring");
            let mut owners = subjects.map(|subject| of_subject(register, subject));
            owners.any(|owner| !wrapped.contains_key(&owner))
        };
        if lacks_any {
            let rows = sqlx::query("SELECT owner, wrapped FROM wrapped_key")
                .fetch_all(&self.pool)
                .await?;
            let all: HashMap<Vec<u8>, Vec<u8>> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
            *self.wrapped.write().expect("key ring") = all;
            self.hide_the_buried();
        }
        Ok(())
    }

    /// Whether a person has a key.
    pub(crate) fn knows(&self, register: RegisterId, subject: SubjectId) -> bool {
        let wrapped = self.wrapped.read().expect("key ring");
        wrapped.contains_key(&of_subject(register, subject))
    }

    /// A person's key.
    ///
    /// # Errors
    /// [`DeskError::Seal`] when there is none: erased, or a foreign ring.
    pub fn subject(&self, register: RegisterId, subject: SubjectId) -> Result<Key> {
        self.get(&of_subject(register, subject))?
            .ok_or(DeskError::Seal("no key"))
    }

    /// The key of a register's audit year, made when the year begins.
    ///
    /// # Errors
    /// When the ring cannot be read or written.
    pub async fn audit_year(&self, register: RegisterId, year: i16, entropy: &dyn Entropy) -> Result<Key> {
        self.get_or_create(owner(b'a', register, &year.to_be_bytes()), entropy)
            .await
    }

    /// The key of a register's audit year when it exists: for reading the log.
    ///
    /// # Errors
    /// When the ring cannot be read.
    pub fn known_audit_year(&self, register: RegisterId, year: i16) -> Result<Option<Key>> {
        self.get(&owner(b'a', register, &year.to_be_bytes()))
    }

    /// A key of the installation, by its use.
    ///
    /// # Errors
    /// When the ring cannot be read or written.
    pub async fn installation(&self, purpose: &str, entropy: &dyn Entropy) -> Result<Key> {
        self.get_or_create(of_installation(purpose), entropy).await
    }

    async fn get_or_create(&self, owner: Vec<u8>, entropy: &dyn Entropy) -> Result<Key> {
        if let Some(key) = self.get(&owner)? {
            return Ok(key);
        }
        let key = Key::generate(entropy);
        let wrapped = self.root.key().seal(&owner, key.bytes(), entropy);
        match self.put(vec![(owner.clone(), wrapped)]).await {
            Ok(()) => Ok(key),
            // Another task was first, or another process of this node: its key is the one.
            Err(DeskError::Database(error)) => {
                self.read_again(&owner).await?.ok_or(DeskError::Database(error))
            }
            Err(other) => Err(other),
        }
    }

    /// The key at a place as the ring's file has it.
    async fn read_again(&self, owner: &[u8]) -> Result<Option<Key>> {
        let row = sqlx::query("SELECT wrapped FROM wrapped_key WHERE owner = ?")
            .bind(owner.to_vec())
            .fetch_optional(&self.pool)
            .await?;
        if let Some(row) = row {
            let mut wrapped = self.wrapped.write().expect("key ring");
            wrapped.insert(owner.to_vec(), row.get(0));
        }
        self.get(owner)
    }
}
