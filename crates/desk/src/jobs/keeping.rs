//! What a node does by itself while it serves.

use std::time::Duration;

use tokio::task::JoinHandle;

use crate::{Desk, Result};

/// How often the audit tree is extended.
const SEQUENCING: Duration = Duration::from_millis(700);
/// How often changes of other nodes are read.
const FOLLOWING: Duration = Duration::from_millis(700);
/// How often imports are looked for that nobody goes on with.
const SWEEPING: Duration = Duration::from_mins(10);

/// How often what has run out is forgotten.
const FORGETTING: Duration = Duration::from_hours(24);

/// The tasks of a serving node; they end when this is dropped.
#[derive(Debug)]
pub struct Keeping(Vec<JoinHandle<()>>);

impl Drop for Keeping {
    fn drop(&mut self) {
        for task in &self.0 {
            task.abort();
        }
    }
}

impl Desk {
    /// Starts the node's own work: extending the audit tree, following other nodes' changes, forgetting what ran out, and
    /// taking back what imports left that nobody goes on with.
    #[must_use]
    pub fn keep(&self) -> Keeping {
        let (sequencing, following) = (self.clone(), self.clone());
        let (forgetting, sweeping) = (self.clone(), self.clone());
        Keeping(vec![
            tokio::spawn(async move {
                loop {
                    tokio::time::sleep(SEQUENCING).await;
                    report(
                        "extending the audit tree",
                        sequencing.sequence_audit().await.map(drop),
                    );
                }
            }),
            tokio::spawn(async move {
                loop {
                    tokio::time::sleep(FOLLOWING).await;
                    report("following changes", following.lookup.follow(&following).await);
                }
            }),
            tokio::spawn(async move {
                loop {
                    report(
                        "forgetting what ran out",
                        forgetting.forget_what_ran_out().await.map(drop),
                    );
                    tokio::time::sleep(FORGETTING).await;
                }
            }),
            tokio::spawn(async move {
                loop {
                    report("taking back imports", sweeping.sweep_imports().await.map(drop));
                    report(
                        "removing documents that no row names",
                        sweeping.sweep_documents().await.map(drop),
                    );
                    tokio::time::sleep(SWEEPING).await;
                }
            }),
        ])
    }
}

/// A failure is told and tried again: the next round starts from what is stored.
fn report(what: &str, result: Result<()>) {
    if let Err(error) = result {
        tracing::error!(%error, "{what} failed; it is tried again");
    }
}
