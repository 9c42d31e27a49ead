//! The text of an agreement: sections, paragraphs and lists, in a notation that people read as it is. Pure.
//!
//! A line that begins with `#` is the title of a section, one with `-` an item of a list; an empty line ends a paragraph.

use polku_pages::{Markup, html};
use serde_json::{Value, json};

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// A paragraph; its lines stay lines.
    Paragraph(String),
    /// A list.
    List(Vec<String>),
}

/// A section. What stands before the first title has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Section {
    /// Its title.
    pub(crate) title: Option<String>,
    /// What it says.
    pub(crate) blocks: Vec<Block>,
}

/// The sections of a text.
pub(crate) fn sections(text: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut is_apart = true;
    for line in text.lines().map(str::trim) {
        let section = sections.last_mut().expect("there is one from the beginning");
        if let Some(title) = line.strip_prefix('#') {
            let title = title.trim_start_matches('#').trim();
            sections.push(Section {
                title: (!title.is_empty()).then(|| title.to_owned()),
                blocks: Vec::new(),
            });
            is_apart = true;
        } else if line.is_empty() {
            is_apart = true;
        } else if let Some(item) = line.strip_prefix("- ") {
            match section.blocks.last_mut() {
                Some(Block::List(items)) if !is_apart => items.push(item.trim().to_owned()),
                _ => section.blocks.push(Block::List(vec![item.trim().to_owned()])),
            }
            is_apart = false;
        } else {
            match section.blocks.last_mut() {
                Some(Block::Paragraph(said)) if !is_apart => {
                    said.push('\n');
                    said.push_str(line);
                }
                _ => section.blocks.push(Block::Paragraph(line.to_owned())),
            }
            is_apart = false;
        }
    }
    sections.retain(|section| section.title.is_some() || !section.blocks.is_empty());
    sections
}

/// The sections as the printed paper takes them, what stands before the first title as its lead.
pub(crate) fn printed(text: &str) -> (Vec<String>, Vec<Value>) {
    let mut lead = Vec::new();
    let mut printed = Vec::new();
    for section in sections(text) {
        let Some(title) = &section.title else {
            for block in section.blocks {
                match block {
                    Block::Paragraph(said) => lead.push(said),
                    Block::List(items) => lead.extend(items.into_iter().map(|item| format!("– {item}"))),
                }
            }
            continue;
        };
        // The paper has one list a section: what comes after it, later lists too, stands below as paragraphs.
        let (mut before, mut list, mut after) = (Vec::new(), Vec::new(), Vec::new());
        for block in section.blocks {
            match block {
                Block::Paragraph(said) if list.is_empty() => before.push(said),
                Block::Paragraph(said) => after.push(said),
                Block::List(items) if after.is_empty() => list.extend(items),
                Block::List(items) => after.extend(items.into_iter().map(|item| format!("– {item}"))),
            }
        }
        printed.push(json!({ "title": title, "paragraphs": before, "list": list, "after": after }));
    }
    (lead, printed)
}

/// The text on a page.
pub(crate) fn shown(text: &str) -> Markup {
    html! {
        @for section in sections(text) {
            @if let Some(title) = &section.title { h2 { (title) } }
            @for block in &section.blocks {
                @match block {
                    Block::Paragraph(said) => { p.said-text { (said) } }
                    Block::List(items) => { ul { @for item in items { li { (item) } } } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn titles_lists_and_paragraphs_are_told_apart_b3() {
        let told =
            sections("Osapuolet sopivat.\n\n# Työaika\nMa–to\nklo 9–15\n- tauko\n- lounas\n\nLisäksi.");
        assert_eq!(told.len(), 2);
        assert_eq!(told[0].blocks, [Block::Paragraph("Osapuolet sopivat.".into())]);
        assert_eq!(told[1].title.as_deref(), Some("Työaika"));
        assert_eq!(
            told[1].blocks,
            [
                Block::Paragraph("Ma–to\nklo 9–15".into()),
                Block::List(vec!["tauko".into(), "lounas".into()]),
                Block::Paragraph("Lisäksi.".into()),
            ]
        );
    }

    proptest! {
        #[test]
        fn no_word_is_lost_b3(text in "[#a-zä \\n-]{0,200}") {
            let words = |text: &str| -> Vec<String> {
                let words = text.split(|sign: char| !sign.is_alphabetic());
                words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
            };
            let mut told = String::new();
            for section in sections(&text) {
                told.push_str(&section.title.unwrap_or_default());
                for block in section.blocks {
                    match block {
                        Block::Paragraph(said) => told.extend(["\n", said.as_str()]),
                        Block::List(items) => told.extend(["\n", items.join("\n").as_str()]),
                    }
                }
                told.push('\n');
            }
            prop_assert_eq!(words(&text), words(&told));
        }
    }
}
