//! Rows that belong to somebody, and what is sealed in them.

use serde::{Serialize, de::DeserializeOwned};

use crate::{Row, SubjectId};

/// A value that is stored sealed, one per row, in a table with columns `id`, `version` and [`COLUMN`](Self::COLUMN).
pub trait SealedRecord: Serialize + DeserializeOwned {
    /// The table of its rows.
    const TABLE: &'static str;
    /// Its column.
    const COLUMN: &'static str = "sealed";
}

/// A row that belongs to somebody.
#[derive(Debug, Clone)]
pub struct OwnedRow {
    /// Whose it is. After a merge a person's page shows rows of both.
    pub subject: SubjectId,
    /// The row.
    pub row: Row,
}

impl std::ops::Deref for OwnedRow {
    type Target = Row;
    fn deref(&self) -> &Row {
        &self.row
    }
}
