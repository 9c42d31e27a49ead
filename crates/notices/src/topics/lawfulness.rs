//! Why data is held, on which ground, and how it is kept secret.

use polku_profile::{Basis, DataForm, Publicity, RecordKind};

use crate::{
    compose::Told,
    notice::{Block, Words},
};

/// The purposes that hold on the day; and that statistics are made without people.
pub(crate) fn purposes(told: Told<'_>) -> Vec<Block> {
    let holding = || {
        told.profile
            .purposes
            .iter()
            .filter(|purpose| purpose.holds.holds_on(told.at.dated))
    };
    let word = |form: DataForm| match form {
        DataForm::Identified => None,
        DataForm::Pseudonymous => Some(told.tongue.t("notice-pseudonymous")),
        DataForm::Anonymous => Some(told.tongue.t("notice-anonymous")),
    };
    let line = |purpose: &polku_profile::Purpose| -> Words {
        let text = told.tongue.text(&purpose.text);
        match word(purpose.data) {
            Some(form) => format!("{text} ({form})").into(),
            None => text.into(),
        }
    };
    vec![
        Block::List(holding().map(line).collect()),
        Block::Paragraph(told.tongue.t("notice-statistics").into()),
    ]
}

/// The grounds in force, and those of the past on which older data rests (C2).
pub(crate) fn bases(told: Told<'_>) -> Vec<Block> {
    let day = told.at.dated;
    let in_force = |basis: &&Basis| {
        let act = basis.act.as_deref().and_then(|number| told.profile.act(number));
        basis.holds.holds_on(day) && act.is_none_or(|act| act.in_force.holds_on(day))
    };
    let (now, past): (Vec<&Basis>, Vec<&Basis>) = told.profile.bases.iter().partition(in_force);
    let facts =
        |bases: Vec<&Basis>| Block::Facts(bases.into_iter().map(|basis| basis_line(told, basis)).collect());
    let mut blocks = vec![facts(now)];
    if !past.is_empty() {
        blocks.push(Block::Heading(told.tongue.t("notice-bases-past")));
        blocks.push(facts(past));
    }
    blocks
}

fn basis_line(told: Told<'_>, basis: &Basis) -> (String, Words) {
    let mut article = told
        .tongue
        .texts
        .with("notice-article", &[("article", basis.article.key().into())]);
    if let Some(special) = basis.special {
        article.push_str(", ");
        article.push_str(special.key());
    }
    let task = told.tongue.text(&basis.task);
    let words = match &basis.act {
        Some(act) => format!("{task}. {}", told.law(act, basis.section.as_deref())),
        None => task,
    };
    (article, words.into())
}

/// By which act clients' data is secret, and which records are public in part.
pub(crate) fn secrecy(told: Told<'_>) -> Vec<Block> {
    let secrecy = told.citation(&told.profile.controller.secrecy);
    let said = told
        .tongue
        .texts
        .with("notice-secret", &[("law", secrecy.as_str().into())]);
    let mut blocks = vec![Block::Paragraph(said.into())];
    for publicity in [Publicity::Partly, Publicity::Public] {
        let kinds: Vec<Words> = told
            .profile
            .records
            .iter()
            .filter(|record| record.publicity == publicity)
            .map(|record| record_word(told, record.kind).into())
            .collect();
        if !kinds.is_empty() {
            let key = format!("notice-publicity-{}", publicity.key());
            blocks.push(Block::Paragraph(told.tongue.t(&key).into()));
            blocks.push(Block::List(kinds));
        }
    }
    blocks
}

/// A kind of record by its word.
pub(crate) fn record_word(told: Told<'_>, kind: RecordKind) -> String {
    told.tongue.t(&kind.label_key())
}
