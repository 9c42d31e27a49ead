//! The parts of a client's page that have addresses of their own.

use polku_desk::{
    Client, Granted, Operation, Visit,
    access::{Action, Resource, rules::conditions},
};
use polku_pages::{Texts, components::Tab};
use polku_profile::{Field, RecordKind};

use crate::{
    joining::{ClientTab, FieldsTab, in_order},
    keeping::keeps,
};

/// A part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The page itself.
    Overview,
    /// Basic data.
    Basics,
    /// Who answers.
    Care,
    /// The diary.
    Diary,
    /// Goals.
    Goals,
    /// Contacts and meetings, with the tasks that follow.
    Contacts,
    /// Client relationships.
    Relationships,
    /// Periods of service.
    Periods,
    /// Who has looked: the page of the oversight room.
    Looks,
    /// A part of another room, by the end of its address.
    Joined(&'static str),
}

/// Each part, the end of its address, its word, and the kind of data without which it does not exist.
const PARTS: &[(Place, &str, &str, Resource)] = &[
    (Place::Overview, "", "client-tab-overview", Resource::Identity),
    (Place::Basics, "/basics", "client-basics-title", Resource::Basics),
    (Place::Diary, "/diary", "diary-title", Resource::Diary),
    (Place::Goals, "/goals", "goals-title", Resource::Goals),
    (Place::Contacts, "/contacts", "contacts-title", Resource::Contacts),
    (Place::Care, "/care", "client-care-title", Resource::Care),
    (
        Place::Relationships,
        "/relationships",
        "relationships-title",
        Resource::Service,
    ),
    (Place::Periods, "/periods", "periods-title", Resource::Service),
    (Place::Looks, "/looks", "client-tab-looks", Resource::AccessLog),
];

/// The parts that exist for this visitor and this client: those whose data the ground of this look opens as well. On the
/// page itself it is not a part.
pub fn of<O: Operation>(grant: &Granted<'_, Client, O>, texts: Texts, current: Place) -> Vec<Tab> {
    let (role, basis) = (grant.visit().role(), grant.basis());
    let opens = |resource: Resource| {
        conditions(role, Action::Read, resource).any(|condition| condition.basis(role) == basis)
    };
    let is_elsewhere = current != Place::Overview;
    let tab = |place: Place, end: &str, key: &str| {
        let href = format!("/clients/{}{end}", grant.subject());
        Tab::new(href, texts.t(key)).current(place == current)
    };
    let own = PARTS
        .iter()
        .filter(|(place, _, _, resource)| opens(*resource) && is_kept(grant.visit(), *place))
        .filter(|(place, ..)| is_elsewhere || *place != Place::Overview)
        .map(|(place, end, key, _)| tab(*place, end, key));
    let mut joined: Vec<(u16, Tab)> = Vec::new();
    for part in in_order(|part: &ClientTab| part.order) {
        if opens(part.resource) && keeps_any(grant.visit(), part.keeps) {
            joined.push((part.order, tab(Place::Joined(part.end), part.end, part.word)));
        }
    }
    for part in in_order(|part: &FieldsTab| part.order) {
        if opens(part.resource) && has_any(grant.visit(), part.fields) {
            joined.push((part.order, tab(Place::Joined(part.end), part.end, part.word)));
        }
    }
    joined.sort_by_key(|(order, _)| *order);
    let mut tabs: Vec<Tab> = own.collect();
    // Who has looked stays last.
    let looks = PARTS.len() - 1;
    let last = if opens(PARTS[looks].3) { tabs.pop() } else { None };
    tabs.extend(joined.into_iter().map(|(_, tab)| tab));
    tabs.extend(last);
    tabs
}

fn keeps_any(visit: &Visit, kinds: &[RecordKind]) -> bool {
    kinds.is_empty()
        || kinds
            .iter()
            .any(|kind| keeps(visit, *kind).is_ok_and(|is_kept| is_kept))
}

fn has_any(visit: &Visit, fields: &[Field]) -> bool {
    visit
        .profile()
        .is_ok_and(|profile| fields.iter().any(|field| profile.has(*field)))
}

/// A part whose records the register does not keep exists nowhere in it (A2).
fn is_kept(visit: &Visit, place: Place) -> bool {
    let kind = match place {
        Place::Diary => RecordKind::Diary,
        Place::Goals => RecordKind::Goal,
        _ => return true,
    };
    keeps(visit, kind).is_ok_and(|is_kept| is_kept)
}
