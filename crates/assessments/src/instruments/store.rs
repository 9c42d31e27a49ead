//! Editions of a register in the database. They are about nobody.

use std::collections::{BTreeMap, BTreeSet};

use polku_desk::{DeskError, Result, Row, Visit, params, statements};
use uuid::Uuid;

use super::{
    definition::Definition,
    edition::{Edition, EditionId, Standing},
    reading::{read, write},
    shipped,
};

statements! {
    /// The register's own editions.
    shared OWN = "SELECT id, version, family, number, state, definition FROM instrument WHERE register = :register \
        ORDER BY family, number, id";
    /// One of them.
    shared ONE = "SELECT id, version, family, number, state, definition FROM instrument WHERE register = :register \
        AND id = :id";
    /// What is not offered any more.
    shared WITHDRAWN = "SELECT edition FROM instrument_withdrawal WHERE register = :register";
    /// A draft begins.
    shared INSERT = "INSERT INTO instrument (register, id, version, family, number, state, definition, account, changed_at) \
        VALUES (:register, :id, 1, :family, :number, :written, :definition, :account, :now)";
    /// A draft is saved.
    shared SAVE = "UPDATE instrument SET version = :version, definition = :definition, account = :account, \
        changed_at = :now WHERE register = :register AND id = :id AND state = :written AND version = :seen";
    /// A draft is published: nothing changes it from then on.
    shared PUBLISH = "UPDATE instrument SET version = :version, state = 'published', account = :account, \
        changed_at = :now, published_at = :now WHERE register = :register AND id = :id AND state = :written \
        AND version = :seen";
    /// A draft is thrown away.
    shared DISCARD = "DELETE FROM instrument WHERE register = :register AND id = :id AND state = :written";
    /// An edition is not offered any more.
    shared WITHDRAW = "INSERT INTO instrument_withdrawal (register, edition, account, withdrawn_at) \
        VALUES (:register, :edition, :account, :now) ON CONFLICT (register, edition) DO NOTHING";
    /// An edition is offered again.
    shared RESTORE = "DELETE FROM instrument_withdrawal WHERE register = :register AND edition = :edition";
}

/// All editions, shipped and own, those of one instrument together, the latest of it last.
pub(crate) async fn editions(visit: &Visit) -> Result<Vec<Edition>> {
    let withdrawn = withdrawn(visit).await?;
    let mut editions: Vec<Edition> = shipped::all().cloned().collect();
    for row in visit.fetch(OWN, params! {}).await? {
        editions.push(read_row(&row)?);
    }
    for edition in &mut editions {
        mark(edition, &withdrawn);
    }
    let order: Vec<String> = shipped::all().map(|edition| edition.family.clone()).collect();
    let place = |family: &str| {
        order
            .iter()
            .position(|known| known == family)
            .unwrap_or(order.len())
    };
    editions.sort_by(|one, other| {
        let key = |edition: &Edition| {
            (
                place(&edition.family),
                edition.family.clone(),
                edition.number,
                edition.id.own(),
            )
        };
        key(one).cmp(&key(other))
    });
    Ok(editions)
}

/// One edition.
///
/// # Errors
/// [`DeskError::Hidden`] when the register has none of that id.
pub(crate) async fn edition(visit: &Visit, id: &EditionId) -> Result<Edition> {
    let mut edition = match (shipped::edition(&id.0), id.own()) {
        (Some(edition), _) => edition.clone(),
        (None, Some(own)) => {
            let rows = visit.fetch(ONE, params! { "id" => own }).await?;
            read_row(rows.first().ok_or(DeskError::Hidden)?)?
        }
        (None, None) => return Err(DeskError::Hidden),
    };
    mark(&mut edition, &withdrawn(visit).await?);
    Ok(edition)
}

/// What can be assessed by now: of each instrument the latest edition that is published and not withdrawn.
pub(crate) async fn offered(visit: &Visit) -> Result<Vec<Edition>> {
    let mut latest: Vec<Edition> = Vec::new();
    for edition in editions(visit).await? {
        if edition.standing != Standing::Published {
            continue;
        }
        match latest.last_mut() {
            Some(earlier) if earlier.family == edition.family => *earlier = edition,
            _ => latest.push(edition),
        }
    }
    Ok(latest)
}

