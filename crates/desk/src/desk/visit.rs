//! Somebody, in a role, for a purpose, at a moment.

use std::{collections::HashSet, marker::PhantomData, sync::Mutex as StdMutex};

use jiff::{Timestamp, civil::Date};
use serde_json::json;
use tokio::sync::Mutex;

use super::{
    Desk, Granted, GrantedSet, Identity, Looking, Operation, SealedRecord, Subject, Visitor, Write, actor_of,
    facts,
    granted::{Scope, Source},
    idempotency::Repeatable,
};
use crate::{
    AccountId, DeskError, EntryId, RegisterId, Result, Row, SubjectId, Value,
    access::{AccessSpec, Action, Ask, Audience, Basis, Decision, Denial, Purpose, Resource, Role, decide},
    audit::{
        Outcome, entry,
        entry::Record,
        scribe::{self, About, Decided, Pending},
    },
    database::{Params, SharedStatement, Transaction},
    params,
};

/// How deep a chain of merges is followed.
const MERGE_DEPTH: usize = 8;

/// A visit to the desk. What it reads must be settled before anyone sees it: the route table does that.
pub struct Visit {
    pub(crate) desk: Desk,
    pub(crate) visitor: Visitor,
    pub(crate) spec: AccessSpec,
    route: &'static str,
    purpose: Purpose,
    now: Timestamp,
    today: Date,
    snapshot: Mutex<Option<Snapshot>>,
    pub(super) pending: StdMutex<Vec<Pending>>,
    seen: StdMutex<HashSet<SubjectId>>,
    identities: StdMutex<Vec<(SubjectId, Identity)>>,
    pub(super) repeatable: StdMutex<Option<Repeatable>>,
}

struct Snapshot {
    transaction: Transaction,
    epoch: i64,
}

impl std::fmt::Debug for Visit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Visit")
            .field("route", &self.route)
            .field("role", &self.visitor.role)
            .finish_non_exhaustive()
    }
}

impl Visit {
    pub(super) async fn begin(
        desk: Desk,
        visitor: Visitor,
        spec: AccessSpec,
        route: &'static str,
    ) -> Result<Self> {
        let now = desk.clock.now();
        let visit = Self {
            purpose: spec.purpose(visitor.role),
            today: desk.clock.today(),
            now,
            desk,
            visitor,
            spec,
            route,
            snapshot: Mutex::new(None),
            pending: StdMutex::default(),
            seen: StdMutex::default(),
            identities: StdMutex::default(),
            repeatable: StdMutex::default(),
        };
        if visit.spec.admits(visit.visitor.role) {
            return Ok(visit);
        }
        visit.note_denial(visit.action(), Vec::new(), Denial::NoGround);
        visit.settle().await?;
        let touches_people = matches!(visit.spec.audience, Audience::ByRules) || visit.spec.touches.is_some();
        Err(if touches_people {
            DeskError::Hidden
        } else {
            DeskError::Forbidden
        })
    }

