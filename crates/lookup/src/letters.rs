//! Names as letters: how a written name becomes words that can be compared.
//!
//! Each word is kept in two forms. *As written* it has its case and compatibility forms levelled (NFKC, lower case) and
//! keeps its diacritics; *folded* it has lost them too (ä→a, ö→o, å→a, é→e, š→s, ß→ss, ø→o). Cyrillic letters stay
//! as they are: й and и are two letters, not one with an ornament.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use zeroize::Zeroize;

/// A longer word is cut: no name has one, and the index keeps lengths in two bytes.
const LONGEST: usize = 250;

/// One word of a name in its two forms.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Lower case, diacritics kept.
    pub written: String,
    /// Lower case, diacritics gone.
    pub folded: String,
}

impl Word {
    fn of(written: String) -> Option<Self> {
        let folded = fold(&written);
        (!folded.is_empty()).then_some(Self { written, folded })
    }
}

impl Drop for Word {
    fn drop(&mut self) {
        self.written.zeroize();
        self.folded.zeroize();
    }
}

/// The words of a name: hyphen, space, apostrophe and any other sign part them alike.
pub(crate) fn words(name: &str) -> Vec<Word> {
    chains(name).into_iter().flatten().filter_map(Word::of).collect()
}

/// Words linked by a hyphen or an apostrophe, written as one: Anna-Liisa as annaliisa, O'Brien as obrien.
pub(crate) fn compounds(name: &str) -> Vec<Word> {
    let linked = chains(name).into_iter().filter(|chain| chain.len() > 1);
    linked
        .map(|chain| shortened(chain.concat()))
        .filter_map(Word::of)
        .collect()
}

/// The name as chains of linked words.
fn chains(name: &str) -> Vec<Vec<String>> {
    let mut chains = vec![];
    let mut chain: Vec<String> = vec![];
    let mut word = String::new();
    for letter in levelled(name).chain([' ']) {
        if letter.is_alphanumeric() || is_combining_mark(letter) {
            word.push(letter);
            continue;
        }
        if !word.is_empty() {
            chain.push(shortened(std::mem::take(&mut word)));
        }
        if letter != LINK && !chain.is_empty() {
            chains.push(std::mem::take(&mut chain));
        }
    }
    chains
}

const LINK: char = '-';

/// Lower case in compatibility form, every hyphen and apostrophe as [`LINK`], invisible signs gone.
fn levelled(name: &str) -> impl Iterator<Item = char> {
    let visible = name.chars().filter(|letter| !is_invisible(*letter));
    visible
        .map(|letter| if is_link(letter) { LINK } else { letter })
        .nfkc()
        .flat_map(char::to_lowercase)
}

fn is_link(letter: char) -> bool {
    matches!(
        letter,
        '-' | '\'' | '`' | '´' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2018}' | '\u{2019}' | '\u{2bb}'..='\u{2bd}'
    )
}

/// Soft hyphens and zero-width signs that come along when text is pasted.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

fn shortened(mut word: String) -> String {
    if word.len() > LONGEST {
        let end = (0..=LONGEST)
            .rev()
            .find(|end| word.is_char_boundary(*end))
            .unwrap_or(0);
        word.truncate(end);
    }
    word
}

fn fold(written: &str) -> String {
    let mut folded = String::with_capacity(written.len());
    for letter in written.chars() {
        match letter {
            letter if letter.is_ascii() || is_cyrillic(letter) => folded.push(letter),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'ı' => folded.push('i'),
            'ŋ' => folded.push('n'),
            'ŧ' => folded.push('t'),
            letter => folded.extend(
                std::iter::once(letter)
                    .nfkd()
                    .filter(|part| !is_combining_mark(*part)),
            ),
        }
    }
    shortened(folded)
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

#[cfg(test)]
#[path = "letters_tests.rs"]
mod tests;
