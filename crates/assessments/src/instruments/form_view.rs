//! The form of a draft: its words in three languages, scales, subscales and questions.

use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, action_bar},
    form::{Choice, Form, FormState},
    html,
};

use super::definition::{Asks, Better, Definition, Scoring};

const LANGUAGES: [&str; 3] = ["fi", "sv", "en"];

/// The names of a part's fields, which live as long as the form.
struct Names(Vec<String>);

impl Names {
    fn of(at: &str, ends: &[&str]) -> Self {
        Self(ends.iter().map(|end| format!("{at}{end}")).collect())
    }
}

/// The form; `definition` is what it holds, for its headings and choices.
pub(super) fn draft(
    texts: Texts,
    action: &str,
    version: i64,
    definition: &Definition,
    state: &FormState,
) -> Markup {
    let form = Form::post(texts, action, state);
    let asks = Asks::ALL
        .iter()
        .map(|asks| Choice::new(asks.name(), texts.t(&format!("instrument-asks-{asks}"))));
    form.with(html! {
        (form.hidden("version", version.to_string()))
        (form.radios("asks", texts.t("instruments-column-asks"), asks).side_by_side())
        (form.group(texts.t("instrument-part-words"), html! {
            (words(texts, state, "title", "instrument-title-words", 1))
            (words(texts, state, "intro", "instrument-intro-words", 2))
            (words(texts, state, "own_intro", "instrument-own-intro-words", 2))
        }))
        (form.group(texts.t("instrument-part-scales"), html! {
            @for (number, scale) in definition.scales.iter().enumerate() {
                (opened(texts, &scale.key, &format!("{}–{}", scale.lowest, scale.highest), &scale_fields(texts, state, number)))
            }
            p { (Button::submit(texts.t("instrument-add-scale")).named("do", "add-scale").tiny()) }
        }))
        (form.group(texts.t("instrument-part-subscales"), html! {
            @for (number, subscale) in definition.subscales.iter().enumerate() {
                (opened(texts, &subscale.key, subscale.title.of(texts.locale()), &subscale_fields(texts, state, number)))
            }
            p { (Button::submit(texts.t("instrument-add-subscale")).named("do", "add-subscale").tiny()) }
        }))
        (form.group(texts.t("instrument-part-items"), html! {
            @for (number, item) in definition.items.iter().enumerate() {
                (opened(texts, &item.key, item.text.of(texts.locale()), &item_fields(texts, state, number, definition)))
            }
            p { (Button::submit(texts.t("instrument-add-item")).named("do", "add-item").tiny()) }
        }))
        (action_bar([
            Button::submit(texts.t("common-save")).named("do", "save").main(),
            Button::submit(texts.t("instrument-publish")).named("do", "publish"),
        ]))
    })
}

/// A part that opens to its fields; one without words stands open.
fn opened(texts: Texts, key: &str, shown: &str, fields: &Markup) -> Markup {
    let is_new = shown.trim().is_empty();
    let summary = if is_new {
        texts.t("instrument-part-new")
    } else {
        shown.to_owned()
    };
    Disclosure::new(html! { (summary) " " span.quiet.small { (key) } })
        .open(is_new)
        .with(html! { div.stack { (fields) } })
}

/// The same words in three languages.
fn words(texts: Texts, state: &FormState, name: &str, label: &str, lines: u32) -> Markup {
    let names: Vec<(String, &'static str)> = LANGUAGES
        .iter()
        .map(|language| (format!("{name}_{language}"), *language))
        .collect();
    let form = Form::post(texts, "", state);
    html! {
        @for (name, language) in &names {
            @let label = format!("{}, {}", texts.t(label), texts.t(&format!("instrument-language-{language}")));
            @if lines > 1 { (form.textarea(name, label).lines(lines).language(language)) }
            @else { (form.text(name, label).language(language)) }
        }
    }
}

fn scale_fields(texts: Texts, state: &FormState, number: usize) -> Markup {
    let Names(names) = Names::of(
        &format!("scale-{number}-"),
        &["key", "lowest", "highest", "anchors", "remove"],
    );
    let form = Form::post(texts, "", state);
    html! {
        (form.text(&names[0], texts.t("instrument-key")).help(texts.t("instrument-key-help")).short())
        (form.number(&names[1], texts.t("instrument-lowest")))
        (form.number(&names[2], texts.t("instrument-highest")))
        (form.textarea(&names[3], texts.t("instrument-anchors")).help(texts.t("instrument-anchors-help")).lines(5))
        (form.checkbox(&names[4], texts.t("instrument-remove")).optional())
    }
}

fn subscale_fields(texts: Texts, state: &FormState, number: usize) -> Markup {
    let at = format!("subscale-{number}-");
    let Names(names) = Names::of(
        &at,
        &[
            "key",
            "scoring",
            "better",
            "answered",
            "deviation",
            "reliability",
            "source",
            "remove",
        ],
    );
    let form = Form::post(texts, "", state);
    let scorings = Scoring::ALL
        .iter()
        .map(|one| Choice::new(one.name(), texts.t(&format!("instrument-scoring-{one}"))));
    let ways = Better::ALL
        .iter()
        .map(|one| Choice::new(one.name(), texts.t(&format!("instrument-better-{one}"))));
    html! {
        (form.text(&names[0], texts.t("instrument-key")).help(texts.t("instrument-key-help")).short())
        (words(texts, state, &format!("{at}title"), "instrument-title-words", 1))
        (form.radios(&names[1], texts.t("instrument-scoring"), scorings).side_by_side())
        (form.radios(&names[2], texts.t("instrument-better"), ways).side_by_side())
        (form.number(&names[3], texts.t("instrument-answered")).help(texts.t("instrument-answered-help")).optional())
        (form.number(&names[4], texts.t("instrument-deviation")).help(texts.t("instrument-deviation-help")).optional())
        (form.number(&names[5], texts.t("instrument-reliability")).optional())
        (form.text(&names[6], texts.t("instrument-source")).optional())
        (form.checkbox(&names[7], texts.t("instrument-remove")).optional())
    }
}

fn item_fields(texts: Texts, state: &FormState, number: usize, definition: &Definition) -> Markup {
    let at = format!("item-{number}-");
    let Names(names) = Names::of(&at, &["key", "scale", "subscale", "against", "remove"]);
    let form = Form::post(texts, "", state);
    let scales = definition
        .scales
        .iter()
        .map(|scale| Choice::new(&scale.key, &scale.key));
    let subscales = definition
        .subscales
        .iter()
        .map(|subscale| Choice::new(&subscale.key, subscale.title.of(texts.locale())));
    html! {
        (words(texts, state, &format!("{at}text"), "instrument-column-question", 1))
        (words(texts, state, &format!("{at}own"), "instrument-column-own", 1))
        (form.select(&names[1], texts.t("instrument-column-scale"), scales).help(texts.t("instrument-scale-help")).optional())
        (form.select(&names[2], texts.t("instrument-column-subscale"), subscales).optional())
        (form.checkbox(&names[3], texts.t("instrument-against")).help(texts.t("instrument-against-help")).optional())
        (form.text(&names[0], texts.t("instrument-key")).help(texts.t("instrument-key-help")).short())
        (form.checkbox(&names[4], texts.t("instrument-remove")).optional())
    }
}
