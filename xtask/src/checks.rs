//! The checks that need no browser.
//!
//! All of them build with the same flags (none of ours), so that what a developer has built is used again. The
//! lock file is taken as it is: a change to it must be in the commit.

use crate::clamav::Clamav;
use crate::command::{cargo, command, run};
use crate::failures;
use crate::pinned;
use crate::postgres::Postgres;
use crate::s3::Store;
use anyhow::Result;

/// Names the PostgreSQL that the tests may use, for the tests.
const TEST_POSTGRES: &str = "POLKU_TEST_POSTGRES";

/// Names the schema of payment files, for the tests.
const PAIN_SCHEMA: &str = "POLKU_PAIN_SCHEMA";

/// Names the socket of the ClamAV that the tests may use, for the tests and for the demos that browser tests start.
pub const TEST_CLAMAV: &str = "POLKU_TEST_CLAMD";

/// Names the S3-compatible store that the tests may use, for the tests.
const TEST_S3: &str = "POLKU_TEST_S3";

/// The code is formatted.
pub fn fmt() -> Result<()> {
    run(&mut cargo(&["fmt", "--all", "--check"]))
}

/// English is spelled right: `_typos.toml` says where, and which words of other languages are known.
pub fn typos() -> Result<()> {
    run(&mut command(pinned::typos()?, &[]))
}

/// Dependencies have fitting licences, come from crates.io and aren't banned: `deny.toml`.
pub fn deny() -> Result<()> {
    let checks = [
        "--locked",
        "check",
        "--hide-inclusion-graph",
        "licenses",
        "bans",
        "sources",
    ];
    run(&mut command(pinned::cargo_deny()?, &checks))
}

/// No warning in any target.
pub fn clippy() -> Result<()> {
    run(&mut cargo(&[
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))
}

/// The documentation builds without a warning.
pub fn docs() -> Result<()> {
    run(cargo(&["doc", "--locked", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
}

/// All Rust tests pass, with the schema of payment files, and a PostgreSQL, a ClamAV and an S3-compatible store of their own
/// unless the environment names them.
pub fn unit() -> Result<()> {
    let mut tests = cargo(&["test", "--locked", "--workspace", "--no-fail-fast"]);
    tests.env(PAIN_SCHEMA, pinned::payment_schema()?);
    let clamav = match std::env::var_os(TEST_CLAMAV) {
        Some(_) => None,
        None => Some(Clamav::start()?),
    };
    if let Some(clamav) = &clamav {
        tests.env(TEST_CLAMAV, clamav.socket());
    }
    let store = match std::env::var_os(TEST_S3) {
        Some(_) => None,
        None => Some(Store::start()?),
    };
    if let Some(store) = &store {
        tests.env(TEST_S3, store.address());
    }
    if std::env::var_os(TEST_POSTGRES).is_some() {
        return failures::run(&mut tests);
    }
    let postgres = Postgres::start()?;
    failures::run(tests.env(TEST_POSTGRES, postgres.url()))
}
