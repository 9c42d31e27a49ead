//! Seals of signed documents: a detached `signed-note` that says which file was signed, how and when.
//!
//! The note's text is one fact a line; it names no person. The file that it is about is known by its SHA-256, so whoever
//! has the file, the note and the register's key can check all of it without the product ([`check_seal`]).
//!
//! ```text
//! polku/paja/agreements
//! seal 1
//! agreement 0192f0c0-0000-7000-8000-00000000dead
//! document sha256 9f86…
//! shown sha256 60303ae…
//! signature client plain own-device 2026-11-23T10:00:00Z
//! signature organisation plain signed-in-passkey 2026-11-23T11:00:00Z
//! sealed 2026-11-23T11:00:00Z
//! ```

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use thiserror::Error;
use uuid::Uuid;

use crate::{check_statement, checkpoint::CheckpointError};

/// The form of the text. Another one gets another number, and this one keeps its meaning.
const FORM: &str = "seal 1";

/// A hash of a file's bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileHash([u8; 32]);

impl FileHash {
    /// The hash of a file.
    #[must_use]
    pub fn of(file: &[u8]) -> Self {
        Self(Sha256::digest(file).into())
    }

    /// The hash of its 64 hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        if digits.len() != 64
            || !text
                .bytes()
                .all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
        {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl std::fmt::Display for FileHash {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for byte in self.0 {
            write!(formatter, "{byte:02x}")?;
        }
        Ok(())
    }
}

/// One signature as the seal tells it, in words of one part each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedSignature {
    /// Whose: `client` or `organisation`.
    pub party: String,
    /// Which kind: `handwritten`, `plain` or `advanced` (Regulation 910/2014, article 3).
    pub kind: String,
    /// By which way it was given.
    pub way: String,
    /// When.
    pub at: Timestamp,
}

/// What a seal says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Who sealed: the name of the register's key, such as `polku/paja/agreements`.
    pub sealer: String,
    /// Which agreement.
    pub agreement: Uuid,
    /// The file with the signatures on it.
    pub document: FileHash,
    /// The file that the signers were shown.
    pub shown: FileHash,
    /// Who signed, how and when.
    pub signatures: Vec<SealedSignature>,
    /// When it was sealed.
    pub sealed_at: Timestamp,
}

/// Which of the two files of a seal somebody has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealedFile {
    /// The one with the signatures on it.
    Signed,
    /// The one that the signers were shown.
    Shown,
}

/// Why a seal does not hold.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum SealError {
    /// The signature of the register's key does not fit, or cannot be read.
    #[error(transparent)]
    Note(#[from] CheckpointError),
    /// The key has signed something that is no seal.
    #[error("the note is signed, but it is not a seal of a document")]
    NotASeal,
    /// The seal is about another file, or the file was changed.
    #[error("the file is not the one that was sealed: it was changed, or it is another document")]
    OtherFile(Box<Seal>),
}

impl Seal {
    /// The text that is signed.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = vec![
            self.sealer.clone(),
            FORM.to_owned(),
            format!("agreement {}", self.agreement),
            format!("document sha256 {}", self.document),
            format!("shown sha256 {}", self.shown),
        ];
        for one in &self.signatures {
            lines.push(format!(
                "signature {} {} {} {}",
                one.party, one.kind, one.way, one.at
            ));
        }
        lines.push(format!("sealed {}", self.sealed_at));
        lines.join("\n") + "\n"
    }

    /// The seal of a text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        let sealer = lines.next()?.to_owned();
        if lines.next()? != FORM {
            return None;
        }
        let agreement = lines.next()?.strip_prefix("agreement ")?.parse().ok()?;
        let document = FileHash::parse(lines.next()?.strip_prefix("document sha256 ")?)?;
        let shown = FileHash::parse(lines.next()?.strip_prefix("shown sha256 ")?)?;
        let mut signatures = Vec::new();
        while let Some(line) = lines.next() {
            if let Some(at) = line.strip_prefix("sealed ") {
                let sealed_at = at.parse().ok()?;
                return lines.next().is_none().then_some(Self {
                    sealer,
                    agreement,
                    document,
                    shown,
                    signatures,
                    sealed_at,
                });
            }
            let words: Vec<&str> = line.strip_prefix("signature ")?.split(' ').collect();
            let [party, kind, way, at] = words[..] else {
                return None;
            };
            signatures.push(SealedSignature {
                party: party.to_owned(),
                kind: kind.to_owned(),
                way: way.to_owned(),
                at: at.parse().ok()?,
            });
        }
        None
    }
}

