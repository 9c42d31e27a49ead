//! How pairs are shown.

use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Paper, Row, Tag, rows},
    form::{Form, FormState},
    frame::Heading,
    html,
};

use super::store::{Joined, Suspicion, Suspicions, Withheld};

pub(super) fn heading(texts: Texts) -> Heading {
    Heading::new(texts.t("duplicates-title")).subtitle(texts.t("duplicates-lead"))
}

pub(super) fn list(texts: Texts, all: &Suspicions) -> Markup {
    html! {
        (Paper::new(texts.t("duplicates-pairs")).with(html! {
            @if all.open.is_empty() {
                (Empty::new(texts.t("duplicates-none")))
                p.quiet { (texts.t("duplicates-none-help")) }
            } @else {
                (rows(all.open.iter().map(|pair| suspicion(texts, pair))))
                @if all.more { div.inside { p.quiet { (texts.t("duplicates-more")) } } }
            }
        }))
        @if !all.withheld.is_empty() {
            (Paper::new(texts.t("duplicates-withheld")).with(html! {
                div.inside { p { (texts.t("duplicates-withheld-help")) } }
                (rows(all.withheld.iter().map(|one| withheld(texts, one))))
            }))
        }
        p.quiet { (texts.t("duplicates-undo-help")) }
        (Paper::new(texts.t("duplicates-merged")).with(html! {
            @if all.joined.is_empty() { (Empty::new(texts.t("duplicates-no-merged"))) }
            @else { (rows(all.joined.iter().map(|pair| joined(texts, pair)))) }
        }))
    }
}

fn suspicion(texts: Texts, pair: &Suspicion) -> Row {
    let name = format!(
        "{} {} {}",
        pair.newer.name,
        texts.t("duplicates-and"),
        pair.older.name
    );
    let likeness = texts.t(&format!("duplicates-likeness-{}", pair.likeness.name()));
    let keep = |kept: &super::store::Someone, absorbed: &super::store::Someone| {
        let label = texts.with("duplicates-same", &[("name", kept.name.as_str().into())]);
        post(
            texts,
            "/duplicates/merge",
            &[
                ("kept", kept.client.to_string()),
                ("absorbed", absorbed.client.to_string()),
            ],
            label,
        )
    };
    Row::new(name)
        .words(Tag::plain(likeness))
        .action(keep(&pair.older, &pair.newer))
        .action(keep(&pair.newer, &pair.older))
        .action(post(
            texts,
            "/duplicates/different",
            &[
                ("newer", pair.newer.client.to_string()),
                ("older", pair.older.client.to_string()),
            ],
            texts.t("duplicates-different"),
        ))
}

fn withheld(texts: Texts, one: &Withheld) -> Row {
    let likeness = texts.t(&format!("duplicates-likeness-{}", one.likeness.name()));
    Row::new(one.client.name.clone()).words(Tag::plain(likeness))
}

fn joined(texts: Texts, pair: &Joined) -> Row {
    let contains = texts.with(
        "duplicates-contains",
        &[("name", pair.absorbed.name.as_str().into())],
    );
    let part = post(
        texts,
        "/duplicates/part",
        &[("absorbed", pair.absorbed.client.to_string())],
        texts.t("duplicates-part"),
    );
    Row::new(pair.kept.name.clone()).words(contains).action(part)
}

/// A button that posts ids.
fn post(texts: Texts, action: &str, ids: &[(&str, String)], label: String) -> Markup {
    let state = FormState::new();
    let form = Form::post(texts, action, &state);
    form.with(html! {
        @for (name, id) in ids { (form.hidden(name, id)) }
        (Button::submit(label).tiny())
    })
}
