//! Certificates over the API.

use axum::Json;
use jiff::Timestamp;
use polku_web::{Answer, AtDesk, Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{Certificate, CertificateKind, Content, store};

/// A certificate.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct CertificateBody {
    /// Of the erasure or the batch.
    id: Uuid,
    /// What was decided.
    kind: CertificateKind,
    /// Who proposed it.
    proposed_by: String,
    /// Who approved it.
    approved_by: String,
    /// When it was approved.
    approved_at: Timestamp,
    /// When it was done.
    done_at: Timestamp,
    /// Grounds, kinds and numbers.
    content: Content,
}

fn body(certificate: Certificate) -> CertificateBody {
    CertificateBody {
        id: certificate.id,
        kind: certificate.kind,
        proposed_by: certificate.proposer,
        approved_by: certificate.approver,
        approved_at: certificate.approved_at,
        done_at: certificate.done_at,
        content: certificate.content,
    }
}

pub(super) async fn list(visit: AtDesk) -> Answer<Json<Vec<CertificateBody>>> {
    Ok(Json(store::latest(&visit).await?.into_iter().map(body).collect()))
}

pub(super) async fn show(visit: AtDesk, Path(certificate): Path<Uuid>) -> Answer<Json<CertificateBody>> {
    Ok(Json(body(store::one(&visit, certificate).await?)))
}
