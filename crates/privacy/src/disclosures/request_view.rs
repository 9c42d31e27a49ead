//! The form of a request.

use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure as Fold, Paper, action_bar},
    form::{Choice, Form, FormState},
    html,
};
use polku_profile::{Adequacy, Permission, Profile, RecipientKind};
use polku_values::{InterfaceLanguage, code_lists::Country};

/// The form of a request.
pub(super) fn request_form(texts: Texts, profile: &Profile, client: SubjectId, state: &FormState) -> Markup {
    let language: InterfaceLanguage = texts.locale().into();
    let action = format!("/clients/{client}/disclosures");
    let form = Form::post(texts, &action, state);
    let known = profile
        .recipients
        .iter()
        .filter(|recipient| recipient.permission != Permission::Anonymous)
        .map(|recipient| Choice::new(&recipient.key, recipient.name.get(language)));
    let recipients = known.chain([Choice::new("other", texts.t("consents-other-body"))]);
    let kinds = RecipientKind::ALL
        .iter()
        .filter(|kind| **kind != RecipientKind::Public)
        .map(|kind| {
            Choice::new(
                kind.key(),
                texts.t(&format!("disclosures-body-{}", kind.key().replace('_', "-"))),
            )
        });
    let countries = Country::all().map(|country| Choice::new(country.code(), texts.label(country.labels())));
    let adequacies = [Adequacy::None, Adequacy::Decision, Adequacy::Safeguard].map(|adequacy| {
        Choice::new(
            adequacy.key(),
            texts.t(&format!("disclosures-adequacy-{adequacy}")),
        )
    });
    Paper::bare().with_inside(form.with(html! {
        (form.select("recipient", texts.t("disclosures-recipient"), recipients))
        (Fold::new(texts.t("disclosures-other-details")).open(state.value("recipient") == "other").with(html! {
            (form.text("body", texts.t("consents-body")).optional().autocomplete("off"))
            (form.select("body_kind", texts.t("disclosures-body-kind"), kinds).optional())
            (form.select("country", texts.t("disclosures-country-label"), countries).help(texts.t("disclosures-country-help")).optional())
            (form.select("adequacy", texts.t("disclosures-adequacy"), adequacies).help(texts.t("disclosures-adequacy-help")).optional())
            (form.textarea("safeguard", texts.t("disclosures-safeguard")).lines(2).optional())
        }))
        (form.text("person", texts.t("disclosures-person-asks")).optional().autocomplete("off"))
        (form.textarea("asked", texts.t("disclosures-asked")).lines(3))
        (form.textarea("ground_given", texts.t("disclosures-ground-given")).lines(2).optional())
        (form.date("requested_on", texts.t("disclosures-requested")).help(texts.t("disclosures-requested-help")).optional())
        (action_bar([Button::submit(texts.t("common-save-and-continue")).main()]))
    }))
}
