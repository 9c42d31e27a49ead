//! To whom the client's data was given (C3, D2).

use axum::Json;
use polku_desk::{
    Client, Read,
    access::{AccessSpec, Action, Resource},
};
use polku_pages::frame::Heading;
use polku_privacy::disclosures::own::{self as own_disclosures, OwnDisclosureBody};
use polku_web::{Answer, ApiDoc, AtDesk, InPortal, Method, Reader, Routes};

/// What was given, and the consents behind it.
const READ: AccessSpec = AccessSpec::own(Action::Read, &[Resource::Disclosures, Resource::Consents]);

/// The page and API of own disclosures.
pub(super) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/own/disclosures", READ, show)
        .api(
            Method::GET,
            "/own/disclosures",
            READ,
            ApiDoc::new("To whom the client's data was given, when, on which ground, the latest first")
                .answers::<Vec<OwnDisclosureBody>>(),
            bodies,
        )
}

async fn show(visit: AtDesk, own: InPortal, reader: Reader) -> Answer {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let body = own_disclosures::list(&grant, reader.texts).await?;
    let heading = Heading::new(reader.texts.t("own-disclosures-heading"));
    Ok(reader.portal_page("own-disclosures-title", &[], &heading, body))
}

async fn bodies(visit: AtDesk, own: InPortal, reader: Reader) -> Answer<Json<Vec<OwnDisclosureBody>>> {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    Ok(Json(own_disclosures::bodies(&grant, reader.texts).await?))
}
