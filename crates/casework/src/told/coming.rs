//! What is agreed for the days to come.

use jiff::civil::Date;
use polku_desk::{Client, Granted, Read, access::Resource};
use polku_profile::RecordKind;
use polku_web::Answer;

use super::Contact;
use crate::{contacts, keeping::keeps};

/// How far back what was agreed is looked for, in months.
const AGREED_MONTHS: i32 = 6;

/// What is agreed with a client: meetings to come that they take part in, and what they and the worker said would be done.
#[derive(Clone, Debug, Default)]
pub struct Coming {
    /// The meetings, the earliest first.
    pub meetings: Vec<Contact>,
    /// What was agreed and is not past its day, the earliest first.
    pub agreed: Vec<(String, Date)>,
}

/// What is agreed with the client. Contacts that others had about them are not told here.
///
/// # Errors
/// When the database fails.
pub async fn coming(grant: &Granted<'_, Client, Read>) -> Answer<Coming> {
    let visit = grant.visit();
    if !grant.may(Resource::Contacts) || !keeps(visit, RecordKind::Contact)? {
        return Ok(Coming::default());
    }
    let (today, now) = (visit.today(), polku_pages::format::finnish_time(visit.now()));
    let lately = today.saturating_sub(jiff::Span::new().months(AGREED_MONTHS));
    let mut contacts = contacts::since(grant, lately).await?;
    contacts.retain(|contact| contact.wording.parties.contains(&contacts::Party::Client));
    contacts.sort_by_key(|contact| contact.held);
    let mut coming = Coming::default();
    for contact in contacts {
        if let Some(agreed) = &contact.wording.agreed
            && agreed.due_on >= today
        {
            coming.agreed.push((agreed.text.clone(), agreed.due_on));
        }
        if contact.held.is_ahead(now) {
            coming.meetings.push(Contact {
                id: contact.id,
                on: contact.held.on,
                at: contact.held.at,
                kind_key: contacts::kind_key(contact.kind),
                agreed: None,
            });
        }
    }
    coming.agreed.sort_by_key(|(_, due)| *due);
    Ok(coming)
}
