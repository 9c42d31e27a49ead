//! A bucket of an S3-compatible store, in place of a folder: for several nodes, or where the disk is not one's own.
//!
//! What is in it is sealed and named as in a folder: `coming-in/…` for what has come in and is nobody's yet, and a folder
//! for each first two letters of an address. Content counts as kept when the store has acknowledged it.

use std::{
    fmt,
    ops::Range,
    path::Path as FilePath,
    sync::Arc,
    time::{Duration, SystemTime},
};

use futures::TryStreamExt as _;
use object_store::{
    ClientOptions, Error, ObjectStore as _, ObjectStoreExt as _, PutPayload, RetryConfig,
    aws::{AmazonS3, AmazonS3Builder},
    path::Path,
};
use tokio::{fs::File, io::AsyncReadExt as _};
use uuid::Uuid;

use super::{BucketOptions, folder::COMING_IN};
use crate::{DeskError, Result};

/// Larger content is sent in parts of this many bytes, one at a time: so much of it is in memory.
const PART: usize = 8 * 1024 * 1024;
/// How long a store may take to be reached.
const GREETING: Duration = Duration::from_secs(5);
/// How long one request may take: a part over a slow line.
const PATIENCE: Duration = Duration::from_mins(2);
/// How long a request is tried again that did not come through.
const TRYING: Duration = Duration::from_secs(15);
/// What a store says when it has no such bucket, and not when only the content is missing: S3's code of the error.
const NO_BUCKET: &str = "<Code>NoSuchBucket</Code>";
/// What a store's refusal of a range says that begins at the end of what is there: HTTP's status.
const PAST_THE_END: &str = "416 Range Not Satisfiable";

/// The bucket, reached with the installation's key.
#[derive(Clone)]
pub(crate) struct Bucket {
    store: Arc<AmazonS3>,
    root: Path,
}

impl fmt::Debug for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bucket").finish_non_exhaustive()
    }
}

impl Bucket {
    /// Opens it, and sees whether its key is taken. A store that does not answer now may answer later.
    ///
    /// # Errors
    /// [`DeskError::Configuration`] when the key's file cannot be read, or the store refuses it or knows no such bucket.
    pub(crate) async fn open(options: &BucketOptions) -> Result<Self> {
        let key = options.read_key()?;
        // Somebody else in this process may have chosen already: then theirs is used.
        drop(rustls::crypto::ring::default_provider().install_default());
        let client = ClientOptions::new()
            .with_allow_http(options.is_on_this_machine())
            .with_connect_timeout(GREETING)
            .with_timeout(PATIENCE);
        let retry = RetryConfig {
            max_retries: 4,
            retry_timeout: TRYING,
            ..RetryConfig::default()
        };
        let store = AmazonS3Builder::new()
            .with_endpoint(options.endpoint.trim_end_matches('/'))
            .with_bucket_name(&options.bucket)
            .with_region(&options.region)
            .with_access_key_id(&key.id)
            .with_secret_access_key(&key.secret)
            .with_allow_http(options.is_on_this_machine())
            .with_client_options(client)
            .with_retry(retry)
            .build()
            .map_err(|error| DeskError::Configuration(format!("the bucket of documents: {error}")))?;
        let root = Path::parse(options.prefix.trim_matches('/'))
            .map_err(|error| DeskError::Configuration(format!("the bucket of documents: {error}")))?;
        let bucket = Self {
            store: Arc::new(store),
            root,
        };
        bucket.greet().await?;
        Ok(bucket)
    }

    /// Asks for something that is never there: what comes back says whether the key is taken and the bucket is there. A
    /// store answers so only to a key that may list, as sweeping must. A list itself says why it failed in words alone.
    async fn greet(&self) -> Result<()> {
        let nothing = self.root.clone().join(COMING_IN).join("nothing");
        match self.store.get(&nothing).await {
            Err(Error::NotFound { source, .. }) if source.to_string().contains(NO_BUCKET) => Err(
                DeskError::Configuration("there is no such bucket for documents".to_owned()),
            ),
            Ok(_) | Err(Error::NotFound { .. }) => Ok(()),
            Err(Error::PermissionDenied { .. } | Error::Unauthenticated { .. }) => Err(
                DeskError::Configuration("the bucket of documents refuses the key".to_owned()),
            ),
            Err(error) => {
                tracing::warn!(%error, "the bucket of documents does not answer now");
                Ok(())
            }
        }
    }

    fn coming_in(&self, content: Uuid) -> Path {
        self.root.clone().join(COMING_IN).join(content.to_string())
    }

    fn place(&self, address: &str) -> Path {
        let drawer = address.get(..2).unwrap_or("00");
        self.root.clone().join(drawer).join(address)
    }