/// What a note says of a file, when the key has signed it and the file is one of the two that it is about.
///
/// # Errors
/// [`SealError`], which says which of these does not hold.
pub fn check_seal(file: &[u8], note: &str, verifier_key: &str) -> Result<(Seal, SealedFile), SealError> {
    let text = check_statement(note, verifier_key)?;
    let seal = Seal::parse(&text).ok_or(SealError::NotASeal)?;
    let hash = FileHash::of(file);
    if hash == seal.document {
        Ok((seal, SealedFile::Signed))
    } else if hash == seal.shown {
        Ok((seal, SealedFile::Shown))
    } else {
        Err(SealError::OtherFile(Box::new(seal)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::StatementSigner;

    fn signer(seed: u8) -> StatementSigner {
        StatementSigner::from_seed("polku/paja/agreements", &[seed; 32]).expect("a signer")
    }

    fn seal(document: &[u8], shown: &[u8]) -> Seal {
        let signature = |party: &str| SealedSignature {
            party: party.to_owned(),
            kind: "plain".to_owned(),
            way: "own-device".to_owned(),
            at: Timestamp::UNIX_EPOCH,
        };
        Seal {
            sealer: "polku/paja/agreements".to_owned(),
            agreement: Uuid::from_u128(7),
            document: FileHash::of(document),
            shown: FileHash::of(shown),
            signatures: vec![signature("client"), signature("organisation")],
            sealed_at: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_seal_holds_for_its_two_files_and_its_key_alone_b3() {
        let (seal, key) = (seal(b"signed", b"shown"), signer(7));
        let note = key.sign(&seal.text()).expect("a note");
        let verifier = key.verifier_key();
        assert_eq!(
            check_seal(b"signed", &note, &verifier),
            Ok((seal.clone(), SealedFile::Signed))
        );
        assert_eq!(
            check_seal(b"shown", &note, &verifier),
            Ok((seal.clone(), SealedFile::Shown))
        );
        let other = check_seal(b"signed ", &note, &verifier);
        assert_eq!(other, Err(SealError::OtherFile(Box::new(seal))));
        let foreign = check_seal(b"signed", &note, &signer(8).verifier_key());
        assert_eq!(foreign, Err(SealError::Note(CheckpointError::BadSignature)));
        let altered = check_seal(b"signed", &note.replace("plain", "advanced"), &verifier);
        assert_eq!(altered, Err(SealError::Note(CheckpointError::BadSignature)));
        let notice = key.sign("polku/paja/notices\nversion 3\n").expect("a note");
        assert_eq!(
            check_seal(b"signed", &notice, &verifier),
            Err(SealError::NotASeal)
        );
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_again_b3(count in 0_usize..4, seconds in 0_i64..4_000_000_000) {
            let mut written = seal(b"a", b"b");
            written.sealed_at = Timestamp::from_second(seconds).expect("a moment");
            written.signatures.truncate(count);
            prop_assert_eq!(Seal::parse(&written.text()), Some(written));
        }

        #[test]
        fn a_changed_byte_is_noticed_b3(file in prop::collection::vec(any::<u8>(), 1..200), place in any::<prop::sample::Index>()) {
            let note = signer(7).sign(&seal(&file, b"shown").text()).expect("a note");
            let mut changed = file.clone();
            changed[place.index(file.len())] ^= 1;
            prop_assert!(check_seal(&file, &note, &signer(7).verifier_key()).is_ok());
            let found = check_seal(&changed, &note, &signer(7).verifier_key());
            prop_assert!(matches!(found, Err(SealError::OtherFile(_))), "{:?}", found);
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,300}") {
            let _ = Seal::parse(&text);
        }
    }
}
