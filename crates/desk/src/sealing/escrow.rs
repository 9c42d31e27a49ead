//! Recovery copies of the root key, for holders outside the administrator's reach.
//!
//! A copy is encrypted to its holder alone (age), so that either holder can bring an installation back. A copy that was
//! never opened is a hope: the ring remembers which copies were written and which of them a holder has opened since, and a
//! production node does not serve before all of them were.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{Key, KeyRing};
use crate::{DeskError, Entropy, Result};

/// As many holders have a copy at least.
pub const ESCROW_HOLDERS: usize = 2;

/// What the ring remembers of a copy; never the copy or the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EscrowCopy {
    /// When it was written.
    pub written_at: Timestamp,
    /// When its holder opened it and it held the root key of this ring.
    pub opened_at: Option<Timestamp>,
}

impl KeyRing {
    /// Writes a copy of the root key for each holder, by their age recipients (`age1…`).
    ///
    /// # Errors
    /// [`DeskError::Configuration`] when there are fewer than [`ESCROW_HOLDERS`] different holders or one is no recipient.
    pub async fn write_escrow(
        &self,
        holders: &[String],
        now: Timestamp,
        entropy: &dyn Entropy,
    ) -> Result<Vec<Vec<u8>>> {
        let mut different: Vec<&str> = holders.iter().map(|holder| holder.trim()).collect();
        different.sort_unstable();
        different.dedup();
        if different.len() < ESCROW_HOLDERS {
            return Err(wrong(
                "the root key is kept by two holders at least, each with a key of their own",
            ));
        }
        let mut copies = Vec::with_capacity(different.len());
        for holder in different {
            let recipient: age::x25519::Recipient = holder
                .parse()
                .map_err(|_| wrong("a holder is named by an age recipient (age1…)"))?;
            // As the root key's file reads, so that `age --decrypt` alone brings the file back.
            let file = Zeroizing::new(format!("{}\n", hex::encode(self.root.key().bytes())));
            let copy = age::encrypt(&recipient, file.as_bytes())
                .map_err(|_| wrong("the copy could not be encrypted"))?;
            let known = EscrowCopy {
                written_at: now,
                opened_at: None,
            };
            self.remember_copy(&copy, known, entropy).await?;
            copies.push(copy);
        }
        Ok(copies)
    }

    /// Opens a copy with its holder's age identity (`AGE-SECRET-KEY-…`), and remembers that it holds this ring's root key.
    ///
    /// # Errors
    /// [`DeskError::Configuration`] when it does not open, holds another key, or is none of the copies written last.
    pub async fn open_escrow(
        &self,
        copy: &[u8],
        identity: &str,
        now: Timestamp,
        entropy: &dyn Entropy,
    ) -> Result<()> {
        let held = held(copy, identity)?;
        // Whoever holds the ring can compare: a constant time would hide nothing.
        if held.bytes() != self.root.key().bytes() {
            return Err(wrong("the copy holds another root key than this installation's"));
        }
        let owner = owner_of(copy);
        let known = self.copy_at(&owner)?;
        let mut known = known.ok_or_else(|| wrong("the copy was not written by this installation"))?;
        known.opened_at = Some(now);
        self.remember_copy(copy, known, entropy).await
    }

    /// The copies that were written.
    ///
    /// # Errors
    /// [`DeskError::Seal`] when the ring was tampered with.
    pub fn escrow_copies(&self) -> Result<Vec<EscrowCopy>> {
        let owners = self.owners_of(OWNER);
        let copies = owners
            .iter()
            .map(|owner| self.copy_at(owner))
            .collect::<Result<Vec<_>>>()?;
        Ok(copies.into_iter().flatten().collect())
    }

    /// Refuses an installation whose root key would be lost with its machine.
    ///
    /// # Errors
    /// [`DeskError::Configuration`] that says what is left to do.
    pub fn require_escrow(&self) -> Result<()> {
        let copies = self.escrow_copies()?;
        if copies.len() < ESCROW_HOLDERS {
            return Err(wrong(
                "the root key has no escrow copies yet: write them with `polku keys escrow`",
            ));
        }
        if copies.iter().any(|copy| copy.opened_at.is_none()) {
            return Err(wrong(
                "an escrow copy of the root key was never opened: let each holder try theirs with `polku keys try-escrow`",
            ));
        }
        Ok(())
    }

    async fn remember_copy(&self, copy: &[u8], known: EscrowCopy, entropy: &dyn Entropy) -> Result<()> {
        let owner = owner_of(copy);
        let sealed = self
            .root
            .key()
            .seal(&owner, &serde_json::to_vec(&known)?, entropy);
        self.replace(owner, sealed).await
    }

    fn copy_at(&self, owner: &[u8]) -> Result<Option<EscrowCopy>> {
        let Some(sealed) = self.sealed(owner) else {
            return Ok(None);
        };
        Ok(Some(serde_json::from_slice(
            &self.root.key().open(owner, &sealed)?,
        )?))
    }
}

const OWNER: u8 = b'e';

/// A copy by its hash: the ring must not hold what opens it.
fn owner_of(copy: &[u8]) -> Vec<u8> {
    let mut owner = vec![OWNER];
    owner.extend_from_slice(&Sha256::digest(copy));
    owner
}

fn wrong(what: &str) -> DeskError {
    DeskError::Configuration(what.to_owned())
}

/// The key that a copy holds.
fn held(copy: &[u8], identity: &str) -> Result<Key> {
    let identity = identity.lines().find(|line| line.starts_with("AGE-SECRET-KEY-"));
    let identity: age::x25519::Identity = identity
        .and_then(|line| line.trim().parse().ok())
        .ok_or_else(|| wrong("the identity file holds no AGE-SECRET-KEY"))?;
    let plain = age::decrypt(&identity, copy).map(Zeroizing::new);
    let plain = plain.map_err(|_| wrong("this identity does not open this copy"))?;
    let mut bytes = [0; 32];
    hex::decode_to_slice(plain.trim_ascii(), &mut bytes).map_err(|_| wrong("the copy holds no key"))?;
    Ok(Key::from_bytes(bytes))
}
