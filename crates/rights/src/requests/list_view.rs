//! How the work list is shown.

use jiff::civil::Date;
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Direction, Empty, Notice, Pagination, Paper, Table},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_profile::Profile;

use super::{
    change::address,
    list::{Asked, Shown},
    request::{Kind, State},
    store::{Found, Order},
    view::{due, kind_word, state_tag},
};

/// The whole page.
pub(super) fn list(
    texts: Texts,
    profile: &Profile,
    shown: &Shown,
    asked: &Asked,
    others: bool,
    today: Date,
) -> Markup {
    let order = asked.order();
    let pages = Pagination {
        older: shown.is_full.then(|| asked.address(order, shown.page + 1)),
        newer: (shown.page > 1).then(|| asked.address(order, shown.page - 1)),
        ..Pagination::default()
    };
    html! {
        div.stack {
            (clocks(texts, shown))
            (search(texts, asked))
            (Paper::new(texts.t("requests-title")).with(html! {
                @if shown.found.is_empty() { (Empty::new(texts.t("requests-none-found"))) }
                @else { (table(texts, profile, shown, asked, today)) }
            }))
            (pages.render(texts))
            @if others { p { a href="/publicity-requests" { (texts.t("publicity-title")) } } }
        }
    }
}

/// What presses, in one line.
fn clocks(texts: Texts, shown: &Shown) -> Markup {
    let said = texts.with(
        "requests-counted",
        &[("late", shown.late.into()), ("soon", shown.soon.into())],
    );
    html! {
        @if shown.late > 0 { (Notice::failed(said)) }
        @else if shown.soon > 0 { (Notice::warning(said)) }
        @else { (Notice::done(texts.t("requests-nothing-presses"))) }
    }
}

fn search(texts: Texts, asked: &Asked) -> Markup {
    let mut state = FormState::new();
    for (name, value) in [
        ("state", &asked.state),
        ("kind", &asked.kind),
        ("open", &asked.open),
    ] {
        state.set(name, value);
    }
    let form = Form::get(texts, "/requests", &state);
    let states = State::ALL
        .iter()
        .map(|one| Choice::new(one.name(), texts.t(&format!("requests-state-{one}"))));
    let kinds = Kind::ALL
        .iter()
        .map(|one| Choice::new(one.name(), kind_word(texts, *one)));
    let which =
        ["open", "closed", "all"].map(|one| Choice::new(one, texts.t(&format!("requests-which-{one}"))));
    form.in_a_line(html! {
        (form.select("open", texts.t("requests-which"), which))
        (form.select("kind", texts.t("requests-kind"), kinds).optional())
        (form.select("state", texts.t("requests-state"), states).optional())
        (Button::submit(texts.t("common-find")))
    })
}

fn table(texts: Texts, profile: &Profile, shown: &Shown, asked: &Asked, today: Date) -> Table {
    let now = |order: Order, direction: Direction| (asked.order() == order).then_some(direction);
    let sorted = |key: &str, order: Order, direction: Direction| {
        Column::new(texts.t(key)).sort(asked.address(order, 1), now(order, direction))
    };
    let columns = [
        Column::new(texts.t("requests-client")),
        sorted("requests-kind", Order::Kind, Direction::Ascending),
        sorted("requests-due", Order::Due, Direction::Ascending),
        Column::new(texts.t("requests-state")),
        sorted("requests-received", Order::Receipt, Direction::Descending),
        Column::new(texts.t("requests-handler")),
    ];
    let row = |found: &Found| {
        let one = &found.request;
        vec![
            html! { a href=(address(found.client, one.id)) { (found.name) } },
            html! { (kind_word(texts, one.kind)) },
            html! { (due(texts, profile, one, today)) },
            html! { (state_tag(texts, one.state)) },
            html! { (format::near_date(texts, one.received_on, today)) },
            html! { @if let Some(handler) = &one.handler { (handler) } },
        ]
    };
    Table::new("requests", texts.t("requests-list-title"), columns)
        .caption_unseen()
        .cards()
        .rows(shown.found.iter().map(row))
}
