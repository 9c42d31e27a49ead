//! What the index keeps of one person, as small as it can be.

use jiff::civil::Date;
use uuid::Uuid;
use zeroize::Zeroize;

use crate::identifiers;
use crate::person::Person;

/// Parts of [`Slot::text`].
const PART: char = '\u{1f}';

/// Slots in a page: pages keep people where they are when more come.
const PAGE: usize = 1024;

/// One person. Its texts are cleared from memory when it is dropped.
pub(crate) struct Slot {
    pub id: Uuid,
    pub birth_date: Option<Date>,
    pub words: Words,
    /// Last name, first names and identifiers, each followed by [`PART`].
    text: Box<str>,
}

impl Slot {
    pub fn of(person: &Person) -> Self {
        let mut codes: Vec<String> = person.codes.iter().map(|code| identifiers::code(code)).collect();
        codes.extend(person.phones.iter().filter_map(|phone| identifiers::phone(phone)));
        codes.extend(person.emails.iter().filter_map(|email| identifiers::email(email)));
        codes.retain(|code| !code.is_empty());
        codes.sort_unstable();
        codes.dedup();
        let names = [&person.last_name, &person.first_names].map(|name| name.replace(PART, " "));
        let length: usize = names.iter().chain(&codes).map(|part| part.len() + 1).sum();
        let mut text = String::with_capacity(length);
        for mut part in names.into_iter().chain(codes) {
            text.push_str(&part);
            text.push(PART);
            part.zeroize();
        }
        Self {
            id: person.id,
            birth_date: person.birth_date,
            words: Words::default(),
            text: text.into(),
        }
    }

    /// Last name and first names as written.
    pub fn names(&self) -> (&str, &str) {
        let mut parts = self.text.split(PART);
        (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
    }

    /// Codes, phone numbers and e-mail addresses in canonical form.
    pub fn identifiers(&self) -> impl Iterator<Item = &str> {
        self.text.split_terminator(PART).skip(2)
    }

    /// Bytes of text, and bytes on the heap besides it.
    pub fn memory(&self) -> (usize, usize) {
        let spilt = if let Words::Many { words, .. } = &self.words {
            words.len() * 4
        } else {
            0
        };
        (self.text.len(), spilt)
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

/// Numbers of the words in a person's names: those of the last and first names before all others.
pub(crate) enum Words {
    /// As most people have them.
    Few { words: [u32; 4], count: u8, own: u8 },
    /// More words than fit.
    Many { words: Box<[u32]>, own: u8 },
}

impl Default for Words {
    fn default() -> Self {
        Self::Few {
            words: [0; 4],
            count: 0,
            own: 0,
        }
    }
}

impl Words {
    /// Keeps the numbers, `own` of which belong to the last and first names.
    pub fn of(numbers: &[u32], own: usize) -> Self {
        let own = u8::try_from(own).unwrap_or(u8::MAX);
        match u8::try_from(numbers.len()) {
            Ok(count @ 0..=4) => {
                let mut words = [0; 4];
                words[..numbers.len()].copy_from_slice(numbers);
                Self::Few { words, count, own }
            }
            _ => Self::Many {
                words: numbers.into(),
                own,
            },
        }
    }

    /// Every word that finds the person.
    pub fn all(&self) -> &[u32] {
        match self {
            Self::Few { words, count, .. } => &words[..usize::from(*count)],
            Self::Many { words, .. } => words,
        }
    }

    /// The words of the last and first names.
    pub fn own(&self) -> &[u32] {
        let (Self::Few { own, .. } | Self::Many { own, .. }) = self;
        &self.all()[..usize::from(*own)]
    }
}

/// Slots by number, in pages that never move.
#[derive(Default)]
pub(crate) struct Slots {
    pages: Vec<Vec<Slot>>,
}

impl Slots {
    /// How many there are, vacant ones too.
    pub fn len(&self) -> usize {
        self.pages
            .last()
            .map_or(0, |last| (self.pages.len() - 1) * PAGE + last.len())
    }

    /// Adds a slot and returns its number.
    pub fn push(&mut self, slot: Slot) -> u32 {
        if self.pages.last().is_none_or(|page| page.len() == PAGE) {
            self.pages.push(Vec::with_capacity(PAGE));
        }
        if let Some(page) = self.pages.last_mut() {
            page.push(slot);
        }
        u32::try_from(self.len() - 1).expect("fewer than four thousand million people")
    }

    pub fn get(&self, number: u32) -> &Slot {
        &self.pages[number as usize / PAGE][number as usize % PAGE]
    }

    pub fn get_mut(&mut self, number: u32) -> &mut Slot {
        &mut self.pages[number as usize / PAGE][number as usize % PAGE]
    }

    /// All slots, taken out.
    pub fn drain(&mut self) -> impl Iterator<Item = Slot> {
        std::mem::take(&mut self.pages).into_iter().flatten()
    }

    /// Bytes of text, and bytes on the heap besides it.
    pub fn memory(&self) -> (usize, usize) {
        let slots = self.pages.iter().flatten().map(Slot::memory);
        let (text, spilt) = slots.fold((0, 0), |sum, slot| (sum.0 + slot.0, sum.1 + slot.1));
        (text, spilt + self.pages.len() * PAGE * size_of::<Slot>())
    }
}
