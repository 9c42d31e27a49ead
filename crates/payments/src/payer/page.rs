//! The page of the payer.

use polku_desk::DeskError;
use polku_pages::{
    Markup, Texts,
    components::{Button, Notice, Paper, action_bar},
    form::{Form, FormState},
    frame::Heading,
    html,
};
use polku_web::{Answer, AtDesk, Failure, Fields, Reader, flash};

use super::{input::PayerInput, paid, store};

pub(super) async fn show(visit: AtDesk, reader: Reader) -> Answer {
    paid(&visit)?;
    let mut state = FormState::new();
    if let Some(stored) = store::stored(&visit).await? {
        fill(&mut state, &stored);
    } else {
        state
            .set("version", "0")
            .set("message", reader.texts.t("payer-message-first"));
    }
    let body = form(reader.texts, &state);
    Ok(reader.page("payer-title", &heading(reader.texts), body))
}

pub(super) async fn save(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    paid(&visit)?;
    let input: PayerInput = fields.read()?;
    let seen = fields.0.value("version").parse();
    let seen = seen.map_err(|_| Failure::Unreadable("the form lacks the version"))?;
    let state = match input.check() {
        Ok(payer) => match store::save(&visit, &payer, seen).await {
            Ok(()) => return Ok(flash("/admin/payer", "payer-saved")),
            Err(DeskError::Conflict) => return conflict(&visit, &reader, fields.0).await,
            Err(other) => return Err(other.into()),
        },
        Err(wrong) => fields.with_errors(&reader, &wrong),
    };
    let body = form(reader.texts, &state);
    Ok(reader.page_to_mend("payer-title", &[], &heading(reader.texts), body))
}

/// Somebody changed it meanwhile: what is stored is shown above what was typed.
async fn conflict(visit: &AtDesk, reader: &Reader, mut typed: FormState) -> Answer {
    let stored = store::stored(visit).await?.ok_or(DeskError::Conflict)?;
    typed.set("version", stored.version.to_string());
    let payer = &stored.payer;
    let body = html! {
        (Notice::warning(reader.texts.t("payer-changed-meanwhile")).more(html! {
            p { (payer.name) ", " (payer.account.grouped()) ", “" (payer.message) "”" }
        }))
        (form(reader.texts, &typed))
    };
    Ok(reader.page_to_mend("payer-title", &[], &heading(reader.texts), body))
}

fn fill(state: &mut FormState, stored: &store::Stored) {
    let payer = &stored.payer;
    state
        .set("version", stored.version.to_string())
        .set("name", &payer.name);
    state.set("account", payer.account.grouped());
    state
        .set("service_id", &payer.service_id)
        .set("message", &payer.message);
}

fn heading(texts: Texts) -> Heading {
    Heading::new(texts.t("payer-heading")).back("/admin", texts.t("accounts-heading"))
}

fn form(texts: Texts, state: &FormState) -> Markup {
    let form = Form::post(texts, "/admin/payer", state);
    Paper::bare().with_inside(form.with(html! {
        p { (texts.t("payer-what")) }
        (form.hidden("version", state.value("version")))
        (form.text("name", texts.t("payer-name")).max_length(70))
        (form.text("account", texts.t("payer-account")).help(texts.t("payer-account-help")).max_length(42))
        (form.text("service_id", texts.t("payer-service-id")).help(texts.t("payer-service-id-help")).max_length(35).optional())
        (form.text("message", texts.t("payer-message")).help(texts.t("payer-message-help")).max_length(140))
        (action_bar([Button::submit(texts.t("common-save")).main()]))
    }))
}
