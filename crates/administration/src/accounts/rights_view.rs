//! The fields of a right, and the roles in words.

use polku_desk::access::Role;
use polku_pages::{
    Markup, Texts,
    form::{Choice, Form},
    html,
};

/// Role, dates and the privilege of A7.
pub(super) fn fields(texts: Texts, form: &Form<'_>) -> Markup {
    let roles = Role::OF_WORKERS.iter().map(|role| {
        Choice::new(role.name(), texts.t(&format!("role-{role}")))
            .help(texts.t(&format!("right-role-{role}")))
    });
    html! {
        (form.radios("role", texts.t("right-role-label"), roles))
        (form.date("valid_from", texts.t("right-from")))
        (form.date("valid_until", texts.t("right-until")).help(texts.t("right-until-help")).optional())
        (form.checkbox("addresses", texts.t("right-addresses")).help(texts.t("right-addresses-help")).optional())
    }
}
