//! Requests in the database. Events are only ever added.

use jiff::{Timestamp, civil::Date};
use polku_desk::{
    AccountId, Client, DeskError, Granted, Listed, Operation, OwnedRow, Result, SubjectId, Visit, Write,
    access::Role, database::ListStatement, params, statements,
};
use polku_profile::Channel;
use uuid::Uuid;

use super::{
    input::NewRequest,
    request::{Event, EventKind, EventWords, Identity, Kind, Request, RequestWords, State},
};

macro_rules! requests {
    ($rest:literal) => {
        concat!(
            "SELECT q.subject AS subject, q.id, q.version, q.kind, q.state, q.channel, q.received_on, q.due_on, \
             q.identity, q.created_at, q.closed_at, h.display_name AS handler, c.display_name AS enterer, q.sealed \
             FROM request q JOIN subject s ON s.register = q.register AND s.id = q.subject \
             LEFT JOIN account c ON c.id = q.created_by LEFT JOIN account h ON h.id = q.handler \
             WHERE q.register = :register AND ",
            $rest
        )
    };
}

macro_rules! searched {
    ($order:literal) => {
        concat!(
            requests!(
                "{visible_with_merged} AND (q.kind = :kind OR :kind IS NULL) AND (q.state = :state OR :state IS NULL) \
                 AND (CAST(:open AS BIGINT) IS NULL OR (q.closed_at IS NULL AND :open = 1) OR (q.closed_at IS NOT NULL AND :open = 0)) \
                 ORDER BY "
            ),
            $order,
            " LIMIT :limit OFFSET :skipped"
        )
    };
}

statements! {
    /// All of a client's.
    owned(Requests) ALL = requests!("q.subject = :subject");
    /// A request is entered.
    owned(Requests) INSERT = "INSERT INTO request (register, subject, id, version, kind, state, channel, received_on, \
        due_on, identity, created_by, created_at, sealed) VALUES (:register, :subject, :id, 1, :kind, :state, :channel, \
        :received_on, :due_on, :identity, :account, :now, :sealed)";
    /// Something is done to it.
    owned(Requests) UPDATE = "UPDATE request SET version = :version, state = :state, identity = :identity, \
        due_on = :due_on, handler = COALESCE(:handler, handler), closed_at = :closed_at, sealed = :sealed \
        WHERE register = :register AND subject = :subject AND id = :id AND version = :seen";
    /// Something happened to it.
    owned(Requests) ENTER = "INSERT INTO request_event (register, subject, id, version, request, kind, at, account, \
        sealed) VALUES (:register, :subject, :id, 1, :request, :kind, :now, :account, :sealed)";
    /// What has happened to it, the latest first.
    owned(Requests) EVENTS = "SELECT e.id, e.version, e.kind, e.at, a.display_name AS actor, e.sealed \
        FROM request_event e LEFT JOIN account a ON a.id = e.account WHERE e.register = :register \
        AND e.subject = :subject AND e.request = :request ORDER BY e.at DESC, e.id DESC";
    /// The work list, by the last day.
    listed(Requests) BY_DUE = searched!("q.due_on, q.id");
    /// The work list, the latest receipt first.
    listed(Requests) BY_RECEIPT = searched!("q.received_on DESC, q.id DESC");
    /// The work list by kind.
    listed(Requests) BY_KIND = searched!("q.kind, q.due_on, q.id");
    /// How many open ones have their last day before a day.
    listed(Requests) COUNT_BEFORE = "SELECT CAST(COUNT(*) AS BIGINT) AS number FROM request q JOIN subject s \
        ON s.register = q.register AND s.id = q.subject WHERE q.register = :register AND {visible_with_merged} \
        AND q.closed_at IS NULL AND q.due_on < :before";
    /// Open ones whose last day comes soon or has gone.
    listed(Requests) PRESSING = "SELECT q.subject AS subject, q.id, q.due_on FROM request q JOIN subject s \
        ON s.register = q.register AND s.id = q.subject WHERE q.register = :register AND {visible} \
        AND q.closed_at IS NULL AND q.due_on <= :horizon ORDER BY q.due_on, q.id LIMIT :limit";
}

/// All requests of a client, the latest first.
///
/// # Errors
/// [`DeskError::Hidden`] when the grant does not include requests.
pub(crate) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Request>> {
    let rows = grant.fetch(ALL, params! {}).await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in &rows {
        all.push((row.get::<Timestamp>("created_at")?, read(row, grant.open(row)?)?));
    }
    all.sort_by_key(|(at, request)| std::cmp::Reverse((*at, request.id)));
    Ok(all.into_iter().map(|(_, request)| request).collect())
}

/// One request.
///
/// # Errors
/// [`DeskError::Hidden`] when the client has none of that id.
pub(crate) async fn one<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Request> {
    let all = all(grant).await?;
    all.into_iter()
        .find(|request| request.id == id)
        .ok_or(DeskError::Hidden)
}

