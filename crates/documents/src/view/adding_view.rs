//! The form that files are sent by.

use polku_desk::{SubjectId, Visit};
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Notice, action_bar},
    form::{Form, FormState},
    html,
};
use polku_profile::Profile;

use super::{address, fields, size};
use crate::{examine::Refusal, kind::ACCEPT, receive::Came};

/// The form of new documents.
pub(crate) fn form(
    texts: Texts,
    profile: &Profile,
    client: SubjectId,
    largest: u64,
    state: &FormState,
    told: Option<Markup>,
) -> Markup {
    let action = address(client);
    let form = Form::with_files(texts, &action, state);
    let limit = size(texts, largest);
    html! {
        @if let Some(told) = told { (told) }
        div data-files data-largest=(largest)
            data-too-large=(texts.with("documents-too-large-here", &[("limit", limit.clone().into())])) {
            (form.with(html! {
                (form.file("files", texts.t("documents-files")).accept(ACCEPT).several()
                    .help(texts.with("documents-files-help", &[("limit", limit.into())])))
                (form.file("photo", texts.t("documents-photo")).accept("image/jpeg,image/png").camera().optional()
                    .help(texts.t("documents-photo-help")))
                (fields::main(texts, &form))
                (Disclosure::new(texts.t("documents-more-fields")).open(state.has_errors())
                    .with(html! { div.form { (fields::rest(texts, profile, &form)) } }))
                (action_bar([Button::submit(texts.t("documents-add")).main(), Button::link(action.clone(), texts.t("common-cancel"))]))
            }))
        }
    }
}

/// Why a file was not taken in, with the name under which it was sent.
pub(crate) fn refusal(texts: Texts, visit: &Visit, came: &Came) -> String {
    let key = came.outcome.as_ref().err().map_or("", |refusal| refusal.key());
    let limit = size(texts, visit.desk().document_options().largest);
    let why = match came.outcome {
        Err(Refusal::Large) => texts.with(key, &[("limit", limit.into())]),
        _ => texts.t(key),
    };
    if came.name.is_empty() {
        why
    } else {
        format!("{}: {why}", came.name)
    }
}

/// What was kept although other files were not.
pub(crate) fn kept_beside(texts: Texts, client: SubjectId, kept: usize) -> Option<Markup> {
    (kept > 0).then(|| {
        let there = html! { a href=(address(client)) { (texts.t("documents-to-list")) } };
        let said = texts.with("documents-kept-beside", &[("count", kept.into())]);
        html! { (Notice::done(said).more(there)) }
    })
}
