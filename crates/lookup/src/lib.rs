//! The in-memory index that finds people by any part of a name, misspelt or not, by identity code, phone or e-mail,
//! and knows their place in the Finnish alphabet.
//!
//! Names, codes and contacts are sealed on disk and can't be searched there. Each node unseals them once at start into an
//! [`Index`], keeps it current with [`Index::upsert`] and [`Index::remove`], and asks it with a [`Sight`]: whoever
//! the asker may not see changes neither the content nor the order of an answer.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `letters` | how a written name becomes words: folding of case, diacritics and hyphens |
//! | `spelling` | how far apart two spellings are |
//! | `vocabulary` | every word of the names once, and who bears it |
//! | `term` | a typed word, and the words of the vocabulary that answer to it |
//! | `rank` | how well a whole name answers to what was typed |
//! | `identifiers` | canonical forms of codes, phones and e-mails, and who has them |
//! | `alphabet`, `order` | Finnish collation, and everyone's place in it |
//! | `slot`, `people` | what is kept of one person, and of one register |
//! | `find`, `page`, `similar` | the three questions |
//!
//! No clock, no I/O, no identifiers in `Debug`; texts of people who are removed are overwritten.

mod alphabet;
mod find;
mod identifiers;
mod letters;
mod order;
mod page;
mod people;
mod person;
mod rank;
mod sight;
mod similar;
mod slot;
mod spelling;
mod term;
mod vocabulary;

use std::collections::HashMap;
use std::fmt;

use jiff::civil::Date;
use uuid::Uuid;

use crate::alphabet::Alphabet;
use crate::people::People;

pub use crate::find::{Hit, Quality};
pub use crate::page::{Page, Turn};
pub use crate::person::Person;
pub use crate::sight::Sight;
pub use crate::similar::{Likeness, Newcomer};

/// Everyone on this node, register by register. No question reaches from one register into another.
pub struct Index {
    alphabet: Alphabet,
    registers: HashMap<i64, People>,
}

/// Bytes that an index takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Memory {
    /// Names and identifiers as texts.
    pub texts: usize,
    /// Everything else.
    pub besides: usize,
}

impl Index {
    /// An index that knows nobody yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            alphabet: Alphabet::finnish(),
            registers: HashMap::new(),
        }
    }

    /// How many people it knows, in all registers.
    #[must_use]
    pub fn len(&self) -> usize {
        self.registers.values().map(People::len).sum()
    }

    /// How many people it knows in one register.
    #[must_use]
    pub fn count(&self, register: i64) -> usize {
        self.registers.get(&register).map_or(0, People::len)
    }

    /// Whether it knows nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Puts a person in, or in the place of what was known of the same register and id.
    pub fn upsert(&mut self, person: &Person) {
        self.registers
            .entry(person.register)
            .or_default()
            .upsert(person, &self.alphabet);
    }

    /// Forgets a person and overwrites their texts; `false` if there was none.
    pub fn remove(&mut self, register: i64, id: Uuid) -> bool {
        self.registers
            .get_mut(&register)
            .is_some_and(|people| people.remove(id))
    }

    /// People whose names or identifiers answer to the query: at most `limit`, best [`Quality`] first, in Finnish
    /// alphabetical order where it is equal (written diacritics before folded ones).
    ///
    /// Words may come in any order and be parts of names; a single letter counts only at the beginning of one. A complete identity code, phone number or e-mail address
    /// finds its holders, however written; a part of one finds nobody. Likeness in spelling fills what is left of the
    /// limit.
    #[must_use]
    pub fn find(&self, register: i64, query: &str, limit: usize, sight: Sight<'_>) -> Vec<Hit> {
        self.registers
            .get(&register)
            .map(|people| people.find(query, limit, sight))
            .unwrap_or_default()
    }

    /// A page of the alphabetical list of those whom the asker may see.
    #[must_use]
    pub fn page(&self, register: i64, turn: Turn, limit: usize, sight: Sight<'_>) -> Page {
        self.registers
            .get(&register)
            .map(|people| people.page(turn, limit, sight))
            .unwrap_or_default()
    }

    /// The given people in alphabetical order; those that the index doesn't know are left out.
    #[must_use]
    pub fn in_order(&self, register: i64, ids: impl IntoIterator<Item = Uuid>) -> Vec<Uuid> {
        self.registers
            .get(&register)
            .map(|people| people.in_order(ids.into_iter()))
            .unwrap_or_default()
    }

    /// A person's last name and first names as written, to show in a list without unsealing them again. The caller has
    /// decided, and recorded, that the asker may see them.
    #[must_use]
    pub fn display(&self, register: i64, id: Uuid) -> Option<(&str, &str)> {
        let people = self.registers.get(&register)?;
        people.slot_of(id).map(|slot| people.slots.get(slot).names())
    }

    /// A person's date of birth, to tell an age in a list without unsealing. The caller has decided, and recorded, that
    /// the asker may see it.
    #[must_use]
    pub fn birth_date(&self, register: i64, id: Uuid) -> Option<Date> {
        let people = self.registers.get(&register)?;
        people
            .slot_of(id)
            .and_then(|slot| people.slots.get(slot).birth_date)
    }

    /// Everyone who may be the newcomer, **seen or not**, the strongest reason first. The caller shows only those whom
    /// the asker may see; a hidden match is for the main user's list (A8, A9).
    ///
    /// Names are the same if one holds all words of the other, in any order, case and diacritics aside: not everyone tells
    /// all their first names. People whose known dates of birth differ are told apart, unless a code is the same.
    #[must_use]
    pub fn similar(&self, register: i64, newcomer: &Newcomer<'_>) -> Vec<(Uuid, Likeness)> {
        self.registers
            .get(&register)
            .map(|people| people.similar(newcomer))
            .unwrap_or_default()
    }

    /// Everyone who has an identity code, phone number or e-mail address, **seen or not**, however it is written.
    #[must_use]
    pub fn holders(&self, register: i64, identifier: &str) -> Vec<Uuid> {
        let Some(people) = self.registers.get(&register) else {
            return Vec::new();
        };
        let readings = identifiers::readings(identifier);
        let slots = readings.iter().flat_map(|reading| people.holders(reading));
        let mut holders: Vec<Uuid> = slots.map(|slot| people.slots.get(slot).id).collect();
        holders.sort_unstable();
        holders.dedup();
        holders
    }

    /// How much memory it takes, as far as it allots it itself.
    #[must_use]
    pub fn memory(&self) -> Memory {
        self.registers
            .values()
            .map(People::memory)
            .fold(Memory::default(), |sum, (texts, besides)| Memory {
                texts: sum.texts + texts,
                besides: sum.besides + besides,
            })
    }
}

impl Default for Index {
    fn default() -> Self {
        Self::new()
    }
}

/// For the start: sorts once instead of looking for everyone's place. People are read one at a time, so the iterator may
/// unseal them as it goes.
impl Extend<Person> for Index {
    fn extend<I: IntoIterator<Item = Person>>(&mut self, people: I) {
        let mut people = people.into_iter().peekable();
        while let Some(register) = people.peek().map(|person| person.register) {
            let of_register = std::iter::from_fn(|| people.next_if(|person| person.register == register));
            self.registers
                .entry(register)
                .or_default()
                .extend(of_register, &self.alphabet);
        }
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Index({} people)", self.len())
    }
}
