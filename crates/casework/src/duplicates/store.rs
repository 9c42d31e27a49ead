//! Suspicions and merges in the database.

use std::collections::{HashMap, HashSet};

use polku_desk::{
    Client, DeskError, Identity, Read, Result, SubjectId, Visit, database::ListStatement, lookup::Likeness,
    params, statements,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

statements! {
    /// The latest open suspicions, by whoever came later. Those who were merged meanwhile are named by who stayed.
    listed(Duplicates) NEWER = "SELECT d.id AS suspicion, d.subject AS subject, d.likeness AS likeness \
        FROM duplicate_suspicion d JOIN subject s ON s.register = d.register AND s.id = d.subject \
        WHERE d.register = :register AND d.id IN (SELECT p.id FROM duplicate_suspicion p WHERE p.register = :register \
        AND p.state = 'open' ORDER BY p.found_at DESC, p.id DESC LIMIT :most) AND {visible_with_merged} \
        ORDER BY d.found_at DESC, d.id DESC";
    /// The same, by whoever was there before.
    listed(Duplicates) OLDER = "SELECT d.id AS suspicion, d.other AS subject, d.likeness AS likeness \
        FROM duplicate_suspicion d JOIN subject s ON s.register = d.register AND s.id = d.other \
        WHERE d.register = :register AND d.id IN (SELECT p.id FROM duplicate_suspicion p WHERE p.register = :register \
        AND p.state = 'open' ORDER BY p.found_at DESC, p.id DESC LIMIT :most) AND {visible_with_merged} \
        ORDER BY d.found_at DESC, d.id DESC";
    /// Those who stay, of records that were joined.
    listed(Duplicates) KEPT = "SELECT DISTINCT s.id AS subject FROM subject a JOIN subject s ON s.register = a.register \
        AND s.id = a.merged_into WHERE a.register = :register AND a.beside IS NULL AND {visible} ORDER BY s.id LIMIT 100";
    /// Who a record is about, unless an import wrote it beside another.
    owned(Identity) WHO = "SELECT i.id, i.version, i.sealed FROM identity i JOIN subject s ON s.register = i.register AND \
        s.id = i.subject WHERE i.register = :register AND i.subject = :subject AND s.beside IS NULL";
    /// They are two, and so are the records that were merged into either.
    owned(Duplicates) DIFFERENT = "WITH RECURSIVE one (id) AS (SELECT a.id FROM subject a WHERE a.register = :register \
        AND a.id = :subject UNION SELECT b.id FROM one o JOIN subject b ON b.register = :register \
        AND b.merged_into = o.id), two (id) AS (SELECT a.id FROM subject a WHERE a.register = :register \
        AND a.id = :other UNION SELECT b.id FROM two t JOIN subject b ON b.register = :register \
        AND b.merged_into = t.id) UPDATE duplicate_suspicion SET state = 'different', decided_at = :now, \
        decided_by = :account WHERE register = :register AND state = 'open' AND \
        ((subject IN (SELECT id FROM one) AND other IN (SELECT id FROM two)) OR \
        (subject IN (SELECT id FROM two) AND other IN (SELECT id FROM one)))";
}

/// One of a pair.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct Someone {
    /// Who.
    pub(crate) client: SubjectId,
    /// The name.
    pub(crate) name: String,
}

/// Two who may be one.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct Suspicion {
    /// Who came later.
    pub(crate) newer: Someone,
    /// Who was there before.
    pub(crate) older: Someone,
    /// Why.
    pub(crate) likeness: Likeness,
}

/// Somebody who may be a person whose processing is restricted. Who that is stays hidden, and nothing can be joined until
/// the restriction is lifted (GDPR art. 18).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct Withheld {
    /// The one who may be shown.
    pub(crate) client: Someone,
    /// Why.
    pub(crate) likeness: Likeness,
}

/// A record that was joined to another.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct Joined {
    /// Who stays.
    pub(crate) kept: Someone,
    /// Who turned out to be the same.
    pub(crate) absorbed: Someone,
}

/// All that the main user decides about.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub(crate) struct Suspicions {
    /// Pairs that wait, the latest hundred.
    pub(crate) open: Vec<Suspicion>,
    /// Those of which one is a person whose processing is restricted.
    pub(crate) withheld: Vec<Withheld>,
    /// Whether there are more than are shown.
    pub(crate) more: bool,
    /// Records that are joined.
    pub(crate) joined: Vec<Joined>,
}

