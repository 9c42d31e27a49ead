//! What holds for every page, on the sample pages in three languages.

use crate::markup::{attribute, attributes, between, tags};
use polku_pages::samples::{Sample, pages};
use polku_pages::{Locale, Texts, assets};
use std::collections::BTreeSet;

fn every_page() -> impl Iterator<Item = (Locale, String, String)> {
    Locale::ALL.into_iter().flat_map(|locale| {
        pages(Texts::new(locale))
            .into_iter()
            .map(move |Sample { name, page }| (locale, name, page.into_string()))
    })
}

#[test]
fn every_page_has_all_its_texts_in_three_languages() {
    for (locale, name, page) in every_page() {
        assert!(
            !page.contains('⟦'),
            "{name} in {}: {}",
            locale.code(),
            between(&page, "⟦", "⟧")
        );
        assert!(page.starts_with("<!DOCTYPE html>"), "{name}");
        assert!(
            page.contains(&format!("<html lang=\"{}\">", locale.code())),
            "{name}"
        );
    }
}

/// The content security policy allows nothing inline.
#[test]
fn no_page_has_inline_code_or_styles() {
    for (_, name, page) in every_page() {
        for tag in tags(&page) {
            assert!(!tag.contains(" style="), "{name}: <{tag}>");
            assert!(!handles_events(tag), "{name}: <{tag}>");
            assert!(!tag.starts_with("style"), "{name}: <{tag}>");
            assert!(!tag.contains("javascript:"), "{name}: <{tag}>");
            assert!(
                !tag.starts_with("script") || tag.contains(" src="),
                "{name}: <{tag}>"
            );
        }
    }
}

fn handles_events(tag: &str) -> bool {
    let after = tag.split(" on").skip(1);
    after
        .filter_map(|rest| rest.split_once('='))
        .any(|(name, _)| name.chars().all(char::is_alphanumeric))
}

#[test]
fn every_file_a_page_asks_for_is_served() {
    for (_, name, page) in every_page() {
        let asked = attributes(&page, "href").chain(attributes(&page, "src"));
        for address in asked.filter(|address| address.starts_with(assets::PREFIX)) {
            assert!(assets::find(address).is_some(), "{name}: {address}");
        }
    }
}

#[test]
fn ids_are_unique_and_every_reference_lands() {
    for (_, name, page) in every_page() {
        let ids: Vec<&str> = attributes(&page, "id").collect();
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "{name} has an id twice: {ids:?}");
        for reference in [
            "for",
            "aria-labelledby",
            "aria-describedby",
            "list",
            "data-show-password",
        ] {
            for id in attributes(&page, reference).flat_map(str::split_whitespace) {
                assert!(
                    known.contains(id),
                    "{name}: {reference} names {id}, which is not there"
                );
            }
        }
        for target in attributes(&page, "href").filter_map(|href| href.strip_prefix('#')) {
            assert!(
                known.contains(target),
                "{name}: a link to #{target}, which is not there"
            );
        }
    }
}

#[test]
fn every_control_has_a_name() {
    for (_, name, page) in every_page() {
        let labelled: BTreeSet<&str> = attributes(&page, "for").collect();
        let controls = tags(&page)
            .filter(|tag| {
                ["input", "select", "textarea"]
                    .iter()
                    .any(|control| tag.starts_with(control))
            })
            .filter(|tag| attribute(tag, "type") != Some("hidden"));
        for control in controls {
            let id = attribute(control, "id").unwrap_or_default();
            assert!(labelled.contains(id), "{name}: <{control}> has no label");
        }
    }
}

/// A8: being a client is itself secret, and titles stay in the browser's history.
#[test]
fn titles_name_the_kind_of_page_only() {
    for (_, name, page) in every_page() {
        let title = between(&page, "<title>", "</title>");
        assert!(
            title.ends_with(" – Polku") && title.len() > " – Polku".len(),
            "{name}: {title}"
        );
        assert!(!title.contains("Ilona"), "{name}: {title}");
    }
}

/// A8: a name typed into the find field must not end up in an address.
#[test]
fn looking_for_somebody_leaves_no_name_in_an_address() {
    let (_, _, page) = every_page().next().expect("a page");
    let form = tags(&page)
        .find(|tag| tag.starts_with("form") && tag.contains("search"))
        .expect("a find form");
    assert_eq!(attribute(form, "method"), Some("post"));
}

#[test]
fn every_page_has_one_main_heading_and_a_way_past_the_menus() {
    for (_, name, page) in every_page() {
        assert_eq!(page.matches("<h1>").count(), 1, "{name}");
        assert_eq!(page.matches("<main").count(), 1, "{name}");
        assert!(page.contains("<a class=\"skip\" href=\"#content\">"), "{name}");
    }
}
