//! What every request passes, and the conventions of pages and API.
//!
//! [`Routes`] is the one table: each entry is a method, a path, an [`AccessSpec`](polku_desk::access::AccessSpec) and a
//! handler. It makes the router, the OpenAPI document and the policy matrix. The [`guard`] that it puts before each
//! handler signs in, checks the spec, begins the visit, and holds the answer until all looks are in the audit log.
//!
//! To add a page: `routes.page(Method::GET, "/things/{id}", SPEC, show)`; to add to the API:
//! `routes.api(Method::POST, "/things", SPEC, ApiDoc::new("…"), create)`.

mod address;
mod app;
mod bounded;
mod cookie;
mod entity;
mod failure;
mod fields;
mod going;
pub mod guard;
mod headers;
mod idempotency;
mod input;
pub mod law;
mod navigation;
mod openapi;
mod origin;
mod reader;
mod routes;
mod service;
mod to_mend;

pub use address::{Path, Query};
pub use app::{App, Identification, Settings};
pub use cookie::Cookie;
pub use entity::{EntityTag, IfMatch, IfMatchOrNew};
pub use failure::{Failure, InvalidField, LegalFinding, Mistake};
pub use fields::Fields;
pub use going::{flash, flash_warning, local_path, see_other, with_cookies};
pub use guard::{AtDesk, InPortal};
pub use input::JsonBody;
pub use openapi::openapi;
pub use reader::Reader;
pub use routes::{API, ApiDoc, Kind, RouteEntry, Routes};
pub use service::service_routes;
pub use to_mend::ToMend;

pub use axum::{
    http::{Method, StatusCode, header},
    response::{IntoResponse, Response},
};

/// What a handler answers.
pub type Answer<T = Response> = Result<T, Failure>;
