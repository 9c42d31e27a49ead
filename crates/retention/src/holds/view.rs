//! How holds are shown.

use super::{ClassHold, PersonHold};
use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Paper, Row, Tag, rows},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_profile::Profile;

/// A client's holds, with the form of placing one for those who may. `state` is that of the form when it is to be mended.
pub(crate) fn on_client(
    texts: Texts,
    client: SubjectId,
    holds: &[PersonHold],
    may_write: bool,
    state: Option<&FormState>,
    today: Date,
) -> Markup {
    let untouched = FormState::new();
    let place = format!("/clients/{client}/holds");
    let form = Form::post(texts, &place, state.unwrap_or(&untouched));
    let lines = holds
        .iter()
        .map(|hold| line(texts, client, hold, may_write, today));
    Paper::new(texts.t("holds-title")).id("holds").note(texts.t("holds-what")).with(html! {
        @if holds.is_empty() { div.inside { p.quiet { (texts.t("holds-none")) } } }
        @else { (rows(lines)) }
        @if may_write {
            div.inside {
                (Disclosure::new(texts.t("holds-place")).open(state.is_some()).with(form.with(html! {
                    (form.textarea("reason", texts.t("holds-reason")))
                    (form.date("until", texts.t("holds-until")).help(texts.t("holds-until-help")).optional())
                    p.actions { (Button::submit(texts.t("holds-place-do"))) }
                })))
            }
        }
    })
}

fn line(texts: Texts, client: SubjectId, hold: &PersonHold, may_write: bool, today: Date) -> Markup {
    let stands = hold.stands(today);
    let placed = format!("{}, {}", hold.placed, day(hold.placed_at));
    let row = Row::new(&hold.words.reason)
        .words(placed)
        .aside(until(texts, hold.until));
    let action = format!("/clients/{client}/holds/{}/lift", hold.id);
    maud::Render::render(&if stands && may_write {
        row.action(html! {
            form method="post" action=(action) {
                (Button::submit(texts.t("holds-lift-do")).about(&hold.words.reason).tiny())
            }
        })
    } else {
        row.action(standing(texts, stands))
    })
}

/// Holds of classes on the page of retention.
pub(crate) fn on_classes(
    texts: Texts,
    profile: &Profile,
    holds: &[ClassHold],
    may_write: bool,
    state: &FormState,
    today: Date,
) -> Markup {
    let language = texts.locale().into();
    let name = |key: &str| {
        profile
            .retention_class(key)
            .map_or_else(|| key.to_owned(), |class| class.name.get(language).to_owned())
    };
    let lines = holds.iter().map(|hold| {
        let stands = hold.stands(today);
        let placed = format!("{} ({}, {})", hold.reason, hold.placed, day(hold.placed_at));
        let action = format!("/retention/class-holds/{}/lift", hold.id);
        let row = Row::new(name(&hold.class)).words(placed).aside(until(texts, hold.until));
        maud::Render::render(&if stands && may_write {
            row.action(html! {
                form method="post" action=(action) { (Button::submit(texts.t("holds-lift-do")).about(name(&hold.class)).tiny()) }
            })
        } else {
            row.action(standing(texts, stands))
        })
    });
    let form = Form::post(texts, "/retention/class-holds", state);
    let classes = profile
        .retention
        .iter()
        .map(|class| Choice::new(&class.key, class.name.get(language)));
    Paper::new(texts.t("holds-classes")).id("class-holds").with(html! {
        @if holds.is_empty() { div.inside { p.quiet { (texts.t("holds-classes-none")) } } }
        @else { (rows(lines)) }
        @if may_write {
            div.inside {
                (Disclosure::new(texts.t("holds-place-class")).open(state.has_errors()).with(form.with(html! {
                    (form.select("class", texts.t("retention-class"), classes))
                    (form.textarea("reason", texts.t("holds-reason")).help(texts.t("holds-class-reason-help")))
                    (form.date("until", texts.t("holds-until")).help(texts.t("holds-until-help")).optional())
                    p.actions { (Button::submit(texts.t("holds-place-do"))) }
                })))
            }
        }
    })
}

fn standing(texts: Texts, stands: bool) -> Tag {
    if stands {
        Tag::private(texts.t("holds-stands"))
    } else {
        Tag::plain(texts.t("holds-over"))
    }
}

fn until(texts: Texts, until: Option<Date>) -> String {
    until.map_or_else(
        || texts.t("holds-until-lifted"),
        |day| texts.with("holds-until-day", &[("day", format::date(day).into())]),
    )
}

fn day(at: jiff::Timestamp) -> String {
    format::date(format::finnish_time(at).date())
}
