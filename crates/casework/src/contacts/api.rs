//! Contacts for programs.

use axum::Json;
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use polku_desk::{Client, Read, SubjectId};
use polku_web::{
    Answer, AtDesk, EntityTag, IfMatch, IntoResponse, JsonBody, Path, Query, StatusCode, header,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change,
    contact::{Contact, ContactKind, Party},
    input::ContactInput,
    page::Asked,
    store::{self, Before},
};

/// A contact as it reads now, or as it read before a correction.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ContactDocument {
    /// Its id.
    id: Uuid,
    /// How many times it was stored: for If-Match.
    version: i64,
    /// The day.
    held_on: Date,
    /// The time of day in Finland, when it is known.
    held_at: Option<Time>,
    /// How.
    kind: ContactKind,
    /// With whom.
    parties: Vec<Party>,
    /// The same in words.
    who: String,
    /// What was discussed.
    discussed: String,
    /// What was agreed next.
    agreed: Option<String>,
    /// By which day.
    agreed_by: Option<Date>,
    /// Who wrote it.
    written_by: String,
    /// When it was written.
    written_at: Timestamp,
    /// How it read before, the latest first. Told of one contact, not in lists.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<ContactDocument>,
}

/// Contacts, the latest first.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ContactsDocument {
    /// The contacts.
    contacts: Vec<ContactDocument>,
    /// What to ask `after` for the next page; nothing on the last one.
    next: Option<String>,
}

impl From<Contact> for ContactDocument {
    fn from(contact: Contact) -> Self {
        let wording = contact.wording;
        let (agreed, agreed_by) = wording.agreed.map(|agreed| (agreed.text, agreed.due_on)).unzip();
        Self {
            id: contact.id,
            version: contact.version,
            held_on: contact.held.on,
            held_at: contact.held.at,
            kind: contact.kind,
            parties: wording.parties,
            who: wording.who,
            discussed: wording.discussed,
            agreed,
            agreed_by,
            written_by: contact.author_name,
            written_at: contact.written_at,
            earlier: Vec::new(),
        }
    }
}

/// A client's contacts.
pub(super) async fn list(visit: AtDesk, Path(client): Path<SubjectId>, Query(asked): Query<Asked>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let limit = asked.limit();
    let contacts = store::latest(&grant, asked.before(), limit).await?;
    let next = contacts
        .last()
        .filter(|_| i64::try_from(contacts.len()) == Ok(limit))
        .map(|last| Before::of(last).to_string());
    let contacts = contacts.into_iter().map(ContactDocument::from).collect();
    Ok(Json(ContactsDocument { contacts, next }).into_response())
}

/// One contact, with how it read before.
pub(super) async fn show(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let contact = store::one(&grant, id).await?;
    let day = contact.held.on;
    let revisions = store::revisions(&grant, day, day).await?;
    let tag = EntityTag(contact.version);
    let mut document = ContactDocument::from(contact);
    document.earlier = revisions
        .into_iter()
        .filter(|revision| revision.contact == id)
        .map(|revision| ContactDocument {
            id,
            version: revision.number,
            ..revision.was.into()
        })
        .collect();
    Ok(tag.on(Json(document).into_response()))
}

/// Writes a contact down.
pub(super) async fn add(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<ContactInput>,
) -> Answer {
    let id = change::add(&visit, client, &input).await?;
    let place = format!("/api/v1/clients/{client}/contacts/{id}");
    Ok(EntityTag(1).on((StatusCode::CREATED, [(header::LOCATION, place)]).into_response()))
}

/// Corrects a contact.
pub(super) async fn correct(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<ContactInput>,
) -> Answer {
    change::correct(&visit, client, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    Ok(EntityTag(seen + 1).on(StatusCode::NO_CONTENT.into_response()))
}
