//! What is kept of a run between its steps: what the file looks like, what was decided, what came of it.

use polku_desk::{DeskError, ImportRun, Result};
use serde::{Deserialize, Serialize};

use super::{
    columns::{Outline, Plan},
    report::SheetTally,
};

/// What a run knows of its file. Sealed with the run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct About {
    /// What the file looks like.
    pub(super) outline: Outline,
    /// What was decided.
    pub(super) plan: Plan,
    /// What became, or would become, of its rows, sheet by sheet.
    #[serde(default)]
    pub(super) tally: Vec<SheetTally>,
}

impl About {
    /// What a run knows.
    pub(super) fn of(run: &ImportRun) -> Result<Self> {
        serde_json::from_slice(&run.about).map_err(|_| DeskError::Stored("an import"))
    }

    /// The bytes in which it is kept.
    pub(super) fn to_bytes(&self) -> Result<Vec<u8>> {
        Ok(serde_json::to_vec(self)?)
    }
}
