//! Back-ups by the commands, as an operator makes them and brings them back.

#[expect(dead_code, reason = "the stories about durability ask more of the program")]
mod served;

use std::{
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use age::secrecy::ExposeSecret as _;
use served::{POLKU, Served, free_port};

/// An installation whose back-ups have holders.
struct Installation {
    folder: tempfile::TempDir,
    port: u16,
}

impl Installation {
    fn begun() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let port = free_port();
        let place = folder.path().display().to_string();
        for name in ["data", "key-copies"] {
            std::fs::create_dir_all(folder.path().join(name)).expect("a folder");
        }
        let installation = Self { folder, port };
        let holders: Vec<String> = ["data.txt", "keys.txt", "first.txt", "second.txt"]
            .map(|file| installation.holder(file))
            .into();
        let configuration = format!(
            "origin = \"http://localhost:{port}\"\nlisten = \"127.0.0.1:{port}\"\n\
             database = \"sqlite:{place}/data/polku.db\"\nkey_ring = \"{place}/ring.db\"\nroot_key = \"{place}/root.key\"\n\
             [backup]\nholders = [\"{}\"]\nkey_holders = [\"{}\"]\nkey_folder = \"{place}/key-copies\"\n",
            holders[0], holders[1]
        );
        std::fs::write(installation.file("polku.toml"), configuration).expect("a configuration");
        let begun = installation.polku(
            &["init"],
            &[
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
            ],
        );
        assert!(begun.status.success(), "{}", said(&begun));
        let out = installation.at("copies");
        let written = installation.polku(
            &["keys", "escrow"],
            &["--holder", &holders[2], "--holder", &holders[3], "--out", &out],
        );
        assert!(written.status.success(), "{}", said(&written));
        for copy in ["root-key-1.age", "root-key-2.age"] {
            let copy = installation.at(&format!("copies/{copy}"));
            let opened = ["first.txt", "second.txt"].iter().any(|identity| {
                let identity = installation.at(identity);
                let words = ["--copy", copy.as_str(), "--identity", &identity];
                installation
                    .polku(&["keys", "try-escrow"], &words)
                    .status
                    .success()
            });
            assert!(opened);
        }
        installation
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn at(&self, name: &str) -> String {
        self.file(name).display().to_string()
    }

    fn holder(&self, file: &str) -> String {
        let identity = age::x25519::Identity::generate();
        std::fs::write(self.file(file), identity.to_string().expose_secret()).expect("an identity file");
        identity.to_public().to_string()
    }

    fn command(&self, action: &[&str], words: &[&str]) -> Command {
        let mut command = Command::new(POLKU);
        command
            .args(action)
            .arg("--config")
            .arg(self.file("polku.toml"))
            .args(words);
        command
    }

    fn polku(&self, action: &[&str], words: &[&str]) -> Output {
        self.command(action, words).output().expect("the program")
    }

    fn serve(&self) -> Served {
        Served::start(&mut self.command(&["serve"], &[]), self.port)
    }

    fn restore(&self, from: &Path, more: &[&str]) -> Output {
        let (from, identity) = (from.display().to_string(), self.at("data.txt"));
        let words = [&["--from", from.as_str(), "--identity", &identity], more].concat();
        self.polku(&["restore"], &words)
    }

    /// The only file of a folder.
    fn only(&self, folder: &str) -> PathBuf {
        let mut entries = std::fs::read_dir(self.file(folder)).expect("a folder");
        let only = entries.next().expect("a file").expect("a file").path();
        assert!(entries.next().is_none(), "more than one file in {folder}");
        only
    }
}

fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

fn ended_with(output: &Output, code: i32, words: &str) {
    assert_eq!(output.status.code(), Some(code), "{}", said(output));
    assert!(said(output).contains(words), "{}", said(output));
}

#[test]
fn g8_an_operator_backs_up_a_running_server_tries_the_back_up_and_brings_it_back() {
    let installation = Installation::begun();
    let served = installation.serve();
    let to = installation.at("back-ups");
    ended_with(&installation.polku(&["backup"], &["--to", &to]), 0, "It holds");
    ended_with(
        &installation.polku(&["backup", "keys"], &[]),
        0,
        "It counts until",
    );
    let (data, keys) = (installation.only("back-ups"), installation.only("key-copies"));
    for file in [&data, &keys] {
        let mode = std::fs::metadata(file).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", file.display());
    }
    ended_with(
        &installation.restore(&data, &["--rehearse"]),
        0,
        "nothing was changed",
    );
    ended_with(&installation.restore(&data, &[]), 1, "in use");
    served.stop();

    ended_with(&installation.restore(&data, &[]), 0, "It is live now");
    installation.serve().stop();
    ended_with(&installation.polku(&["audit", "verify"], &[]), 0, "whole");
    ended_with(&installation.polku(&["restore", "confirm"], &[]), 0, "Removed");
    ended_with(
        &installation.polku(&["restore", "confirm"], &[]),
        0,
        "Nothing is kept",
    );
    ended_with(
        &installation.polku(&["restore", "resume"], &[]),
        0,
        "No restore was cut off",
    );
}

#[test]
fn g8_what_is_found_wanting_exits_with_3_and_what_cannot_be_done_with_1() {
    let installation = Installation::begun();
    let to = installation.at("back-ups");
    ended_with(&installation.polku(&["backup"], &["--to", &to]), 0, "It holds");
    let data = installation.only("back-ups");
    let whole = std::fs::read(&data).expect("the back-up");
    let cut = installation.file("cut.age");
    std::fs::write(&cut, &whole[..whole.len() - 100]).expect("a file");
    ended_with(&installation.restore(&cut, &[]), 3, "damaged or cut off");

    let other = installation.at("keys.txt");
    let from = data.display().to_string();
    let wrong = installation.polku(&["restore"], &["--from", &from, "--identity", &other]);
    ended_with(&wrong, 3, "none of the given identities opens");

    ended_with(
        &installation.restore(&installation.file("missing.age"), &[]),
        1,
        "cannot read",
    );
    std::fs::remove_file(installation.file("root.key")).expect("removed");
    ended_with(&installation.restore(&data, &[]), 1, "root key");
    assert!(!installation.file("root.key").exists(), "no other one is made");
}

#[test]
fn d4_whoever_holds_back_ups_does_not_hold_the_keys_too() {
    let installation = Installation::begun();
    let text = std::fs::read_to_string(installation.file("polku.toml")).expect("a configuration");
    let holder = text
        .lines()
        .find_map(|line| line.strip_prefix("holders = "))
        .expect("the holders");
    let same: Vec<String> = text
        .lines()
        .map(|line| match line.strip_prefix("key_holders = ") {
            Some(_) => format!("key_holders = {holder}"),
            None => line.to_owned(),
        })
        .collect();
    std::fs::write(installation.file("polku.toml"), same.join("\n")).expect("a configuration");
    let to = installation.at("back-ups");
    ended_with(
        &installation.polku(&["backup"], &["--to", &to]),
        1,
        "must not hold copies of the key ring",
    );
}
