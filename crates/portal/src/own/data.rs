//! Own basic data, and what the client was told at the start.

use polku_casework::packing::{self, PackedFact, PackedItem};
use polku_desk::{Client, Granted, Read, access::Resource};
use polku_pages::{
    Markup, Texts,
    components::{Empty, Fact, Facts, Notice, Paper},
    frame::Heading,
    html,
};
use polku_profile::Section;
use polku_web::{Answer, AtDesk, InPortal, Reader};

use crate::induction;

/// The sections that the portal shows. What was before the service and how one lives now is special-category data: it is
/// given by an access request.
const SECTIONS: [Section; 8] = [
    Section::Identity,
    Section::Contact,
    Section::Bank,
    Section::Demography,
    Section::Employment,
    Section::Relationship,
    Section::Arrangements,
    Section::Competence,
];

/// The sections in which anything is known.
pub(super) async fn sections(
    grant: &Granted<'_, Client, Read>,
    texts: Texts,
) -> Answer<Vec<(Section, Vec<PackedItem>)>> {
    let mut known = Vec::new();
    for section in SECTIONS {
        let items = packing::fields(grant, section, texts).await?;
        if !items.is_empty() {
            known.push((section, items));
        }
    }
    Ok(known)
}

pub(super) async fn show(visit: AtDesk, own: InPortal, reader: Reader) -> Answer {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let texts = reader.texts;
    let sections = sections(&grant, texts).await?;
    let told = if grant.may(Resource::Induction) {
        induction::store::all(&grant).await?
    } else {
        Vec::new()
    };
    let body = html! {
        (Notice::info(texts.t("own-data-what")))
        @if sections.is_empty() { (Paper::bare().with(Empty::new(texts.t("own-data-none")))) }
        @for (section, items) in &sections { (paper(texts, *section, items)) }
        (induction::view::own(texts, &told, visit.today()))
    };
    let heading = Heading::new(texts.t("own-data-heading"));
    Ok(reader.portal_page("own-data-title", &[], &heading, body))
}

fn paper(texts: Texts, section: Section, items: &[PackedItem]) -> Markup {
    let fact = |fact: &PackedFact| Fact::new(&fact.name, fact.value.as_str());
    Paper::new(texts.t(&section.label_key())).with_inside(html! {
        @for item in items {
            @if items.len() > 1 { h3 { (item.title) } }
            (Facts::list(item.facts.iter().map(fact)))
            @if !item.text.is_empty() { p.said-text { (item.text) } }
        }
    })
}
