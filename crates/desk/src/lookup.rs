//! Finding people: the in-memory index of this node, kept current from a change table.

use std::{
    collections::{HashMap, HashSet},
    sync::{
        Arc, Mutex, RwLock,
        atomic::{AtomicI64, Ordering},
    },
};

use polku_lookup::{Index, Newcomer, Person};
pub use polku_lookup::{Quality, Turn};

use crate::{
    Database, Desk, Identity, RegisterId, Result, SubjectId, database::Transaction, desk::SealedRecord,
    ids::ImportId, params, sealing::KeyRing,
};

/// How many identities are opened at a time while loading.
const BATCH: i64 = 5_000;
/// How many at a time while pages are served: nobody waits long for the index.
const SMALL_BATCH: i64 = 250;
/// How far back changes are read again, in milliseconds: commits may become visible out of order.
const OVERLAP: i64 = 5_000;

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

const LOAD: &str = "SELECT i.subject, i.register, i.id, i.version, i.sealed, s.restricted_at FROM identity i JOIN subject s \
    ON s.register = i.register AND s.id = i.subject WHERE i.register = :register AND i.subject > :after AND \
    s.merged_into IS NULL AND (s.staged_by IS NULL OR EXISTS (SELECT 1 FROM import_run r \
    WHERE r.register = s.register AND r.id = s.staged_by AND r.state = 'published')) ORDER BY i.subject LIMIT :limit";

const LOAD_ONE: &str = "SELECT i.subject, i.register, i.id, i.version, i.sealed, s.restricted_at FROM identity i JOIN subject s \
    ON s.register = i.register AND s.id = i.subject WHERE i.register = :register AND i.subject = :subject AND \
    s.merged_into IS NULL AND (s.staged_by IS NULL OR EXISTS (SELECT 1 FROM import_run r \
    WHERE r.register = s.register AND r.id = s.staged_by AND r.state = 'published'))";

