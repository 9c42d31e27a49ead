//! What there is of one person, judged by the rules: what is due, and what an erasure takes.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use polku_desk::{
    Client, Granted, Operation, Result, SubjectId,
    clock::date_in_finland,
    destruction::{Chosen, Holdings},
    params,
};
use polku_profile::{Afterwards, Profile, RecordKind, RetentionClass, SubjectKind};
use uuid::Uuid;

use crate::{
    holds,
    kinds::{KEPT, RELATIONSHIPS},
    rules::{self, Days, ErasureGround, Hold, Rests, Stays},
};

/// A record of a person, as far as its time is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) owner: SubjectId,
    pub(crate) kind: RecordKind,
    pub(crate) table: &'static str,
    pub(crate) id: Uuid,
    pub(crate) made: Option<Date>,
    /// The key of its class, when the record says its own.
    class: Option<String>,
}

/// All that is held of a person.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) relationship_ended: Option<Date>,
    pub(crate) holdings: Holdings,
    /// Whether the person is under a hold.
    pub(crate) hold: Hold,
    /// The classes that are under a hold.
    pub(crate) held_classes: BTreeSet<String>,
}

/// A part of a file with its fate in an erasure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// The kind of record; none for the basic data.
    pub(crate) kind: Option<RecordKind>,
    pub(crate) class: String,
    pub(crate) number: u64,
    /// Why it stays; none when it goes.
    pub(crate) stays: Option<Stays>,
}

/// Records of a class whose time is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Due {
    pub(crate) class: String,
    /// The year in which the last of them was over.
    pub(crate) year: i16,
    pub(crate) records: Vec<Piece>,
}

/// What is to be destroyed of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Going {
    /// Everything.
    Whole,
    /// Some records.
    Records(Vec<Chosen>),
    /// Nothing.
    Nothing,
}

/// Reads a person's file.
pub(crate) async fn read<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<File> {
    let mut pieces = Vec::new();
    for kept in KEPT {
        for row in grant.fetch(kept.of, params! {}).await? {
            let made_at: Option<jiff::Timestamp> = row.get("made_at")?;
            let made: Option<Date> = row.get("made")?;
            pieces.push(Piece {
                owner: row.subject,
                kind: kept.kind,
                table: kept.table,
                id: row.get("id")?,
                made: made.or_else(|| made_at.map(date_in_finland)),
                class: row.get("class")?,
            });
        }
    }
    let relationships = grant.fetch(RELATIONSHIPS, params! {}).await?;
    let ends: Vec<Option<Date>> = relationships
        .iter()
        .map(|row| row.get("ended_on"))
        .collect::<Result<_>>()?;
    Ok(File {
        pieces,
        relationship_ended: last_end(&ends),
        holdings: Holdings::default(),
        hold: holds::on_person(grant).await?,
        held_classes: holds::on_classes(grant.visit()).await?,
    })
}

/// When the last relationship ended; none while one goes on, or when there is none.
fn last_end(ends: &[Option<Date>]) -> Option<Date> {
    let ended: Option<Vec<Date>> = ends.iter().copied().collect();
    ended?.into_iter().max()
}

/// The classes of a client's basic data: those of all sections of fields.
pub(crate) fn basic_classes(profile: &Profile) -> Vec<&RetentionClass> {
    let mut classes: Vec<&RetentionClass> = Vec::new();
    for (section, fields) in profile.fields.sections() {
        if section.subject() != SubjectKind::Client {
            continue;
        }
        if let Some(class) = profile.retention_class(&fields.retention)
            && !classes.iter().any(|known| known.key == class.key)
        {
            classes.push(class);
        }
    }
    classes
}

impl File {
    /// With how much there is in every table: what a preview shows.
    pub(crate) async fn with_holdings<O: Operation>(
        mut self,
        grant: &Granted<'_, Client, O>,
    ) -> Result<Self> {
        self.holdings = grant.holdings().await?;
        Ok(self)
    }