    /// Sends what has come in, to a temporary name. The store has acknowledged it when this returns; when it fails,
    /// nothing of it stays.
    pub(super) async fn send(&self, from: &FilePath, content: Uuid) -> Result<()> {
        let to = self.coming_in(content);
        let mut file = File::open(from).await?;
        let size = file.metadata().await?.len();
        if size <= PART as u64 {
            let whole = next_part(&mut file).await?;
            self.store.put(&to, PutPayload::from(whole)).await.map_err(away)?;
            return Ok(());
        }
        let mut upload = self.store.put_multipart(&to).await.map_err(away)?;
        let sent = async {
            loop {
                let part = next_part(&mut file).await?;
                if part.is_empty() {
                    break;
                }
                upload.put_part(PutPayload::from(part)).await.map_err(away)?;
            }
            upload.complete().await.map_err(away)
        };
        let sent: Result<_> = sent.await;
        if let Err(error) = sent {
            if let Err(error) = upload.abort().await {
                tracing::warn!(%error, "parts of what came in stay until the bucket's own rule removes them");
            }
            return Err(error);
        }
        Ok(())
    }

    /// Gives what was sent its name for good; acknowledged when this returns.
    pub(super) async fn settle(&self, content: Uuid, address: &str) -> Result<()> {
        let (from, to) = (self.coming_in(content), self.place(address));
        self.store.copy(&from, &to).await.map_err(away)
    }

    /// Removes what was sent and is not, or no longer, needed under its temporary name.
    pub(super) async fn forget(&self, content: Uuid) {
        if let Err(error) = self.delete(&self.coming_in(content)).await {
            tracing::warn!(%error, "what came in stays until it is swept");
        }
    }

    /// Bytes of content as it lies in the store; none at its end, as in a folder.
    pub(super) async fn read(&self, address: &str, range: Range<u64>) -> Result<Vec<u8>> {
        let (place, from) = (self.place(address), range.start);
        let error = match self.store.get_range(&place, range).await {
            Ok(bytes) => return Ok(bytes.to_vec()),
            Err(error) => error,
        };
        // A range that begins at the end is refused: what is shorter than it should be is damaged, and the store is there.
        if error.to_string().contains(PAST_THE_END)
            && let Ok(object) = self.store.head(&place).await
            && object.size <= from
        {
            return Ok(Vec::new());
        }
        Err(away(error))
    }

    /// Removes content; it may be gone already.
    pub(super) async fn remove(&self, address: &str) -> Result<()> {
        self.delete(&self.place(address)).await
    }

    async fn delete(&self, path: &Path) -> Result<()> {
        match self.store.delete(path).await {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(away(error)),
        }
    }

    /// Removes what came in and was left since before a moment; answers how many.
    pub(super) async fn sweep_coming_in(&self, before: SystemTime) -> Result<u64> {
        let mut gone = 0;
        let folder = self.root.clone().join(COMING_IN);
        for path in self.before(&folder, before).await? {
            self.delete(&path).await?;
            gone += 1;
        }
        Ok(gone)
    }

    /// The addresses of what has lain there since before a moment.
    pub(super) async fn addresses_before(&self, before: SystemTime) -> Result<Vec<String>> {
        let coming_in = self.root.clone().join(COMING_IN);
        let all = self.before(&self.root, before).await?;
        let kept = all.iter().filter(|path| !path.prefix_matches(&coming_in));
        Ok(kept
            .filter_map(|path| Some(path.filename()?.to_owned()))
            .collect())
    }

    async fn before(&self, folder: &Path, before: SystemTime) -> Result<Vec<Path>> {
        let old = self
            .store
            .list(Some(folder))
            .map_err(away)
            .try_filter_map(|object| {
                let is_old = SystemTime::from(object.last_modified) < before;
                std::future::ready(Ok(is_old.then_some(object.location)))
            });
        old.try_collect().await
    }
}

/// The next bytes of a file, at most a part; none at its end.
async fn next_part(file: &mut File) -> Result<Vec<u8>> {
    let mut part = Vec::new();
    file.take(PART as u64).read_to_end(&mut part).await?;
    Ok(part)
}

/// What went wrong, without the store's long answer: that is for the log.
fn away(error: Error) -> DeskError {
    match error {
        Error::NotFound { .. } => {
            std::io::Error::new(std::io::ErrorKind::NotFound, "the bucket has no such content").into()
        }
        Error::PermissionDenied { .. } | Error::Unauthenticated { .. } => {
            DeskError::Away("the bucket of documents refuses the key".to_owned())
        }
        error => DeskError::Away(format!("the bucket of documents: {error}")),
    }
}
