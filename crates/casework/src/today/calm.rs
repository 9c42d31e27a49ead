//! What of a long list is shown at once, and what is folded: the page stays calm when many people are expected.
//!
//! The order never changes by what is marked, so that nothing jumps under a coach's finger.

use jiff::civil::Date;

use super::{day::PersonDay, due::Due};

/// So many are shown of a list that is folded.
const SHOWN: usize = 6;
/// A fold holds more than so many: one or two rows need no line that stands for them.
const LEAST_FOLDED: usize = 2;
/// So many things that are late or due today are shown at most before the fold.
const MOST_PRESSING: usize = 12;

/// A list in two parts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parted<'a, T> {
    /// What is shown.
    pub(super) first: &'a [T],
    /// What is folded; nothing of a short list.
    pub(super) folded: &'a [T],
}

impl<'a, T> Parted<'a, T> {
    fn after(all: &'a [T], shown: usize) -> Self {
        let shown = if all.len() > shown + LEAST_FOLDED {
            shown
        } else {
            all.len()
        };
        let (first, folded) = all.split_at(shown);
        Self { first, folded }
    }
}

/// The people of a group, in the order of their names.
pub(super) fn people(people: &[PersonDay]) -> Parted<'_, PersonDay> {
    Parted::after(people, SHOWN)
}

/// What is to be seen to, the most pressing first: all that is late or due today, as far as that is a few.
pub(super) fn due(due: &[Due], today: Date) -> Parted<'_, Due> {
    let pressing = due
        .iter()
        .take_while(|due| due.on.is_some_and(|on| on <= today))
        .count();
    Parted::after(due, pressing.clamp(SHOWN, MOST_PRESSING))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_is_lost_or_moved_and_no_fold_stands_for_a_row_or_two(all: Vec<u8>, shown in 1..20_usize) {
            let Parted { first, folded } = Parted::after(&all, shown);
            let together = [first, folded].concat();
            prop_assert_eq!(&together, &all);
            prop_assert!(folded.is_empty() || (folded.len() > LEAST_FOLDED && first.len() == shown));
        }
    }
}
