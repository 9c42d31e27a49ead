//! The page of the grid.

use jiff::civil::Date;
use polku_desk::{Visit, ids::SessionId};
use polku_pages::{Markup, components::Button, form::FormState, format, frame::Heading, html};
use polku_values::dates::IsoWeek;
use polku_web::{Answer, AtDesk, Failure, Query, Reader};
use serde::Deserialize;

use super::{
    circle::Circles,
    sheet::{Sheet, habits},
    view::{self, FORM, Grid},
    window::Window,
};
use crate::joining::{CircleLink, in_order};

/// What the address asks for. All of it may be left out.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// The circle.
    pub(super) group: String,
    /// The week, as `2026-W48`.
    week: String,
    /// The day to open, as `2026-11-23`.
    day: String,
}

impl Asked {
    pub(super) fn of_form(form: &FormState) -> Self {
        let value = |name: &str| form.value(name).to_owned();
        Self {
            group: value("group"),
            week: value("week"),
            day: value("day"),
        }
    }

    pub(super) fn window(&self, today: Date) -> Answer<Window> {
        let week = optional::<IsoWeek>(&self.week, "no such week")?;
        let day = optional::<Date>(&self.day, "no such day")?;
        Ok(Window::of(week, day, today))
    }

    pub(super) fn href(&self) -> String {
        format!(
            "/attendance?group={}&week={}&day={}",
            self.group, self.week, self.day
        )
    }
}

fn optional<T: std::str::FromStr>(text: &str, unreadable: &'static str) -> Answer<Option<T>> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse()
        .map(Some)
        .map_err(|_| Failure::Unreadable(unreadable))
}

/// The session of the reader, in which what is marked can be undone.
pub(super) fn session(reader: &Reader) -> Option<SessionId> {
    reader.signed_in.as_ref().map(|signed_in| signed_in.session)
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let (heading, body) = shown(&visit, &reader, &asked, None).await?;
    Ok(reader.page_with("nav-attendance", SCRIPTS, &heading, body))
}

pub(super) const SCRIPTS: &[&str] = &["js/attendance.js"];

/// The page's heading and body; with what was typed and what is to be said of it when something is to be mended.
pub(super) async fn shown(
    visit: &Visit,
    reader: &Reader,
    asked: &Asked,
    mending: Option<(&FormState, &Markup)>,
) -> Answer<(Heading, Markup)> {
    habits(visit)?;
    let circles = Circles::of(visit, Some(&asked.group)).await?;
    let window = asked.window(visit.today())?;
    let sheet = Sheet::of(visit, circles.current, &window).await?;
    let grid = Grid {
        texts: reader.texts,
        circles: &circles,
        window,
        sheet: &sheet,
        typed: mending.map(|(typed, _)| typed),
    };
    let body = html! {
        @if let Some((_, notice)) = mending { (notice) }
        (view::choosers(reader.texts, &circles, &window))
        (grid.render())
        (undo_form(asked))
    };
    Ok((heading(reader, &circles, &window, &sheet), body))
}

fn heading(reader: &Reader, circles: &Circles, window: &Window, sheet: &Sheet) -> Heading {
    let texts = reader.texts;
    let title = match circles.group() {
        Some(group) => texts.with("attendance-title-group", &[("group", group.name.as_str().into())]),
        None => texts.t("attendance-title-own"),
    };
    let week = texts.with(
        "attendance-week",
        &[("number", i64::from(window.week.number()).into())],
    );
    let people = texts.with("attendance-people", &[("count", sheet.people.len().into())]);
    let saved = sheet.saved_at.map(|at| {
        let when = format::near_time(texts, format::finnish_time(at), window.today);
        texts.with("attendance-saved-at", &[("time", when.into())])
    });
    let subtitle = html! {
        (week) " · " (people)
        " " span #attendance-status role="status" { @if let Some(saved) = saved { "· " (saved) } }
    };
    let mut heading = Heading::new(title).subtitle(subtitle);
    if sheet.people.is_empty() {
        return heading;
    }
    let export = format!("/attendance/export?group={}", circles.current);
    heading = heading.action(Button::link(export, texts.t("export-link")));
    for link in in_order(|link: &CircleLink| link.order) {
        let href = (link.href)(&circles.current.to_string(), window.open);
        heading = heading.action(Button::link(href, texts.t(link.word)));
    }
    if session(reader).is_some() {
        heading = heading.action(Button::submit(texts.t("common-undo")).of("attendance-undo"));
    }
    if window.open <= window.today && sheet.counts(window.open).unmarked > 0 {
        let everyone = Button::submit(texts.t("attendance-everyone-else")).of(FORM);
        heading = heading.action(everyone.main().named("do", "everyone-else"));
    }
    heading
}

fn undo_form(asked: &Asked) -> Markup {
    html! {
        form #attendance-undo method="post" action="/attendance/undo" {
            input type="hidden" name="group" value=(asked.group);
            input type="hidden" name="week" value=(asked.week);
            input type="hidden" name="day" value=(asked.day);
        }
    }
}
