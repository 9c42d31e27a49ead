//! Definitions as text: TOML, which people can read and edit.

use super::{
    check::{Mistake, mistakes},
    definition::Definition,
};

/// The most bytes of a text.
pub(super) const LONGEST_TEXT: usize = 200_000;

/// Reads a definition, or tells everything that is to be mended.
///
/// # Errors
/// The mistakes: of the text, with its line, when it is not TOML of the right shape; else those between its parts.
pub fn read(text: &str) -> Result<Definition, Vec<Mistake>> {
    if text.len() > LONGEST_TEXT {
        return Err(vec![Mistake {
            place: String::new(),
            key: "instrument-mistake-too-large",
            found: String::new(),
        }]);
    }
    let definition: Definition = toml::from_str(text).map_err(|error| vec![of_text(text, &error)])?;
    let wrong = mistakes(&definition);
    if wrong.is_empty() {
        Ok(definition)
    } else {
        Err(wrong)
    }
}

/// A definition as text.
#[must_use]
pub fn write(definition: &Definition) -> String {
    toml::to_string_pretty(definition).expect("a definition has no value that TOML could not hold")
}

fn of_text(text: &str, error: &toml::de::Error) -> Mistake {
    let start = error.span().map_or(0, |span| span.start).min(text.len());
    let before = text.get(..start).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    Mistake {
        place: line.to_string(),
        key: "instrument-mistake-text",
        found: error.message().chars().take(200).collect(),
    }
}
