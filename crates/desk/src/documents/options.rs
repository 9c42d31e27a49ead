//! What an installation says about documents.

use std::path::PathBuf;

use serde::Deserialize;

use crate::{DeskError, Result};

/// The most bytes of a file, unless the installation says otherwise.
const LARGEST: u64 = 50 * 1024 * 1024;

/// Where documents lie, who looks for viruses in them, and how they may come.
#[derive(Debug, Clone)]
pub struct DocumentOptions {
    /// The folder of sealed content; where there is a bucket, only of what is coming in.
    pub folder: PathBuf,
    /// A bucket in place of the folder.
    pub bucket: Option<BucketOptions>,
    /// Where ClamAV's daemon listens: the path of its socket, or `host:port`. Without one no file is let out of
    /// quarantine.
    pub scanner: Option<String>,
    /// A folder in which scanners and mail leave files.
    pub drop_folder: Option<PathBuf>,
    /// The most bytes of a file.
    pub largest: u64,
}

impl DocumentOptions {
    /// Documents in a folder, and nothing else said.
    #[must_use]
    pub fn in_folder(folder: PathBuf) -> Self {
        Self {
            folder,
            bucket: None,
            scanner: None,
            drop_folder: None,
            largest: LARGEST,
        }
    }
}

/// A bucket of an S3-compatible store.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BucketOptions {
    /// Where the store is, such as `https://s3.example.fi`.
    pub endpoint: String,
    /// The bucket's name.
    pub bucket: String,
    /// The store's region, as it names it.
    #[serde(default = "usual_region")]
    pub region: String,
    /// What its names begin with, where the bucket holds other things as well.
    #[serde(default)]
    pub prefix: String,
    /// The file of the key: `access_key_id = …` and `secret_access_key = …`, a line each.
    pub key: PathBuf,
}

fn usual_region() -> String {
    "us-east-1".to_owned()
}

/// What a store knows an installation by.
pub(super) struct BucketKey {
    pub(super) id: String,
    pub(super) secret: String,
}

impl BucketOptions {
    /// Whether the store is on this machine: elsewhere it must be reached by TLS.
    #[must_use]
    pub fn is_on_this_machine(&self) -> bool {
        let rest = self.endpoint.strip_prefix("http://");
        rest.is_some_and(|rest| {
            let host = rest.split([':', '/']).next().unwrap_or_default();
            ["localhost", "127.0.0.1"].contains(&host)
        })
    }

    /// Says what is wrong with them, before anything is tried.
    ///
    /// # Errors
    /// [`DeskError::Configuration`].
    pub fn check(&self) -> Result<()> {
        if self.endpoint.starts_with("https://") || self.is_on_this_machine() {
            Ok(())
        } else {
            Err(DeskError::Configuration(
                "the bucket's endpoint must begin with https://".to_owned(),
            ))
        }
    }

    pub(super) fn read_key(&self) -> Result<BucketKey> {
        let wrong = |what: &str| DeskError::Configuration(format!("{}: {what}", self.key.display()));
        let text = std::fs::read_to_string(&self.key).map_err(|error| wrong(&error.to_string()))?;
        let value = |name: &str| {
            let found = text
                .lines()
                .filter_map(|line| line.split_once('='))
                .find(|(key, _)| {
                    let key = key.trim();
                    key.strip_prefix("aws_").unwrap_or(key) == name
                });
            let value = found.map(|(_, value)| value.trim().trim_matches('"').to_owned());
            value
                .filter(|value| !value.is_empty())
                .ok_or_else(|| wrong(&format!("{name} is missing")))
        };
        Ok(BucketKey {
            id: value("access_key_id")?,
            secret: value("secret_access_key")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(endpoint: &str, key: PathBuf) -> BucketOptions {
        BucketOptions {
            endpoint: endpoint.to_owned(),
            bucket: "polku".to_owned(),
            region: usual_region(),
            prefix: String::new(),
            key,
        }
    }

    #[test]
    fn a_store_elsewhere_is_reached_by_tls_only() {
        for good in [
            "https://s3.example.fi",
            "http://localhost:9000",
            "http://127.0.0.1:9000/",
        ] {
            assert!(options(good, PathBuf::new()).check().is_ok(), "{good}");
        }
        for bad in [
            "http://s3.example.fi",
            "http://localhost.example.fi",
            "s3.example.fi",
            "",
        ] {
            assert!(options(bad, PathBuf::new()).check().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_key_is_read_from_its_own_file_also_as_other_programs_write_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("key");
        for text in [
            "access_key_id = AKIA\nsecret_access_key = \"se/cr=et\"\n",
            "[default]\naws_access_key_id=AKIA\naws_secret_access_key=se/cr=et\n",
        ] {
            std::fs::write(&file, text).expect("written");
            let key = options("https://x", file.clone()).read_key().expect("a key");
            assert_eq!((key.id.as_str(), key.secret.as_str()), ("AKIA", "se/cr=et"));
        }
        std::fs::write(&file, "access_key_id = AKIA\n").expect("written");
        let told = options("https://x", file)
            .read_key()
            .err()
            .expect("no secret")
            .to_string();
        assert!(
            told.contains("secret_access_key") && !told.contains("AKIA"),
            "{told}"
        );
    }
}