const LOAD_STAGED: &str = "SELECT i.subject, i.register, i.id, i.version, i.sealed, s.restricted_at FROM identity i JOIN subject s \
    ON s.register = i.register AND s.id = i.subject WHERE s.register = :register AND s.staged_by = :run AND \
    i.subject > :after AND s.merged_into IS NULL ORDER BY i.subject LIMIT :limit";

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

    pub(crate) async fn load(database: &Database, ring: &KeyRing) -> Result<Self> {
        let mut snapshot = database.snapshot().await?;
        let latest = snapshot
            .fetch_one(
                "SELECT COALESCE(MAX(changed_at), 0) AS latest FROM lookup_change",
                &[],
            )
            .await?;
        let latest: i64 = latest.map_or(Ok(0), |row| row.get("latest"))?;
        let lookup = Self::read_until(latest);
        for row in snapshot.fetch("SELECT id FROM register", &[]).await? {
            lookup
                .load_pages(&mut snapshot, ring, row.get("id")?, LOAD, None, BATCH)
                .await?;
        }
        Ok(lookup)
    }

    async fn load_pages(
        &self,
        transaction: &mut Transaction,
        ring: &KeyRing,
        register: RegisterId,
        sql: &str,
        run: Option<ImportId>,
        batch: i64,
    ) -> Result<()> {
        let mut after = vec![0_u8; 0];
        loop {
            let page = params! { "register" => register, "after" => after, "limit" => batch, "run" => run };
            let rows = transaction.fetch(sql, &page).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = last.get("subject")?;
            let subjects: Vec<SubjectId> =
                rows.iter().map(|row| row.get("subject")).collect::<Result<_>>()?;
            ring.look_again_for(register, subjects.into_iter()).await?;
            let people = rows
                .iter()
                .map(|row| person_of(ring, register, row))
                .collect::<Result<Vec<_>>>()?;
            self.index.write().expect("look-up index").extend(people);
            let restricted = rows.iter().filter_map(|row| restricted(row).transpose());
            self.restrict(register, restricted.collect::<Result<Vec<_>>>()?);
        }
    }

    /// Remembers whose processing is restricted. They stay in the index, so that nobody takes them in a second time
    /// unnoticed; whom a search shows is another question.
    fn restrict(&self, register: RegisterId, people: Vec<uuid::Uuid>) {
        if !people.is_empty() {
            let mut restricted = self.restricted.write().expect("restricted people");
            Arc::make_mut(restricted.entry(register).or_default()).extend(people);
        }
    }

    fn lift(&self, register: RegisterId, subject: SubjectId) {
        let mut restricted = self.restricted.write().expect("restricted people");
        if let Some(people) = restricted.get_mut(&register)
            && people.contains(&subject.0)
        {
            Arc::make_mut(people).remove(&subject.0);
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

    /// Enters a person, or what changed about one.
    pub(crate) fn upsert(&self, register: RegisterId, subject: SubjectId, identity: Identity) {
        let person = person(register, subject, identity);
        self.index.write().expect("look-up index").upsert(&person);
    }

    /// Takes a person out.
    pub(crate) fn remove(&self, register: RegisterId, subject: SubjectId) {
        self.lift(register, subject);
        self.index
            .write()
            .expect("look-up index")
            .remove(register.0, subject.0);
    }

    /// Reads one person anew: enters or takes out, as the database says.
    pub(crate) async fn reload(&self, desk: &Desk, register: RegisterId, subject: SubjectId) -> Result<()> {
        let asked = params! { "register" => register, "subject" => subject };
        match desk
            .database
            .snapshot()
            .await?
            .fetch_one(LOAD_ONE, &asked)
            .await?
        {
            Some(row) => {
                desk.ring
                    .look_again_for(register, std::iter::once(subject))
                    .await?;
                let person = person_of(&desk.ring, register, &row)?;
                self.index.write().expect("look-up index").upsert(&person);
                match restricted(&row)? {
                    Some(id) => self.restrict(register, vec![id]),
                    None => self.lift(register, subject),
                }
            }
            None => self.remove(register, subject),
        }
        Ok(())
    }

    /// Enters everyone whom a published import brought.
    pub(crate) async fn enter_import(&self, desk: &Desk, register: RegisterId, run: ImportId) -> Result<()> {
        let mut snapshot = desk.database.snapshot().await?;
        self.load_pages(
            &mut snapshot,
            &desk.ring,
            register,
            LOAD_STAGED,
            Some(run),
            SMALL_BATCH,
        )
        .await
    }

    /// Applies what other nodes changed since the last call.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn follow(&self, desk: &Desk) -> Result<()> {
        let since = self.read_until.load(Ordering::Relaxed) - OVERLAP;
        let sql = "SELECT id, register, subject, import_run, changed_at FROM lookup_change WHERE changed_at > :since \
                   ORDER BY changed_at";
        let rows = desk
            .database
            .snapshot()
            .await?
            .fetch(sql, &params! { "since" => since })
            .await?;
        for row in rows {
            let change: uuid::Uuid = row.get("id")?;
            if !self.applied.lock().expect("applied").insert(change) {
                continue;
            }
            if let Some(subject) = row.get("subject")? {
                self.reload(desk, row.get("register")?, subject).await?;
            }
            if let Some(run) = row.get("import_run")? {
                self.enter_import(desk, row.get("register")?, run).await?;
            }
            self.read_until
                .fetch_max(row.get("changed_at")?, Ordering::Relaxed);
        }
        Ok(())
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

/// Tells other nodes what changed; counts when the transaction commits.
pub(crate) async fn announce(
    transaction: &mut Transaction,
    desk: &Desk,
    register: RegisterId,
    subject: Option<SubjectId>,
    run: Option<ImportId>,
) -> Result<()> {
    let row = params! {
        "id" => desk.new_id(), "register" => register, "subject" => subject, "run" => run, "now" => desk.clock.now(),
    };
    transaction
        .put(
            "INSERT INTO lookup_change (id, register, subject, import_run, changed_at) VALUES (:id, :register, :subject, :run, :now)",
            row,
        )
        .await
}

/// Who a row is about, if that person's processing is restricted.
fn restricted(row: &crate::Row) -> Result<Option<uuid::Uuid>> {
    let since: Option<i64> = row.get("restricted_at")?;
    since.map(|_| row.get("subject")).transpose()
}

fn person_of(ring: &KeyRing, register: RegisterId, row: &crate::Row) -> Result<Person> {
    let subject: SubjectId = row.get("subject")?;
    let key = ring.subject(register, subject)?;
    let place = crate::desk::place::<Identity>(register, subject, row.get("id")?, row.get("version")?);
    let plain = zeroize::Zeroizing::new(key.open(&place, &row.get::<Vec<u8>>(Identity::COLUMN)?)?);
    Ok(person(register, subject, serde_json::from_slice(&plain)?))
}

fn person(register: RegisterId, subject: SubjectId, identity: Identity) -> Person {
    let birth_date = identity.known_birth_date();
    let shown = if identity.preferred_name.is_empty() {
        identity.first_names.clone()
    } else {
        identity.preferred_name
    };
    let mut person = Person::named(register.0, subject.0, identity.last_name, shown);
    person.other_names = vec![identity.first_names];
    person.birth_date = birth_date;
    person.codes = identity.codes;
    person.phones = identity.phones;
    person.emails = identity.emails;
    person
}
