//! Whom and what a grant covers, and where it reads.

use tokio::sync::Mutex;

use crate::{
    SubjectId,
    access::{Basis, Resource},
    database::Transaction,
};

/// Whom a grant covers.
#[derive(Debug, Clone)]
pub(crate) struct Scope {
    /// Those who were asked for.
    pub(crate) primaries: Vec<SubjectId>,
    /// They, and those merged into them.
    pub(crate) covered: Vec<SubjectId>,
    /// Each who turned out to be somebody else, with who that is.
    pub(crate) merged: Vec<(SubjectId, SubjectId)>,
    pub(crate) resources: Vec<Resource>,
    pub(crate) basis: Basis,
}

impl Scope {
    /// The kinds of data, by name.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        self.resources.iter().map(|resource| resource.name()).collect()
    }

    /// Whether all that the other covers is covered by this one.
    pub(crate) fn includes(&self, other: &Self) -> bool {
        other.covered.iter().all(|subject| self.covered.contains(subject))
            && other
                .resources
                .iter()
                .all(|resource| self.resources.contains(resource))
    }

    /// Whom the log names when something is written: also those beside whose record it is written.
    pub(crate) fn written(&self) -> Vec<SubjectId> {
        let mut written = self.primaries.clone();
        for (_, kept) in &self.merged {
            if !written.contains(kept) {
                written.push(*kept);
            }
        }
        written
    }
}

/// Where a grant reads and writes.
pub(crate) enum Source<'visit> {
    Snapshot,
    Writing(Mutex<Transaction>),
    /// The transaction of a set, which whoever holds the set commits.
    Within(&'visit Mutex<Transaction>),
}
