//! Pages of the alphabetical list.

use uuid::Uuid;

use crate::people::People;
use crate::sight::Sight;

/// Which page of the list to show.
///
/// Someone whom the asker may not see, or who isn't there any longer, is no place in the list: the first page is shown
/// then, so that a guessed id tells nothing (A8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The first page.
    First,
    /// The page that follows this person.
    After(Uuid),
    /// The page that ends just before this person.
    Before(Uuid),
    /// The last page: as many as fit, counted from the end.
    Last,
}

/// A page of the list, in alphabetical order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Who is on it.
    pub ids: Vec<Uuid>,
    /// Whether someone precedes it.
    pub earlier: bool,
    /// Whether someone follows it.
    pub later: bool,
}

impl People {
    /// See [`crate::Index::page`].
    pub fn page(&self, turn: Turn, limit: usize, sight: Sight<'_>) -> Page {
        let seen = Seen::of(self, limit, sight);
        let place = |id: Uuid| if sight.sees(id) { self.slot_of(id) } else { None };
        let edge = match turn {
            Turn::First | Turn::Last => None,
            Turn::After(id) | Turn::Before(id) => place(id),
        };
        let backwards = match turn {
            Turn::First | Turn::After(_) => false,
            Turn::Before(_) => edge.is_some(),
            Turn::Last => true,
        };
        let slots: Vec<u32> = if backwards {
            let mut slots: Vec<u32> = seen.preceding(edge).take(limit).collect();
            slots.reverse();
            slots
        } else {
            seen.following(edge).take(limit).collect()
        };
        Page {
            earlier: slots.first().map_or(edge.is_some() && !backwards, |slot| {
                seen.preceding(Some(*slot)).next().is_some()
            }),
            later: slots.last().map_or(edge.is_some() && backwards, |slot| {
                seen.following(Some(*slot)).next().is_some()
            }),
            ids: slots.into_iter().map(|slot| self.slots.get(slot).id).collect(),
        }
    }

    /// See [`crate::Index::in_order`].
    pub fn in_order(&self, ids: impl Iterator<Item = Uuid>) -> Vec<Uuid> {
        sorted(self, ids)
            .into_iter()
            .map(|slot| self.slots.get(slot).id)
            .collect()
    }
}

/// The list as the asker sees it.
enum Seen<'a> {
    /// So few that they were picked out and sorted.
    Few { people: &'a People, slots: Vec<u32> },
    /// So many that it is quicker to walk along the list and pass over the others.
    Many { people: &'a People, sight: Sight<'a> },
}

impl<'a> Seen<'a> {
    fn of(people: &'a People, limit: usize, sight: Sight<'a>) -> Self {
        match sight {
            Sight::Among(ids)
                if ids.len().saturating_mul(ids.len()) <= limit.saturating_mul(people.len()) =>
            {
                Self::Few {
                    people,
                    slots: sorted(people, ids.iter().copied()),
                }
            }
            _ => Self::Many { people, sight },
        }
    }

    fn following(&self, edge: Option<u32>) -> Box<dyn Iterator<Item = u32> + '_> {
        match self {
            Self::Few { people, slots } => {
                let up_to = |edge| {
                    slots.partition_point(|slot| people.order.position(*slot) <= people.order.position(edge))
                };
                Box::new(slots[edge.map_or(0, up_to)..].iter().copied())
            }
            Self::Many { people, sight } => Box::new(
                people
                    .order
                    .following(edge)
                    .filter(|slot| sight.sees(people.slots.get(*slot).id)),
            ),
        }
    }

    fn preceding(&self, edge: Option<u32>) -> Box<dyn Iterator<Item = u32> + '_> {
        match self {
            Self::Few { people, slots } => {
                let up_to = |edge| {
                    slots.partition_point(|slot| people.order.position(*slot) < people.order.position(edge))
                };
                Box::new(slots[..edge.map_or(slots.len(), up_to)].iter().rev().copied())
            }
            Self::Many { people, sight } => Box::new(
                people
                    .order
                    .preceding(edge)
                    .filter(|slot| sight.sees(people.slots.get(*slot).id)),
            ),
        }
    }
}

fn sorted(people: &People, ids: impl Iterator<Item = Uuid>) -> Vec<u32> {
    let mut slots: Vec<u32> = ids.filter_map(|id| people.slot_of(id)).collect();
    slots.sort_unstable_by_key(|slot| people.order.position(*slot));
    slots
}
