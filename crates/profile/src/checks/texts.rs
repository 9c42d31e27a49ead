//! No text is empty, and texts are plain lines.

use toml::de::DeValue;

use super::Findings;
use crate::{KeyPath, ProblemKey, reading::Source};

pub(super) fn check(source: &Source<'_>, findings: &mut Findings<'_>) {
    for key in source.top_keys() {
        walk(source, &KeyPath::to(key), findings);
    }
}

/// Looks at every string of the file: a text given in a language says something.
fn walk(source: &Source<'_>, path: &KeyPath, findings: &mut Findings<'_>) {
    let Some(value) = source.at(path) else { return };
    match value.get_ref() {
        DeValue::String(text) if text.trim().is_empty() => {
            findings.add(
                ProblemKey::EmptyText,
                path,
                "the text is empty",
                "words, or leave an optional key out",
            );
        }
        DeValue::Array(entries) => {
            for entry in 0..entries.len() {
                walk(source, &path.then(entry), findings);
            }
        }
        DeValue::Table(table) => {
            for key in table.keys() {
                walk(source, &path.then(key.get_ref().as_ref()), findings);
            }
        }
        _ => {}
    }
}
