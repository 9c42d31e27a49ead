//! A change must come from our own pages: cookies alone prove nothing.

use axum::extract::Request;

use crate::{Failure, Method, Settings, header};

/// Refuses a change that another site's page sent. Browsers tell by `Sec-Fetch-Site` and `Origin`.
pub(crate) fn check(settings: &Settings, request: &Request) -> Result<(), Failure> {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    let value = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    match (value("sec-fetch-site"), value(header::ORIGIN.as_str())) {
        (Some("same-origin" | "none"), _) => Ok(()),
        (None, Some(origin)) if origin == settings.origin => Ok(()),
        _ => Err(Failure::OtherSite),
    }
}
