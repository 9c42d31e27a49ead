//! The form of sealed content: parts of one size, each with its place, the last one marked.
//!
//! One byte of form, 19 bytes of nonce, then parts of 64 KiB with their tags, by the STREAM construction over
//! XChaCha20-Poly1305 (Hoang, Reyhanitabar, Rogaway and Vizár, 2015). A part that is moved, left out or cut off does not
//! open, nor one of another register, person or content.

use aead_stream::{NewStream as _, Nonce, StreamBE32, StreamPrimitive as _};
use chacha20poly1305::{
    Key as CipherKey, XChaCha20Poly1305,
    aead::{KeyInit as _, Payload},
};
use uuid::Uuid;

use super::Owner;
use crate::{DeskError, Entropy, RegisterId, Result, sealing::Key};

const FORM: u8 = 1;
const NONCE: usize = 19;
const TAG: usize = 16;
/// What stands before the parts.
pub(super) const HEAD: usize = 1 + NONCE;
/// Bytes of content in a part.
pub(super) const PART: usize = 64 * 1024;
/// A part as it lies in the store.
pub(super) const SEALED_PART: usize = PART + TAG;

/// With what content is sealed, and to what it is bound.
#[derive(Clone)]
pub(super) struct Sealing {
    key: Key,
    place: Vec<u8>,
}

/// Seals or opens the parts of one content.
pub(super) struct Parts {
    stream: StreamBE32<XChaCha20Poly1305>,
    place: Vec<u8>,
}

impl Sealing {
    pub(super) fn new(register: RegisterId, owner: Owner, content: Uuid, key: Key) -> Self {
        let owner = match owner {
            Owner::Person(subject) => subject.to_string(),
            Owner::Tray => "tray".to_owned(),
        };
        let place = format!("{}|{owner}|document-content|{content}", register.0).into_bytes();
        Self { key, place }
    }

    /// Begins new content; answers what stands before its parts.
    pub(super) fn begin(&self, entropy: &dyn Entropy) -> (Vec<u8>, Parts) {
        let mut nonce = [0; NONCE];
        entropy.fill(&mut nonce);
        let mut head = vec![FORM];
        head.extend_from_slice(&nonce);
        (head, self.parts(nonce))
    }

    /// Goes on with content whose head was read.
    ///
    /// # Errors
    /// [`DeskError::Seal`] when the head is not one.
    pub(super) fn resume(&self, head: &[u8]) -> Result<Parts> {
        match head.split_first() {
            Some((form, nonce)) if *form == FORM => {
                let nonce = nonce
                    .try_into()
                    .map_err(|_| DeskError::Seal("content without its head"))?;
                Ok(self.parts(nonce))
            }
            _ => Err(DeskError::Seal("content of an unknown form")),
        }
    }

    fn parts(&self, nonce: [u8; NONCE]) -> Parts {
        let cipher = XChaCha20Poly1305::new(&CipherKey::from(*self.key.bytes()));
        let nonce: Nonce<XChaCha20Poly1305, StreamBE32<XChaCha20Poly1305>> = nonce.into();
        Parts {
            stream: StreamBE32::from_aead(cipher, &nonce),
            place: self.place.clone(),
        }
    }
}

impl Parts {
    /// Seals the part of this number.
    pub(super) fn seal(&self, number: u32, is_last: bool, plain: &[u8]) -> Vec<u8> {
        let payload = Payload {
            msg: plain,
            aad: &self.place,
        };
        self.stream
            .encrypt(number, is_last, payload)
            .expect("memory holds a part")
    }

    /// Opens the part of this number.
    ///
    /// # Errors
    /// [`DeskError::Seal`] when it is not that part.
    pub(super) fn open(&self, number: u32, is_last: bool, sealed: &[u8]) -> Result<Vec<u8>> {
        let payload = Payload {
            msg: sealed,
            aad: &self.place,
        };
        self.stream
            .decrypt(number, is_last, payload)
            .map_err(|_| DeskError::Seal("content is not as it was written"))
    }
}

/// How much content there is in so many sealed bytes.
///
/// # Errors
/// [`DeskError::Seal`] when no content is that long.
pub(super) fn plain_size(sealed: u64) -> Result<u64> {
    let body = sealed
        .checked_sub(HEAD as u64)
        .filter(|body| *body >= TAG as u64)
        .ok_or(DeskError::Seal("content is cut off"))?;
    let parts = body.div_ceil(SEALED_PART as u64);
    body.checked_sub(parts * TAG as u64)
        .ok_or(DeskError::Seal("content is cut off"))
}

/// How many sealed bytes so much content makes.
pub(super) fn sealed_size(plain: u64) -> u64 {
    HEAD as u64 + plain + parts_of(plain) * TAG as u64
}

/// How many parts so much content makes; also nothing makes one.
pub(super) fn parts_of(plain: u64) -> u64 {
    plain.div_ceil(PART as u64).max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{SeededEntropy, SubjectId};

    fn sealing(owner: Owner, content: u128) -> Sealing {
        Sealing::new(
            RegisterId(1),
            owner,
            Uuid::from_u128(content),
            Key::from_bytes([7; 32]),
        )
    }

    #[test]
    fn a_part_opens_at_its_own_place_only() {
        let ilona = Owner::Person(SubjectId(Uuid::from_u128(1)));
        let mikko = Owner::Person(SubjectId(Uuid::from_u128(2)));
        let (head, parts) = sealing(ilona, 9).begin(&SeededEntropy::new(1));
        let first = parts.seal(0, false, b"eka");
        let last = parts.seal(1, true, b"toka");
        let again = sealing(ilona, 9).resume(&head).expect("a head");
        assert_eq!(again.open(0, false, &first).expect("opens"), b"eka");
        assert_eq!(again.open(1, true, &last).expect("opens"), b"toka");
        assert!(again.open(1, false, &first).is_err(), "moved");
        assert!(again.open(0, true, &first).is_err(), "cut off after it");
        for other in [sealing(mikko, 9), sealing(ilona, 8), sealing(Owner::Tray, 9)] {
            let other = other.resume(&head).expect("a head");
            assert!(other.open(0, false, &first).is_err());
        }
    }

    #[test]
    fn a_head_that_is_none_is_refused() {
        let sealing = sealing(Owner::Tray, 1);
        for head in [&[][..], &[2; HEAD], &[FORM; 5]] {
            assert!(sealing.resume(head).is_err());
        }
    }

    proptest! {
        #[test]
        fn the_size_of_content_is_known_from_outside(plain in 0_u64..300_000) {
            prop_assert_eq!(plain_size(sealed_size(plain)).expect("a size"), plain);
        }
    }
}
