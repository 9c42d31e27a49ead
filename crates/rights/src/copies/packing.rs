//! The file of a copy: a PDF to read, JSON for machines, the documents. It is packed while it is sealed, so that no more
//! than a part of it is in memory, and never lies open on a disk.

use std::io::{self, Read as _, Write};

use polku_desk::documents::{Arriving, Content};
use polku_web::{Answer, Failure};
use sha2::{Digest as _, Sha256};
use tokio::sync::mpsc;

/// So many bytes go on together.
const TOGETHER: usize = 128 * 1024;
/// So many parts wait at most.
const WAITING: usize = 4;

/// A file of the package.
#[expect(clippy::large_enum_variant, reason = "there are a few at a time")]
pub(super) enum Entry {
    /// What was made here.
    Made(&'static str, Vec<u8>),
    /// A document, as it lies in the store.
    Stored(String, Content),
}

/// Writes to whoever seals.
struct Going {
    to: mpsc::Sender<Vec<u8>>,
    waiting: Vec<u8>,
}

impl Write for Going {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= TOGETHER {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let part = std::mem::take(&mut self.waiting);
        self.to.blocking_send(part).map_err(io::Error::other)
    }
}

/// Packs into content that is being sealed; answers its SHA-256 in hexadecimal.
pub(super) async fn pack(entries: Vec<Entry>, arriving: &mut Arriving) -> Answer<String> {
    let (to, mut coming) = mpsc::channel(WAITING);
    let packing = tokio::task::spawn_blocking(move || zip(entries, to));
    let mut hash = Sha256::new();
    while let Some(part) = coming.recv().await {
        hash.update(&part);
        arriving.write(&part).await?;
    }
    packing
        .await
        .map_err(|error| Failure::Internal(error.to_string()))?
        .map_err(|error| Failure::Internal(error.to_string()))?;
    Ok(hash
        .finalize()
        .iter()
        .fold(String::new(), |hex, byte| format!("{hex}{byte:02x}")))
}

fn zip(entries: Vec<Entry>, to: mpsc::Sender<Vec<u8>>) -> io::Result<()> {
    let going = Going {
        to,
        waiting: Vec::with_capacity(TOGETHER),
    };
    let mut zip = zip::ZipWriter::new_stream(going).set_auto_large_file();
    let options = zip::write::SimpleFileOptions::default();
    for entry in entries {
        match entry {
            Entry::Made(name, bytes) => {
                zip.start_file(name, options)?;
                zip.write_all(&bytes)?;
            }
            Entry::Stored(name, mut content) => {
                zip.start_file(name, options)?;
                copy(&mut content, &mut zip)?;
            }
        }
    }
    zip.finish()?.flush()
}

fn copy(from: &mut Content, to: &mut impl Write) -> io::Result<()> {
    let mut part = vec![0; TOGETHER];
    loop {
        let length = from.read(&mut part)?;
        if length == 0 {
            return Ok(());
        }
        to.write_all(&part[..length])?;
    }
}
