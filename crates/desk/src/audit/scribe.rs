//! Commits the entries of many reads together, so that a look costs a share of one fsync.
//!
//! The answer to a read is held until its entry is durable. In that same commit the ground is checked again: if any
//! right, relationship or restriction of the register changed since the snapshot, each decision is made anew, and a
//! ground that is gone turns the entry into a denial and the answer into nothing.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use tokio::sync::{mpsc, oneshot};

use super::{
    Outcome,
    entry::{self, Record},
};
use crate::{
    AccountId, Clock, Database, DeskError, Entropy, EntryId, RegisterId, Result, RightId, SubjectId,
    access::{Ask, Decision, Denial, decide},
    clock::new_id,
    database::Transaction,
    desk::facts,
    params,
    sealing::KeyRing,
};

/// As many answers at most wait for one commit.
const GROUP: usize = 256;

/// An entry with what is needed to check its ground again.
#[derive(Debug, Clone)]
pub(crate) struct Pending {
    pub(crate) record: Record,
    /// The decisions that it rests on, to be checked again; none behind a denial.
    pub(crate) decided: Vec<Decided>,
    /// What the entry is about: the lists of one answer share an entry.
    pub(crate) about: About,
}

impl Pending {
    /// Takes another list of the same answer into this entry.
    pub(crate) fn take_in(&mut self, other: Self) {
        let known: HashSet<SubjectId> = self.record.subjects.iter().copied().collect();
        let new = other
            .record
            .subjects
            .into_iter()
            .filter(|subject| !known.contains(subject));
        self.record.subjects.extend(new);
        if let Some(kinds) = other.record.details["data"].as_array() {
            self.name_kinds(kinds);
        }
        self.decided.extend(other.decided);
    }

    /// Names further kinds of data that were shown.
    pub(crate) fn name_kinds(&mut self, kinds: &[serde_json::Value]) {
        if let Some(named) = self.record.details["data"].as_array_mut() {
            for kind in kinds {
                if !named.contains(kind) {
                    named.push(kind.clone());
                }
            }
        }
    }
}

/// What an entry tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// People who were opened by their ids.
    Opened,
    /// People whom a list showed.
    Listed,
}

/// A decision that was made on a snapshot.
#[derive(Debug, Clone)]
pub(crate) struct Decided {
    pub(crate) epoch: i64,
    pub(crate) right: RightId,
    pub(crate) account: AccountId,
    pub(crate) ask: Ask,
    /// Each must still be open to the visitor.
    pub(crate) subjects: Vec<SubjectId>,
}

struct Request {
    pending: Vec<Pending>,
    answer: oneshot::Sender<Result<()>>,
}

/// The way to the scribe.
#[derive(Debug, Clone)]
pub(crate) struct Scribe(mpsc::Sender<Request>);

impl Scribe {
    /// Starts the scribe's task, which ends when the last handle is dropped.
    pub(crate) fn start(
        database: Database,
        ring: Arc<KeyRing>,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
    ) -> Self {
        let (sender, mut receiver) = mpsc::channel::<Request>(GROUP * 4);
        tokio::spawn(async move {
            let desk = Desk {
                database,
                ring,
                clock,
                entropy,
            };
            let mut group = Vec::with_capacity(GROUP);
            while receiver.recv_many(&mut group, GROUP).await > 0 {
                desk.commit(std::mem::take(&mut group)).await;
            }
        });
        Self(sender)
    }

    /// Waits until the entries are durable.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when a ground is gone meanwhile.
    pub(crate) async fn settle(&self, pending: Vec<Pending>) -> Result<()> {
        let (answer, settled) = oneshot::channel();
        let gone = || DeskError::Configuration("the audit log is not being written".into());
        self.0
            .send(Request { pending, answer })
            .await
            .map_err(|_| gone())?;
        settled.await.map_err(|_| gone())?
    }
}

struct Desk {
    database: Database,
    ring: Arc<KeyRing>,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
}

impl Desk {
    async fn commit(&self, group: Vec<Request>) {
        match self.write(&group).await {
            Ok(answers) => {
                for (request, answer) in group.into_iter().zip(answers) {
                    // A visitor who hung up does not wait for the answer.
                    drop(request.answer.send(answer));
                }
            }
            Err(error) => {
                tracing::error!(%error, "audit entries were not written; the answers are withheld");
                for request in group {
                    drop(request.answer.send(Err(DeskError::Configuration(
                        "the audit log could not be written".into(),
                    ))));
                }
            }
        }
    }

