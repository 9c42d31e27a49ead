//! How an emergency access is shown.

use jiff::civil::Date;
use polku_desk::{EmergencyReason, SubjectId, audit::Look};
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Fact, Facts, Paper, action_bar},
    form::{Choice, Form, FormState},
    format, html,
};

use super::{finding::Finding, overview::finding_tag, store::Emergency};
use crate::looks;

/// What the page shows.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    pub(super) client: SubjectId,
    pub(super) emergency: &'a Emergency,
    pub(super) reason: &'a EmergencyReason,
    pub(super) profile: &'a polku_profile::Profile,
    pub(super) looked_at: &'a [Look],
    pub(super) today: Date,
}

pub(super) fn emergency_page(texts: Texts, shown: &Shown<'_>, form: &FormState) -> Markup {
    html! {
        (Paper::bare().with_inside(facts(texts, shown)))
        (Paper::new(texts.t("oversight-looked-at")).with(html! {
            @if shown.looked_at.is_empty() { (Empty::new(texts.t("oversight-looked-at-none"))) }
            @else { (looks::table(texts, shown.profile, shown.looked_at, shown.today)) }
        }))
        @if shown.emergency.reviewed.is_none() { (review_form(texts, shown, form)) }
        p { a href={ "/clients/" (shown.client) "/looks" } { (texts.t("oversight-all-looks")) } }
    }
}

fn facts(texts: Texts, shown: &Shown<'_>) -> Facts {
    let emergency = shown.emergency;
    let time = |moment| format::near_time(texts, format::finnish_time(moment), shown.today);
    let mut facts = vec![
        Fact::new(texts.t("oversight-emergency-by"), &emergency.worker),
        Fact::new(texts.t("oversight-emergency-at"), time(emergency.granted_at)),
        Fact::new(texts.t("oversight-emergency-until"), time(emergency.expires_at)),
        Fact::new(texts.t("oversight-emergency-reason"), &shown.reason.reason),
    ];
    if let Some((at, finding)) = emergency.reviewed {
        let found = Fact::new(texts.t("oversight-finding"), finding_tag(texts, finding)).detail(time(at));
        facts.push(found);
        if !shown.reason.review.is_empty() {
            facts.push(Fact::new(texts.t("oversight-note"), &shown.reason.review));
        }
    }
    Facts::list(facts)
}

fn review_form(texts: Texts, shown: &Shown<'_>, state: &FormState) -> Markup {
    let action = format!(
        "/clients/{}/emergency-accesses/{}",
        shown.client, shown.emergency.id
    );
    let form = Form::post(texts, &action, state);
    let findings = Finding::ALL.iter().map(|finding| {
        Choice::new(finding.name(), texts.t(&format!("oversight-finding-{finding}")))
            .help(texts.t(&format!("oversight-finding-{finding}-means")))
    });
    Paper::new(texts.t("oversight-review-heading")).with_inside(form.with(html! {
        (form.hidden("version", state.value("version")))
        (form.radios("finding", texts.t("oversight-finding"), findings))
        (form.textarea("note", texts.t("oversight-note")).help(texts.t("oversight-note-help")).optional())
        (action_bar([Button::submit(texts.t("oversight-review-do")).main()]))
    }))
}
