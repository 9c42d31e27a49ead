//! The command line. Exit codes: 0 done, 1 failed, 2 wrong use (clap's own), 3 checked and found wanting.

mod audit;
mod backup;
mod demo;
mod import;
mod init;
mod keys;
mod notice;
mod restore;
mod serve;
mod user;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};
use tracing_subscriber::EnvFilter;

/// What a check answers when it found something wrong: different from not having been able to check.
pub(crate) const FOUND_WANTING: u8 = 3;

/// Polku: the open client-management system for workshops and rehabilitative work.
#[derive(Debug, Parser)]
#[command(name = "polku", version, propagate_version = true)]
pub(crate) struct Command {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Start a ready system with made-up people, on this machine only
    Demo(demo::Demo),
    /// Serve by a configuration file
    Serve(serve::Serve),
    /// Begin an installation: keys, a register, its first main user
    Init(init::Init),
    /// Import clients, attendance and diaries from a CSV or XLSX file
    Import(import::Import),
    /// Check the audit log
    Audit(audit::Audit),
    /// Write the privacy notice of a register, made from its configuration
    Notice(notice::Notice),
    /// Check a signed document by its seal
    Verify(verify::Verify),
    /// See to the root key's recovery copies
    Keys(keys::Keys),
    /// Copy the data, encrypted for its holders, while the server runs
    Backup(backup::Backup),
    /// Bring a back-up back
    Restore(restore::Restore),
    /// See to workers' accounts from the command line
    User(user::User),
}

/// Runs a command.
pub(crate) fn run(command: Command) -> ExitCode {
    tell_what_happens();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error.into()),
    };
    let done = runtime.block_on(async {
        match command.action {
            Action::Demo(demo) => demo.run().await.map(|()| ExitCode::SUCCESS),
            Action::Serve(serve) => serve.run().await.map(|()| ExitCode::SUCCESS),
            Action::Init(init) => init.run().await.map(|()| ExitCode::SUCCESS),
            Action::Import(import) => import.run().await,
            Action::Audit(audit) => audit.run().await,
            Action::Notice(notice) => notice.run().await.map(|()| ExitCode::SUCCESS),
            Action::Verify(verify) => verify.run().await,
            Action::Keys(keys) => keys.run().await.map(|()| ExitCode::SUCCESS),
            Action::Backup(backup) => backup.run().await.map(|()| ExitCode::SUCCESS),
            Action::Restore(restore) => restore.run().await,
            Action::User(user) => user.run().await.map(|()| ExitCode::SUCCESS),
        }
    });
    done.unwrap_or_else(|error| failed(&error))
}

/// The log goes to standard error; it holds no personal data.
fn tell_what_happens() {
    let filter = EnvFilter::try_from_env("POLKU_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false)
        .init();
}

#[expect(clippy::print_stderr, reason = "a command tells its user why it failed")]
fn failed(error: &anyhow::Error) -> ExitCode {
    eprintln!("polku: {error:#}");
    ExitCode::FAILURE
}

/// Tells the user of a command something.
#[expect(clippy::print_stdout, reason = "a command answers on standard output")]
pub(crate) fn say(text: &str) {
    println!("{text}");
}

/// A bar for work that takes long; nobody sees it where standard error is no terminal.
fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("  {wide_bar} {human_pos}/{human_len}, {eta} left");
    let bar = ProgressBar::new(0);
    style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style))
}
