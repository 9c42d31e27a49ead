//! Certificates of what was destroyed: grounds, kinds and numbers, who proposed and who approved. They name nobody whose
//! data it was.

mod api;
mod page;
mod pdf;
mod store;
mod view;

use std::collections::BTreeMap;

use polku_web::{ApiDoc, Method, Routes};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::READ;

pub(crate) use store::{Certificate, NewCertificate, insert, latest};
pub(crate) use view::list;

polku_desk::named_states! {
    /// What was decided.
    pub enum CertificateKind {
        /// An erasure at somebody's request.
        Erasure = "erasure",
        /// A batch of what was due.
        Batch = "batch",
    }
}

/// So many of a kind of record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct CertifiedKind {
    /// The kind of record; none for basic data.
    pub(crate) kind: Option<String>,
    /// The key of the retention class.
    pub(crate) class: String,
    /// How many.
    pub(crate) number: u64,
    /// Of what stays: the key of the reason.
    pub(crate) stays: Option<String>,
}

/// What a class and year of a batch came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct CertifiedSum {
    /// The key of the retention class.
    pub(crate) class: String,
    /// The year in which its time was over.
    pub(crate) year: i16,
    /// Whole records of people.
    pub(crate) people: u64,
    /// Files of documents.
    pub(crate) documents: u64,
    /// Rows.
    pub(crate) rows: u64,
}

/// What stands in a certificate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct Content {
    /// The ground of an erasure (GDPR 17.1).
    pub(crate) ground: Option<String>,
    /// The request that it answers.
    pub(crate) request: Option<Uuid>,
    /// What an erasure took.
    pub(crate) kinds: Vec<CertifiedKind>,
    /// What it left.
    pub(crate) left: Vec<CertifiedKind>,
    /// What a batch took, by class and year.
    pub(crate) sums: Vec<CertifiedSum>,
    /// Whole records of people.
    pub(crate) people: u64,
    /// Files of documents.
    pub(crate) documents: u64,
    /// Rows by table.
    pub(crate) rows: BTreeMap<String, u64>,
    /// Marks of paper folders that went with it.
    pub(crate) paper: Vec<String>,
}

/// The routes of certificates.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(
            Method::GET,
            "/retention/certificates/{certificate}",
            READ,
            page::show,
        )
        .page(
            Method::GET,
            "/retention/certificates/{certificate}/pdf",
            READ,
            pdf::print,
        )
        .api(
            Method::GET,
            "/retention/certificates",
            READ,
            ApiDoc::new("Certificates of what was destroyed, the latest first")
                .answers::<Vec<api::CertificateBody>>(),
            api::list,
        )
        .api(
            Method::GET,
            "/retention/certificates/{certificate}",
            READ,
            ApiDoc::new("A certificate of what was destroyed").answers::<api::CertificateBody>(),
            api::show,
        )
}
