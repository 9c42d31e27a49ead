//! The `polku` command.

mod command;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    command::run(command::Command::parse())
}
