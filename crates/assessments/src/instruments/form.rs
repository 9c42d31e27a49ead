//! A definition as a form: each part a group of fields that are numbered in their order.

use std::collections::BTreeSet;

use polku_pages::form::FormState;

use super::{
    check::{Mistake, mistakes},
    definition::{
        Anchor, Asks, Better, Definition, Item, Reliability, Scale, Scoring, Sense, Subscale, Words,
    },
};

/// The most parts of a kind that a form takes in; more than a definition may have.
const MOST_PARTS: usize = 200;

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

/// The definition of a form with everything that is to be mended in it.
pub(super) fn read(form: &FormState) -> (Definition, Vec<Mistake>) {
    let mut wrong = Vec::new();
    let asks = form.value("asks").parse().unwrap_or_else(|_| {
        wrong.push(mistake("asks", "instrument-mistake-choice", form.value("asks")));
        Asks::Both
    });
    let definition = Definition {
        asks,
        title: words(form, "title"),
        intro: words(form, "intro"),
        own_intro: some_words(form, "own_intro"),
        scales: parts(form, "scale")
            .map(|at| scale(form, &at, &mut wrong))
            .collect(),
        subscales: parts(form, "subscale")
            .map(|at| subscale(form, &at, &mut wrong))
            .collect(),
        items: parts(form, "item").map(|at| item(form, &at)).collect(),
    };
    wrong.extend(mistakes(&definition));
    (definition, wrong)
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

/// The beginnings of the names of a kind's parts, in their order, without those that are to be removed.
fn parts<'a>(form: &'a FormState, kind: &'a str) -> impl Iterator<Item = String> + 'a {
    let numbers: BTreeSet<usize> = form
        .values
        .keys()
        .filter_map(|name| {
            let rest = name.strip_prefix(kind)?.strip_prefix('-')?;
            rest.split('-').next()?.parse().ok()
        })
        .filter(|number| *number < MOST_PARTS)
        .collect();
    numbers
        .into_iter()
        .map(move |number| format!("{kind}-{number}-"))
        .filter(|at| !form.has(&format!("{at}remove"), "on"))
}

fn scale(form: &FormState, at: &str, wrong: &mut Vec<Mistake>) -> Scale {
    let key = form.value(&format!("{at}key")).trim().to_owned();
    let mut number = |end: &str| {
        let name = format!("{at}{end}");
        whole(form.value(&name)).unwrap_or_else(|| {
            wrong.push(mistake(
                &format!("scales.{key}.{end}"),
                "instrument-mistake-number",
                form.value(&name),
            ));
            0
        })
    };
    let (lowest, highest) = (number("lowest"), number("highest"));
    let mut anchors = Vec::new();
    for line in form
        .value(&format!("{at}anchors"))
        .lines()
        .filter(|line| !line.trim().is_empty())
    {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        match cells.as_slice() {
            [value, fi, sv, en] if whole(value).is_some() => anchors.push(Anchor {
                value: whole(value).unwrap_or_default(),
                label: Words {
                    fi: (*fi).to_owned(),
                    sv: (*sv).to_owned(),
                    en: (*en).to_owned(),
                },
            }),
            _ => wrong.push(mistake(
                &format!("scales.{key}"),
                "instrument-mistake-anchor-line",
                line,
            )),
        }
    }
    Scale {
        key,
        lowest,
        highest,
        anchors,
    }
}

fn subscale(form: &FormState, at: &str, wrong: &mut Vec<Mistake>) -> Subscale {
    let typed = |end: &str| form.value(&format!("{at}{end}")).trim().to_owned();
    let key = typed("key");
    let mut number = |end: &'static str| {
        let text = typed(end);
        if text.is_empty() {
            return None;
        }
        let number = text
            .replace(',', ".")
            .parse::<f64>()
            .ok()
            .filter(|number| number.is_finite());
        if number.is_none() {
            wrong.push(mistake(
                &format!("subscales.{key}.{end}"),
                "instrument-mistake-number",
                &text,
            ));
        }
        number
    };
    let (deviation, reliability) = (number("deviation"), number("reliability"));
    let answered = typed("answered");
    if !answered.is_empty() && answered.parse::<u32>().is_err() {
        wrong.push(mistake(
            &format!("subscales.{key}.answered"),
            "instrument-mistake-number",
            &answered,
        ));
    }
    let reliable = match (deviation, reliability) {
        (None, None) => None,
        (deviation, reliability) => Some(Reliability {
            // One without the other is told as a number that cannot be.
            deviation: deviation.unwrap_or_default(),
            reliability: reliability.unwrap_or_default(),
            source: typed("source"),
        }),
    };
    Subscale {
        title: words(form, &format!("{at}title")),
        scoring: typed("scoring").parse().unwrap_or(Scoring::Mean),
        better: typed("better").parse().unwrap_or(Better::Higher),
        answered: answered.parse().ok(),
        reliable,
        key,
    }
}

fn item(form: &FormState, at: &str) -> Item {
    let typed = |end: &str| form.value(&format!("{at}{end}")).trim().to_owned();
    let chosen = |end: &str| Some(typed(end)).filter(|key| !key.is_empty());
    Item {
        key: typed("key"),
        text: words(form, &format!("{at}text")),
        own: some_words(form, &format!("{at}own")),
        scale: chosen("scale"),
        subscale: chosen("subscale"),
        sense: if form.has(&format!("{at}against"), "on") {
            Sense::Against
        } else {
            Sense::Along
        },
    }
}

fn set_words(state: &mut FormState, name: &str, words: &Words) {
    for (language, text) in words.each() {
        state.set(format!("{name}_{language}"), text);
    }
}

fn words(form: &FormState, name: &str) -> Words {
    let typed = |language: &str| form.value(&format!("{name}_{language}")).trim().to_owned();
    Words {
        fi: typed("fi"),
        sv: typed("sv"),
        en: typed("en"),
    }
}

fn some_words(form: &FormState, name: &str) -> Option<Words> {
    Some(words(form, name)).filter(|words| *words != Words::default())
}

fn whole(text: &str) -> Option<i64> {
    text.trim().replace('−', "-").parse().ok()
}

fn with_comma(number: f64) -> String {
    number.to_string().replace('.', ",")
}

fn mistake(place: &str, key: &'static str, found: &str) -> Mistake {
    Mistake {
        place: place.to_owned(),
        key,
        found: found.chars().take(60).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instruments::shipped;

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
