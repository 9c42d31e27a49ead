//! Passkeys (Web Authentication): the device proves the worker by a finger, a face or a number.

mod making;
mod offers;
mod own;
mod sealed;
mod signing_in;

use webauthn_rs::prelude::{Url, Webauthn, WebauthnBuilder};

pub(crate) use offers::Offers;
pub use own::HeldPasskey;

use crate::{DeskError, Result};

/// Where passkeys belong: a passkey of one site is none of another.
#[derive(Debug, Clone)]
pub struct PasskeySite(Webauthn);

impl PasskeySite {
    /// The site of a domain (`polku.example.fi`, `localhost`) that is reached at an origin (`https://polku.example.fi`,
    /// `http://localhost:8470`).
    ///
    /// # Errors
    /// [`DeskError::Configuration`] when the origin is not of that domain.
    pub fn new(domain: &str, origin: &str) -> Result<Self> {
        let wrong = || {
            DeskError::Configuration("the origin is not a URL of the domain that passkeys belong to".into())
        };
        let origin = Url::parse(origin).map_err(|_| wrong())?;
        let builder = WebauthnBuilder::new(domain, &origin).map_err(|_| wrong())?;
        builder.rp_name("Polku").build().map(Self).map_err(|_| wrong())
    }
}

/// The answer to whoever asks to sign in by a passkey.
#[derive(Debug, Clone)]
pub enum PasskeyOffered {
    /// What the browser asks the device.
    Offer(PasskeyOffer),
    /// There were too many offers to that place; the next is made after so many seconds.
    Wait(u32),
}

/// What the browser needs to make or ask a passkey.
#[derive(Debug, Clone)]
pub struct PasskeyOffer {
    /// Comes back with the browser's answer.
    pub challenge: String,
    /// For the browser, as JSON: an object with `publicKey`.
    pub options: serde_json::Value,
}
