//! Finding people by what was typed.
//!
//! Each typed word knows the words of the vocabulary that answer to it. Whoever bears such words is then found in one of
//! three ways, whichever promises the least work: from the few who bear the rarest of them, from the few whom the asker
//! may see, or by walking along the alphabetical order until enough are found.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use uuid::Uuid;

use crate::identifiers;
use crate::letters;
use crate::people::People;
use crate::rank::{self, LITERAL, Level};
use crate::sight::Sight;
use crate::spelling::Nearness;
use crate::term::Term;

/// A longer text than this, in characters, is cut: nobody's name is as long.
const LONGEST_QUERY: usize = 120;

/// Typed words beyond these are left out.
const MOST_TERMS: usize = 8;

/// So few people are looked at without a second thought.
const FEW: usize = 512;

/// From so many people on, a walk along the alphabet may find enough of them sooner.
const MANY: usize = 2048;

/// So many people are asked about to learn whether a rule hides most of them.
const SAMPLE: usize = 32;

/// A walk is given up after this part of the steps that gathering takes: names that begin alike stand together, so that
/// those wanted may all stand at the other end.
const WALK_AT_MOST: usize = 4;

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
        let words = letters::words(&query).into_iter().take(MOST_TERMS);
        let mut terms: Vec<Term<'_>> = words.map(|word| Term::mark(word, &self.vocabulary)).collect();
        if terms.is_empty() {
            return vec![];
        }
        // Who doesn't answer to the second rarest word is passed over at once; the rarest is the one to start from.
        terms.sort_by_key(|term| term.reach(Level::PartFolded));
        terms.rotate_left(1);
        let mut search = Search {
            people: self,
            sight,
            hides_most: self.hides_most(sight),
            limit,
            found: vec![],
        };
        search.by_letters(&terms);
        search.by_likeness(&mut terms);
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

    /// Whether a rule hides most people, judged by a sample of them.
    fn hides_most(&self, sight: Sight<'_>) -> bool {
        let Sight::Where(rule) = sight else { return false };
        let sample = (0..self.slots.len()).step_by(self.slots.len() / SAMPLE + 1);
        let slots = sample.filter_map(|slot| u32::try_from(slot).ok());
        slots.filter(|slot| rule(self.slots.get(*slot).id)).count() * 4 < SAMPLE && self.len() > MANY
    }

    /// Slots of those who have the identifier, given in canonical form.
    pub fn holders(&self, identifier: &str) -> impl Iterator<Item = u32> {
        let certain = move |slot: &u32| self.slots.get(*slot).identifiers().any(|own| own == identifier);
        self.identifiers.candidates(identifier).filter(certain)
    }
}

impl From<Nearness> for Level {
    fn from(nearness: Nearness) -> Self {
        match nearness {
            Nearness::Close => Self::Close,
            Nearness::Distant => Self::Distant,
        }
    }
}

/// A search under way.
struct Search<'a> {
    people: &'a People,
    sight: Sight<'a>,
    /// Whether the sight's rule hides so many that it is asked before names are ranked.
    hides_most: bool,
    limit: usize,
    found: Vec<Hit>,
}

impl Search<'_> {
    /// Finds those whose names have the typed letters, best level first. Levels that few people add to are taken along.
    fn by_letters(&mut self, terms: &[Term<'_>]) {
        if self.hides_most {
            return self.gather_between(terms, Level::Prefix, Level::PartFolded);
        }
        let mut levels = LITERAL.as_slice();
        while let [best, rest @ ..] = levels
            && self.found.len() < self.limit
        {
            let reach = rarest(terms, *best).reach(*best);
            let steps = reach / WALK_AT_MOST;
            if reach > MANY && self.steps_expected(terms, *best) < steps && self.walk(terms, *best, steps) {
                levels = rest;
                continue;
            }
            let along = |level: &&Level| rarest(terms, **level).reach(**level) <= FEW + 2 * reach;
            let worst = rest.iter().take_while(along).last().unwrap_or(best);
            self.gather_between(terms, *best, *worst);
            levels = &levels[levels.iter().take_while(|level| *level <= worst).count()..];
        }
    }

    /// Fills what is left with those whose names are spelt alike. Only the rarest word is compared with the whole vocabulary,
    /// the others with the names of those who answer to it.
    fn by_likeness(&mut self, terms: &mut [Term<'_>]) {
        if self.found.len() == self.limit {
            return;
        }
        terms.iter_mut().for_each(Term::open_to_likeness);
        let comparable = terms.iter_mut().filter(|term| !term.is_complete());
        if let Some(rarest) = comparable.min_by_key(|term| term.reach(Level::PartFolded)) {
            rarest.complete();
            self.gather_between(terms, Level::Close, Level::Distant);
        }
    }

    /// Finds those between the levels, starting from the few who can be meant at all.
    fn gather_between(&mut self, terms: &[Term<'_>], best: Level, worst: Level) {
        let rarest = rarest(terms, worst);
        if let Sight::Among(seen) = self.sight
            && seen.len() < rarest.reach(worst)
        {
            let slots: Vec<u32> = seen.iter().filter_map(|id| self.people.slot_of(*id)).collect();
            return self.gather(slots.into_iter(), terms, best, worst);
        }
        if rarest.reach(worst) >= self.people.len() {
            return self.gather(self.people.order.following(None), terms, best, worst);
        }
        let vocabulary = &self.people.vocabulary;
        let bearers = rarest
            .answering(worst)
            .flat_map(|word| vocabulary.people(word))
            .copied();
        self.gather(bearers, terms, best, worst);
    }

    /// Sorts those of the slots that are at the levels, and looks from the front who may be seen; if hardly anyone may,
    /// that is asked first.
    fn gather(&mut self, slots: impl Iterator<Item = u32>, terms: &[Term<'_>], best: Level, worst: Level) {
        let people = self.people;
        let worth_ranking = |slot: &u32| !self.hides_most || self.sight.sees(people.slots.get(*slot).id);
        let at_level = |slot: u32| {
            let level = self.level(slot, terms)?;
            (best <= level && level <= worst).then(|| Reverse((level, people.order.position(slot), slot)))
        };
        let ranked = slots.filter(worth_ranking).filter_map(at_level);
        let mut sorted: BinaryHeap<_> = ranked.collect::<Vec<_>>().into();
        let mut shown = None;
        while self.found.len() < self.limit
            && let Some(Reverse((level, _, slot))) = sorted.pop()
        {
            // Who bears two words that answer comes twice, one right after the other.
            if shown.replace(slot) != Some(slot) {
                self.show(slot, level);
            }
        }
    }

    /// Walks along the alphabetical order, at most so many steps; `false`, with nothing found, if that wasn't enough.
    fn walk(&mut self, terms: &[Term<'_>], level: Level, steps: usize) -> bool {
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
            terms[term].level(words[word])
        })
    }

    /// How many steps of a walk it takes to fill the answer, if names were dealt out evenly.
    fn steps_expected(&self, terms: &[Term<'_>], worst: Level) -> usize {
        let everyone = self.people.len().max(1);
        let wanted = self.limit - self.found.len();
        terms.iter().fold(wanted, |steps, term| {
            steps.saturating_mul(everyone) / term.reach(worst).clamp(1, everyone)
        })
    }
}

/// The term that the fewest people answer to, of those whose answering words are all known.
fn rarest<'t, 'v>(terms: &'t [Term<'v>], worst: Level) -> &'t Term<'v> {
    let complete = terms.iter().filter(|term| term.is_complete());
    complete.min_by_key(|term| term.reach(worst)).unwrap_or(&terms[0])
}
