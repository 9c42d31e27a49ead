//! Marks of made-up lives.

use jiff::ToSpan as _;
use polku_desk::{Client, Granted, Write};
use polku_web::Answer;
use rand::{RngExt as _, rngs::StdRng};

use super::{
    input::CheckedMark,
    model::{Level, MarkWords},
    store,
};

/// Marks a few skills of a workshop, some of them twice.
pub(crate) async fn made_up(grant: &Granted<'_, Client, Write>, dice: &mut StdRng) -> Answer<()> {
    let visit = grant.visit();
    let skills = store::skills(visit).await?;
    let Some(first) = skills
        .len()
        .checked_sub(1)
        .map(|last| dice.random_range(0..=last))
    else {
        return Ok(());
    };
    let area = skills[first].area.clone();
    let of_area = skills
        .iter()
        .filter(|skill| skill.area == area || skill.area == "Yhteiset");
    for skill in of_area {
        let mut level = dice.random_range(0..3_usize);
        let mut behind: i64 = dice.random_range(40..90);
        for _ in 0..dice.random_range(1..=2) {
            let mark = CheckedMark {
                skill: skill.id,
                level: Level::ALL[level],
                dated: visit.today().saturating_sub(behind.days()),
                words: MarkWords::default(),
            };
            store::insert_mark(grant, &mark).await?;
            level = (level + 1).min(Level::ALL.len() - 1);
            behind -= dice.random_range(10..35);
        }
    }
    Ok(())
}
