//! Where data goes: recipients, exchanges, processors and countries.

use polku_profile::{Adequacy, Direction, Exchange};

use super::processors::{self, Listed};
use crate::{
    compose::Told,
    notice::{Block, Words},
};

/// Systems with who runs them, and what lies on paper.
pub(crate) fn systems(told: Told<'_>) -> Vec<Block> {
    let tongue = told.tongue;
    let mut blocks = Vec::new();
    let system = |system: &polku_profile::System| -> Words {
        let name = tongue.text(&system.name);
        let run_by = system.processor.as_deref().and_then(|key| {
            told.profile
                .processors
                .iter()
                .find(|processor| processor.key == key)
        });
        match run_by {
            Some(processor) => format!("{name} ({})", processor.name).into(),
            None => name.into(),
        }
    };
    if !told.profile.systems.is_empty() {
        blocks.push(Block::List(told.profile.systems.iter().map(system).collect()));
    }
    let paper = told.profile.paper.iter();
    let paper: Vec<(String, Words)> = paper
        .map(|paper| (tongue.text(&paper.name), tongue.text(&paper.place).into()))
        .collect();
    if !paper.is_empty() {
        blocks.push(Block::Heading(tongue.t("notice-paper")));
        blocks.push(Block::Facts(paper));
    }
    let listed = processors::of(told);
    if !listed.is_empty() {
        blocks.push(Block::Heading(tongue.t("notice-processors")));
        blocks.push(table(told, listed));
    }
    blocks
}

/// Regular disclosures (none unless the profile says so), recipients, grounds and the marking (C3).
pub(crate) fn disclosures(told: Told<'_>) -> Vec<Block> {
    let (tongue, disclosure) = (told.tongue, &told.profile.disclosure);
    let mut blocks = vec![Block::Paragraph(tongue.passage(&disclosure.regular))];
    let recipients: Vec<(String, Words)> = told
        .profile
        .recipients
        .iter()
        .map(|recipient| {
            let ground = told.permission(recipient.permission, recipient.law.as_ref());
            (tongue.text(&recipient.name), ground.into())
        })
        .collect();
    if !recipients.is_empty() {
        blocks.push(Block::Heading(tongue.t("notice-recipients")));
        blocks.push(Block::Facts(recipients));
    }
    if !disclosure.grounds.is_empty() {
        let ground = |ground: &polku_profile::DisclosureGround| {
            let mut law = told.citation(&ground.law);
            if ground.despite_secrecy {
                law = format!("{law} ({})", tongue.t("notice-despite-secrecy"));
            }
            (tongue.text(&ground.text), Words::from(law))
        };
        blocks.push(Block::Heading(tongue.t("notice-grounds")));
        blocks.push(Block::Facts(disclosure.grounds.iter().map(ground).collect()));
    }
    let marking = tongue.text(&disclosure.marking);
    let marked = tongue
        .texts
        .with("notice-marking", &[("marking", marking.as_str().into())]);
    blocks.push(Block::Paragraph(marked.into()));
    blocks
}

/// Transfers outside the EU and EEA (C5).
pub(crate) fn transfers(told: Told<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(
        told.tongue.passage(&told.profile.disclosure.transfers_text),
    )];
    let abroad: Vec<(String, Words)> = processors::of(told)
        .into_iter()
        .filter(|processor| processor.adequacy != Adequacy::Eea)
        .map(|processor| {
            let country = format!("{}, {}", processor.country, told.adequacy(processor.adequacy));
            (processor.name, guarded(country, processor.safeguard))
        })
        .collect();
    if !abroad.is_empty() {
        blocks.push(Block::Facts(abroad));
    }
    blocks
}

/// Exchanges with other registers.
pub(crate) fn joining(told: Told<'_>) -> Vec<Block> {
    let holding: Vec<&Exchange> = told
        .profile
        .exchanges
        .iter()
        .filter(|exchange| exchange.holds.holds_on(told.at.dated))
        .collect();
    if holding.is_empty() {
        return vec![Block::Paragraph(told.tongue.t("notice-not-joined").into())];
    }
    let line = |exchange: &Exchange| {
        let way = match exchange.direction {
            Direction::In => "notice-exchange-in",
            Direction::Out => "notice-exchange-out",
        };
        let ground = told.permission(exchange.permission, exchange.law.as_ref());
        let words = format!("{}. {ground}", told.tongue.t(way));
        (told.tongue.text(&exchange.name), Words::from(words))
    };
    vec![Block::Facts(holding.into_iter().map(line).collect())]
}

fn table(told: Told<'_>, listed: Vec<Listed>) -> Block {
    let heads = ["processor", "service", "country"].map(|head| told.tongue.t(&format!("notice-head-{head}")));
    let rows = listed.into_iter().map(|processor| {
        let country = format!("{}, {}", processor.country, told.adequacy(processor.adequacy));
        vec![processor.name, processor.service, country]
    });
    Block::Table(heads.to_vec(), rows.collect())
}

fn guarded(country: String, safeguard: Option<Words>) -> Words {
    let Some(safeguard) = safeguard else {
        return country.into();
    };
    Words {
        text: format!("{country}. {}", safeguard.text),
        language: safeguard.language,
    }
}
