//! Where content lies: in a folder, or in a bucket; what comes in lies in the folder until it has its name.

use std::{
    fs::File,
    io::{self, Read as _, Seek as _, SeekFrom},
    path::{Path, PathBuf},
    time::SystemTime,
};

use tokio::runtime::Handle;
use uuid::Uuid;

use super::{
    DocumentOptions,
    bucket::Bucket,
    folder::Folder,
    sealed::{HEAD, SEALED_PART, parts_of, plain_size, sealed_size},
};
use crate::{DeskError, Result};

/// So many bytes are fetched from a bucket at once: a round trip for each part would take most of the time.
const AT_ONCE: u64 = 16 * SEALED_PART as u64;

/// The store of sealed content.
#[derive(Debug, Clone)]
pub(crate) struct Store {
    folder: Folder,
    bucket: Option<Bucket>,
}

/// Content that has come in and goes again unless it is settled.
#[derive(Debug)]
pub(super) struct Temporary {
    content: Uuid,
    path: Option<PathBuf>,
    /// The bucket that has it as well.
    sent_to: Option<Bucket>,
}

impl Temporary {
    pub(super) fn path(&self) -> &Path {
        self.path.as_deref().unwrap_or(Path::new(""))
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if let Some(path) = self.path.take()
            && let Err(error) = std::fs::remove_file(&path)
        {
            tracing::warn!(%error, "a temporary file stays until it is swept");
        }
        // Without a runtime the sweeping of each day does it.
        if let (Some(bucket), Ok(runtime)) = (self.sent_to.take(), Handle::try_current()) {
            let content = self.content;
            runtime.spawn(async move { bucket.forget(content).await });
        }
    }
}

impl Store {
    /// Opens it.
    ///
    /// # Errors
    /// When the folder cannot be made, or the bucket refuses its key.
    pub(crate) async fn open(options: &DocumentOptions) -> Result<Self> {
        let bucket = match &options.bucket {
            Some(bucket) => Some(Bucket::open(bucket).await?),
            None => None,
        };
        Ok(Self {
            folder: Folder::open(&options.folder)?,
            bucket,
        })
    }

    /// A temporary name in the folder.
    pub(super) async fn temporary(&self, content: Uuid) -> Result<Temporary> {
        Ok(Temporary {
            content,
            path: Some(self.folder.temporary(content).await?),
            sent_to: None,
        })
    }

    /// What has come in whole is on the disk; it reaches the bucket, where there is one. Nothing waits for it yet.
    pub(super) async fn hand_in(&self, temporary: &mut Temporary) -> Result<()> {
        if let Some(bucket) = &self.bucket {
            bucket.send(temporary.path(), temporary.content).await?;
            temporary.sent_to = Some(bucket.clone());
        }
        Ok(())
    }

    /// Gives content its name for good; durable when this returns.
    pub(super) async fn settle(&self, mut temporary: Temporary, address: &str) -> Result<()> {
        if let Some(bucket) = &self.bucket {
            // What lies under the temporary names goes when `temporary` does.
            return bucket.settle(temporary.content, address).await;
        }
        self.folder.settle(temporary.path(), address).await?;
        temporary.path = None;
        Ok(())
    }

    /// Where content of an address and a size is read from.
    pub(super) fn source(&self, address: &str, size: u64) -> Result<Source> {
        match &self.bucket {
            None => Source::file(&self.folder.path(address)),
            Some(bucket) => Ok(Source::Object(Object {
                bucket: bucket.clone(),
                address: address.to_owned(),
                size,
                runtime: Handle::current(),
                near: (0, Vec::new()),
            })),
        }
    }

    /// Removes content; it may be gone already.
    pub(super) async fn remove(&self, address: &str) -> Result<()> {
        match &self.bucket {
            Some(bucket) => bucket.remove(address).await,
            None => self.folder.remove(address).await,
        }
    }

    /// Removes what came in only in part and was left since before a moment; answers how many.
    pub(super) async fn sweep_coming_in(&self, before: SystemTime) -> Result<u64> {
        let mut gone = self.folder.sweep_coming_in(before).await?;
        if let Some(bucket) = &self.bucket {
            gone += bucket.sweep_coming_in(before).await?;
        }
        Ok(gone)
    }

    /// The addresses of what has lain there since before a moment.
    pub(super) async fn addresses_before(&self, before: SystemTime) -> Result<Vec<String>> {
        match &self.bucket {
            Some(bucket) => bucket.addresses_before(before).await,
            None => self.folder.addresses_before(before).await,
        }
    }
}

/// Sealed content to be read, anywhere in it.
pub(super) enum Source {
    /// A file of the folder.
    File(File),
    /// What a bucket holds.
    Object(Object),
}

/// Content in a bucket: what was fetched last is near.
pub(super) struct Object {
    bucket: Bucket,
    address: String,
    size: u64,
    runtime: Handle,
    near: (u64, Vec<u8>),
}

impl Source {
    /// A file's.
    pub(super) fn file(path: &Path) -> Result<Self> {
        Ok(Self::File(File::open(path)?))
    }

    /// How large the content is once it is open.
    pub(super) fn plain_size(&self) -> Result<u64> {
        match self {
            Self::File(file) => plain_size(file.metadata()?.len()),
            Self::Object(object) => Ok(object.size),
        }
    }

    /// At most so many bytes from a place on; fewer only at the end.
    pub(super) fn read_at(&mut self, start: u64, length: usize) -> io::Result<Vec<u8>> {
        match self {
            Self::File(file) => {
                file.seek(SeekFrom::Start(start))?;
                let mut bytes = Vec::with_capacity(length);
                file.take(length as u64).read_to_end(&mut bytes)?;
                Ok(bytes)
            }
            Self::Object(object) => object.read_at(start, length),
        }
    }
}

impl Object {
    fn read_at(&mut self, start: u64, length: usize) -> io::Result<Vec<u8>> {
        let whole = sealed_size(self.size);
        let end = whole.min(start + length as u64);
        let (from, near) = (self.near.0, &self.near.1);
        if start < from || end > from + near.len() as u64 {
            let range = start..whole.min(end.max(start + AT_ONCE));
            let asked = self.bucket.read(&self.address, range);
            self.near = (start, self.runtime.block_on(asked).map_err(in_reading)?);
        }
        let (from, near) = (self.near.0, &self.near.1);
        let place =
            |at: u64| usize::try_from(at.saturating_sub(from)).map_or(near.len(), |at| at.min(near.len()));
        Ok(near[place(start)..place(end)].to_vec())
    }
}

/// A failure on the way through [`std::io::Read`]; [`read_failed`] finds it again.
fn in_reading(error: DeskError) -> io::Error {
    match error {
        DeskError::File(error) => error,
        other => io::Error::other(other),
    }
}

/// What failed when content was read.
pub(super) fn read_failed(error: io::Error) -> DeskError {
    error.downcast::<DeskError>().unwrap_or_else(DeskError::File)
}

/// Where a part lies in sealed content.
pub(super) const fn start_of(part: u64) -> u64 {
    HEAD as u64 + part * SEALED_PART as u64
}

/// Whether a part is the last of content of a size.
pub(super) fn is_last(part: u64, size: u64) -> bool {
    part + 1 == parts_of(size)
}
