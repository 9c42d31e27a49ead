//! What the command line asks for.

use crate::steps::Step;

/// A command of `cargo xtask`.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// Tell what there is.
    Help,
    /// Run the checks.
    Test(Choice),
    /// Measure, with these words for the program that measures.
    Bench(Vec<String>),
}

/// Which checks to run, and how.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
    /// In the order in which they run.
    pub steps: Vec<Step>,
    /// What to do after a step that failed.
    pub after_failure: AfterFailure,
}

/// What to do after a step that failed.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub enum AfterFailure {
    /// Leave the others out.
    Stop,
    /// Run the others, and fail in the end.
    KeepGoing,
}

/// Reads the words after `cargo xtask`.
///
/// # Errors
/// Says which word isn't understood.
pub fn read(words: impl Iterator<Item = String>) -> Result<Task, String> {
    let mut words = words.peekable();
    match words.next().as_deref() {
        None | Some("help" | "--help" | "-h") => Ok(Task::Help),
        Some("test") => read_test(words),
        Some("bench") => Ok(Task::Bench(words.collect())),
        Some(other) => Err(format!("There is no command “{other}”.")),
    }
}

fn read_test(mut words: impl Iterator<Item = String>) -> Result<Task, String> {
    let mut only = Vec::new();
    let mut after_failure = AfterFailure::Stop;
    while let Some(word) = words.next() {
        match word.as_str() {
            "--help" | "-h" => return Ok(Task::Help),
            "--keep-going" => after_failure = AfterFailure::KeepGoing,
            "--only" => only.push(words.next().ok_or("--only wants the name of a step.")?),
            other => return Err(format!("“test” has no option “{other}”.")),
        }
    }
    Ok(Task::Test(Choice {
        steps: choose(&only)?,
        after_failure,
    }))
}

/// The steps named, in the order of the whole run; all that run by default when none is named.
fn choose(names: &[String]) -> Result<Vec<Step>, String> {
    if let Some(unknown) = names
        .iter()
        .find(|name| Step::ALL.iter().all(|step| step.name() != *name))
    {
        return Err(format!("There is no step “{unknown}”."));
    }
    let wanted = |step: &Step| match names {
        [] => true,
        names => names.iter().any(|name| name == step.name()),
    };
    Ok(Step::ALL.into_iter().filter(wanted).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Result<Task, String> {
        read(line.split_whitespace().map(String::from))
    }

    fn steps_of(line: &str) -> Vec<Step> {
        match asked(line) {
            Ok(Task::Test(choice)) => choice.steps,
            other => panic!("“{line}” should run checks, not {other:?}"),
        }
    }

    #[test]
    fn whoever_asks_for_nothing_is_told_what_there_is() {
        assert_eq!(asked(""), Ok(Task::Help));
        assert_eq!(asked("test --help"), Ok(Task::Help));
    }

    #[test]
    fn a_whole_run_begins_with_the_quickest_check_and_stops_at_a_failure() {
        let Ok(Task::Test(choice)) = asked("test") else {
            panic!("“test” runs checks")
        };
        assert_eq!(choice.steps.first(), Some(&Step::Fmt));
        assert!(choice.steps.contains(&Step::Unit));
        assert_eq!(choice.after_failure, AfterFailure::Stop);
    }

    #[test]
    fn chosen_steps_run_in_the_order_of_the_whole_run() {
        assert_eq!(steps_of("test --only unit --only fmt"), [Step::Fmt, Step::Unit]);
    }

    #[test]
    fn a_misspelt_step_is_refused_rather_than_left_out() {
        assert_eq!(
            asked("test --only fmt --only unit-tests"),
            Err("There is no step “unit-tests”.".into())
        );
        assert_eq!(
            asked("test --only"),
            Err("--only wants the name of a step.".into())
        );
    }

    #[test]
    fn an_unknown_command_or_option_is_refused() {
        assert!(asked("check").is_err());
        assert!(asked("test --fast").is_err());
    }
}
