//! Collecting problems with their lines.

use std::collections::BTreeSet;

use crate::{KeyPath, ProblemKey, ProfileProblem, reading::Source, reading::shape::not_known};

/// Problems found so far.
pub(super) struct Findings<'read> {
    source: &'read Source<'read>,
    problems: Vec<ProfileProblem>,
}

impl<'read> Findings<'read> {
    pub(super) fn new(source: &'read Source<'read>) -> Self {
        Self {
            source,
            problems: Vec::new(),
        }
    }

    pub(super) fn into_problems(self) -> Vec<ProfileProblem> {
        self.problems
    }

    /// Notes a problem at a path.
    pub(super) fn add(
        &mut self,
        key: ProblemKey,
        path: &KeyPath,
        what: impl Into<String>,
        allowed: impl Into<String>,
    ) {
        let line = self.source.line(path);
        let (what, allowed) = (what.into(), allowed.into());
        self.problems.push(ProfileProblem {
            key,
            path: path.clone(),
            line,
            what,
            allowed,
        });
    }

    /// A name must be among the known ones.
    pub(super) fn refers(&mut self, path: &KeyPath, what: &str, name: &str, known: &[&str]) {
        if known.contains(&name) {
            return;
        }
        let said = not_known(what, name, known.iter().copied());
        let allowed = if known.is_empty() {
            format!("this profile has no {what} yet")
        } else {
            known.join(", ")
        };
        self.add(ProblemKey::UnknownReference, path, said, allowed);
    }

    /// A name must be that of a table in the file.
    pub(super) fn refers_to_table(&mut self, path: &KeyPath, name: &str) {
        let source = self.source;
        let tables: Vec<&str> = source.top_keys().collect();
        self.refers(path, "table", name, &tables);
    }

    /// Nothing may be declared twice in a list. `key` is the key of the entry that must differ, if it is a table.
    pub(super) fn once<'name>(
        &mut self,
        list: &KeyPath,
        key: Option<&str>,
        names: impl Iterator<Item = &'name str>,
    ) {
        let mut seen = BTreeSet::new();
        for (entry, name) in names.enumerate() {
            if !seen.insert(name) {
                let path = list.then(entry);
                let path = key.map_or_else(|| path.clone(), |key| path.then(key));
                self.add(
                    ProblemKey::DeclaredTwice,
                    &path,
                    format!("`{name}` is here twice"),
                    "each only once",
                );
            }
        }
    }

    /// A list must have something in it.
    pub(super) fn not_empty<T>(&mut self, path: &KeyPath, entries: &[T]) {
        if entries.is_empty() {
            self.add(
                ProblemKey::MissingKey,
                path,
                "the list is empty",
                "at least one entry",
            );
        }
    }

    /// A number must lie between two others.
    pub(super) fn between(&mut self, path: &KeyPath, number: u32, least: u32, most: u32, unit: &str) {
        if !(least..=most).contains(&number) {
            let said = format!("{number} {unit} is not possible here");
            self.add(
                ProblemKey::OutOfRange,
                path,
                said,
                format!("{least}–{most} {unit}"),
            );
        }
    }
}
