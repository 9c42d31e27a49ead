//! Finding people by what was typed.
//!
//! Typed words mark the words of the vocabulary that answer to them. Whoever bears marked words is then found in one of
//! three ways, whichever promises the least work: from the few who bear the rarest word, from the few whom the asker may
//! see, or by walking along the alphabetical order until enough are found.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use uuid::Uuid;

use crate::identifiers;
use crate::letters;
use crate::people::People;
use crate::rank::{self, LIKENESS, LITERAL, Level};
use crate::sight::Sight;
use crate::spelling::{Nearness, Spelling};

/// A longer text than this, in characters, is cut: nobody's name is as long.
const LONGEST_QUERY: usize = 120;

/// Typed words beyond these are left out.
const MOST_TERMS: usize = 8;

/// So few people are simply all looked at.
const FEW: usize = 512;

/// How a person was found, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quality {
    /// By a complete identity code, phone number or e-mail address.
    Exact,
    /// Every typed word begins a word of the name.
    Prefix,
    /// Every typed word is somewhere in the name.
    Part,
    /// The spelling is like it.
    Spelling,
}

/// A person found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Who.
    pub id: Uuid,
    /// How well the name answers to what was typed.
    pub quality: Quality,
}

impl From<Level> for Quality {
    fn from(level: Level) -> Self {
        match level {
            Level::Prefix | Level::PrefixFolded => Self::Prefix,
            Level::Part | Level::PartFolded => Self::Part,
            Level::Close | Level::Distant => Self::Spelling,
        }
    }
}

impl People {
    /// See [`crate::Index::find`].
    pub fn find(&self, query: &str, limit: usize, sight: Sight<'_>) -> Vec<Hit> {
        let query: String = query.chars().take(LONGEST_QUERY).collect();
        let readings = identifiers::readings(&query);
        let exact = self.find_exactly(&readings, limit, sight);
        if limit == 0 || !exact.is_empty() || query.contains('@') {
            return exact;
        }
        let mut terms: Vec<Term> = letters::words(&query)
            .into_iter()
            .take(MOST_TERMS)
            .map(|word| Term::mark(word, self))
            .collect();
        if terms.is_empty() {
            return vec![];
        }
        let mut search = Search {
            people: self,
            sight,
            limit,
            found: vec![],
        };
        search.by_letters(&terms);
        if search.found.len() < limit
            && terms
                .iter_mut()
                .filter_map(|term| term.mark_likeness(self))
                .count()
                > 0
        {
            search.collect(&terms, &LIKENESS);
        }
        search.found
    }

    fn find_exactly(&self, readings: &[String], limit: usize, sight: Sight<'_>) -> Vec<Hit> {
        let mut slots: Vec<u32> = readings
            .iter()
            .flat_map(|reading| self.holders(reading))
            .collect();
        slots.sort_unstable_by_key(|slot| self.order.position(*slot));
        slots.dedup();
        let ids = slots
            .into_iter()
            .map(|slot| self.slots.get(slot).id)
            .filter(|id| sight.sees(*id));
        ids.take(limit)
            .map(|id| Hit {
                id,
                quality: Quality::Exact,
            })
            .collect()
    }

    /// Slots of those who have the identifier, given in canonical form.
    pub fn holders(&self, identifier: &str) -> impl Iterator<Item = u32> {
        let certain = move |slot: &u32| self.slots.get(*slot).identifiers().any(|own| own == identifier);
        self.identifiers.candidates(identifier).filter(certain)
    }
}

/// A typed word and the words of the vocabulary that answer to it.
struct Term {
    word: letters::Word,
    /// By word of the vocabulary.
    marks: Vec<Option<Level>>,
    /// The words that have a mark.
    marked: Vec<u32>,
    /// How many people bear a word marked with a level or a better one (someone with two such words counts twice).
    reach: [usize; 6],
}

impl Term {
    fn mark(word: letters::Word, people: &People) -> Self {
        let vocabulary = &people.vocabulary;
        let mut term = Self {
            word,
            marks: vec![None; vocabulary.len()],
            marked: vec![],
            reach: [0; 6],
        };
        let mut inside = vec![];
        vocabulary.each_with(&term.word.folded, |number, begins| {
            if inside.last() != Some(&(number, true)) && inside.last() != Some(&(number, false)) {
                inside.push((number, begins));
            }
        });
        for (number, begins) in inside {
            let written = vocabulary.written(number);
            let level = match begins {
                true if written.starts_with(&term.word.written) => Level::Prefix,
                true => Level::PrefixFolded,
                false if written.contains(&term.word.written) => Level::Part,
                false => Level::PartFolded,
            };
            term.put(number, level, people);
        }
        term
    }

    /// Marks words that are spelt alike besides those marked already; `None` if there is nothing to mark.
    fn mark_likeness(&mut self, people: &People) -> Option<()> {
        let spelling = Spelling::of(&self.word.folded)?;
        let marked_before = self.marked.len();
        for (number, letters) in people.vocabulary.each() {
            if self.marks[number as usize].is_some() || !spelling.shares_letters(letters) {
                continue;
            }
            match spelling.nearness(people.vocabulary.folded(number)) {
                Some(Nearness::Close) => self.put(number, Level::Close, people),
                Some(Nearness::Distant) => self.put(number, Level::Distant, people),
                None => {}
            }
        }
        (self.marked.len() > marked_before).then_some(())
    }

