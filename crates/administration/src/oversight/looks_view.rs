//! How a list of looks is shown.

use jiff::civil::Date;
use polku_desk::{
    access::Denial,
    audit::{Actor, Outcome, Told, ToldGround, Trace},
};
use polku_pages::{
    Markup, Texts,
    components::{Column, Disclosure, Empty, Pagination, Paper, Table, Tag},
    format, html,
};
use polku_profile::Profile;
use polku_web::law;

/// The list with the way to older entries.
pub(super) fn looks(
    texts: Texts,
    profile: &Profile,
    traces: &[Trace],
    older: Option<String>,
    today: Date,
) -> Markup {
    let pages = Pagination {
        older,
        ..Pagination::default()
    };
    html! {
        (Paper::bare().with(html! {
            @if traces.is_empty() { (Empty::new(texts.t("oversight-looks-none"))) }
            @else { (table(texts, profile, traces, today)) }
        }))
        (pages.render(texts))
    }
}

/// The list alone.
pub(super) fn table(texts: Texts, profile: &Profile, traces: &[Trace], today: Date) -> Table {
    let columns = ["when", "who", "did", "why", "more"];
    let columns = columns.map(|column| Column::new(texts.t(&format!("oversight-looks-{column}"))));
    Table::new("looks", texts.t("oversight-looks-title"), columns)
        .caption_unseen()
        .cards()
        .rows(traces.iter().map(|trace| row(texts, profile, trace, today)))
}

fn row(texts: Texts, profile: &Profile, trace: &Trace, today: Date) -> Vec<Markup> {
    let when = format::near_time(texts, format::finnish_time(trace.at), today);
    vec![
        html! { (when) },
        who(texts, trace),
        did(texts, trace),
        html! {
            (texts.t(&format!("access-purpose-{}", trace.purpose)))
            div.quiet { (texts.t(&format!("access-basis-{}", trace.basis))) }
            @if let Some(legal) = trace.told.as_ref().and_then(|told| told.legal.as_ref()) {
                (in_law(texts, profile, legal))
            }
        },
        details(texts, trace.told.as_ref()),
    ]
}

/// The purpose of the register and the act and section on which it rested that day (C2). What the profile no longer knows
/// shows by its key.
fn in_law(texts: Texts, profile: &Profile, legal: &ToldGround) -> Markup {
    let purpose = profile.purpose(&legal.purpose);
    let basis = profile.basis(&legal.basis);
    html! {
        div.small {
            @match purpose {
                Some(purpose) => (purpose.text.get(texts.locale().into())),
                None => (legal.purpose),
            }
        }
        div.small.quiet {
            @match basis {
                Some(basis) => (law::basis(texts, profile, basis)),
                None => (legal.basis),
            }
        }
    }
}

fn who(texts: Texts, trace: &Trace) -> Markup {
    let role = trace
        .told
        .as_ref()
        .map(|told| told.role.as_str())
        .filter(|role| !role.is_empty());
    html! {
        @match &trace.actor {
            Actor::Worker(_, name) => (name),
            Actor::Program(part) if part == "portal" => (texts.t("portal-looks-client")),
            Actor::Program(part) if part == "one-time-link" => (texts.t("oversight-looks-link")),
            Actor::Program(_) => (texts.t("oversight-looks-program")),
        }
        @if let Some(role) = role { div.quiet { (texts.t(&format!("role-{role}"))) } }
    }
}

fn did(texts: Texts, trace: &Trace) -> Markup {
    let data = trace.told.as_ref().map_or(&[][..], |told| told.data.as_slice());
    html! {
        (texts.t(&format!("oversight-did-{}", trace.action)))
        @if !data.is_empty() {
            ": " (data.iter().map(|name| texts.t(&format!("access-data-{name}"))).collect::<Vec<_>>().join(", "))
        }
        @if let Outcome::Denied(denial) = trace.outcome { div { (denied(texts, denial)) } }
    }
}

fn denied(texts: Texts, denial: Denial) -> Tag {
    Tag::over(texts.t(&format!("oversight-denied-{denial}")))
}

/// For whoever has to be exact: the words of the program.
fn details(texts: Texts, told: Option<&Told>) -> Markup {
    let Some(told) = told else {
        return html! { span.quiet { (texts.t("oversight-looks-gone")) } };
    };
    let parts = [
        ("oversight-looks-route", told.route.clone()),
        ("oversight-looks-change", told.what.clone()),
        ("oversight-looks-fields", json_words(&told.changed)),
        ("oversight-looks-shown", json_words(&told.shown)),
    ];
    let content = html! {
        @for (key, text) in parts.iter().filter(|(_, text)| !text.is_empty()) {
            div { (texts.t(key)) " " code { (text) } }
        }
    };
    Disclosure::new(texts.t("oversight-looks-details"))
        .quiet()
        .with(content)
}

fn json_words(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => String::new(),
        other => other.to_string(),
    }
}
