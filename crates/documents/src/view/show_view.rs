//! One document: its pages as pictures, and what is said of it.

use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Fact, Facts, Notice, Paper, Row, rows},
    form::{Form, FormState},
    format, html,
};
use polku_profile::{Channel, Profile};

use super::{
    ShowPage, added, document_address, file_address, language, language_word, publicity_word, size,
    why_closed,
};
use crate::{
    document::{Checked, Document, Reading, State, StoredFile},
    kind::ACCEPT,
};

/// The page of one document.
pub(crate) fn show(texts: Texts, page: &ShowPage, form: &FormState) -> Markup {
    let is_under_way = page.document.file.is_under_way();
    html! {
        div data-under-way[is_under_way] {
            @if page.document.state == State::Binned { (in_the_bin(texts, page)) }
            (standing(texts, page))
            div.cols {
                div.stack { (pages(texts, page)) }
                div.stack {
                    (Paper::new(texts.t("documents-about")).with_inside(
                        Facts::list(facts(texts, &page.profile, &page.document))))
                    (files(texts, page))
                    @if page.may_write && page.document.state == State::Kept { (doing(texts, page, form)) }
                }
            }
        }
    }
}

/// What stands in the way of opening it, and what is to be known before it is opened elsewhere.
fn standing(texts: Texts, page: &ShowPage) -> Markup {
    let file = &page.document.file;
    let remarks: Vec<&str> = file.words.remarks.keys().collect();
    html! {
        @if let Some(key) = why_closed(file.checked) {
            @match file.checked {
                Checked::Infected => {
                    (Notice::failed(texts.with("documents-infected",
                        &[("threat", file.words.threat.clone().unwrap_or_default().into())])))
                }
                Checked::Waiting if !page.has_scanner => { (Notice::warning(texts.t("documents-closed-no-scanner"))) }
                Checked::Waiting => { (Notice::info(texts.t(key))) }
                _ => { (Notice::warning(texts.t(key))) }
            }
        }
        @if file.checked.is_open() && !remarks.is_empty() {
            (Notice::warning(texts.t("documents-remarks")).more(html! {
                ul { @for key in &remarks { li { (texts.t(key)) } } }
            }))
        }
        @if file.checked.is_open() && file.reading == Reading::Unread {
            (Notice::warning(texts.t("documents-unread")))
        }
    }
}

fn pages(texts: Texts, page: &ShowPage) -> Markup {
    let file = &page.document.file;
    let count = file.shown_pages();
    if count == 0 {
        let key = if file.checked.is_open() {
            "documents-not-shown"
        } else {
            "documents-shown-later"
        };
        return Paper::new(texts.t("documents-pages")).with_inside(html! { p.quiet { (texts.t(key)) } });
    }
    let last = (page.from + page.at_once - 1).min(count);
    let turn = |from: i64| format!("{}?from={from}", document_address(page.client, page.document.id));
    let before = (page.from > 1).then(|| turn((page.from - page.at_once).max(1)));
    let after = (last < count).then(|| turn(last + 1));
    let note = texts.with(
        "documents-page-count",
        &[
            ("first", page.from.into()),
            ("last", last.into()),
            ("count", count.into()),
        ],
    );
    Paper::new(texts.t("documents-pages")).note(note).with(html! {
        div.inside.sheets {
            @for number in page.from..=last {
                img.sheet src={ (file_address(page.client, file)) "/pages/" (number) } loading="lazy"
                    alt=(texts.with("documents-page-alt", &[("page", number.into())]));
            }
        }
        @if before.is_some() || after.is_some() {
            nav.pages aria-label=(texts.t("documents-pages")) {
                @if let Some(before) = &before {
                    a.btn.tiny rel="prev" href=(before) { (texts.t("documents-pages-before")) }
                }
                @if let Some(after) = &after {
                    a.btn.tiny rel="next" href=(after) { (texts.t("documents-pages-after")) }
                }
            }
        }
    })
}

/// What is said of a document.
pub(super) fn facts(texts: Texts, profile: &Profile, document: &Document) -> Vec<Fact> {
    let (about, words) = (&document.about, &document.about.words);
    let mut facts = vec![Fact::new(texts.t("documents-class"), texts.t(words.class.word()))];
    let mut add = |key: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            facts.push(Fact::new(texts.t(key), value));
        }
    };
    add("documents-dated", about.dated.map(format::date));
    let language_of = words.language.map(|language| texts.t(language_word(language)));
    add("documents-language", language_of);
    add("field-source", source(texts, profile, document));
    let channel = Channel::from_key(&words.channel).map(|channel| texts.t(&channel.label_key()));
    add("field-channel", channel);
    let secrecy = texts.t(publicity_word(about.publicity));
    let secrecy = if words.ground.is_empty() {
        secrecy
    } else {
        format!("{secrecy} ({})", words.ground)
    };
    add("documents-publicity", Some(secrecy));
    let retention = profile.retention_class(&document.retention);
    add(
        "documents-retention",
        retention.map(|class| class.name.get(language(texts)).to_owned()),
    );
    add("documents-note", Some(words.note.clone()));
    facts
}

fn source(texts: Texts, profile: &Profile, document: &Document) -> Option<String> {
    let words = &document.about.words;
    let source = profile.source(&words.source)?.name.get(language(texts));
    Some(if words.who.is_empty() {
        source.to_owned()
    } else {
        format!("{source}: {}", words.who)
    })
}

/// The files of the document, the latest first.
fn files(texts: Texts, page: &ShowPage) -> Markup {
    let line = |file: &StoredFile| {
        let name = texts.with("documents-version", &[("number", file.number.into())]);
        let row = if file.checked.is_open() {
            Row::link(file_address(page.client, file), name)
        } else {
            Row::new(name)
        };
        row.words(html! {
            (file.kind.extension().to_uppercase()) " · " (size(texts, file.stored.size)) " · " (added(texts, file))
        })
    };
    Paper::new(texts.t("documents-files-of")).with(rows(page.files.iter().map(line)))
}

fn doing(texts: Texts, page: &ShowPage, state: &FormState) -> Markup {
    let address = document_address(page.client, page.document.id);
    let action = format!("{address}/versions");
    let form = Form::with_files(texts, &action, state);
    let limit = size(texts, page.largest);
    let to_bin = format!("{address}/bin");
    html! {
        (Disclosure::new(texts.t("documents-renew")).open(state.has_errors()).with(form.with(html! {
            (form.file("files", texts.t("documents-new-file")).accept(ACCEPT)
                .help(texts.with("documents-new-file-help", &[("limit", limit.into())])))
            (Button::submit(texts.t("documents-renew-send")))
        })))
        form method="post" action=(to_bin) { (Button::submit(texts.t("documents-to-bin"))) }
    }
}

fn in_the_bin(texts: Texts, page: &ShowPage) -> Markup {
    let address = document_address(page.client, page.document.id) + "/take-back";
    let notice = Notice::warning(texts.t("documents-in-bin"));
    let take_back = html! {
        form method="post" action=(address) { (Button::submit(texts.t("documents-take-back")).tiny()) }
    };
    if page.may_write {
        html! { (notice.more(take_back)) }
    } else {
        html! { (notice) }
    }
}
