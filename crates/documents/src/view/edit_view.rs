//! The form of what is said of a document.

use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Facts, Notice, Paper, action_bar},
    form::{Form, FormState},
    html,
};
use polku_profile::Profile;
use uuid::Uuid;

use super::{document_address, fields, show_view};
use crate::{document::Document, input::DocumentInput};

/// The form.
pub(crate) fn form(
    texts: Texts,
    profile: &Profile,
    client: SubjectId,
    id: Uuid,
    state: &FormState,
    told: Option<Markup>,
) -> Markup {
    let action = document_address(client, id);
    let form = Form::post(texts, &action, state);
    html! {
        @if let Some(told) = told { (told) }
        (form.with(html! {
            (form.hidden("version", state.value("version")))
            (fields::main(texts, &form))
            (fields::rest(texts, profile, &form))
            (action_bar([Button::submit(texts.t("common-save")).main(), Button::link(action.clone(), texts.t("common-cancel"))]))
        }))
    }
}

/// The form filled with what is stored.
pub(crate) fn filled(stored: &DocumentInput) -> FormState {
    let mut state = FormState::new();
    for (field, value) in [
        ("title", &stored.title),
        ("class", &stored.class),
        ("language", &stored.language),
        ("dated", &stored.dated),
        ("source", &stored.source),
        ("who", &stored.who),
        ("channel", &stored.channel),
        ("publicity", &stored.publicity),
        ("ground", &stored.ground),
        ("note", &stored.note),
    ] {
        state.set(field, value.as_str());
    }
    state
}

/// The file is safe although something beside it is to be mended.
pub(crate) fn file_is_kept(texts: Texts) -> Markup {
    html! { (Notice::done(texts.t("documents-file-is-kept"))) }
}

/// What somebody else stored meanwhile.
pub(crate) fn conflict(texts: Texts, profile: &Profile, stored: &Document) -> Markup {
    let facts = Facts::list(show_view::facts(texts, profile, stored));
    Paper::new(texts.t("documents-stored-now")).with_inside(facts)
}
