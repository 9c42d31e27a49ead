//! What a back-up says of itself.

use std::collections::BTreeMap;

use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use super::{BackupError, Result};
use crate::{database::MIGRATIONS, sealing::Key};

/// The form of back-ups that this program writes and reads.
pub(super) const FORM: u32 = 1;
/// Where it lies in the tar: last, since only then all hashes are known.
pub(super) const NAME: &str = "manifest.json";
/// Its mark by the installation's key, after it.
pub(super) const MARK_NAME: &str = "manifest.mark";

/// What a back-up holds, from when and from what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The form of the file.
    pub form: u32,
    /// The version of the program.
    pub product: String,
    /// The moment whose data it holds.
    pub made_at: Timestamp,
    /// The steps of the schema, each with the hash of its text.
    pub migrations: Vec<Step>,
    /// How many rows each table had.
    pub rows: BTreeMap<String, u64>,
    /// The registers, and how far their logs were signed.
    pub registers: Vec<RegisterMark>,
    /// Every part with its size and hash.
    pub parts: Vec<PartMark>,
    /// Content that was removed for good while the back-up was made.
    pub removed_meanwhile: Vec<String>,
}

/// A step of the schema.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its number.
    pub number: i64,
    /// Its name.
    pub name: String,
    /// The hash of its text.
    pub sha256: String,
}

/// How far a register's log was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterMark {
    /// The register's short name.
    pub key: String,
    /// Its last signed checkpoint; none before the first.
    pub checkpoint: Option<String>,
}

/// A part of the tar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartMark {
    /// Its name.
    pub name: String,
    /// How many bytes it has.
    pub size: u64,
    /// Their hash.
    pub sha256: String,
}

impl Manifest {
    /// How many rows there are in all.
    #[must_use]
    pub fn all_rows(&self) -> u64 {
        self.rows.values().sum()
    }

    /// How many documents' contents there are.
    #[must_use]
    pub fn documents(&self) -> usize {
        let is_document = |part: &&PartMark| part.name.starts_with(super::packing::DOCUMENTS);
        self.parts.iter().filter(is_document).count()
    }

    /// The steps of the schema of these numbers, as this program knows them.
    pub(super) fn steps(numbers: &[i64]) -> Result<Vec<Step>> {
        let step = |number: &i64| {
            let known = MIGRATIONS.iter().find(|migration| migration.number == *number);
            let known = known.ok_or_else(|| {
                BackupError::NotNow(
                    "the database was brought up to date by a newer version of the program: use that one"
                        .into(),
                )
            })?;
            Ok(Step {
                number: known.number,
                name: known.name.to_owned(),
                sha256: known.hash(),
            })
        };
        numbers.iter().map(step).collect()
    }

    /// The numbers of the schema's steps, when this program knows each as it was.
    pub(super) fn known_steps(&self) -> Result<Vec<i64>> {
        let number = |step: &Step| {
            let is_known = |migration: &&crate::database::Migration| {
                migration.number == step.number && migration.hash() == step.sha256
            };
            let known = MIGRATIONS.iter().find(is_known);
            known.map(|migration| migration.number).ok_or_else(|| {
                BackupError::OtherVersion(format!("{}, with the tables of step {}", self.product, step.name))
            })
        };
        self.migrations.iter().map(number).collect()
    }

    /// Reads a manifest.
    pub(super) fn read(bytes: &[u8]) -> Result<Self> {
        #[derive(Deserialize)]
        struct Form {
            form: u32,
            product: String,
        }
        let wrong = |_| BackupError::damaged("its manifest cannot be read");
        let first: Form = serde_json::from_slice(bytes).map_err(wrong)?;
        if first.form != FORM {
            return Err(BackupError::OtherVersion(first.product));
        }
        serde_json::from_slice(bytes).map_err(wrong)
    }
}

/// The mark of a manifest. Whoever knows only the public keys of the holders can encrypt, but cannot make this.
pub(super) fn mark(key: &Key, manifest: &[u8]) -> Vec<u8> {
    marking(key, manifest).finalize().into_bytes().to_vec()
}

/// Whether a manifest has the mark that this key makes.
pub(super) fn has_mark(key: &Key, manifest: &[u8], mark: &[u8]) -> bool {
    marking(key, manifest).verify_slice(mark).is_ok()
}

fn marking(key: &Key, manifest: &[u8]) -> Hmac<Sha256> {
    let mut marking = Hmac::<Sha256>::new_from_slice(key.bytes()).expect("a key of any length");
    marking.update(manifest);
    marking
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        Manifest {
            form: FORM,
            product: "0.1.0".to_owned(),
            made_at: "2026-11-23T07:00:00Z".parse().expect("a moment"),
            migrations: Manifest::steps(&[1, 10]).expect("steps"),
            rows: BTreeMap::new(),
            registers: Vec::new(),
            parts: Vec::new(),
            removed_meanwhile: Vec::new(),
        }
    }

    #[test]
    fn a_step_that_is_unknown_or_was_changed_is_of_another_version() {
        assert_eq!(manifest().known_steps().expect("known"), [1, 10]);
        let mut changed = manifest();
        changed.migrations[1].sha256 = "00".repeat(32);
        assert!(matches!(changed.known_steps(), Err(BackupError::OtherVersion(_))));
        let mut newer = manifest();
        newer.migrations[1].number = 9_999;
        assert!(matches!(newer.known_steps(), Err(BackupError::OtherVersion(_))));
    }

    #[test]
    fn another_form_is_told_by_its_version_even_when_it_has_other_fields() {
        let newer = br#"{ "form": 2, "product": "9.0", "what": 1 }"#;
        assert!(matches!(Manifest::read(newer), Err(BackupError::OtherVersion(_))));
        assert!(matches!(Manifest::read(b"{}"), Err(BackupError::Damaged(_))));
    }

    #[test]
    fn a_mark_is_of_its_key_and_its_manifest() {
        let key = Key::from_bytes([1; 32]);
        let made = mark(&key, b"one");
        assert!(has_mark(&key, b"one", &made));
        assert!(!has_mark(&key, b"two", &made));
        assert!(!has_mark(&Key::from_bytes([2; 32]), b"one", &made));
        assert!(!has_mark(&key, b"one", &made[..16]));
    }
}
