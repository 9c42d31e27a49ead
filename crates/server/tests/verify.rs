//! `polku verify` as its users run it: the program itself, without a server.

use std::process::Command;

use jiff::Timestamp;
use polku_ledger::{FileHash, Seal, SealedSignature, StatementSigner};
use uuid::Uuid;

const POLKU: &str = env!("CARGO_BIN_EXE_polku");

struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, content) in files {
            std::fs::write(folder.path().join(name), content).expect("written");
        }
        Self { folder }
    }

    fn verify(&self, file: &str, key: &str) -> (i32, String) {
        let output = Command::new(POLKU)
            .current_dir(self.folder.path())
            .args(["verify", file, "--signature", "seal.note", "--key", key])
            .output()
            .expect("the program");
        let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        (output.status.code().expect("an exit code"), said.into_owned())
    }
}

#[test]
fn b3_a_sealed_document_is_checked_offline_and_a_changed_one_is_told() {
    let signer = StatementSigner::from_seed("polku/paja/agreements", &[7; 32]).expect("a signer");
    let seal = Seal {
        sealer: "polku/paja/agreements".to_owned(),
        agreement: Uuid::from_u128(7),
        document: FileHash::of(b"signed"),
        shown: FileHash::of(b"shown"),
        signatures: vec![SealedSignature {
            party: "client".to_owned(),
            kind: "plain".to_owned(),
            way: "own-device".to_owned(),
            at: Timestamp::UNIX_EPOCH,
        }],
        sealed_at: Timestamp::UNIX_EPOCH,
    };
    let note = signer.sign(&seal.text()).expect("a note");
    let key = signer.verifier_key();
    let other = StatementSigner::from_seed("polku/paja/agreements", &[8; 32]).expect("a signer");
    let office = Office::with(&[
        ("signed.pdf", b"signed"),
        ("shown.pdf", b"shown"),
        ("changed.pdf", b"signed, and changed"),
        ("seal.note", note.as_bytes()),
        ("key.txt", format!("{key}\n").as_bytes()),
    ]);
    let (code, said) = office.verify("signed.pdf", "key.txt");
    assert_eq!(code, 0, "{said}");
    assert!(
        said.contains("polku/paja/agreements") && said.contains("plain electronic signature"),
        "{said}"
    );
    assert!(said.contains("unchanged"), "{said}");
    let (code, said) = office.verify("shown.pdf", &key);
    assert!(code == 0 && said.contains("were shown"), "{said}");
    let (code, said) = office.verify("changed.pdf", "key.txt");
    assert!(code == 3 && said.contains("WRONG"), "{said}");
    let (code, said) = office.verify("signed.pdf", &other.verifier_key());
    assert!(code == 3 && said.contains("WRONG"), "{said}");
    assert_eq!(office.verify("missing.pdf", "key.txt").0, 1);
    assert_eq!(office.verify("signed.pdf", "https://example.org/key").0, 1);
}
