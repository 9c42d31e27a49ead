//! The key that wraps all others.

use std::{io::Write as _, os::unix::fs::OpenOptionsExt as _, path::Path};

use super::Key;
use crate::{DeskError, Entropy, Result};

/// The root key, from a file that only its owner may read (or a systemd credential, which is such a file).
#[derive(Debug, Clone)]
pub struct RootKey(Key);

impl RootKey {
    /// Reads the key of a file.
    ///
    /// # Errors
    /// [`DeskError::Configuration`] when the file does not hold a key.
    pub fn read(path: &Path) -> Result<Self> {
        let text = zeroize::Zeroizing::new(std::fs::read_to_string(path)?);
        let mut bytes = [0; 32];
        hex::decode_to_slice(text.trim(), &mut bytes)
            .map_err(|_| DeskError::Configuration("the root key file does not hold a key".into()))?;
        Ok(Self(Key::from_bytes(bytes)))
    }

    /// Makes a new key in a new file.
    ///
    /// # Errors
    /// When the file exists already or cannot be written.
    pub fn create(path: &Path, entropy: &dyn Entropy) -> Result<Self> {
        let key = Key::generate(entropy);
        let mut file = std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)?;
        writeln!(file, "{}", hex::encode(key.bytes()))?;
        file.sync_all()?;
        Ok(Self(key))
    }

    pub(super) fn key(&self) -> &Key {
        &self.0
    }
}
