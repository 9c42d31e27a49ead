//! Running tests so that what failed is told once more at the end, where whoever reads a long run's last page finds it.

use anyhow::{Context, Result, ensure};
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

/// A failure says what went wrong in its first lines; a page that was not as expected may be thousands long.
const LINES_EACH: usize = 40;

/// Runs `cargo test`, with its output going where ours goes; what failed stands there once more at the end.
///
/// # Errors
/// When it can't be started or ends with another code than 0.
pub fn run(tests: &mut Command) -> Result<()> {
    let mut running = tests
        .stdout(Stdio::piped())
        .spawn()
        .context("the tests can't be started")?;
    let said = running.stdout.take().context("the tests have no output")?;
    let mut failures = Failures::default();
    for line in BufReader::new(said).split(b'\n') {
        let line = line.context("the tests' output can't be read")?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        failures.read(&line);
    }
    let status = running.wait()?;
    if !failures.told.is_empty() {
        println!("\nWhat failed, once more:\n\n{}", failures.told.join("\n"));
    }
    ensure!(status.success(), "cargo test failed: {status}");
    Ok(())
}

/// What tests say of their failures: between `failures:`, where each is headed by its name, and a list of the names.
#[derive(Default)]
struct Failures {
    told: Vec<String>,
    place: Place,
    lines: usize,
}

#[derive(Default, PartialEq, Eq)]
enum Place {
    #[default]
    Elsewhere,
    Among,
    In,
}

impl Failures {
    fn read(&mut self, line: &str) {
        let heads = line.starts_with("---- ") && line.ends_with(" ----");
        match self.place {
            Place::Elsewhere if line == "failures:" => self.place = Place::Among,
            Place::Among | Place::In if heads => {
                self.place = Place::In;
                self.lines = 0;
            }
            // The list of names, or the end.
            Place::In if line == "failures:" => self.place = Place::Elsewhere,
            Place::Among if line.starts_with("test result:") => self.place = Place::Elsewhere,
            _ => {}
        }
        if self.place == Place::In && self.lines < LINES_EACH {
            self.lines += 1;
            self.told.push(line.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_is_told_without_its_surroundings_and_not_at_any_length() {
        let page = "a line\n".repeat(10 * LINES_EACH);
        let said = format!(
            "running 3 tests\ntest one ... ok\ntest two ... FAILED\ntest three ... FAILED\n\nfailures:\n\n\
             ---- two stdout ----\nleft: 1\n{page}\n---- three stdout ----\nright: 2\n\n\nfailures:\n    two\n    three\n\n\
             test result: FAILED. 1 passed; 2 failed\n\nrunning 1 test\ntest four ... ok\n\ntest result: ok. 1 passed\n"
        );
        let mut failures = Failures::default();
        said.lines().for_each(|line| failures.read(line));
        let told = failures.told.join("\n");
        assert!(
            told.starts_with("---- two stdout ----\nleft: 1\na line\n"),
            "{told}"
        );
        assert!(told.contains("---- three stdout ----\nright: 2"), "{told}");
        assert!(!told.contains("running") && !told.contains("ok"), "{told}");
        assert!(failures.told.len() < 2 * LINES_EACH, "{}", failures.told.len());
    }
}
