//! One mapping from what went wrong to an answer: a page for people, problem details (RFC 9457) for programs.

use std::sync::Arc;

use polku_desk::DeskError;
use polku_pages::{
    Texts,
    frame::{Problem, Work},
};
use polku_values::law::Finding;
use serde_json::json;

use crate::{IntoResponse, Kind, Reader, Response, StatusCode, header, see_other};

/// What is wrong with a field of what was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidField {
    /// The field's name.
    pub field: &'static str,
    /// The key of the text that says what to mend.
    pub key: &'static str,
}

/// What is wrong with a field of what was sent, where the words may name a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The field's name.
    pub field: &'static str,
    /// The key of the text that says what to mend.
    pub key: &'static str,
    /// What of the field is meant, as it was sent; the text has it as its variable `field`.
    pub named: Option<String>,
}

/// What the law says of what was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LegalFinding {
    /// The field in which it is mended.
    pub field: &'static str,
    /// The limit and the provision that sets it.
    pub finding: Finding,
}

/// Why a request is not answered as asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The desk said so.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// Nobody is signed in.
    #[error("signed out")]
    SignIn,
    /// The second factor is still to be given.
    #[error("second factor needed")]
    SecondFactor,
    /// The register asks for a second factor, and the account has none yet.
    #[error("second factor to be set up")]
    MustEnrol,
    /// Signed in, but in no register yet.
    #[error("no register chosen")]
    ChooseRight,
    /// The action needs a fresh proof of identity.
    #[error("step-up needed")]
    StepUp,
    /// What was sent cannot be read at all.
    #[error("bad request: {0}")]
    Unreadable(&'static str),
    /// What was sent can be read and must be mended.
    #[error("invalid fields")]
    Invalid(Vec<InvalidField>),
    /// The same, where it is told by name what is to be mended.
    #[error("invalid fields")]
    Mistaken(Vec<Mistake>),
    /// The law refuses what was sent, or warns of it and the warning was not accepted.
    #[error("against the law's limits")]
    AgainstLimits(Vec<LegalFinding>),
    /// The request came from another site.
    #[error("from another site")]
    OtherSite,
    /// The entity is not at the version that the request named, or it named none.
    #[error("precondition")]
    Precondition(StatusCode),
    /// Larger than taken in.
    #[error("too large")]
    TooLarge,
    /// Too often; may try again after so many seconds.
    #[error("too many")]
    TooMany(i64),
    /// Our fault. The text is for the log.
    #[error("internal: {0}")]
    Internal(String),
}

impl Mistake {
    /// About the whole field.
    #[must_use]
    pub const fn plain(field: &'static str, key: &'static str) -> Self {
        Self {
            field,
            key,
            named: None,
        }
    }

    /// What to say, in the reader's language.
    #[must_use]
    pub fn words(&self, texts: Texts) -> String {
        match &self.named {
            Some(named) => texts.with(self.key, &[("field", named.as_str().into())]),
            None => texts.t(self.key),
        }
    }
}

impl LegalFinding {
    /// The finding in words, with the provision that it rests on.
    #[must_use]
    pub fn words(&self, texts: Texts) -> String {
        let said = texts.with(self.finding.key, &[("limit", self.finding.limit.into())]);
        format!(
            "{said} ({}, {})",
            self.finding.source.act, self.finding.source.section
        )
    }

    /// The finding as problem details tell it: `weight` is `refuse` or `warn`, and a warning is accepted by its key.
    fn described(&self, texts: Texts) -> serde_json::Value {
        let Finding {
            key, limit, source, ..
        } = self.finding;
        json!({
            "field": self.field,
            "key": key,
            "detail": self.words(texts),
            "limit": limit,
            "source": { "act": source.act, "section": source.section },
            "weight": if self.finding.is_refusal() { "refuse" } else { "warn" },
        })
    }
}

/// To the page that asks for a proof of identity. What was being sent goes there as well: after 307 a browser sends the
/// same form again.
fn step_up(reader: &Reader) -> Response {
    if reader.unsafe_method {
        let keep = format!("/sign-in/again/keep?next={}", reader.path());
        (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, keep)]).into_response()
    } else {
        see_other(&format!("/sign-in/again?next={}", reader.path()))
    }
}

