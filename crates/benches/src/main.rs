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
use session::Worker;

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
    /// Measure this part alone; may be given several times.
    #[arg(long, value_name = "PART")]
    only: Vec<Part>,
}

/// What can be measured by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// Finding, a client's file, the last page of the list.
    Reading,
    /// Notes and marks.
    Writing,
    /// The month's sheet.
    Months,
    /// An import beside pages.
    Import,
    /// Uploads, and pages while papers are read.
    Papers,
    /// Agreements and statements as PDF.
    Printing,
}

impl Wishes {
    fn wants(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }
}

fn main() -> Result<()> {
    let wishes = Wishes::parse();
    std::fs::create_dir_all(&wishes.data)?;
    let mut report = Report::new(wishes.clients, wishes.rounds);
    if wishes.only.is_empty() {
        demo::start_with_default_data(&wishes, &mut report)?;
    }
    if [Part::Reading, Part::Writing, Part::Months]
        .into_iter()
        .any(|part| wishes.wants(part))
    {
        on_large_data(&wishes, &mut report)?;
    }
    if wishes.wants(Part::Import) {
        import::measure(&wishes, &mut report)?;
    }
    if wishes.wants(Part::Papers) {
        papers::measure(&wishes, wishes.rounds, &mut report)?;
    }
    if wishes.wants(Part::Printing) {
        printing::measure(wishes.rounds, &mut report)?;
    }
    report.finish(&wishes.data)
}

/// What is measured on the large demo, by one process.
fn on_large_data(wishes: &Wishes, report: &mut Report) -> Result<()> {
    demo::make(wishes, report)?;
    let demo = Demo::start(&wishes.polku, &demo::folder(wishes), wishes.clients)?;
    report.fact(
        "start on the finished data",
        format!("{} ms", demo.started_in.as_millis()),
    );
    let floor = Floor::open(&demo::folder(wishes))?;
    // Once for all parts, since a one-time code works once.
    let mut manager = Worker::signed_in(&demo, reading::MANAGER)?;
    if wishes.wants(Part::Reading) {
        reading::measure(&demo, &floor, &mut manager, wishes.rounds, report)?;
    }
    if wishes.wants(Part::Writing) {
        writing::measure(&demo, &floor, wishes.rounds, report)?;
    }
    if wishes.wants(Part::Months) {
        months::measure(&demo, &mut manager, wishes.rounds, report)?;
    }
    report.fact(
        "memory of the serving process at its highest (≤ 512 MiB)",
        format!("{} MiB", demo.highest_memory()? / 1024),
    );
    demo.stop()
}
