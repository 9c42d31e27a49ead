//! How reminders look.

use std::collections::BTreeMap;

use jiff::{ToSpan as _, civil::Date};
use polku_casework::today::DueThing;
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Paper, Row, Tag, rows},
    form::{Choice, Form, FormState},
    format, html,
};

use super::page::Sort;

/// Of which days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum When {
    /// All of them.
    #[default]
    All,
    /// What is late.
    Late,
    /// What is late or due within a week.
    Week,
}

impl When {
    const ALL: [Self; 3] = [Self::All, Self::Late, Self::Week];

    /// Its name in addresses.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Late => "late",
            Self::Week => "week",
        }
    }

    /// The days of a name; all when there is none.
    pub(super) fn named(name: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|when| when.name() == name)
            .unwrap_or_default()
    }

    /// Whether a thing is of these days.
    pub(super) fn holds(self, thing: &DueThing, today: Date) -> bool {
        match (self, thing.on) {
            (Self::All, _) => true,
            (_, None) => false,
            (Self::Late, Some(on)) => on < today,
            (Self::Week, Some(on)) => on <= today.saturating_add(7.days()),
        }
    }
}

/// What is due, with its filters.
pub(super) fn list(texts: Texts, today: Date, things: &[DueThing], what: &str, when: When) -> Markup {
    let chosen: Vec<&DueThing> = things
        .iter()
        .filter(|thing| (what.is_empty() || thing.word == what) && when.holds(thing, today))
        .collect();
    html! {
        div.stack {
            @if !things.is_empty() { (filters(texts, things, what, when)) }
            @if chosen.is_empty() {
                @let key = if things.is_empty() { "reminders-none" } else { "reminders-none-chosen" };
                (Paper::bare().with(Empty::new(texts.t(key))))
            } @else {
                (Paper::bare().with(rows(chosen.into_iter().map(|thing| row(texts, thing, today)))))
            }
        }
    }
}

fn filters(texts: Texts, things: &[DueThing], what: &str, when: When) -> Markup {
    let mut kinds: BTreeMap<&'static str, usize> = BTreeMap::new();
    for thing in things {
        *kinds.entry(thing.word).or_default() += 1;
    }
    let mut state = FormState::new();
    state.set("what", what).set("when", when.name());
    let form = Form::get(texts, "/reminders", &state);
    let kinds = kinds
        .into_iter()
        .map(|(word, count)| Choice::new(word, format!("{} ({count})", texts.t(word))));
    let days =
        When::ALL.map(|when| Choice::new(when.name(), texts.t(&format!("reminders-when-{}", when.name()))));
    form.in_a_line(html! {
        (form.select("what", texts.t("reminders-kind"), kinds).optional())
        (form.select("when", texts.t("reminders-when"), days))
        (Button::submit(texts.t("reminders-show")))
    })
}

fn row(texts: Texts, thing: &DueThing, today: Date) -> Row {
    let what = thing.said.clone().unwrap_or_else(|| texts.t(thing.word));
    Row::link(&thing.href, format!("{what}, {}", thing.name)).words(html! {
        @if thing.said.is_some() { (Tag::plain(texts.t(thing.word))) " " }
        @if let Some(on) = thing.on { (day_tag(texts, on, today)) }
    })
}

fn day_tag(texts: Texts, on: Date, today: Date) -> Tag {
    let days = (on - today).get_days();
    if days < 0 {
        return Tag::over(texts.with("common-days-late", &[("days", (-days).into())]));
    }
    let day = format::near_date(texts, on, today);
    if days <= 7 { Tag::due(day) } else { Tag::plain(day) }
}

/// Whether and where one wants the message.
pub(super) fn message(texts: Texts, sort: Sort, state: &FormState) -> Markup {
    let form = Form::post(texts, "/reminders/message", state);
    let (what, yes) = match sort {
        Sort::Daily => ("reminders-message-what", "reminders-wanted-on"),
        Sort::AtOnce => ("reminders-news-what", "reminders-news-wanted-on"),
    };
    let wanted = [("on", yes), ("off", "reminders-wanted-off")];
    let wanted = wanted.map(|(wanted, word)| Choice::new(wanted, texts.t(word)));
    Paper::bare().with_inside(form.with(html! {
        p { (texts.t(what)) }
        (form.radios("wanted", texts.t("reminders-wanted"), wanted))
        (form.email("email", texts.t("reminders-email")).help(texts.t("reminders-email-help")).autocomplete("email").optional())
        p.actions { (Button::submit(texts.t("common-save")).main()) }
    }))
}
