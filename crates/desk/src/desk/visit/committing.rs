//! Making a write durable, together with its entry in the log.

use serde_json::json;

use super::Visit;
use crate::{
    EntryId, Result, SubjectId,
    access::{Action, Basis},
    audit::{Outcome, entry, entry::Record},
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

    pub(crate) fn identity_changed(&self, subject: SubjectId, identity: Identity) {
        self.identities
            .lock()
            .expect("identities")
            .push((subject, identity));
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
        let details = json!({ "what": what, "changed": details });
        let record = self.record(action, scope.basis, Outcome::Allowed, scope.written(), details);
        self.write_entry(&mut transaction, &record).await?;
        if action == Action::Admit {
            // Whoever takes somebody in may see them from then on.
            raise_epoch(&mut transaction, self.register()).await?;
        }
        let identities = std::mem::take(&mut *self.identities.lock().expect("identities"));
        for (subject, _) in &identities {
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
        for (subject, identity) in identities {
            self.desk.lookup.upsert(self.register(), subject, identity);
        }
        Ok(())
    }
}
