//! Made-up pages that show every component, for tests and the gallery. People and places do not exist.
//!
//! A new component gets a place in one of these pages; tests then render it in three languages.

mod attendance;
mod client;
mod forms;
mod parts;
mod problems;
mod today;

use crate::frame::{Band, Flash, Frame, NavItem, RegisterLabel, SignedIn, Switch};
use crate::texts::Texts;
use maud::Markup;

/// A whole page of the gallery.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Its name, fit for a file.
    pub name: String,
    /// The document.
    pub page: Markup,
}

impl Sample {
    fn new(name: impl Into<String>, page: Markup) -> Self {
        Self {
            name: name.into(),
            page,
        }
    }
}

/// All sample pages in one language.
#[must_use]
pub fn pages(texts: Texts) -> Vec<Sample> {
    let mut pages = vec![
        Sample::new("today", today::page(texts)),
        Sample::new("client", client::page(texts)),
        Sample::new("attendance", attendance::page(texts)),
        Sample::new("form", forms::filled(texts)),
        Sample::new("form-with-errors", forms::with_errors(texts)),
        Sample::new("sign-in", forms::sign_in(texts)),
        Sample::new("parts", parts::page(texts)),
    ];
    pages.extend(problems::pages(texts));
    pages
}

fn frame(texts: Texts, title: &'static str, current: &str) -> Frame {
    let places = [
        ("nav-today", "/", None),
        ("nav-clients", "/clients", Some(34)),
        ("nav-attendance", "/attendance", None),
        ("nav-tasks", "/tasks", Some(5)),
        ("nav-plans", "/plans", None),
        ("nav-reports", "/reports", None),
    ];
    let navigation = places.map(|(key, href, count)| NavItem {
        count,
        ..NavItem::new(key, href).current(key == current)
    });
    Frame {
        texts,
        title,
        register: Some(RegisterLabel {
            name: "Työpajan asiakasrekisteri".into(),
            band: Band::Green,
        }),
        signed_in: Some(maija()),
        navigation: navigation.into(),
        path: "/".into(),
        ..Frame::default()
    }
}

fn maija() -> SignedIn {
    let switch = |value: &str, label: &str, current| Switch {
        value: value.into(),
        label: label.into(),
        current,
    };
    SignedIn {
        display_name: "Maija Valmentaja".into(),
        role_key: "role-coach",
        switches: vec![
            switch("paja:coach", "Työpajan asiakasrekisteri, valmentaja", true),
            switch("typpi:coach", "Yhteispalvelun rekisteri, valmentaja", false),
        ],
        places: Vec::new(),
    }
}

fn saved(texts: Texts) -> Flash {
    Flash::done(texts.with("common-saved-at", &[("time", "14.05".into())]))
}
