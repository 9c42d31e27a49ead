//! Problems of shape: a key or value that the format does not have, in words for the administrator.

use toml::de::Error;

use super::Source;
use crate::{KeyPath, ProblemKey, ProfileProblem};

/// Puts what the TOML reader says into a problem: where, what, and what is allowed.
pub(super) fn problem(error: &Error, under: &KeyPath, source: &Source<'_>) -> ProfileProblem {
    let (path, line) = match error.span() {
        Some(span) => (source.path_at(&span, under), Some(source.line_of(span.start))),
        None => (under.clone(), source.line(under)),
    };
    let (key, what, allowed) = words(error.message());
    ProfileProblem {
        key,
        path,
        line,
        what,
        allowed,
    }
}

/// What is wrong and what is allowed, from the reader's one sentence.
fn words(message: &str) -> (ProblemKey, String, String) {
    let message = message.trim_end();
    if let Some((name, choices)) = unknown(message, "unknown field ") {
        return (
            ProblemKey::UnknownKey,
            not_known("key", &name, choices.iter().copied()),
            choices.join(", "),
        );
    }
    if let Some((name, choices)) = unknown(message, "unknown variant ") {
        return (
            ProblemKey::WrongValue,
            not_known("choice", &name, choices.iter().copied()),
            choices.join(", "),
        );
    }
    if let Some(name) = message.strip_prefix("missing field ") {
        return (
            ProblemKey::MissingKey,
            format!("the key {name} is missing"),
            "it must be given".to_owned(),
        );
    }
    match message.split_once(", expected ") {
        Some((found, expected)) => (
            ProblemKey::WrongValue,
            found_words(found),
            expected_words(expected),
        ),
        None => (ProblemKey::WrongValue, message.to_owned(), String::new()),
    }
}

/// What was found, without the reader's own terms.
fn found_words(found: &str) -> String {
    let found = found
        .strip_prefix("invalid type: ")
        .or_else(|| found.strip_prefix("invalid value: "))
        .unwrap_or(found);
    format!("the value is {found}")
}

/// What was expected, without the names of types.
fn expected_words(expected: &str) -> String {
    match expected {
        "u8" => "a whole number from 0 to 255".to_owned(),
        "u16" => "a whole number from 0 to 65 535".to_owned(),
        "a sequence" => "a list, in [ ]".to_owned(),
        _ if expected.starts_with("struct ") || expected == "a map" => "a table, in { }".to_owned(),
        other => other.to_owned(),
    }
}

/// The name and the choices of "unknown … `name`, expected `a` or `b`" and its longer forms.
fn unknown<'message>(message: &'message str, beginning: &str) -> Option<(String, Vec<&'message str>)> {
    let quoted: Vec<&str> = message
        .strip_prefix(beginning)?
        .split('`')
        .skip(1)
        .step_by(2)
        .collect();
    let (name, choices) = quoted.split_first()?;
    Some(((*name).to_owned(), choices.to_vec()))
}

/// Says that a name is not known, and which known one is near.
pub(crate) fn not_known<'known>(what: &str, name: &str, known: impl Iterator<Item = &'known str>) -> String {
    let near = known
        .map(|choice| (strsim::jaro_winkler(name, choice), choice))
        .filter(|(likeness, _)| *likeness > 0.85);
    let nearest = near.max_by(|one, other| one.0.total_cmp(&other.0));
    match nearest {
        Some((_, choice)) => format!("there is no {what} `{name}`; did you mean `{choice}`?"),
        None => format!("there is no {what} `{name}`"),
    }
}
