//! Who may open a copy: recipients whose identities are not on this machine.

use std::{io::BufRead, path::Path};

use age::{DecryptError, Decryptor, stream::StreamReader, x25519};

use super::{BackupError, Result};

/// For whom copies are encrypted, by their age recipients (`age1…`).
#[derive(Debug, Clone)]
pub struct Holders(Vec<x25519::Recipient>);

impl Holders {
    /// Reads recipients.
    ///
    /// # Errors
    /// [`BackupError::NotNow`] when there is none, or one is no recipient.
    pub fn parse(recipients: &[String]) -> Result<Self> {
        let parsed = recipients.iter().map(|one| one.trim().parse());
        let parsed: std::result::Result<Vec<x25519::Recipient>, _> = parsed.collect();
        let holders = parsed.map_err(|_| {
            BackupError::NotNow("a holder of copies is named by an age recipient (age1…)".into())
        })?;
        if holders.is_empty() {
            return Err(BackupError::NotNow(
                "copies need a holder, by an age recipient (age1…)".into(),
            ));
        }
        Ok(Self(holders))
    }

    /// Whether somebody is among both.
    #[must_use]
    pub fn overlap(&self, others: &Self) -> bool {
        let is_other =
            |one: &x25519::Recipient| others.0.iter().any(|other| other.to_string() == one.to_string());
        self.0.iter().any(is_other)
    }

    pub(super) fn encryptor(&self) -> Result<age::Encryptor> {
        let recipients = self.0.iter().map(|one| one as &dyn age::Recipient);
        age::Encryptor::with_recipients(recipients)
            .map_err(|error| std::io::Error::other(error.to_string()).into())
    }
}

/// What opens copies: the holders' identities (`AGE-SECRET-KEY-…`).
#[derive(Clone)]
pub struct Identities(Vec<x25519::Identity>);

impl std::fmt::Debug for Identities {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} identities", self.0.len())
    }
}

impl Identities {
    /// Reads identity files, as `age-keygen` writes them.
    ///
    /// # Errors
    /// [`BackupError::NotNow`] when a file cannot be read or holds no identity.
    pub fn read<P: AsRef<Path>>(files: &[P]) -> Result<Self> {
        let mut identities = Vec::new();
        for file in files {
            let file = file.as_ref();
            let wrong = |why: &str| BackupError::NotNow(format!("{}: {why}", file.display()));
            let text = std::fs::read_to_string(file).map_err(|error| wrong(&error.to_string()))?;
            let text = zeroize::Zeroizing::new(text);
            let lines = text.lines().filter(|line| line.starts_with("AGE-SECRET-KEY-"));
            let before = identities.len();
            for line in lines {
                let identity = line.trim().parse();
                identities.push(identity.map_err(|_| wrong("the identity cannot be read"))?);
            }
            if identities.len() == before {
                return Err(wrong("the file holds no AGE-SECRET-KEY"));
            }
        }
        Ok(Self(identities))
    }

    /// Opens a copy for reading; `what` names it when none of the identities does.
    pub(super) fn open<R: BufRead>(&self, copy: R, what: &str) -> Result<StreamReader<R>> {
        let decryptor = Decryptor::new_buffered(copy).map_err(|error| refused(&error, what))?;
        let identities = self.0.iter().map(|one| one as &dyn age::Identity);
        decryptor
            .decrypt(identities)
            .map_err(|error| refused(&error, what))
    }
}

fn refused(error: &DecryptError, what: &str) -> BackupError {
    match error {
        DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            BackupError::WrongKey(what.to_owned())
        }
        _ => BackupError::damaged("it does not begin as an age file does"),
    }
}
