//! Signed statements: any text of ours that others must be able to check later, as a C2SP `signed-note`.
//!
//! A privacy notice is published as one: the note's text names the register, the version and a hash of what was
//! published, and the last line is the Ed25519 signature of the register's key for notices.

use ed25519_dalek::{Signer as _, SigningKey};
use signed_note::{Note, Signature, StandardVerifier, VerifierList};

use crate::checkpoint::CheckpointError;

/// The first byte of an Ed25519 key in a signed note's verifier key.
const ED25519: u8 = 1;

/// Signs statements in one name.
pub struct StatementSigner {
    name: String,
    key: SigningKey,
}

impl StatementSigner {
    /// The signer that is known as `name`, from the 32 secret bytes of an Ed25519 key.
    ///
    /// # Errors
    /// [`CheckpointError::InvalidOrigin`] for a name that a note cannot hold.
    pub fn from_seed(name: &str, seed: &[u8; 32]) -> Result<Self, CheckpointError> {
        if name.chars().any(char::is_control) || !signed_note::is_key_name_valid(name) {
            return Err(CheckpointError::InvalidOrigin(name.to_owned()));
        }
        Ok(Self {
            name: name.to_owned(),
            key: SigningKey::from_bytes(seed),
        })
    }

    /// The public key in the standard text `name+hash+base64`.
    #[must_use]
    pub fn verifier_key(&self) -> String {
        signed_note::new_ed25519_verifier_key(&self.name, &self.key.verifying_key())
    }

    /// A text with its signature. It ends with a line break, as a note's text must.
    ///
    /// # Errors
    /// [`CheckpointError::Malformed`] for a text that a note cannot hold.
    pub fn sign(&self, text: &str) -> Result<String, CheckpointError> {
        let public = [&[ED25519][..], self.key.verifying_key().as_bytes()].concat();
        let id = signed_note::key_id(&self.name, &public);
        let signature = self.key.sign(text.as_bytes()).to_vec();
        let signature = Signature::new(self.name.clone(), id, signature);
        let note = signature.and_then(|signature| Note::new(text.as_bytes(), &[signature]));
        let signed = note.map_err(|_| CheckpointError::Malformed)?.to_bytes();
        String::from_utf8(signed).map_err(|_| CheckpointError::Malformed)
    }
}

/// The text of a signed statement, when the key has signed it.
///
/// # Errors
/// [`CheckpointError::InvalidKey`] and [`CheckpointError::Malformed`] for what cannot be read,
/// [`CheckpointError::BadSignature`] for what the key has not signed.
pub fn check_statement(note: &str, verifier_key: &str) -> Result<String, CheckpointError> {
    let verifier = StandardVerifier::new(verifier_key.trim()).map_err(|_| CheckpointError::InvalidKey)?;
    let note = Note::from_bytes(note.as_bytes()).map_err(|_| CheckpointError::Malformed)?;
    note.verify(&VerifierList::new(vec![Box::new(verifier)]))
        .map_err(|_| CheckpointError::BadSignature)?;
    String::from_utf8(note.text().to_vec()).map_err(|_| CheckpointError::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_accepted_from_its_signer_alone() {
        let signer = StatementSigner::from_seed("polku/paja/notices", &[7; 32]).expect("a signer");
        let note = signer.sign("a notice\nversion 3\n").expect("a note");
        let read = check_statement(&note, &signer.verifier_key()).expect("accepted");
        assert_eq!(read, "a notice\nversion 3\n");
        let altered = note.replace("version 3", "version 4");
        let refused = check_statement(&altered, &signer.verifier_key());
        assert_eq!(refused, Err(CheckpointError::BadSignature));
        let other = StatementSigner::from_seed("polku/paja/notices", &[8; 32]).expect("a signer");
        assert!(check_statement(&note, &other.verifier_key()).is_err());
    }
}