/// What has happened to a request, the latest first.
pub(crate) async fn events<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Vec<Event>> {
    let rows = grant.fetch(EVENTS, params! { "request" => id }).await?;
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

/// Whose account did something; a client in the portal has none.
pub(crate) fn doer(visit: &Visit) -> Option<AccountId> {
    (visit.role() != Role::Client).then(|| visit.account())
}

/// Stores a request; answers its id.
pub(super) async fn insert(
    grant: &Granted<'_, Client, Write>,
    new: &NewRequest,
    due_on: Date,
) -> Result<Uuid> {
    let (visit, id) = (grant.visit(), grant.visit().new_id());
    let state = if new.identity == Identity::NotYet {
        State::Received
    } else {
        State::Identified
    };
    let row = params! {
        "id" => id, "kind" => new.kind, "state" => state, "channel" => new.channel.key(),
        "received_on" => new.received_on, "due_on" => due_on, "identity" => new.identity,
        "account" => doer(visit), "now" => visit.now(), "sealed" => grant.seal(id, 1, &new.words)?,
    };
    grant.execute(INSERT, row).await?;
    enter(
        grant,
        (grant.subject(), id),
        EventKind::Received,
        &EventWords::default(),
    )
    .await?;
    Ok(id)
}

/// Stores a request on top of the version that was read. `handler` is who answers from now on.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody changed it meanwhile.
pub(super) async fn update(
    grant: &Granted<'_, Client, Write>,
    request: &Request,
    is_taken: bool,
) -> Result<()> {
    let version = request.version + 1;
    let row = params! {
        "id" => request.id, "seen" => request.version, "version" => version, "state" => request.state,
        "identity" => request.identity, "due_on" => request.due_on,
        "handler" => is_taken.then(|| grant.visit().account()), "closed_at" => request.closed_at,
        "sealed" => grant.seal_for(request.owner, request.id, version, &request.words)?,
    };
    grant.execute_one(request.owner, UPDATE, row).await
}

/// Writes down what happened to a request.
pub(crate) async fn enter(
    grant: &Granted<'_, Client, Write>,
    (owner, request): (SubjectId, Uuid),
    kind: EventKind,
    words: &EventWords,
) -> Result<()> {
    let (visit, id) = (grant.visit(), grant.visit().new_id());
    let row = params! {
        "id" => id, "request" => request, "kind" => kind, "now" => visit.now(), "account" => doer(visit),
        "sealed" => grant.seal_for(owner, id, 1, words)?,
    };
    grant.execute_for(owner, ENTER, row).await.map(drop)
}

polku_desk::named_states! {
    /// In which order the work list is.
    pub(super) enum Order {
        /// By the last day.
        Due = "due",
        /// The latest receipt first.
        Receipt = "receipt",
        /// By kind.
        Kind = "kind",
    }
}

impl Order {
    const fn statement(self) -> ListStatement {
        match self {
            Self::Due => BY_DUE,
            Self::Receipt => BY_RECEIPT,
            Self::Kind => BY_KIND,
        }
    }
}

/// Which of the register's requests.
#[derive(Clone, Debug)]
pub(super) struct Search {
    pub(super) kind: Option<Kind>,
    pub(super) state: Option<State>,
    /// Open or closed ones; none for both.
    pub(super) open: Option<bool>,
    pub(super) order: Order,
    pub(super) skipped: i64,
}

/// A request of the register, with whose it is.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) client: SubjectId,
    pub(super) name: String,
    pub(super) request: Request,
}

/// The requests of everyone whom the visitor may see.
pub(super) async fn search(visit: &Visit, search: &Search, limit: i64) -> Result<Vec<Found>> {
    let asked = params! {
        "kind" => search.kind.map(Kind::name), "state" => search.state.map(State::name),
        "open" => search.open.map(i64::from), "limit" => limit, "skipped" => search.skipped,
    };
    let listed: Listed<'_> = visit.list(search.order.statement(), asked).await?;
    let found = listed.rows.iter().map(|row| {
        Ok(Found {
            client: listed.person(row),
            name: listed.name(row),
            request: read(row, listed.open(row)?)?,
        })
    });
    found.collect()
}

/// How many open requests have their last day before a day.
pub(super) async fn count_before(visit: &Visit, before: Date) -> Result<i64> {
    visit.count(COUNT_BEFORE, params! { "before" => before }).await
}

/// An open request whose last day comes soon or has gone.
pub(super) struct Pressing {
    pub(super) client: SubjectId,
    pub(super) name: String,
    pub(super) id: Uuid,
    pub(super) due_on: Date,
}

/// Those whose last day is no later than a day, the earliest first.
pub(super) async fn pressing(visit: &Visit, horizon: Date, most: i64) -> Result<Vec<Pressing>> {
    let listed = visit
        .list(PRESSING, params! { "horizon" => horizon, "limit" => most })
        .await?;
    let pressing = listed.rows.iter().map(|row| {
        Ok(Pressing {
            client: row.subject,
            name: listed.name(row),
            id: row.get("id")?,
            due_on: row.get("due_on")?,
        })
    });
    pressing.collect()
}

fn read(row: &OwnedRow, words: RequestWords) -> Result<Request> {
    let channel: String = row.get("channel")?;
    Ok(Request {
        id: row.get("id")?,
        owner: row.subject,
        version: row.get("version")?,
        kind: row.state("kind")?,
        state: row.state("state")?,
        channel: Channel::from_key(&channel).ok_or(DeskError::Stored("channel"))?,
        received_on: row.get("received_on")?,
        due_on: row.get("due_on")?,
        identity: row.state("identity")?,
        handler: row.get("handler")?,
        entered_by: row.get("enterer")?,
        closed_at: row.get("closed_at")?,
        words,
    })
}
