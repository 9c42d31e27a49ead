//! Histories in the database: those of a special category are another kind of data, which not every role reads.

use polku_desk::{
    Client, DeskError, Granted, Operation, OwnedRow, Result, Write, access::Resource, params, statements,
};
use uuid::Uuid;

use super::{
    item::{Item, Words},
    rules,
};

statements! {
    /// Education and work.
    owned(Basics) ORDINARY = "SELECT h.id, h.version, a.display_name AS author, h.written_at, h.sealed \
        FROM history_item h JOIN account a ON a.id = h.account WHERE h.register = :register AND h.subject = :subject \
        AND h.special = 0";
    /// Health and substance use.
    owned(Special) SPECIAL = "SELECT h.id, h.version, a.display_name AS author, h.written_at, h.sealed \
        FROM history_item h JOIN account a ON a.id = h.account WHERE h.register = :register AND h.subject = :subject \
        AND h.special = 1";
    /// An item of education or work.
    owned(Basics) INSERT = "INSERT INTO history_item (register, subject, id, version, special, account, written_at, \
        sealed) VALUES (:register, :subject, :id, 1, 0, :account, :now, :sealed)";
    /// An item of health or substance use.
    owned(Special) INSERT_SPECIAL = "INSERT INTO history_item (register, subject, id, version, special, account, \
        written_at, sealed) VALUES (:register, :subject, :id, 1, 1, :account, :now, :sealed)";
    /// It changes.
    owned(Basics) UPDATE = "UPDATE history_item SET version = :version, account = :account, written_at = :now, \
        sealed = :sealed WHERE register = :register AND subject = :subject AND id = :id AND version = :seen \
        AND special = 0";
    /// It changes.
    owned(Special) UPDATE_SPECIAL = "UPDATE history_item SET version = :version, account = :account, \
        written_at = :now, sealed = :sealed WHERE register = :register AND subject = :subject AND id = :id \
        AND version = :seen AND special = 1";
    /// It was a mistake.
    owned(Basics) DELETE = "DELETE FROM history_item WHERE register = :register AND subject = :subject AND id = :id \
        AND version = :seen AND special = 0";
    /// It was a mistake.
    owned(Special) DELETE_SPECIAL = "DELETE FROM history_item WHERE register = :register AND subject = :subject \
        AND id = :id AND version = :seen AND special = 1";
}

/// All items that the role may have, the latest first.
pub(crate) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Item>> {
    let mut rows = grant.fetch(ORDINARY, params! {}).await?;
    if grant.may(Resource::Special) {
        rows.extend(grant.fetch(SPECIAL, params! {}).await?);
    }
    let mut items = rows
        .iter()
        .map(|row| read(grant, row))
        .collect::<Result<Vec<_>>>()?;
    rules::sort(&mut items);
    Ok(items)
}

/// One item.
pub(crate) async fn one<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Item> {
    let items = all(grant).await?;
    items
        .into_iter()
        .find(|item| item.id == id)
        .ok_or(DeskError::Hidden)
}

/// Stores a new item; answers its id.
pub(crate) async fn insert(grant: &Granted<'_, Client, Write>, words: &Words) -> Result<Uuid> {
    let visit = grant.visit();
    let id = visit.new_id();
    let row = params! {
        "id" => id, "account" => visit.account(), "now" => visit.now(), "sealed" => grant.seal(id, 1, words)?,
    };
    let statement = if words.history.is_special() {
        INSERT_SPECIAL
    } else {
        INSERT
    };
    grant.execute(statement, row).await?;
    Ok(id)
}

/// Stores it anew.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody changed it first.
pub(super) async fn update(grant: &Granted<'_, Client, Write>, stored: &Item, words: &Words) -> Result<()> {
    let (visit, version) = (grant.visit(), stored.version + 1);
    let row = params! {
        "id" => stored.id, "seen" => stored.version, "version" => version, "account" => visit.account(),
        "now" => visit.now(), "sealed" => grant.seal_for(stored.owner, stored.id, version, words)?,
    };
    let statement = if stored.words.history.is_special() {
        UPDATE_SPECIAL
    } else {
        UPDATE
    };
    grant.execute_one(stored.owner, statement, row).await
}

/// Takes it away.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody changed it first.
pub(super) async fn delete(grant: &Granted<'_, Client, Write>, stored: &Item) -> Result<()> {
    let row = params! { "id" => stored.id, "seen" => stored.version };
    let statement = if stored.words.history.is_special() {
        DELETE_SPECIAL
    } else {
        DELETE
    };
    grant.execute_one(stored.owner, statement, row).await
}

fn read<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<Item> {
    Ok(Item {
        id: row.get("id")?,
        owner: row.subject,
        version: row.get("version")?,
        words: grant.open(row)?,
        author: row.get("author")?,
        written_at: row.get("written_at")?,
    })
}
