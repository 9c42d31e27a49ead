//! How those are shown whose data it was.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Paper, Row, Tag, rows},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_values::InterfaceLanguage;
use uuid::Uuid;

use super::{
    breach::{Affected, Breach, State, Told},
    change::address,
};

/// Those concerned, how to find more of them, and how to enter that they were told.
pub(super) fn people(texts: Texts, breach: &Breach, affected: &[Affected], today: Date) -> Markup {
    let is_open = breach.state == State::Open;
    let waiting = affected.iter().filter(|one| one.told.is_none()).count();
    Paper::new(texts.t("breaches-people"))
        .id("people")
        .note(texts.with("breaches-people-count", &[("count", affected.len().into())]))
        .with(html! {
            @if affected.is_empty() { (Empty::new(texts.t("breaches-people-none"))) }
            @else { (rows(affected.iter().map(|one| row(texts, breach, one, is_open, today)))) }
            @if is_open {
                div.inside {
                    @if waiting > 0 { (tell_all(texts, breach.id)) }
                    (find_form(texts, breach.id, &FormState::new()))
                }
            }
        })
}

fn row(texts: Texts, breach: &Breach, one: &Affected, is_open: bool, today: Date) -> Row {
    let person = format!("{}/people/{}", address(breach.id), one.client);
    let row = Row::link(format!("/clients/{}", one.client), &one.name);
    match one.told {
        Some((on, how)) => {
            let word = texts.t(&format!("breaches-told-{how}"));
            row.words(Tag::good(word)).aside(format::near_date(texts, on, today))
        }
        None if is_open => row
            .words(Tag::due(texts.t("breaches-untold-yet")))
            .action(html! {
                a href={ (person) "/letter" } aria-label={ (texts.t("breaches-letter-print")) ", " (one.name) } {
                    (texts.t("breaches-letter-print"))
                }
            })
            .action(in_other_languages(texts, breach, &person, &one.name))
            .action(html! {
                form method="post" action={ (person) "/told" } {
                    input type="hidden" name="how" value=(Told::Letter.name());
                    (Button::submit(texts.t("breaches-told-by-letter")).about(&one.name).tiny())
                }
            })
            .action(html! {
                form method="post" action={ (person) "/remove" } {
                    (Button::submit(texts.t("breaches-person-remove")).about(&one.name).tiny())
                }
            }),
        None => row.words(Tag::plain(texts.t("breaches-untold-yet"))),
    }
}

/// The letter comes in the language in which the person is served; here are all that were written.
fn in_other_languages(texts: Texts, breach: &Breach, person: &str, name: &str) -> Markup {
    let written = InterfaceLanguage::ALL
        .iter()
        .filter(|language| !breach.words.letter(**language).is_empty());
    html! {
        @for language in written {
            @let word = texts.t(&format!("requests-language-{}", language.code()));
            a.small href={ (person) "/letter?language=" (language.code()) }
                aria-label={ (texts.t("breaches-letter-print")) ", " (word) ", " (name) } { (word) } " "
        }
    }
}

/// One entry for all who wait.
fn tell_all(texts: Texts, breach: Uuid) -> Markup {
    let action = format!("{}/told", address(breach));
    let state = FormState::new();
    let form = Form::post(texts, &action, &state);
    let ways = Told::ALL
        .iter()
        .map(|way| Choice::new(way.name(), texts.t(&format!("breaches-told-{way}"))));
    form.with(html! {
        (form.select("how", texts.t("breaches-told-how"), ways))
        (form.date("on", texts.t("breaches-told-on")).help(texts.t("breaches-told-on-help")).optional())
        p.actions { (Button::submit(texts.t("breaches-tell-all"))) }
    })
}

/// Asks whose data it was.
fn find_form(texts: Texts, breach: Uuid, state: &FormState) -> Markup {
    let action = format!("{}/find", address(breach));
    let form = Form::post(texts, &action, state);
    form.with(html! {
        (form.text("q", texts.t("breaches-people-find-label")).max_length(100))
        p.actions { (Button::submit(texts.t("common-find"))) }
    })
}

/// Who was found, each with a button that enters them.
pub(super) fn found(texts: Texts, breach: Uuid, people: &[(SubjectId, String)], state: &FormState) -> Markup {
    let row = |(client, name): &(SubjectId, String)| {
        Row::new(name).action(html! {
            form method="post" action={ (address(breach)) "/people/" (client) } {
                (Button::submit(texts.t("breaches-person-add")).about(name).tiny())
            }
        })
    };
    html! {
        (Paper::bare().with_inside(find_form(texts, breach, state)))
        (Paper::new(texts.t("oversight-found")).with(html! {
            @if people.is_empty() { (Empty::new(texts.t("oversight-found-none"))) }
            @else { (rows(people.iter().map(row))) }
        }))
    }
}
