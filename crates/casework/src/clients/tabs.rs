//! The parts of a client's page that have addresses of their own.

use polku_desk::{
    Client, Granted, Operation, Visit,
    access::{Action, Resource, rules::conditions},
};
use polku_pages::{
    Markup, Texts,
    components::{self, Tab},
};
use polku_profile::{Field, RecordKind};

use crate::{
    joining::{Chapter, ClientTab, FieldsTab, in_order},
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

/// Each part of this room: its chapter, its place there, the end of its address, its word, and the kind of data without which
/// it does not exist. Basic data come first and who has looked comes last, whatever other rooms add.
const PARTS: &[(Place, Chapter, u16, &str, &str, Resource)] = &[
    (
        Place::Diary,
        Chapter::Coaching,
        10,
        "/diary",
        "diary-title",
        Resource::Diary,
    ),
    (
        Place::Goals,
        Chapter::Coaching,
        20,
        "/goals",
        "goals-title",
        Resource::Goals,
    ),
    (
        Place::Contacts,
        Chapter::Coaching,
        30,
        "/contacts",
        "contacts-title",
        Resource::Contacts,
    ),
    (
        Place::Relationships,
        Chapter::Service,
        10,
        "/relationships",
        "relationships-title",
        Resource::Service,
    ),
    (
        Place::Periods,
        Chapter::Service,
        20,
        "/periods",
        "periods-title",
        Resource::Service,
    ),
    (
        Place::Care,
        Chapter::Service,
        30,
        "/care",
        "client-care-title",
        Resource::Care,
    ),
    (
        Place::Basics,
        Chapter::Data,
        10,
        "/basics",
        "client-basics-title",
        Resource::Basics,
    ),
    (
        Place::Looks,
        Chapter::Privacy,
        u16::MAX,
        "/looks",
        "client-tab-looks",
        Resource::AccessLog,
    ),
];

/// The words of the chapters, in their order.
const CHAPTERS: [(Chapter, &str); 4] = [
    (Chapter::Coaching, "client-chapter-coaching"),
    (Chapter::Service, "client-chapter-service"),
    (Chapter::Data, "client-chapter-data"),
    (Chapter::Privacy, "client-chapter-privacy"),
];

/// So many parts are found in one line; more of them are parted into chapters.
const FEW: usize = 7;

/// A part that exists for a visitor and a client.
struct Part {
    chapter: Chapter,
    order: u16,
    tab: Tab,
}

/// The parts that exist for this visitor and this client: those whose data the ground of this look opens as well. The page
/// itself lists them all by chapters; a part shows its own chapter's beside the ways to the others.
pub fn of<O: Operation>(grant: &Granted<'_, Client, O>, texts: Texts, current: Place) -> Markup {
    let mut parts = parts(grant, texts, current);
    parts.sort_by_key(|part| part.order);
    let chapters = CHAPTERS.map(|(chapter, word)| {
        let own = parts.iter().filter(|part| part.chapter == chapter);
        components::Chapter {
            word: texts.t(word),
            parts: own.map(|part| part.tab.clone()).collect(),
        }
    });
    let label = texts.t("client-parts");
    let page = (current != Place::Overview && opens(grant, Resource::Identity)).then(|| {
        let page = format!("/clients/{}", grant.subject());
        Tab::new(page, texts.t("client-tab-overview"))
    });
    if parts.len() <= FEW {
        let all = page.into_iter();
        let all = all.chain(chapters.into_iter().flat_map(|chapter| chapter.parts));
        return components::tabs(&label, &all.collect::<Vec<_>>());
    }
    if current == Place::Overview {
        return components::contents(&label, &chapters);
    }
    components::chapters(&label, page.as_ref(), &chapters)
}

fn parts<O: Operation>(grant: &Granted<'_, Client, O>, texts: Texts, current: Place) -> Vec<Part> {
    let visit = grant.visit();
    let part = |chapter, order, place: Place, end: &str, word: &str| {
        let href = format!("/clients/{}{end}", grant.subject());
        let tab = Tab::new(href, texts.t(word)).current(place == current);
        Part { chapter, order, tab }
    };
    let own = PARTS
        .iter()
        .filter(|(place, .., resource)| opens(grant, *resource) && is_kept(visit, *place))
        .map(|(place, chapter, order, end, word, _)| part(*chapter, *order, *place, end, word));
    let kept = in_order(|part: &ClientTab| part.order)
        .into_iter()
        .filter(|joined| opens(grant, joined.resource) && keeps_any(visit, joined.keeps))
        .map(|joined| (joined.chapter, joined.order, joined.end, joined.word));
    let fields = in_order(|part: &FieldsTab| part.order)
        .into_iter()
        .filter(|joined| opens(grant, joined.resource) && has_any(visit, joined.fields))
        .map(|joined| (joined.chapter, joined.order, joined.end, joined.word));
    let joined = kept
        .chain(fields)
        .map(|(chapter, order, end, word)| part(chapter, order, Place::Joined(end), end, word));
    own.chain(joined).collect()
}

/// Whether the ground of this look opens a kind of data as well.
fn opens<O: Operation>(grant: &Granted<'_, Client, O>, resource: Resource) -> bool {
    let (role, basis) = (grant.visit().role(), grant.basis());
    conditions(role, Action::Read, resource).any(|condition| condition.basis(role) == basis)
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
