//! The page of a certificate.

use polku_pages::{components::Button, frame::Heading};
use polku_web::{Answer, AtDesk, Path, Reader};
use uuid::Uuid;

use super::{store, view};
use crate::batches;

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(certificate): Path<Uuid>) -> Answer {
    let certificate = store::one(&visit, certificate).await?;
    let texts = reader.texts;
    let heading = Heading::new(texts.t("certificates-title"))
        .subtitle(texts.t(&format!("certificates-kind-{}", certificate.kind)))
        .back(batches::ADDRESS, texts.t("retention-title"))
        .action(Button::link(
            format!("/retention/certificates/{}/pdf", certificate.id),
            texts.t("certificates-print"),
        ));
    let body = view::certificate(texts, &*visit.profile()?, &certificate);
    Ok(reader.page("certificates-title", &heading, body))
}
