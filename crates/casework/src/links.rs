//! One-time links by which a client does one thing without signing in: given by a worker and shown once, or opened at once on
//! the worker's own device, which is handed over; taken up by whoever brings them.
//!
//! What a link opens belongs to the slice that gives it. Whoever holds one stands at the desk as
//! [`Role::LinkHolder`](polku_desk::access::Role::LinkHolder).

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::{Extension, extract::ConnectInfo};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::{SignedDuration, Timestamp, civil::Date};
use polku_desk::link::{LinkAnswer, LinkHolder, LinkOpens};
use polku_pages::{
    Markup, Texts,
    components::{Button, Notice, Paper},
    format, html,
};
use polku_web::{Answer, App, Cookie, Failure, Reader, Response, header, see_other, with_cookies};
use qrcode::{QrCode, render::svg};
use schemars::JsonSchema;
use serde::Serialize;

/// How long a link waits on the client's own device.
pub const LINK_LIFE: SignedDuration = SignedDuration::from_hours(24 * 7);
/// How long a device that is handed over waits.
pub const HANDED_LIFE: SignedDuration = SignedDuration::from_hours(3);

/// From where a request comes; none where the server was not told.
pub type Source = Option<Extension<ConnectInfo<SocketAddr>>>;

/// A link that a program is told once.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LinkBody {
    /// Where the client goes.
    link: String,
    /// Until when it opens.
    expires_at: Timestamp,
}

impl LinkBody {
    /// That of a path of ours, given now for [`LINK_LIFE`].
    #[must_use]
    pub fn of(app: &App, path: &str, now: Timestamp) -> Self {
        Self {
            link: format!("{}{path}", app.settings.origin),
            expires_at: now + LINK_LIFE,
        }
    }
}

/// Who holds a token; none when it was used, taken back, is too old, or never was.
///
/// # Errors
/// [`Failure::TooMany`] to a network from which too many wrong ones came.
pub async fn held(
    app: &App,
    token: &str,
    opens: LinkOpens,
    source: Source,
) -> Answer<Option<Box<LinkHolder>>> {
    // Without connection information all callers count as one: wrong links are then slowed more, not less.
    let source = source.map_or(
        IpAddr::V4(Ipv4Addr::UNSPECIFIED),
        |Extension(ConnectInfo(address))| address.ip(),
    );
    match app.desk.resume_link(token, opens, source).await? {
        LinkAnswer::Held(holder) => Ok(Some(holder)),
        LinkAnswer::Gone => Ok(None),
        LinkAnswer::Wait(seconds) => Err(Failure::TooMany(seconds.into())),
    }
}

/// Hands this device over: the worker's session on it ends, and only the client's page at `path` is left.
///
/// # Errors
/// When the database fails.
pub async fn hand_over(app: &App, reader: &Reader, path: &str) -> Answer {
    if let Some(signed_in) = &reader.signed_in {
        app.desk.end_session(signed_in, signed_in.session).await?;
    }
    Ok(with_cookies(see_other(path), [Cookie::Session.clear()]))
}

/// A page whose address is the secret: no index of the web may list it. Referrers stay on this server by the headers of
/// all pages.
#[must_use]
pub fn unlisted(mut response: Response) -> Response {
    let none = header::HeaderValue::from_static("noindex, nofollow");
    response.headers_mut().insert("x-robots-tag", none);
    response
}

/// A link as the worker sees it, once: as a picture for the client's camera and as text.
#[derive(Debug)]
pub struct Given<'a> {
    /// The whole address.
    pub link: &'a str,
    /// Until when it opens.
    pub expires_at: Timestamp,
    /// What the keys of its texts begin with: `-once`, `-qr` and `-what` follow.
    pub words: &'static str,
    /// Where the worker goes on, and the key of the word for it.
    pub back: (&'a str, &'static str),
}

impl Given<'_> {
    /// The page's content.
    ///
    /// # Errors
    /// [`Failure::Internal`] when the address is too long for a picture, which is our mistake.
    pub fn render(&self, texts: Texts, today: Date) -> Answer<Markup> {
        let code = QrCode::new(self.link).map_err(|error| Failure::Internal(error.to_string()))?;
        let picture = code.render::<svg::Color<'_>>().min_dimensions(220, 220).build();
        let source = format!("data:image/svg+xml;base64,{}", STANDARD.encode(picture));
        let until = format::near_time(texts, format::finnish_time(self.expires_at), today);
        let key = |end: &str| format!("{}-{end}", self.words);
        let (href, word) = self.back;
        Ok(Paper::bare().with_inside(html! {
            (Notice::done(texts.t(&key("once"))).more(html! { p { code.secret { (self.link) } } }))
            p { img.qr src=(source) width="220" height="220" alt=(texts.t(&key("qr"))); }
            p { (texts.with(&key("what"), &[("until", until.into())])) }
            p.actions { (Button::link(href, texts.t(word))) }
        }))
    }
}
