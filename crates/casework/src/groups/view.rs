//! How groups look.

use jiff::civil::Date;
use polku_pages::{
    Markup, Texts,
    components::{
        Button, Column, Disclosure, Empty, Fact, Facts, Notice, Paper, Row, Table, Tag, action_bar, rows,
    },
    form::{Choice, Form, FormState},
    format, html,
};
use uuid::Uuid;

use super::{
    group::{Candidate, Coaching, Group, Member},
    input::LONGEST,
};

/// The forms of a group's coaches, as they were typed.
#[derive(Default)]
pub(super) struct CoachForms {
    /// That of a new coach.
    pub(super) new: FormState,
    /// That of the end of somebody's time.
    pub(super) ending: Option<(Uuid, FormState)>,
}

/// All groups that the visitor sees.
pub(super) fn list(texts: Texts, groups: &[Group], manages: bool, today: Date) -> Markup {
    if groups.is_empty() {
        let text = if manages {
            "groups-none-yet"
        } else {
            "groups-none-own"
        };
        return html! { (Empty::new(texts.t(text))) };
    }
    let columns = ["groups-name", "groups-place", "groups-coaches", "groups-state"]
        .map(|key| Column::new(texts.t(key)));
    let lines = groups.iter().map(|group| {
        vec![
            html! { a href={ "/groups/" (group.id) } { (group.name) } },
            html! { (group.place) },
            html! { (coach_names(texts, group, today)) },
            html! { @if let Some(tag) = state_tag(texts, group, today) { (tag) } @else { (texts.t("groups-open")) } },
        ]
    });
    let table = Table::new("groups", texts.t("groups-title"), columns)
        .caption_unseen()
        .cards()
        .rows(lines);
    Paper::bare().with(table)
}

fn coach_names(texts: Texts, group: &Group, today: Date) -> String {
    let names: Vec<&str> = group
        .coaches
        .iter()
        .filter(|coaching| coaching.holds_on(today))
        .map(|coaching| coaching.name.as_str())
        .collect();
    if names.is_empty() {
        texts.t("groups-no-coach")
    } else {
        names.join(", ")
    }
}

/// The tag of a closed group.
pub(super) fn state_tag(texts: Texts, group: &Group, today: Date) -> Option<Tag> {
    let closed_on = group.closed_on.filter(|_| !group.is_open(today))?;
    let words = texts.with("groups-closed-on", &[("date", format::date(closed_on).into())]);
    Some(Tag::plain(words))
}

/// Who is in the group today.
pub(super) fn members(texts: Texts, members: &[Member]) -> Markup {
    let paper = Paper::new(texts.t("groups-members")).id("members");
    if members.is_empty() {
        return paper.with(Empty::new(texts.t("groups-no-members")));
    }
    let lines = members.iter().map(|member| {
        let since = texts.with(
            "groups-member-since",
            &[("date", format::date(member.from).into())],
        );
        Row::link(format!("/clients/{}", member.client), &member.name).aside(since)
    });
    paper.note(members.len()).with(rows(lines))
}

/// Who coaches the group, with the forms to change it for those who may.
pub(super) fn coaches(
    texts: Texts,
    group: &Group,
    candidates: Option<&[Candidate]>,
    forms: &CoachForms,
    today: Date,
) -> Markup {
    let (current, past): (Vec<&Coaching>, Vec<&Coaching>) = group
        .coaches
        .iter()
        .partition(|coaching| !coaching.is_over(today));
    let content = html! {
        @if current.is_empty() {
            (Empty::new(texts.t("groups-no-coach-yet")))
        } @else {
            (rows(current.iter().map(|coaching| coach(texts, group, coaching, candidates.is_some(), forms, today))))
        }
        @if !past.is_empty() {
            div.inside {
                (Disclosure::new(texts.t("groups-coaches-before")).quiet().with(
                    rows(past.iter().map(|coaching| Row::new(&coaching.name).aside(dates(texts, coaching))))
                ))
            }
        }
        @if let Some(candidates) = candidates {
            @if group.is_open(today) { div.inside { (new_coach(texts, group, candidates, &forms.new, today)) } }
        }
    };
    Paper::new(texts.t("groups-coaches")).id("coaches").with(content)
}

