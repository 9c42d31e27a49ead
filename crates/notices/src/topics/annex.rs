//! The field catalogue: each field with its purposes, how long it is kept, and how it is guarded.

use polku_profile::{Field, SectionFields};

use super::{content::field_word, practice::kept};
use crate::{compose::Told, notice::Block};

/// A table for each section of fields.
pub(crate) fn fields(told: Told<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (section, fields) in told.profile.fields.sections() {
        blocks.push(Block::Heading(told.tongue.t(&section.label_key())));
        blocks.push(Block::Paragraph(why(told, fields).into()));
        blocks.push(table(told, fields));
    }
    blocks
}

fn why(told: Told<'_>, fields: &SectionFields) -> String {
    let purposes: Vec<String> = fields
        .purposes
        .iter()
        .filter_map(|key| Some(told.tongue.text(&told.profile.purpose(key)?.text)))
        .collect();
    told.tongue
        .texts
        .with("notice-held-for", &[("purposes", purposes.join("; ").into())])
}

fn table(told: Told<'_>, fields: &SectionFields) -> Block {
    let heads = ["field", "guarded", "kept"].map(|head| told.tongue.t(&format!("notice-head-{head}")));
    let retention = told
        .profile
        .retention_class(&fields.retention)
        .map_or_else(String::new, |class| kept(told, class));
    let rows = fields
        .show
        .iter()
        .map(|field| vec![field_word(told, *field), guarded(told, *field), retention.clone()]);
    Block::Table(heads.to_vec(), rows.collect())
}

fn guarded(told: Told<'_>, field: Field) -> String {
    let marks = [
        (field.is_special(), "notice-special"),
        (field.asks_necessity(), "notice-necessity-stated"),
        (field.is_restricted(), "notice-restricted"),
        (field.is_sealed(), "notice-field-sealed"),
    ];
    let said: Vec<String> = marks
        .into_iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, key)| told.tongue.t(key))
        .collect();
    said.join(", ")
}
