//! Who in the register may be the person that is about to be taken in (A9).

use jiff::civil::Date;
use uuid::Uuid;

use crate::identifiers;
use crate::letters;
use crate::people::People;
use crate::spelling::Spelling;

/// Someone about to be taken in.
#[derive(Clone, Copy)]
pub struct Newcomer<'a> {
    /// Last name as written.
    pub last_name: &'a str,
    /// First names as written.
    pub first_names: &'a str,
    /// Date of birth, if known.
    pub birth_date: Option<Date>,
    /// Identity codes, if known.
    pub codes: &'a [String],
}

/// Why someone may be the same person, the strongest reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// An identity code is the same, a current or an earlier one.
    SameCode,
    /// The names and the date of birth are the same.
    SameNameAndBirthDate,
    /// The date of birth is the same, the names are spelling variants of each other.
    AlikeNameAndBirthDate,
    /// The names are the same; a date of birth is unknown.
    SameName,
    /// The names are spelling variants of each other; a date of birth is unknown.
    AlikeName,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Spelt {
    Same,
    Alike,
}

impl People {
    /// See [`crate::Index::similar`].
    pub fn similar(&self, newcomer: &Newcomer<'_>) -> Vec<(Uuid, Likeness)> {
        let codes = newcomer.codes.iter().map(|code| identifiers::code(code));
        let mut found: Vec<(Likeness, u32)> = codes
            .flat_map(|code| self.holders(&code).collect::<Vec<_>>())
            .map(|slot| (Likeness::SameCode, slot))
            .collect();
        let name = Name::of(newcomer, self);
        for slot in name.candidates(self) {
            found.extend(
                self.likeness(slot, newcomer, &name)
                    .map(|likeness| (likeness, slot)),
            );
        }
        found.sort_unstable_by_key(|(likeness, slot)| (self.order.position(*slot), *likeness));
        found.dedup_by_key(|(_, slot)| *slot);
        found.sort_by_key(|(likeness, _)| *likeness);
        found
            .into_iter()
            .map(|(likeness, slot)| (self.slots.get(slot).id, likeness))
            .collect()
    }

    fn likeness(&self, slot: u32, newcomer: &Newcomer<'_>, name: &Name) -> Option<Likeness> {
        let known = self.slots.get(slot);
        let same_day = match (known.birth_date, newcomer.birth_date) {
            (Some(known), Some(new)) if known != new => return None,
            (known, new) => known.is_some() && new.is_some(),
        };
        Some(
            match (name.compare(known.words.own(), known.words.all())?, same_day) {
                (Spelt::Same, true) => Likeness::SameNameAndBirthDate,
                (Spelt::Alike, true) => Likeness::AlikeNameAndBirthDate,
                (Spelt::Same, false) => Likeness::SameName,
                (Spelt::Alike, false) => Likeness::AlikeName,
            },
        )
    }
}

/// The newcomer's name, word by word.
struct Name {
    words: Vec<Marks>,
    /// Linked words written as one.
    compounds: Vec<Marks>,
}

impl Name {
    fn of(newcomer: &Newcomer<'_>, people: &People) -> Self {
        let names = [newcomer.last_name, newcomer.first_names];
        let marks =
            |words: Vec<letters::Word>| words.iter().map(|word| Marks::of(&word.folded, people)).collect();
        Self {
            words: marks(names.into_iter().flat_map(letters::words).collect()),
            compounds: marks(names.into_iter().flat_map(letters::compounds).collect()),
        }
    }

    /// Slots of all who can have the same name. Two words at least must agree, so the commonest needn't be followed.
    fn candidates(&self, people: &People) -> Vec<u32> {
        let mut marks: Vec<&Marks> = self.words.iter().chain(&self.compounds).collect();
        marks.sort_unstable_by_key(|marks| marks.bearers(people).count());
        if marks.len() > 1 {
            marks.pop();
        }
        let mut slots: Vec<u32> = marks
            .into_iter()
            .flat_map(|marks| marks.bearers(people))
            .collect();
        slots.sort_unstable();
        slots.dedup();
        slots
    }

    /// How the name compares with a known one of which `own` are the words of the last and first names and `all` has other
    /// names too: the same if one holds the other, since not everyone tells all their first names.
    fn compare(&self, own: &[u32], all: &[u32]) -> Option<Spelt> {
        let answer = |marks: &Marks| all.iter().filter_map(|word| marks.spelt[*word as usize]).min();
        let ours = || self.words.iter().chain(&self.compounds);
        let holds = || {
            worst(
                own.iter()
                    .map(|word| ours().filter_map(|marks| marks.spelt[*word as usize]).min()),
            )
        };
        let held = || worst(self.words.iter().map(answer));
        if self.words.len() < 2 && own.len() > 1 {
            return None;
        }
        [held(), if own.len() > 1 { holds() } else { None }]
            .into_iter()
            .flatten()
            .min()
    }
}

/// The worst of all answers; `None` if one is missing.
fn worst(mut answers: impl Iterator<Item = Option<Spelt>>) -> Option<Spelt> {
    answers.try_fold(Spelt::Same, |worst, answer| Some(worst.max(answer?)))
}

/// Which words of the vocabulary a newcomer's word may be.
struct Marks {
    spelt: Vec<Option<Spelt>>,
    marked: Vec<u32>,
}

impl Marks {
    fn of(folded: &str, people: &People) -> Self {
        let spelling = Spelling::of(folded);
        let mut spelt = vec![None; people.vocabulary.len()];
        let mut marked = vec![];
        for (number, letters) in people.vocabulary.each() {
            let known = people.vocabulary.folded(number);
            let alike = |spelling: &Spelling| spelling.shares_letters(letters) && spelling.resembles(known);
            if known == folded.as_bytes() {
                spelt[number as usize] = Some(Spelt::Same);
            } else if spelling.as_ref().is_some_and(alike) {
                spelt[number as usize] = Some(Spelt::Alike);
            } else {
                continue;
            }
            marked.push(number);
        }
        Self { spelt, marked }
    }

    fn bearers<'a>(&'a self, people: &'a People) -> impl Iterator<Item = u32> + 'a {
        self.marked
            .iter()
            .flat_map(|word| people.vocabulary.people(*word))
            .copied()
    }
}
