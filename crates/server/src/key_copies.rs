//! While a node serves, copies of the key ring go on their day, whether or not anybody makes new ones.

use std::time::Duration;

use polku_desk::{Desk, backup::forget_expired_copies};
use tokio::task::JoinHandle;

use crate::configuration::BackupSettings;

const DAILY: Duration = Duration::from_hours(24);

/// The task; it ends when this is dropped.
#[derive(Debug)]
pub struct Ending(JoinHandle<()>);

impl Drop for Ending {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Removes copies of the key ring that have ended, now and once a day.
#[must_use]
pub fn end_key_copies(desk: &Desk, settings: &BackupSettings) -> Ending {
    let (desk, settings) = (desk.clone(), settings.clone());
    Ending(tokio::spawn(async move {
        loop {
            let today = desk.clock().today();
            match forget_expired_copies(&settings.key_folder, today, settings.key_days) {
                Ok(gone) if gone.is_empty() => {}
                Ok(gone) => tracing::info!(copies = gone.len(), "copies of the key ring ended"),
                Err(error) => {
                    tracing::error!(%error, "ending copies of the key ring failed; it is tried again");
                }
            }
            tokio::time::sleep(DAILY).await;
        }
    }))
}
