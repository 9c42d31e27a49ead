//! Keeping the index current: from the database when a node starts, then from what this node and others change.

use std::sync::{Arc, atomic::Ordering};

use polku_lookup::Person;

use super::Lookup;
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
