//! What is kept of an import between its steps: sealed, in parts whose writing holds nobody up.

use super::super::Visit;
use crate::{DeskError, Result, ids::ImportId, params};

/// The most bytes of a part.
pub const KEPT_PART: usize = 256 * 1024;

crate::named_states! {
    /// What is kept.
    pub enum Kept {
        /// The file as it was sent.
        File = "file",
        /// What was found in it.
        Report = "report",
    }
}

const PUT: &str = "INSERT INTO import_part (register, run, what, part, content) VALUES (:register, :run, :what, :part, :content) \
    ON CONFLICT (register, run, what, part) DO UPDATE SET content = excluded.content";
const ONE: &str = "SELECT content FROM import_part WHERE register = :register AND run = :run AND what = :what AND part = :part";
const CUT: &str =
    "DELETE FROM import_part WHERE register = :register AND run = :run AND what = :what AND part >= :part";

impl Visit {
    /// Keeps one part, of at most [`KEPT_PART`] bytes; parts are numbered from 0.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is no such import.
    pub async fn keep_part(&self, run: ImportId, what: Kept, part: i64, bytes: &[u8]) -> Result<()> {
        self.import(run).await?;
        let key = self.desk.import_key().await?;
        let content = key.seal(
            &self.import_place(what.name(), run, part),
            bytes,
            &*self.desk.entropy,
        );
        let row = params! {
            "register" => self.register(), "run" => run, "what" => what, "part" => part, "content" => content,
        };
        let mut transaction = self.desk.database.writer().await?;
        transaction.execute(PUT, &row).await?;
        transaction.commit().await
    }

    /// Keeps the whole of something, in the place of what was kept before.
    ///
    /// # Errors
    /// As [`Visit::keep_part`].
    pub async fn keep(&self, run: ImportId, what: Kept, bytes: &[u8]) -> Result<()> {
        let mut parts = 0;
        for bytes in bytes.chunks(KEPT_PART) {
            self.keep_part(run, what, parts, bytes).await?;
            parts += 1;
        }
        self.drop_parts(run, what, parts).await
    }

    /// Drops what is kept, from a part on.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn drop_parts(&self, run: ImportId, what: Kept, from: i64) -> Result<()> {
        let cut = params! { "register" => self.register(), "run" => run, "what" => what, "part" => from };
        let mut transaction = self.desk.database.writer().await?;
        transaction.execute(CUT, &cut).await?;
        transaction.commit().await
    }

    /// What is kept, whole; nothing when it was dropped.
    ///
    /// # Errors
    /// [`DeskError::Seal`] when a part is not as it was written.
    pub async fn kept(&self, run: ImportId, what: Kept) -> Result<Option<zeroize::Zeroizing<Vec<u8>>>> {
        let key = self.desk.import_key().await?;
        let mut snapshot = self.desk.database.snapshot().await?;
        let mut whole = zeroize::Zeroizing::new(Vec::new());
        for part in 0_i64.. {
            let asked =
                params! { "register" => self.register(), "run" => run, "what" => what, "part" => part };
            let Some(row) = snapshot.fetch_one(ONE, &asked).await? else {
                return Ok((part > 0).then_some(whole));
            };
            let content: Vec<u8> = row.get("content")?;
            whole.extend(key.open(&self.import_place(what.name(), run, part), &content)?);
        }
        Err(DeskError::Stored("import parts"))
    }
}
