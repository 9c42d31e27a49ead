//! An installation serves when its root key can be brought back without its machine, and not before.

#[expect(dead_code, reason = "the stories about durability ask more of the program")]
mod served;

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

use age::secrecy::ExposeSecret as _;
use served::{POLKU, Served, free_port};

/// A folder with a configuration.
struct Installation {
    folder: tempfile::TempDir,
    port: u16,
}

impl Installation {
    fn begun() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let port = free_port();
        let place = folder.path().display();
        std::fs::create_dir_all(folder.path().join("data")).expect("a folder");
        let configuration = format!(
            "origin = \"http://localhost:{port}\"\nlisten = \"127.0.0.1:{port}\"\n\
             database = \"sqlite:{place}/data/polku.db\"\nkey_ring = \"{place}/ring.db\"\nroot_key = \"{place}/root.key\"\n"
        );
        std::fs::write(folder.path().join("polku.toml"), configuration).expect("a configuration");
        let installation = Self { folder, port };
        let begun = installation.polku(&[
            "init",
            "--organisation",
            "Esimerkin työpajat",
            "--register",
            "paja",
            "--name",
            "Paja",
            "--profile",
            "walmu",
            "--user",
            "paula",
            "--display-name",
            "Paula Pääkäyttäjä",
        ]);
        assert!(begun.status.success(), "{}", said(&begun));
        installation
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(POLKU);
        // `keys` has its commands one level deeper.
        let depth = if words[0] == "keys" { 2 } else { 1 };
        command
            .args(&words[..depth])
            .arg("--config")
            .arg(self.file("polku.toml"))
            .args(&words[depth..]);
        command
    }

    fn polku(&self, words: &[&str]) -> Output {
        self.command(words).output().expect("the program")
    }

    /// A holder's key; answers the recipient.
    fn holder(&self, file: &str) -> String {
        let identity = age::x25519::Identity::generate();
        std::fs::write(self.file(file), identity.to_string().expose_secret()).expect("an identity file");
        identity.to_public().to_string()
    }

    fn tried(&self, copy: &Path, identity: &str) -> Output {
        let (copy, identity) = (
            copy.display().to_string(),
            self.file(identity).display().to_string(),
        );
        self.polku(&["keys", "try-escrow", "--copy", &copy, "--identity", &identity])
    }

    fn refused(&self, why: &str) {
        let output = self.polku(&["serve"]);
        assert_eq!(output.status.code(), Some(1), "it served");
        assert!(said(&output).contains(why), "{}", said(&output));
    }
}

fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

#[test]
fn a_node_serves_when_each_holder_has_opened_their_copy_and_not_before() {
    let installation = Installation::begun();
    installation.refused("no escrow copies yet");

    let (first, second) = (
        installation.holder("first.txt"),
        installation.holder("second.txt"),
    );
    let copies = installation.file("copies");
    let out = copies.display().to_string();
    let alone = installation.polku(&[
        "keys", "escrow", "--holder", &first, "--holder", &first, "--out", &out,
    ]);
    assert!(!alone.status.success(), "one holder is not two");
    let written = installation.polku(&[
        "keys", "escrow", "--holder", &first, "--holder", &second, "--out", &out,
    ]);
    assert!(written.status.success(), "{}", said(&written));
    installation.refused("never opened");

    let files = [copies.join("root-key-1.age"), copies.join("root-key-2.age")];
    let holders = ["first.txt", "second.txt"];
    for copy in &files {
        let opened = holders
            .iter()
            .filter(|identity| installation.tried(copy, identity).status.success());
        assert_eq!(opened.count(), 1, "a copy opens for its own holder only");
        if *copy == files[0] {
            installation.refused("never opened");
        }
    }
    let served = Served::start(&mut installation.command(&["serve"]), installation.port);
    assert_eq!(served.port(), installation.port);
}

#[test]
fn a_copy_of_another_installation_is_no_copy_of_this_one() {
    let (ours, theirs) = (Installation::begun(), Installation::begun());
    let (first, second) = (theirs.holder("first.txt"), theirs.holder("second.txt"));
    let out = theirs.file("copies").display().to_string();
    let written = theirs.polku(&[
        "keys", "escrow", "--holder", &first, "--holder", &second, "--out", &out,
    ]);
    assert!(written.status.success(), "{}", said(&written));
    for identity in ["first.txt", "second.txt"] {
        std::fs::copy(theirs.file(identity), ours.file(identity)).expect("an identity file");
        let tried = ours.tried(&theirs.file("copies").join("root-key-1.age"), identity);
        assert!(!tried.status.success(), "{}", said(&tried));
    }
    ours.refused("no escrow copies yet");
}
