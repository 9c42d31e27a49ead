//! Sealed fields and the keys that open them.
//!
//! Each person has a data key. It is wrapped by the root key and lives in the [`KeyRing`], which is a file of its own
//! and never part of the database or its back-ups: without the ring, nothing sealed can be read again.

pub(crate) mod copying;
mod escrow;
mod key_ring;
mod root_key;
mod tombstones;

use chacha20poly1305::{
    Key as CipherKey, XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use zeroize::{Zeroize, ZeroizeOnDrop};

pub use escrow::{ESCROW_HOLDERS, EscrowCopy};
pub use key_ring::KeyRing;
pub use root_key::RootKey;
pub use tombstones::{Tombstone, WhatLies, carry_tombstones};

use crate::{DeskError, Entropy, Result};

/// The form of a sealed value: this byte, 24 bytes of nonce, then ciphertext and tag.
const FORM: u8 = 1;
const NONCE: usize = 24;

/// A key that seals.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Key([u8; 32]);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}

impl Key {
    /// A new key.
    #[must_use]
    pub fn generate(entropy: &dyn Entropy) -> Self {
        let mut bytes = [0; 32];
        entropy.fill(&mut bytes);
        Self(bytes)
    }

    /// The key of these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes, for signing keys and keyed hashes that are kept in the ring too.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Seals a value for one place; it opens at no other.
    #[must_use]
    pub fn seal(&self, place: &[u8], plain: &[u8], entropy: &dyn Entropy) -> Vec<u8> {
        let mut nonce = [0; NONCE];
        entropy.fill(&mut nonce);
        let cipher = XChaCha20Poly1305::new(&CipherKey::from(self.0));
        let payload = Payload {
            msg: plain,
            aad: place,
        };
        let sealed = cipher
            .encrypt(&XNonce::from(nonce), payload)
            .expect("memory holds a record");
        let mut out = Vec::with_capacity(1 + NONCE + sealed.len());
        out.push(FORM);
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&sealed);
        out
    }

    /// Opens a value that was sealed for this place.
    ///
    /// # Errors
    /// [`DeskError::Seal`] when the key, the place or the bytes are not those.
    pub fn open(&self, place: &[u8], sealed: &[u8]) -> Result<Vec<u8>> {
        let (form, rest) = sealed.split_first().ok_or(DeskError::Seal("empty"))?;
        if *form != FORM || rest.len() < NONCE {
            return Err(DeskError::Seal("unknown form"));
        }
        let (nonce, body) = rest.split_at(NONCE);
        let nonce: [u8; NONCE] = nonce.try_into().expect("split there");
        let cipher = XChaCha20Poly1305::new(&CipherKey::from(self.0));
        cipher
            .decrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: body,
                    aad: place,
                },
            )
            .map_err(|_| DeskError::Seal("wrong key or place"))
    }
}
