//! Papers that wait in a tray.

use jiff::civil::Date;
use polku_desk::{AccountId, SubjectId, documents::Unsorted};
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Notice, Paper as Sheet, Tag},
    form::{Form, FormState},
    format::{self, finnish_time},
    html,
};

use super::{size, why_closed};
use crate::{document::Checked, dropped::TrayWords};

/// The page of the tray.
pub(crate) const ADDRESS: &str = "/documents/unsorted";

/// A paper.
pub(crate) struct Paper {
    pub(crate) unsorted: Unsorted,
    pub(crate) words: TrayWords,
    pub(crate) checked: Checked,
}

/// What the page shows.
pub(crate) struct TrayPage {
    pub(crate) papers: Vec<Paper>,
    /// Whose they may be; none when there are too many to choose from, or the role makes nothing anybody's.
    pub(crate) clients: Vec<(SubjectId, String)>,
    pub(crate) workers: Vec<(AccountId, String)>,
    pub(crate) today: Date,
}

/// The papers that wait.
pub(crate) fn list(texts: Texts, page: &TrayPage) -> Markup {
    if page.papers.is_empty() {
        return Sheet::bare().with(Empty::new(texts.t("documents-unsorted-none")));
    }
    html! {
        div.stack { @for paper in &page.papers { (one(texts, page, paper)) } }
    }
}

fn one(texts: Texts, page: &TrayPage, paper: &Paper) -> Markup {
    let id = paper.unsorted.id;
    let arrived = format::near_time(texts, finnish_time(paper.unsorted.arrived_at), page.today);
    let note = format!(
        "{} · {} · {arrived}",
        paper.words.kind.extension().to_uppercase(),
        size(texts, paper.unsorted.size)
    );
    let is_seen = paper.checked.is_open() && paper.words.kind.is_shown();
    Sheet::new(paper.words.name.clone()).note(note).with(html! {
        div.inside.cols {
            div {
                @if is_seen {
                    img.sheet src={ (ADDRESS) "/" (id) "/picture" } loading="lazy"
                        alt=(texts.with("documents-page-alt", &[("page", 1.into())]));
                } @else if let Some(key) = why_closed(paper.checked) {
                    (Notice::warning(texts.t(key)))
                } @else {
                    p.quiet { (texts.t("documents-not-shown")) }
                }
                @if paper.unsorted.account.is_none() { p { (Tag::plain(texts.t("documents-of-register"))) } }
            }
            div.stack {
                @if !page.clients.is_empty() && paper.checked != Checked::Infected { (attaching(texts, page, paper)) }
                @if !page.workers.is_empty() { (passing_on(texts, page, paper)) }
                (Disclosure::new(texts.t("documents-unsorted-remove")).quiet().with(html! {
                    p { (texts.t("documents-unsorted-remove-help")) }
                    form method="post" action={ (ADDRESS) "/" (id) "/remove" } {
                        (Button::submit(texts.t("documents-unsorted-remove-now")).danger().about(paper.words.name.clone()))
                    }
                }))
            }
        }
    })
}

fn attaching(texts: Texts, page: &TrayPage, paper: &Paper) -> Markup {
    let action = format!("{ADDRESS}/{}/attach", paper.unsorted.id);
    let state = FormState::new();
    let form = Form::post(texts, &action, &state);
    let field = field_of("client", paper);
    form.with(html! {
        div.field {
            label for=(field) { (texts.t("documents-whose")) }
            select id=(field) name="client" {
                option value="" { (texts.t("common-choose")) }
                @for (client, name) in &page.clients { option value=(client) { (name) } }
            }
        }
        (Button::submit(texts.t("documents-attach")).main())
    })
}

fn passing_on(texts: Texts, page: &TrayPage, paper: &Paper) -> Markup {
    let action = format!("{ADDRESS}/{}/pass-on", paper.unsorted.id);
    let state = FormState::new();
    let form = Form::post(texts, &action, &state);
    let field = field_of("account", paper);
    Disclosure::new(texts.t("documents-pass-on"))
        .quiet()
        .with(form.with(html! {
            div.field {
                label for=(field) { (texts.t("documents-pass-on-to")) }
                select id=(field) name="account" {
                    option value="" { (texts.t("common-choose")) }
                    @for (account, name) in &page.workers { option value=(account) { (name) } }
                }
            }
            (Button::submit(texts.t("documents-pass-on-now")))
        }))
}

/// Many forms stand on the page: each field has an id of its own.
fn field_of(name: &str, paper: &Paper) -> String {
    format!("{name}-{}", paper.unsorted.id.simple())
}
