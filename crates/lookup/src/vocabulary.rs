//! The words that names are made of, each once, with the people who bear it.
//!
//! A hundred thousand people share some tens of thousands of words. So any part of a name is found by running through one
//! short text, the folded words one after another, and likeness is judged once a word instead of once a person.

use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;
use memchr::memmem::Finder;
use zeroize::Zeroize;

use crate::letters;
use crate::spelling::letters_of;

const END: u8 = b'\n';

/// Room for struck words is taken back only when there is this much of it, in bytes.
const WORTH_PACKING: usize = 1 << 14;

/// The words of a register's names.
#[derive(Default)]
pub(crate) struct Vocabulary {
    /// Folded words, each between [`END`]s; struck ones are blanked.
    text: Vec<u8>,
    /// Where each word starts, in the order of the text.
    starts: Vec<Start>,
    /// Bytes of the text that are blank.
    blank: usize,
    words: Vec<Word>,
    /// By word: the letters it has, apart from the words since likeness looks at all of them.
    letters: Vec<u32>,
    by_written: HashTable<u32>,
    spare: Vec<u32>,
    hasher: RandomState,
}

struct Start {
    offset: u32,
    word: u32,
}

#[derive(Default)]
struct Word {
    offset: u32,
    length: u32,
    /// The word with its diacritics, if it has any.
    accented: Option<Box<str>>,
    people: Vec<u32>,
}

impl Word {
    fn folded<'a>(&self, text: &'a [u8]) -> &'a [u8] {
        &text[self.offset as usize..(self.offset + self.length) as usize]
    }

    fn written<'a>(&'a self, text: &'a [u8]) -> &'a [u8] {
        self.accented
            .as_ref()
            .map_or_else(|| self.folded(text), |accented| accented.as_bytes())
    }
}

impl Vocabulary {
    /// Notes that the person in `slot` bears the word, and returns the word's number.
    pub fn enlist(&mut self, word: &letters::Word, slot: u32) -> u32 {
        let number = self.number_of(&word.written).unwrap_or_else(|| self.add(word));
        self.words[number as usize].people.push(slot);
        number
    }

    /// Takes the person in `slot` off the word; a word that nobody bears any longer is blanked.
    pub fn strike(&mut self, number: u32, slot: u32) {
        let people = &mut self.words[number as usize].people;
        if let Some(place) = people.iter().position(|other| *other == slot) {
            people.swap_remove(place);
        }
        if people.is_empty() {
            self.blank(number);
        } else if people.capacity() > 64 && people.len() < people.capacity() / 4 {
            people.shrink_to(people.len() * 2);
        }
    }

    /// How many word numbers there are; every number is below.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The slots of those who bear the word, in no order.
    pub fn people(&self, number: u32) -> &[u32] {
        &self.words[number as usize].people
    }

    /// The word without diacritics, in UTF-8.
    pub fn folded(&self, number: u32) -> &[u8] {
        self.words[number as usize].folded(&self.text)
    }

    /// The word with its diacritics, if it has any.
    pub fn accented(&self, number: u32) -> Option<&str> {
        self.words[number as usize].accented.as_deref()
    }

    /// Calls `found` with each word that begins with the folded letters.
    pub fn each_beginning_with(&self, folded: &str, mut found: impl FnMut(u32)) {
        let after_end = [&[END], folded.as_bytes()].concat();
        self.each_at(
            Finder::new(&after_end).find_iter(&self.text).map(|end| end + 1),
            |word, _| found(word),
        );
    }

    /// Calls `found` with each word that has the folded letters in it, and whether it begins with them. A word that has
    /// them twice is told twice.
    pub fn each_with(&self, folded: &str, found: impl FnMut(u32, bool)) {
        self.each_at(Finder::new(folded).find_iter(&self.text), found);
    }

    /// Calls `found` with the word at each of the rising offsets, and whether it starts there.
    fn each_at(&self, offsets: impl Iterator<Item = usize>, mut found: impl FnMut(u32, bool)) {
        let mut starts = self.starts.iter().peekable();
        let mut current = None;
        for offset in offsets {
            while let Some(start) = starts.next_if(|start| start.offset as usize <= offset) {
                current = Some(start);
            }
            if let Some(start) = current {
                found(start.word, start.offset as usize == offset);
            }
        }
    }

    /// Every word in use with its letters.
    pub fn each(&self) -> impl Iterator<Item = (u32, u32)> {
        (0..)
            .zip(&self.letters)
            .map(|(number, letters)| (number, *letters))
            .filter(|(_, letters)| *letters != 0)
    }

