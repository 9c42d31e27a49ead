//! What a browser's form sent: kept as typed, so that nothing is lost when something is to be mended.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
};
use polku_pages::form::FormState;
use serde::de::DeserializeOwned;

use crate::{Failure, InvalidField, LegalFinding, Reader};

/// The fields of a posted form.
#[derive(Debug, Clone, Default)]
pub struct Fields(pub FormState);

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Failure;
    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let body = Bytes::from_request(request, state)
            .await
            .map_err(|_| Failure::TooLarge)?;
        let pairs: Vec<(String, String)> = serde_html_form::from_bytes(&body)
            .map_err(|_| Failure::Unreadable("the form could not be read"))?;
        Ok(Self(FormState::from_pairs(pairs)))
    }
}

impl Fields {
    /// The typed input of the same fields, as the API would take it.
    ///
    /// # Errors
    /// [`Failure::Unreadable`] when a field is missing that the page always sends.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        let pairs: Vec<(&str, &str)> = self
            .0
            .values
            .iter()
            .flat_map(|(name, values)| values.iter().map(move |value| (name.as_str(), value.as_str())))
            .collect();
        let encoded = serde_html_form::to_string(&pairs)
            .map_err(|_| Failure::Unreadable("the form could not be read"))?;
        serde_html_form::from_str(&encoded).map_err(|_| Failure::Unreadable("the form lacks a field"))
    }

    /// The form again, with what is to be mended beside its fields.
    #[must_use]
    pub fn with_errors(mut self, reader: &Reader, invalid: &[InvalidField]) -> FormState {
        for invalid in invalid {
            self.0.error(invalid.field, reader.texts.t(invalid.key));
        }
        self.0
    }

    /// The form again, with what the law refuses beside its fields. Warnings are not errors: the page asks about them.
    #[must_use]
    pub fn with_refusals(mut self, reader: &Reader, findings: &[LegalFinding]) -> FormState {
        for found in findings.iter().filter(|found| found.finding.is_refusal()) {
            self.0.error(found.field, found.words(reader.texts));
        }
        self.0
    }
}