/// Begins a draft; answers its id.
pub(super) async fn begin(visit: &Visit, family: Option<&str>, definition: &Definition) -> Result<EditionId> {
    let id = visit.new_id();
    let family = family.map_or_else(|| format!("own-{id}"), str::to_owned);
    let known = editions(visit).await?;
    let number = known
        .iter()
        .filter(|edition| edition.family == family)
        .map(|edition| edition.number)
        .max()
        .unwrap_or(0)
        + 1;
    let row = params! {
        "id" => id, "family" => family, "number" => number, "definition" => write(definition),
        "account" => visit.account(), "now" => visit.now(), "written" => Standing::Draft,
    };
    visit.execute("instrument-begun", vec![(INSERT, row)]).await?;
    Ok(id.into())
}

/// Saves a draft.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was seen, or is published by now.
pub(super) async fn save(visit: &Visit, id: &EditionId, seen: i64, definition: &Definition) -> Result<()> {
    let row = params! {
        "id" => own(id)?, "seen" => seen, "version" => seen + 1, "definition" => write(definition),
        "account" => visit.account(), "now" => visit.now(), "written" => Standing::Draft,
    };
    visit.execute_one("instrument-saved", SAVE, row).await
}

/// Publishes a draft; the earlier editions of the instrument are not offered any more.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was seen, or is published by now.
pub(super) async fn publish(visit: &Visit, id: &EditionId, seen: i64) -> Result<()> {
    let published = edition(visit, id).await?;
    let row = params! {
        "id" => own(id)?, "seen" => seen, "version" => seen + 1, "account" => visit.account(), "now" => visit.now(),
        "written" => Standing::Draft,
    };
    visit.execute_one("instrument-published", PUBLISH, row).await?;
    let earlier = editions(visit).await?.into_iter().filter(|edition| {
        edition.family == published.family && edition.id != *id && edition.standing == Standing::Published
    });
    let rows: Vec<_> = earlier
        .map(|edition| (WITHDRAW, withdrawal(visit, &edition.id)))
        .collect();
    if !rows.is_empty() {
        visit.execute("instrument-withdrawn", rows).await?;
    }
    Ok(())
}

/// Offers an edition no more.
pub(super) async fn withdraw(visit: &Visit, id: &EditionId) -> Result<()> {
    let rows = vec![(WITHDRAW, withdrawal(visit, id))];
    visit.execute("instrument-withdrawn", rows).await.map(drop)
}

/// Offers an edition again.
pub(super) async fn restore(visit: &Visit, id: &EditionId) -> Result<()> {
    let rows = vec![(RESTORE, params! { "edition" => &id.0 })];
    visit.execute("instrument-offered-again", rows).await.map(drop)
}

/// Throws a draft away.
pub(super) async fn discard(visit: &Visit, id: &EditionId) -> Result<()> {
    let row = params! { "id" => own(id)?, "written" => Standing::Draft };
    visit.execute_one("instrument-discarded", DISCARD, row).await
}

fn withdrawal(visit: &Visit, id: &EditionId) -> polku_desk::database::Params {
    params! { "edition" => &id.0, "account" => visit.account(), "now" => visit.now() }
}

fn own(id: &EditionId) -> Result<Uuid> {
    id.own().ok_or(DeskError::Conflict)
}

async fn withdrawn(visit: &Visit) -> Result<BTreeSet<String>> {
    let rows = visit.fetch(WITHDRAWN, params! {}).await?;
    rows.iter().map(|row| row.get("edition")).collect()
}

fn mark(edition: &mut Edition, withdrawn: &BTreeSet<String>) {
    if edition.standing == Standing::Published && withdrawn.contains(&edition.id.0) {
        edition.standing = Standing::Withdrawn;
    }
}

fn read_row(row: &Row) -> Result<Edition> {
    let id: Uuid = row.get("id")?;
    let text: String = row.get("definition")?;
    Ok(Edition {
        id: id.into(),
        version: row.get("version")?,
        family: row.get("family")?,
        number: row.get("number")?,
        standing: row.state("state")?,
        // A draft may have mistakes; its shape is always right.
        definition: read(&text)
            .or_else(|_| toml::from_str(&text).map_err(|_| DeskError::Stored("instrument")))?,
    })
}

/// The editions by their ids, for those who show many assessments.
pub(crate) async fn by_id(visit: &Visit) -> Result<BTreeMap<EditionId, Edition>> {
    let editions = editions(visit).await?;
    Ok(editions
        .into_iter()
        .map(|edition| (edition.id.clone(), edition))
        .collect())
}
