//! The parts of a client's page that have addresses of their own, in chapters. Each is handed in by the slice that it is of.

use polku_desk::{
    Client, Granted, Operation, Visit,
    access::{Action, Resource, rules::conditions},
};
use polku_pages::{
    Markup, Texts,
    components::{self, Tab},
};

use crate::{
    joining::{Chapter, ClientTab, Kept, in_order},
    keeping::keeps,
};

/// The words of the chapters, in their order.
const CHAPTERS: [(Chapter, &str); 4] = [
    (Chapter::Coaching, "client-chapter-coaching"),
    (Chapter::Service, "client-chapter-service"),
    (Chapter::Data, "client-chapter-data"),
    (Chapter::Privacy, "client-chapter-privacy"),
];

/// So many parts are found in one line; more of them are parted into chapters.
const FEW: usize = 7;

/// The parts that exist for this visitor and this client, as the client's page lists them.
pub(super) fn all<O: Operation>(grant: &Granted<'_, Client, O>, texts: Texts) -> Markup {
    let (label, chapters) = (texts.t("client-parts"), chapters(grant, texts, None));
    if has_few(&chapters) {
        return components::tabs(&label, &in_a_line(None, chapters));
    }
    components::contents(&label, &chapters)
}

/// The same as one of them, by the end of its address, shows them: its own chapter's, and the ways to the others.
pub fn of<O: Operation>(grant: &Granted<'_, Client, O>, texts: Texts, current: &str) -> Markup {
    let (label, chapters) = (texts.t("client-parts"), chapters(grant, texts, Some(current)));
    let page = opens(grant, Resource::Identity).then(|| {
        let page = format!("/clients/{}", grant.subject());
        Tab::new(page, texts.t("client-tab-overview"))
    });
    if has_few(&chapters) {
        return components::tabs(&label, &in_a_line(page, chapters));
    }
    components::chapters(&label, page.as_ref(), &chapters)
}

fn has_few(chapters: &[components::Chapter]) -> bool {
    chapters.iter().map(|chapter| chapter.parts.len()).sum::<usize>() <= FEW
}

fn in_a_line(page: Option<Tab>, chapters: Vec<components::Chapter>) -> Vec<Tab> {
    let parts = chapters.into_iter().flat_map(|chapter| chapter.parts);
    page.into_iter().chain(parts).collect()
}

/// Those whose data the ground of this look opens as well, and which the register has.
fn chapters<O: Operation>(
    grant: &Granted<'_, Client, O>,
    texts: Texts,
    current: Option<&str>,
) -> Vec<components::Chapter> {
    let mut parts = in_order(|part: &ClientTab| part.order);
    parts.retain(|part| opens(grant, part.resource) && is_kept(grant.visit(), part.kept));
    let tab = |part: &ClientTab| {
        let href = format!("/clients/{}{}", grant.subject(), part.end);
        Tab::new(href, texts.t(part.word)).current(current == Some(part.end))
    };
    let chapters = CHAPTERS.iter().map(|(chapter, word)| components::Chapter {
        word: texts.t(word),
        parts: parts
            .iter()
            .filter(|part| part.chapter == *chapter)
            .map(|part| tab(part))
            .collect(),
    });
    chapters.collect()
}

/// Whether the ground of this look opens a kind of data as well.
fn opens<O: Operation>(grant: &Granted<'_, Client, O>, resource: Resource) -> bool {
    let (role, basis) = (grant.visit().role(), grant.basis());
    conditions(role, Action::Read, resource).any(|condition| condition.basis(role) == basis)
}

/// A part that the register does not keep exists nowhere in it (A2).
fn is_kept(visit: &Visit, kept: Kept) -> bool {
    match kept {
        Kept::Always => true,
        Kept::AsRecords(kinds) => kinds
            .iter()
            .any(|kind| keeps(visit, *kind).is_ok_and(|is_kept| is_kept)),
        Kept::InFields(fields) => visit
            .profile()
            .is_ok_and(|profile| fields.iter().any(|field| profile.has(*field))),
    }
}
