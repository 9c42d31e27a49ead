//! A client's documents in a list, and the latest of them on the client's page.

use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Notice, Paper, Row, rows},
    form::FormState,
    format::{self, finnish_time},
    html,
};

use super::{ListPage, address, document_address, search_view, tags};
use crate::document::{Checked, Document};

/// The page of a client's documents.
pub(crate) fn list(texts: Texts, page: &ListPage) -> Markup {
    let is_under_way = page.documents.iter().any(|document| document.file.is_under_way());
    html! {
        (page.tabs)
        div.stack data-under-way[is_under_way] {
            @if let Some(notice) = waiting(texts, page) { (notice) }
            @if !page.documents.is_empty() {
                (search_view::form(texts, &(address(page.client) + "/search"), &FormState::new()))
            }
            (Paper::bare().with(html! {
                @if page.documents.is_empty() { (none(texts, page)) }
                (rows(page.documents.iter().map(|document| line(texts, page, document))))
            }))
            @if !page.binned.is_empty() { (bin(texts, page)) }
        }
    }
}

fn none(texts: Texts, page: &ListPage) -> Empty {
    let empty = Empty::new(texts.t("documents-none"));
    if page.may_write {
        empty.first_step(Button::link(
            address(page.client) + "/new",
            texts.t("documents-first-step"),
        ))
    } else {
        empty
    }
}

/// Says why documents wait, and what to do.
fn waiting(texts: Texts, page: &ListPage) -> Option<Markup> {
    let number = |checked: Checked| {
        page.documents
            .iter()
            .filter(|document| document.file.checked == checked)
            .count()
    };
    let (waiting, unchecked) = (number(Checked::Waiting), number(Checked::Unchecked));
    let notice = if waiting > 0 && !page.has_scanner {
        Notice::warning(texts.with("documents-no-scanner", &[("count", waiting.into())]))
    } else if unchecked > 0 {
        Notice::warning(texts.with("documents-unchecked", &[("count", unchecked.into())]))
    } else if waiting > 0 {
        Notice::info(texts.with("documents-waiting", &[("count", waiting.into())]))
    } else {
        return None;
    };
    let again = html! {
        form method="post" action={ (address(page.client)) "/look-again" } {
            (Button::submit(texts.t("documents-look-again")).tiny())
        }
    };
    Some(if page.may_write {
        html! { (notice.more(again)) }
    } else {
        html! { (notice) }
    })
}

fn line(texts: Texts, page: &ListPage, document: &Document) -> Markup {
    let words = html! {
        (texts.t(document.about.words.class.word()))
        @if let Some(dated) = document.about.dated { " · " (format::date(dated)) }
        " " (tags(texts, document))
    };
    let added = finnish_time(document.added_at);
    let row = Row::link(
        document_address(page.client, document.id),
        &document.about.words.title,
    )
    .words(words)
    .aside(format::near_time(texts, added, page.today));
    html! { (row) }
}

fn bin(texts: Texts, page: &ListPage) -> Markup {
    let line = |document: &Document| {
        let action = document_address(page.client, document.id) + "/take-back";
        let take_back = html! {
            form method="post" action=(action) {
                (Button::submit(texts.t("documents-take-back")).tiny().about(document.about.words.title.clone()))
            }
        };
        let mut row = Row::link(
            document_address(page.client, document.id),
            &document.about.words.title,
        )
        .words(texts.t(document.about.words.class.word()));
        if page.may_write {
            row = row.action(take_back);
        }
        html! { (row) }
    };
    let summary = texts.with("documents-bin", &[("count", page.binned.len().into())]);
    html! {
        div id="bin" {
            (Disclosure::new(summary).with(html! {
                p.quiet { (texts.t("documents-bin-help")) }
                (rows(page.binned.iter().map(line)))
            }))
        }
    }
}

/// The latest documents, for the client's page.
pub(crate) fn brief(texts: Texts, client: SubjectId, documents: &[Document], count: usize) -> Markup {
    let paper = Paper::new(texts.t("documents-title")).id("documents");
    if documents.is_empty() {
        return paper.with(Empty::new(texts.t("documents-none")).first_step(Button::link(
            address(client) + "/new",
            texts.t("documents-first-step"),
        )));
    }
    let more = texts.with("documents-all", &[("count", count.into())]);
    let line = |document: &Document| {
        Row::link(document_address(client, document.id), &document.about.words.title).words(html! {
            (texts.t(document.about.words.class.word())) " " (tags(texts, document))
        })
    };
    paper
        .more(address(client), more)
        .with(rows(documents.iter().map(line)))
}
