//! What is wrong with a profile, told to the administrator who edits it.

use std::fmt;

/// Steps into a profile: `purposes`, `2`, `bases`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyPath(Vec<Step>);

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A key of a table.
    Key(String),
    /// An entry of a list, from 0; told to people from 1.
    Entry(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for Step {
    fn from(entry: usize) -> Self {
        Self::Entry(entry)
    }
}

impl KeyPath {
    /// The path to a key of the file itself.
    pub(crate) fn to(key: &str) -> Self {
        Self::default().then(key)
    }

    /// The path one step further.
    pub(crate) fn then(&self, step: impl Into<Step>) -> Self {
        let mut steps = self.0.clone();
        steps.push(step.into());
        Self(steps)
    }

    /// The steps from the top of the file.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }
}

impl fmt::Display for KeyPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if place == 0 => write!(formatter, "{key}")?,
                Step::Key(key) => write!(formatter, ".{key}")?,
                Step::Entry(entry) => write!(formatter, " (entry {})", entry + 1)?,
            }
        }
        Ok(())
    }
}

/// The kind of a problem, stable for programs that read the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProblemKey {
    /// The text is not TOML.
    NotToml,
    /// A table or key that the format does not have.
    UnknownKey,
    /// A table or key that must be there is not.
    MissingKey,
    /// A value of the wrong kind, or not among the choices.
    WrongValue,
    /// A text is empty.
    EmptyText,
    /// Something is named that the profile does not have.
    UnknownReference,
    /// The same thing is declared twice.
    DeclaredTwice,
    /// A field or function is required or used without being enabled.
    NotEnabled,
    /// Special-category data without a basis in GDPR 9.2.
    NoSpecialBasis,
    /// A purpose, activity or transfer without a legal ground.
    NoBasis,
    /// A number or date outside what is allowed.
    OutOfRange,
    /// Two settings that can't hold together.
    Contradiction,
}

impl ProblemKey {
    /// The key in text, such as `unknown-reference`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotToml => "not-toml",
            Self::UnknownKey => "unknown-key",
            Self::MissingKey => "missing-key",
            Self::WrongValue => "wrong-value",
            Self::EmptyText => "empty-text",
            Self::UnknownReference => "unknown-reference",
            Self::DeclaredTwice => "declared-twice",
            Self::NotEnabled => "not-enabled",
            Self::NoSpecialBasis => "no-special-basis",
            Self::NoBasis => "no-basis",
            Self::OutOfRange => "out-of-range",
            Self::Contradiction => "contradiction",
        }
    }
}

/// One thing that is wrong with a profile: where, what, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct ProfileProblem {
    /// What kind of problem it is.
    pub key: ProblemKey,
    /// Table and key.
    pub path: KeyPath,
    /// Line of the file, from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong, in words.
    pub what: String,
    /// What is allowed instead, in words.
    pub allowed: String,
}

impl fmt::Display for ProfileProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(formatter, "line {line}: ")?;
        }
        if !self.path.steps().is_empty() {
            write!(formatter, "{}: ", self.path)?;
        }
        write!(formatter, "{}", self.what)?;
        if !self.allowed.is_empty() {
            let stop = if self.what.ends_with('?') { "" } else { "." };
            write!(formatter, "{stop} Allowed: {}", self.allowed)?;
        }
        write!(formatter, " [{}]", self.key.as_str())
    }
}
