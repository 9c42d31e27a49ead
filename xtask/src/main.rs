//! The project's own commands, started as `cargo xtask`: see [`HELP`].

#![expect(clippy::print_stdout, reason = "a command line tells what it does")]

mod arguments;
mod bench;
mod browser;
mod checks;
mod clamav;
mod command;
mod failures;
mod packages;
mod pinned;
mod postgres;
mod progress;
mod s3;
mod steps;

use arguments::Task;
use packages::Missing;
use std::process::ExitCode;

const HELP: &str = "\
The project's own commands.

Usage: cargo xtask test [--only STEP]... [--keep-going]
       cargo xtask bench [--clients N] [--rounds N]

test    Everything that must hold before a change lands, step by step:
          fmt      the code is formatted (rustfmt)
          typos    English is spelled right (typos, pinned in .tools/)
          deny     licences, sources and bans of dependencies (cargo-deny, pinned in .tools/)
          clippy   no warning in any target
          docs     the documentation builds without a warning
          unit     all Rust tests, with a PostgreSQL, a ClamAV and an S3-compatible store of their own
          browser  people's days in Chromium, from e2e/tests/

bench   The figures that are promised, in one run of the released program beside a bare database, with 100,000
        clients unless told otherwise; docs/benches.md says what each means. The data and the table stay in
        target/bench/

Options of test:
  --only STEP    run this step alone; may be given several times
  --keep-going   go on with the other steps when one fails

What a step needs from Debian is installed with apt-get, as root or with a sudo that asks nothing; otherwise
the command says what to install. Tools that are there already are used.

Environment:
  POLKU_TEST_POSTGRES   a PostgreSQL to use instead of an own one: postgres://user@host:port/database, whose
                        user may create databases
  POLKU_TEST_S3         an S3-compatible store to use instead of an own one: http://ID:SECRET@host:port/bucket
  POLKU_CHROMIUM        the Chromium to use

Exit code: 0 all is well, 1 a step failed, 2 the command line is wrong or a tool is missing.";

fn main() -> ExitCode {
    let task = match arguments::read(std::env::args().skip(1)) {
        Ok(task) => task,
        Err(problem) => {
            eprintln!("{problem}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    let outcome = match task {
        Task::Help => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Task::Test(choice) => steps::run(&choice),
        Task::Bench(wishes) => bench::run(&wishes),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::from(if error.is::<Missing>() { 2 } else { 1 })
        }
    }
}
