//! Who keeps the register, and who answers for what.

use polku_profile::{Office, OfficeDuty};

use super::words::dashed;
use crate::{
    compose::Told,
    notice::{Block, Words},
};

/// The register's name, and the register of which it is a part.
pub(crate) fn name(told: Told<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(
        told.tongue.text(&told.profile.register.name).into(),
    )];
    if let Some(whole) = &told.profile.controller.part_of {
        let words = told
            .tongue
            .texts
            .with("notice-part-of", &[("register", told.tongue.text(whole).into())]);
        blocks.push(Block::Paragraph(words.into()));
    }
    blocks
}

/// Name, business id and addresses; and who of several bodies does what.
pub(crate) fn controller(told: Told<'_>) -> Vec<Block> {
    let (tongue, controller) = (told.tongue, &told.profile.controller);
    let mut facts: Vec<(String, Words)> = vec![(
        tongue.t("notice-controller"),
        tongue.text(&controller.name).into(),
    )];
    let more = [
        ("notice-business-id", &controller.business_id),
        ("notice-address", &controller.address),
        ("notice-web", &controller.web),
    ];
    facts.extend(
        more.into_iter()
            .filter_map(|(key, value)| Some((tongue.t(key), value.clone()?.into()))),
    );
    let mut blocks = vec![Block::Facts(facts)];
    if !controller.shares.is_empty() {
        let share =
            |share: &polku_profile::Share| (tongue.text(&share.body), tongue.text(&share.duty).into());
        blocks.push(Block::Heading(tongue.t("notice-shares")));
        blocks.push(Block::Facts(controller.shares.iter().map(share).collect()));
    }
    blocks
}

/// Those who hold some offices: the title from the profile, the person from the installation.
pub(crate) fn holders(told: Told<'_>, duties: &[OfficeDuty]) -> Vec<Block> {
    let facts: Vec<(String, Words)> = duties
        .iter()
        .flat_map(|duty| offices(told, *duty))
        .map(|office| (duty_word(told, office.duty), held(told, office).into()))
        .collect();
    if facts.is_empty() {
        return vec![Block::Paragraph(told.tongue.t("notice-no-office").into())];
    }
    vec![Block::Facts(facts)]
}

/// All offices: who decides about the register.
pub(crate) fn administration(told: Told<'_>) -> Vec<Block> {
    let facts = told
        .profile
        .controller
        .offices
        .iter()
        .map(|office| (duty_word(told, office.duty), Words::from(held(told, office))));
    vec![Block::Facts(facts.collect())]
}

fn offices(told: Told<'_>, duty: OfficeDuty) -> impl Iterator<Item = &Office> {
    let offices = told.profile.controller.offices.iter();
    offices.filter(move |office| office.duty == duty)
}

fn duty_word(told: Told<'_>, duty: OfficeDuty) -> String {
    told.tongue.t(&format!("notice-duty-{}", dashed(duty.key())))
}

fn held(told: Told<'_>, office: &Office) -> String {
    let people = told
        .at
        .contacts
        .iter()
        .filter(|contact| contact.duty == office.duty);
    let mut parts = vec![told.tongue.text(&office.title)];
    parts.extend(people.map(|contact| contact.words.clone()));
    parts.extend(office.address.clone());
    parts.join(", ")
}