impl IntoResponse for Failure {
    /// A bare answer that carries the failure; the guard gives it its words.
    fn into_response(self) -> Response {
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

impl Failure {
    fn problem(&self) -> Problem {
        match self {
            Self::Desk(DeskError::Hidden) => Problem::NotFound,
            Self::Desk(DeskError::Restricted) => Problem::Restricted,
            Self::Desk(DeskError::Forbidden | DeskError::StepUp) | Self::StepUp => Problem::StepUpNeeded,
            Self::Desk(DeskError::Conflict) | Self::Precondition(_) => Problem::Conflict,
            Self::Desk(DeskError::Refused(_))
            | Self::Unreadable(_)
            | Self::Invalid(_)
            | Self::Mistaken(_)
            | Self::AgainstLimits(_)
            | Self::OtherSite => Problem::BadRequest,
            Self::SignIn | Self::SecondFactor | Self::MustEnrol | Self::ChooseRight => Problem::SignedOut,
            Self::TooLarge => Problem::TooLarge,
            Self::TooMany(_) => Problem::TooMany,
            Self::Desk(DeskError::Away(_)) => Problem::Unavailable,
            Self::Desk(_) | Self::Internal(_) => Problem::Internal,
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::Invalid(_)
            | Self::Mistaken(_)
            | Self::AgainstLimits(_)
            | Self::Desk(DeskError::Refused(_)) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Precondition(status) => *status,
            _ => StatusCode::from_u16(self.problem().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
        }
    }

    /// The answer in the reader's language.
    pub(crate) fn answer(&self, reader: &Reader) -> Response {
        if matches!(self.problem(), Problem::Internal | Problem::Unavailable) {
            tracing::error!(failure = %self, "request failed");
        }
        match reader.kind {
            Kind::Page => self.page(reader),
            Kind::Api => self.details(reader),
        }
    }

    fn page(&self, reader: &Reader) -> Response {
        match self {
            Self::SignIn if reader.is_in_portal() => return see_other("/own/sign-in"),
            Self::SignIn => return see_other(&format!("/sign-in?next={}", reader.next_path())),
            Self::SecondFactor => return see_other("/sign-in/second"),
            Self::MustEnrol => return see_other("/account/second-factor"),
            Self::ChooseRight => return see_other("/account"),
            Self::StepUp | Self::Desk(DeskError::StepUp) => return step_up(reader),
            _ => {}
        }
        let problem = self.problem();
        let work = match self {
            Self::Desk(DeskError::Hidden) => Work::Nothing,
            Self::Desk(DeskError::Restricted) if reader.unsafe_method => Work::NotSaved,
            _ if reader.unsafe_method => Work::Kept,
            _ => Work::Nothing,
        };
        let markup = match reader.frame_if_signed_in("problem") {
            Some(frame) => problem.render_in(&frame, work, None),
            None if reader.is_in_portal() => problem.render_in_portal(&reader.portal_frame("problem"), work),
            None => problem.render_bare(reader.texts, work, None),
        };
        (self.status(), markup).into_response()
    }

    fn details(&self, reader: &Reader) -> Response {
        let status = self.status();
        let texts = reader.texts;
        let title_key = match self {
            Self::Desk(DeskError::Forbidden) => "problem-forbidden",
            Self::Desk(DeskError::Restricted) => "problem-restricted",
            Self::Invalid(_) | Self::Mistaken(_) | Self::AgainstLimits(_) => "problem-invalid",
            _ => "problem-title",
        };
        let mut body = json!({
            "type": format!("urn:polku:problem:{}", self.name()),
            "title": if texts.has(title_key) { texts.t(title_key) } else { self.name().to_owned() },
            "status": status.as_u16(),
        });
        match self {
            Self::Invalid(fields) => {
                body["errors"] = fields
                    .iter()
                    .map(|invalid| json!({ "field": invalid.field, "key": invalid.key, "detail": texts.t(invalid.key) }))
                    .collect();
            }
            Self::Mistaken(mistakes) => {
                body["errors"] = mistakes
                    .iter()
                    .map(|one| json!({ "field": one.field, "key": one.key, "detail": one.words(texts) }))
                    .collect();
            }
            Self::AgainstLimits(findings) => {
                body["errors"] = findings
                    .iter()
                    .map(|found| found.described(reader.texts))
                    .collect();
            }
            Self::Desk(DeskError::Refused(key)) => body["detail"] = json!(texts.t(key)),
            Self::Desk(DeskError::Conflict) => body["detail"] = json!(texts.t("problem-conflict-what")),
            Self::Desk(DeskError::Restricted) => body["detail"] = json!(texts.t("problem-restricted-what")),
            Self::Unreadable(what) => body["detail"] = json!(what),
            _ => {}
        }
        let mut response = (status, body.to_string()).into_response();
        let content_type = header::HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, content_type);
        if let Self::TooMany(seconds) = self
            && let Ok(seconds) = header::HeaderValue::from_str(&seconds.to_string())
        {
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
        }
        response
    }

    const fn name(&self) -> &'static str {
        match self {
            Self::Desk(DeskError::Hidden) => "not-found",
            Self::Desk(DeskError::Restricted) => "restricted",
            Self::Desk(DeskError::Forbidden) => "forbidden",
            Self::Desk(DeskError::Conflict) => "conflict",
            Self::Desk(DeskError::Refused(_)) | Self::Invalid(_) | Self::Mistaken(_) => "invalid",
            Self::AgainstLimits(_) => "against-limits",
            Self::SignIn | Self::SecondFactor | Self::MustEnrol | Self::ChooseRight => "sign-in-needed",
            Self::StepUp | Self::Desk(DeskError::StepUp) => "step-up-needed",
            Self::Unreadable(_) => "unreadable",
            Self::OtherSite => "other-site",
            Self::Precondition(_) => "precondition",
            Self::TooLarge => "too-large",
            Self::TooMany(_) => "too-many",
            Self::Desk(DeskError::Away(_)) => "unavailable",
            Self::Desk(_) | Self::Internal(_) => "internal",
        }
    }
}
