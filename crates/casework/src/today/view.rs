//! How the day looks.

use jiff::civil::Date;
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Paper, Row, Tag, rows},
    format,
    frame::Heading,
    html,
};

use super::page::{Day, Waiting};
use crate::periods;

pub(super) fn heading(texts: Texts, today: Date) -> Heading {
    Heading::new(texts.t("nav-today"))
        .subtitle(format::date_in_words(texts.locale(), today))
        .action(Button::link("/clients", texts.t("today-to-clients")))
        .action(Button::link("/attendance", texts.t("today-mark")).main())
}

pub(super) fn day(texts: Texts, day: &Day) -> Markup {
    html! {
        div.cols {
            (Paper::new(texts.t("nav-groups")).with(groups(texts, day)))
            div.stack {
                (Paper::new(texts.t("today-due")).with(due(texts, day)))
                (Paper::new(texts.t("today-unfinished")).with(unfinished(texts, day)))
            }
        }
    }
}

fn groups(texts: Texts, day: &Day) -> Markup {
    html! {
        @if day.groups.is_empty() {
            (Empty::new(texts.t("today-no-groups")))
        } @else {
            (rows(day.groups.iter().map(|group| {
                let marks = Button::link(format!("/attendance?group={}", group.id), texts.t("today-mark"));
                Row::link(format!("/groups/{}", group.id), group.name.clone())
                    .words(group.place.clone())
                    .action(marks.tiny().about(&group.name))
            })))
        }
    }
}

fn due(texts: Texts, day: &Day) -> Markup {
    let nothing = day.tasks.is_empty() && day.periods.is_empty() && day.follow_ups.is_empty();
    html! {
        @if nothing {
            (Empty::new(texts.t("today-nothing-due")))
        } @else {
            (rows(day.tasks.iter().map(|task| waiting(texts, task, day.today))))
            (rows(day.periods.iter().map(|due| {
                Row::link(format!("/clients/{}/periods", due.subject), due.name.clone())
                    .words(periods::flag_tag(texts, due.flag))
            })))
            (rows(day.follow_ups.iter().map(|due| {
                Row::link(format!("/clients/{}/relationships", due.subject), due.name.clone())
                    .words(Tag::due(texts.t("today-follow-up")))
            })))
        }
    }
}

fn waiting(texts: Texts, task: &Waiting, today: Date) -> Row {
    let on = format::near_date(texts, task.on, today);
    let tag = if task.on < today {
        Tag::over(on)
    } else {
        Tag::due(on)
    };
    Row::link(
        format!("/clients/{}/contacts", task.client),
        format!("{}, {}", task.title, task.name),
    )
    .words(tag)
}

fn unfinished(texts: Texts, day: &Day) -> Markup {
    html! {
        @if day.drafts.is_empty() {
            (Empty::new(texts.t("today-nothing-unfinished")))
        } @else {
            (rows(day.drafts.iter().map(|draft| {
                let saved = format::near_time(texts, format::finnish_time(draft.saved_at), day.today);
                Row::link(draft.address.clone(), draft.name.clone())
                    .words(html! { (Tag::draft(texts.t("today-draft"))) " " (saved) })
            })))
        }
    }
}
