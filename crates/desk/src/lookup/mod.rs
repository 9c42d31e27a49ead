//! Finding people: the in-memory index of this node, kept current from a change table.

mod current;

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, RwLock, atomic::AtomicI64},
};

use polku_lookup::{Index, Newcomer};
pub use polku_lookup::{Quality, Turn};

pub(crate) use current::announce;

use crate::{Identity, RegisterId, SubjectId};

/// Whom a visitor may see.
#[derive(Debug)]
pub enum Sight {
    /// Everyone in the register, also those whose processing is restricted.
    Everyone,
    /// Everyone but these, whose processing is restricted.
    Except(Arc<HashSet<uuid::Uuid>>),
    /// These people.
    Among(Arc<HashSet<uuid::Uuid>>),
}

crate::named_states! {
    /// Why two records may be one person, the strongest reason first.
    pub enum Likeness {
        /// An identity code is the same, a current or an earlier one.
        SameCode = "same-code",
        /// Names and birth date are the same.
        SameNameAndBirthDate = "same-name-and-birth-date",
        /// The birth date is the same, the names are spelling variants.
        AlikeNameAndBirthDate = "alike-name-and-birth-date",
        /// The names are the same; a birth date is unknown.
        SameName = "same-name",
        /// The names are spelling variants; a birth date is unknown.
        AlikeName = "alike-name",
    }
}

impl From<polku_lookup::Likeness> for Likeness {
    fn from(likeness: polku_lookup::Likeness) -> Self {
        use polku_lookup::Likeness as Found;
        match likeness {
            Found::SameCode => Self::SameCode,
            Found::SameNameAndBirthDate => Self::SameNameAndBirthDate,
            Found::AlikeNameAndBirthDate => Self::AlikeNameAndBirthDate,
            Found::SameName => Self::SameName,
            Found::AlikeName => Self::AlikeName,
        }
    }
}

/// Somebody who was found.
#[derive(Debug, Clone)]
pub struct Found {
    /// Who.
    pub subject: SubjectId,
    /// How well what was typed fits.
    pub quality: Quality,
}

/// A page of the alphabetical list of people.
#[derive(Debug, Clone, Default)]
pub struct PeoplePage {
    /// Who is on it, in order.
    pub subjects: Vec<SubjectId>,
    /// Whether someone precedes it.
    pub earlier: bool,
    /// Whether someone follows it.
    pub later: bool,
    /// How many the whole list has.
    pub total: usize,
}

/// The index of one node.
#[derive(Debug)]
pub struct Lookup {
    index: RwLock<Index>,
    restricted: RwLock<HashMap<RegisterId, Arc<HashSet<uuid::Uuid>>>>,
    read_until: AtomicI64,
    applied: Mutex<HashSet<uuid::Uuid>>,
}

impl Lookup {
    /// An index of nobody, until the people are loaded.
    pub(crate) fn empty() -> Self {
        Self::read_until(0)
    }

    fn read_until(latest: i64) -> Self {
        Self {
            index: RwLock::new(Index::new()),
            restricted: RwLock::default(),
            read_until: AtomicI64::new(latest),
            applied: Mutex::default(),
        }
    }

    /// Everyone in a register but those whose processing is restricted.
    pub(crate) fn unrestricted(&self, register: RegisterId) -> Sight {
        let restricted = self.restricted.read().expect("restricted people");
        match restricted.get(&register) {
            Some(people) if !people.is_empty() => Sight::Except(Arc::clone(people)),
            _ => Sight::Everyone,
        }
    }

    pub(crate) fn display(&self, register: RegisterId, subject: SubjectId) -> Option<String> {
        let index = self.index.read().expect("look-up index");
        index
            .display(register.0, subject.0)
            .map(|(last, first)| format!("{last} {first}").trim().to_owned())
    }

    /// The family name alone, for telling whether somebody shares it: not for showing.
    pub(crate) fn family_name(&self, register: RegisterId, subject: SubjectId) -> Option<String> {
        let index = self.index.read().expect("look-up index");
        let (last, _) = index.display(register.0, subject.0)?;
        Some(last.to_owned())
    }

