//! Whom a visitor may find: asked of the database once, and kept until a ground moves.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex},
};

use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

use super::Visit;
use crate::{
    AccountId, RegisterId, Result,
    access::{Action, Condition, Resource, Role, filter, rules::conditions},
    lookup::Sight,
    params,
};

/// So many visitors' people are kept at most; beyond it all are asked anew.
const KEPT: usize = 1_000;

/// When the first of the visitor's emergency accesses ends: the one ground that goes without a change of the register.
const EMERGENCY_ENDS: &str = "SELECT MIN(e.expires_at) AS ends FROM emergency_access e WHERE e.register = :register \
    AND e.account = :account AND e.granted_at <= :now AND e.expires_at > :now";

/// Whose people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Whose {
    register: RegisterId,
    account: AccountId,
    role: Role,
    resource: Resource,
}

/// People whom somebody may see, as they were at an epoch of the register and on a day.
#[derive(Debug, Clone)]
struct Known {
    epoch: i64,
    today: Date,
    until: Option<i64>,
    people: Arc<HashSet<Uuid>>,
}

/// The people of those who searched lately.
#[derive(Debug, Default)]
pub(crate) struct Sights(Mutex<HashMap<Whose, Known>>);

impl Sights {
    /// The people of somebody, if no ground moved since they were read.
    fn known(&self, whose: Whose, epoch: i64, today: Date, now: Timestamp) -> Option<Arc<HashSet<Uuid>>> {
        let kept = self.0.lock().expect("sights");
        let known = kept.get(&whose)?;
        let lasts = known.until.is_none_or(|until| now.as_millisecond() < until);
        (known.epoch == epoch && known.today == today && lasts).then(|| Arc::clone(&known.people))
    }

    fn keep(&self, whose: Whose, known: Known) {
        let mut kept = self.0.lock().expect("sights");
        if kept.len() >= KEPT {
            kept.clear();
        }
        // A visit that began earlier may finish later.
        if kept.get(&whose).is_none_or(|other| other.epoch <= known.epoch) {
            kept.insert(whose, known);
        }
    }
}

impl Visit {
    /// Whom the visitor may see, for the in-memory index.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sight(&self, resource: Resource) -> Result<Sight> {
        let everyone = |condition| condition == Condition::SameRegister;
        if conditions(self.role(), Action::Read, resource).any(everyone) {
            // Those who are staged or merged away are not in the index.
            return Ok(match self.role() {
                Role::DataProtectionOfficer => Sight::Everyone,
                _ => self.desk.lookup.unrestricted(self.register()),
            });
        }
        let whose = Whose {
            register: self.register(),
            account: self.account(),
            role: self.role(),
            resource,
        };
        let epoch = self.snapshot_epoch().await?;
        if let Some(people) = self.desk.sights.known(whose, epoch, self.today(), self.now()) {
            return Ok(Sight::Among(people));
        }
        let known = Known {
            epoch,
            today: self.today(),
            until: self.emergency_ends().await?,
            people: Arc::new(self.own_people(resource).await?),
        };
        let people = Arc::clone(&known.people);
        self.desk.sights.keep(whose, known);
        Ok(Sight::Among(people))
    }

    async fn own_people(&self, resource: Resource) -> Result<HashSet<Uuid>> {
        let sql = format!(
            "SELECT s.id FROM subject s WHERE s.register = :register AND {}",
            filter(self.role(), Action::Read, resource)
        );
        let rows = self.snapshot_fetch(&sql, &self.bind_visitor(params! {})).await?;
        rows.iter().map(|row| row.get("id")).collect()
    }

    async fn emergency_ends(&self) -> Result<Option<i64>> {
        let asked =
            params! { "register" => self.register(), "account" => self.account(), "now" => self.now() };
        let rows = self.snapshot_fetch(EMERGENCY_ENDS, &asked).await?;
        rows.first().map_or(Ok(None), |row| row.get("ends"))
    }
}
