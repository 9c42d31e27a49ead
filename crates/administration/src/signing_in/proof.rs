//! One of the proofs that a page offers: the field that was sent tells which.

use polku_desk::account::{Proof, Proven, SignedIn};
use polku_pages::form::FormState;
use polku_web::{Answer, App, Reader};

use super::{kept, passkey, view};
use crate::caller::Caller;

/// The forms of a page that asks for proof, each with what is to be said about it.
#[derive(Debug, Default)]
pub(super) struct Forms {
    pub(super) password: FormState,
    pub(super) code: FormState,
    pub(super) passkey: FormState,
}

impl Forms {
    /// Empty ones that lead on to a page.
    pub(super) fn to(next: &str) -> Self {
        let mut state = FormState::new();
        state.set("next", next);
        Self {
            password: state.clone(),
            code: state.clone(),
            passkey: state,
        }
    }

    /// The same, with what was typed on another page.
    pub(super) fn keeping(mut self, kept: &str) -> Self {
        for form in [&mut self.password, &mut self.code, &mut self.passkey] {
            form.set(kept::FIELD, kept);
        }
        self
    }
}

/// How a proof ended, with what to say when it was none.
pub(super) enum Tried {
    /// Proven; perhaps with a new token of the session.
    Proven(Option<String>),
    /// Not proven, and after how many seconds the next attempt may be made.
    Refused(Forms, Option<u32>),
}

/// Tries what was sent.
pub(super) async fn try_proof(
    app: &App,
    reader: &Reader,
    caller: &Caller,
    signed_in: &SignedIn,
    form: &FormState,
) -> Answer<Tried> {
    let next = super::outcome::path_or_start(form.value("next"));
    let mut forms = Forms::to(next).keeping(form.value(kept::FIELD));
    let (site, credential);
    let (proof, asked, wrong) = if form.values.contains_key("credential") {
        (site, credential) = (passkey::site(app)?, passkey::typed_credential(form)?);
        let proof = Proof::Passkey {
            site: &site,
            challenge: form.value("challenge"),
            credential: &credential,
        };
        (proof, &mut forms.passkey, "sign-in-passkey-wrong")
    } else if form.values.contains_key("code") {
        (Proof::Code(form.value("code")), &mut forms.code, "code-wrong")
    } else {
        let typed = Proof::Password(form.value("password"));
        (typed, &mut forms.password, "sign-in-password-wrong")
    };
    let field = match proof {
        Proof::Password(_) => "password",
        Proof::Code(_) => "code",
        Proof::Passkey { .. } => "",
    };
    let device_cookie = caller.device_cookie.as_deref();
    match app
        .desk
        .prove(signed_in, proof, caller.source, device_cookie)
        .await?
    {
        Proven::Yes(token) => Ok(Tried::Proven(token)),
        Proven::Wrong => {
            asked.error(field, reader.texts.t(wrong));
            Ok(Tried::Refused(forms, None))
        }
        Proven::Wait(seconds) => {
            asked.error(field, view::waiting_text(reader.texts, seconds));
            Ok(Tried::Refused(forms, Some(seconds)))
        }
    }
}
