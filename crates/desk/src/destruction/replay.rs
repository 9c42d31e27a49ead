//! Destroying again what a restored database still holds of those who have a tombstone.

use serde_json::json;

use super::{Chosen, Destroyed, Tombstone, WhatLies, people::Going};
use crate::{
    Desk, EntryId, RegisterId, Result, SubjectId,
    access::{Action, Basis, Purpose},
    audit::{
        Outcome,
        entry::{self, Record},
    },
    database::Transaction,
    params,
};

/// What came of a replay.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Replayed {
    /// How many tombstones there are.
    pub tombstones: usize,
    /// How many people the database still held, who are destroyed again.
    pub people: usize,
    /// How many rows went.
    pub rows: u64,
    /// How many files of documents went.
    pub documents: usize,
}

impl Replayed {
    /// Whether the database held nothing of anybody who was destroyed.
    #[must_use]
    pub const fn is_clean(&self) -> bool {
        self.people == 0 && self.rows == 0 && self.documents == 0
    }

    fn take(&mut self, destroyed: &Destroyed) {
        self.people += destroyed.people;
        self.rows += destroyed.total();
        self.documents += destroyed.documents;
    }
}

const STILL_THERE: &str = "SELECT 1 AS one FROM subject WHERE register = :register AND id = :subject";

impl Desk {
    /// Destroys again what the database still holds of those who have a tombstone: after a restore, and what a power cut
    /// left of a destruction. It goes by the tombstones alone, whatever hold or right the older database knows. Each person
    /// is a transaction with its entry in the log, so that it can be broken off and called again.
    ///
    /// Opening the desk does it already; whoever restores calls it for the numbers.
    ///
    /// # Errors
    /// When the database, the store or the key ring fails: then the desk does not open.
    pub async fn replay_tombstones(&self) -> Result<Replayed> {
        let stones = self.ring.tombstones()?;
        let mut replayed = Replayed {
            tombstones: stones.len(),
            ..Replayed::default()
        };
        for stone in &stones {
            match &stone.what {
                WhatLies::Person => self.bury_again(stone, &mut replayed).await?,
                WhatLies::Records(_) => {}
            }
        }
        for stone in &stones {
            if let WhatLies::Records(tables) = &stone.what {
                let chosen: Vec<Chosen> = tables
                    .iter()
                    .map(|(table, ids)| Chosen {
                        owner: stone.subject,
                        table: table.clone(),
                        ids: ids.clone(),
                    })
                    .collect();
                self.destroy_records_again(stone, &chosen, &mut replayed).await?;
            }
        }
        if !replayed.is_clean() {
            tracing::warn!(
                people = replayed.people,
                rows = replayed.rows,
                "what was destroyed earlier was there again; it is destroyed"
            );
            self.scrub().await?;
        }
        Ok(replayed)
    }

    async fn bury_again(&self, stone: &Tombstone, replayed: &mut Replayed) -> Result<()> {
        let whose = params! { "register" => stone.register, "subject" => stone.subject };
        if self.database.read(STILL_THERE, &whose).await?.is_empty() {
            return Ok(());
        }
        let transaction = self.database.writer().await?;
        let mut going = Going::begin(self, transaction, stone.register, vec![stone.subject]).await?;
        self.note_replay(&mut going.transaction, stone, vec![stone.subject])
            .await?;
        going.remove_content().await?;
        replayed.take(&going.commit().await?);
        Ok(())
    }

    async fn destroy_records_again(
        &self,
        stone: &Tombstone,
        chosen: &[Chosen],
        replayed: &mut Replayed,
    ) -> Result<()> {
        if self.ring.is_buried(stone.register, stone.subject) {
            return Ok(());
        }
        let mut transaction = self.database.writer().await?;
        let (destroyed, content) = self
            .delete_records(&mut transaction, stone.register, chosen)
            .await?;
        if destroyed.total() == 0 {
            return Ok(());
        }
        self.note_replay(&mut transaction, stone, vec![stone.subject])
            .await?;
        self.remove_content(&content).await?;
        transaction.commit().await?;
        replayed.take(&destroyed);
        Ok(())
    }

    async fn note_replay(
        &self,
        transaction: &mut Transaction,
        stone: &Tombstone,
        subjects: Vec<SubjectId>,
    ) -> Result<()> {
        let record = replay_record(self, stone.register, subjects, stone);
        entry::write(
            transaction,
            &self.ring,
            &*self.entropy,
            EntryId(self.new_id()),
            &record,
        )
        .await
    }
}

fn replay_record(desk: &Desk, register: RegisterId, subjects: Vec<SubjectId>, stone: &Tombstone) -> Record {
    Record {
        register,
        at: desk.clock.now(),
        actor: "system:destruction".to_owned(),
        action: Action::Destroy,
        purpose: Purpose::Records,
        basis: Basis::Upkeep,
        outcome: Outcome::Allowed,
        subjects,
        details: json!({ "what": "destroyed-again", "decision": stone.decision }),
    }
}