    pub(crate) fn find(&self, register: RegisterId, text: &str, limit: usize, sight: &Sight) -> Vec<Found> {
        let index = self.index.read().expect("look-up index");
        index
            .find(register.0, text, limit, sight.of_index())
            .into_iter()
            .map(|hit| Found {
                subject: SubjectId(hit.id),
                quality: hit.quality,
            })
            .collect()
    }

    pub(crate) fn birth_date(&self, register: RegisterId, subject: SubjectId) -> Option<jiff::civil::Date> {
        let index = self.index.read().expect("look-up index");
        index.birth_date(register.0, subject.0)
    }

    pub(crate) fn page(&self, register: RegisterId, turn: Turn, limit: usize, sight: &Sight) -> PeoplePage {
        let index = self.index.read().expect("look-up index");
        let page = index.page(register.0, turn, limit, sight.of_index());
        PeoplePage {
            subjects: page.ids.into_iter().map(SubjectId).collect(),
            earlier: page.earlier,
            later: page.later,
            total: match sight {
                Sight::Everyone => index.count(register.0),
                Sight::Except(people) => index.count(register.0).saturating_sub(people.len()),
                Sight::Among(people) => people.len(),
            },
        }
    }

    /// These people in the alphabetical order of their names.
    pub(crate) fn in_order(
        &self,
        register: RegisterId,
        people: impl Iterator<Item = SubjectId>,
    ) -> Vec<SubjectId> {
        let index = self.index.read().expect("look-up index");
        let ordered = index.in_order(register.0, people.map(|subject| subject.0));
        ordered.into_iter().map(SubjectId).collect()
    }

    /// Everyone who may be this newcomer, seen by the visitor or not.
    pub(crate) fn similar(&self, register: RegisterId, newcomer: &Identity) -> Vec<(SubjectId, Likeness)> {
        let asked = Newcomer {
            last_name: &newcomer.last_name,
            first_names: &newcomer.first_names,
            birth_date: newcomer.known_birth_date(),
            codes: &newcomer.codes,
        };
        let index = self.index.read().expect("look-up index");
        let similar = index.similar(register.0, &asked);
        similar
            .into_iter()
            .map(|(id, likeness)| (SubjectId(id), likeness.into()))
            .collect()
    }

    /// Everyone who has an identity code, now or earlier, seen by the visitor or not.
    pub(crate) fn holders(&self, register: RegisterId, code: &str) -> Vec<SubjectId> {
        let index = self.index.read().expect("look-up index");
        let holders = index.holders(register.0, code);
        holders.into_iter().map(SubjectId).collect()
    }

    /// Everyone whose name is this one, its words in any order, seen by the visitor or not.
    pub(crate) fn named(&self, register: RegisterId, name: &str) -> Vec<SubjectId> {
        let asked = Newcomer {
            last_name: name,
            first_names: "",
            birth_date: None,
            codes: &[],
        };
        let index = self.index.read().expect("look-up index");
        let similar = index.similar(register.0, &asked);
        let same = similar
            .into_iter()
            .filter(|(_, likeness)| *likeness == polku_lookup::Likeness::SameName);
        same.map(|(id, _)| SubjectId(id)).collect()
    }

    /// How many people are in the index.
    #[must_use]
    pub fn len(&self) -> usize {
        self.index.read().expect("look-up index").len()
    }

    /// Whether nobody is in the index.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Sight {
    /// Whether the visitor may see this person.
    pub(crate) fn sees(&self, subject: SubjectId) -> bool {
        self.of_index().sees(subject.0)
    }

    fn of_index(&self) -> polku_lookup::Sight<'_> {
        match self {
            Self::Everyone => polku_lookup::Sight::Everyone,
            Self::Except(people) => polku_lookup::Sight::Except(people),
            Self::Among(people) => polku_lookup::Sight::Among(people),
        }
    }
}
