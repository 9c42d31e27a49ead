//! A file on its way in: larger than other requests may be, and still bounded.

use axum::{
    body::Bytes,
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request, multipart::Field},
};
use polku_pages::form::FormState;
use polku_web::Failure;

use super::reading::LIMITS;

/// What stands around a file in a form.
const AROUND: usize = 64 * 1024;

/// The form of a file, and the file when one was chosen.
#[derive(Debug, Default)]
pub(super) struct SentForm {
    pub(super) form: FormState,
    pub(super) file: Option<Vec<u8>>,
}

/// A file as a program sends it: the whole body.
#[derive(Debug)]
pub(super) struct SentFile(pub(super) Vec<u8>);

impl<S: Send + Sync> FromRequest<S> for SentForm {
    type Rejection = Failure;
    async fn from_request(mut request: Request, state: &S) -> Result<Self, Failure> {
        DefaultBodyLimit::max(LIMITS.bytes + AROUND).apply(&mut request);
        let mut parts = Multipart::from_request(request, state)
            .await
            .map_err(|_| Failure::Unreadable("the form could not be read"))?;
        let mut sent = Self::default();
        while let Some(part) = parts.next_field().await.map_err(|_| Failure::TooLarge)? {
            sent.take(part).await?;
        }
        Ok(sent)
    }
}

impl SentForm {
    async fn take(&mut self, part: Field<'_>) -> Result<(), Failure> {
        match part.name().unwrap_or_default() {
            "file" => {
                let chosen = part.file_name().is_some_and(|name| !name.is_empty());
                let bytes = part.bytes().await.map_err(|_| Failure::TooLarge)?;
                self.file = chosen.then(|| bytes.to_vec());
            }
            "system" => {
                let system = part.text().await.map_err(|_| Failure::TooLarge)?;
                self.form.set("system", system);
            }
            _ => {}
        }
        Ok(())
    }
}

impl<S: Send + Sync> FromRequest<S> for SentFile {
    type Rejection = Failure;
    async fn from_request(mut request: Request, state: &S) -> Result<Self, Failure> {
        DefaultBodyLimit::max(LIMITS.bytes).apply(&mut request);
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|_| Failure::TooLarge)?;
        Ok(Self(bytes.to_vec()))
    }
}
