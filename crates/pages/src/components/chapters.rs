//! The parts of a subject that has many: in chapters, so that nobody reads through all of them to find one.

use super::Tab;
use maud::{Markup, html};

/// Parts that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// What it is called.
    pub word: String,
    /// Its parts; a chapter without any is not shown.
    pub parts: Vec<Tab>,
}

/// All parts under the headings of their chapters, as at the end of a book's first page.
#[must_use]
pub fn contents(label: &str, chapters: &[Chapter]) -> Markup {
    html! {
        nav.contents aria-label=(label) {
            @for chapter in chapters.iter().filter(|chapter| !chapter.parts.is_empty()) {
                div {
                    h2 { (chapter.word) }
                    ul { @for part in &chapter.parts { li { a href=(part.href) { (part.text) } } } }
                }
            }
        }
    }
}

/// The chapters, each leading to the first of its parts, and below them the parts of the one that is open. `page` leads to
/// where all of them are listed.
#[must_use]
pub fn chapters(label: &str, page: Option<&Tab>, chapters: &[Chapter]) -> Markup {
    let is_open = |chapter: &Chapter| chapter.parts.iter().any(|part| part.current);
    let open = chapters.iter().find(|chapter| is_open(chapter));
    html! {
        nav.tabs.chapters aria-label=(label) {
            ul {
                @if let Some(page) = page { li.first { a href=(page.href) { (page.text) } } }
                @for chapter in chapters {
                    @if let Some(first) = chapter.parts.first() {
                        li { a href=(first.href) aria-current=[is_open(chapter).then_some("true")] { (chapter.word) } }
                    }
                }
            }
            @if let Some(open) = open {
                ul {
                    @for part in &open.parts {
                        li { a href=(part.href) aria-current=[part.current.then_some("page")] { (part.text) } }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> Vec<Chapter> {
        let part = |name: &str| Tab::new(format!("/clients/1/{name}"), name);
        let chapter = |word: &str, parts: Vec<Tab>| Chapter {
            word: word.into(),
            parts,
        };
        vec![
            chapter("Valmennus", vec![part("diary"), part("goals").current(true)]),
            chapter("Palvelu", Vec::new()),
            chapter("Tietosuoja", vec![part("consents"), part("looks")]),
        ]
    }

    #[test]
    fn a_part_shows_its_own_chapter_and_the_ways_to_the_others() {
        let page = Tab::new("/clients/1", "Yleiskuva");
        let shown = chapters("Asiakkaan tiedot", Some(&page), &some()).into_string();
        assert!(shown.contains(r#"<a href="/clients/1">Yleiskuva</a>"#), "{shown}");
        assert!(
            shown.contains(r#"<a href="/clients/1/diary" aria-current="true">Valmennus</a>"#),
            "{shown}"
        );
        assert!(
            shown.contains(r#"<a href="/clients/1/goals" aria-current="page">goals</a>"#),
            "{shown}"
        );
        assert!(
            shown.contains(r#"<a href="/clients/1/consents">Tietosuoja</a>"#),
            "{shown}"
        );
        assert!(!shown.contains("looks"), "another chapter is closed: {shown}");
        assert!(!shown.contains("Palvelu"), "nothing is in it: {shown}");
    }

    #[test]
    fn the_page_lists_every_part() {
        let shown = contents("Asiakkaan tiedot", &some()).into_string();
        for part in ["diary", "goals", "consents", "looks"] {
            assert!(shown.contains(&format!(r#"href="/clients/1/{part}""#)), "{shown}");
        }
        assert!(!shown.contains("Palvelu"), "{shown}");
    }
}
