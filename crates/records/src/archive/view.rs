//! How packages look.

use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Fact, Facts, Paper, Row, Tag, rows},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_profile::{Profile, RetentionClass};

use super::{
    over::{self, Over},
    store::{MadePackage, Package, State},
};

/// Those whose time is over for a class.
pub(super) fn overview(
    texts: Texts,
    profile: &Profile,
    class: Option<&RetentionClass>,
    people: &[Over],
) -> Markup {
    let language = texts.locale().into();
    let mut state = FormState::new();
    if let Some(class) = class {
        state.set("class", &class.key);
    }
    let form = Form::get(texts, "/archive", &state);
    let classes = over::classes(profile).map(|class| Choice::new(&class.key, class.name.get(language)));
    let row = |one: &Over| {
        let ended = [("day", format::date(one.ended_on).into())];
        Row::link(address(one.client), &one.name).aside(texts.with("archive-ended", &ended))
    };
    html! {
        div.stack {
            (form.in_a_line(html! {
                (form.select("class", texts.t("paper-class"), classes))
                (Button::submit(texts.t("archive-show")))
            }))
            (Paper::new(texts.t("archive-over")).with(html! {
                @if people.is_empty() { (Empty::new(texts.t("archive-over-none"))) }
                @else { (rows(people.iter().map(row))) }
            }))
        }
    }
}

/// A client's packages, and the button that asks for one.
pub(super) fn list(texts: Texts, client: SubjectId, packages: &[Package], parts: &Markup) -> Markup {
    html! {
        (parts)
        div.stack {
            @if packages.is_empty() { (Paper::bare().with(Empty::new(texts.t("archive-empty")))) }
            @for package in packages { (one(texts, client, package)) }
            (Paper::new(texts.t("archive-new")).with_inside(html! {
                p { (texts.t("archive-new-help")) }
                form method="post" action=(address(client)) {
                    p.actions { (Button::submit(texts.t("archive-ask")).main()) }
                }
            }))
        }
    }
}

fn one(texts: Texts, client: SubjectId, package: &Package) -> Markup {
    let moment = |at| format::date_and_time(texts.locale(), format::finnish_time(at));
    let title = texts.with("archive-package", &[("when", moment(package.asked_at).into())]);
    let mut facts = vec![Fact::new(texts.t("archive-asker"), &package.asker)];
    if let (Some(fetcher), Some(at)) = (&package.fetcher, package.fetched_at) {
        facts.push(Fact::new(
            texts.t("archive-fetched"),
            format!("{fetcher}, {}", moment(at)),
        ));
    }
    let Some(made) = &package.made else {
        let (tag, words) = match package.state {
            State::Stopped => (Tag::over(texts.t("archive-state-stopped")), "archive-stopped"),
            State::Asked | State::Made => (Tag::due(texts.t("archive-state-asked")), "archive-waits"),
        };
        return Paper::new(title).note(tag).with_inside(html! {
            (Facts::list(facts))
            p.quiet { (texts.t(words)) }
        });
    };
    facts.extend(made_facts(texts, made));
    Paper::new(title)
        .note(Tag::good(texts.t("archive-state-made")))
        .with_inside(html! {
            (Facts::list(facts))
            @if made.counted.left_out > 0 {
                p { (texts.with("archive-left-out", &[("count", made.counted.left_out.into())])) }
            }
            form method="post" action=(format!("{}/{}/file", address(client), package.id)) {
                p.actions { (Button::submit(texts.t("archive-fetch"))) }
            }
        })
}

fn made_facts(texts: Texts, made: &MadePackage) -> Vec<Fact> {
    let moment = format::date_and_time(texts.locale(), format::finnish_time(made.at));
    let held = [
        ("records", made.counted.records.into()),
        ("documents", made.counted.documents.into()),
    ];
    vec![
        Fact::new(texts.t("archive-made"), moment),
        Fact::new(texts.t("archive-holds"), texts.with("archive-counts", &held)),
        Fact::new("SHA-256", html! { code.breaks { (made.sha256) } }),
    ]
}

/// Where a client's packages are.
pub(super) fn address(client: SubjectId) -> String {
    format!("/clients/{client}/archive")
}
