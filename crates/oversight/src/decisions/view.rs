//! How decisions about the register are shown.

use jiff::civil::Date;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Fact, Facts, Notice, Paper, Row, Tag, rows},
    form::{Choice, Form, FormState},
    format, html,
};

use super::{
    change::address,
    decision::{Kind, RegisterDecision},
    rules::Standing,
};

/// What holds or will hold, by kind; what held once is folded.
pub(super) fn list(texts: Texts, all: &[RegisterDecision], keeps: bool, today: Date) -> Markup {
    let stands =
        |one: &&RegisterDecision| matches!(one.standing(today), Standing::InForce | Standing::Coming);
    let (standing, earlier): (Vec<_>, Vec<_>) = all.iter().partition(stands);
    html! {
        div.stack {
            @if standing.is_empty() {
                (Paper::bare().with({
                    let empty = Empty::new(texts.t("register-decisions-none"));
                    if keeps {
                        empty.first_step(Button::link("/register-decisions/new", texts.t("register-decisions-new")))
                    } else { empty }
                }))
            }
            @for kind in Kind::ALL {
                @let of_kind: Vec<_> = standing.iter().filter(|one| one.kind == *kind).collect();
                @if !of_kind.is_empty() {
                    (Paper::new(texts.t(&kind_key(*kind)))
                        .with(rows(of_kind.iter().map(|one| row(texts, one, today)))))
                }
            }
            @if !earlier.is_empty() {
                (Disclosure::new(texts.t("register-decisions-earlier"))
                    .with(rows(earlier.iter().map(|one| row(texts, one, today)))))
            }
        }
    }
}

fn kind_key(kind: Kind) -> String {
    format!("register-decisions-kind-{kind}")
}

fn row(texts: Texts, one: &RegisterDecision, today: Date) -> Row {
    Row::link(address(one.id), &one.new.title)
        .words(tag(texts, one.standing(today)))
        .aside(format::period(texts, one.new.valid_from, one.new.valid_until))
}

fn tag(texts: Texts, standing: Standing) -> Tag {
    let word = texts.t(&format!("register-decisions-{standing}"));
    match standing {
        Standing::InForce => Tag::good(word),
        Standing::Coming => Tag::due(word),
        Standing::Ended | Standing::Replaced => Tag::plain(word),
    }
}

/// One decision, as it is printed as well.
pub(super) fn one(texts: Texts, one: &RegisterDecision, keeps: bool, today: Date) -> Markup {
    let decision = &one.new;
    let mut facts = vec![
        Fact::new(texts.t("register-decisions-kind"), texts.t(&kind_key(one.kind))),
        Fact::new(texts.t("register-decisions-by"), &decision.decided_by),
        Fact::new(texts.t("register-decisions-power"), &decision.power),
        Fact::new(
            texts.t("register-decisions-decided-on"),
            format::date(decision.decided_on),
        ),
        Fact::new(
            texts.t("register-decisions-holds"),
            format::period(texts, decision.valid_from, decision.valid_until),
        ),
    ];
    if let Some(heard) = decision.heard_on {
        facts.push(Fact::new(
            texts.t("register-decisions-heard"),
            format::date(heard),
        ));
    }
    let entered = [
        ("name", one.recorded_by.as_str().into()),
        (
            "when",
            format::date_and_time(texts.locale(), format::finnish_time(one.recorded_at)).into(),
        ),
    ];
    html! {
        div.stack {
            @if let Some((next, from)) = one.replaced_by {
                (Notice::warning(texts.with("register-decisions-replaced-from", &[("day", format::date(from).into())]))
                    .more(html! { a href=(address(next)) { (texts.t("register-decisions-open-newer")) } }))
            }
            (Paper::new(texts.t("register-decisions-one")).note(tag(texts, one.standing(today))).with_inside(html! {
                (Facts::list(facts))
                p.said-text { (decision.content) }
                @if let Some(earlier) = decision.replaces {
                    p { a href=(address(earlier)) { (texts.t("register-decisions-open-earlier")) } }
                }
                p.quiet.small { (texts.with("register-decisions-recorded", &entered)) }
            }))
            @if keeps && one.replaced_by.is_none() {
                p.only-screen {
                    (Button::link(format!("/register-decisions/new?replaces={}", one.id), texts.t("register-decisions-replace")))
                }
            }
        }
    }
}

/// The form of a new decision.
pub(super) fn form(texts: Texts, state: &FormState) -> Markup {
    let form = Form::post(texts, "/register-decisions", state);
    let kinds = Kind::ALL
        .iter()
        .map(|kind| Choice::new(kind.name(), texts.t(&kind_key(*kind))));
    Paper::bare().with_inside(form.with(html! {
        @if let Some(replaces) = state.typed("replaces") {
            (Notice::info(texts.t("register-decisions-replacing")))
            (form.hidden("replaces", replaces))
        }
        @for error in state.errors_of("replaces") { (Notice::failed(error)) }
        (form.select("kind", texts.t("register-decisions-kind"), kinds))
        (form.text("title", texts.t("register-decisions-name")))
        (form.textarea("content", texts.t("register-decisions-content")).lines(8))
        (form.text("decided_by", texts.t("register-decisions-by")).help(texts.t("register-decisions-by-help")))
        (form.text("power", texts.t("register-decisions-power")).help(texts.t("register-decisions-power-help")))
        (form.date("decided_on", texts.t("register-decisions-decided-on")))
        (form.date("valid_from", texts.t("register-decisions-from")).help(texts.t("register-decisions-from-help")).optional())
        (form.date("valid_until", texts.t("register-decisions-until")).optional())
        (form.date("heard_on", texts.t("register-decisions-heard")).help(texts.t("register-decisions-heard-help")).optional())
        p.actions { (Button::submit(texts.t("register-decisions-enter")).main()) }
    }))
}
