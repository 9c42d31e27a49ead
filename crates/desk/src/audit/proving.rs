//! Proof that the log holds a look, and always has: the leaf, its way to the root of the register's tree, and the root's
//! signature (RFC 6962, section 2.1.1).
//!
//! `docs/verify_look.py` checks such a file without the product.

use polku_ledger::{InclusionProof, InclusionProofDocument, StoredHashes, TreeError};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Look, export::leaf_of};
use crate::{
    DeskError, EntryId, Granted, Looking, RegisterId, Result, Subject, Visit, database::Transaction, params,
};

/// The only form of file so far.
pub const LOOKS_FORMAT: &str = "polku-looks/1";

crate::statements! {
    /// The latest checkpoint.
    shared SIGNED = "SELECT size, note FROM audit_checkpoint WHERE register = :register ORDER BY size DESC LIMIT 1";
    /// A hash of the tree.
    shared NODE = "SELECT hash FROM audit_node WHERE register = :register AND position = :position";
}

/// Looks with the proof of each: what a person keeps and checks elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProvenLooks {
    /// [`LOOKS_FORMAT`].
    pub format: String,
    /// The key of the register's log, in the standard text `name+hash+base64`. It comes with the file so that the file can
    /// be read by itself; whoever doubts the controller asks for the key by another way and compares.
    pub key: String,
    /// The looks, the latest first: each with `leaf`, `index`, `size`, `hashes` and the signed `checkpoint`.
    #[schemars(with = "Vec<serde_json::Value>")]
    pub looks: Vec<InclusionProofDocument>,
}

/// A signed state of the tree.
struct Signed {
    size: u64,
    note: String,
}

impl<S: Subject, O: Looking> Granted<'_, S, O> {
    /// The looks of [`looks`](Self::looks) with their proofs. Those that have no place in the tree yet are left out: they
    /// get one within moments.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the grant does not include the access log.
    pub async fn proven_looks(&self, before: Option<EntryId>, limit: usize) -> Result<ProvenLooks> {
        let looks = self.looks(before, limit).await?;
        self.visit().prove(&looks).await
    }

    /// One look with its proof.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is no such look at this person, or it has no place in the tree yet.
    pub async fn proven_look(&self, entry: EntryId) -> Result<ProvenLooks> {
        // The page that begins with the entry: ids are read in their order, and this one is just below its successor.
        let after = EntryId(uuid::Uuid::from_u128(entry.0.as_u128().saturating_add(1)));
        let found = self.looks(Some(after), 1).await?;
        let proven = self.visit().prove(&found).await?;
        if found.iter().any(|look| look.entry == entry) && !proven.looks.is_empty() {
            Ok(proven)
        } else {
            Err(DeskError::Hidden)
        }
    }
}

impl Visit {
    async fn prove(&self, looks: &[Look]) -> Result<ProvenLooks> {
        let register = self.desk.registers.get(self.register())?;
        let key = self.desk.checkpoint_signer(&register).await?.verifier_key();
        let mut proven = ProvenLooks {
            format: LOOKS_FORMAT.to_owned(),
            key,
            looks: Vec::new(),
        };
        // Entries, hashes and checkpoints only ever come to be: a look of the visit's snapshot is in any later one.
        let mut snapshot = self.desk.database.snapshot().await?;
        let Some(signed) = signed(&mut snapshot, register.id).await? else {
            return Ok(proven);
        };
        for look in looks {
            let place = look.place.and_then(|place| u64::try_from(place).ok());
            if let Some(place) = place.filter(|place| *place < signed.size) {
                let document = document(&mut snapshot, register.id, look.entry, place, &signed).await?;
                proven.looks.push(document);
            }
        }
        Ok(proven)
    }
}

async fn signed(snapshot: &mut Transaction, register: RegisterId) -> Result<Option<Signed>> {
    let row = snapshot
        .fetch_one(SIGNED.sql, &params! { "register" => register })
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Signed {
        size: u64::try_from(row.get::<i64>("size")?).map_err(|_| DeskError::Stored("size"))?,
        note: row.get("note")?,
    }))
}

async fn document(
    snapshot: &mut Transaction,
    register: RegisterId,
    entry: EntryId,
    place: u64,
    signed: &Signed,
) -> Result<InclusionProofDocument> {
    let broken = |_: TreeError| DeskError::Stored("the audit tree lacks a hash");
    let needs = InclusionProof::needs(place, signed.size).map_err(broken)?;
    let mut asked = Vec::with_capacity(needs.len());
    for position in &needs {
        let position = i64::try_from(*position).map_err(|_| DeskError::Stored("position"))?;
        asked.push(params! { "register" => register, "position" => position });
    }
    let mut hashes = Vec::with_capacity(needs.len());
    for (position, rows) in needs.iter().zip(snapshot.fetch_same(NODE.sql, &asked).await?) {
        let row = rows.first().ok_or(DeskError::Stored("audit node"))?;
        hashes.push((*position, row.get("hash")?));
    }
    let stored: StoredHashes = hashes.into_iter().collect();
    let proof = InclusionProof::make(place, signed.size, &stored).map_err(broken)?;
    let leaf = leaf_of(snapshot, register, entry, place).await?;
    Ok(InclusionProofDocument::new(&leaf, &proof, signed.note.clone()))
}
