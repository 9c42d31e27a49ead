//! The one commit by which everything that a run staged comes to be there.

use super::{super::Visit, run::ImportState};
use crate::{DeskError, Result, desk::raise_epoch, ids::ImportId, lookup, params};

const PUBLISH: &str = "UPDATE import_run SET state = :published, published_at = :now WHERE register = :register AND id = :id \
    AND state = :staging AND account = :account";
const RIGHT: &str = "SELECT 1 AS one FROM access_right r JOIN account a ON a.id = r.account WHERE r.id = :right AND \
    a.state = 'open' AND r.valid_from <= :today AND (r.valid_until IS NULL OR r.valid_until >= :today)";

impl Visit {
    /// Publishes a run of the visitor's own: its people and rows are there from one commit on, however many they are.
    ///
    /// # Errors
    /// [`DeskError::Conflict`] when it is not being staged, [`DeskError::Forbidden`] when the right ended meanwhile; then
    /// nothing of it is there.
    pub async fn publish_import(&self, id: ImportId) -> Result<()> {
        let mut transaction = self.desk.database.writer().await?;
        let held = params! { "right" => self.visitor().right, "today" => self.desk.clock.today() };
        transaction
            .fetch_one(RIGHT, &held)
            .await?
            .ok_or(DeskError::Forbidden)?;
        let row = params! {
            "register" => self.register(), "id" => id, "now" => self.desk.clock.now(), "account" => self.account(),
            "published" => ImportState::Published, "staging" => ImportState::Staging,
        };
        if transaction.execute(PUBLISH, &row).await? != 1 {
            return Err(DeskError::Conflict);
        }
        self.note_import(&mut transaction, id, "import-published").await?;
        raise_epoch(&mut transaction, self.register()).await?;
        lookup::announce(&mut transaction, &self.desk, self.register(), None, Some(id)).await?;
        transaction.commit().await?;
        self.desk
            .lookup
            .enter_import(&self.desk, self.register(), id)
            .await
    }
}
