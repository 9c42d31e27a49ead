//! What must hold of an instrument, and what to mend where it does not.

use std::collections::BTreeSet;

use super::definition::{Definition, Item, Scale, Subscale, Words};

/// The most characters of a question or a title.
const LONGEST_WORDS: usize = 600;
/// The most characters of a key.
const LONGEST_KEY: usize = 40;
/// The most numbers of a scale.
const WIDEST_SCALE: i64 = 21;
/// The most items.
const MOST_ITEMS: usize = 80;
/// The most subscales: more cannot be told apart in a picture.
const MOST_SUBSCALES: usize = 12;

/// Something to mend in a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where: `items.safety.text.sv`, or `12` for a line of the text.
    pub place: String,
    /// The key of what to say.
    pub key: &'static str,
    /// What stands there, when that helps.
    pub found: String,
}

/// Everything to mend; nothing when the definition can be used.
#[must_use]
pub fn mistakes(definition: &Definition) -> Vec<Mistake> {
    let mut wrong = Wrong::default();
    wrong.words("title", &definition.title);
    wrong.words("intro", &definition.intro);
    match (&definition.own_intro, definition.asks_client()) {
        (Some(words), _) => wrong.words("own_intro", words),
        (None, true) => wrong.note("own_intro", "instrument-mistake-own-missing", ""),
        (None, false) => {}
    }
    wrong.keys("scales", definition.scales.iter().map(|scale| scale.key.as_str()));
    wrong.keys(
        "subscales",
        definition.subscales.iter().map(|subscale| subscale.key.as_str()),
    );
    wrong.keys("items", definition.items.iter().map(|item| item.key.as_str()));
    for scale in &definition.scales {
        wrong.scale(scale);
    }
    for subscale in &definition.subscales {
        wrong.subscale(definition, subscale);
    }
    for item in &definition.items {
        wrong.item(definition, item);
    }
    if definition.items.is_empty() || definition.items.len() > MOST_ITEMS {
        wrong.note(
            "items",
            "instrument-mistake-items",
            &definition.items.len().to_string(),
        );
    }
    if definition.subscales.len() > MOST_SUBSCALES {
        wrong.note(
            "subscales",
            "instrument-mistake-subscales",
            &definition.subscales.len().to_string(),
        );
    }
    wrong.0
}

#[derive(Default)]
struct Wrong(Vec<Mistake>);

impl Wrong {
    fn note(&mut self, place: impl Into<String>, key: &'static str, found: &str) {
        self.0.push(Mistake {
            place: place.into(),
            key,
            found: found.chars().take(60).collect(),
        });
    }

    fn words(&mut self, place: &str, words: &Words) {
        for (language, text) in words.each() {
            if text.trim().is_empty() {
                self.note(format!("{place}.{language}"), "instrument-mistake-empty", "");
            } else if text.chars().count() > LONGEST_WORDS {
                self.note(format!("{place}.{language}"), "instrument-mistake-long", text);
            }
        }
    }

    fn keys<'a>(&mut self, list: &str, keys: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for key in keys {
            let is_plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
            if key.is_empty() || key.len() > LONGEST_KEY || !key.chars().all(is_plain) {
                self.note(list, "instrument-mistake-key", key);
            }
            if !seen.insert(key) {
                self.note(format!("{list}.{key}"), "instrument-mistake-twice", key);
            }
        }
    }

    fn scale(&mut self, scale: &Scale) {
        let place = format!("scales.{}", scale.key);
        let width = scale.highest.checked_sub(scale.lowest);
        if !width.is_some_and(|width| (1..WIDEST_SCALE).contains(&width)) {
            self.note(
                &place,
                "instrument-mistake-range",
                &format!("{}–{}", scale.lowest, scale.highest),
            );
        }
        let mut seen = BTreeSet::new();
        for anchor in &scale.anchors {
            let place = format!("{place}.anchors.{}", anchor.value);
            if !(scale.lowest..=scale.highest).contains(&anchor.value) {
                self.note(&place, "instrument-mistake-anchor-off", &anchor.value.to_string());
            }
            if !seen.insert(anchor.value) {
                self.note(&place, "instrument-mistake-twice", &anchor.value.to_string());
            }
            self.words(&place, &anchor.label);
        }
        if !seen.contains(&scale.lowest) || !seen.contains(&scale.highest) {
            self.note(&place, "instrument-mistake-anchor-ends", "");
        }
    }

    fn subscale(&mut self, definition: &Definition, subscale: &Subscale) {
        let place = format!("subscales.{}", subscale.key);
        self.words(&format!("{place}.title"), &subscale.title);
        let items: Vec<(&Item, &Scale)> = definition.items_of(&subscale.key).collect();
        let Some((_, first)) = items.first() else {
            self.note(&place, "instrument-mistake-subscale-empty", "");
            return;
        };
        if items
            .iter()
            .any(|(_, scale)| (scale.lowest, scale.highest) != (first.lowest, first.highest))
        {
            self.note(&place, "instrument-mistake-subscale-mixed", "");
        }
        if let Some(needed) = subscale.answered
            && !(1..=items.len()).contains(&usize::try_from(needed).unwrap_or(usize::MAX))
        {
            self.note(
                format!("{place}.answered"),
                "instrument-mistake-answered",
                &needed.to_string(),
            );
        }
        if let Some(reliable) = &subscale.reliable {
            let place = format!("{place}.reliable");
            if !(reliable.deviation.is_finite() && reliable.deviation > 0.0) {
                self.note(
                    &place,
                    "instrument-mistake-deviation",
                    &reliable.deviation.to_string(),
                );
            }
            if !(reliable.reliability > 0.0 && reliable.reliability < 1.0) {
                self.note(
                    &place,
                    "instrument-mistake-reliability",
                    &reliable.reliability.to_string(),
                );
            }
            if reliable.source.trim().is_empty() {
                self.note(format!("{place}.source"), "instrument-mistake-source", "");
            }
        }
    }

    fn item(&mut self, definition: &Definition, item: &Item) {
        let place = format!("items.{}", item.key);
        self.words(&format!("{place}.text"), &item.text);
        match (&item.own, definition.asks_client()) {
            (Some(words), _) => self.words(&format!("{place}.own"), words),
            (None, true) => self.note(&place, "instrument-mistake-own-missing", ""),
            (None, false) => {}
        }
        if let Some(scale) = &item.scale
            && definition.scale(scale).is_none()
        {
            self.note(&place, "instrument-mistake-scale-unknown", scale);
        }
        let Some(subscale) = &item.subscale else { return };
        if !definition.subscales.iter().any(|known| known.key == *subscale) {
            self.note(&place, "instrument-mistake-subscale-unknown", subscale);
        }
        if item.scale.is_none() {
            self.note(&place, "instrument-mistake-open-scored", "");
        }
    }
}
