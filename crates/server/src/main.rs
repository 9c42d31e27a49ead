//! The `polku` command.

mod command;

use std::process::ExitCode;

use clap::Parser as _;

/// Answers are made of very many small pieces, by several threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    command::run(command::Command::parse())
}
