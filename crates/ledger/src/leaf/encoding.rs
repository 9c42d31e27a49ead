//! Length-prefixed bytes: the letters of which the leaf's canonical form is made.

use super::LeafError;

/// Collects the parts of a leaf.
#[derive(Default)]
pub(super) struct BytesWriter(Vec<u8>);

impl BytesWriter {
    pub(super) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    pub(super) fn fixed(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    pub(super) fn count(&mut self, count: usize) {
        self.fixed(&(count as u64).to_be_bytes());
    }

    pub(super) fn text(&mut self, text: &str) {
        self.count(text.len());
        self.fixed(text.as_bytes());
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// Takes the parts of a leaf off its bytes, front to back.
pub(super) struct BytesReader<'a>(&'a [u8]);

impl<'a> BytesReader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(super) fn byte(&mut self) -> Result<u8, LeafError> {
        self.fixed::<1>().map(|[byte]| byte)
    }

    pub(super) fn fixed<const N: usize>(&mut self) -> Result<[u8; N], LeafError> {
        let (taken, rest) = self.0.split_first_chunk::<N>().ok_or(LeafError::TooShort)?;
        self.0 = rest;
        Ok(*taken)
    }

    pub(super) fn text(&mut self) -> Result<String, LeafError> {
        let length = u64::from_be_bytes(self.fixed()?);
        let length = usize::try_from(length).map_err(|_| LeafError::TooShort)?;
        let (taken, rest) = self.0.split_at_checked(length).ok_or(LeafError::TooShort)?;
        self.0 = rest;
        String::from_utf8(taken.to_vec()).map_err(|_| LeafError::NotText)
    }

    pub(super) fn finish(self) -> Result<(), LeafError> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(LeafError::TooLong)
        }
    }
}
