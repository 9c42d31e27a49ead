//! The photographs that the client is in: seen here, and their consents withdrawn from the same place by one press.

use axum::Json;
use polku_desk::{
    Client, Read,
    access::{AccessSpec, Action, Resource},
};
use polku_pages::frame::Heading;
use polku_privacy::photos::own::{self as own_photos, ADDRESS, OwnPhotoBody};
use polku_web::{
    Answer, ApiDoc, AtDesk, InPortal, Method, Path, Reader, Routes, StatusCode, flash, flash_warning,
};
use uuid::Uuid;

/// The own consents, and the photographs that they are to.
const READ: AccessSpec = AccessSpec::own(Action::Read, &[Resource::Consents, Resource::Photos]);
/// Withdrawing one.
const WITHDRAW: AccessSpec = AccessSpec::own(Action::Write, &[Resource::Consents]);

/// The pages and API of own photographs.
pub(super) fn routes() -> Routes {
    const WITHDRAWAL: &str = "/own/photos/{consent}/withdraw";
    Routes::new()
        .page(Method::GET, ADDRESS, READ, show)
        .page(Method::GET, "/own/photos/{consent}/picture", READ, picture)
        .page(Method::POST, WITHDRAWAL, WITHDRAW, withdraw)
        .api(
            Method::GET,
            ADDRESS,
            READ,
            ApiDoc::new("The photographs that the client is in, by the consents to them")
                .answers::<Vec<OwnPhotoBody>>(),
            bodies,
        )
        .api(
            Method::POST,
            WITHDRAWAL,
            WITHDRAW,
            ApiDoc::new("Withdraw an own consent to a photograph: it is out of use now").silent(),
            withdraw_by_program,
        )
}

async fn show(visit: AtDesk, own: InPortal, reader: Reader) -> Answer {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let body = own_photos::list(&grant, reader.texts).await?;
    let heading = Heading::new(reader.texts.t("own-photos-heading"));
    Ok(reader.portal_page("own-photos-title", &[], &heading, body))
}

async fn bodies(visit: AtDesk, own: InPortal) -> Answer<Json<Vec<OwnPhotoBody>>> {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    Ok(Json(own_photos::bodies(&grant).await?))
}

async fn picture(visit: AtDesk, own: InPortal, Path(consent): Path<Uuid>) -> Answer {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let picture = own_photos::picture(&grant, consent).await?;
    Ok(picture.unwrap_or_else(|key| flash_warning(ADDRESS, key)))
}

async fn withdraw(visit: AtDesk, own: InPortal, Path(consent): Path<Uuid>) -> Answer {
    match own_photos::withdraw(&visit, own.subject, consent).await {
        Ok(()) => Ok(flash(ADDRESS, "own-photos-withdrawn")),
        // A worker pressed first: the page shows how it stands.
        Err(failure) => Ok(flash_warning(ADDRESS, own_photos::refused(failure)?)),
    }
}

async fn withdraw_by_program(visit: AtDesk, own: InPortal, Path(consent): Path<Uuid>) -> Answer<StatusCode> {
    own_photos::withdraw(&visit, own.subject, consent).await?;
    Ok(StatusCode::NO_CONTENT)
}
