//! A new account with its first right.

use axum::extract::State;
use polku_desk::{DeskError, account::NewAccount};
use polku_pages::{
    components::{Button, action_bar},
    form::{Form, FormState},
    format,
    frame::Heading,
    html,
};
use polku_web::{Answer, App, AtDesk, Fields, Reader, Response, ToMend};

use super::{account_view::enrolment_link, right_input, rights_view};
use crate::mending::{done_or_mend, to_mend};

/// The page.
pub(super) async fn show(visit: AtDesk, reader: Reader) -> Response {
    let mut form = FormState::new();
    form.set("valid_from", format::date(visit.today()));
    page(&reader, &form)
}

/// Adds it, and shows its enrolment link once.
pub(super) async fn add(
    State(app): State<App>,
    visit: AtDesk,
    reader: Reader,
    Fields(mut form): Fields,
) -> Answer {
    let new = match check(&form, &visit) {
        Ok(new) => new,
        Err(invalid) => {
            return Ok(to_mend(page(
                &reader,
                &Fields(form).with_errors(&reader, &invalid),
            )));
        }
    };
    let added = match visit.add_account(&new).await {
        Err(DeskError::Conflict) => Err(DeskError::Refused("accounts-user-name-taken")),
        other => other,
    };
    let field_of = |key: &str| match key {
        "user-name" | "accounts-user-name-taken" => "user_name",
        "display-name" => "display_name",
        _ => "valid_until",
    };
    let Some(added) = done_or_mend(added, &reader, &mut form, field_of)? else {
        return Ok(to_mend(page(&reader, &form)));
    };
    let heading = Heading::new(reader.texts.t("accounts-added-heading"))
        .subtitle(new.display_name)
        .back("/admin", reader.texts.t("accounts-heading"));
    let link = enrolment_link(reader.texts, &app.settings.origin, &added.enrolment);
    Ok(reader.page("accounts-add-title", &heading, link))
}

fn check(form: &FormState, visit: &AtDesk) -> Result<NewAccount, Vec<polku_web::InvalidField>> {
    let mut wrong = ToMend::default();
    let display_name = wrong.text("display_name", form.value("display_name"), 100, "display-name");
    let user_name = wrong.text("user_name", form.value("user_name"), 64, "user-name");
    let right = right_input::check(form, visit.today(), &mut wrong);
    wrong.finish(|| {
        Some(NewAccount {
            user_name,
            display_name,
            right: right?,
        })
    })
}

fn page(reader: &Reader, state: &FormState) -> Response {
    let texts = reader.texts;
    let form = Form::post(texts, "/admin/accounts", state);
    let heading = Heading::new(texts.t("accounts-add")).back("/admin", texts.t("accounts-heading"));
    let body = form.with(html! {
        (form.text("display_name", texts.t("accounts-name")).help(texts.t("accounts-name-help")).max_length(100))
        (form.text("user_name", texts.t("sign-in-user-name")).help(texts.t("accounts-user-name-help")).max_length(64))
        (form.group(texts.t("right-first"), rights_view::fields(texts, &form)))
        (action_bar([Button::submit(texts.t("accounts-add-do")).main()]))
    });
    reader.page("accounts-add-title", &heading, body)
}