fn coach(
    texts: Texts,
    group: &Group,
    coaching: &Coaching,
    manages: bool,
    forms: &CoachForms,
    today: Date,
) -> Markup {
    let mended = forms
        .ending
        .as_ref()
        .filter(|(id, _)| *id == coaching.id)
        .map(|(_, state)| state);
    html! {
        (Row::new(&coaching.name).aside(dates(texts, coaching)))
        @if manages {
            (Disclosure::new(html! {
                (texts.t("groups-end-coach")) span.unseen { ", " (coaching.name) }
            }).quiet().open(mended.is_some()).with(end_of_coach(texts, group, coaching, mended, today)))
        }
    }
}

fn end_of_coach(
    texts: Texts,
    group: &Group,
    coaching: &Coaching,
    mended: Option<&FormState>,
    today: Date,
) -> Markup {
    let mut fresh = FormState::new();
    fresh.set("until", format::date(today));
    let state = mended.unwrap_or(&fresh);
    let action = format!("/groups/{}/coaches/{}/end", group.id, coaching.id);
    let form = Form::post(texts, &action, state);
    form.with(html! {
        (form.date("until", texts.t("groups-last-day")).help(texts.t("groups-end-coach-help")))
        (action_bar([Button::submit(texts.t("groups-end-coach")).about(&coaching.name)]))
    })
}

fn new_coach(
    texts: Texts,
    group: &Group,
    candidates: &[Candidate],
    typed: &FormState,
    today: Date,
) -> Markup {
    let mut state = typed.clone();
    if state.value("from").is_empty() {
        state.set("from", format::date(today));
    }
    let action = format!("/groups/{}/coaches", group.id);
    let form = Form::post(texts, &action, &state);
    let choices = candidates
        .iter()
        .map(|candidate| Choice::new(candidate.account.to_string(), &candidate.name));
    form.with(form.group(
        texts.t("groups-add-coach"),
        html! {
            (form.select("account", texts.t("groups-coach"), choices).help(texts.t("groups-add-coach-help")))
            (form.date("from", texts.t("groups-first-day")))
            (action_bar([Button::submit(texts.t("groups-add-coach"))]))
        },
    ))
}

fn dates(texts: Texts, coaching: &Coaching) -> String {
    format::period(texts, coaching.from, coaching.until)
}

/// The form of a new group or of changes to one.
pub(super) fn form(texts: Texts, group: Option<&Group>, state: &FormState) -> Markup {
    let (action, back) = match group {
        Some(group) => (format!("/groups/{}", group.id), format!("/groups/{}", group.id)),
        None => ("/groups".to_owned(), "/groups".to_owned()),
    };
    let most = u32::try_from(LONGEST).unwrap_or(u32::MAX);
    let form = Form::post(texts, &action, state);
    Paper::bare().with_inside(form.with(html! {
        @if group.is_some() { (form.hidden("version", state.value("version"))) }
        (form.text("name", texts.t("groups-name")).help(texts.t("groups-name-help")).max_length(most).autofocus())
        (form.text("place", texts.t("groups-place")).optional().max_length(most))
        (action_bar([
            Button::submit(texts.t("common-save")).main(),
            Button::link(back, texts.t("common-cancel")),
        ]))
    }))
}

/// The form that closes a group.
pub(super) fn close_form(texts: Texts, group: &Group, state: &FormState) -> Markup {
    let action = format!("/groups/{}/close", group.id);
    let form = Form::post(texts, &action, state);
    Paper::bare().with_inside(form.with(html! {
        p { (texts.t("groups-close-what")) }
        (form.hidden("version", group.version.to_string()))
        (form.date("closed_on", texts.t("groups-last-day")))
        (action_bar([
            Button::submit(texts.t("groups-close")).main(),
            Button::link(format!("/groups/{}", group.id), texts.t("common-cancel")),
        ]))
    }))
}

/// What is stored now, when somebody else changed the group meanwhile.
pub(super) fn conflict(texts: Texts, stored: &Group) -> Markup {
    let facts = Facts::list([
        Fact::new(texts.t("groups-name"), &stored.name),
        Fact::new(texts.t("groups-place"), &stored.place),
    ]);
    html! { (Notice::warning(texts.t("groups-conflict")).more(facts)) }
}