/// Two records to be joined.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
pub(crate) struct Pair {
    /// The one that stays.
    pub(crate) kept: SubjectId,
    /// The other.
    pub(crate) absorbed: SubjectId,
}

/// A record to be parted from the one that absorbed it.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
pub(crate) struct Parting {
    /// Which.
    pub(crate) absorbed: SubjectId,
}

/// As many suspicions are shown at once, the latest.
const MOST: usize = 100;

/// One side of a suspicion.
#[derive(Debug, Clone)]
struct Side {
    suspicion: Uuid,
    someone: Someone,
    likeness: Likeness,
}

/// What waits and what is joined.
pub(crate) async fn all(visit: &Visit) -> Result<Suspicions> {
    let newer = sides(visit, NEWER).await?;
    let older = sides(visit, OLDER).await?;
    let more = newer.len().max(older.len()) >= MOST;
    let (open, withheld) = paired(newer, older);
    Ok(Suspicions {
        open,
        withheld,
        more,
        joined: joined(visit).await?,
    })
}

async fn sides(visit: &Visit, statement: ListStatement) -> Result<Vec<Side>> {
    let most = i64::try_from(MOST).unwrap_or(i64::MAX);
    let listed = visit.list(statement, params! { "most" => most }).await?;
    let side = |row| {
        let someone = Someone {
            client: listed.person(row),
            name: listed.name(row),
        };
        Ok(Side {
            suspicion: row.get("suspicion")?,
            someone,
            likeness: row.state("likeness")?,
        })
    };
    listed.rows.iter().map(side).collect()
}

/// Pairs, each two people once; and those whose other side may not be shown. Who were joined since are no pair.
fn paired(newer: Vec<Side>, mut older: Vec<Side>) -> (Vec<Suspicion>, Vec<Withheld>) {
    let (mut open, mut alone) = (Vec::new(), Vec::new());
    let mut seen = HashSet::new();
    for side in newer {
        let place = older.iter().position(|other| other.suspicion == side.suspicion);
        let Some(other) = place.map(|place| older.remove(place)) else {
            alone.push(side);
            continue;
        };
        let (newer, older) = (side.someone.client, other.someone.client);
        if newer != older && seen.insert((newer.min(older), newer.max(older))) {
            open.push(Suspicion {
                newer: side.someone,
                older: other.someone,
                likeness: side.likeness,
            });
        }
    }
    let mut seen = HashSet::new();
    let withheld = alone
        .into_iter()
        .chain(older)
        .filter(|side| seen.insert(side.someone.client))
        .map(|side| Withheld {
            client: side.someone,
            likeness: side.likeness,
        })
        .collect();
    (open, withheld)
}

async fn joined(visit: &Visit) -> Result<Vec<Joined>> {
    let kept: Vec<SubjectId> = visit
        .list(KEPT, params! {})
        .await?
        .rows
        .iter()
        .map(|row| row.subject)
        .collect();
    let mut joined = Vec::new();
    for subject in kept {
        let grant = visit.open::<Client, Read>(subject).await?;
        let mut names = HashMap::new();
        for row in grant.fetch(WHO, params! {}).await? {
            names.insert(row.subject, grant.open::<Identity>(&row)?.listed_name());
        }
        let kept = Someone {
            client: subject,
            name: names.remove(&subject).unwrap_or_default(),
        };
        joined.extend(names.into_iter().map(|(client, name)| Joined {
            kept: kept.clone(),
            absorbed: Someone { client, name },
        }));
    }
    Ok(joined)
}

/// They are two people: the suspicion goes.
pub(crate) async fn different(visit: &Visit, newer: SubjectId, older: SubjectId) -> Result<()> {
    let pair = visit.open_set_for_change::<Client>(&[newer, older]).await?;
    let [newer, older] = pair.subjects() else {
        return Err(DeskError::Hidden);
    };
    let decided = params! { "other" => *older, "now" => visit.now(), "account" => visit.account() };
    if pair.execute_for(*newer, DIFFERENT, decided).await? == 0 {
        return Err(DeskError::Conflict);
    }
    pair.commit("duplicate-dismissed", serde_json::json!({ "fields": ["state"] }))
        .await
}
