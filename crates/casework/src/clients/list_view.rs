//! How the list of clients looks.

use polku_desk::{ids::WorkgroupId, lookup::PeoplePage};
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Empty, Paper, Tab, Table, tabs},
    form::{Choice, Form, FormState},
    format,
    frame::Heading,
    html,
};

use super::{list::Show, summary::Summary};

/// A group that the list can be narrowed to.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) id: WorkgroupId,
    pub(super) name: String,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub(super) struct Listing {
    pub(super) show: Show,
    pub(super) group: Option<WorkgroupId>,
    pub(super) groups: Vec<Group>,
    pub(super) clients: Vec<Summary>,
    pub(super) page: PeoplePage,
    /// Whether the visitor takes lists out as files.
    pub(super) takes_out: bool,
    /// Whether the visitor takes clients in.
    pub(super) takes_in: bool,
    /// Whether the visitor has clients of their own.
    pub(super) has_own: bool,
}

/// The heading with how many there are.
pub(super) fn heading(texts: Texts, listing: &Listing) -> Heading {
    let total = i64::try_from(listing.page.total).unwrap_or(i64::MAX);
    let mut heading = Heading::new(texts.t("nav-clients"))
        .subtitle(texts.with("client-list-count", &[("count", total.into())]));
    if listing.takes_out {
        let href = format!("/clients/export?{}", which(listing));
        heading = heading.action(Button::link(href, texts.t("export-link")));
    }
    if listing.takes_in {
        heading.action(admit(texts))
    } else {
        heading
    }
}

fn admit(texts: Texts) -> Button {
    Button::link("/clients/new", texts.t("client-intake-begin"))
        .main()
        .key('n')
}

/// The list with its ways on.
pub(super) fn body(texts: Texts, listing: &Listing) -> Markup {
    html! {
        (choices(texts, listing))
        @if !listing.groups.is_empty() { (by_group(texts, listing)) }
        (Paper::bare().with(html! {
            @if listing.clients.is_empty() { (nobody(texts, listing)) } @else { (table(texts, &listing.clients)) }
        }))
        (ways_on(texts, listing))
    }
}

fn choices(texts: Texts, listing: &Listing) -> Markup {
    let tab = |show: Show, key: &str| {
        Tab::new(format!("/clients?show={show}"), texts.t(key))
            .current(listing.group.is_none() && listing.show == show)
    };
    let mut all = vec![tab(Show::All, "client-list-all")];
    if listing.has_own {
        all.push(tab(Show::Mine, "client-list-mine"));
    }
    all.push(tab(Show::Ongoing, "client-list-ongoing"));
    all.push(tab(Show::Ended, "client-list-ended"));
    tabs(&texts.t("client-list-choices"), &all)
}

fn by_group(texts: Texts, listing: &Listing) -> Markup {
    let mut state = FormState::new();
    if let Some(group) = listing.group {
        state.set("group", group.to_string());
    }
    let form = Form::get(texts, "/clients", &state);
    let groups = listing
        .groups
        .iter()
        .map(|group| Choice::new(group.id.to_string(), &group.name));
    form.in_a_line(html! {
        (form.select("group", texts.t("client-list-group"), groups).optional())
        (Button::submit(texts.t("client-list-narrow")))
    })
}

fn nobody(texts: Texts, listing: &Listing) -> Empty {
    let everyone = listing.show == Show::All && listing.group.is_none();
    match (everyone, listing.takes_in) {
        (true, true) => Empty::new(texts.t("client-list-empty")).first_step(admit(texts)),
        (true, false) => Empty::new(texts.t("client-list-empty")),
        (false, _) => Empty::new(texts.t("client-list-none-so"))
            .first_step(Button::link("/clients", texts.t("client-list-show-all"))),
    }
}

fn table(texts: Texts, clients: &[Summary]) -> Table {
    let columns = [
        Column::new(texts.t("client-name")),
        Column::number(texts.t("client-age-head")).unit(texts.t("client-age-unit")),
        Column::new(texts.t("client-groups")),
        Column::new(texts.t("client-period")),
        Column::new(texts.t("client-standing")),
    ];
    let row = |one: &Summary| {
        vec![
            html! { a href=(one.href()) { (one.name) } },
            html! { @if let Some(age) = one.age { (age) } },
            html! { (one.groups.join(", ")) },
            html! { @if let Some(period) = one.period(texts) { (period) } },
            html! { @if let Some(tag) = one.tag(texts) { (tag) } },
        ]
    };
    Table::new("clients", texts.t("nav-clients"), columns)
        .caption_unseen()
        .cards()
        .rows(clients.iter().map(row))
}

/// How the list is narrowed, as addresses say it.
fn which(listing: &Listing) -> String {
    match listing.group {
        Some(group) => format!("group={group}"),
        None => format!("show={}", listing.show),
    }
}

/// First, previous, next and last. Pages have no numbers: people come and go between them.
fn ways_on(texts: Texts, listing: &Listing) -> Markup {
    let page = &listing.page;
    let (Some(first), Some(last)) = (page.subjects.first(), page.subjects.last()) else {
        return html! {};
    };
    let which = which(listing);
    let way = |rel: Option<&str>, query: String, key: &str| {
        html! { a.btn.tiny rel=[rel] href={ "/clients?" (which) (query) } { (texts.t(key)) } }
    };
    html! {
        @if page.earlier || page.later {
            nav.pages aria-label=(texts.t("common-pages")) {
                @if page.earlier {
                    (way(None, String::new(), "client-list-first"))
                    (way(Some("prev"), format!("&before={first}"), "client-list-previous"))
                }
                span.quiet { (format::integer(texts.locale(), i64::try_from(page.subjects.len()).unwrap_or(0))) " / "
                    (format::integer(texts.locale(), i64::try_from(page.total).unwrap_or(0))) }
                @if page.later {
                    (way(Some("next"), format!("&after={last}"), "client-list-next"))
                    (way(None, "&last=yes".to_owned(), "client-list-last"))
                }
            }
        }
    }
}
