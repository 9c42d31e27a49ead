//! Scores and their change (B7).
//!
//! Answers are whole numbers and are added up as such, so that their order cannot matter.

use std::collections::BTreeMap;

use super::definition::{Better, Definition, Item, Reliability, Scale, Scoring, Sense, Subscale};

/// Beyond this many standard errors of a difference, chance alone explains a change in one of twenty people
/// (Jacobson & Truax 1991).
const BEYOND_CHANCE: f64 = 1.96;

/// The score of a subscale.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Of which subscale.
    pub subscale: String,
    /// The score; none when too few items were answered.
    pub value: Option<f64>,
    /// How many items were answered.
    pub answered: usize,
    /// Of how many.
    pub of: usize,
    /// The lowest score that can be.
    pub lowest: f64,
    /// The highest.
    pub highest: f64,
}

/// How a score has changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Later minus earlier, in points of the score.
    pub difference: f64,
    /// What it means.
    pub verdict: Verdict,
}

polku_desk::named_states! {
    /// What a change means.
    pub enum Verdict {
        /// It got better by more than measuring explains.
        ReliablyBetter = "reliably-better",
        /// It got worse by more than measuring explains.
        ReliablyWorse = "reliably-worse",
        /// No more than measuring explains.
        WithinError = "within-error",
        /// It got better; nobody has studied by how much chance alone moves it.
        Better = "better",
        /// It got worse; nobody has studied by how much chance alone moves it.
        Worse = "worse",
        /// It is the same.
        Same = "same",
    }
}

/// The scores of all subscales, in their order.
#[must_use]
pub fn scores(definition: &Definition, answers: &BTreeMap<String, i64>) -> Vec<Score> {
    let score = |subscale: &Subscale| score(definition, subscale, answers);
    definition.subscales.iter().map(score).collect()
}

fn score(definition: &Definition, subscale: &Subscale, answers: &BTreeMap<String, i64>) -> Score {
    let items: Vec<(&Item, &Scale)> = definition.items_of(&subscale.key).collect();
    let counted: Vec<i64> = items
        .iter()
        .filter_map(|(item, scale)| {
            answers
                .get(&item.key)
                .and_then(|value| counts(item, scale, *value))
        })
        .collect();
    let needed = subscale.answered.map_or(items.len(), |number| {
        usize::try_from(number).unwrap_or(usize::MAX)
    });
    let (low, high) = items
        .first()
        .map_or((0, 0), |(_, scale)| (scale.lowest, scale.highest));
    let number_of_items = of_count(items.len());
    let whole = if subscale.scoring == Scoring::Sum {
        number_of_items
    } else {
        1.0
    };
    let is_enough = !counted.is_empty() && counted.len() >= needed;
    Score {
        subscale: subscale.key.clone(),
        value: is_enough.then(|| exact(counted.iter().sum()) * whole / of_count(counted.len())),
        answered: counted.len(),
        of: items.len(),
        lowest: exact(low) * whole,
        highest: exact(high) * whole,
    }
}

/// What an answer counts for; nothing when it is not on the item's scale.
fn counts(item: &Item, scale: &Scale, value: i64) -> Option<i64> {
    let is_on = (scale.lowest..=scale.highest).contains(&value);
    is_on.then_some(match item.sense {
        Sense::Along => value,
        Sense::Against => scale.lowest + scale.highest - value,
    })
}

/// The change from an earlier score to a later one of the same subscale.
#[must_use]
pub fn change(subscale: &Subscale, earlier: f64, later: f64) -> Change {
    let difference = later - earlier;
    let gain = match subscale.better {
        Better::Higher => difference,
        Better::Lower => -difference,
    };
    let verdict = match &subscale.reliable {
        Some(reliable) => match reliable_change(reliable, earlier, later) {
            index if index.abs() < BEYOND_CHANCE => Verdict::WithinError,
            _ if gain > 0.0 => Verdict::ReliablyBetter,
            _ => Verdict::ReliablyWorse,
        },
        None if gain > 0.0 => Verdict::Better,
        None if gain < 0.0 => Verdict::Worse,
        None => Verdict::Same,
    };
    Change { difference, verdict }
}

/// The reliable change index: the difference in standard errors of a difference, `SD √2 √(1 − r)`.
#[must_use]
pub fn reliable_change(reliable: &Reliability, earlier: f64, later: f64) -> f64 {
    let error = reliable.deviation * (1.0 - reliable.reliability).sqrt();
    (later - earlier) / (error * std::f64::consts::SQRT_2)
}

fn exact(number: i64) -> f64 {
    // Scales have at most 21 numbers of a few digits, and 80 items: sums are small.
    f64::from(i32::try_from(number).unwrap_or(i32::MAX))
}

fn of_count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

#[cfg(test)]
#[path = "score_tests.rs"]
mod tests;
