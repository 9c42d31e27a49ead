//! Where the sealed content of a story's documents lies, for stories that look at it or damage it.

use std::path::{Path, PathBuf};

use futures::TryStreamExt as _;
use object_store::{
    ObjectStore as _, ObjectStoreExt as _,
    aws::{AmazonS3, AmazonS3Builder},
    path::Path as Place,
};
use polku_desk::documents::BucketOptions;

use crate::Line;

/// A folder, or a bucket of the tests' own store.
#[derive(Debug)]
pub enum Shelf {
    /// A folder.
    Folder(PathBuf),
    /// A bucket, in which each story has a place of its own.
    Bucket {
        /// The store, past any line.
        store: Box<AmazonS3>,
        /// The story's place.
        root: Place,
        /// The line by which the application reaches it.
        line: Line,
    },
}

/// The store that `POLKU_TEST_S3` names: `http://ID:SECRET@127.0.0.1:9000/bucket`.
struct Named {
    id: String,
    secret: String,
    host: String,
    bucket: String,
}

fn named() -> Option<Named> {
    let address = std::env::var("POLKU_TEST_S3").ok()?;
    let parts = address
        .strip_prefix("http://")
        .and_then(|rest| rest.split_once('@'))
        .and_then(|(key, rest)| Some((key.split_once(':')?, rest.split_once('/')?)));
    let ((id, secret), (host, bucket)) = parts.expect("http://ID:SECRET@host:port/bucket");
    let own = str::to_owned;
    Some(Named {
        id: own(id),
        secret: own(secret),
        host: own(host),
        bucket: own(bucket),
    })
}

/// A place of its own in the tests' bucket, with what the application is told of it; none without a store.
///
/// # Panics
/// When the key's file cannot be written.
pub(crate) async fn in_bucket(folder: &Path) -> Option<(Shelf, BucketOptions)> {
    let named = named()?;
    let line = Line::to(named.host.clone()).await;
    let key = folder.join("s3.key");
    std::fs::write(
        &key,
        format!(
            "access_key_id = {}\nsecret_access_key = {}\n",
            named.id, named.secret
        ),
    )
    .expect("a key's file");
    let prefix = format!("stories/{}", uuid::Uuid::new_v4());
    let options = BucketOptions {
        endpoint: format!("http://{}", line.address),
        bucket: named.bucket.clone(),
        region: "us-east-1".to_owned(),
        prefix: prefix.clone(),
        key,
    };
    // As the desk does, which opens its own bucket later: whoever is first has chosen.
    drop(rustls::crypto::ring::default_provider().install_default());
    let store = AmazonS3Builder::new()
        .with_endpoint(format!("http://{}", named.host))
        .with_bucket_name(named.bucket)
        .with_region("us-east-1")
        .with_access_key_id(named.id)
        .with_secret_access_key(named.secret)
        .with_allow_http(true)
        .build()
        .expect("the tests' store");
    let shelf = Shelf::Bucket {
        store: Box::new(store),
        root: Place::from(prefix),
        line,
    };
    Some((shelf, options))
}

impl Shelf {
    /// The line to a bucket.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn line(&self) -> &Line {
        match self {
            Self::Bucket { line, .. } => line,
            Self::Folder(_) => panic!("a folder has no line"),
        }
    }

    /// What lies there, by its place below the store's own beginning.
    ///
    /// # Panics
    /// When it cannot be looked at.
    pub async fn names(&self) -> Vec<String> {
        let mut names = match self {
            Self::Folder(folder) => files_of(folder, folder),
            Self::Bucket { store, root, .. } => {
                let listed: Vec<_> = store.list(Some(root)).try_collect().await.expect("a list");
                let below = |place: &Place| {
                    let rest = place.prefix_match(root).expect("below it");
                    rest.map(|part| part.as_ref().to_owned())
                        .collect::<Vec<_>>()
                        .join("/")
                };
                listed.iter().map(|object| below(&object.location)).collect()
            }
        };
        names.sort();
        names
    }

    /// The bytes that lie at a place.
    ///
    /// # Panics
    /// When there are none.
    pub async fn bytes(&self, name: &str) -> Vec<u8> {
        match self {
            Self::Folder(folder) => std::fs::read(folder.join(name)).expect("a file"),
            Self::Bucket { store, root, .. } => {
                let got = store.get(&below(root, name)).await.expect("an object");
                got.bytes().await.expect("its bytes").to_vec()
            }
        }
    }

    /// Puts other bytes in a place.
    ///
    /// # Panics
    /// When they cannot be put there.
    pub async fn put(&self, name: &str, bytes: Vec<u8>) {
        match self {
            Self::Folder(folder) => {
                let path = folder.join(name);
                std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                std::fs::write(path, bytes).expect("written");
            }
            Self::Bucket { store, root, .. } => {
                store.put(&below(root, name), bytes.into()).await.expect("put");
            }
        }
    }

    /// Loses what lies at a place.
    ///
    /// # Panics
    /// When it cannot be lost.
    pub async fn lose(&self, name: &str) {
        match self {
            Self::Folder(folder) => std::fs::remove_file(folder.join(name)).expect("removed"),
            Self::Bucket { store, root, .. } => store.delete(&below(root, name)).await.expect("removed"),
        }
    }
}

fn below(root: &Place, name: &str) -> Place {
    name.split('/')
        .fold(root.clone(), |place, part| place.join(part.to_owned()))
}

fn files_of(root: &Path, folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            names.extend(files_of(root, &path));
        } else {
            let name = path.strip_prefix(root).expect("below it");
            names.push(name.to_string_lossy().into_owned());
        }
    }
    names
}
