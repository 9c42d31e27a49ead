//! What the application says into its log.

use std::{
    io,
    sync::{Arc, Mutex},
};

use tracing_subscriber::fmt::MakeWriter;

/// A log that is kept in memory.
#[derive(Clone, Default)]
pub(super) struct Overheard(Arc<Mutex<Vec<u8>>>);

/// Hears everything that any part says, the database driver included, far below the level that a server logs at.
pub(super) fn everything_logged() -> Overheard {
    let log = Overheard::default();
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(log.clone())
        .init();
    tracing::info!("canary-listens");
    log
}

impl Overheard {
    /// All of it.
    pub(super) fn said(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("a log")).into_owned()
    }
}

impl io::Write for Overheard {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("a log").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Overheard {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}
