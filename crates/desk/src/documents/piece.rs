//! A piece of content that came in: part of its name, and sealed.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::{
    Owner,
    sealed::{PART, Parts, SEALED_PART},
};
use crate::{DeskError, Result, sealing::Key};

/// Bytes of content that are sealed and written together.
pub(super) const PIECE: usize = 8 * PART;

/// What is done with each piece. It is work for a processor: use it off the async threads.
pub(super) struct Sealer {
    parts: Parts,
    name: Hmac<Sha256>,
    number: u32,
    /// What is sealed and not given away yet.
    sealed: Vec<u8>,
}

impl Sealer {
    /// Begins content of an owner; `head` stands before its parts.
    pub(super) fn new(parts: Parts, naming: &Key, owner: Owner, head: Vec<u8>) -> Self {
        let mut name = Hmac::<Sha256>::new_from_slice(naming.bytes()).expect("any length is a key");
        name.update(&owner.bytes());
        Self {
            parts,
            name,
            number: 0,
            sealed: head,
        }
    }

    /// Seals a piece. All but the last one have the whole size.
    ///
    /// # Errors
    /// When the content has more parts than can be counted.
    pub(super) fn take(&mut self, piece: &[u8], is_last: bool) -> Result<()> {
        self.name.update(piece);
        self.sealed.reserve(piece.len().div_ceil(PART) * SEALED_PART);
        let (first, rest) = piece.split_at(piece.len().min(PART));
        self.seal(first, is_last && rest.is_empty())?;
        let mut rest = rest.chunks(PART).peekable();
        while let Some(part) = rest.next() {
            self.seal(part, is_last && rest.peek().is_none())?;
        }
        Ok(())
    }

    fn seal(&mut self, part: &[u8], is_last: bool) -> Result<()> {
        let sealed = self.parts.seal(self.number, is_last, part);
        self.sealed.extend_from_slice(&sealed);
        let next = self.number.checked_add(1);
        self.number = next.ok_or(DeskError::Stored("content is too long"))?;
        Ok(())
    }

    /// What was sealed since this was asked before.
    pub(super) fn sealed(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.sealed)
    }

    /// The name of all that was taken: equal content of one person has one name.
    pub(super) fn name(self) -> String {
        hex::encode(self.name.finalize().into_bytes())
    }
}
