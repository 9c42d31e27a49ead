//! Whom the asker may see.

use std::collections::HashSet;
use std::fmt;

use uuid::Uuid;

/// Whom the asker may see. Whoever is outside it changes no answer: neither its content nor its order (A8).
///
/// Give the narrowest form that fits: [`Sight::Among`] lets the index start from a worker's own clients instead
/// of asking about everyone.
#[derive(Clone, Copy)]
pub enum Sight<'a> {
    /// Everyone in the register.
    Everyone,
    /// These people only.
    Among(&'a HashSet<Uuid>),
    /// Everyone in the register but these, who are few.
    Except(&'a HashSet<Uuid>),
    /// Those for whom the rule says so; asked as late and as seldom as possible.
    Where(&'a dyn Fn(Uuid) -> bool),
}

impl Sight<'_> {
    /// Whether the asker may see this person.
    #[must_use]
    pub fn sees(&self, id: Uuid) -> bool {
        match self {
            Self::Everyone => true,
            Self::Among(people) => people.contains(&id),
            Self::Except(people) => !people.contains(&id),
            Self::Where(rule) => rule(id),
        }
    }
}

impl fmt::Debug for Sight<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Everyone => formatter.write_str("Everyone"),
            Self::Among(people) => write!(formatter, "Among({} people)", people.len()),
            Self::Except(people) => write!(formatter, "Except({} people)", people.len()),
            Self::Where(_) => formatter.write_str("Where(…)"),
        }
    }
}
