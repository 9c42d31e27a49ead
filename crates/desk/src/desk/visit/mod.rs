//! Somebody, in a role, for a purpose, at a moment.
//!
//! What a visit does is beside: [`opening`] people, on what [`deciding`] rests, [`noting`] it for the log, reading on one
//! [`snapshot`], [`committing`] what was written, [`sealing`] it, and the tables that are about nobody ([`shared`]).

mod committing;
mod deciding;
mod noting;
mod opening;
mod sealing;
mod shared;
mod snapshot;

use std::{
    collections::{HashMap, HashSet},
    sync::Mutex as StdMutex,
};

use jiff::{Timestamp, civil::Date};
use tokio::sync::Mutex;

use self::snapshot::Snapshot;
use super::{Desk, Identity, Visitor, granted::Scope, idempotency::Repeatable};
use crate::{
    AccountId, DeskError, RegisterId, Result, SubjectId,
    access::{AccessSpec, Action, Audience, Denial, Purpose, Role},
    audit::scribe::Pending,
};

pub(crate) use sealing::place;

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
    /// Looks that were entered with a write of this visit.
    pub(super) durable: StdMutex<Vec<Pending>>,
    /// What this visit wrote to whom, and committed.
    written: StdMutex<Vec<Scope>>,
    seen: StdMutex<HashSet<SubjectId>>,
    identities: StdMutex<Vec<(SubjectId, Identity)>>,
    /// Those whose data this visit froze or thawed, until that is committed.
    restrictions: StdMutex<Vec<SubjectId>>,
    /// Records that lists showed under the person that they turned out to be.
    pub(super) merged: StdMutex<HashMap<SubjectId, SubjectId>>,
    pub(super) repeatable: StdMutex<Option<Repeatable>>,
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
            durable: StdMutex::default(),
            written: StdMutex::default(),
            seen: StdMutex::default(),
            identities: StdMutex::default(),
            restrictions: StdMutex::default(),
            merged: StdMutex::default(),
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
    fn action(&self) -> Action {
        self.spec.touches.map_or(Action::Read, |(action, _)| action)
    }
}
