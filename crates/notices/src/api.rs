//! The notice over the API: for anyone, since it is public.

use axum::{Json, extract::State};
use polku_pages::Texts;
use polku_web::{Answer, App, Path, Reader};

use crate::{Notice, compose, published};

/// A register's notice as published, or as it would be.
pub(crate) async fn show(
    State(app): State<App>,
    reader: Reader,
    Path(key): Path<String>,
) -> Answer<Json<Notice>> {
    let register = published::register(&app.desk, &key)?;
    let locale = reader.texts.locale();
    if let Some(latest) = published::version(&app.desk, register.id, None).await? {
        return Ok(Json(published::read(&latest, locale)?));
    }
    let today = app.desk.clock().today();
    let at = published::circumstances(&app.desk, register.id, today, None).await?;
    Ok(Json(compose(&register.profile, &at, Texts::new(locale))))
}
