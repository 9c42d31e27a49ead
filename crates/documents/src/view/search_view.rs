//! Searching in documents.

use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Notice, Paper, Row, rows},
    form::{Form, FormState},
    html,
};

use super::document_address;
use crate::search::{Found, LONGEST_QUERY, MOST_SEARCHED, Results};

/// The field.
pub(super) fn form(texts: Texts, action: &str, state: &FormState) -> Markup {
    let form = Form::post(texts, action, state);
    let most = u32::try_from(LONGEST_QUERY).unwrap_or(u32::MAX);
    form.with(html! {
        div.filters {
            (form.text("text", texts.t("documents-search-field")).max_length(most))
            (Button::submit(texts.t("common-find")))
        }
    })
}

/// The page before anything was searched for, and when what was typed cannot be.
pub(crate) fn asking(texts: Texts, action: &str, state: &FormState) -> Markup {
    html! {
        p.quiet { (texts.t("documents-search-help")) }
        (form(texts, action, state))
    }
}

/// What was found.
pub(crate) fn results(texts: Texts, action: &str, state: &FormState, results: &Results) -> Markup {
    html! {
        (form(texts, action, state))
        @if results.is_cut {
            (Notice::info(texts.with("documents-search-cut", &[("count", MOST_SEARCHED.into())])))
        }
        @if results.found.is_empty() {
            (Paper::bare().with(Empty::new(texts.t("documents-search-nothing"))))
        } @else {
            (Paper::new(texts.with("documents-search-found", &[("count", results.found.len().into())]))
                .with(rows(results.found.iter().map(|found| line(texts, found)))))
        }
    }
}

fn line(texts: Texts, found: &Found) -> Markup {
    let address = document_address(found.client, found.document);
    let address = match &found.place {
        Some(place) => format!("{address}?from={}", place.page),
        None => address,
    };
    let words = html! {
        @if !found.name.is_empty() { (found.name) " · " }
        (texts.t(found.class.word()))
        @if let Some(place) = &found.place {
            " · " (texts.with("documents-search-page", &[("page", place.page.into())])) ": " q { (place.line) }
        }
    };
    html! { (Row::link(address, &found.title).words(words)) }
}