    async fn write(&self, group: &[Request]) -> Result<Vec<Result<()>>> {
        if self.write_unless_moved(group).await? {
            return Ok(group.iter().map(|_| Ok(())).collect());
        }
        self.write_anew(group).await
    }

    /// Writes everything as it was decided, and then looks whether any ground may have moved: mostly none has. Answers
    /// whether it is written; if not, nothing is.
    async fn write_unless_moved(&self, group: &[Request]) -> Result<bool> {
        let mut transaction = self.database.writer().await?;
        let mut seen: HashMap<RegisterId, i64> = HashMap::new();
        for pending in group.iter().flat_map(|request| &request.pending) {
            for decided in &pending.decided {
                let seen = seen.entry(pending.record.register).or_insert(decided.epoch);
                if *seen != decided.epoch {
                    return Ok(false);
                }
            }
            let id = EntryId(new_id(&*self.clock, &*self.entropy));
            entry::write(&mut transaction, &self.ring, &*self.entropy, id, &pending.record).await?;
        }
        for (register, seen) in seen {
            if epoch(&mut transaction, register).await? != seen {
                return Ok(false);
            }
        }
        transaction.commit().await?;
        Ok(true)
    }

    /// Decides again wherever a ground may have moved.
    async fn write_anew(&self, group: &[Request]) -> Result<Vec<Result<()>>> {
        let mut transaction = self.database.writer().await?;
        let mut answers = Vec::with_capacity(group.len());
        for request in group {
            let lost = self.lost_ground(&mut transaction, &request.pending).await?;
            for pending in &request.pending {
                let mut record = pending.record.clone();
                if let (Some(denial), Outcome::Allowed) = (lost, record.outcome) {
                    record.outcome = Outcome::Denied(denial);
                }
                let id = EntryId(new_id(&*self.clock, &*self.entropy));
                entry::write(&mut transaction, &self.ring, &*self.entropy, id, &record).await?;
            }
            answers.push(if lost.is_some() {
                Err(DeskError::Hidden)
            } else {
                Ok(())
            });
        }
        transaction.commit().await?;
        Ok(answers)
    }

    /// Whether any decision of an answer does not hold any more.
    async fn lost_ground(
        &self,
        transaction: &mut Transaction,
        pending: &[Pending],
    ) -> Result<Option<Denial>> {
        for pending in pending {
            for decided in &pending.decided {
                let lost = lost(transaction, pending.record.register, decided).await?;
                if lost.is_some() {
                    return Ok(lost);
                }
            }
        }
        Ok(None)
    }
}

/// Why a decision does not hold any more; none while it does.
async fn lost(
    transaction: &mut Transaction,
    register: RegisterId,
    decided: &Decided,
) -> Result<Option<Denial>> {
    // Who has no right holds something else, and whether that holds is among the facts.
    if decided.ask.role.acts_by_right() && !right_holds(transaction, decided).await? {
        return Ok(Some(Denial::NoGround));
    }
    let known = facts::of_all(
        transaction,
        register,
        decided.account,
        &decided.subjects,
        &decided.ask,
    )
    .await?;
    for subject in &decided.subjects {
        let decision = known
            .get(subject)
            .map_or(Decision::Denied(Denial::Missing), |known| {
                decide(&decided.ask, &known.facts)
            });
        if let Decision::Denied(denial) = decision {
            return Ok(Some(denial));
        }
    }
    Ok(None)
}

/// The register's epoch as this transaction sees it.
pub(crate) async fn epoch(transaction: &mut Transaction, register: RegisterId) -> Result<i64> {
    let row = transaction
        .fetch_one(
            "SELECT epoch FROM register WHERE id = :register",
            &params! { "register" => register },
        )
        .await?;
    row.ok_or(DeskError::Hidden)?.get("epoch")
}

async fn right_holds(transaction: &mut Transaction, decided: &Decided) -> Result<bool> {
    let right = params! { "id" => decided.right, "today" => decided.ask.today };
    let row = transaction
        .fetch_one(
            "SELECT 1 AS one FROM access_right r JOIN account a ON a.id = r.account WHERE r.id = :id AND a.state = 'open' \
             AND r.valid_from <= :today AND (r.valid_until IS NULL OR r.valid_until >= :today)",
            &right,
        )
        .await?;
    Ok(row.is_some())
}
