//! Measuring: builds what is released and what measures it, and runs them.

use crate::clamav::Clamav;
use crate::command::{self, cargo, command, root};
use crate::packages::{self, Tool};
use anyhow::Result;

/// Builds and measures; the words are the measuring program's own.
///
/// # Errors
/// When a build fails or a figure can't be taken. A figure beyond its bound is told, not a failure.
pub fn run(words: &[String]) -> Result<()> {
    // Papers are read in the background as soon as they were looked through.
    packages::provide(&[Tool::CCompiler, Tool::Clamav, Tool::Poppler, Tool::Tesseract])?;
    command::run(&mut cargo(&[
        "build",
        "--release",
        "-p",
        "polku-server",
        "-p",
        "polku-benches",
    ]))?;
    let built = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into);
    let mut bench = command(built.join("release/polku-bench"), &[]);
    bench.arg("--polku").arg(built.join("release/polku"));
    bench.arg("--data").arg(built.join("bench")).args(words);
    let clamav = Clamav::start()?;
    bench.arg("--virus-scanner").arg(clamav.socket());
    command::run(&mut bench)
}
