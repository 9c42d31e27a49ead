//! The text of a profile, in which every value still knows its line.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use crate::{KeyPath, ProblemKey, ProfileProblem, Step};

/// A TOML text and its values with their places.
pub(crate) struct Source<'text> {
    text: &'text str,
    root: Spanned<DeValue<'text>>,
}

impl<'text> Source<'text> {
    /// Reads the text as TOML.
    ///
    /// # Errors
    /// Every place where it is not TOML.
    pub(crate) fn read(text: &'text str) -> Result<Self, Vec<ProfileProblem>> {
        let (table, errors) = DeTable::parse_recoverable(text);
        let span = table.span();
        let source = Self {
            text,
            root: Spanned::new(span, DeValue::Table(table.into_inner())),
        };
        if errors.is_empty() {
            return Ok(source);
        }
        Err(errors.iter().map(|error| source.not_toml(error)).collect())
    }

    fn not_toml(&self, error: &Error) -> ProfileProblem {
        ProfileProblem {
            key: ProblemKey::NotToml,
            path: KeyPath::default(),
            line: error.span().map(|span| self.line_of(span.start)),
            what: error.message().lines().collect::<Vec<_>>().join(", "),
            allowed: "TOML, as in the shipped profiles".to_owned(),
        }
    }

    /// The value at a path.
    pub(crate) fn at(&self, path: &KeyPath) -> Option<&Spanned<DeValue<'text>>> {
        path.steps()
            .iter()
            .try_fold(&self.root, |value, step| match step {
                Step::Key(key) => value.get_ref().get(key.as_str()),
                Step::Entry(entry) => value.get_ref().get(*entry),
            })
    }

    /// The line of the nearest thing on a path that the text has.
    pub(crate) fn line(&self, path: &KeyPath) -> Option<usize> {
        let mut value = &self.root;
        let mut line = None;
        for step in path.steps() {
            let next = match step {
                Step::Key(key) => value.get_ref().get(key.as_str()),
                Step::Entry(entry) => value.get_ref().get(*entry),
            };
            let Some(found) = next else { break };
            line = Some(self.line_of(found.span().start));
            value = found;
        }
        line
    }

    /// The path of the innermost key or value that covers a place in the text, under a given path.
    pub(crate) fn path_at(&self, place: &Range<usize>, under: &KeyPath) -> KeyPath {
        let inner = self
            .at(under)
            .and_then(|value| innermost(value.get_ref(), place, under));
        inner.unwrap_or_else(|| under.clone())
    }

    /// The line, from 1, of a place in the text.
    pub(crate) fn line_of(&self, place: usize) -> usize {
        self.text
            .bytes()
            .take(place)
            .filter(|&byte| byte == b'\n')
            .count()
            + 1
    }

    /// The keys at the top of the file, in the order of the alphabet.
    pub(crate) fn top_keys(&self) -> impl Iterator<Item = &str> {
        self.root
            .get_ref()
            .as_table()
            .into_iter()
            .flat_map(|table| table.keys().map(|key| key.get_ref().as_ref()))
    }
}

/// Looks into every child, since a table under a header of its own covers no more than the header.
fn innermost(value: &DeValue<'_>, place: &Range<usize>, path: &KeyPath) -> Option<KeyPath> {
    let within = |child: &Spanned<DeValue<'_>>, child_path: KeyPath, named: bool| {
        let deeper = innermost(child.get_ref(), place, &child_path);
        deeper.or_else(|| (named || covers(&child.span(), place)).then_some(child_path))
    };
    match value {
        DeValue::Table(table) => table.iter().find_map(|(key, child)| {
            within(
                child,
                path.then(key.get_ref().as_ref()),
                covers(&key.span(), place),
            )
        }),
        DeValue::Array(children) => children
            .iter()
            .enumerate()
            .find_map(|(entry, child)| within(child, path.then(entry), false)),
        _ => None,
    }
}

fn covers(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
