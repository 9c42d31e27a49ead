//! The content of the notice to the supervisory authority (GDPR 33.3).

use polku_pages::{
    Markup, Texts,
    components::{Fact, Facts, Paper},
    format, html,
};
use polku_profile::Profile;

use super::{
    breach::Breach,
    letter,
    view::{kinds, said},
};

/// What the authority asks, item by item (GDPR 33.3 a–d), and who answers.
pub(super) fn form_of_notice(
    texts: Texts,
    profile: &Profile,
    breach: &Breach,
    contacts: &[(String, String)],
    affected: i64,
) -> Markup {
    let language = texts.locale().into();
    let time = |at| format::date_and_time(texts.locale(), format::finnish_time(at));
    let words = &breach.words;
    let unwritten = || texts.t("breaches-form-unwritten");
    let or_unwritten = |text: &str| {
        if text.is_empty() {
            unwritten()
        } else {
            text.to_owned()
        }
    };
    let supervisor = &profile.requests.supervisor;
    let number = match breach.people {
        Some(number) => format::integer(texts.locale(), number),
        None if affected > 0 => format::integer(texts.locale(), affected),
        None => texts.t("breaches-people-unknown"),
    };
    let special = words.kinds.iter().any(|part| part.is_special(profile));
    let officer = letter::officer(contacts).unwrap_or_else(unwritten);
    let risk = breach
        .risk
        .map_or_else(unwritten, |risk| texts.t(&format!("breaches-risk-{risk}")));
    let facts = [
        (
            "breaches-form-controller",
            profile.controller.name.get(language).to_owned(),
        ),
        (
            "breaches-form-register",
            profile.register.name.get(language).to_owned(),
        ),
        ("breaches-found-at", time(breach.found_at)),
        ("breaches-aware-at", time(breach.aware_at)),
        ("breaches-field-what", words.what.clone()),
        ("breaches-field-kinds", or_unwritten(&kinds(texts, &words.kinds))),
        (
            "breaches-form-special",
            texts.t(if special { "common-yes" } else { "common-no" }),
        ),
        ("breaches-field-people", number),
        ("breaches-form-officer", officer),
        ("breaches-field-consequences", or_unwritten(&words.consequences)),
        ("breaches-field-measures", or_unwritten(&words.measures)),
        ("breaches-field-risk", risk),
        ("breaches-field-why", or_unwritten(&words.why)),
        ("breaches-late-reason", words.late_reason.clone()),
    ];
    let shown = facts.into_iter().filter(|(_, text)| !text.is_empty());
    html! {
        (Paper::new(texts.t("breaches-form-to")).with_inside(html! {
            p { (supervisor.name.get(language)) br; (supervisor.address) br; (supervisor.web) }
            p.only-screen { (texts.t("breaches-form-what")) }
        }))
        (Paper::new(texts.t("breaches-form-content")).with_inside(
            Facts::list(shown.map(|(key, text)| Fact::new(texts.t(key), said(&text))))
        ))
    }
}
