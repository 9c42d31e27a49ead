//! How opening looks.

use jiff::civil::Date;
use polku_desk::{
    SubjectId,
    portal::{HandedOver, Identified, PortalAccess},
};
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Fact, Facts, Notice, Paper, Row, Tag, action_bar, rows},
    form::{Choice, Form, FormState},
    format, html,
};

/// The portal of a client: as it is, as it was, and the form that opens it.
pub(super) fn accesses(
    texts: Texts,
    client: SubjectId,
    accesses: &[PortalAccess],
    may_write: bool,
    state: &FormState,
    today: Date,
) -> Markup {
    let (open, closed): (Vec<&PortalAccess>, Vec<&PortalAccess>) =
        accesses.iter().partition(|access| access.is_open());
    html! {
        div.stack {
            @if open.is_empty() && !may_write {
                (Paper::bare().with(Empty::new(texts.t("portal-not-open"))))
            }
            @for access in &open { (standing(texts, client, access, may_write, today)) }
            @if open.is_empty() && may_write { (opening(texts, client, state)) }
            @if !closed.is_empty() {
                (Paper::new(texts.t("portal-before")).with(rows(closed.iter().map(|access| {
                    past(texts, access, today)
                }))))
            }
        }
    }
}

fn standing(texts: Texts, client: SubjectId, access: &PortalAccess, may_write: bool, today: Date) -> Markup {
    let moment = |at| format::near_time(texts, format::finnish_time(at), today);
    let mut facts = vec![
        Fact::new(texts.t("portal-name"), access.name.as_str()),
        Fact::new(texts.t("portal-opened"), moment(access.opened_at)).detail(format!(
            "{} · {}",
            access.opened_by,
            texts
                .t(&format!("portal-identified-{}", access.identified))
                .to_lowercase()
        )),
    ];
    facts.push(match access.first_code_until {
        Some(until) => Fact::new(texts.t("portal-first-code"), texts.t("portal-first-code-waits"))
            .detail(texts.with("portal-until", &[("day", moment(until).into())])),
        None => Fact::new(
            texts.t("portal-codes"),
            texts.with("portal-codes-left", &[("count", access.codes_left.into())]),
        ),
    });
    if let Some(seen) = access.last_seen_at {
        facts.push(Fact::new(texts.t("portal-seen"), moment(seen)));
    }
    let address = format!("/clients/{client}/portal");
    Paper::new(texts.t("portal-tab"))
        .note(Tag::good(texts.t("portal-is-open")))
        .with_inside(html! {
            (Facts::list(facts))
            @if may_write {
                div.action-bar {
                    form method="post" action=(format!("{address}/code")) { (Button::submit(texts.t("portal-new-code"))) }
                    form method="post" action=(format!("{address}/close")) { (Button::submit(texts.t("portal-close"))) }
                }
                p.quiet { (texts.t("portal-close-what")) }
            }
        })
}

fn opening(texts: Texts, client: SubjectId, state: &FormState) -> Markup {
    let action = format!("/clients/{client}/portal");
    let form = Form::post(texts, &action, state);
    let known = Identified::ALL
        .iter()
        .map(|how| Choice::new(how.name(), texts.t(&format!("portal-identified-{how}"))));
    Paper::new(texts.t("portal-open-heading")).with_inside(html! {
        p { (texts.t("portal-open-what")) }
        (form.with(html! {
            (form.radios("identified", texts.t("portal-identified"), known))
            (action_bar([Button::submit(texts.t("portal-open")).main()]))
        }))
    })
}

fn past(texts: Texts, access: &PortalAccess, today: Date) -> Row {
    let moment = |at| format::near_time(texts, format::finnish_time(at), today);
    let opened = texts.with("portal-opened-at", &[("when", moment(access.opened_at).into())]);
    let closed = access.closed_at.map(moment).unwrap_or_default();
    let by = access.closed_by.clone().unwrap_or_default();
    let told = [("when", closed.into()), ("name", by.into())];
    Row::new(opened).words(texts.with("portal-closed-at", &told))
}

/// The letter: name, first code, and how one begins.
pub(super) fn letter(texts: Texts, handed: &HandedOver) -> Markup {
    let until = format::date(format::finnish_time(handed.until).date());
    html! {
        (Notice::warning(texts.t("portal-letter-once")))
        (Paper::new(texts.t("portal-letter-for-you")).with_inside(html! {
            dl.fact-list.handed {
                div { dt { (texts.t("own-sign-in-name")) } dd { code { (handed.name) } } }
                div { dt { (texts.t("portal-first-code")) } dd { code { (handed.code) } } }
            }
            ol {
                li { (texts.t("portal-letter-step-go")) }
                li { (texts.t("portal-letter-step-type")) }
                li { (texts.t("portal-letter-step-keep")) }
            }
            p { (texts.with("portal-letter-until", &[("day", until.into())])) }
            p { (texts.t("portal-letter-what")) }
        }))
    }
}
