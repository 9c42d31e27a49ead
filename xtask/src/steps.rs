//! The steps of a test run, and going through them.

use crate::arguments::{AfterFailure, Choice};
use crate::packages::{self, Tool};
use crate::progress::in_words;
use crate::{browser, checks, progress};
use anyhow::{Result, bail};
use std::time::{Duration, Instant};

/// A check that must hold before a change lands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The code is formatted.
    Fmt,
    /// English is spelled right.
    Typos,
    /// Dependencies are allowed.
    Deny,
    /// No warning.
    Clippy,
    /// The documentation builds.
    Docs,
    /// All Rust tests pass.
    Unit,
    /// All browser tests pass.
    Browser,
}

impl Step {
    /// All steps, the quickest first.
    pub const ALL: [Self; 7] = [
        Self::Fmt,
        Self::Typos,
        Self::Deny,
        Self::Clippy,
        Self::Docs,
        Self::Unit,
        Self::Browser,
    ];

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Typos => "typos",
            Self::Deny => "deny",
            Self::Clippy => "clippy",
            Self::Docs => "docs",
            Self::Unit => "unit",
            Self::Browser => "browser",
        }
    }

    /// What it needs from the system.
    fn needs(self) -> &'static [Tool] {
        match self {
            Self::Fmt => &[],
            Self::Typos => &[Tool::Python],
            Self::Deny | Self::Clippy | Self::Docs => &[Tool::CCompiler],
            Self::Unit => &[
                Tool::CCompiler,
                Tool::Postgres,
                Tool::Strace,
                Tool::Python,
                Tool::Xmllint,
                Tool::Clamav,
                Tool::Poppler,
                Tool::Tesseract,
                Tool::Heif,
            ],
            Self::Browser => &[
                Tool::CCompiler,
                Tool::Chromium,
                Tool::Node,
                Tool::Npm,
                Tool::Clamav,
                Tool::Poppler,
                Tool::Tesseract,
                Tool::Heif,
            ],
        }
    }

    fn check(self) -> Result<()> {
        match self {
            Self::Fmt => checks::fmt(),
            Self::Typos => checks::typos(),
            Self::Deny => checks::deny(),
            Self::Clippy => checks::clippy(),
            Self::Docs => checks::docs(),
            Self::Unit => checks::unit(),
            Self::Browser => browser::check(),
        }
    }
}

/// How a step went.
struct Outcome {
    step: Step,
    took: Duration,
    result: Result<()>,
}

/// Installs what the chosen steps need, and goes through them.
///
/// # Errors
/// When a tool is missing or a step fails.
pub fn run(choice: &Choice) -> Result<()> {
    let start = Instant::now();
    packages::provide(&needs_of(&choice.steps))?;
    let mut outcomes: Vec<Outcome> = Vec::new();
    for &step in &choice.steps {
        let outcome = go(step);
        let stop = outcome.result.is_err() && choice.after_failure == AfterFailure::Stop;
        outcomes.push(outcome);
        if stop {
            break;
        }
    }
    sum_up(&outcomes, choice.steps.len(), start.elapsed())
}

fn needs_of(steps: &[Step]) -> Vec<Tool> {
    let mut tools = Vec::new();
    for tool in steps.iter().flat_map(|step| step.needs()) {
        if !tools.contains(tool) {
            tools.push(*tool);
        }
    }
    tools
}

fn go(step: Step) -> Outcome {
    println!();
    let doing = progress::begin(step.name());
    let result = step.check();
    if let Err(error) = &result {
        println!("{error:#}");
    }
    let took = doing.done(result.is_ok());
    Outcome { step, took, result }
}

/// Tells how each step went; the last line counts them.
fn sum_up(outcomes: &[Outcome], wanted: usize, took: Duration) -> Result<()> {
    println!("\nAll in {}:", in_words(took));
    for Outcome { step, took, result } in outcomes {
        let sign = if result.is_ok() { "✓" } else { "✗" };
        println!("  {sign} {:<8} {:>12}", step.name(), in_words(*took));
    }
    let failed = outcomes.iter().filter(|outcome| outcome.result.is_err()).count();
    let passed = outcomes.len() - failed;
    println!(
        "{passed} passed, {failed} failed, {} skipped",
        wanted - outcomes.len()
    );
    if failed > 0 {
        bail!("The tests failed.");
    }
    Ok(())
}
