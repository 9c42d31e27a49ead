//! The tar of a back-up, hashed and encrypted on its way to the disk.

use std::{
    fs::File,
    io::{self, BufWriter, Read, Write as _},
    path::PathBuf,
};

use age::stream::StreamWriter;
use sha2::{Digest as _, Sha256};
use tokio::{sync::mpsc, task::JoinHandle};
use uuid::Uuid;

use super::{
    BackupError, Result, aside,
    manifest::{self, Manifest, PartMark},
    new_file::NewFile,
    people::Holders,
};
use crate::{DeskError, sealing::Key};

/// Where the rows lie, a folder for each table.
pub(super) const TABLES: &str = "tables/";
/// Where documents' sealed content lies, by its address.
pub(super) const DOCUMENTS: &str = "documents/";
/// As many pieces at most wait for the disk.
const WAITING: usize = 4;

/// Something to pack.
#[derive(Debug)]
pub(super) enum Piece {
    /// Rows of a table.
    Rows { name: String, bytes: Vec<u8> },
    /// Content of the store.
    Content { address: String, path: PathBuf },
}

type Tar = tar::Builder<StreamWriter<BufWriter<NewFile>>>;

/// A back-up under way.
pub(super) struct Packing {
    pieces: mpsc::Sender<Piece>,
    packed: JoinHandle<Result<Packed>>,
}

/// All pieces are in; what is left is the manifest.
pub(super) struct Packed {
    tar: Tar,
    pub(super) parts: Vec<PartMark>,
    /// Addresses of content that was not there any more.
    pub(super) missing: Vec<String>,
}

impl Packing {
    /// Begins a file; nobody who waits for answers is held up by it.
    pub(super) fn begin(path: PathBuf, mark: Uuid, holders: &Holders) -> Result<Self> {
        let file = NewFile::begin(path, mark)?;
        let encrypted = holders.encryptor()?.wrap_output(BufWriter::new(file))?;
        let mut packed = Packed {
            tar: tar::Builder::new(encrypted),
            parts: Vec::new(),
            missing: Vec::new(),
        };
        let (pieces, mut coming) = mpsc::channel(WAITING);
        let packed = tokio::task::spawn_blocking(move || {
            while let Some(piece) = coming.blocking_recv() {
                packed.take(piece)?;
            }
            Ok(packed)
        });
        Ok(Self { pieces, packed })
    }

    /// Hands a piece over. When the disk has failed, [`Packing::packed`] tells why.
    pub(super) async fn add(&self, piece: Piece) -> Result<(), DeskError> {
        self.pieces
            .send(piece)
            .await
            .map_err(|_| DeskError::File(io::Error::from(io::ErrorKind::BrokenPipe)))
    }

    /// Waits until all pieces are in.
    pub(super) async fn packed(self) -> Result<Packed> {
        drop(self.pieces);
        self.packed
            .await
            .map_err(|error| BackupError::from(io::Error::other(error)))?
    }
}

impl Packed {
    fn take(&mut self, piece: Piece) -> Result<()> {
        match piece {
            Piece::Rows { name, bytes } => self.write(name, bytes.len() as u64, bytes.as_slice()),
            Piece::Content { address, path } => match File::open(path) {
                Ok(file) => {
                    let size = file.metadata()?.len();
                    self.write(format!("{DOCUMENTS}{address}"), size, file)
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    self.missing.push(address);
                    Ok(())
                }
                Err(error) => Err(error.into()),
            },
        }
    }

    fn write(&mut self, name: String, size: u64, content: impl Read) -> Result<()> {
        let mut hashed = Hashed::new(content.take(size));
        append(&mut self.tar, &name, size, &mut hashed)?;
        if hashed.read != size {
            return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into());
        }
        self.parts.push(PartMark {
            name,
            size,
            sha256: hashed.hash(),
        });
        Ok(())
    }

    /// Writes the manifest with its mark, and gives the file its name.
    pub(super) async fn close(mut self, mut manifest: Manifest, key: Key) -> Result<(PathBuf, Manifest)> {
        manifest.parts = std::mem::take(&mut self.parts);
        aside(move || {
            let told = serde_json::to_vec_pretty(&manifest).map_err(DeskError::from)?;
            let mark = hex::encode(manifest::mark(&key, &told));
            append(&mut self.tar, manifest::NAME, told.len() as u64, told.as_slice())?;
            append(
                &mut self.tar,
                manifest::MARK_NAME,
                mark.len() as u64,
                mark.as_bytes(),
            )?;
            let mut buffered = self.tar.into_inner()?.finish()?;
            buffered.flush()?;
            let file = buffered.into_inner().map_err(io::IntoInnerError::into_error)?;
            Ok((file.settle()?, manifest))
        })
        .await
    }
}

fn append(tar: &mut Tar, name: &str, size: u64, content: impl Read) -> io::Result<()> {
    let mut header = tar::Header::new_ustar();
    header.set_size(size);
    header.set_mode(0o600);
    header.set_entry_type(tar::EntryType::Regular);
    tar.append_data(&mut header, name, content)
}

/// Hashes what is read.
pub(super) struct Hashed<R> {
    inner: R,
    hash: Sha256,
    pub(super) read: u64,
}

impl<R> Hashed<R> {
    pub(super) fn new(inner: R) -> Self {
        Self {
            inner,
            hash: Sha256::new(),
            read: 0,
        }
    }

    /// The hash of what was read so far.
    pub(super) fn hash(self) -> String {
        hex::encode(self.hash.finalize())
    }
}

impl<R: Read> Read for Hashed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.hash.update(&buffer[..count]);
        self.read += count as u64;
        Ok(count)
    }
}
