//! The diary's list as it is seen.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Pagination, Paper, rows},
    form::{Choice, Form, FormState},
    format, html,
};
use uuid::Uuid;

use super::{
    entry::EntryKind,
    entry_view::Reading,
    form::kind_name,
    store::{Filter, Page},
};
use crate::goals::GoalTitle;

/// What a list shows.
pub(super) struct Shown {
    pub(super) page: Page,
    pub(super) total: i64,
    pub(super) goals: Vec<GoalTitle>,
    pub(super) filter: Filter,
    pub(super) state: FormState,
    pub(super) client: SubjectId,
    pub(super) today: Date,
}

impl Shown {
    fn reading(&self, texts: Texts) -> Reading<'_> {
        Reading {
            texts,
            today: self.today,
            client: self.client,
            goals: &self.goals,
        }
    }
}

/// The list with its filters.
pub(super) fn list(texts: Texts, shown: &Shown) -> Markup {
    let reading = shown.reading(texts);
    let pages = Pagination {
        newer: shown
            .page
            .newer
            .map(|entry| address(shown, "", Some(("before", entry)))),
        older: shown
            .page
            .older
            .map(|entry| address(shown, "", Some(("after", entry)))),
        position: texts.with("diary-total", &[("count", shown.total.into())]),
    };
    html! {
        div.stack {
            (filters(texts, shown))
            @if shown.page.entries.is_empty() {
                (Paper::bare().with(empty(texts, shown)))
            } @else {
                (Paper::bare().with(html! {
                    (rows(shown.page.entries.iter().map(|entry| reading.note(entry))))
                    (pages.render(texts))
                }))
            }
        }
    }
}

/// The whole of it, for paper.
pub(super) fn paper(texts: Texts, shown: &Shown) -> Markup {
    let reading = shown.reading(texts);
    html! {
        @if shown.page.entries.is_empty() {
            (Paper::bare().with(empty(texts, shown)))
        } @else {
            (rows(shown.page.entries.iter().map(|entry| reading.note(entry))))
        }
    }
}

/// What is on the paper and of which day it is: `34 merkintää · tulostettu 22.11.2026`.
pub(super) fn printed(texts: Texts, shown: &Shown) -> String {
    let number = [("count", shown.page.entries.len().into())];
    let day = [("date", format::date(shown.today).into())];
    format!(
        "{} · {}",
        texts.with("diary-total", &number),
        texts.with("diary-printed", &day)
    )
}

/// The address of a page of the same choice.
pub(super) fn address(shown: &Shown, end: &str, cursor: Option<(&str, Uuid)>) -> String {
    let mut query = Vec::new();
    if let Some(kind) = shown.filter.kind {
        query.push(format!("kind={kind}"));
    }
    if let Some(goal) = shown.filter.goal {
        query.push(format!("goal={goal}"));
    }
    if let Some((name, entry)) = cursor {
        query.push(format!("{name}={entry}"));
    }
    let mark = if query.is_empty() { "" } else { "?" };
    format!("/clients/{}/diary{end}{mark}{}", shown.client, query.join("&"))
}

fn filters(texts: Texts, shown: &Shown) -> Markup {
    let action = format!("/clients/{}/diary", shown.client);
    let form = Form::get(texts, &action, &shown.state);
    let kinds = EntryKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.name(), kind_name(texts, *kind)));
    let goals = shown
        .goals
        .iter()
        .map(|goal| Choice::new(goal.id.to_string(), goal.title.as_str()));
    form.in_a_line(html! {
        (form.select("kind", texts.t("diary-kind"), kinds).optional())
        @if !shown.goals.is_empty() { (form.select("goal", texts.t("diary-goal"), goals).optional()) }
        (Button::submit(texts.t("diary-show")))
    })
}

fn empty(texts: Texts, shown: &Shown) -> Empty {
    if shown.filter == Filter::default() {
        let new = format!("/clients/{}/diary/new", shown.client);
        Empty::new(texts.t("diary-empty")).first_step(Button::link(new, texts.t("diary-write-first")).main())
    } else {
        Empty::new(texts.t("diary-none-chosen"))
    }
}