    /// The class of a record: its own, or that of its kind. A record of a kind that the register does not keep any more
    /// follows the person's basic data.
    fn class_of<'profile>(profile: &'profile Profile, piece: &Piece) -> Option<&'profile RetentionClass> {
        let own = piece
            .class
            .as_deref()
            .and_then(|key| profile.retention_class(key));
        let of_kind = || profile.retention_class(&profile.record(piece.kind)?.retention);
        own.or_else(of_kind)
            .or_else(|| basic_classes(profile).into_iter().next())
    }

    fn days(&self, made: Option<Date>) -> Days {
        Days {
            relationship_ended: self.relationship_ended,
            made,
            consent_ended: None,
        }
    }

    fn hold_on(&self, class: &RetentionClass) -> Hold {
        if self.held_classes.contains(&class.key) {
            Hold::Held
        } else {
            self.hold
        }
    }

    /// How many rows there are that are no record of a kind.
    fn basics(&self) -> u64 {
        let counted = |table: &&String| !KEPT.iter().any(|kept| kept.table == table.as_str());
        let rows = self.holdings.rows.iter().filter(|(table, _)| counted(table));
        rows.map(|(_, number)| number).sum()
    }

    /// What an erasure takes and what it leaves, and why.
    pub(crate) fn parts(&self, profile: &Profile, ground: ErasureGround, today: Date) -> Vec<Part> {
        let mut parts: BTreeMap<(Option<RecordKind>, String), Part> = BTreeMap::new();
        for piece in &self.pieces {
            let Some(class) = Self::class_of(profile, piece) else {
                continue;
            };
            let days = self.days(piece.made);
            let hold = self.hold_on(class);
            let stays = rules::stays(profile, class, Rests::OnTask, days, hold, ground, today);
            let part = parts
                .entry((Some(piece.kind), class.key.clone()))
                .or_insert_with(|| Part {
                    kind: Some(piece.kind),
                    class: class.key.clone(),
                    number: 0,
                    stays,
                });
            part.number += 1;
            // One that stays keeps its kind: what is told is the longest.
            part.stays = part.stays.max(stays);
        }
        let rests = basics_rest(profile, today);
        let basics = basic_classes(profile).into_iter().map(|class| {
            let stays = rules::stays(
                profile,
                class,
                rests,
                self.days(None),
                self.hold_on(class),
                ground,
                today,
            );
            (class.key.clone(), stays)
        });
        // What makes somebody known stays as long as anything of them does.
        let by_records = parts
            .values()
            .filter_map(|part| Some((part.class.clone(), Some(part.stays?))));
        let keeps = basics.chain(by_records).max_by_key(|(_, stays)| *stays);
        let mut all: Vec<Part> = parts.into_values().collect();
        if let Some((class, stays)) = keeps {
            all.insert(
                0,
                Part {
                    kind: None,
                    class,
                    number: self.basics(),
                    stays,
                },
            );
        }
        all
    }

    /// What an erasure destroys.
    pub(crate) fn erased(&self, profile: &Profile, ground: ErasureGround, today: Date) -> Going {
        let parts = self.parts(profile, ground, today);
        if parts.iter().all(|part| part.stays.is_none()) {
            return Going::Whole;
        }
        let goes = |piece: &&Piece| {
            let Some(class) = Self::class_of(profile, piece) else {
                return false;
            };
            let (days, hold) = (self.days(piece.made), self.hold_on(class));
            rules::stays(profile, class, Rests::OnTask, days, hold, ground, today).is_none()
        };
        chosen(self.pieces.iter().filter(goes))
    }

    /// What is due of this person, by class: what is over, is not held and is not for the archive. Basic data is due as a
    /// class without records when it is over.
    pub(crate) fn due(&self, profile: &Profile, today: Date) -> Vec<Due> {
        let mut due: BTreeMap<String, Due> = BTreeMap::new();
        let mut add = |class: &RetentionClass, until: Date, piece: Option<&Piece>| {
            let entry = due.entry(class.key.clone()).or_insert_with(|| Due {
                class: class.key.clone(),
                year: until.year(),
                records: Vec::new(),
            });
            entry.year = entry.year.max(until.year());
            entry.records.extend(piece.cloned());
        };
        for piece in &self.pieces {
            let Some(class) = Self::class_of(profile, piece) else {
                continue;
            };
            if let Some(until) = self.over(class, piece.made, today) {
                add(class, until, Some(piece));
            }
        }
        for class in basic_classes(profile) {
            if let Some(until) = self.over(class, None, today) {
                add(class, until, None);
            }
        }
        due.into_values().collect()
    }

    /// The last day of what is over and may be destroyed.
    fn over(&self, class: &RetentionClass, made: Option<Date>, today: Date) -> Option<Date> {
        let may_go = class.then == Afterwards::Destroy && self.hold_on(class) == Hold::None;
        let until = rules::last_day(class, self.days(made))?;
        (may_go && until < today).then_some(until)
    }

    /// What the approved classes take of this person: everything, when nothing is left that is not due.
    pub(crate) fn destroyed_by(&self, profile: &Profile, approved: &BTreeSet<String>, today: Date) -> Going {
        let due = self.due(profile, today);
        let taken: Vec<&Due> = due.iter().filter(|due| approved.contains(&due.class)).collect();
        let number: usize = taken.iter().map(|due| due.records.len()).sum();
        let basics_go = basic_classes(profile)
            .iter()
            .all(|class| approved.contains(&class.key) && self.over(class, None, today).is_some());
        if basics_go && number == self.pieces.len() && self.hold == Hold::None {
            return Going::Whole;
        }
        chosen(taken.into_iter().flat_map(|due| &due.records))
    }
}

/// On what the basic data rests: on consent alone when every purpose of every section does (C2).
fn basics_rest(profile: &Profile, today: Date) -> Rests {
    let sections = profile
        .fields
        .sections()
        .filter(|(section, _)| section.subject() == SubjectKind::Client);
    let mut purposes = sections
        .flat_map(|(_, fields)| &fields.purposes)
        .filter_map(|key| profile.purpose(key));
    let on_consent = |purpose: &polku_profile::Purpose| {
        let mut bases = profile.bases_of(purpose, today).peekable();
        bases.peek().is_some() && bases.all(polku_profile::Basis::is_consent)
    };
    if purposes.all(on_consent) {
        Rests::OnConsentAlone
    } else {
        Rests::OnTask
    }
}

fn chosen<'a>(pieces: impl Iterator<Item = &'a Piece>) -> Going {
    let mut by_table: BTreeMap<(SubjectId, &'static str), Vec<Uuid>> = BTreeMap::new();
    for piece in pieces {
        by_table
            .entry((piece.owner, piece.table))
            .or_default()
            .push(piece.id);
    }
    let chosen: Vec<Chosen> = by_table
        .into_iter()
        .map(|((owner, table), ids)| Chosen {
            owner,
            table: table.to_owned(),
            ids,
        })
        .collect();
    if chosen.is_empty() {
        Going::Nothing
    } else {
        Going::Records(chosen)
    }
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
