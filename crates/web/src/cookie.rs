//! Cookies: what they are called, how they are set, read and taken away.

use axum::http::HeaderMap;

use crate::header;

/// The cookies of the product: only what signing in and a language choice need (H3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cookie {
    /// The session.
    Session,
    /// A device on which somebody has signed in before.
    Device,
    /// The language chosen before signing in.
    Language,
    /// What happened, told on the next page: a text's key.
    Flash,
    /// A client's session in the portal.
    Portal,
    /// A strong identification under way, until the provider's answer comes.
    Identification,
}

impl Cookie {
    /// The cookie's name. `__Host-` binds it to this host and to secure transport.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Session => "__Host-polku-session",
            Self::Device => "__Host-polku-device",
            Self::Language => "__Host-polku-language",
            Self::Flash => "__Host-polku-flash",
            Self::Portal => "__Host-polku-portal",
            Self::Identification => "__Host-polku-identification",
        }
    }

    /// The header that sets it, for so many seconds; `None` until the browser closes.
    #[must_use]
    pub fn set(self, value: &str, seconds: Option<i64>) -> String {
        let age = seconds
            .map(|seconds| format!("; Max-Age={seconds}"))
            .unwrap_or_default();
        format!(
            "{}={value}; Path=/; Secure; HttpOnly; SameSite=Lax{age}",
            self.name()
        )
    }

    /// The header that takes it away.
    #[must_use]
    pub fn clear(self) -> String {
        self.set("", Some(0))
    }

    /// Its value in a request.
    #[must_use]
    pub fn read(self, headers: &HeaderMap) -> Option<String> {
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(name, _)| *name == self.name())
            .map(|(_, value)| value.to_owned())
            .filter(|value| !value.is_empty())
    }
}

/// The session's token of a request.
pub(crate) fn session_token(headers: &HeaderMap) -> Option<String> {
    Cookie::Session.read(headers)
}
