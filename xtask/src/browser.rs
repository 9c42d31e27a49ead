//! The browser tests: a built binary, Node's test runner, and Debian's Chromium.

use crate::checks::TEST_CLAMAV;
use crate::clamav::Clamav;
use crate::command::{cargo, command, root, run};
use anyhow::{Context, Result, ensure};
use std::path::PathBuf;

/// All browser tests pass.
pub fn check() -> Result<()> {
    let tests = test_files()?;
    // A library's install scripts are strangers' code, and ours need none.
    run(command("npm", &["ci", "--ignore-scripts"]).current_dir(root().join("e2e")))?;
    // What the other tests build, and nothing else: the program alone would be built anew, with other features below it.
    run(&mut cargo(&["test", "--locked", "--workspace", "--no-run"]))?;
    let at_once = std::thread::available_parallelism()?;
    let mut node = command("node", &["--test", &format!("--test-concurrency={at_once}")]);
    node.args(tests).env("POLKU_BINARY", binary()?);
    let clamav = match std::env::var_os(TEST_CLAMAV) {
        Some(_) => None,
        None => Some(Clamav::start()?),
    };
    if let Some(clamav) = &clamav {
        node.env(TEST_CLAMAV, clamav.socket());
    }
    run(&mut node)
}

/// The files of tests by name, since versions of Node differ in what they take a folder for.
fn test_files() -> Result<Vec<PathBuf>> {
    let folder = root().join("e2e/tests");
    let entries = std::fs::read_dir(&folder).context("e2e/tests can't be read")?;
    let mut files = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    ensure!(!files.is_empty(), "there is no test in e2e/tests");
    Ok(files)
}

/// The server that Cargo has just built: it stands where we do.
fn binary() -> Result<PathBuf> {
    Ok(std::env::current_exe()?.with_file_name("polku"))
}
