//! A PDF is looked at as it comes: what it says of itself in plain words, and whether its end is there. What is packed inside
//! it is not seen here.

use memchr::{memchr_iter, memmem};

use crate::{
    examine::{Examined, Refusal, Remarks},
    kind::FileKind,
};

/// What is worth a remark; each begins with the sign that is looked for.
const WORDS: [&[u8]; 5] = [b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/Encrypt"];
/// The longest of them, but for its first byte: so much of one may stand in what came before.
const ACROSS: usize = b"/EmbeddedFile".len() - 1;
/// A PDF's own end is among so many last bytes.
const END: usize = 2048;

/// A PDF of which some has come.
#[derive(Debug, Default)]
pub(crate) struct Passing {
    found: [bool; WORDS.len()],
    /// The last bytes that came.
    end: Vec<u8>,
}

impl Passing {
    /// Looks at the next bytes.
    pub(crate) fn see(&mut self, bytes: &[u8]) {
        let before = &self.end[self.end.len().saturating_sub(ACROSS)..];
        let across = [before, &bytes[..bytes.len().min(ACROSS)]].concat();
        self.note(&across);
        self.note(bytes);
        self.end
            .extend_from_slice(&bytes[bytes.len().saturating_sub(END)..]);
        let too_many = self.end.len().saturating_sub(END);
        self.end.drain(..too_many);
    }

    fn note(&mut self, text: &[u8]) {
        for place in memchr_iter(b'/', text) {
            for (word, found) in WORDS.iter().zip(&mut self.found) {
                *found |= text[place..].starts_with(word);
            }
        }
    }

    /// What was seen, when nothing more comes.
    pub(crate) fn outcome(&self) -> Result<Examined, Refusal> {
        if memmem::find(&self.end, b"%%EOF").is_none() {
            return Err(Refusal::Torn);
        }
        let [javascript, js, launches, attachments, locked] = self.found;
        Ok(Examined {
            kind: FileKind::Pdf,
            remarks: Remarks {
                scripts: javascript || js,
                launches,
                attachments,
                locked,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_word_is_seen_wherever_the_pieces_part(
            before in 0_usize..40, word in 0..WORDS.len(), size in 1_usize..30,
        ) {
            let text = [&vec![b'/'; before], WORDS[word], b" 1 0 R %%EOF"].concat();
            let mut passing = Passing::default();
            for piece in text.chunks(size) {
                passing.see(piece);
            }
            prop_assert!(passing.found[word]);
            prop_assert!(passing.outcome().is_ok());
        }
    }

    #[test]
    fn a_word_that_is_not_there_is_not_seen() {
        let mut passing = Passing::default();
        for piece in b"%PDF-1.4 /Java /Embedded Encrypt".chunks(5) {
            passing.see(piece);
        }
        assert_eq!(passing.found, [false; WORDS.len()]);
        assert_eq!(passing.outcome(), Err(Refusal::Torn));
    }
}
