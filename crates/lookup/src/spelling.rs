//! How far apart two spellings are: the least number of letters to add, drop, change or swap with a neighbour.
//!
//! H. Hyyrö's bit-parallel form (2003) of the optimal-string-alignment distance: one machine word holds a whole column
//! of the table, so that comparing with a word costs a dozen operations a letter.

/// Letters that a pattern may have at most: one bit each.
const LONGEST: usize = 64;

/// Shortest word that is searched by likeness: of three letters, one changed letter leaves too little.
const SHORTEST: usize = 4;

/// Shortest beginning of a word that is compared as one: of four letters, too many names begin likewise.
const SHORTEST_BEGINNING: usize = 5;

/// Words of this length and longer may differ by two letters, shorter ones by one.
const LONG: usize = 8;

/// A typed word, prepared for comparison with many others.
pub(crate) struct Spelling {
    length: usize,
    tolerance: usize,
    ascii: [u64; 128],
    others: Vec<(char, u64)>,
    letters: u32,
}

/// How near a compared word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nearness {
    /// One letter off.
    Close,
    /// Two letters off, or only the beginning of the word is like what was typed so far.
    Distant,
}

impl Spelling {
    /// Prepares a folded word; `None` if it is too short or too long for likeness, or has digits, which are never
    /// a matter of spelling.
    pub fn of(folded: &str) -> Option<Self> {
        let length = folded.chars().count();
        if !(SHORTEST..=LONGEST).contains(&length) || folded.chars().any(char::is_numeric) {
            return None;
        }
        let tolerance = if length < LONG { 1 } else { 2 };
        let mut spelling = Self {
            length,
            tolerance,
            ascii: [0; 128],
            others: vec![],
            letters: letters_of(folded),
        };
        for (place, letter) in folded.chars().enumerate() {
            *spelling.places_mut(letter) |= 1 << place;
        }
        Some(spelling)
    }

    /// Whether a word with these [`letters_of`] can be near at all: a quick look before the real comparison.
    pub fn shares_letters(&self, letters: u32) -> bool {
        (self.letters & !letters).count_ones() as usize <= self.tolerance
    }

    /// How near the folded word is; `None` when it is too far.
    pub fn nearness(&self, folded: &[u8]) -> Option<Nearness> {
        if folded.len() + self.tolerance < self.length {
            return None;
        }
        let distances = self.distances(folded);
        match distances.whole {
            Some(distance) if distance <= 1 => Some(Nearness::Close),
            Some(distance) if distance <= self.tolerance => Some(Nearness::Distant),
            _ => self.begins_alike(&distances).then_some(Nearness::Distant),
        }
    }

    /// Whether the whole words are within tolerance of each other.
    pub fn resembles(&self, folded: &[u8]) -> bool {
        self.distances(folded)
            .whole
            .is_some_and(|distance| distance <= self.tolerance)
    }

    fn begins_alike(&self, distances: &Distances) -> bool {
        self.length >= SHORTEST_BEGINNING && distances.beginning <= self.tolerance
    }

    fn distances(&self, folded: &[u8]) -> Distances {
        if folded.is_ascii() {
            return self.distances_to(folded.iter().map(|letter| self.ascii[usize::from(*letter)]));
        }
        self.distances_to(
            String::from_utf8_lossy(folded)
                .chars()
                .map(|letter| self.places(letter)),
        )
    }

    /// The distances to a word of which each letter is given by its places in the typed word.
    fn distances_to(&self, mut letters: impl Iterator<Item = u64>) -> Distances {
        let last = 1_u64 << (self.length - 1);
        let (mut down, mut up): (u64, u64) = (!0, 0);
        let (mut diagonal, mut matched_before): (u64, u64) = (0, 0);
        let mut distance = self.length;
        let mut beginning = distance;
        for more in (0..self.length + self.tolerance).rev() {
            let Some(matched) = letters.next() else {
                return Distances {
                    whole: Some(distance),
                    beginning,
                };
            };
            let swapped = ((!diagonal & matched) << 1) & matched_before;
            diagonal = ((matched & down).wrapping_add(down) ^ down) | matched | up | swapped;
            let right = up | !(diagonal | down);
            let left = diagonal & down;
            distance = distance + usize::from(right & last != 0) - usize::from(left & last != 0);
            beginning = beginning.min(distance);
            let right = (right << 1) | 1;
            down = (left << 1) | !(diagonal | right);
            up = right & diagonal;
            matched_before = matched;
            // One more letter brings the words nearer by one at most.
            if distance > self.tolerance + more && beginning > self.tolerance {
                return Distances {
                    whole: None,
                    beginning,
                };
            }
        }
        Distances {
            whole: letters.next().is_none().then_some(distance),
            beginning,
        }
    }

    fn places(&self, letter: char) -> u64 {
        match self.ascii.get(letter as usize) {
            Some(places) => *places,
            None => self
                .others
                .iter()
                .find(|(other, _)| *other == letter)
                .map_or(0, |(_, places)| *places),
        }
    }

    fn places_mut(&mut self, letter: char) -> &mut u64 {
        if letter.is_ascii() {
            return &mut self.ascii[letter as usize];
        }
        let known = self.others.iter().position(|(other, _)| *other == letter);
        let place = known.unwrap_or_else(|| {
            self.others.push((letter, 0));
            self.others.len() - 1
        });
        &mut self.others[place].1
    }
}

/// Distances, exact where they are within tolerance.
struct Distances {
    /// To the whole word; `None` if it turned out too far before the end.
    whole: Option<usize>,
    /// To that beginning of the word which is nearest.
    beginning: usize,
}

/// Which letters a word has, as a set of bits: a quick way to see that too many are missing.
pub(crate) fn letters_of(folded: &str) -> u32 {
    folded
        .chars()
        .fold(0, |letters, letter| letters | 1 << (u32::from(letter) % 32))
}

#[cfg(test)]
#[path = "spelling_tests.rs"]
mod tests;
