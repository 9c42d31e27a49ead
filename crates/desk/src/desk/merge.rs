//! Two records that are one person: joined so that nothing is lost, and parted again.
//!
//! A merge moves no row. The absorbed record points to the one that stays, whose grants then cover both; parting them
//! takes the pointer away.

use serde_json::json;

use super::{Client, Subject, SubjectKind, Visit, facts, raise_epoch};
use crate::{
    DeskError, Result, SubjectId,
    access::{Action, Decision, Denial, Resource, decide},
    audit::Outcome,
    database::Transaction,
    lookup, params,
};

/// What came of joining or parting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// The record that stays.
    pub kept: SubjectId,
    /// The record that turned out to be the same person.
    pub absorbed: SubjectId,
}

impl Visit {
    /// Joins two clients' records.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when either is not there for this visitor, [`DeskError::Refused`] when they are one.
    pub async fn merge(&self, pair: Merged) -> Result<()> {
        if pair.kept == pair.absorbed {
            return Err(DeskError::Refused("merge-same"));
        }
        let mut transaction = self.desk.database.writer().await?;
        for subject in [pair.kept, pair.absorbed] {
            if self.mergeable(&mut transaction, subject).await?.is_some() {
                // What was already merged away is merged through the record that stays.
                return Err(DeskError::Conflict);
            }
        }
        self.settle_suspicion(&mut transaction, pair, "merged").await?;
        self.point(&mut transaction, pair.absorbed, Some(pair.kept))
            .await?;
        self.finish_merge(transaction, pair, "merged").await?;
        self.desk.lookup.remove(self.register(), pair.absorbed);
        Ok(())
    }

    /// Parts a record from the one that absorbed it.
    ///
    /// # Errors
    /// [`DeskError::Conflict`] when they are not joined.
    pub async fn unmerge(&self, absorbed: SubjectId) -> Result<Merged> {
        let mut transaction = self.desk.database.writer().await?;
        let kept = self
            .mergeable(&mut transaction, absorbed)
            .await?
            .ok_or(DeskError::Conflict)?;
        self.point(&mut transaction, absorbed, None).await?;
        let pair = Merged { kept, absorbed };
        self.settle_suspicion(&mut transaction, pair, "different").await?;
        self.finish_merge(transaction, pair, "unmerged").await?;
        self.desk
            .lookup
            .reload(&self.desk, self.register(), absorbed)
            .await?;
        Ok(pair)
    }

    /// Whether the visitor may merge this person; answers what the record was merged into.
    async fn mergeable(
        &self,
        transaction: &mut Transaction,
        subject: SubjectId,
    ) -> Result<Option<SubjectId>> {
        let ask = self.ask(Action::Merge, vec![Resource::Duplicates]);
        let known = facts::of(transaction, self.register(), self.account(), subject, &ask).await?;
        let known = known.filter(|known| known.kind == <Client as Subject>::KIND.name());
        debug_assert_eq!(<Client as Subject>::KIND, SubjectKind::Client);
        let decision = known.as_ref().map_or(Decision::Denied(Denial::Missing), |known| {
            decide(&ask, &known.facts)
        });
        if let Decision::Denied(denial) = decision {
            self.note_denial(Action::Merge, known.iter().map(|_| subject).collect(), denial);
            return Err(DeskError::Hidden);
        }
        Ok(known.and_then(|known| known.merged_into))
    }

    async fn point(
        &self,
        transaction: &mut Transaction,
        absorbed: SubjectId,
        into: Option<SubjectId>,
    ) -> Result<()> {
        let row = params! { "register" => self.register(), "subject" => absorbed, "into" => into };
        transaction
            .execute(
                "UPDATE subject SET merged_into = :into WHERE register = :register AND id = :subject",
                &row,
            )
            .await
            .map(drop)
    }

    /// What was suspected of the two is decided, also where a record that either absorbed earlier was suspected. Asked
    /// while they are two.
    async fn settle_suspicion(&self, transaction: &mut Transaction, pair: Merged, state: &str) -> Result<()> {
        let row = params! {
            "register" => self.register(), "kept" => pair.kept, "absorbed" => pair.absorbed, "state" => state,
            "now" => self.now(), "account" => self.account(),
        };
        transaction
            .execute(
                "WITH RECURSIVE one (id) AS (SELECT a.id FROM subject a WHERE a.register = :register AND a.id = :kept \
                 UNION SELECT b.id FROM one o JOIN subject b ON b.register = :register AND b.merged_into = o.id), \
                 two (id) AS (SELECT a.id FROM subject a WHERE a.register = :register AND a.id = :absorbed \
                 UNION SELECT b.id FROM two t JOIN subject b ON b.register = :register AND b.merged_into = t.id) \
                 UPDATE duplicate_suspicion SET state = :state, decided_at = :now, decided_by = :account \
                 WHERE register = :register AND ((subject IN (SELECT id FROM one) AND other IN (SELECT id FROM two)) \
                 OR (subject IN (SELECT id FROM two) AND other IN (SELECT id FROM one)))",
                &row,
            )
            .await
            .map(drop)
    }

    async fn finish_merge(&self, mut transaction: Transaction, pair: Merged, what: &str) -> Result<()> {
        let subjects = vec![pair.kept, pair.absorbed];
        let record = self.record(
            Action::Merge,
            crate::access::Basis::RegisterDuty,
            Outcome::Allowed,
            subjects,
            json!({ "what": what }),
        );
        self.write_entry(&mut transaction, &record).await?;
        raise_epoch(&mut transaction, self.register()).await?;
        lookup::announce(
            &mut transaction,
            &self.desk,
            self.register(),
            Some(pair.absorbed),
            None,
        )
        .await?;
        transaction.commit().await
    }
}