    /// Gives the people new slots, all at once, and takes no more memory than they need.
    pub fn renumber(&mut self, new: &[u32]) {
        for word in &mut self.words {
            for slot in &mut word.people {
                *slot = new[*slot as usize];
            }
            word.people.shrink_to_fit();
        }
    }

    /// Bytes on the heap.
    pub fn memory(&self) -> usize {
        let word =
            |word: &Word| word.people.capacity() * 4 + word.accented.as_ref().map_or(0, |text| text.len());
        self.words.iter().map(word).sum::<usize>()
            + self.words.capacity() * size_of::<Word>()
            + self.text.capacity()
            + self.starts.capacity() * size_of::<Start>()
            + self.letters.capacity() * 4
            + self.by_written.allocation_size()
    }

    fn number_of(&self, written: &str) -> Option<u32> {
        let same = |number: &u32| self.words[*number as usize].written(&self.text) == written.as_bytes();
        self.by_written
            .find(self.hasher.hash_one(written.as_bytes()), same)
            .copied()
    }

    fn add(&mut self, word: &letters::Word) -> u32 {
        self.pack_if_worth_it();
        self.make_room(word.folded.len() + 2);
        if self.text.is_empty() {
            self.text.push(END);
        }
        let offset = self.end();
        self.text.extend_from_slice(word.folded.as_bytes());
        self.text.push(END);
        let number = self.spare.pop().unwrap_or_else(|| {
            self.words.push(Word::default());
            self.letters.push(0);
            u32::try_from(self.words.len() - 1).expect("fewer than four thousand million words")
        });
        self.starts.push(Start { offset, word: number });
        self.letters[number as usize] = letters_of(&word.folded);
        self.words[number as usize] = Word {
            offset,
            length: u32::try_from(word.folded.len()).unwrap_or_default(),
            accented: (word.written != word.folded).then(|| word.written.as_str().into()),
            people: vec![],
        };
        self.file(number);
        number
    }

    fn file(&mut self, number: u32) {
        let Self {
            by_written,
            hasher,
            words,
            text,
            ..
        } = self;
        let hash = |number: &u32| hasher.hash_one(words[*number as usize].written(text));
        by_written.insert_unique(hash(&number), number, hash);
    }

    fn blank(&mut self, number: u32) {
        let hash = self
            .hasher
            .hash_one(self.words[number as usize].written(&self.text));
        if let Ok(entry) = self.by_written.find_entry(hash, |other| *other == number) {
            entry.remove();
        }
        let word = std::mem::take(&mut self.words[number as usize]);
        self.text[word.offset as usize..(word.offset + word.length) as usize].zeroize();
        self.blank += word.length as usize + 1;
        if let Some(mut accented) = word.accented {
            accented.zeroize();
        }
        self.letters[number as usize] = 0;
        self.spare.push(number);
        let place = self.starts.partition_point(|start| start.offset < word.offset);
        self.starts.remove(place);
    }

    /// Makes room for more text; a smaller place that the text leaves is cleared.
    fn make_room(&mut self, more: usize) {
        if self.text.len() + more > self.text.capacity() {
            let mut roomier = Vec::with_capacity(self.text.len() * 2 + more);
            roomier.extend_from_slice(&self.text);
            self.text.zeroize();
            self.text = roomier;
        }
    }

    fn pack_if_worth_it(&mut self) {
        if self.blank < WORTH_PACKING || self.blank < self.text.len() / 2 {
            return;
        }
        let mut packed = Vec::with_capacity(self.text.len());
        packed.push(END);
        for start in &mut self.starts {
            let word = &mut self.words[start.word as usize];
            let end = (word.offset + word.length) as usize + 1;
            let offset = u32::try_from(packed.len()).unwrap_or_default();
            packed.extend_from_slice(&self.text[word.offset as usize..end]);
            (word.offset, start.offset) = (offset, offset);
        }
        self.text.zeroize();
        self.text = packed;
        self.blank = 0;
    }

    fn end(&self) -> u32 {
        u32::try_from(self.text.len()).expect("less than four thousand million letters of names")
    }
}

impl Drop for Vocabulary {
    fn drop(&mut self) {
        self.text.zeroize();
        for accented in self.words.iter_mut().filter_map(|word| word.accented.as_mut()) {
            accented.zeroize();
        }
    }
}
