//! What the desk refused, beside the field that it is about.

use polku_desk::DeskError;
use polku_pages::form::FormState;
use polku_web::{Answer, Reader, Response, StatusCode};

/// What the desk did; or nothing, when it refused: then the form says why. `field_of` tells from the refusal's key
/// which field it is about.
pub(crate) fn done_or_mend<T>(
    outcome: Result<T, DeskError>,
    reader: &Reader,
    form: &mut FormState,
    field_of: impl Fn(&str) -> &'static str,
) -> Answer<Option<T>> {
    match outcome {
        Ok(done) => Ok(Some(done)),
        Err(DeskError::Refused(key)) => {
            form.error(field_of(key), reader.texts.t(key));
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}

/// The page with the form to mend.
pub(crate) fn to_mend(mut page: Response) -> Response {
    *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    page
}
