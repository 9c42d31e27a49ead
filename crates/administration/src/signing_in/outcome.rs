//! What follows an attempt to sign in or to prove identity.

use polku_desk::account::{OpenedSession, Standing};
use polku_web::{Cookie, Response, StatusCode, header, see_other, with_cookies};
use serde::Deserialize;

/// How long a browser remembers that its worker has signed in from it: the desk forgets it after 180 days.
const DEVICE_SECONDS: i64 = 180 * 24 * 3600;

/// Where to go afterwards, in the address.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Next {
    next: Option<String>,
}

impl Next {
    /// The page, if it is one of ours.
    pub(super) fn path(&self) -> &str {
        path_or_start(self.next.as_deref().unwrap_or_default())
    }
}

/// The page asked for, if it is one of ours; else the start.
pub(super) fn path_or_start(next: &str) -> &str {
    polku_web::local_path(next).unwrap_or("/")
}

/// The session begins: its cookies, and the page that comes next.
pub(crate) fn opened(session: &OpenedSession, next: &str) -> Response {
    let to = match session.standing {
        Standing::Complete => next.to_owned(),
        Standing::AwaitsSecondFactor => format!("/sign-in/second?next={next}"),
        Standing::MustEnrol => "/account/second-factor".to_owned(),
    };
    let cookies = [
        Cookie::Session.set(&session.token, None),
        Cookie::Device.set(&session.device_cookie, Some(DEVICE_SECONDS)),
    ];
    with_cookies(see_other(&to), cookies)
}

/// Identity is proven: the session's new token, if it got one, and the page that comes next.
pub(super) fn proven(token: Option<String>, next: &str) -> Response {
    with_cookies(
        see_other(next),
        token.map(|token| Cookie::Session.set(&token, None)),
    )
}

/// The page again, after a wrong guess or too many of them.
pub(super) fn refused(mut page: Response, wait: Option<u32>) -> Response {
    *page.status_mut() = match wait {
        None => StatusCode::UNPROCESSABLE_ENTITY,
        Some(seconds) => {
            page.headers_mut().insert(header::RETRY_AFTER, seconds.into());
            StatusCode::TOO_MANY_REQUESTS
        }
    };
    page
}
