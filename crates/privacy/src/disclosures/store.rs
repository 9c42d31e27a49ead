//! Disclosures in the database. Events are only ever added.

use jiff::Timestamp;
use polku_desk::{
    Client, DeskError, Granted, Listed, Operation, OwnedRow, Result, SubjectId, Visit, Write, params,
    statements,
};
use uuid::Uuid;

use super::{
    disclosure::{Disclosure, DisclosureWords, Event, EventKind, EventWords, Ground, Manner, State},
    input::{Decision, Request},
};
use crate::consents::consent::For;

macro_rules! disclosures {
    ($rest:literal) => {
        concat!(
            "SELECT d.subject AS subject, d.id, d.version, d.state, d.recipient, d.country, d.ground, d.law, d.consent, \
             d.manner, d.requested_on, d.created_at, d.decided_at, d.delivered_at, b.display_name AS decider, \
             g.display_name AS deliverer, d.sealed FROM disclosure d JOIN subject s ON s.register = d.register AND \
             s.id = d.subject LEFT JOIN account b ON b.id = d.decided_by LEFT JOIN account g ON g.id = d.delivered_by \
             WHERE d.register = :register AND ",
            $rest
        )
    };
}

statements! {
    /// All of a client's, the latest first.
    owned(Disclosures) ALL = disclosures!("d.subject = :subject");
    /// A request is entered.
    owned(Disclosures) INSERT = "INSERT INTO disclosure (register, subject, id, version, state, recipient, country, \
        requested_on, created_by, created_at, sealed) VALUES (:register, :subject, :id, 1, 'requested', :recipient, \
        :country, :requested_on, :account, :now, :sealed)";
    /// It is decided.
    owned(Disclosures) DECIDE = "UPDATE disclosure SET version = :version, state = :state, ground = :ground, law = :law, \
        consent = :consent, manner = :manner, decided_by = :account, decided_at = :now, sealed = :sealed \
        WHERE register = :register AND subject = :subject AND id = :id AND version = :seen AND state <> 'delivered'";
    /// It is handed over.
    owned(Disclosures) DELIVER = "UPDATE disclosure SET version = :version, state = 'delivered', \
        delivered_by = :account, delivered_at = :now, sealed = :sealed WHERE register = :register \
        AND subject = :subject AND id = :id AND version = :seen";
    /// Something happened to it.
    owned(Disclosures) ENTER = "INSERT INTO disclosure_event (register, subject, id, version, disclosure, kind, at, \
        account, sealed) VALUES (:register, :subject, :id, 1, :disclosure, :kind, :now, :account, :sealed)";
    /// What has happened to it, the latest first.
    owned(Disclosures) EVENTS = "SELECT e.id, e.version, e.kind, e.at, a.display_name AS actor, e.sealed \
        FROM disclosure_event e JOIN account a ON a.id = e.account WHERE e.register = :register \
        AND e.subject = :subject AND e.disclosure = :disclosure ORDER BY e.at DESC, e.id DESC";
    /// The register of disclosures, the latest first.
    listed(Disclosures) REGISTER = disclosures!("{visible_with_merged} AND (d.state = :state OR :state IS NULL) \
        AND (d.ground = :ground OR :ground IS NULL) AND (d.law = :law OR :law IS NULL) \
        AND (d.recipient = :recipient OR :recipient IS NULL) AND d.requested_on >= :from AND d.requested_on <= :until \
        AND (d.created_at, d.id) < (:before_at, :before_id) ORDER BY d.created_at DESC, d.id DESC LIMIT :limit");
    /// How many were given, by ground and recipient: numbers of cases, nobody's names.
    listed(Disclosures) NUMBERS = "SELECT d.ground AS ground, d.law AS law, d.recipient AS recipient, \
        CAST(COUNT(*) AS BIGINT) AS number FROM disclosure d JOIN subject s ON s.register = d.register \
        AND s.id = d.subject WHERE d.register = :register AND {visible_with_merged} AND d.state = :state \
        AND d.requested_on >= :from AND d.requested_on <= :until GROUP BY d.ground, d.law, d.recipient";
}

/// All disclosures of a client, the latest first.
///
/// # Errors
/// [`DeskError::Hidden`] when the grant does not include disclosures.
pub async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Disclosure>> {
    let rows = grant.fetch(ALL, params! {}).await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in &rows {
        all.push((row.get::<Timestamp>("created_at")?, read(row, grant.open(row)?)?));
    }
    all.sort_by_key(|(at, disclosure)| std::cmp::Reverse((*at, disclosure.id)));
    Ok(all.into_iter().map(|(_, disclosure)| disclosure).collect())
}

