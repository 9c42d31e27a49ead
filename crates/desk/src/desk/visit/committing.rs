//! Making a write durable, together with its entry in the log.

use serde_json::json;

use super::Visit;
use crate::{
    EntryId, Result, SubjectId,
    access::{Action, Basis},
    audit::{Outcome, entry, entry::Record, scribe},
    database::Transaction,
    desk::{Identity, granted::Scope, raise_epoch},
};

impl Visit {
    /// Enters a write in the log, in the transaction of the write, and keeps the answer if the request may be repeated.
    pub(crate) async fn write_entry(&self, transaction: &mut Transaction, record: &Record) -> Result<()> {
        self.keep_answer(transaction).await?;
        entry::write(
            transaction,
            &self.desk.ring,
            &*self.desk.entropy,
            EntryId(self.new_id()),
            record,
        )
        .await
    }

    /// Enters what the visit looked at before a write with that write, so that one commit makes both durable. It does so
    /// as long as no ground moved since the look; otherwise the looks wait for [`settle`](Self::settle), which decides
    /// anew. Answers how many were entered.
    pub(super) async fn enter_looks(&self, transaction: &mut Transaction) -> Result<usize> {
        let looks = self.pending.lock().expect("pending").clone();
        if looks.is_empty() {
            return Ok(0);
        }
        let epoch = scribe::epoch(transaction, self.register()).await?;
        let mut decided = looks.iter().flat_map(|look| &look.decided);
        if decided.any(|decided| decided.epoch != epoch) {
            return Ok(0);
        }
        for look in &looks {
            let id = EntryId(self.new_id());
            entry::write(
                transaction,
                &self.desk.ring,
                &*self.desk.entropy,
                id,
                &look.record,
            )
            .await?;
        }
        Ok(looks.len())
    }

    /// The first so many looks are durable.
    pub(super) fn entered(&self, looks: usize) {
        let mut pending = self.pending.lock().expect("pending");
        let durable = pending.drain(..looks);
        self.durable.lock().expect("durable").extend(durable);
    }

    pub(crate) fn identity_changed(&self, subject: SubjectId, identity: Identity) {
        self.identities
            .lock()
            .expect("identities")
            .push((subject, identity));
    }

    /// The look-ups are to hear of it when it is committed.
    pub(crate) fn restriction_changed(&self, subject: SubjectId) {
        self.restrictions.lock().expect("restrictions").push(subject);
    }

    pub(crate) async fn commit_write(
        &self,
        mut transaction: Transaction,
        scope: &Scope,
        what: &str,
        details: serde_json::Value,
    ) -> Result<()> {
        let action = if scope.basis == Basis::Intake {
            Action::Admit
        } else {
            Action::Write
        };
        let details = json!({ "what": what, "changed": details, "data": scope.names() });
        let record = self.record(action, scope.basis, Outcome::Allowed, scope.written(), details);
        let looks = self.enter_looks(&mut transaction).await?;
        self.write_entry(&mut transaction, &record).await?;
        if action == Action::Admit {
            // Whoever takes somebody in may see them from then on.
            raise_epoch(&mut transaction, self.register()).await?;
        }
        let identities = std::mem::take(&mut *self.identities.lock().expect("identities"));
        let restrictions = std::mem::take(&mut *self.restrictions.lock().expect("restrictions"));
        for subject in identities.iter().map(|(subject, _)| subject).chain(&restrictions) {
            crate::lookup::announce(
                &mut transaction,
                &self.desk,
                self.register(),
                Some(*subject),
                None,
            )
            .await?;
        }
        transaction.commit().await?;
        self.entered(looks);
        self.written.lock().expect("written").push(scope.clone());
        for (subject, identity) in identities {
            self.desk.lookup.upsert(self.register(), subject, identity);
        }
        for subject in restrictions {
            self.desk
                .lookup
                .reload(&self.desk, self.register(), subject)
                .await?;
        }
        Ok(())
    }
}
