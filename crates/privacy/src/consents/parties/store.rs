//! Parties in the database.

use jiff::civil::Date;
use polku_desk::{AccountId, DeskError, Result, Visit, named_states, params, statements};
use uuid::Uuid;

use super::super::consent::For;

statements! {
    /// All parties, by name.
    shared ALL = "SELECT id, kind, name FROM consent_party WHERE register = :register AND closed_on IS NULL \
        ORDER BY name, id";
    /// Who works in them now or later.
    shared MEMBERS = "SELECT m.id, m.party, m.account, a.display_name, m.valid_from, m.valid_until \
        FROM consent_party_member m JOIN account a ON a.id = m.account WHERE m.register = :register \
        AND (m.valid_until IS NULL OR m.valid_until >= :today) ORDER BY a.display_name, m.id";
    /// The workers who can see by consent: officials of partners, and coaches.
    shared WORKERS = "SELECT DISTINCT a.id, a.display_name FROM access_right r JOIN account a ON a.id = r.account \
        WHERE r.register = :register AND a.state = 'open' AND r.role IN ('partner', 'coach') AND \
        r.valid_from <= :today AND (r.valid_until IS NULL OR r.valid_until >= :today) ORDER BY a.display_name, a.id";
    /// A new party.
    shared INSERT = "INSERT INTO consent_party (register, id, kind, name, created_at) \
        VALUES (:register, :id, :kind, :name, :now)";
    /// Somebody works there from today on.
    shared INSERT_MEMBER = "INSERT INTO consent_party_member (register, id, party, account, valid_from) \
        VALUES (:register, :id, :party, :account, :today)";
    /// Somebody works there no more. Whoever is let in and out on one day has been a member on no day.
    shared END_MEMBER = "UPDATE consent_party_member SET valid_until = :yesterday \
        WHERE register = :register AND party = :party AND id = :id AND (valid_until IS NULL OR valid_until > :yesterday)";
}

named_states! {
    /// What a party is.
    pub enum PartyKind {
        /// A provider of services outside the controller.
        Provider = "provider",
        /// Another unit of the controller.
        Unit = "unit",
    }
}

/// A provider or unit.
#[derive(Clone, Debug)]
pub(super) struct Party {
    pub(super) id: Uuid,
    pub(super) kind: PartyKind,
    pub(super) name: String,
    pub(super) members: Vec<Member>,
}

/// Somebody who works there.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) id: Uuid,
    pub(super) account: AccountId,
    pub(super) name: String,
    pub(super) from: Date,
}

/// All parties with those who work there.
pub(super) async fn all(visit: &Visit) -> Result<Vec<Party>> {
    let today = params! { "today" => visit.today() };
    let members = visit.fetch(MEMBERS, today).await?;
    let mut parties = Vec::new();
    for row in visit.fetch(ALL, params! {}).await? {
        let id: Uuid = row.get("id")?;
        let mut own = Vec::new();
        for member in &members {
            if member.get::<Uuid>("party")? == id {
                own.push(Member {
                    id: member.get("id")?,
                    account: member.get("account")?,
                    name: member.get("display_name")?,
                    from: member.get("valid_from")?,
                });
            }
        }
        parties.push(Party {
            id,
            kind: row.state("kind")?,
            name: row.get("name")?,
            members: own,
        });
    }
    Ok(parties)
}

/// The workers who can see by consent.
pub(super) async fn workers(visit: &Visit) -> Result<Vec<(AccountId, String)>> {
    let rows = visit.fetch(WORKERS, params! { "today" => visit.today() }).await?;
    rows.iter()
        .map(|row| Ok((row.get("id")?, row.get("display_name")?)))
        .collect()
}

/// To whom somebody can consent to be visible, with their names: parties first, then single workers.
///
/// # Errors
/// When the database fails.
pub async fn visible_to(visit: &Visit) -> Result<Vec<(For, String)>> {
    let parties = all(visit).await?;
    let parties = parties
        .into_iter()
        .map(|party| (For::Party(party.id), party.name));
    let workers = workers(visit).await?;
    let workers = workers
        .into_iter()
        .map(|(account, name)| (For::Worker(account), name));
    Ok(parties.chain(workers).collect())
}

/// Adds a party.
pub(super) async fn insert(visit: &Visit, kind: PartyKind, name: &str) -> Result<Uuid> {
    let id = visit.new_id();
    let row = params! { "id" => id, "kind" => kind, "name" => name, "now" => visit.now() };
    visit.execute_one("consent-party-added", INSERT, row).await?;
    Ok(id)
}

/// Lets somebody see whom the party may see.
pub(super) async fn insert_member(visit: &Visit, party: Uuid, account: AccountId) -> Result<()> {
    let row =
        params! { "id" => visit.new_id(), "party" => party, "account" => account, "today" => visit.today() };
    visit
        .execute_one("consent-party-member-added", INSERT_MEMBER, row)
        .await
}

/// Ends that at once.
pub(super) async fn end_member(visit: &Visit, party: Uuid, member: Uuid) -> Result<()> {
    let yesterday = visit.today().yesterday().map_err(|_| DeskError::Stored("day"))?;
    let row = params! { "id" => member, "party" => party, "yesterday" => yesterday };
    visit
        .execute_one("consent-party-member-ended", END_MEMBER, row)
        .await
}
