//! Values that a person says are wrong (GDPR 16, D3): what it was, what is right, and what came of it. What it was stays,
//! sealed, whatever is decided; who corrects the record is the owner of the process, on the record's own pages.

use jiff::Timestamp;
use polku_casework::packing;
use polku_desk::{
    Client, DeskError, Granted, Operation, OwnedRow, Read, SealedRecord, SubjectId, Visit, Write,
    access::Resource, named_states, params, statements,
};
use polku_pages::Texts;
use polku_profile::SubjectKind;
use polku_web::{Answer, Failure};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{
    change, kept,
    rectification_input::{ItemDecision, ItemInput, check, outcome},
    request::{EventKind, EventWords, Kind},
    rules::Items,
    store,
};

named_states! {
    /// What came of a value.
    pub enum State {
        /// Nothing yet.
        Open = "open",
        /// It was corrected.
        Corrected = "corrected",
        /// It was left as it is, with the person's own view beside it.
        Refused = "refused",
    }
}

/// What is secret in a value. Sealed as one value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ItemWords {
    /// The key of a field of the register; empty for anything else.
    pub field: String,
    /// What data it is, in words.
    pub what: String,
    /// What it was when it was said to be wrong.
    pub was: String,
    /// What is right, as the person says.
    pub right: String,
    /// Why it was left as it is.
    pub reasons: String,
    /// The person's own view, kept beside what was left.
    pub own_view: String,
}

impl SealedRecord for ItemWords {
    const TABLE: &'static str = "rectification";
}

impl std::fmt::Debug for ItemWords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("ItemWords")
    }
}

/// A value that is stored.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its id.
    pub id: Uuid,
    owner: SubjectId,
    /// How many times it was stored.
    pub version: i64,
    /// What came of it.
    pub state: State,
    /// Who decided, and when.
    pub decided: Option<(String, Timestamp)>,
    /// What is secret in it.
    pub words: ItemWords,
}

statements! {
    /// The values of a request.
    owned(Requests) ITEMS = "SELECT r.id, r.version, r.state, r.decided_at, a.display_name AS decider, r.sealed \
        FROM rectification r LEFT JOIN account a ON a.id = r.decided_by WHERE r.register = :register \
        AND r.subject = :subject AND r.request = :request ORDER BY r.id";
    /// A value is added.
    owned(Requests) INSERT_ITEM = "INSERT INTO rectification (register, subject, id, version, request, state, sealed) \
        VALUES (:register, :subject, :id, 1, :request, 'open', :sealed)";
    /// It is decided.
    owned(Requests) DECIDE_ITEM = "UPDATE rectification SET version = :version, state = :state, decided_by = :account, \
        decided_at = :now, sealed = :sealed WHERE register = :register AND subject = :subject AND id = :id \
        AND version = :seen AND state = 'open'";
}

/// A field with what the record says of it.
#[derive(Clone, Debug)]
pub(super) struct FieldNow {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) value: String,
}

