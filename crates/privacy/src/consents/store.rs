//! Consents in the database. A consent is given once and withdrawn at most once; nothing else in it changes.

use jiff::civil::Date;
use polku_desk::{
    AccountId, Client, Granted, Operation, OwnedRow, Result, SubjectId, Visit, Write,
    database::{OwnedStatement, Params},
    params, statements,
};
use uuid::Uuid;

use super::{
    consent::{Consent, ConsentWords, For, Kind, NewConsent, Through},
    rules::Term,
};

statements! {
    /// All consents, the latest first.
    owned(Consents) ALL = "SELECT c.id, c.version, c.kind, c.purpose, c.recipient, c.party, c.account, c.manner, \
        c.document, c.signed_on, c.recorded_at, c.valid_from, c.valid_until, c.withdrawn_at, c.withdrawn_through, \
        r.display_name AS recorder, w.display_name AS withdrawer, p.name AS party_name, \
        x.display_name AS worker_name, c.sealed FROM consent c LEFT JOIN account r ON r.id = c.recorded_by \
        LEFT JOIN account w ON w.id = c.withdrawn_by LEFT JOIN account x ON x.id = c.account \
        LEFT JOIN consent_party p ON p.register = c.register AND p.id = c.party \
        WHERE c.register = :register AND c.subject = :subject ORDER BY c.recorded_at DESC, c.id DESC";
    /// A consent is given.
    owned(Consents) INSERT = "INSERT INTO consent (register, subject, id, version, kind, purpose, recipient, party, \
        account, manner, document, signed_on, recorded_at, recorded_by, valid_from, valid_until, sealed) VALUES \
        (:register, :subject, :id, 1, :kind, :purpose, :recipient, :party, :worker, :manner, :document, :signed_on, \
        :now, :recorder, :valid_from, :valid_until, :sealed)";
    /// A consent is withdrawn, once.
    owned(Consents) WITHDRAW = "UPDATE consent SET version = :version, withdrawn_at = :now, withdrawn_by = :by, \
        withdrawn_through = :through, sealed = :sealed WHERE register = :register AND subject = :subject AND id = :id \
        AND version = :seen AND withdrawn_at IS NULL";
    /// Holds a consent that is in force until this transaction ends: whoever withdraws it waits, and whoever withdrew it
    /// first leaves nothing to hold.
    owned(Consents) HOLD = "UPDATE consent SET version = version WHERE register = :register AND subject = :subject \
        AND id = :id AND withdrawn_at IS NULL AND recorded_at <= :now AND valid_from <= :today \
        AND (valid_until IS NULL OR valid_until >= :today)";
    /// Those that end between two days, of everyone whom the visitor may see, the earliest first.
    listed(Consents) ENDING = "SELECT c.subject AS subject, c.valid_until FROM consent c JOIN subject s \
        ON s.register = c.register AND s.id = c.subject WHERE c.register = :register AND c.withdrawn_at IS NULL \
        AND c.valid_until IS NOT NULL AND c.valid_until >= :today AND c.valid_until <= :horizon AND {visible} \
        ORDER BY c.valid_until, c.id LIMIT :limit";
}

/// What [`all`] asks for.
pub(super) fn asked() -> (OwnedStatement, Params) {
    (ALL, params! {})
}

/// All consents of a client, the latest first.
///
/// # Errors
/// [`DeskError::Hidden`](polku_desk::DeskError::Hidden) when the grant does not include consents.
pub async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Consent>> {
    let rows = grant.fetch(ALL, params! {}).await?;
    let mut consents = rows
        .iter()
        .map(|row| read(grant, row))
        .collect::<Result<Vec<_>>>()?;
    consents.sort_by_key(|consent| std::cmp::Reverse((consent.term.recorded_at, consent.id)));
    Ok(consents)
}

/// One consent.
///
/// # Errors
/// [`DeskError::Hidden`](polku_desk::DeskError::Hidden) when the client has none of that id.
pub async fn one<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Consent> {
    let consents = all(grant).await?;
    consents
        .into_iter()
        .find(|consent| consent.id == id)
        .ok_or(polku_desk::DeskError::Hidden)
}

