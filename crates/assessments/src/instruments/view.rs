//! How instruments look to the main user.

use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Disclosure, Notice, Paper, Table, Tag, TagKind, action_bar},
    form::{Form, FormState},
    html,
};

use super::{
    check::Mistake,
    definition::{Definition, Item, Words},
    edition::{Edition, Standing},
    form_view,
};

/// What a new instrument begins from.
pub(super) const EXAMPLE: &str = include_str!("../../instruments/example.toml");

/// All editions.
pub(super) fn list(texts: Texts, editions: &[Edition]) -> Markup {
    let columns = ["name", "number", "standing", "asks", "questions"]
        .map(|column| Column::new(texts.t(&format!("instruments-column-{column}"))));
    let row = |edition: &Edition| {
        let definition = &edition.definition;
        vec![
            html! { a href={ "/instruments/" (edition.id) } { (definition.title.of(texts.locale())) } },
            html! { (edition.number) },
            html! { (tag(texts, edition.standing)) },
            html! { (texts.t(&format!("instrument-asks-{}", definition.asks))) },
            html! { (definition.items.len()) },
        ]
    };
    Paper::bare().with(html! {
        (Table::new("instruments", texts.t("instruments-title"), columns)
            .caption_unseen().cards().rows(editions.iter().map(row)))
        div.inside {
            form method="post" action="/instruments" {
                p.actions { (Button::submit(texts.t("instrument-new"))) }
            }
        }
    })
}

/// How an edition stands, in a word.
pub(super) fn tag(texts: Texts, standing: Standing) -> Tag {
    let kind = match standing {
        Standing::Draft => TagKind::Draft,
        Standing::Published => TagKind::Good,
        Standing::Withdrawn => TagKind::Plain,
    };
    Tag::new(kind, texts.t(&format!("instrument-standing-{standing}")))
}

/// An edition: its form while it is a draft, what can become of it, and how it reads.
/// `held` is what the form holds.
pub(super) fn edition(
    texts: Texts,
    edition: &Edition,
    held: &Definition,
    state: &FormState,
    wrong: &[Mistake],
) -> Markup {
    html! {
        div.stack {
            @if !wrong.is_empty() {
                (Notice::warning(texts.t("instrument-has-mistakes"))
                    .more(html! { ul { @for one in wrong { li { (mistake(texts, one)) } } } }))
            }
            @if edition.standing == Standing::Draft { (draft(texts, edition, held, state)) }
            @else { (standing(texts, edition)) }
            (preview(texts, held))
        }
    }
}

/// The form of a draft, the same as text for those who move instruments, and throwing it away.
fn draft(texts: Texts, edition: &Edition, held: &Definition, state: &FormState) -> Markup {
    let action = format!("/instruments/{}", edition.id);
    let text = Form::post(texts, &action, state);
    let is_text_wrong = state.errors_of("definition").next().is_some();
    html! {
        (Paper::new(texts.t("instrument-definition"))
            .with_inside(form_view::draft(texts, &action, edition.version, held, state)))
        (Disclosure::new(texts.t("instrument-definition-label")).open(is_text_wrong).with(text.with(html! {
            (text.hidden("version", edition.version.to_string()))
            (text.textarea("definition", texts.t("instrument-definition-label"))
                .help(texts.t("instrument-definition-help")).lines(24))
            (action_bar([
                Button::submit(texts.t("instrument-save-text")).named("do", "save"),
                Button::submit(texts.t("instrument-publish-text")).named("do", "publish"),
            ]))
        })))
        form method="post" action={ (action) "/standing" } {
            p { (Button::submit(texts.t("instrument-discard")).named("to", "discarded").danger().tiny()) }
        }
    }
}

fn standing(texts: Texts, edition: &Edition) -> Markup {
    let (to, word) = match edition.standing {
        Standing::Withdrawn => ("published", "instrument-offer"),
        Standing::Published | Standing::Draft => ("withdrawn", "instrument-withdraw"),
    };
    Paper::bare().with_inside(html! {
        p { (texts.t("instrument-published-what")) }
        form method="post" action={ "/instruments/" (edition.id) "/standing" } {
            p.actions { (Button::submit(texts.t(word)).named("to", to)) }
        }
    })
}

/// How it reads: questions, scales and subscales.
fn preview(texts: Texts, definition: &Definition) -> Markup {
    let locale = texts.locale();
    let columns = ["question", "own", "scale", "subscale"]
        .map(|column| Column::new(texts.t(&format!("instrument-column-{column}"))));
    let words = |words: Option<&Words>| html! { (words.map_or("–", |words| words.of(locale))) };
    let subscale = |item: &Item| {
        let key = item.subscale.as_deref()?;
        let found = definition.subscales.iter().find(|subscale| subscale.key == key)?;
        Some(&found.title)
    };
    let row = |item: &Item| {
        vec![
            html! { (item.text.of(locale)) },
            words(item.own.as_ref()),
            html! {
                @match definition.scale_of(item) {
                    Some(scale) => { (scale.lowest) "–" (scale.highest) },
                    None => (texts.t("instrument-open-question")),
                }
            },
            words(subscale(item)),
        ]
    };
    Paper::new(texts.t("instrument-reads")).with(html! {
        div.inside {
            p { (definition.intro.of(locale)) }
            @if let Some(own) = &definition.own_intro { p.quiet { (own.of(locale)) } }
            @for scale in &definition.scales {
                (Disclosure::new(texts.with("instrument-scale", &[("scale", scale.key.as_str().into())])).quiet().with(html! {
                    ul { @for anchor in &scale.anchors { li { (anchor.value) " " (anchor.label.of(locale)) } } }
                }))
            }
        }
        (Table::new("questions", texts.t("instrument-reads"), columns).caption_unseen().cards()
            .rows(definition.items.iter().map(row)))
    })
}

/// A mistake in words.
pub(super) fn mistake(texts: Texts, mistake: &Mistake) -> String {
    let said = texts.with(mistake.key, &[("found", mistake.found.as_str().into())]);
    if mistake.place.is_empty() {
        said
    } else if mistake.key == "instrument-mistake-text" {
        texts.with(
            "instrument-mistake-line",
            &[("line", mistake.place.as_str().into()), ("said", said.into())],
        )
    } else {
        format!("{}: {said}", mistake.place)
    }
}
