//! The node's clock, noted every hour: destruction looks at what was noted last.

use std::time::{Duration, Instant};

use jiff::SignedDuration;
use polku_desk::{Desk, destruction::ClockVerdict};
use tokio::task::JoinHandle;

/// How often the time is noted.
const NOTING: Duration = Duration::from_hours(1);

/// The task of a serving node; it ends when this is dropped.
#[derive(Debug)]
pub struct Watch(JoinHandle<()>);

impl Drop for Watch {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Notes the time of every register while the node serves. What should have passed is measured by a clock that nobody can
/// set; for what passed while the node stood still there is none, so a long standstill asks.
#[must_use]
pub fn keep(desk: &Desk) -> Watch {
    let desk = desk.clone();
    Watch(tokio::spawn(async move {
        let mut last: Option<Instant> = None;
        loop {
            let now = Instant::now();
            let passed = last.map_or(Duration::ZERO, |last| now.duration_since(last));
            note(
                &desk,
                SignedDuration::try_from(passed).unwrap_or(SignedDuration::ZERO),
            )
            .await;
            last = Some(now);
            tokio::time::sleep(NOTING).await;
        }
    }))
}

async fn note(desk: &Desk, passed: SignedDuration) {
    for register in desk.registers().all() {
        match desk.note_clock(register.id, passed).await {
            Ok(ClockVerdict::Believed) => {}
            Ok(ClockVerdict::Jumped(by)) => {
                tracing::warn!(
                    register = register.key,
                    hours = by.as_hours(),
                    "the clock jumped: nothing is destroyed until somebody confirms the date"
                );
            }
            Err(error) => tracing::error!(%error, "the time could not be noted; it is tried again"),
        }
    }
}
