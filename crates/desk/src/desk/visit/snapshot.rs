//! All that a visit reads is as it was at one moment.

use super::Visit;
use crate::{
    DeskError, Result, Row, Value,
    audit::scribe,
    database::{Params, Transaction},
};

/// One moment's view of the data.
pub(super) struct Snapshot {
    pub(super) transaction: Transaction,
    pub(super) epoch: i64,
}

impl Visit {
    pub(crate) async fn snapshot_fetch(
        &self,
        sql: &str,
        params: &[(&'static str, Value)],
    ) -> Result<Vec<Row>> {
        let mut guard = self.snapshot.lock().await;
        self.ensure_snapshot(&mut guard)
            .await?
            .transaction
            .fetch(sql, params)
            .await
    }

    /// The rows of one statement with several parameters, in one go.
    pub(crate) async fn snapshot_fetch_same(&self, sql: &str, asked: &[Params]) -> Result<Vec<Vec<Row>>> {
        let mut guard = self.snapshot.lock().await;
        self.ensure_snapshot(&mut guard)
            .await?
            .transaction
            .fetch_same(sql, asked)
            .await
    }

    /// The rows of several statements, in one go.
    pub(crate) async fn snapshot_fetch_each<P: AsRef<[(&'static str, Value)]>>(
        &self,
        asked: &[(&str, P)],
    ) -> Result<Vec<Vec<Row>>> {
        let mut guard = self.snapshot.lock().await;
        self.ensure_snapshot(&mut guard)
            .await?
            .transaction
            .fetch_each(asked)
            .await
    }

    /// The epoch of the visit's snapshot.
    pub(crate) async fn snapshot_epoch(&self) -> Result<i64> {
        let mut guard = self.snapshot.lock().await;
        Ok(self.ensure_snapshot(&mut guard).await?.epoch)
    }

    pub(super) async fn ensure_snapshot<'a>(
        &self,
        guard: &'a mut Option<Snapshot>,
    ) -> Result<&'a mut Snapshot> {
        if guard.is_none() {
            let mut transaction = self.desk.database.snapshot().await?;
            let epoch = scribe::epoch(&mut transaction, self.register()).await?;
            *guard = Some(Snapshot { transaction, epoch });
        }
        guard.as_mut().ok_or(DeskError::Stored("snapshot"))
    }
}
