//! A typed word, and the words of the vocabulary that answer to it.

use std::cell::Cell;

use crate::letters::Word;
use crate::rank::Level;
use crate::spelling::Spelling;
use crate::vocabulary::Vocabulary;

/// A typed word, and the words of the vocabulary that answer to it.
pub(crate) struct Term<'a> {
    vocabulary: &'a Vocabulary,
    word: Word,
    spelling: Option<Spelling>,
    /// By word of the vocabulary.
    marks: Vec<Cell<Mark>>,
    /// The words known to answer.
    answering: Vec<u32>,
    /// Whether words are left to compare by spelling.
    open: bool,
    /// By level: how many people bear a word of that level (someone with two such words counts twice).
    bearers: [usize; 6],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Doesn't answer.
    Apart,
    /// Has to be compared by spelling.
    Open,
    /// Answers at this level.
    At(Level),
}

impl<'a> Term<'a> {
    /// Marks the words that have the typed letters in them; a single letter is looked for at the beginning only, since
    /// nearly every name has it somewhere.
    pub fn mark(word: Word, vocabulary: &'a Vocabulary) -> Self {
        let mut term = Self {
            vocabulary,
            spelling: Spelling::of(&word.folded),
            marks: vec![Cell::new(Mark::Apart); vocabulary.len()],
            answering: vec![],
            open: false,
            bearers: [0; 6],
            word,
        };
        let folded = term.word.folded.clone();
        if folded.chars().nth(1).is_none() {
            vocabulary.each_beginning_with(&folded, |number| {
                term.put(number, term.letters_level(number, true));
            });
            return term;
        }
        vocabulary.each_with(&folded, |number, begins| {
            if term.marks[number as usize].get() == Mark::Apart {
                term.put(number, term.letters_level(number, begins));
            }
        });
        term
    }

    /// Lets words be compared by their spelling too, each when it is asked about. Short words have no likeness and
    /// stay as they are.
    pub fn open_to_likeness(&mut self) {
        if self.spelling.is_some() {
            self.open = true;
            let apart = self.marks.iter_mut().filter(|mark| mark.get() == Mark::Apart);
            apart.for_each(|mark| mark.set(Mark::Open));
        }
    }

    /// Compares every open word, so that all that answer are known.
    pub fn complete(&mut self) {
        let vocabulary = self.vocabulary;
        let Some(spelling) = &self.spelling else { return };
        let near = vocabulary
            .each()
            .filter(|(_, letters)| spelling.shares_letters(*letters));
        let near: Vec<_> = near
            .filter(|(number, _)| self.marks[*number as usize].get() == Mark::Open)
            .filter_map(|(number, _)| Some((number, spelling.nearness(vocabulary.folded(number))?)))
            .collect();
        for mark in self.marks.iter_mut().filter(|mark| mark.get() == Mark::Open) {
            mark.set(Mark::Apart);
        }
        self.open = false;
        for (number, nearness) in near {
            self.put(number, nearness.into());
        }
    }

    /// Whether [`Term::answering`] tells all: there is no word left to compare.
    pub fn is_complete(&self) -> bool {
        !self.open
    }

    /// The level at which a word answers.
    pub fn level(&self, number: u32) -> Option<Level> {
        let mark = &self.marks[number as usize];
        if mark.get() == Mark::Open {
            let nearness = self
                .spelling
                .as_ref()
                .and_then(|it| it.nearness(self.vocabulary.folded(number)));
            mark.set(nearness.map_or(Mark::Apart, |nearness| Mark::At(nearness.into())));
        }
        match mark.get() {
            Mark::At(level) => Some(level),
            Mark::Apart | Mark::Open => None,
        }
    }

    /// How many people bear a word that answers at the level or a better one.
    pub fn reach(&self, worst: Level) -> usize {
        self.bearers[..=worst as usize].iter().sum()
    }

    /// Words that answer at the level or a better one.
    pub fn answering(&self, worst: Level) -> impl Iterator<Item = u32> {
        self.answering
            .iter()
            .copied()
            .filter(move |word| self.answers(*word, worst))
    }

    /// Whether the word answers at the level or a better one.
    pub fn answers(&self, number: u32, worst: Level) -> bool {
        self.level(number).is_some_and(|level| level <= worst)
    }

    fn letters_level(&self, number: u32, begins: bool) -> Level {
        let typed = self.word.written.as_str();
        let as_written = match self.vocabulary.accented(number) {
            None => typed == self.word.folded,
            Some(accented) if begins => accented.starts_with(typed),
            Some(accented) => accented.contains(typed),
        };
        match (begins, as_written) {
            (true, true) => Level::Prefix,
            (true, false) => Level::PrefixFolded,
            (false, true) => Level::Part,
            (false, false) => Level::PartFolded,
        }
    }

    fn put(&mut self, number: u32, level: Level) {
        self.marks[number as usize].set(Mark::At(level));
        self.answering.push(number);
        self.bearers[level as usize] += self.vocabulary.people(number).len();
    }
}
