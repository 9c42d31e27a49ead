//! How the client's page looks: who it is, the situation now, then what is done together, then the rest.

use jiff::civil::Date;
use polku_pages::{
    Markup, Texts,
    components::{Empty, Facts, Notice, Paper, Tag},
    format,
    frame::Heading,
    html,
};

use super::{
    parts::Parts,
    summary::{Standing, age_in_words},
};

/// What the page shows.
#[derive(Default)]
pub(super) struct ClientPage {
    pub(super) name: String,
    pub(super) age: Option<u8>,
    pub(super) contact_language: Option<String>,
    /// Whether the relationship goes on; nothing when the role does not know.
    pub(super) standing: Option<Standing>,
    pub(super) since: Option<Date>,
    pub(super) is_protected: bool,
    pub(super) has_arrangements: bool,
    /// Whether the page was opened in an emergency.
    pub(super) in_emergency: bool,
    pub(super) parts: Option<Parts>,
    pub(super) tabs: Option<Markup>,
}

/// Name, age, language, since when; and the warnings that matter.
pub(super) fn heading(texts: Texts, page: &mut ClientPage) -> Heading {
    let mut line: Vec<String> = Vec::new();
    line.extend(page.age.map(|age| age_in_words(texts, age)));
    if let Some(language) = &page.contact_language {
        line.push(texts.with(
            "client-contact-language",
            &[("language", language.as_str().into())],
        ));
    }
    if let Some(since) = page.since {
        line.push(texts.with("client-since", &[("day", format::date(since).into())]));
    }
    let mut heading = Heading::new(html! { (page.name) })
        .back("/clients", texts.t("nav-clients"))
        .subtitle(line.join(" · "));
    if page.is_protected {
        heading = heading.tag(Tag::private(texts.t("field-protected-address")));
    }
    if page.has_arrangements {
        heading = heading.tag(Tag::due(texts.t("client-has-arrangements")));
    }
    if page.standing == Some(Standing::Ended) {
        heading = heading.tag(Tag::plain(texts.t("client-standing-ended")));
    }
    let actions = page
        .parts
        .as_mut()
        .map(|parts| std::mem::take(&mut parts.actions))
        .unwrap_or_default();
    actions.into_iter().fold(heading, Heading::action)
}

/// The rest of the page, top down.
pub(super) fn body(texts: Texts, page: ClientPage) -> Markup {
    let Some(parts) = page.parts else { return html! {} };
    html! {
        @if page.in_emergency { (Notice::warning(texts.t("client-in-emergency"))) }
        @if parts.now.is_empty() && parts.wide.is_empty() && parts.narrow.is_empty() {
            (Paper::bare().with(Empty::new(texts.t("client-name-only"))))
        }
        @if !parts.now.is_empty() { (Facts::strip(parts.now)) }
        @if !parts.wide.is_empty() || !parts.narrow.is_empty() {
            div.cols {
                @if !parts.wide.is_empty() { div.stack { @for panel in &parts.wide { (panel) } } }
                @if !parts.narrow.is_empty() { div.stack { @for panel in &parts.narrow { (panel) } } }
            }
        }
        @if let Some(tabs) = &page.tabs { (tabs) }
    }
}
