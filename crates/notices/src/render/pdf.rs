//! PDF/A-2a and PDF/UA-1: for a notice board, and for an archive.

use jiff::{Timestamp, tz::TimeZone};
use polku_pages::{Texts, format};
use polku_typeset::{Job, Template, TypesetError};
use serde_json::{Value, json};

use crate::notice::{Block, Notice, Section, Words};

/// Where the signature of a published notice can be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedAt {
    /// The address of the signed note.
    pub note: String,
    /// The address of what was signed: the notice in all languages.
    pub content: String,
    /// The key of the register that checks it.
    pub key: String,
}

/// The notice as a PDF in its own language; the same notice gives the same bytes. Published ones say how their signature
/// is checked.
///
/// Blocks for up to some hundred milliseconds: call it off the async threads.
///
/// # Errors
/// [`TypesetError`] when the template does not fit: a mistake of ours.
pub fn pdf(notice: &Notice, texts: Texts, signed: Option<&SignedAt>) -> Result<Vec<u8>, TypesetError> {
    polku_typeset::pdf(&Job {
        template: Template::Notice,
        language: texts.locale().into(),
        title: &super::title(notice, texts),
        author: &notice.register,
        created: created(notice),
        data: &data(notice, texts, signed),
        images: &[],
    })
}

/// The day that it speaks of, at noon: a file of the same notice is the same file whenever it is printed.
fn created(notice: &Notice) -> Timestamp {
    let noon = notice.dated.at(12, 0, 0, 0).to_zoned(TimeZone::UTC);
    noon.map_or(Timestamp::UNIX_EPOCH, |noon| noon.timestamp())
}

fn data(notice: &Notice, texts: Texts, signed: Option<&SignedAt>) -> Value {
    let mut meta = vec![json!([texts.t("notice-dated"), format::date(notice.dated)])];
    if let Some(version) = notice.version {
        meta.push(json!([texts.t("notice-version"), version.to_string()]));
    }
    let mut sections: Vec<Value> = notice.sections.iter().map(section).collect();
    if let Some(signed) = signed {
        sections.push(checking(notice, texts, signed));
    }
    json!({
        "organisation": notice.register,
        "heading": texts.t("notice-title"),
        "notice": notice.version.is_none().then(|| texts.t("notice-unpublished")),
        "meta": meta,
        "sections": sections,
    })
}

fn section(section: &Section) -> Value {
    let blocks: Vec<Value> = section.blocks.iter().map(block).collect();
    json!({
        "title": format!("{}. {}", section.number, section.title),
        "new_page": section.topic == "annex",
        "blocks": blocks,
    })
}

fn block(block: &Block) -> Value {
    match block {
        Block::Heading(text) => json!({ "heading": text }),
        Block::Paragraph(words) => json!({ "paragraph": said(words) }),
        Block::List(list) => json!({ "list": list.iter().map(said).collect::<Vec<_>>() }),
        Block::Facts(facts) => {
            let rows: Vec<Value> = facts
                .iter()
                .map(|(name, words)| json!([name, said(words)]))
                .collect();
            json!({ "meta": rows })
        }
        Block::Table(head, rows) => json!({ "table": {
            "head": head, "rows": rows, "widths": widths(head, rows), "row_heads": true,
        } }),
    }
}

/// Words, with their language where it is not the document's.
fn said(words: &Words) -> Value {
    match &words.language {
        None => json!(words.text),
        Some(language) => json!({ "text": words.text, "language": language }),
    }
}

/// Shares of the line by how much there is to say in each column.
fn widths(head: &[String], rows: &[Vec<String>]) -> Vec<usize> {
    let longest = |place: usize| {
        let cells = rows.iter().filter_map(|cells| cells.get(place));
        let lengths = cells.chain(head.get(place)).map(|cell| cell.chars().count());
        lengths.max().unwrap_or(0).clamp(12, 48)
    };
    (0..head.len()).map(longest).collect()
}

/// How anyone checks that this is what the register has published.
fn checking(notice: &Notice, texts: Texts, signed: &SignedAt) -> Value {
    json!({
        "title": format!("{}. {}", notice.sections.len() + 1, texts.t("notice-check-title")),
        "blocks": [
            { "paragraph": texts.t("notice-check-what") },
            { "meta": [
                [texts.t("notice-check-content"), signed.content],
                [texts.t("notice-check-note"), signed.note],
                [texts.t("notice-verifier"), signed.key],
            ] },
            { "paragraph": texts.t("notice-check-how") },
        ],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_as_wide_as_its_longest_cell_within_limits() {
        let head = vec!["a".to_owned(), "b".to_owned(), "c".to_owned()];
        let rows = vec![vec!["x".repeat(30), String::new(), "y".repeat(400)]];
        assert_eq!(widths(&head, &rows), [30, 12, 48]);
    }
}
