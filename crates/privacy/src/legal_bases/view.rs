//! How the register is shown.

use jiff::civil::Date;
use polku_desk::access::Role;
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Fact, Facts, Paper, Table, Tag},
    form::{Form, FormState},
    format, html,
};
use polku_profile::{Basis, DataForm, Permission, Profile, Validity};
use polku_values::InterfaceLanguage;
use polku_web::law;

use super::rules::{self, PurposeOn};

/// The whole page.
pub(super) fn register(texts: Texts, profile: &Profile, day: Date, form: &FormState) -> Markup {
    let language: InterfaceLanguage = texts.locale().into();
    let elsewhere = rules::not_on(profile, day);
    html! {
        div.stack {
            (ask(texts, form))
            @for purpose in rules::on(profile, day) { (of_purpose(texts, profile, &purpose)) }
            (Paper::new(texts.t("legal-bases-grounds")).note(profile.disclosure.regular.get(language).words()).with(html! {
                (grounds(texts, profile, day))
                (recipients(texts, profile, day))
            }))
            @if !elsewhere.is_empty() {
                (Paper::new(texts.t("legal-bases-elsewhere")).with(table(texts, profile, "elsewhere", &texts.t("legal-bases-elsewhere"), &elsewhere)))
            }
        }
    }
}

fn ask(texts: Texts, state: &FormState) -> Markup {
    let form = Form::get(texts, "/legal-bases", state);
    Paper::bare().with_inside(form.with(html! {
        (form.date("on", texts.t("legal-bases-on")).help(texts.t("legal-bases-on-help")).optional())
        p.actions { (Button::submit(texts.t("legal-bases-show"))) }
    }))
}

fn of_purpose(texts: Texts, profile: &Profile, on: &PurposeOn<'_>) -> Markup {
    let language: InterfaceLanguage = texts.locale().into();
    let purpose = on.purpose;
    let form = match purpose.data {
        DataForm::Identified => html! {},
        DataForm::Pseudonymous => html! { (Tag::plain(texts.t("legal-bases-pseudonymous"))) },
        DataForm::Anonymous => html! { (Tag::plain(texts.t("legal-bases-anonymous"))) },
    };
    Paper::new(purpose.text.get(language)).note(form).with(html! {
        @if on.bases.is_empty() { div.inside { p.quiet { (texts.t("legal-bases-none")) } } }
        @else { (table(texts, profile, &purpose.key, purpose.text.get(texts.locale().into()), &on.bases)) }
        div.inside { (points(texts, on)) }
    })
}

/// Who acts for a purpose, and which data and records are held for it.
fn points(texts: Texts, on: &PurposeOn<'_>) -> Facts {
    let sections: Vec<String> = on
        .sections
        .iter()
        .map(|section| texts.t(&section.label_key()))
        .collect();
    let records: Vec<String> = on.records.iter().map(|kind| texts.t(&kind.label_key())).collect();
    let roles: Vec<String> = on
        .purpose
        .roles
        .iter()
        .map(|role| role_word(texts, *role))
        .collect();
    let lists = [
        ("legal-bases-roles", roles),
        ("legal-bases-data", sections),
        ("legal-bases-records", records),
    ];
    let there = lists.into_iter().filter(|(_, words)| !words.is_empty());
    Facts::list(there.map(|(key, words)| Fact::new(texts.t(key), words.join(", "))))
}

fn role_word(texts: Texts, role: polku_profile::Role) -> String {
    let known = Role::ALL.iter().find(|known| known.in_profile() == role);
    texts.t(&format!("role-{}", known.map_or("client", |known| known.name())))
}

/// The bases of a purpose; the caption tells the tables of the page apart.
fn table(texts: Texts, profile: &Profile, id: &str, caption: &str, bases: &[&Basis]) -> Table {
    let language: InterfaceLanguage = texts.locale().into();
    let columns = ["task", "article", "act", "validity"];
    let columns = columns.map(|column| Column::new(texts.t(&format!("legal-bases-{column}"))));
    let row = |basis: &&Basis| {
        let act = basis.act.as_deref();
        let to_check = act.and_then(|number| profile.act(number)?.to_check.as_deref());
        vec![
            html! { (basis.task.get(language)) },
            html! { (law::articles(texts, basis)) },
            html! {
                @match act {
                    Some(number) => (law::act(texts, profile, number, basis.section.as_deref())),
                    None => span.quiet { (texts.t("legal-bases-no-act")) },
                }
                @if let Some(what) = to_check {
                    div.quiet.small lang="en" { (texts.with("legal-bases-to-check", &[("what", what.into())])) }
                }
            },
            html! { (validity(texts, basis.holds)) },
        ]
    };
    Table::new(format!("bases-{id}"), caption, columns)
        .caption_unseen()
        .cards()
        .rows(bases.iter().map(row))
}

/// From when until when, in words.
fn validity(texts: Texts, holds: Validity) -> String {
    match (holds.from, holds.until) {
        (Some(from), until) => format::period(texts, from, until),
        (None, Some(until)) => texts.with("legal-bases-until", &[("day", format::date(until).into())]),
        (None, None) => texts.t("legal-bases-always"),
    }
}

fn grounds(texts: Texts, profile: &Profile, day: Date) -> Table {
    let language: InterfaceLanguage = texts.locale().into();
    let columns = ["ground", "act"].map(|column| Column::new(texts.t(&format!("legal-bases-{column}"))));
    let row = |ground: &polku_profile::DisclosureGround| {
        let provision = rules::provision(profile, &ground.law, day);
        vec![
            html! {
                (ground.text.get(language))
                @if ground.despite_secrecy { " " (Tag::due(texts.t("legal-bases-despite-secrecy"))) }
            },
            html! {
                @match provision {
                    Some((act, section)) => (law::act(texts, profile, &act.number, section)),
                    None => (Tag::over(texts.t("legal-bases-not-in-force"))),
                }
            },
        ]
    };
    Table::new("grounds", texts.t("legal-bases-grounds"), columns)
        .caption_unseen()
        .cards()
        .rows(profile.disclosure.grounds.iter().map(row))
}

fn recipients(texts: Texts, profile: &Profile, day: Date) -> Table {
    let language: InterfaceLanguage = texts.locale().into();
    let columns = ["recipient", "permission", "country"];
    let columns = columns.map(|column| Column::new(texts.t(&format!("legal-bases-{column}"))));
    let row = |recipient: &polku_profile::Recipient| {
        let law = recipient
            .law
            .as_ref()
            .and_then(|cited| rules::provision(profile, cited, day));
        vec![
            html! { (recipient.name.get(language)) },
            html! {
                (texts.t(&permission_key(recipient.permission)))
                @if let Some((act, section)) = law { div.quiet { (law::act(texts, profile, &act.number, section)) } }
            },
            html! { (recipient.country) },
        ]
    };
    Table::new("recipients", texts.t("legal-bases-recipients"), columns)
        .cards()
        .rows(profile.recipients.iter().map(row))
}

fn permission_key(permission: Permission) -> String {
    format!("legal-bases-permission-{}", permission.key().replace('_', "-"))
}
