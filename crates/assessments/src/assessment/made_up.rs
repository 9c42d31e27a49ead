//! Assessments of made-up lives: every third client has been assessed two or three times, and has answered too.

use std::collections::BTreeMap;

use futures::{FutureExt as _, future::BoxFuture};
use jiff::{SignedDuration, ToSpan as _};
use polku_casework::joining::{MadeUpPart, inventory};
use polku_desk::{Client, Granted, Write};
use polku_profile::{Profile, RecordKind};
use polku_web::Answer;
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};

use super::{
    model::{Answers, Assessment, Phase, State},
    store,
};
use crate::{
    instruments::{Definition, Edition, Sense, shipped},
    skills,
};

/// Beyond so many clients nobody looks at assessments one by one.
const AMONG_FIRST: u32 = 300;

inventory::submit! {
    MadeUpPart { order: 300, write }
}

fn write<'a>(
    grant: &'a Granted<'a, Client, Write>,
    profile: &'a Profile,
    number: u32,
    seed: u64,
) -> BoxFuture<'a, Answer<()>> {
    make_up(grant, profile, number, seed).boxed()
}

async fn make_up(
    grant: &Granted<'_, Client, Write>,
    profile: &Profile,
    number: u32,
    seed: u64,
) -> Answer<()> {
    if number >= AMONG_FIRST || !profile.keeps(RecordKind::Assessment) {
        return Ok(());
    }
    let mut dice = StdRng::seed_from_u64(seed ^ u64::from(number).wrapping_mul(0xA24B_AED4_963E_E407));
    if number.is_multiple_of(3) {
        for (edition, phases) in chosen(number) {
            course(grant, edition, phases, &mut dice).await?;
        }
    }
    if number.is_multiple_of(4) {
        skills::made_up(grant, &mut dice).await?;
    }
    Ok(())
}

/// Coping for all, learning or integration for some.
fn chosen(number: u32) -> Vec<(&'static Edition, &'static [Phase])> {
    const WHOLE: &[Phase] = &[Phase::Start, Phase::Interim, Phase::End];
    const BEGUN: &[Phase] = &[Phase::Start, Phase::Interim];
    let other = match number % 9 {
        0 => Some(("learning-at-work.1", BEGUN)),
        3 => Some(("integration.1", BEGUN)),
        _ => None,
    };
    let coping = (
        "coping-at-work.1",
        if number.is_multiple_of(2) { WHOLE } else { BEGUN },
    );
    std::iter::once(coping)
        .chain(other)
        .filter_map(|(id, phases)| Some((shipped::edition(id)?, phases)))
        .collect()
}

async fn course(
    grant: &Granted<'_, Client, Write>,
    edition: &Edition,
    phases: &[Phase],
    dice: &mut StdRng,
) -> Answer<()> {
    let visit = grant.visit();
    let mut level: i64 = dice.random_range(2..=3);
    let number_of_phases = i64::try_from(phases.len()).unwrap_or(1);
    for (place, phase) in phases.iter().enumerate() {
        let behind = (number_of_phases - i64::try_from(place).unwrap_or(0)) * 35 - dice.random_range(15..30);
        let days = SignedDuration::from_hours(24 * behind);
        let made = Assessment {
            id: visit.new_id(),
            owner: grant.subject(),
            version: 1,
            edition: edition.id.clone(),
            family: edition.family.clone(),
            phase: *phase,
            dated: visit.today().saturating_sub(behind.days()),
            state: State::Complete,
            corrects: None,
            by: String::new(),
            completed_at: Some(visit.now() - days),
            answers: answers(&edition.definition, level, dice, &SAID),
            own: None,
        };
        let given = answers(&edition.definition, level, dice, &OWN_SAID);
        store::take_in(grant, &made, Some(&given)).await?;
        level = (level + i64::from(dice.random_range(0..10) < 6)).min(5);
    }
    Ok(())
}

fn answers(definition: &Definition, level: i64, dice: &mut StdRng, said: &[&str]) -> Answers {
    let mut values = BTreeMap::new();
    let mut texts = BTreeMap::new();
    for item in &definition.items {
        match definition.scale_of(item) {
            Some(scale) => {
                let along = (level + dice.random_range(-1..=1)).clamp(scale.lowest, scale.highest);
                let value = match item.sense {
                    Sense::Along => along,
                    Sense::Against => scale.lowest + scale.highest - along,
                };
                values.insert(item.key.clone(), value);
            }
            None if dice.random_range(0..3) == 0 => {
                let place = dice.random_range(0..said.len());
                texts.insert(item.key.clone(), said[place].to_owned());
            }
            None => {}
        }
    }
    Answers {
        values,
        texts,
        ..Answers::default()
    }
}

const SAID: [&str; 5] = [
    "Rytmi on löytynyt, aamut sujuvat jo ilman muistutusta.",
    "Hyötyy siitä, että tehtävä käydään läpi kädestä pitäen ennen aloitusta.",
    "Seuraavaksi kokeillaan pidempää työpäivää kerran viikossa.",
    "Kysyy apua rohkeammin kuin alussa.",
    "Hälyinen tila kuormittaa, rauhallisempi työpiste auttaa.",
];

const OWN_SAID: [&str; 4] = [
    "Tauot ja se, että tiedän mitä päivän aikana tehdään.",
    "Olen oppinut käyttämään koneita ja uskallan kysyä.",
    "Haluaisin kokeilla asiakaspalvelua.",
    "Aikaiset aamut ovat vielä vaikeita.",
];
