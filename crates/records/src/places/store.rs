//! Places and keys in the database.

use jiff::civil::Date;
use polku_desk::{AccountId, Result, Visit, named_states, params, statements};
use uuid::Uuid;

statements! {
    /// All places that are in use, by name.
    shared ALL = "SELECT id, version, kind, name, whereabouts FROM paper_place WHERE register = :register \
        AND closed_on IS NULL ORDER BY name, id";
    /// The names of all places that ever were: of folders that lay there.
    shared NAMES = "SELECT id, name FROM paper_place WHERE register = :register";
    /// Who holds the keys.
    shared KEYS = "SELECT k.id, k.place, k.account, a.display_name, k.held_from FROM paper_key k \
        JOIN account a ON a.id = k.account WHERE k.register = :register AND k.held_until IS NULL \
        ORDER BY a.display_name, k.id";
    /// The workers of the register.
    shared WORKERS = "SELECT DISTINCT a.id, a.display_name FROM access_right r JOIN account a ON a.id = r.account \
        WHERE r.register = :register AND a.state = 'open' AND r.valid_from <= :today \
        AND (r.valid_until IS NULL OR r.valid_until >= :today) ORDER BY a.display_name, a.id";
    /// A new place.
    shared INSERT = "INSERT INTO paper_place (register, id, kind, name, whereabouts, created_at) \
        VALUES (:register, :id, :kind, :name, :whereabouts, :now)";
    /// Nothing lies there any more.
    shared CLOSE = "UPDATE paper_place SET closed_on = :today, version = version + 1 WHERE register = :register \
        AND id = :id AND closed_on IS NULL";
    /// How many forms still lie in a place.
    shared FORMS_THERE = "SELECT COUNT(*) AS number FROM paper_form WHERE register = :register AND place = :id \
        AND destroyed_on IS NULL";
    /// Somebody gets a key.
    shared INSERT_KEY = "INSERT INTO paper_key (register, id, place, account, held_from) \
        VALUES (:register, :id, :place, :account, :today)";
    /// Somebody has given it back.
    shared END_KEY = "UPDATE paper_key SET held_until = :today WHERE register = :register AND place = :place \
        AND id = :id AND held_until IS NULL";
}

named_states! {
    /// What a place is.
    pub enum PlaceKind {
        /// A locked cabinet.
        Cabinet = "cabinet",
        /// A locked room.
        Room = "room",
        /// An archive room.
        Archive = "archive",
    }
}

/// A locked place.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) id: Uuid,
    pub(crate) kind: PlaceKind,
    pub(crate) name: String,
    pub(crate) whereabouts: String,
    pub(crate) keys: Vec<HeldKey>,
}

/// A key that somebody holds.
#[derive(Clone, Debug)]
pub(crate) struct HeldKey {
    pub(crate) id: Uuid,
    pub(crate) account: AccountId,
    pub(crate) name: String,
    pub(crate) since: Date,
}

/// All places in use with their keys.
pub(crate) async fn all(visit: &Visit) -> Result<Vec<Place>> {
    let mut places = Vec::new();
    for row in visit.fetch(ALL, params! {}).await? {
        places.push(Place {
            id: row.get("id")?,
            kind: row.state("kind")?,
            name: row.get("name")?,
            whereabouts: row.get("whereabouts")?,
            keys: Vec::new(),
        });
    }
    for row in visit.fetch(KEYS, params! {}).await? {
        let place: Uuid = row.get("place")?;
        if let Some(place) = places.iter_mut().find(|known| known.id == place) {
            place.keys.push(HeldKey {
                id: row.get("id")?,
                account: row.get("account")?,
                name: row.get("display_name")?,
                since: row.get("held_from")?,
            });
        }
    }
    Ok(places)
}

/// The name of every place that ever was.
pub(crate) async fn names(visit: &Visit) -> Result<Vec<(Uuid, String)>> {
    let rows = visit.fetch(NAMES, params! {}).await?;
    rows.iter()
        .map(|row| Ok((row.get("id")?, row.get("name")?)))
        .collect()
}

/// The workers of the register.
pub(crate) async fn workers(visit: &Visit) -> Result<Vec<(AccountId, String)>> {
    let rows = visit.fetch(WORKERS, params! { "today" => visit.today() }).await?;
    rows.iter()
        .map(|row| Ok((row.get("id")?, row.get("display_name")?)))
        .collect()
}

/// Adds a place.
pub(super) async fn insert(visit: &Visit, kind: PlaceKind, name: &str, whereabouts: &str) -> Result<()> {
    let row = params! {
        "id" => visit.new_id(), "kind" => kind, "name" => name, "whereabouts" => whereabouts, "now" => visit.now(),
    };
    visit.execute_one("paper-place-added", INSERT, row).await
}

/// How many forms still lie in a place.
pub(super) async fn forms_there(visit: &Visit, place: Uuid) -> Result<i64> {
    let rows = visit.fetch(FORMS_THERE, params! { "id" => place }).await?;
    rows.first().map_or(Ok(0), |row| row.get("number"))
}

/// Closes a place.
pub(super) async fn close(visit: &Visit, place: Uuid) -> Result<()> {
    let row = params! { "id" => place, "today" => visit.today() };
    visit.execute_one("paper-place-closed", CLOSE, row).await
}

/// Gives a key.
pub(super) async fn insert_key(visit: &Visit, place: Uuid, account: AccountId) -> Result<()> {
    let row =
        params! { "id" => visit.new_id(), "place" => place, "account" => account, "today" => visit.today() };
    visit.execute_one("paper-key-given", INSERT_KEY, row).await
}

/// Takes a key back.
pub(super) async fn end_key(visit: &Visit, place: Uuid, key: Uuid) -> Result<()> {
    let row = params! { "id" => key, "place" => place, "today" => visit.today() };
    visit.execute_one("paper-key-returned", END_KEY, row).await
}
