//! What the steps need from Debian's packages, and installing what isn't there.

use crate::command::{command, find, is_root, run};
use crate::{clamav, postgres, progress};
use anyhow::Result;
use std::fmt;

/// A tool that comes with the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// Links everything, and compiles SQLite.
    CCompiler,
    /// The PostgreSQL server.
    Postgres,
    /// Proves what reaches the disk before it is acknowledged.
    Strace,
    /// Reads PDFs: pages, tags, faces, metadata.
    Poppler,
    /// Python with virtual environments: typos, the schema of payment files and an S3-compatible store come from PyPI.
    Python,
    /// Holds payment files against their schema.
    Xmllint,
    /// The browser.
    Chromium,
    /// Looks for viruses in documents.
    Clamav,
    /// Reads pictures of text, in Finnish and Swedish.
    Tesseract,
    /// Reads pictures of phones.
    Heif,
    /// Runs the browser tests.
    Node,
    /// Fetches the browser tests' libraries.
    Npm,
}

impl Tool {
    /// Debian's packages that bring it.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::CCompiler => &["gcc", "libc6-dev"],
            Self::Postgres => &["postgresql"],
            Self::Strace => &["strace"],
            Self::Poppler => &["poppler-utils"],
            Self::Python => &["python3-venv"],
            Self::Xmllint => &["libxml2-utils"],
            Self::Chromium => &["chromium"],
            Self::Clamav => &["clamav-daemon", "clamav"],
            Self::Tesseract => &["tesseract-ocr", "tesseract-ocr-fin", "tesseract-ocr-swe"],
            Self::Heif => &["libheif-examples"],
            Self::Node => &["nodejs"],
            Self::Npm => &["npm"],
        }
    }

    /// Whether this machine has it, from Debian or from elsewhere.
    fn is_here(self) -> bool {
        let any = |names: &[&str]| names.iter().any(|name| find(name).is_some());
        match self {
            Self::CCompiler => any(&["cc"]),
            Self::Postgres => postgres::programs().is_some(),
            Self::Strace => any(&["strace"]),
            Self::Poppler => ["pdfinfo", "pdffonts", "pdftotext", "pdftoppm"]
                .iter()
                .all(|name| any(&[name])),
            Self::Xmllint => any(&["xmllint"]),
            // Debian keeps what makes virtual environments (ensurepip) in a package of its own.
            Self::Python => command("python3", &["-c", "import venv, ensurepip"])
                .output()
                .is_ok_and(|it| it.status.success()),
            Self::Chromium => {
                std::env::var_os("POLKU_CHROMIUM").is_some()
                    || any(&["chromium", "chromium-browser", "google-chrome"])
            }
            Self::Clamav => clamav::program().is_some(),
            Self::Tesseract => command("tesseract", &["--list-langs"])
                .output()
                .is_ok_and(|said| {
                    let said = String::from_utf8_lossy(&said.stdout).into_owned();
                    ["fin", "swe"]
                        .iter()
                        .all(|known| said.lines().any(|line| line == *known))
                }),
            Self::Heif => ["heif-convert", "heif-enc"].iter().all(|name| any(&[name])),
            Self::Node => any(&["node"]),
            Self::Npm => any(&["npm"]),
        }
    }
}

/// Packages that must be installed by hand, since we may not.
#[derive(Debug)]
pub struct Missing(Vec<&'static str>);

impl fmt::Display for Missing {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "Please install what is missing:\n  apt-get install {}",
            self.0.join(" ")
        )
    }
}

impl std::error::Error for Missing {}

/// Sees to it that the tools are here.
///
/// # Errors
/// [`Missing`] when some aren't and we may not install them; otherwise when apt-get fails.
pub fn provide(tools: &[Tool]) -> Result<()> {
    let missing: Vec<_> = tools
        .iter()
        .filter(|tool| !tool.is_here())
        .flat_map(|tool| tool.packages())
        .copied()
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let Some(become_root) = way_to_install()? else {
        return Err(Missing(missing).into());
    };
    let what = format!("install {}", missing.join(" "));
    let doing = progress::begin(&what);
    let installed = apt_get(become_root, &["update", "-qq"]).and_then(|()| {
        let install = ["install", "-qq", "--yes", "--no-install-recommends"];
        apt_get(become_root, &[&install, missing.as_slice()].concat())
    });
    doing.done(installed.is_ok());
    installed
}

/// What to put before apt-get, if we may call it at all.
fn way_to_install() -> Result<Option<&'static [&'static str]>> {
    if find("apt-get").is_none() {
        return Ok(None);
    }
    if is_root()? {
        return Ok(Some(&[]));
    }
    let sudo_asks_nothing = command("sudo", &["-n", "true"])
        .output()
        .is_ok_and(|it| it.status.success());
    Ok(sudo_asks_nothing.then_some(&["sudo", "-n"]))
}

fn apt_get(become_root: &[&str], arguments: &[&str]) -> Result<()> {
    let line = [
        become_root,
        &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"],
        arguments,
    ]
    .concat();
    run(&mut command(line[0], &line[1..]))
}
