//! `polku verify`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use clap::Args;
use polku_ledger::{Seal, SealError, SealedFile, check_seal};

use super::{FOUND_WANTING, say};

/// Check a signed document by its seal, without a server: who signed, when, with which kind of signature, and whether the
/// file is as it was. Exits with 0 when all holds, with 3 when the file was changed or the seal is not the key's, with 1
/// when it could not be checked
#[derive(Debug, Args)]
pub(super) struct Verify {
    /// The document (PDF)
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Its seal, which was downloaded beside it
    #[arg(long, value_name = "FILE")]
    signature: PathBuf,
    /// The register's key, or a file with it. A running server tells it at `/agreement-key/REGISTER`; a key that came the
    /// same way as the document proves little
    #[arg(long, value_name = "KEY")]
    key: String,
}

impl Verify {
    #[expect(clippy::unused_async, reason = "commands are run alike")]
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        let file = read(&self.file)?;
        let note = String::from_utf8(read(&self.signature)?).context("the seal is no text")?;
        let key = self.key()?;
        match check_seal(&file, &note, &key) {
            Ok((seal, which)) => {
                tell(&seal);
                say(match which {
                    SealedFile::Signed => "The file is the signed document, unchanged.",
                    SealedFile::Shown => {
                        "The file is the one that the signers were shown, unchanged. The signed document is another file."
                    }
                });
                Ok(ExitCode::SUCCESS)
            }
            Err(SealError::OtherFile(seal)) => {
                tell(&seal);
                say(
                    "WRONG: the file is not the one that was signed. It was changed, or it is another document.",
                );
                Ok(ExitCode::from(FOUND_WANTING))
            }
            Err(
                why @ (SealError::NotASeal | SealError::Note(polku_ledger::CheckpointError::BadSignature)),
            ) => {
                say(&format!("WRONG: {why}"));
                Ok(ExitCode::from(FOUND_WANTING))
            }
            Err(why) => Err(why.into()),
        }
    }

    /// The key itself, or what its file says.
    fn key(&self) -> anyhow::Result<String> {
        anyhow::ensure!(
            !self.key.starts_with("http"),
            "this checks without a network: fetch the key, for instance with curl, and name its file"
        );
        // A key has plus signs and a name with slashes; no file of that name is expected.
        let path = Path::new(&self.key);
        if !path.is_file() && self.key.matches('+').count() >= 2 {
            return Ok(self.key.clone());
        }
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
    }
}

fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

fn tell(seal: &Seal) {
    say(&format!("Sealed by {} at {}", seal.sealer, seal.sealed_at));
    say(&format!("Agreement {}", seal.agreement));
    for one in &seal.signatures {
        let kind = match one.kind.as_str() {
            "handwritten" => "by hand, on paper",
            "plain" => "by a plain electronic signature (Regulation 910/2014, article 3, point 10)",
            "advanced" => "by an advanced electronic signature (Regulation 910/2014, article 26)",
            other => other,
        };
        say(&format!(
            "Signed by the {} {kind}, {}, at {}",
            one.party, one.way, one.at
        ));
    }
}
