//! How looks are shown.

use jiff::civil::Date;
use polku_desk::{
    EntryId,
    access::Denial,
    audit::{Look, Outcome, Told, ToldGround, Who},
};
use polku_pages::{
    Markup, Texts,
    components::{Column, Disclosure, Empty, Pagination, Paper, Table, Tag},
    format, html,
};
use polku_profile::Profile;
use polku_web::law;

/// A page of looks at one person.
#[derive(Debug)]
pub struct LooksPage<'a> {
    /// The register's profile, for purposes and bases in words.
    pub profile: &'a Profile,
    /// The looks, the latest first.
    pub looks: &'a [Look],
    /// The address of the list. The proofs lie below it: `/proofs` and `/{entry}/proof`.
    pub address: &'a str,
    /// From where this page goes on.
    pub before: Option<EntryId>,
    /// From where an older page goes on; none when there is none.
    pub older: Option<EntryId>,
    /// Today.
    pub today: Date,
}

/// The list with the way to older looks, and the file of proofs.
#[must_use]
pub fn list(texts: Texts, page: &LooksPage<'_>) -> Markup {
    let after = |entry: EntryId| format!("?before={entry}");
    let pages = Pagination {
        older: page
            .older
            .map(|entry| format!("{}{}", page.address, after(entry))),
        ..Pagination::default()
    };
    let proofs = format!(
        "{}/proofs{}",
        page.address,
        page.before.map(after).unwrap_or_default()
    );
    html! {
        (Paper::bare().with(html! {
            @if page.looks.is_empty() { (Empty::new(texts.t("oversight-looks-none"))) }
            @else { (rows(texts, page.profile, page.looks, Some(page.address), page.today)) }
        }))
        (pages.render(texts))
        @if !page.looks.is_empty() {
            (Paper::new(texts.t("looks-proofs")).with_inside(html! {
                p { (texts.t("looks-proofs-what")) }
                p { a href=(proofs) download { (texts.t("looks-proofs-save")) } }
            }))
        }
    }
}

/// The list alone, where the proofs are not at hand.
#[must_use]
pub fn table(texts: Texts, profile: &Profile, looks: &[Look], today: Date) -> Table {
    rows(texts, profile, looks, None, today)
}

fn rows(texts: Texts, profile: &Profile, looks: &[Look], address: Option<&str>, today: Date) -> Table {
    let columns = ["when", "who", "did", "why", "more"];
    let columns = columns.map(|column| Column::new(texts.t(&format!("oversight-looks-{column}"))));
    Table::new("looks", texts.t("oversight-looks-title"), columns)
        .caption_unseen()
        .cards()
        .rows(looks.iter().map(|look| row(texts, profile, look, address, today)))
}

fn row(texts: Texts, profile: &Profile, look: &Look, address: Option<&str>, today: Date) -> Vec<Markup> {
    let when = format::near_time(texts, format::finnish_time(look.at), today);
    vec![
        html! { (when) },
        who(texts, look),
        did(texts, look),
        html! {
            (texts.t(&format!("access-purpose-{}", look.purpose)))
            div.quiet { (texts.t(&format!("access-basis-{}", look.basis))) }
            @if let Some(legal) = &look.legal { (in_law(texts, profile, legal)) }
        },
        html! {
            @if let Some(address) = address { (proof(texts, look, address, &when)) }
            @if look.data.is_none() { span.quiet { (texts.t("oversight-looks-gone")) } }
            @if let Some(told) = &look.details { (details(texts, told)) }
        },
    ]
}

/// The way to the proof; a look of a moment ago has none yet.
fn proof(texts: Texts, look: &Look, address: &str, when: &str) -> Markup {
    html! {
        @match look.place {
            Some(_) => {
                a href={ (address) "/" (look.entry) "/proof" } download aria-label={ (texts.t("looks-proof")) ", " (when) } {
                    (texts.t("looks-proof"))
                }
            }
            None => { span.quiet { (texts.t("looks-proof-soon")) } }
        }
    }
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

fn who(texts: Texts, look: &Look) -> Markup {
    let role = look.role.map(|role| texts.t(&format!("role-{role}")));
    html! {
        @match &look.who {
            Who::Named(_, name) => {
                (name)
                @if let Some(role) = role { div.quiet { (role) } }
            }
            Who::Worker => (role.unwrap_or_else(|| texts.t("looks-worker"))),
            Who::OfUnit(unit) => (unit),
            Who::Program(part) if part == "portal" => (texts.t("portal-looks-client")),
            Who::Program(part) if part == "one-time-link" => (texts.t("oversight-looks-link")),
            Who::Program(part) if part == "portal" => (texts.t("looks-portal")),
            Who::Program(_) => (texts.t("oversight-looks-program")),
        }
    }
}

fn did(texts: Texts, look: &Look) -> Markup {
    let data = look.data.as_deref().unwrap_or_default();
    let data: Vec<String> = data
        .iter()
        .map(|name| texts.t(&format!("access-data-{name}")))
        .collect();
    html! {
        (texts.t(&format!("oversight-did-{}", look.action)))
        @if !data.is_empty() { ": " (data.join(", ")) }
        @if let Outcome::Denied(denial) = look.outcome { div { (denied(texts, denial)) } }
    }
}

fn denied(texts: Texts, denial: Denial) -> Tag {
    Tag::over(texts.t(&format!("oversight-denied-{denial}")))
}

/// For whoever has to be exact: the words of the program.
fn details(texts: Texts, told: &Told) -> Markup {
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
