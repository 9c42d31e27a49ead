//! Processors and systems (C5): who processes data for the controller, in what, which data, where, under which contract
//! (GDPR 28) and, outside the EU and EEA, on which ground (GDPR 44–46). What the register's profile says is where the
//! inventory begins: each of its entries waits to be completed with its contract.

mod api;
mod change;
mod due;
mod input;
mod page;
mod processor;
mod rules;
mod seed;
mod store;
mod view;

use polku_desk::access::{AccessSpec, Role};
use polku_web::{ApiDoc, Method, Routes};

const SEE: AccessSpec = AccessSpec::roles(&[Role::MainUser, Role::DataProtectionOfficer]);
const KEEP: AccessSpec = SEE;

const ONE: &str = "/admin/processors/{processor}";

/// The pages and API of processors and systems.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/admin/processors", SEE, page::list)
        .page(Method::GET, "/admin/processors/new", KEEP, page::new)
        .page(Method::POST, "/admin/processors", KEEP, page::write)
        .page(Method::GET, ONE, SEE, page::show)
        .page(Method::POST, ONE, KEEP, page::rewrite)
        .page(Method::POST, "/admin/processors/{processor}/end", KEEP, page::end)
        .api(
            Method::GET,
            "/processors",
            SEE,
            ApiDoc::new("Processors and systems, with how their contracts stand")
                .answers::<Vec<api::ProcessorBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            "/processors",
            KEEP,
            ApiDoc::new("Enter a processor or system")
                .takes::<input::ProcessorInput>()
                .answers::<api::ProcessorBody>()
                .creates(),
            api::write,
        )
        .api(
            Method::GET,
            "/processors/{processor}",
            SEE,
            ApiDoc::new("A processor or system").answers::<api::ProcessorBody>(),
            api::show,
        )
        .api(
            Method::PUT,
            "/processors/{processor}",
            KEEP,
            ApiDoc::new("Write a processor or system anew")
                .takes::<input::ProcessorInput>()
                .answers::<api::ProcessorBody>(),
            api::rewrite,
        )
        .api(
            Method::POST,
            "/processors/{processor}/end",
            KEEP,
            ApiDoc::new("A processor or system processes no more").silent(),
            api::end,
        )
}
