//! How restrictions are shown.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Fact, Facts, Notice, Paper, Tag, action_bar, rows},
    form::{Choice, Form, FormState},
    format, html,
};

use super::restriction::{Ground, Restriction, State};

/// That a restriction is in force, for those who see the person all the same.
pub(crate) fn standing(texts: Texts, client: SubjectId, one: &Restriction, today: Date) -> Markup {
    let since = format::near_time(texts, format::finnish_time(one.since), today);
    html! {
        (Notice::warning(texts.with("restrictions-standing", &[("since", since.as_str().into())]))
            .more(html! { p { a href={ "/clients/" (client) "/restriction" } { (texts.t("restrictions-open")) } } }))
    }
}

/// The page: what is in force with its lifting, or the form that sets one; then the earlier ones.
pub(super) fn page(
    texts: Texts,
    client: SubjectId,
    all: &[Restriction],
    state: &FormState,
    today: Date,
) -> Markup {
    let in_force = all.iter().any(|one| one.state == State::InForce);
    html! {
        div.stack {
            (Paper::bare().with(html! {
                @if all.is_empty() { (Empty::new(texts.t("restrictions-none"))) }
                @else { (rows(all.iter().map(|one| line(texts, one, today)))) }
            }))
            @if in_force { (lifting(texts, client, state)) }
            @else { (setting(texts, client, state)) }
            (meanwhile(texts))
        }
    }
}

/// A restriction with how it began and ended.
pub(crate) fn line(texts: Texts, one: &Restriction, today: Date) -> Markup {
    let at = |moment| format::near_time(texts, format::finnish_time(moment), today);
    let tag = match one.state {
        State::InForce => Tag::private(texts.t("restrictions-in-force")),
        State::Lifted => Tag::plain(texts.t("restrictions-lifted")),
    };
    let mut facts = vec![
        Fact::new(
            texts.t("restrictions-ground"),
            format!(
                "{} ({})",
                texts.t(&format!("restrictions-ground-{}", one.ground)),
                texts.with("law-gdpr", &[("articles", one.ground.point().into())])
            ),
        ),
        Fact::new(
            texts.t("restrictions-since"),
            format!("{}, {}", at(one.since), one.set_by),
        ),
    ];
    let said = [
        ("restrictions-scope", &one.words.scope),
        ("requests-reasons", &one.words.reasons),
        ("restrictions-told-how", &one.words.told_how),
        ("restrictions-lifted-why", &one.words.lifted_why),
    ];
    for (key, text) in said.into_iter().filter(|(_, text)| !text.is_empty()) {
        facts.push(Fact::new(texts.t(key), text));
    }
    if let Some(day) = one.told_on {
        facts.push(Fact::new(texts.t("restrictions-told-on"), format::date(day)));
    }
    if let Some((by, when)) = &one.lifted {
        facts.push(Fact::new(
            texts.t("restrictions-lifted-at"),
            format!("{}, {by}", at(*when)),
        ));
    }
    html! { div.note { p { (tag) } (Facts::list(facts)) } }
}

fn setting(texts: Texts, client: SubjectId, state: &FormState) -> Markup {
    let action = format!("/clients/{client}/restriction");
    let form = Form::post(texts, &action, state);
    let grounds = Ground::ALL.iter().map(|ground| {
        Choice::new(ground.name(), texts.t(&format!("restrictions-ground-{ground}")))
            .help(texts.with("law-gdpr", &[("articles", ground.point().into())]))
    });
    Paper::new(texts.t("restrictions-set-title")).with_inside(form.with(html! {
        (form.radios("ground", texts.t("restrictions-ground"), grounds))
        (form.text("scope", texts.t("restrictions-scope")).help(texts.t("restrictions-scope-help")).optional())
        (form.textarea("reasons", texts.t("requests-reasons")).lines(3))
        p { (texts.t("restrictions-set-what")) }
        (action_bar([Button::submit(texts.t("restrictions-set")).main()]))
    }))
}

fn lifting(texts: Texts, client: SubjectId, state: &FormState) -> Markup {
    let action = format!("/clients/{client}/restriction/lifting");
    let form = Form::post(texts, &action, state);
    Paper::new(texts.t("restrictions-lift-title")).with_inside(form.with(html! {
        p { (texts.t("restrictions-lift-what")) }
        (form.date("told_on", texts.t("restrictions-told-on")))
        (form.text("told_how", texts.t("restrictions-told-how")))
        (form.textarea("lifted_why", texts.t("restrictions-lifted-why")).lines(3))
        (action_bar([Button::submit(texts.t("restrictions-lift")).main()]))
    }))
}

/// What may go on (GDPR 18.2).
fn meanwhile(texts: Texts) -> Markup {
    let allowed = ["storage", "consent", "claims", "others"];
    Paper::new(texts.t("restrictions-meanwhile")).with_inside(html! {
        ul { @for one in allowed { li { (texts.t(&format!("restrictions-meanwhile-{one}"))) } } }
    })
}
