//! One table of all that was measured.

use std::{fmt::Write as _, path::Path, time::Duration};

use anyhow::Result;

use crate::pairs::Pairs;

/// What a figure must keep to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// At most twice its floor.
    Twice,
    /// The slow end at most 5 ms beyond the floor's.
    BesideTheFloor,
}

/// How far beyond the floor's slow end finding may be.
const BESIDE: Duration = Duration::from_millis(5);

/// What was measured in one run.
#[derive(Debug)]
pub struct Report {
    text: String,
    facts: String,
}

impl Report {
    /// An empty one.
    #[must_use]
    pub fn new(clients: u32, rounds: usize) -> Self {
        let mut text = format!("{clients} clients, {rounds} pairs of each; times in milliseconds\n\n");
        text.push_str(
            "| figure | median | its floor | median of pairs | p99 | floor's p99 | bound | kept |\n",
        );
        text.push_str("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        Self {
            text,
            facts: String::new(),
        }
    }

    /// Adds a figure with its floor, and tells it at once.
    pub fn figure(&mut self, what: &str, pairs: &Pairs, bound: Bound) {
        let (product, floor, ratio) = (pairs.product(), pairs.floor(), pairs.ratio());
        let (bound, kept) = match bound {
            Bound::Twice => ("≤ 2×", ratio <= 2.0),
            Bound::BesideTheFloor => (
                "p99 ≤ 5 ms beside the floor's",
                product.slow.saturating_sub(floor.slow) <= BESIDE,
            ),
        };
        let line = format!(
            "| {what} | {} | {} | {ratio:.2}× | {} | {} | {bound} | {} |",
            in_ms(product.median),
            in_ms(floor.median),
            in_ms(product.slow),
            in_ms(floor.slow),
            if kept { "yes" } else { "NO" }
        );
        println!("{line}");
        self.text.push_str(&line);
        self.text.push('\n');
    }

    /// Adds something that has no floor, and tells it at once.
    pub fn fact(&mut self, what: &str, value: impl std::fmt::Display) {
        println!("{what}: {value}");
        // Writing to a text cannot fail.
        let _ = writeln!(self.facts, "- {what}: {value}");
    }

    /// Shows the whole, and keeps it in a file.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn finish(self, folder: &Path) -> Result<()> {
        let whole = format!("{}\n{}", self.text, self.facts);
        println!("\n{whole}");
        Ok(std::fs::write(folder.join("report.md"), whole)?)
    }
}

fn in_ms(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() * 1000.0)
}
