//! How the way in looks.

use polku_pages::{
    Markup, Texts,
    components::{Button, Notice, Paper, action_bar},
    form::{Form, FormState},
    html,
};

/// What is told above the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Nothing.
    Nothing,
    /// The client has just left.
    Left,
    /// What was typed opened nothing.
    Wrong,
}

/// Both ways in; the strong one only where a provider is configured.
pub(super) fn sign_in(texts: Texts, state: &FormState, told: Told, identifies: bool) -> Markup {
    let form = Form::post(texts, "/own/sign-in", state);
    html! {
        @match told {
            Told::Nothing => {},
            Told::Left => (Notice::done(texts.t("own-sign-in-left"))),
            Told::Wrong => (Notice::failed(texts.t("own-sign-in-wrong"))),
        }
        p { (texts.t("own-sign-in-what")) }
        @if identifies {
            (Paper::new(texts.t("own-sign-in-strong")).with_inside(html! {
                p { (texts.t("own-sign-in-strong-what")) }
                p.actions { (Button::link("/own/identify", texts.t("own-sign-in-identify")).main()) }
            }))
        }
        (Paper::new(texts.t("own-sign-in-codes")).with_inside(form.with(html! {
            (form.text("name", texts.t("own-sign-in-name")).help(texts.t("own-sign-in-name-help")).autocomplete("username"))
            (form.text("code", texts.t("own-sign-in-code")).help(texts.t("own-sign-in-code-help")).autocomplete("one-time-code"))
            (action_bar([Button::submit(texts.t("own-sign-in-do")).main()]))
        })))
        p.quiet { (texts.t("own-sign-in-help")) }
    }
}

/// The first list of the client's own, and the way on.
pub(super) fn first_list(texts: Texts, codes: &[String]) -> Markup {
    html! {
        (Notice::warning(texts.t("own-codes-keep")))
        (list_of_codes(texts, codes))
    }
}

/// Codes, to be written down or printed.
pub(crate) fn list_of_codes(texts: Texts, codes: &[String]) -> Markup {
    html! {
        (Paper::new(texts.t("own-codes-list")).with_inside(html! {
            ol.codes { @for one in codes { li { code { (one) } } } }
            p.quiet { (texts.t("own-codes-how")) }
        }))
        p.actions { (Button::link("/own", texts.t("own-codes-on")).main()) }
    }
}

/// One button for each service.
pub(super) fn choice(texts: Texts, token: &str, doors: &[(uuid::Uuid, &str)]) -> Markup {
    html! {
        p { (texts.t("own-choose-what")) }
        form method="post" action="/own/identified" {
            input type="hidden" name="token" value=(token);
            @for (access, name) in doors {
                p.actions { (Button::submit(*name).named("access", access.to_string()).main()) }
            }
        }
    }
}

/// The identification came to nothing.
pub(super) fn identification_failed(texts: Texts) -> Markup {
    html! {
        p { (texts.t("own-identify-failed-what")) }
        p.actions { (Button::link("/own/sign-in", texts.t("own-nothing-back")).main()) }
    }
}

/// The same answer to a stranger and to a client whose portal is not open.
pub(super) fn nothing(texts: Texts) -> Markup {
    html! {
        p { (texts.t("own-nothing-what")) }
        p { (texts.t("own-nothing-next")) }
        p.actions { (Button::link("/own/sign-in", texts.t("own-nothing-back")).main()) }
    }
}
