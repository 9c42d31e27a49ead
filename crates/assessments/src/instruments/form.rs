//! A definition as a form: each part a group of fields that are numbered in their order.

use polku_pages::form::FormState;

use super::definition::{Better, Definition, Item, Scale, Scoring, Sense, Subscale, Words};

/// What can be added to a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A scale.
    Scale,
    /// A subscale.
    Subscale,
    /// An item.
    Item,
}

impl Part {
    /// By the name of the button that adds it.
    pub(super) fn of_button(name: &str) -> Option<Self> {
        match name {
            "add-scale" => Some(Self::Scale),
            "add-subscale" => Some(Self::Subscale),
            "add-item" => Some(Self::Item),
            _ => None,
        }
    }
}

/// A form filled in with a definition.
pub(super) fn filled(definition: &Definition) -> FormState {
    let mut state = FormState::new();
    state.set("asks", definition.asks.name());
    set_words(&mut state, "title", &definition.title);
    set_words(&mut state, "intro", &definition.intro);
    if let Some(own) = &definition.own_intro {
        set_words(&mut state, "own_intro", own);
    }
    for (number, scale) in definition.scales.iter().enumerate() {
        let name = |end: &str| format!("scale-{number}-{end}");
        let anchors: Vec<String> = scale
            .anchors
            .iter()
            .map(|anchor| {
                let Words { fi, sv, en } = &anchor.label;
                format!("{} | {fi} | {sv} | {en}", anchor.value)
            })
            .collect();
        state
            .set(name("key"), &scale.key)
            .set(name("lowest"), scale.lowest.to_string())
            .set(name("highest"), scale.highest.to_string())
            .set(name("anchors"), anchors.join("\n"));
    }
    for (number, subscale) in definition.subscales.iter().enumerate() {
        let name = |end: &str| format!("subscale-{number}-{end}");
        state
            .set(name("key"), &subscale.key)
            .set(name("scoring"), subscale.scoring.name())
            .set(name("better"), subscale.better.name());
        set_words(&mut state, &name("title"), &subscale.title);
        if let Some(answered) = subscale.answered {
            state.set(name("answered"), answered.to_string());
        }
        if let Some(reliable) = &subscale.reliable {
            state
                .set(name("deviation"), with_comma(reliable.deviation))
                .set(name("reliability"), with_comma(reliable.reliability))
                .set(name("source"), &reliable.source);
        }
    }
    for (number, item) in definition.items.iter().enumerate() {
        let name = |end: &str| format!("item-{number}-{end}");
        state
            .set(name("key"), &item.key)
            .set(name("scale"), item.scale.as_deref().unwrap_or_default())
            .set(name("subscale"), item.subscale.as_deref().unwrap_or_default());
        if item.sense == Sense::Against {
            state.set(name("against"), "on");
        }
        set_words(&mut state, &name("text"), &item.text);
        if let Some(own) = &item.own {
            set_words(&mut state, &name("own"), own);
        }
    }
    state
}

/// A definition with another empty part, whose key is free.
pub(super) fn with_another(mut definition: Definition, part: Part) -> Definition {
    let free = |stem: &str, taken: Vec<&str>| {
        let mut number = taken.len() + 1;
        while taken.contains(&format!("{stem}-{number}").as_str()) {
            number += 1;
        }
        format!("{stem}-{number}")
    };
    match part {
        Part::Scale => {
            let key = free(
                "scale",
                definition.scales.iter().map(|scale| scale.key.as_str()).collect(),
            );
            definition.scales.push(Scale {
                key,
                lowest: 1,
                highest: 5,
                anchors: Vec::new(),
            });
        }
        Part::Subscale => {
            let key = free(
                "part",
                definition
                    .subscales
                    .iter()
                    .map(|part| part.key.as_str())
                    .collect(),
            );
            definition.subscales.push(Subscale {
                key,
                title: Words::default(),
                scoring: Scoring::Mean,
                better: Better::Higher,
                answered: None,
                reliable: None,
            });
        }
        Part::Item => {
            let key = free(
                "item",
                definition.items.iter().map(|item| item.key.as_str()).collect(),
            );
            let last = definition.items.iter().rev().find(|item| item.scale.is_some());
            let (scale, subscale) =
                last.map_or((None, None), |item| (item.scale.clone(), item.subscale.clone()));
            definition.items.push(Item {
                key,
                text: Words::default(),
                own: definition.asks_client().then(Words::default),
                scale,
                subscale,
                sense: Sense::Along,
            });
        }
    }
    definition
}

fn set_words(state: &mut FormState, name: &str, words: &Words) {
    for (language, text) in words.each() {
        state.set(format!("{name}_{language}"), text);
    }
}

fn with_comma(number: f64) -> String {
    number.to_string().replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instruments::{definition::Reliability, form_reading::read, shipped};

    #[test]
    fn b7_every_shipped_instrument_goes_through_the_form_unchanged() {
        for edition in shipped::all() {
            let (read, wrong) = read(&filled(&edition.definition));
            assert_eq!(
                (&read, wrong.as_slice()),
                (&edition.definition, [].as_slice()),
                "{}",
                edition.id
            );
        }
    }

    #[test]
    fn b7_what_was_studied_is_read_as_people_write_it() {
        let mut definition = shipped::edition("coping-at-work.1")
            .expect("shipped")
            .definition
            .clone();
        definition.subscales[0].reliable = Some(Reliability {
            deviation: 0.85,
            reliability: 0.78,
            source: "Tutkimus".to_owned(),
        });
        let state = filled(&definition);
        assert_eq!(state.value("subscale-0-deviation"), "0,85");
        assert_eq!(read(&state).0, definition);
    }

    #[test]
    fn b7_a_part_is_added_with_a_free_key_and_taken_away_by_its_box() {
        let definition = shipped::edition("coping-at-work.1")
            .expect("shipped")
            .definition
            .clone();
        let more = with_another(definition.clone(), Part::Item);
        assert_eq!(more.items.len(), definition.items.len() + 1);
        assert_eq!(more.items.last().map(|item| item.key.as_str()), Some("item-13"));
        let mut state = filled(&more);
        state.set("item-12-remove", "on");
        assert_eq!(read(&state).0, definition);
    }

    #[test]
    fn b7_what_is_no_number_is_told_with_its_place() {
        let mut state = filled(&shipped::edition("coping-at-work.1").expect("shipped").definition);
        state
            .set("scale-0-lowest", "yksi")
            .set("scale-0-anchors", "1 ei koskaan");
        let (_, wrong) = read(&state);
        let keys: Vec<&str> = wrong.iter().map(|mistake| mistake.key).collect();
        assert!(keys.contains(&"instrument-mistake-number"), "{keys:?}");
        assert!(keys.contains(&"instrument-mistake-anchor-line"), "{keys:?}");
    }
}