    /// Opens one person's data for looking.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is nobody of that id for this visitor; the denial is recorded.
    pub async fn open<S: Subject, O: Looking>(&self, subject: SubjectId) -> Result<Granted<'_, S, O>> {
        let scope = self.decide_on_snapshot::<S, O>(&[subject]).await?;
        Ok(Granted {
            visit: self,
            scope,
            source: Source::Snapshot,
            kind: PhantomData,
        })
    }

    /// Opens several people's data for looking: all or none.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when any of them is not there for this visitor.
    pub async fn open_set<S: Subject, O: Looking>(
        &self,
        subjects: &[SubjectId],
    ) -> Result<GrantedSet<'_, S, O>> {
        let scope = self.decide_on_snapshot::<S, O>(subjects).await?;
        Ok(GrantedSet(Granted {
            visit: self,
            scope,
            source: Source::Snapshot,
            kind: PhantomData,
        }))
    }

    /// Opens one person's data for changing. On SQLite nobody else writes until it is committed or dropped.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is nobody of that id for this visitor; the denial is recorded.
    pub async fn open_for_change<S: Subject>(&self, subject: SubjectId) -> Result<Granted<'_, S, Write>> {
        let (scope, transaction) = self.decide_for_change::<S>(&[subject]).await?;
        Ok(Granted {
            visit: self,
            scope,
            source: Source::Writing(Mutex::new(transaction)),
            kind: PhantomData,
        })
    }

    /// Opens several people's data for changing: all or none.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when any of them is not there for this visitor.
    pub async fn open_set_for_change<S: Subject>(
        &self,
        subjects: &[SubjectId],
    ) -> Result<GrantedSet<'_, S, Write>> {
        let (scope, transaction) = self.decide_for_change::<S>(subjects).await?;
        let source = Source::Writing(Mutex::new(transaction));
        Ok(GrantedSet(Granted {
            visit: self,
            scope,
            source,
            kind: PhantomData,
        }))
    }

    /// Reads tables that hold no person's data; `:register` is bound.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn fetch(&self, statement: SharedStatement, mut params: Params) -> Result<Vec<Row>> {
        params.push(("register", self.register().into()));
        self.snapshot_fetch(statement.sql, &params).await
    }

    /// Changes tables that hold no person's data, with an entry in the log; `:register` is bound.
    ///
    /// # Errors
    /// When the database fails; then nothing happened.
    pub async fn execute(&self, what: &str, statements: Vec<(SharedStatement, Params)>) -> Result<u64> {
        let (transaction, changed) = self.change_shared(statements).await?;
        self.commit_shared(transaction, what).await?;
        Ok(changed)
    }

    /// Changes exactly one row of such a table, named by its id and version, or nothing.
    ///
    /// # Errors
    /// [`DeskError::Conflict`] when somebody changed it first.
    pub async fn execute_one(&self, what: &str, statement: SharedStatement, params: Params) -> Result<()> {
        match self.change_shared(vec![(statement, params)]).await? {
            (transaction, 1) => self.commit_shared(transaction, what).await,
            _ => Err(DeskError::Conflict),
        }
    }

    /// Waits until all that was read is in the log, durably, and its ground still held then.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when a ground is gone: the answer must not be given.
    pub async fn settle(&self) -> Result<()> {
        drop(self.snapshot.lock().await.take());
        let pending = std::mem::take(&mut *self.pending.lock().expect("pending"));
        if pending.is_empty() {
            return Ok(());
        }
        self.desk.scribe.settle(pending).await
    }

    /// Which register this visit is in.
    #[must_use]
    pub fn register(&self) -> RegisterId {
        self.visitor.register
    }

    /// Whose visit it is.
    #[must_use]
    pub fn visitor(&self) -> &Visitor {
        &self.visitor
    }

    /// The visitor's account.
    #[must_use]
    pub fn account(&self) -> AccountId {
        self.visitor.account
    }

    /// The visitor's role.
    #[must_use]
    pub fn role(&self) -> Role {
        self.visitor.role
    }

    /// The register's profile: its fields, services and texts.
    ///
    /// # Errors
    /// When the register is gone.
    pub fn profile(&self) -> Result<std::sync::Arc<polku_profile::Profile>> {
        Ok(self.desk.registers.get(self.register())?.profile)
    }

    /// The desk, for look-ups and ids.
    #[must_use]
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// The purpose of the visit.
    #[must_use]
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// The moment of the visit.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The date of the visit in Finland.
    #[must_use]
    pub fn today(&self) -> Date {
        self.today
    }

    /// A new id.
    #[must_use]
    pub fn new_id(&self) -> uuid::Uuid {
        self.desk.new_id()
    }

    /// The name of somebody whom this visit opened or listed.
    #[must_use]
    pub fn name_of(&self, subject: SubjectId) -> Option<String> {
        self.has_seen(subject)
            .then(|| self.desk.lookup.display(self.register(), subject))
            .flatten()
    }

    async fn change_shared(&self, statements: Vec<(SharedStatement, Params)>) -> Result<(Transaction, u64)> {
        let mut transaction = self.desk.database.writer().await?;
        let mut changed = 0;
        for (statement, mut params) in statements {
            params.push(("register", self.register().into()));
            changed += transaction.execute(statement.sql, &params).await?;
        }
        Ok((transaction, changed))
    }

    async fn commit_shared(&self, mut transaction: Transaction, what: &str) -> Result<()> {
        let record = self.record(
            Action::Write,
            Basis::RegisterDuty,
            Outcome::Allowed,
            Vec::new(),
            json!({ "what": what }),
        );
        self.write_entry(&mut transaction, &record).await?;
        super::raise_epoch(&mut transaction, self.register()).await?;
        transaction.commit().await
    }

    // What the rest of the desk asks of a visit.

    fn action(&self) -> Action {
        self.spec.touches.map_or(Action::Read, |(action, _)| action)
    }

    /// A route that says it reads cannot change; one that changes may read first.
    fn check_route<O: Operation>(&self) -> Result<Vec<Resource>> {
        let (action, resources) = self
            .spec
            .touches
            .ok_or(DeskError::Stored("the route touches nobody"))?;
        let fits = action == O::ACTION
            || O::ACTION == Action::Read
            || (action == Action::Admit && O::ACTION == Action::Write);
        if fits {
            Ok(resources.to_vec())
        } else {
            Err(DeskError::Stored("the route does not say that it does this"))
        }
    }

    pub(crate) fn ask(&self, action: Action, resources: Vec<Resource>) -> Ask {
        Ask {
            role: self.visitor.role,
            action,
            resources,
            address: self.visitor.privileges.address,
            today: self.today,
            now: self.now,
        }
    }

    async fn decide_on_snapshot<S: Subject, O: Operation>(&self, subjects: &[SubjectId]) -> Result<Scope> {
        let ask = self.ask(O::ACTION, self.check_route::<O>()?);
        let mut guard = self.snapshot.lock().await;
        let snapshot = self.ensure_snapshot(&mut guard).await?;
        let (epoch, decided) = (
            snapshot.epoch,
            decide_all::<S>(&mut snapshot.transaction, &self.visitor, subjects, &ask).await?,
        );
        drop(guard);
        match decided {
            Ok(scope) => {
                self.note_look(O::ACTION, &scope, epoch, ask);
                Ok(scope)
            }
            Err((denied, denial)) => {
                self.note_denial(O::ACTION, denied, denial);
                Err(DeskError::Hidden)
            }
        }
    }

    async fn decide_for_change<S: Subject>(&self, subjects: &[SubjectId]) -> Result<(Scope, Transaction)> {
        let ask = self.ask(Action::Write, self.check_route::<Write>()?);
        let mut transaction = self.desk.database.writer().await?;
        match decide_all::<S>(&mut transaction, &self.visitor, subjects, &ask).await? {
            Ok(scope) => {
                self.remember(&scope.primaries);
                Ok((scope, transaction))
            }
            Err((denied, denial)) => {
                drop(transaction);
                self.note_denial(Action::Write, denied, denial);
                Err(DeskError::Hidden)
            }
        }
    }

    pub(crate) async fn snapshot_fetch(
        &self,
        sql: &str,
        params: &[(&'static str, Value)],
    ) -> Result<Vec<Row>> {
        let mut guard = self.snapshot.lock().await;
        self.ensure_snapshot(&mut guard)
            .await?
            .transaction
            .fetch(sql, params)
            .await
    }

    /// The epoch of the visit's snapshot.
    pub(crate) async fn snapshot_epoch(&self) -> Result<i64> {
        let mut guard = self.snapshot.lock().await;
        Ok(self.ensure_snapshot(&mut guard).await?.epoch)
    }

    async fn ensure_snapshot<'a>(&self, guard: &'a mut Option<Snapshot>) -> Result<&'a mut Snapshot> {
        if guard.is_none() {
            let mut transaction = self.desk.database.snapshot().await?;
            let epoch = scribe::epoch(&mut transaction, self.register()).await?;
            *guard = Some(Snapshot { transaction, epoch });
        }
        guard.as_mut().ok_or(DeskError::Stored("snapshot"))
    }

    pub(super) fn has_seen(&self, subject: SubjectId) -> bool {
        self.seen.lock().expect("seen").contains(&subject)
    }

    pub(crate) fn remember(&self, subjects: &[SubjectId]) {
        self.seen.lock().expect("seen").extend(subjects);
    }

    /// Enters a look that was allowed; it is checked again when it is written.
    pub(crate) fn note_look(&self, action: Action, scope: &Scope, epoch: i64, ask: Ask) {
        let look = self.look(action, scope, epoch, ask, About::Opened);
        self.pending.lock().expect("pending").push(look);
    }

    pub(super) fn look(&self, action: Action, scope: &Scope, epoch: i64, ask: Ask, about: About) -> Pending {
        self.remember(&scope.primaries);
        let resources: Vec<_> = scope.resources.iter().map(|resource| resource.name()).collect();
        let record = self.record(
            action,
            scope.basis,
            Outcome::Allowed,
            scope.covered.clone(),
            json!({ "data": resources }),
        );
        let decided = Decided {
            epoch,
            right: self.visitor.right,
            account: self.visitor.account,
            ask,
            subjects: scope.primaries.clone(),
        };
        Pending {
            record,
            decided: vec![decided],
            about,
        }
    }

    /// Enters a denial. It is written with what else the visit has to settle.
    pub(crate) fn note_denial(&self, action: Action, subjects: Vec<SubjectId>, denial: Denial) {
        let record = self.record(action, Basis::None, Outcome::Denied(denial), subjects, json!({}));
        self.pending.lock().expect("pending").push(Pending {
            record,
            decided: Vec::new(),
            about: About::Opened,
        });
    }

    pub(crate) fn add_detail(&self, what: &serde_json::Value) {
        if let Some(last) = self.pending.lock().expect("pending").last_mut()
            && let Some(details) = last.record.details.as_object_mut()
        {
            details.insert("shown".to_owned(), what.clone());
        }
    }

    pub(crate) fn record(
        &self,
        action: Action,
        basis: Basis,
        outcome: Outcome,
        subjects: Vec<SubjectId>,
        mut details: serde_json::Value,
    ) -> Record {
        if let Some(details) = details.as_object_mut() {
            details.insert("route".to_owned(), json!(self.route));
            details.insert("role".to_owned(), json!(self.visitor.role.name()));
        }
        Record {
            register: self.register(),
            at: self.now,
            actor: actor_of(self.visitor.account),
            action,
            purpose: if basis == Basis::Emergency {
                Purpose::Emergency
            } else {
                self.purpose
            },
            basis,
            outcome,
            subjects,
            details,
        }
    }

    /// Enters a write in the log, in the transaction of the write, and keeps the answer if the request may be repeated.
    pub(crate) async fn write_entry(&self, transaction: &mut Transaction, record: &Record) -> Result<()> {
        self.keep_answer(transaction).await?;
        entry::write(
            transaction,
            &self.desk.ring,
            &*self.desk.entropy,
            EntryId(self.new_id()),
            record,
        )
        .await
    }

    pub(crate) fn identity_changed(&self, subject: SubjectId, identity: Identity) {
        self.identities
            .lock()
            .expect("identities")
            .push((subject, identity));
    }

    pub(crate) async fn commit_write(
        &self,
        mut transaction: Transaction,
        scope: &Scope,
        what: &str,
        details: serde_json::Value,
    ) -> Result<()> {
        let action = if scope.basis == Basis::Intake {
            Action::Admit
        } else {
            Action::Write
        };
        let details = json!({ "what": what, "changed": details });
        let record = self.record(
            action,
            scope.basis,
            Outcome::Allowed,
            scope.primaries.clone(),
            details,
        );
        self.write_entry(&mut transaction, &record).await?;
        let identities = std::mem::take(&mut *self.identities.lock().expect("identities"));
        for (subject, _) in &identities {
            crate::lookup::announce(
                &mut transaction,
                &self.desk,
                self.register(),
                Some(*subject),
                None,
            )
            .await?;
        }
        transaction.commit().await?;
        for (subject, identity) in identities {
            self.desk.lookup.upsert(self.register(), subject, identity);
        }
        Ok(())
    }

    pub(crate) fn open_record<T: SealedRecord>(&self, subject: SubjectId, row: &Row) -> Result<T> {
        let key = self.desk.ring.subject(self.register(), subject)?;
        let place = place::<T>(self.register(), subject, row.get("id")?, row.get("version")?);
        let plain = zeroize::Zeroizing::new(key.open(&place, &row.get::<Vec<u8>>(T::COLUMN)?)?);
        Ok(serde_json::from_slice(&plain)?)
    }

    pub(crate) fn seal_record<T: SealedRecord>(
        &self,
        subject: SubjectId,
        id: uuid::Uuid,
        version: i64,
        record: &T,
    ) -> Result<Vec<u8>> {
        let key = self.desk.ring.subject(self.register(), subject)?;
        let plain = zeroize::Zeroizing::new(serde_json::to_vec(record)?);
        Ok(key.seal(
            &place::<T>(self.register(), subject, id, version),
            &plain,
            &*self.desk.entropy,
        ))
    }
}