/// The fields of the register with what they say now; none where the role may not read them.
pub(super) async fn fields_now(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Vec<FieldNow>> {
    if !grant.may(Resource::Basics) {
        return Ok(Vec::new());
    }
    let profile = grant.visit().profile()?;
    let sections = profile.fields.sections().map(|(section, _)| section);
    let sections: Vec<_> = sections
        .filter(|section| section.subject() == SubjectKind::Client)
        .filter(|section| *section != polku_profile::Section::Relationship)
        .collect();
    let mut fields = Vec::new();
    for section in sections {
        for item in packing::fields(grant, section, texts).await? {
            fields.extend(item.facts.into_iter().map(|fact| FieldNow {
                key: fact.key,
                name: fact.name,
                value: fact.value,
            }));
        }
    }
    Ok(fields)
}

/// The values of a request.
pub(super) async fn items<O: Operation>(grant: &Granted<'_, Client, O>, request: Uuid) -> Answer<Vec<Item>> {
    let rows = grant.fetch(ITEMS, params! { "request" => request }).await?;
    let item = |row: &OwnedRow| -> polku_desk::Result<Item> {
        let decider: Option<String> = row.get("decider")?;
        Ok(Item {
            id: row.get("id")?,
            owner: row.subject,
            version: row.get("version")?,
            state: row.state("state")?,
            decided: decider.zip(row.get("decided_at")?),
            words: grant.open(row)?,
        })
    };
    Ok(rows.iter().map(item).collect::<polku_desk::Result<_>>()?)
}

/// How many stand how.
pub(super) fn counted(items: &[Item]) -> Items {
    let count = |state| items.iter().filter(|item| item.state == state).count();
    Items {
        open: count(State::Open),
        corrected: count(State::Corrected),
        refused: count(State::Refused),
    }
}

/// Adds a value to a request for rectification; answers its id.
pub(super) async fn add(
    visit: &Visit,
    texts: Texts,
    client: SubjectId,
    request: Uuid,
    input: &ItemInput,
) -> Answer<Uuid> {
    kept(visit)?;
    let fields = fields_now(&visit.open::<Client, Read>(client).await?, texts).await?;
    let words = check(input, &fields).map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let asked = store::one(&grant, request).await?;
    if asked.kind != Kind::Rectification || asked.state.is_closed() {
        return Err(DeskError::Conflict.into());
    }
    let id = visit.new_id();
    let row =
        params! { "id" => id, "request" => request, "sealed" => grant.seal_for(asked.owner, id, 1, &words)? };
    grant.execute_for(asked.owner, INSERT_ITEM, row).await?;
    let told = EventWords {
        note: words.what,
        ..EventWords::default()
    };
    store::enter(&grant, (asked.owner, request), EventKind::ItemAdded, &told).await?;
    visit.will_create(
        format!(
            "{}{}/values/{id}",
            polku_web::API,
            change::address(client, request)
        ),
        1,
    );
    grant
        .commit("rectification-asked", json!({ "request": request, "value": id }))
        .await?;
    Ok(id)
}

/// Decides about a value. That a field was corrected is believed only when the record says so.
pub(super) async fn decide(
    visit: &Visit,
    texts: Texts,
    client: SubjectId,
    (request, item): (Uuid, Uuid),
    seen: i64,
    input: &ItemDecision,
) -> Answer<()> {
    kept(visit)?;
    let fields = fields_now(&visit.open::<Client, Read>(client).await?, texts).await?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let asked = store::one(&grant, request).await?;
    let items = items(&grant, request).await?;
    let stored = items
        .into_iter()
        .find(|one| one.id == item)
        .ok_or(DeskError::Hidden)?;
    if stored.version != seen || stored.state != State::Open || asked.state.is_closed() {
        return Err(DeskError::Conflict.into());
    }
    let (state, words) = outcome(input, stored.words.clone(), &fields).map_err(Failure::Invalid)?;
    put(&grant, &stored, state, &words).await?;
    let kind = match state {
        State::Corrected => EventKind::ItemCorrected,
        State::Refused | State::Open => EventKind::ItemRefused,
    };
    let told = EventWords {
        note: words.what,
        ..EventWords::default()
    };
    store::enter(&grant, (asked.owner, request), kind, &told).await?;
    grant
        .commit(
            "rectification-decided",
            json!({ "request": request, "value": item, "outcome": state }),
        )
        .await?;
    Ok(())
}

async fn put(
    grant: &Granted<'_, Client, Write>,
    item: &Item,
    state: State,
    words: &ItemWords,
) -> polku_desk::Result<()> {
    let (visit, version) = (grant.visit(), item.version + 1);
    let row = params! {
        "id" => item.id, "seen" => item.version, "version" => version, "state" => state,
        "account" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal_for(item.owner, item.id, version, words)?,
    };
    grant.execute_one(item.owner, DECIDE_ITEM, row).await
}
