//! Other programs: where they are, and running them from the project's root.

use anyhow::{Context, Result, ensure};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask stands in the project's root")
}

/// The pinned tools' folder, which git ignores.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// A program with its arguments, to be run in the project's root.
pub fn command(program: impl AsRef<Path>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program.as_ref());
    command.args(arguments).current_dir(root());
    command
}

/// Cargo, the same one that started us, without what it told us of our own package: some build scripts look at that, and
/// would build half of what there is anew whenever somebody calls cargo by turns with and without us.
pub fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from);
    let mut command = command(cargo, arguments);
    for (name, _) in std::env::vars_os() {
        let is_ours = |start: &&str| name.to_str().is_some_and(|name| name.starts_with(start));
        if [
            "CARGO_PKG_",
            "CARGO_MANIFEST_",
            "CARGO_BIN_",
            "CARGO_CRATE_",
            "CARGO_PRIMARY_",
        ]
        .iter()
        .any(is_ours)
        {
            command.env_remove(name);
        }
    }
    command
}

/// A new temporary folder that only this account, and root, may enter.
///
/// # Errors
/// When it can't be made.
pub fn temporary_folder(what: &str) -> Result<PathBuf> {
    let template = format!("polku-{what}-XXXXXXXX");
    answer(&mut command("mktemp", &["-d", "-t", &template])).map(PathBuf::from)
}

/// A port of the loopback interface on which nobody listens now.
///
/// # Errors
/// When there is none.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Runs a program to its end, with its output going where ours goes.
///
/// # Errors
/// When it can't be started or ends with another code than 0.
pub fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .with_context(|| format!("{name} can't be started"))?;
    ensure!(status.success(), "{name} failed: {status}");
    Ok(())
}

/// What a program writes to its standard output.
///
/// # Errors
/// When it can't be started or ends with another code than 0; with what it said.
pub fn answer(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .output()
        .with_context(|| format!("{name} can't be started"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(
        output.status.success(),
        "{name} failed: {}\n{said}",
        output.status
    );
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where a program is, if it is in the `PATH`.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// Whether we are the machine's administrator.
///
/// # Errors
/// When `id` can't be run.
pub fn is_root() -> Result<bool> {
    Ok(answer(&mut command("id", &["-u"]))? == "0")
}
