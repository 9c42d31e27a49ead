//! The scan of a signed paper. The documents are another room's, which joins by a value:
//!
//! ```
//! use polku_privacy::consents::ScanSource;
//! polku_casework::joining::inventory::submit! {
//!     ScanSource { of: |_grant| Box::pin(async { Ok(Vec::new()) }) }
//! }
//! ```

use polku_casework::joining::{Doing, inventory};
use polku_desk::{Client, Granted, Read};
use polku_web::Answer;
use uuid::Uuid;

/// A document by its id and what it is called.
pub type Scan = (Uuid, String);

/// A client's documents that can be the scan of a consent.
#[derive(Debug)]
pub struct ScanSource {
    /// Reads them.
    pub of: for<'a> fn(&'a Granted<'a, Client, Read>) -> Doing<'a, Vec<Scan>>,
}

inventory::collect!(ScanSource);

/// The scans of a client from all rooms that have documents.
pub(super) async fn of(grant: &Granted<'_, Client, Read>) -> Answer<Vec<Scan>> {
    let mut scans = Vec::new();
    for source in inventory::iter::<ScanSource> {
        scans.extend((source.of)(grant).await?);
    }
    Ok(scans)
}