/// One disclosure.
///
/// # Errors
/// [`DeskError::Hidden`] when the client has none of that id.
pub async fn one<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Disclosure> {
    let all = all(grant).await?;
    all.into_iter()
        .find(|disclosure| disclosure.id == id)
        .ok_or(DeskError::Hidden)
}

/// What has happened to a disclosure, the latest first.
///
/// # Errors
/// When the database fails.
pub async fn events<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Vec<Event>> {
    let rows = grant.fetch(EVENTS, params! { "disclosure" => id }).await?;
    let event = |row: &OwnedRow| {
        Ok(Event {
            kind: row.state("kind")?,
            at: row.get("at")?,
            by: row.get("actor")?,
            words: grant.open(row)?,
        })
    };
    rows.iter().map(event).collect()
}

/// Stores a request; answers its id.
pub(super) async fn insert(grant: &Granted<'_, Client, Write>, request: &Request) -> Result<Uuid> {
    let (visit, id) = (grant.visit(), grant.visit().new_id());
    let recipient = match &request.to {
        For::Recipient(key) => Some(key.as_str()),
        _ => None,
    };
    let row = params! {
        "id" => id, "recipient" => recipient, "country" => &request.country, "requested_on" => request.requested_on,
        "account" => visit.account(), "now" => visit.now(), "sealed" => grant.seal(id, 1, &request.words)?,
    };
    grant.execute(INSERT, row).await?;
    enter(
        grant,
        (grant.subject(), id),
        EventKind::Requested,
        &EventWords::default(),
    )
    .await?;
    Ok(id)
}

/// Stores a decision.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody decided or handed over meanwhile.
pub(super) async fn decide(
    grant: &Granted<'_, Client, Write>,
    disclosure: &Disclosure,
    decision: &Decision,
) -> Result<()> {
    let version = disclosure.version + 1;
    let mut words = disclosure.words.clone();
    let (state, kind, ground, manner) = match decision {
        Decision::Give {
            ground,
            parts,
            manner,
            provision,
            reasons,
        } => {
            words.parts.clone_from(parts);
            words.provision.clone_from(provision);
            words.reasons.clone_from(reasons);
            (State::Decided, EventKind::Decided, Some(ground), Some(*manner))
        }
        Decision::Refuse { reasons } => {
            words.parts.clear();
            words.provision.clear();
            words.reasons.clone_from(reasons);
            (State::Refused, EventKind::Refused, None, None)
        }
    };
    let (mut law, mut consent) = (None, None);
    match ground {
        Some(Ground::Law(key)) => law = Some(key.as_str()),
        Some(Ground::Consent(id)) => consent = Some(*id),
        _ => {}
    }
    let row = params! {
        "id" => disclosure.id, "seen" => disclosure.version, "version" => version, "state" => state,
        "ground" => ground.map(Ground::kind), "law" => law, "consent" => consent,
        "manner" => manner.map(Manner::name), "account" => grant.visit().account(),
        "now" => grant.visit().now(), "sealed" => grant.seal_for(disclosure.owner, disclosure.id, version, &words)?,
    };
    grant.execute_one(disclosure.owner, DECIDE, row).await?;
    enter(
        grant,
        (disclosure.owner, disclosure.id),
        kind,
        &EventWords::default(),
    )
    .await
}

/// Writes down that it is handed over.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody changed it meanwhile.
pub(super) async fn deliver(
    grant: &Granted<'_, Client, Write>,
    disclosure: &Disclosure,
    sha256: String,
) -> Result<()> {
    let version = disclosure.version + 1;
    let row = params! {
        "id" => disclosure.id, "seen" => disclosure.version, "version" => version,
        "account" => grant.visit().account(), "now" => grant.visit().now(),
        "sealed" => grant.seal_for(disclosure.owner, disclosure.id, version, &disclosure.words)?,
    };
    grant.execute_one(disclosure.owner, DELIVER, row).await?;
    let words = EventWords {
        sha256,
        ..EventWords::default()
    };
    enter(
        grant,
        (disclosure.owner, disclosure.id),
        EventKind::Delivered,
        &words,
    )
    .await
}

/// Writes down that it was not handed over, and why.
pub(super) async fn stop(
    grant: &Granted<'_, Client, Write>,
    disclosure: &Disclosure,
    why: &str,
) -> Result<()> {
    let words = EventWords {
        why: why.to_owned(),
        ..EventWords::default()
    };
    enter(
        grant,
        (disclosure.owner, disclosure.id),
        EventKind::Stopped,
        &words,
    )
    .await
}

