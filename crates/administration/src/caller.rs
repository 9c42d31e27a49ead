//! From where a request comes, and whose session it belongs to.

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv4Addr, SocketAddr},
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::request::Parts,
};
use polku_desk::account::SignedIn;
use polku_web::{Cookie, Failure, Reader, header};

/// The browser that sent a request.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    /// Its network address, against which failed attempts count.
    pub(crate) source: IpAddr,
    /// How it names itself.
    pub(crate) device: String,
    /// Its cookie of an earlier sign-in.
    pub(crate) device_cookie: Option<String>,
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        // Without connection information all callers count as one: guesses are then slowed more, not less.
        let source = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip());
        let device = parts
            .headers
            .get(header::USER_AGENT)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        Ok(Self {
            source,
            device: device.to_owned(),
            device_cookie: Cookie::Device.read(&parts.headers),
        })
    }
}

/// The worker whose session it is: for routes about the own account.
#[derive(Debug, Clone)]
pub(crate) struct Own(pub(crate) SignedIn);

impl<S: Send + Sync> FromRequestParts<S> for Own {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        parts
            .extensions
            .get::<Reader>()
            .and_then(|reader| reader.signed_in.clone())
            .map(Self)
            .ok_or(Failure::SignIn)
    }
}
