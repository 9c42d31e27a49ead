//! The figures that are promised, measured in one run: the released program over HTTP on a real disk, each beside the
//! floor that a bare database with the same rows and one durable commit sets. Started by `cargo xtask bench`; what each
//! figure means stands in `docs/benches.md`.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `demo` | the program under measure: starting it, its accounts, its memory |
//! | `http`, `session` | a program and a worker at a browser |
//! | `floor` | the bare database |
//! | `pairs` | a figure beside its floor: medians and the slow end |
//! | `reading`, `writing`, `months`, `import`, `papers`, `printing` | what is measured |
//! | `report` | the table |

#![expect(clippy::print_stdout, reason = "a command line tells what it measured")]

mod demo;
mod floor;
mod http;
mod import;
mod months;
mod pairs;
mod papers;
mod printing;
mod reading;
mod report;
mod session;
mod writing;

use std::path::PathBuf;

use anyhow::Result;
use clap::Parser;

use demo::Demo;
use floor::Floor;
use report::Report;

/// Measure the released program beside a bare database.
#[derive(Debug, Parser)]
struct Wishes {
    /// The program.
    #[arg(long, value_name = "FILE")]
    polku: PathBuf,
    /// Where the data is made, on a real disk. A demo that is there already with as many clients is used again.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// How many clients.
    #[arg(long, default_value_t = 100_000)]
    clients: u32,
    /// How many pairs of each figure.
    #[arg(long, default_value_t = 300)]
    rounds: usize,
    /// Where a ClamAV listens: without one, no paper is read in the background.
    #[arg(long, value_name = "ADDRESS")]
    virus_scanner: Option<String>,
}

fn main() -> Result<()> {
    let wishes = Wishes::parse();
    std::fs::create_dir_all(&wishes.data)?;
    let mut report = Report::new(wishes.clients, wishes.rounds);
    demo::start_with_default_data(&wishes, &mut report)?;
    demo::make(&wishes, &mut report)?;
    let demo = Demo::start(&wishes.polku, &demo::folder(&wishes), wishes.clients)?;
    report.fact(
        "start on the finished data",
        format!("{} ms", demo.started_in.as_millis()),
    );
    let floor = Floor::open(&demo::folder(&wishes))?;
    let mut manager = reading::measure(&demo, &floor, wishes.rounds, &mut report)?;
    writing::measure(&demo, &floor, wishes.rounds, &mut report)?;
    months::measure(&demo, &mut manager, wishes.rounds, &mut report)?;
    report.fact(
        "memory of the serving process at its highest (≤ 512 MiB)",
        format!("{} MiB", demo.highest_memory()? / 1024),
    );
    demo.stop()?;
    import::measure(&wishes, &mut report)?;
    papers::measure(&wishes, wishes.rounds, &mut report)?;
    printing::measure(wishes.rounds, &mut report)?;
    report.finish(&wishes.data)
}
