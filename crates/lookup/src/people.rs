//! The people of one register.

use std::cmp::Ordering;
use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;
use uuid::Uuid;

use crate::alphabet::Alphabet;
use crate::identifiers::Identifiers;
use crate::letters;
use crate::order::Order;
use crate::person::Person;
use crate::slot::{Slot, Slots, Words};
use crate::vocabulary::Vocabulary;

/// Words that one person's names can have; the rest of them don't find the person.
const MOST_WORDS: usize = 250;

/// The people of one register, with everything that finds them.
#[derive(Default)]
pub(crate) struct People {
    pub slots: Slots,
    pub order: Order,
    pub vocabulary: Vocabulary,
    pub identifiers: Identifiers,
    by_id: HashTable<u32>,
    vacant: Vec<u32>,
    hasher: RandomState,
}

impl People {
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// The slot of a person.
    pub fn slot_of(&self, id: Uuid) -> Option<u32> {
        self.by_id
            .find(self.hasher.hash_one(id), |slot| self.slots.get(*slot).id == id)
            .copied()
    }

    /// Puts a person in, or in the place of what was known of the same id.
    pub fn upsert(&mut self, person: &Person, alphabet: &Alphabet) {
        let slot = self.admit(person);
        self.seat(slot, alphabet);
    }

    /// Puts many in at once.
    pub fn extend(&mut self, people: impl Iterator<Item = Person>, alphabet: &Alphabet) {
        let before = self.len();
        let newcomers: Vec<u32> = people.map(|person| self.admit(&person)).collect();
        if before == 0 {
            self.settle(alphabet);
            return;
        }
        for slot in newcomers {
            if !self.order.contains(slot) && self.slot_of(self.slots.get(slot).id) == Some(slot) {
                self.seat(slot, alphabet);
            }
        }
    }

    /// Forgets a person; `false` if there was none.
    pub fn remove(&mut self, id: Uuid) -> bool {
        let hash = self.hasher.hash_one(id);
        let slots = &self.slots;
        let Ok(entry) = self.by_id.find_entry(hash, |slot| slots.get(*slot).id == id) else {
            return false;
        };
        let (slot, _) = entry.remove();
        let gone = std::mem::replace(
            self.slots.get_mut(slot),
            Slot::of(&Person::named(0, Uuid::nil(), "", "")),
        );
        for word in gone.words.all() {
            self.vocabulary.strike(*word, slot);
        }
        for identifier in gone.identifiers() {
            self.identifiers.remove(identifier, slot);
        }
        self.order.remove(slot);
        self.vacant.push(slot);
        true
    }

    /// Bytes of texts, and bytes of everything else.
    pub fn memory(&self) -> (usize, usize) {
        let (text, besides) = self.slots.memory();
        let tables = self.by_id.allocation_size() + self.identifiers.memory();
        (
            text,
            besides + tables + self.order.memory() + self.vocabulary.memory(),
        )
    }

    /// Takes a person in without a place in the alphabetical order.
    fn admit(&mut self, person: &Person) -> u32 {
        self.remove(person.id);
        let slot = Slot::of(person);
        let number = if let Some(number) = self.vacant.pop() {
            *self.slots.get_mut(number) = slot;
            number
        } else {
            self.slots.push(slot)
        };
        let words = self.enlist(person, number);
        self.slots.get_mut(number).words = words;
        for identifier in self.slots.get(number).identifiers() {
            self.identifiers.add(identifier, number);
        }
        let Self {
            by_id, hasher, slots, ..
        } = self;
        by_id.insert_unique(hasher.hash_one(person.id), number, |slot| {
            hasher.hash_one(slots.get(*slot).id)
        });
        number
    }

    fn enlist(&mut self, person: &Person, slot: u32) -> Words {
        let names = [&person.last_name, &person.first_names];
        let own = names.iter().flat_map(|name| letters::words(name)).collect();
        let mut others: Vec<letters::Word> = names.iter().flat_map(|name| letters::compounds(name)).collect();
        for name in &person.other_names {
            others.extend(letters::words(name));
            others.extend(letters::compounds(name));
        }
        let mut distinct: Vec<letters::Word> = vec![];
        let own = add_distinct(&mut distinct, own);
        add_distinct(&mut distinct, others);
        let numbers: Vec<u32> = distinct
            .iter()
            .map(|word| self.vocabulary.enlist(word, slot))
            .collect();
        Words::of(&numbers, own)
    }

    fn seat(&mut self, slot: u32, alphabet: &Alphabet) {
        let slots = &self.slots;
        self.order
            .insert(slot, |other| compare(slots.get(other), slots.get(slot), alphabet));
    }

    /// Sorts everyone and gives them slots in alphabetical order, so that who stands together lies together in memory.
    fn settle(&mut self, alphabet: &Alphabet) {
        let sorted = self.sorted(alphabet);
        let mut new = vec![0; self.slots.len()];
        for (number, old) in (0..).zip(&sorted) {
            new[*old as usize] = number;
        }
        let mut old: Vec<Option<Slot>> = self.slots.drain().map(Some).collect();
        for slot in sorted.iter().filter_map(|slot| old[*slot as usize].take()) {
            self.slots.push(slot);
        }
        self.vacant.clear();
        self.vocabulary.renumber(&new);
        self.identifiers.renumber(&new);
        self.by_id.iter_mut().for_each(|slot| *slot = new[*slot as usize]);
        self.order = Order::of(&(0..u32::try_from(sorted.len()).unwrap_or_default()).collect::<Vec<_>>());
    }

    fn sorted(&self, alphabet: &Alphabet) -> Vec<u32> {
        let mut keys = vec![];
        let mut people: Vec<(std::ops::Range<usize>, u32)> = Vec::with_capacity(self.len());
        for slot in &self.by_id {
            let start = keys.len();
            alphabet.write_sort_key(self.slots.get(*slot).names(), &mut keys);
            people.push((start..keys.len(), *slot));
        }
        people.sort_unstable_by(|(left, left_slot), (right, right_slot)| {
            let ids = || self.slots.get(*left_slot).id.cmp(&self.slots.get(*right_slot).id);
            keys[left.clone()].cmp(&keys[right.clone()]).then_with(ids)
        });
        zeroize::Zeroize::zeroize(&mut keys);
        people.into_iter().map(|(_, slot)| slot).collect()
    }
}

/// Alphabetical order; the id where the names are equal, so that a list never changes its order by itself.
fn compare(left: &Slot, right: &Slot, alphabet: &Alphabet) -> Ordering {
    alphabet
        .compare(left.names(), right.names())
        .then_with(|| left.id.cmp(&right.id))
}

/// Adds the words that aren't there yet, up to [`MOST_WORDS`], and returns how many there are.
fn add_distinct(distinct: &mut Vec<letters::Word>, words: Vec<letters::Word>) -> usize {
    for word in words {
        if distinct.len() < MOST_WORDS && !distinct.contains(&word) {
            distinct.push(word);
        }
    }
    distinct.len()
}
