//! Legal holds: nothing of a person, or of a class, is destroyed while a claim or an investigation needs it (GDPR 17.3 e).

mod api;
mod change;
mod page;
mod store;
pub(crate) mod view;

use polku_desk::access::AccessSpec;
use polku_web::{ApiDoc, Method, Routes};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{READ, RECORDS, WRITE};

pub(crate) use store::{ClassHold, PersonHold, classes, on_classes, on_person, people};

/// Holds of whole classes are the records officer's.
const CLASSES: AccessSpec = AccessSpec::roles(RECORDS);

/// A hold as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct HoldInput {
    /// The key of a retention class, for a hold of a class.
    pub(crate) class: String,
    /// Why.
    pub(crate) reason: String,
    /// The last day; empty until it is lifted.
    pub(crate) until: String,
}

/// The routes of holds.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::POST, "/clients/{client}/holds", WRITE, page::place)
        .page(
            Method::POST,
            "/clients/{client}/holds/{hold}/lift",
            WRITE,
            page::lift,
        )
        .page(
            Method::POST,
            "/retention/class-holds",
            CLASSES,
            page::place_on_class,
        )
        .page(
            Method::POST,
            "/retention/class-holds/{hold}/lift",
            CLASSES,
            page::lift_from_class,
        )
        .api(
            Method::GET,
            "/clients/{client}/holds",
            READ,
            ApiDoc::new("Legal holds on a client, the latest first").answers::<Vec<api::HoldBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            "/clients/{client}/holds",
            WRITE,
            ApiDoc::new("Place a legal hold on a client: nothing of theirs is destroyed while it stands")
                .takes::<HoldInput>()
                .answers::<Vec<api::HoldBody>>(),
            api::place,
        )
        .api(
            Method::POST,
            "/clients/{client}/holds/{hold}/lift",
            WRITE,
            ApiDoc::new("Lift a legal hold").answers::<Vec<api::HoldBody>>(),
            api::lift,
        )
        .api(
            Method::POST,
            "/retention/class-holds",
            CLASSES,
            ApiDoc::new("Place a legal hold on all records of a retention class")
                .takes::<HoldInput>()
                .answers::<Vec<api::ClassHoldBody>>(),
            api::place_on_class,
        )
        .api(
            Method::POST,
            "/retention/class-holds/{hold}/lift",
            CLASSES,
            ApiDoc::new("Lift a hold of a class").answers::<Vec<api::ClassHoldBody>>(),
            api::lift_from_class,
        )
}
