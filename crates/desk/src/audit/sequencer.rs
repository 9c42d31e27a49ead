//! Gives entries their place in the tree, in batches, and signs checkpoints.
//!
//! Entries are inserted without a place, so that writers of several nodes do not queue behind one number. One
//! sequencer at a time, held by a row lock of the register, appends what is there.

use polku_ledger::{CheckpointSigner, Frontier, Hash, StoredHash, StoredHashes, checkpoint};

use super::export::leaf_of;
use crate::{
    Desk, DeskError, RegisterId, Result,
    database::{Backend, Transaction},
    params,
    register::Register,
};

/// So many entries at most in one batch: a batch holds the writer for less than 50 ms.
const BATCH: i64 = 500;

impl Desk {
    /// Appends waiting entries of every register to its tree, and signs a checkpoint where something was appended.
    /// Answers how many were appended.
    ///
    /// # Errors
    /// When the database or the key ring fails.
    pub async fn sequence_audit(&self) -> Result<u64> {
        let mut appended = 0;
        for register in self.registers.all() {
            loop {
                let batch = self.sequence_batch(&register).await?;
                appended += batch;
                if batch < BATCH.unsigned_abs() {
                    break;
                }
            }
        }
        Ok(appended)
    }

    async fn sequence_batch(&self, register: &Register) -> Result<u64> {
        if !self.entries_wait(register.id).await? {
            return Ok(0);
        }
        let signer = self.checkpoint_signer(register).await?;
        let mut transaction = self.database.writer().await?;
        let size = lock_and_count(&mut transaction, register.id, self.database.backend()).await?;
        let mut frontier = load_frontier(&mut transaction, register.id, size).await?;
        let waiting = waiting(&mut transaction, register.id).await?;
        if waiting.is_empty() {
            return Ok(0);
        }
        let mut nodes = Vec::new();
        for (sequence, id) in (size..).zip(&waiting) {
            let leaf = leaf_of(&mut transaction, register.id, *id, sequence)
                .await?
                .leaf_hash();
            nodes.extend(frontier.append(leaf));
            place(&mut transaction, register.id, *id, sequence, leaf).await?;
        }
        store_nodes(&mut transaction, register.id, &nodes).await?;
        let note = signer
            .sign(frontier.size(), frontier.root(), self.clock.now())
            .map_err(|error| DeskError::Configuration(error.to_string()))?;
        let row = params! {
            "register" => register.id, "size" => signed(frontier.size())?, "at" => self.clock.now(), "note" => note,
        };
        transaction
            .execute("INSERT INTO audit_checkpoint (register, size, at, note) VALUES (:register, :size, :at, :note)", &row)
            .await?;
        transaction.commit().await?;
        Ok(waiting.len() as u64)
    }

    /// The register's signing key lives in the ring.
    pub(crate) async fn checkpoint_signer(&self, register: &Register) -> Result<CheckpointSigner> {
        let seed = self
            .ring
            .installation(&format!("checkpoint/{}", register.key), &*self.entropy)
            .await?;
        CheckpointSigner::from_seed(&checkpoint::origin(&register.key), seed.bytes())
            .map_err(|error| DeskError::Configuration(error.to_string()))
    }

    async fn entries_wait(&self, register: RegisterId) -> Result<bool> {
        let sql = "SELECT 1 AS one FROM audit_entry WHERE register = :register AND sequence IS NULL LIMIT 1";
        let mut snapshot = self.database.snapshot().await?;
        Ok(snapshot
            .fetch_one(sql, &params! { "register" => register })
            .await?
            .is_some())
    }
}

/// Keeps a second sequencer out until this one commits; answers how many entries have their place.
async fn lock_and_count(
    transaction: &mut Transaction,
    register: RegisterId,
    backend: Backend,
) -> Result<u64> {
    if backend == Backend::Postgres {
        // SQLite has one writer anyway. A row lock on the register would make every other writer wait.
        let lock = params! { "register" => register };
        let sql = "SELECT CAST(pg_advisory_xact_lock(7066, CAST(:register AS INT)) AS TEXT) AS locked";
        transaction.fetch(sql, &lock).await?;
    }
    let sql = "SELECT COALESCE(MAX(sequence) + 1, 0) AS size FROM audit_entry WHERE register = :register";
    let row = transaction
        .fetch_one(sql, &params! { "register" => register })
        .await?
        .ok_or(DeskError::Hidden)?;
    u64::try_from(row.get::<i64>("size")?).map_err(|_| DeskError::Stored("size"))
}

async fn load_frontier(transaction: &mut Transaction, register: RegisterId, size: u64) -> Result<Frontier> {
    let mut stored = Vec::new();
    for index in Frontier::needs(size) {
        stored.push((index, node(transaction, register, index).await?));
    }
    let stored: StoredHashes = stored.into_iter().collect();
    Frontier::load(size, &stored).map_err(|_| DeskError::Stored("the audit tree lacks a hash"))
}

async fn node(transaction: &mut Transaction, register: RegisterId, index: u64) -> Result<Hash> {
    let asked = params! { "register" => register, "position" => signed(index)? };
    let sql = "SELECT hash FROM audit_node WHERE register = :register AND position = :position";
    transaction
        .fetch_one(sql, &asked)
        .await?
        .ok_or(DeskError::Stored("audit node"))?
        .get("hash")
}

async fn waiting(transaction: &mut Transaction, register: RegisterId) -> Result<Vec<crate::EntryId>> {
    let sql =
        "SELECT id FROM audit_entry WHERE register = :register AND sequence IS NULL ORDER BY id LIMIT :limit";
    let rows = transaction
        .fetch(sql, &params! { "register" => register, "limit" => BATCH })
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

async fn place(
    transaction: &mut Transaction,
    register: RegisterId,
    id: crate::EntryId,
    sequence: u64,
    leaf: Hash,
) -> Result<()> {
    let row = params! { "register" => register, "id" => id, "sequence" => signed(sequence)?, "leaf" => leaf };
    let sql = "UPDATE audit_entry SET sequence = :sequence, leaf_hash = :leaf WHERE register = :register AND id = :id";
    transaction.execute(sql, &row).await.map(drop)
}

async fn store_nodes(
    transaction: &mut Transaction,
    register: RegisterId,
    nodes: &[StoredHash],
) -> Result<()> {
    for node in nodes {
        let row = params! { "register" => register, "position" => signed(node.index)?, "hash" => node.hash };
        let sql = "INSERT INTO audit_node (register, position, hash) VALUES (:register, :position, :hash)";
        transaction.execute(sql, &row).await?;
    }
    Ok(())
}

fn signed(number: u64) -> Result<i64> {
    i64::try_from(number).map_err(|_| DeskError::Stored("size"))
}
