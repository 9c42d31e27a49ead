//! HTML: the sections for a page of the product, and a whole page that stands by itself on any web site.

use maud::{DOCTYPE, Markup, html};
use polku_pages::Texts;

use crate::notice::{Block, Notice, Section, Words};

/// The sections, with a list of them that leads to each.
#[must_use]
pub fn body(notice: &Notice, texts: Texts) -> Markup {
    html! {
        nav.running aria-label=(texts.t("notice-contents")) {
            ol.notice-contents {
                @for section in &notice.sections { li { a href={ "#" (anchor(section)) } { (section.title) } } }
            }
        }
        @for section in &notice.sections { (section_of(section)) }
    }
}

/// A page that needs nothing beside it: for a web site, a board or an archive.
#[must_use]
pub fn page(notice: &Notice, texts: Texts) -> Markup {
    let title = title(notice, texts);
    html! {
        (DOCTYPE)
        html lang=(notice.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
            }
            body {
                main { h1 { (title) } (body(notice, texts)) }
            }
        }
    }
}

/// `Tietosuojaseloste: Walmu`.
pub(crate) fn title(notice: &Notice, texts: Texts) -> String {
    texts.with("notice-of", &[("register", notice.register.as_str().into())])
}

fn section_of(section: &Section) -> Markup {
    html! {
        section.notice-section.running aria-labelledby=(anchor(section)) {
            h2 id=(anchor(section)) { (section.number) ". " (section.title) }
            @for (place, block) in section.blocks.iter().enumerate() {
                (block_of(block, above(section, place)))
            }
        }
    }
}

/// The heading under which a block stands: what tells tables of the same columns apart.
fn above(section: &Section, place: usize) -> &str {
    let before = section.blocks[..place].iter().rev();
    let heading = before.filter_map(|block| match block {
        Block::Heading(text) => Some(text.as_str()),
        _ => None,
    });
    heading.into_iter().next().unwrap_or(&section.title)
}

fn anchor(section: &Section) -> String {
    format!("section-{}", section.topic.replace('_', "-"))
}

fn block_of(block: &Block, heading: &str) -> Markup {
    match block {
        Block::Heading(text) => html! { h3 { (text) } },
        Block::Paragraph(words) => html! { p lang=[&words.language] { (words.text) } },
        Block::List(list) => html! { ul { @for words in list { (item(words)) } } },
        Block::Facts(facts) => html! {
            dl.notice-facts {
                @for (name, words) in facts { dt { (name) } dd lang=[&words.language] { (words.text) } }
            }
        },
        Block::Table(heads, rows) => html! {
            div.scroll role="region" aria-label={ (heading) ": " (heads.join(", ")) } tabindex="0" {
                table.table {
                    thead { tr { @for head in heads { th scope="col" { (head) } } } }
                    tbody {
                        @for cells in rows {
                            tr {
                                @for (place, cell) in cells.iter().enumerate() {
                                    @if place == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                                }
                            }
                        }
                    }
                }
            }
        },
    }
}

fn item(words: &Words) -> Markup {
    html! { li lang=[&words.language] { (words.text) } }
}
