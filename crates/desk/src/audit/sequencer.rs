//! Gives entries their place in the tree, in batches, and signs checkpoints.
//!
//! Entries are inserted without a place, so that writers of several nodes do not queue behind one number. One
//! sequencer at a time, held by a row lock of the register, appends what is there.

use polku_ledger::{CheckpointSigner, Frontier, Hash, StoredHash, StoredHashes, checkpoint};

use super::export::leaves_of;
use crate::{
    Desk, DeskError, EntryId, RegisterId, Result, Row,
    database::{Backend, Params, Transaction},
    params,
    register::Register,
};

const NODE: &str = "SELECT hash FROM audit_node WHERE register = :register AND position = :position";
const ADD_NODE: &str =
    "INSERT INTO audit_node (register, position, hash) VALUES (:register, :position, :hash)";
const PLACE: &str =
    "UPDATE audit_entry SET sequence = :sequence, leaf_hash = :leaf WHERE register = :register AND id = :id";
const ADD_CHECKPOINT: &str =
    "INSERT INTO audit_checkpoint (register, size, at, note) VALUES (:register, :size, :at, :note)";

/// So many entries at most in one batch: a batch holds the writer for one or two milliseconds.
const BATCH: usize = 32;

/// What a batch will write, reckoned before the writer is asked for.
struct Batch {
    /// The size of the tree that it goes on from.
    size: u64,
    /// Each entry with its leaf, in order.
    leaves: Vec<(EntryId, Hash)>,
    nodes: Vec<StoredHash>,
    /// The tree with the batch.
    frontier: Frontier,
}

/// How a batch ended.
enum Appended {
    /// So many entries have their place.
    These(usize),
    /// Another sequencer was faster.
    Overtaken,
}

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
                match self.sequence_batch(&register).await? {
                    Appended::These(number) => {
                        appended += number as u64;
                        if number < BATCH {
                            break;
                        }
                    }
                    Appended::Overtaken => {}
                }
            }
        }
        Ok(appended)
    }

    async fn sequence_batch(&self, register: &Register) -> Result<Appended> {
        let Some(batch) = self.reckon(register.id).await? else {
            return Ok(Appended::These(0));
        };
        let signer = self.checkpoint_signer(register).await?;
        let note = signer
            .sign(batch.frontier.size(), batch.frontier.root(), self.clock.now())
            .map_err(|error| DeskError::Configuration(error.to_string()))?;
        let mut transaction = self.database.writer().await?;
        if lock_and_count(&mut transaction, register.id, self.database.backend()).await? != batch.size {
            return Ok(Appended::Overtaken);
        }
        let places: Vec<Params> = (batch.size..)
            .zip(&batch.leaves)
            .map(|(sequence, (id, leaf))| {
                Ok(params! { "register" => register.id, "id" => *id, "sequence" => signed(sequence)?, "leaf" => *leaf })
            })
            .collect::<Result<_>>()?;
        transaction.execute_same(PLACE, &places).await?;
        let nodes: Vec<Params> = batch
            .nodes
            .iter()
            .map(|node| {
                Ok(params! { "register" => register.id, "position" => signed(node.index)?, "hash" => node.hash })
            })
            .collect::<Result<_>>()?;
        transaction.execute_same(ADD_NODE, &nodes).await?;
        let row = params! {
            "register" => register.id, "size" => signed(batch.frontier.size())?, "at" => self.clock.now(), "note" => note,
        };
        transaction.execute(ADD_CHECKPOINT, &row).await?;
        transaction.commit().await?;
        Ok(Appended::These(batch.leaves.len()))
    }

    /// Reads the entries that wait, and grows the tree by them in memory. An entry does not change once it is written,
    /// so nobody has to wait for the writer meanwhile.
    async fn reckon(&self, register: RegisterId) -> Result<Option<Batch>> {
        let mut snapshot = self.database.snapshot().await?;
        let waiting = waiting(&mut snapshot, register).await?;
        if waiting.is_empty() {
            return Ok(None);
        }
        let size = count(&mut snapshot, register).await?;
        let mut frontier = load_frontier(&mut snapshot, register, size).await?;
        let mut leaves = Vec::with_capacity(waiting.len());
        let mut nodes = Vec::new();
        let entries = leaves_of(&mut snapshot, register, &waiting, size).await?;
        for (id, entry) in waiting.into_iter().zip(entries) {
            let leaf = entry.leaf_hash();
            nodes.extend(frontier.append(leaf));
            leaves.push((id, leaf));
        }
        Ok(Some(Batch {
            size,
            leaves,
            nodes,
            frontier,
        }))
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
    count(transaction, register).await
}

/// How many entries have their place.
async fn count(transaction: &mut Transaction, register: RegisterId) -> Result<u64> {
    let sql = "SELECT COALESCE(MAX(sequence) + 1, 0) AS size FROM audit_entry WHERE register = :register";
    let row = transaction
        .fetch_one(sql, &params! { "register" => register })
        .await?
        .ok_or(DeskError::Hidden)?;
    u64::try_from(row.get::<i64>("size")?).map_err(|_| DeskError::Stored("size"))
}

async fn load_frontier(transaction: &mut Transaction, register: RegisterId, size: u64) -> Result<Frontier> {
    let needs = Frontier::needs(size);
    let asked: Vec<Params> = needs
        .iter()
        .map(|index| Ok(params! { "register" => register, "position" => signed(*index)? }))
        .collect::<Result<_>>()?;
    let rows = transaction.fetch_same(NODE, &asked).await?;
    let hash = |(index, rows): (u64, Vec<Row>)| {
        let row = rows.first().ok_or(DeskError::Stored("audit node"))?;
        Ok((index, row.get("hash")?))
    };
    let stored: StoredHashes = needs.into_iter().zip(rows).map(hash).collect::<Result<_>>()?;
    Frontier::load(size, &stored).map_err(|_| DeskError::Stored("the audit tree lacks a hash"))
}

async fn waiting(transaction: &mut Transaction, register: RegisterId) -> Result<Vec<EntryId>> {
    let sql =
        "SELECT id FROM audit_entry WHERE register = :register AND sequence IS NULL ORDER BY id LIMIT :limit";
    let rows = transaction
        .fetch(
            sql,
            &params! { "register" => register, "limit" => i64::try_from(BATCH).unwrap_or(i64::MAX) },
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

fn signed(number: u64) -> Result<i64> {
    i64::try_from(number).map_err(|_| DeskError::Stored("size"))
}
