//! Suspicions and merges in the database.

use std::collections::HashMap;

use polku_desk::{
    Client, Identity, Read, Result, SubjectId, Visit,
    database::{ListStatement, OwnedStatement},
    lookup::Likeness,
    params, statements,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

statements! {
    /// Open suspicions, by whoever came later.
    listed(Duplicates) NEWER = "SELECT d.id AS suspicion, d.subject AS subject, d.likeness AS likeness \
        FROM duplicate_suspicion d JOIN subject s ON s.register = d.register AND s.id = d.subject \
        WHERE d.register = :register AND d.state = 'open' AND {visible} ORDER BY d.found_at DESC, d.id DESC LIMIT 100";
    /// The same, by whoever was there before.
    listed(Duplicates) OLDER = "SELECT d.id AS suspicion, d.other AS subject, d.likeness AS likeness \
        FROM duplicate_suspicion d JOIN subject s ON s.register = d.register AND s.id = d.other \
        WHERE d.register = :register AND d.state = 'open' AND {visible} ORDER BY d.found_at DESC, d.id DESC LIMIT 100";
    /// Those who stay, of records that were joined.
    listed(Duplicates) KEPT = "SELECT DISTINCT s.id AS subject FROM subject a JOIN subject s ON s.register = a.register \
        AND s.id = a.merged_into WHERE a.register = :register AND a.beside IS NULL AND {visible} ORDER BY s.id LIMIT 100";
    /// Who a record is about, unless an import wrote it beside another.
    owned(Identity) WHO = "SELECT i.id, i.version, i.sealed FROM identity i JOIN subject s ON s.register = i.register AND \
        s.id = i.subject WHERE i.register = :register AND i.subject = :subject AND s.beside IS NULL";
    /// They are two.
    owned(Duplicates) DIFFERENT = "UPDATE duplicate_suspicion SET state = 'different', decided_at = :now, \
        decided_by = :account WHERE register = :register AND subject = :subject AND other = :other AND state = 'open'";
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
    /// Pairs that wait.
    pub(crate) open: Vec<Suspicion>,
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

/// What waits and what is joined.
pub(crate) async fn all(visit: &Visit) -> Result<Suspicions> {
    let older = sides(visit, OLDER).await?;
    let newer = sides(visit, NEWER).await?;
    let open = newer
        .iter()
        .filter_map(|(suspicion, newer, likeness)| {
            let (_, older, _) = older.iter().find(|(same, ..)| same == suspicion)?;
            Some(Suspicion {
                newer: newer.clone(),
                older: older.clone(),
                likeness: *likeness,
            })
        })
        .collect();
    Ok(Suspicions {
        open,
        joined: joined(visit).await?,
    })
}

async fn sides(visit: &Visit, statement: ListStatement) -> Result<Vec<(Uuid, Someone, Likeness)>> {
    let listed = visit.list(statement, params! {}).await?;
    listed
        .rows
        .iter()
        .map(|row| {
            let someone = Someone {
                client: row.subject,
                name: listed.name(row),
            };
            Ok((row.get("suspicion")?, someone, row.state("likeness")?))
        })
        .collect()
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
    let grant = visit.open_for_change::<Client>(newer).await?;
    let statement: OwnedStatement = DIFFERENT;
    let decided = params! { "other" => older, "now" => visit.now(), "account" => visit.account() };
    grant.execute_one(newer, statement, decided).await?;
    grant
        .commit("duplicate-dismissed", serde_json::json!({ "fields": ["state"] }))
        .await
}
