//! How the pages of signing in look.

use polku_desk::account::SecondFactors;
use polku_pages::{
    Markup, Texts,
    components::{Button, action_bar},
    form::{Form, FormState},
    html,
};

use super::{kept, proof::Forms};

/// "Try again in 30 seconds."
pub(crate) fn waiting_text(texts: Texts, seconds: u32) -> String {
    texts.with("sign-in-wait", &[("seconds", seconds.into())])
}

/// User name and password, or a passkey.
pub(super) fn sign_in(texts: Texts, state: &FormState) -> Markup {
    let form = Form::post(texts, "/sign-in", state);
    let mut passkey = FormState::new();
    passkey.set("next", state.value("next"));
    html! {
        (form.with(html! {
            (form.hidden("next", state.value("next")))
            (form.text("user_name", texts.t("sign-in-user-name")).autocomplete("username").max_length(64).autofocus())
            (form.password("password", texts.t("sign-in-password")))
            (action_bar([Button::submit(texts.t("sign-in-do")).main()]))
        }))
        (passkey_form(texts, "/sign-in/passkey", &passkey))
        p.quiet { (texts.t("sign-in-help")) }
    }
}

/// The one-time code, or a passkey.
pub(super) fn second(texts: Texts, factors: SecondFactors, forms: &Forms) -> Markup {
    html! {
        @if factors.one_time_codes { (code_form(texts, "/sign-in/second", &forms.code)) }
        @if factors.passkeys > 0 { (passkey_form(texts, "/sign-in/second", &forms.passkey)) }
        p.quiet { (texts.t("sign-in-second-help")) }
        form method="post" action="/sign-out" { p { (Button::submit(texts.t("sign-in-as-another")).tiny()) } }
    }
}

/// Any proof that the worker has: the strongest first.
pub(super) fn again(texts: Texts, factors: SecondFactors, user_name: &str, forms: &Forms) -> Markup {
    let password = Form::post(texts, "/sign-in/again", &forms.password);
    html! {
        p { (texts.t("sign-in-again-why")) }
        @if !forms.code.value(kept::FIELD).is_empty() { p { (texts.t("sign-in-again-typed")) } }
        @if factors.passkeys > 0 { (passkey_form(texts, "/sign-in/again", &forms.passkey)) }
        @if factors.one_time_codes {
            (code_form(texts, "/sign-in/again", &forms.code))
        } @else {
            (password.with(html! {
                (leading_on(&forms.password))
                // Tells password managers whose password is asked for.
                input hidden name="user_name" type="text" autocomplete="username" value=(user_name);
                (password.password("password", texts.t("sign-in-password")))
                (action_bar([Button::submit(texts.t("sign-in-confirm")).main()]))
            }))
        }
    }
}

/// Where it goes on, with what was typed there.
fn leading_on(state: &FormState) -> Markup {
    let kept = state.value(kept::FIELD);
    html! {
        input type="hidden" name="next" value=(state.value("next"));
        @if !kept.is_empty() { input type="hidden" name=(kept::FIELD) value=(kept); }
    }
}

fn code_form(texts: Texts, action: &str, state: &FormState) -> Markup {
    let form = Form::post(texts, action, state);
    form.with(html! {
        (leading_on(state))
        (form.one_time_code("code", texts.t("sign-in-code")).help(texts.t("sign-in-code-help")).max_length(10).autofocus())
        (action_bar([Button::submit(texts.t("sign-in-confirm")).main()]))
    })
}

fn passkey_form(texts: Texts, action: &'static str, state: &FormState) -> Markup {
    let part = PasskeyPart {
        does: "get",
        action,
        offer: "/sign-in/passkey/offer",
        failed: "sign-in-passkey-failed",
    };
    let button = action_bar([Button::submit(texts.t("sign-in-by-passkey"))]);
    passkey_part(texts, part, state, &html! { (leading_on(state)) (button) })
}

/// What the script does with a form of a passkey.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PasskeyPart {
    /// `get` asks a passkey, `create` makes one.
    pub(crate) does: &'static str,
    /// Where the answer goes.
    pub(crate) action: &'static str,
    /// Where the offer comes from.
    pub(crate) offer: &'static str,
    /// The key of what is said when the device does not answer.
    pub(crate) failed: &'static str,
}

/// A form that the script fills with a passkey's answer. Without scripts it does not show.
pub(crate) fn passkey_part(texts: Texts, part: PasskeyPart, state: &FormState, fields: &Markup) -> Markup {
    let form = Form::post(texts, part.action, state);
    html! {
        div.needs-script data-passkey=(part.does) data-offer=(part.offer) data-failed=(texts.t(part.failed)) {
            (form.with(html! {
                (form.hidden("challenge", ""))
                (form.hidden("credential", ""))
                (fields)
            }))
            p.error role="alert" hidden {}
        }
    }
}
