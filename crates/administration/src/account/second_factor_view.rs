//! How the pages of second factors look.

use jiff::civil::Date;
use polku_desk::account::{HeldPasskey, SecondFactors, Standing};
use polku_pages::{
    Markup, Texts,
    components::{Button, Notice, Paper, Row, Tag, action_bar, rows},
    form::{Form, FormState},
    format, html,
};
use polku_web::Failure;

use crate::{
    enrolment::secret_to_scan,
    signing_in::{PasskeyPart, passkey_part},
};

/// What the page shows.
#[derive(Debug)]
pub(super) struct Factors {
    pub(super) held: SecondFactors,
    pub(super) passkeys: Vec<HeldPasskey>,
    pub(super) standing: Standing,
    pub(super) today: Date,
}

pub(super) fn factors(texts: Texts, shown: &Factors, passkey: &FormState) -> Markup {
    html! {
        @if shown.standing == Standing::MustEnrol { (Notice::warning(texts.t("account-must-enrol"))) }
        (codes(texts, shown))
        (passkeys(texts, shown, passkey))
    }
}

fn codes(texts: Texts, shown: &Factors) -> Markup {
    let set = shown.held.one_time_codes;
    let begin = if set {
        Button::submit(texts.t("account-codes-renew"))
    } else {
        Button::submit(texts.t("account-codes-begin")).main()
    };
    Paper::new(texts.t("enrolment-factor-heading"))
        .note(if set { Tag::good(texts.t("account-codes-set")) } else { Tag::plain(texts.t("account-codes-unset")) })
        .with_inside(html! {
            p { (texts.t("account-codes-what")) }
            form method="post" action="/account/second-factor/codes/start" {
                p.actions {
                    (begin)
                    @if set && !shown.passkeys.is_empty() {
                        (Button::submit(texts.t("account-codes-remove")).danger().to("/account/second-factor/codes/remove"))
                    }
                }
            }
        })
}

fn passkeys(texts: Texts, shown: &Factors, state: &FormState) -> Markup {
    let form = Form::post(texts, "/account/passkeys", state);
    let part = PasskeyPart {
        does: "create",
        action: "/account/passkeys",
        offer: "/account/passkeys/offer",
        failed: "account-passkey-failed",
    };
    let fields = html! {
        (form.text("name", texts.t("account-passkey-name")).help(texts.t("account-passkey-name-help")).max_length(100))
        (action_bar([Button::submit(texts.t("account-passkey-add"))]))
    };
    Paper::new(texts.t("account-passkeys")).with(html! {
        @if !shown.passkeys.is_empty() {
            form method="post" { (rows(shown.passkeys.iter().map(|passkey| passkey_row(texts, passkey, shown.today)))) }
        }
        div.inside {
            p { (texts.t("account-passkeys-what")) }
            (passkey_part(texts, part, state, &fields))
            noscript { p.quiet { (texts.t("account-passkeys-script")) } }
        }
    })
}

fn passkey_row(texts: Texts, passkey: &HeldPasskey, today: Date) -> Row {
    let time = |moment| format::near_time(texts, format::finnish_time(moment), today);
    let used = passkey.last_used_at.map_or_else(
        || texts.t("account-passkey-unused"),
        |moment| texts.with("account-passkey-used", &[("when", time(moment).into())]),
    );
    let name = if passkey.name.is_empty() {
        texts.t("account-passkey")
    } else {
        passkey.name.clone()
    };
    Row::new(&name)
        .words(texts.with(
            "account-passkey-made",
            &[("when", time(passkey.created_at).into())],
        ))
        .aside(used)
        .action(
            Button::submit(texts.t("common-remove"))
                .tiny()
                .about(name)
                .to(format!("/account/passkeys/{}/remove", passkey.id)),
        )
}

/// The secret to scan, and the field for its first code.
pub(super) fn offered(texts: Texts, state: &FormState) -> Result<Markup, Failure> {
    let form = Form::post(texts, "/account/second-factor/codes", state);
    let picture = secret_to_scan(texts, state.value("uri"), state.value("secret"))?;
    Ok(form.with(html! {
        @for name in ["challenge", "uri", "secret"] { (form.hidden(name, state.value(name))) }
        p { (texts.t("enrolment-factor-why")) }
        (picture)
        (form.one_time_code("code", texts.t("enrolment-factor-code")).max_length(10).autofocus())
        (action_bar([
            Button::submit(texts.t("account-codes-take")).main(),
            Button::link("/account/second-factor", texts.t("common-cancel")),
        ]))
    }))
}