/// Stores a consent; answers its id. `recorder` is none when the client gave it themselves.
///
/// # Errors
/// When the database fails.
pub async fn insert(
    grant: &Granted<'_, Client, Write>,
    consent: &NewConsent,
    recorder: Option<AccountId>,
) -> Result<Uuid> {
    let (visit, id) = (grant.visit(), grant.visit().new_id());
    let (mut recipient, mut party, mut worker) = (None, None, None);
    match &consent.to {
        For::Recipient(key) => recipient = Some(key.as_str()),
        For::Body(_) => {}
        For::Party(id) => party = Some(*id),
        For::Worker(account) => worker = Some(*account),
    }
    let row = params! {
        "id" => id, "kind" => consent.kind, "purpose" => &consent.purpose, "recipient" => recipient, "party" => party,
        "worker" => worker, "manner" => consent.manner, "document" => consent.document,
        "signed_on" => consent.signed_on, "now" => visit.now(), "recorder" => recorder,
        "valid_from" => consent.valid_from, "valid_until" => consent.valid_until,
        "sealed" => grant.seal(id, 1, &consent.words)?,
    };
    grant.execute(INSERT, row).await?;
    Ok(id)
}

/// Writes down that a consent is withdrawn from now on.
///
/// # Errors
/// [`DeskError::Conflict`](polku_desk::DeskError::Conflict) when somebody withdrew it first.
pub async fn withdraw(
    grant: &Granted<'_, Client, Write>,
    consent: &Consent,
    note: &str,
    through: (Through, Option<AccountId>),
) -> Result<()> {
    let version = consent.version + 1;
    let words = ConsentWords {
        withdrawal_note: note.to_owned(),
        ..consent.given.words.clone()
    };
    let row = params! {
        "id" => consent.id, "seen" => consent.version, "version" => version, "now" => grant.visit().now(),
        "by" => through.1, "through" => through.0,
        "sealed" => grant.seal_for(consent.owner, consent.id, version, &words)?,
    };
    grant.execute_one(consent.owner, WITHDRAW, row).await
}

/// Holds a consent until the write under way is committed. Answers whether it was in force to be held.
///
/// # Errors
/// When the database fails.
pub async fn hold(grant: &Granted<'_, Client, Write>, consent: &Consent) -> Result<bool> {
    let visit = grant.visit();
    // The clock is read anew: what a long visit began with may be over.
    let clock = visit.desk().clock();
    let row = params! { "id" => consent.id, "now" => clock.now(), "today" => clock.today() };
    Ok(grant.execute_for(consent.owner, HOLD, row).await? == 1)
}

/// A consent that ends soon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ending {
    /// Whose.
    pub(super) client: SubjectId,
    /// The name.
    pub(super) name: String,
    /// Its last day.
    pub(super) until: Date,
}

/// Consents that end within so many days, of everyone whom the visitor may see.
pub(super) async fn ending(visit: &Visit, days: u16, most: i64) -> Result<Vec<Ending>> {
    let horizon = visit
        .today()
        .saturating_add(jiff::Span::new().days(i64::from(days)));
    let listed = visit
        .list(ENDING, params! { "horizon" => horizon, "limit" => most })
        .await?;
    let ending = listed.rows.iter().map(|row| {
        Ok(Ending {
            client: row.subject,
            name: listed.name(row),
            until: row.get("valid_until")?,
        })
    });
    ending.collect()
}

fn read<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<Consent> {
    let words: ConsentWords = grant.open(row)?;
    let kind: Kind = row.state("kind")?;
    let (party, worker): (Option<Uuid>, Option<AccountId>) = (row.get("party")?, row.get("account")?);
    let recipient: Option<String> = row.get("recipient")?;
    let to = match (party, worker, recipient) {
        (Some(party), _, _) => For::Party(party),
        (None, Some(worker), _) => For::Worker(worker),
        (None, None, Some(key)) => For::Recipient(key),
        (None, None, None) => For::Body(words.body.clone()),
    };
    let party_name: Option<String> = row.get("party_name")?;
    let worker_name: Option<String> = row.get("worker_name")?;
    let valid_from = row.get("valid_from")?;
    let valid_until = row.get("valid_until")?;
    let through: Option<String> = row.get("withdrawn_through")?;
    Ok(Consent {
        id: row.get("id")?,
        owner: row.subject,
        version: row.get("version")?,
        term: Term {
            recorded_at: row.get("recorded_at")?,
            valid_from,
            valid_until,
            withdrawn_at: row.get("withdrawn_at")?,
        },
        given: NewConsent {
            kind,
            purpose: row.get("purpose")?,
            to,
            manner: row.state("manner")?,
            document: row.get("document")?,
            signed_on: row.get("signed_on")?,
            valid_from,
            valid_until,
            words,
        },
        recorded_by: row.get("recorder")?,
        withdrawn_through: through.map(|through| through.parse()).transpose()?,
        withdrawn_by: row.get("withdrawer")?,
        party_name: party_name.or(worker_name),
    })
}
