//! What a group is.

use jiff::civil::Date;
use polku_desk::{AccountId, SubjectId, access::Role, ids::WorkgroupId};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

/// A group that works together in a workshop.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Group {
    /// Its id.
    pub id: WorkgroupId,
    /// What it is called.
    pub name: String,
    /// Where it works.
    pub place: String,
    /// Its last day; none while it goes on.
    pub closed_on: Option<Date>,
    /// Who coaches it, and who did.
    pub coaches: Vec<Coaching>,
    /// How many times it was changed; as the entity tag in the API.
    #[serde(skip)]
    pub version: i64,
}

/// A worker's time as coach of a group. It lets them see the group's members between these days.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Coaching {
    /// Its id.
    pub id: Uuid,
    /// The worker.
    pub account: AccountId,
    /// The worker's name.
    pub name: String,
    /// The first day.
    pub from: Date,
    /// The last day; none while no end is known.
    pub until: Option<Date>,
}

/// Somebody in a group.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Member {
    /// The client.
    pub client: SubjectId,
    /// The client's name.
    pub name: String,
    /// The first day in the group.
    pub from: Date,
    /// The last day in the group; none while no end is known.
    pub until: Option<Date>,
}

/// A worker who can be made a coach.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The worker.
    pub account: AccountId,
    /// The worker's name.
    pub name: String,
}

impl Coaching {
    /// Whether the worker coaches the group on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|last| day <= last)
    }

    /// Whether the time is over.
    #[must_use]
    pub fn is_over(&self, today: Date) -> bool {
        self.until.is_some_and(|last| last < today)
    }
}

impl Group {
    /// Whether it goes on.
    #[must_use]
    pub fn is_open(&self, today: Date) -> bool {
        self.closed_on.is_none_or(|last| today <= last)
    }

    /// Whether a worker coaches it on a day.
    #[must_use]
    pub fn is_coached_by(&self, account: AccountId, day: Date) -> bool {
        self.coaches
            .iter()
            .any(|coaching| coaching.account == account && coaching.holds_on(day))
    }

    /// Whether somebody in a role sees it: coaches their own, those who manage groups all.
    #[must_use]
    pub fn is_seen_by(&self, account: AccountId, role: Role, today: Date) -> bool {
        role != Role::Coach || self.is_coached_by(account, today)
    }
}