async fn enter(
    grant: &Granted<'_, Client, Write>,
    (owner, disclosure): (SubjectId, Uuid),
    kind: EventKind,
    words: &EventWords,
) -> Result<()> {
    let (visit, id) = (grant.visit(), grant.visit().new_id());
    let row = params! {
        "id" => id, "disclosure" => disclosure, "kind" => kind, "now" => visit.now(), "account" => visit.account(),
        "sealed" => grant.seal_for(owner, id, 1, words)?,
    };
    grant.execute_for(owner, ENTER, row).await.map(drop)
}

/// Which of the register's disclosures.
#[derive(Clone, Debug)]
pub(super) struct Search {
    pub(super) state: Option<State>,
    /// The kind of ground, and of a ground of the profile its key.
    pub(super) ground: Option<Ground>,
    pub(super) recipient: Option<String>,
    pub(super) from: jiff::civil::Date,
    pub(super) until: jiff::civil::Date,
    /// Those before this one.
    pub(super) before: (Timestamp, Uuid),
}

/// A disclosure of the register, with whose it is.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) client: SubjectId,
    pub(super) name: String,
    pub(super) created_at: Timestamp,
    pub(super) disclosure: Disclosure,
}

/// The register's disclosures of everyone whom the visitor may see.
pub(super) async fn search(visit: &Visit, search: &Search, limit: i64) -> Result<Vec<Found>> {
    let law = match &search.ground {
        Some(Ground::Law(key)) => Some(key.as_str()),
        _ => None,
    };
    let asked = params! {
        "state" => search.state.map(State::name), "ground" => search.ground.as_ref().map(Ground::kind), "law" => law,
        "recipient" => search.recipient.as_deref(), "from" => search.from, "until" => search.until,
        "before_at" => search.before.0, "before_id" => search.before.1, "limit" => limit,
    };
    let listed: Listed<'_> = visit.list(REGISTER, asked).await?;
    let found = listed.rows.iter().map(|row| {
        Ok(Found {
            client: row.subject,
            name: listed.name(row),
            created_at: row.get("created_at")?,
            disclosure: read(row, listed.open(row)?)?,
        })
    });
    found.collect()
}

/// How many were given or refused on one ground to one recipient; none names another body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) ground: Option<(String, Option<String>)>,
    pub(super) recipient: Option<String>,
    pub(super) number: i64,
}

/// Counts of a state between two days.
pub(super) async fn numbers(visit: &Visit, state: State, search: &Search) -> Result<Vec<Count>> {
    let asked = params! { "state" => state, "from" => search.from, "until" => search.until };
    let rows = visit.numbers(NUMBERS, asked).await?;
    let count = |row: &polku_desk::Row| {
        let kind: Option<String> = row.get("ground")?;
        let law = row.get("law")?;
        Ok(Count {
            ground: kind.map(|kind| (kind, law)),
            recipient: row.get("recipient")?,
            number: row.get("number")?,
        })
    };
    rows.iter().map(count).collect()
}

fn read(row: &OwnedRow, words: DisclosureWords) -> Result<Disclosure> {
    let recipient: Option<String> = row.get("recipient")?;
    let kind: Option<String> = row.get("ground")?;
    let consent: Option<Uuid> = row.get("consent")?;
    let law: Option<String> = row.get("law")?;
    let ground = match (kind.as_deref(), consent, law) {
        (None, _, _) => None,
        (Some("consent"), Some(id), _) => Some(Ground::Consent(id)),
        (Some("law"), _, Some(key)) => Some(Ground::Law(key)),
        (Some(other), _, _) => Some(Ground::parse(other).ok_or(DeskError::Stored("ground"))?),
    };
    let manner: Option<String> = row.get("manner")?;
    let done = |by: &'static str, at: &'static str| -> Result<Option<(String, Timestamp)>> {
        let (by, at): (Option<String>, Option<Timestamp>) = (row.get(by)?, row.get(at)?);
        Ok(by.zip(at))
    };
    Ok(Disclosure {
        id: row.get("id")?,
        owner: row.subject,
        version: row.get("version")?,
        state: row.state("state")?,
        to: recipient.map_or_else(|| For::Body(words.body.clone()), For::Recipient),
        country: row.get("country")?,
        ground,
        manner: manner.map(|manner| manner.parse()).transpose()?,
        requested_on: row.get("requested_on")?,
        decided: done("decider", "decided_at")?,
        delivered: done("deliverer", "delivered_at")?,
        words,
    })
}