    fn put(&mut self, number: u32, level: Level, people: &People) {
        self.marks[number as usize] = Some(level);
        self.marked.push(number);
        for reach in &mut self.reach[level as usize..] {
            *reach += people.vocabulary.people(number).len();
        }
    }

    fn answers(&self, word: u32, worst: Level) -> bool {
        self.marks[word as usize].is_some_and(|level| level <= worst)
    }
}

/// A search under way.
struct Search<'a> {
    people: &'a People,
    sight: Sight<'a>,
    limit: usize,
    found: Vec<Hit>,
}

impl Search<'_> {
    /// Finds those whose names have the typed letters, best level first.
    fn by_letters(&mut self, terms: &[Term]) {
        if rarest(terms, Level::PartFolded).reach[Level::PartFolded as usize] <= FEW {
            return self.collect(terms, &LITERAL);
        }
        for level in LITERAL {
            if self.found.len() < self.limit {
                self.collect(terms, &[level]);
            }
        }
    }

    /// Finds those at the given levels, in order of level and alphabet, until the limit is reached.
    fn collect(&mut self, terms: &[Term], levels: &[Level]) {
        let &[best, .., worst] = levels else {
            return self.collect_between(terms, levels[0], levels[0]);
        };
        self.collect_between(terms, best, worst);
    }

    fn collect_between(&mut self, terms: &[Term], best: Level, worst: Level) {
        let rarest = rarest(terms, worst);
        let reach = rarest.reach[worst as usize];
        if reach == 0 {
            return;
        }
        if let Sight::Among(seen) = self.sight
            && seen.len() < reach
        {
            let slots: Vec<u32> = seen.iter().filter_map(|id| self.people.slot_of(*id)).collect();
            return self.gather(slots.into_iter(), terms, best, worst);
        }
        if best == worst && self.steps_expected(terms, worst) < reach && self.walk(terms, worst, reach) {
            return;
        }
        let people = self.people;
        let bearers = rarest
            .marked
            .iter()
            .filter(|word| rarest.answers(**word, worst))
            .flat_map(move |word| {
                let first_answer = move |slot: &&u32| {
                    let mut words = people.slots.get(**slot).words.all().iter();
                    words.find(|other| rarest.answers(**other, worst)) == Some(word)
                };
                people
                    .vocabulary
                    .people(*word)
                    .iter()
                    .filter(first_answer)
                    .copied()
            });
        self.gather(bearers, terms, best, worst);
    }

    /// Sorts those of the slots that are at the levels, and looks from the front who may be seen.
    fn gather(&mut self, slots: impl Iterator<Item = u32>, terms: &[Term], best: Level, worst: Level) {
        let at_level = |slot: u32| {
            let level = self.level(slot, terms)?;
            (best <= level && level <= worst)
                .then(|| Reverse((level, self.people.order.position(slot), slot)))
        };
        let mut sorted: BinaryHeap<_> = slots.filter_map(at_level).collect::<Vec<_>>().into();
        while self.found.len() < self.limit
            && let Some(Reverse((level, _, slot))) = sorted.pop()
        {
            self.show(slot, level);
        }
    }

    /// Walks along the alphabetical order, at most so many steps; `false`, with nothing found, if that wasn't enough.
    fn walk(&mut self, terms: &[Term], level: Level, steps: usize) -> bool {
        let found_before = self.found.len();
        for slot in self.people.order.following(None).take(steps) {
            if self.level(slot, terms) == Some(level) {
                self.show(slot, level);
            }
            if self.found.len() == self.limit {
                return true;
            }
        }
        if steps >= self.people.len() {
            return true;
        }
        self.found.truncate(found_before);
        false
    }

    fn show(&mut self, slot: u32, level: Level) {
        let id = self.people.slots.get(slot).id;
        if self.sight.sees(id) {
            self.found.push(Hit {
                id,
                quality: level.into(),
            });
        }
    }

    fn level(&self, slot: u32, terms: &[Term]) -> Option<Level> {
        let words = self.people.slots.get(slot).words.all();
        rank::level(terms.len(), words.len(), |term, word| {
            terms[term].marks[words[word] as usize]
        })
    }

    /// How many steps of a walk it takes to fill the answer, if names were dealt out evenly.
    fn steps_expected(&self, terms: &[Term], worst: Level) -> usize {
        let everyone = self.people.len().max(1);
        let wanted = self.limit - self.found.len();
        terms.iter().fold(wanted, |steps, term| {
            steps.saturating_mul(everyone) / term.reach[worst as usize].clamp(1, everyone)
        })
    }
}

/// The term that the fewest people answer to.
fn rarest(terms: &[Term], worst: Level) -> &Term {
    terms
        .iter()
        .min_by_key(|term| term.reach[worst as usize])
        .unwrap_or(&terms[0])
}
