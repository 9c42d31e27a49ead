//! Versions against lost updates: `ETag` and `If-Match` (RFC 9110, sections 8.8.3 and 13.1.1).

use axum::{extract::FromRequestParts, http::request::Parts};
use polku_desk::DeskError;

use crate::{Failure, Response, StatusCode, header};

/// The version of what is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntityTag(pub i64);

impl EntityTag {
    /// Adds the version to an answer.
    #[must_use]
    pub fn on(self, mut response: Response) -> Response {
        if let Ok(value) = header::HeaderValue::from_str(&format!("\"{}\"", self.0)) {
            response.headers_mut().insert(header::ETAG, value);
        }
        response
    }
}

/// The version that a change was made on. A change without one is refused (428, RFC 6585).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IfMatch(pub i64);

impl IfMatch {
    /// Somebody changed it since: to a change that named its version, that is a failed precondition (412).
    #[must_use]
    pub fn or_failed(failure: Failure) -> Failure {
        match failure {
            Failure::Desk(DeskError::Conflict) => Failure::Precondition(StatusCode::PRECONDITION_FAILED),
            other => other,
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let value = parts
            .headers
            .get(header::IF_MATCH)
            .ok_or(Failure::Precondition(StatusCode::PRECONDITION_REQUIRED))?;
        value
            .to_str()
            .ok()
            .and_then(|text| text.trim_matches('"').parse().ok())
            .map(Self)
            .ok_or(Failure::Precondition(StatusCode::PRECONDITION_FAILED))
    }
}

/// What a `PUT` expects that makes or changes: `If-None-Match: *` that there is nothing yet, `If-Match` a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IfMatchOrNew(pub Option<i64>);

impl<S: Send + Sync> FromRequestParts<S> for IfMatchOrNew {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let new = parts
            .headers
            .get(header::IF_NONE_MATCH)
            .is_some_and(|value| value.as_bytes() == b"*");
        if new {
            return Ok(Self(None));
        }
        let IfMatch(version) = IfMatch::from_request_parts(parts, state).await?;
        Ok(Self(Some(version)))
    }
}
