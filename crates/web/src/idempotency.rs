//! A write that is sent twice happens once.

use axum::{extract::FromRequestParts, http::request::Parts};

use crate::Failure;

/// The `Idempotency-Key` of a request, if it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idempotency(pub Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for Idempotency {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let Some(value) = parts.headers.get("idempotency-key") else {
            return Ok(Self(None));
        };
        let text = value
            .to_str()
            .map_err(|_| Failure::Unreadable("the Idempotency-Key is not plain text"))?;
        if text.is_empty() || text.len() > 200 {
            return Err(Failure::Unreadable("the Idempotency-Key has 1 to 200 characters"));
        }
        Ok(Self(Some(text.to_owned())))
    }
}
