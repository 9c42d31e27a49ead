//! The record of processing activities (GDPR article 30), from the same configuration as the notice.

use polku_pages::Texts;
use polku_profile::{OfficeDuty, Profile};

use crate::{
    compose::{Circumstances, Told},
    notice::{Block, Notice, Section, Tongue},
    topics::{content, lawfulness, offices, passing_on, practice},
};

/// A key of a title, the point of article 30(1), and what makes the section.
type Point = (&'static str, &'static str, fn(Told<'_>) -> Vec<Block>);

/// What article 30(1) asks for, point by point, and how each is made.
const POINTS: [Point; 9] = [
    ("controller", "a", who),
    ("purposes", "b", lawfulness::purposes),
    ("bases", "b", lawfulness::bases),
    ("people", "c", content::people),
    ("content", "c", content::content),
    ("recipients", "d", passing_on::disclosures),
    ("transfers", "e", passing_on::transfers),
    ("retention", "f", practice::retention),
    ("protection", "g", practice::protection),
];

/// The record in the language of the texts.
#[must_use]
pub fn record(profile: &Profile, at: &Circumstances, texts: Texts) -> Notice {
    let tongue = Tongue { texts };
    let told = Told { profile, at, tongue };
    let section = |(place, (key, point, made)): (usize, &Point)| Section {
        topic: (*key).to_owned(),
        number: place + 1,
        title: tongue
            .texts
            .with(&format!("notice-record-{key}"), &[("point", (*point).into())]),
        blocks: made(told),
    };
    Notice {
        register: tongue.text(&profile.register.name),
        language: texts.locale().code().to_owned(),
        dated: at.dated,
        version: at.version,
        sections: POINTS.iter().enumerate().map(section).collect(),
    }
}

fn who(told: Told<'_>) -> Vec<Block> {
    let mut blocks = offices::controller(told);
    blocks.extend(offices::holders(
        told,
        &[
            OfficeDuty::Represents,
            OfficeDuty::Responsible,
            OfficeDuty::Contact,
            OfficeDuty::DataProtectionOfficer,
        ],
    ));
    blocks
}
