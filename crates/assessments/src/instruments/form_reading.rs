//! A form read back into a definition, with everything that is to be mended in it.

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

fn mistake(place: &str, key: &'static str, found: &str) -> Mistake {
    Mistake {
        place: place.to_owned(),
        key,
        found: found.chars().take(60).collect(),
    }
}
