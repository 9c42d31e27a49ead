//! How parties are shown.

use polku_desk::AccountId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Paper, Row, rows},
    form::{Choice, Form, FormState},
    format, html,
};

use super::store::{Party, PartyKind};

/// Which form has something to mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mending {
    /// That of a new party.
    Party,
    /// That of a new member.
    Member,
}

/// What the page shows.
pub(super) struct PartiesPage<'a> {
    pub(super) parties: &'a [Party],
    pub(super) workers: &'a [(AccountId, String)],
    pub(super) keeps: bool,
    pub(super) mending: Mending,
    pub(super) state: &'a FormState,
}

impl PartiesPage<'_> {
    /// Each party with its members, and the form of a new one.
    pub(super) fn render(&self, texts: Texts) -> Markup {
        html! {
            div.stack {
                @if self.parties.is_empty() { (Paper::bare().with(Empty::new(texts.t("parties-empty")))) }
                @for party in self.parties { (self.party(texts, party)) }
                @if self.keeps && !self.parties.is_empty() { (self.new_member(texts)) }
                @if self.keeps { (self.new_party(texts)) }
            }
        }
    }

    fn party(&self, texts: Texts, party: &Party) -> Markup {
        let members = party.members.iter().map(|member| {
            let row = Row::new(&member.name).aside(texts.with(
                "common-period-from",
                &[("start", format::date(member.from).into())],
            ));
            if !self.keeps {
                return maud::Render::render(&row);
            }
            let end = format!("/consent-parties/{}/members/{}/end", party.id, member.id);
            maud::Render::render(&row.action(html! {
                form method="post" action=(end) { (Button::submit(texts.t("parties-end")).about(&member.name).tiny()) }
            }))
        });
        Paper::new(&party.name)
            .note(texts.t(&format!("parties-kind-{}", party.kind)))
            .with(html! {
                @if party.members.is_empty() { div.inside { p.quiet { (texts.t("parties-no-members")) } } }
                @else { (rows(members)) }
            })
    }

    /// One form for all parties: a worker and where they work.
    fn new_member(&self, texts: Texts) -> Markup {
        let untouched = FormState::new();
        let is_mended = self.mending == Mending::Member;
        let state = if is_mended { self.state } else { &untouched };
        let form = Form::post(texts, "/consent-parties/members", state);
        let workers = self.workers.iter();
        let workers = workers.map(|(account, name)| Choice::new(account.to_string(), name));
        let parties = self.parties.iter();
        let parties = parties.map(|party| Choice::new(party.id.to_string(), &party.name));
        Paper::new(texts.t("parties-add-member")).with_inside(form.with(html! {
            (form.select("account", texts.t("parties-member"), workers))
            (form.select("party", texts.t("parties-party"), parties).help(texts.t("parties-party-help")))
            p.actions { (Button::submit(texts.t("parties-add-member"))) }
        }))
    }

    fn new_party(&self, texts: Texts) -> Markup {
        let untouched = FormState::new();
        let state = if self.mending == Mending::Party {
            self.state
        } else {
            &untouched
        };
        let form = Form::post(texts, "/consent-parties", state);
        let kinds = PartyKind::ALL
            .iter()
            .map(|kind| Choice::new(kind.name(), texts.t(&format!("parties-kind-{kind}"))));
        Paper::new(texts.t("parties-new")).with_inside(form.with(html! {
            (form.text("name", texts.t("parties-name")).help(texts.t("parties-name-help")))
            (form.radios("kind", texts.t("parties-kind"), kinds).side_by_side())
            p.actions { (Button::submit(texts.t("common-add")).main()) }
        }))
    }
}
