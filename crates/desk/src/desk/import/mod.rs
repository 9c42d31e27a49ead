//! Imports: a file is kept sealed, its rows are staged in short batches that are there for no one, and one small commit
//! makes them count.
//!
//! - [`run`]: how far an import is, and what was decided about it;
//! - [`kept`]: the file between the steps, and the report;
//! - [`staging`]: more rows about those whom the run takes in, and about those who are there already;
//! - [`publishing`]: the one commit;
//! - [`unstaging`]: all of it taken back, keys included, also when a node died half-way;
//! - [`origin`]: by what a row is known again, without saying what it says.

mod kept;
mod origin;
mod publishing;
mod run;
mod staging;
mod unstaging;

pub use kept::{KEPT_PART, Kept};
pub use origin::ImportMark;
pub use run::{ImportChange, ImportRun, ImportState};

use super::{Desk, Visit};
use crate::{Result, sealing::Key};

impl Desk {
    /// The key that seals what is kept of imports.
    async fn import_key(&self) -> Result<Key> {
        self.ring.installation("import", &*self.entropy).await
    }
}

impl Visit {
    /// The place that a sealed value of a run is bound to.
    fn import_place(&self, what: &str, run: crate::ids::ImportId, place: i64) -> Vec<u8> {
        format!("{}|import|{what}|{run}|{place}", self.register().0).into_bytes()
    }
}