/// What a sealed value is bound to: it opens at no other register, person, table, column, row or version.
pub(crate) fn place<T: SealedRecord>(
    register: RegisterId,
    subject: SubjectId,
    id: uuid::Uuid,
    version: i64,
) -> Vec<u8> {
    format!(
        "{}|{subject}|{}|{}|{id}|{version}",
        register.0,
        T::TABLE,
        T::COLUMN
    )
    .into_bytes()
}

type AllOrNone = std::result::Result<Scope, (Vec<SubjectId>, Denial)>;

/// Decides about each; all or none.
async fn decide_all<S: Subject>(
    transaction: &mut Transaction,
    visitor: &Visitor,
    subjects: &[SubjectId],
    ask: &Ask,
) -> Result<AllOrNone> {
    let mut scope = Scope {
        primaries: Vec::new(),
        covered: Vec::new(),
        merged: Vec::new(),
        resources: ask.resources.clone(),
        basis: Basis::None,
    };
    for asked in subjects {
        let (subject, known) = follow_merges(transaction, visitor, *asked, ask).await?;
        let Some(known) = known.filter(|known| known.kind == S::KIND.name()) else {
            return Ok(Err((Vec::new(), Denial::Missing)));
        };
        match decide(ask, &known.facts) {
            Decision::Denied(denial) => return Ok(Err((vec![subject], denial))),
            Decision::Allowed { basis, resources } => {
                scope.basis = basis;
                scope.resources.retain(|resource| resources.contains(resource));
                scope.primaries.push(subject);
                scope.covered.push(subject);
                for absorbed in absorbed(transaction, visitor.register, subject).await? {
                    scope.covered.push(absorbed);
                    scope.merged.push((absorbed, subject));
                }
            }
        }
    }
    Ok(Ok(scope))
}

async fn follow_merges(
    transaction: &mut Transaction,
    visitor: &Visitor,
    asked: SubjectId,
    ask: &Ask,
) -> Result<(SubjectId, Option<facts::Known>)> {
    let mut subject = asked;
    for _ in 0..MERGE_DEPTH {
        let known = facts::of(transaction, visitor.register, visitor.account, subject, ask).await?;
        match known.as_ref().and_then(|known| known.merged_into) {
            Some(target) => subject = target,
            None => return Ok((subject, known)),
        }
    }
    Ok((subject, None))
}

/// Those who turned out to be this person, at any depth.
async fn absorbed(
    transaction: &mut Transaction,
    register: RegisterId,
    subject: SubjectId,
) -> Result<Vec<SubjectId>> {
    let mut found = Vec::new();
    let mut open = vec![subject];
    while let Some(next) = open.pop() {
        let asked = params! { "register" => register, "subject" => next };
        let sql = "SELECT id FROM subject WHERE register = :register AND merged_into = :subject";
        for row in transaction.fetch(sql, &asked).await? {
            let id: SubjectId = row.get("id")?;
            found.push(id);
            open.push(id);
        }
    }
    Ok(found)
}
