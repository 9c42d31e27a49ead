//! Whose data, which data, and where it comes from.

use polku_profile::{Capability, Field, StatutoryClass};

use super::lawfulness::record_word;
use crate::{
    compose::Told,
    notice::{Block, Words},
};

/// The groups of people.
pub(crate) fn people(told: Told<'_>) -> Vec<Block> {
    let groups = told.profile.people.iter();
    vec![Block::List(
        groups.map(|group| told.tongue.text(&group.text).into()).collect(),
    )]
}

/// Fields by section, then the records that casework makes; what is special asks for its necessity.
pub(crate) fn content(told: Told<'_>) -> Vec<Block> {
    let tongue = told.tongue;
    let mut blocks = Vec::new();
    if told.profile.can(Capability::StatutoryClasses) {
        let class = |class: &StatutoryClass| -> Words { tongue.t(&class.label_key()).into() };
        blocks.push(Block::Paragraph(tongue.t("notice-statutory-classes").into()));
        blocks.push(Block::List(StatutoryClass::ALL.iter().map(class).collect()));
    }
    let section = |(section, fields): (polku_profile::Section, &polku_profile::SectionFields)| {
        let names: Vec<String> = fields.show.iter().map(|field| field_word(told, *field)).collect();
        (tongue.t(&section.label_key()), Words::from(names.join(", ")))
    };
    blocks.push(Block::Facts(
        told.profile.fields.sections().map(section).collect(),
    ));
    let mut shown = told
        .profile
        .fields
        .sections()
        .flat_map(|(_, fields)| &fields.show);
    if shown.any(|field| field.asks_necessity()) {
        blocks.push(Block::Paragraph(tongue.t("notice-necessity").into()));
    }
    if !told.profile.records.is_empty() {
        blocks.push(Block::Heading(tongue.t("notice-records")));
        let kinds = told
            .profile
            .records
            .iter()
            .map(|record| record_word(told, record.kind).into());
        blocks.push(Block::List(kinds.collect()));
    }
    blocks
}

/// Where data comes from, with what permission, and by which channels (A5).
pub(crate) fn sources(told: Told<'_>) -> Vec<Block> {
    let tongue = told.tongue;
    let source = |source: &polku_profile::Source| {
        let ground = told.permission(source.permission, source.law.as_ref());
        (tongue.text(&source.name), Words::from(ground))
    };
    let channels: Vec<String> = told
        .profile
        .channels
        .iter()
        .map(|channel| tongue.t(&channel.label_key()).to_lowercase())
        .collect();
    let channels = tongue
        .texts
        .with("notice-channels", &[("channels", channels.join(", ").into())]);
    vec![
        Block::Facts(told.profile.sources.iter().map(source).collect()),
        Block::Paragraph(channels.into()),
    ]
}

/// A field by its word.
pub(crate) fn field_word(told: Told<'_>, field: Field) -> String {
    told.tongue.t(&field.label_key())
}
