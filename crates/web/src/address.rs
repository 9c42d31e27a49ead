//! What an address names: its path's parameters and its query.
//!
//! The framework's own extractors answer what they cannot read in words of their own, in English and in plain text.

use axum::{
    extract::{FromRequestParts, Path as Parameters, Query as Asked},
    http::request::Parts,
};
use polku_desk::DeskError;
use serde::de::DeserializeOwned;

use crate::Failure;

/// The parameters of the path. One that cannot be an id is nobody's: the same 404 as for what is hidden.
#[derive(Debug, Clone, Copy)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        match Parameters::from_request_parts(parts, state).await {
            Ok(Parameters(parameters)) => Ok(Self(parameters)),
            Err(_) => Err(Failure::Desk(DeskError::Hidden)),
        }
    }
}

/// What the query asks for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        match Asked::from_request_parts(parts, state).await {
            Ok(Asked(asked)) => Ok(Self(asked)),
            Err(_) => Err(Failure::Unreadable("the query does not have the documented form")),
        }
    }
}
