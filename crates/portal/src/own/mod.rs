//! What the client sees and does in the portal, in plain words.
//!
//! Workers' internal notes are not here: the diary and special-category data are given by an access request, after
//! somebody has looked whether anyone else is in them.

mod api;
mod attendance;
mod consents;
mod data;
mod disclosures;
mod front;
mod looks;
mod photos;
mod plan;
mod requests;
mod sessions;

use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{ApiDoc, Method, Routes};

/// The first page.
const FRONT: AccessSpec = AccessSpec::own(
    Action::Read,
    &[
        Resource::Identity,
        Resource::Service,
        Resource::Care,
        Resource::Contacts,
        Resource::Goals,
        Resource::Consents,
    ],
);
/// Own basic data.
const DATA: AccessSpec = AccessSpec::own(
    Action::Read,
    &[
        Resource::Identity,
        Resource::Basics,
        Resource::Service,
        Resource::Induction,
    ],
);
/// Plan and goals.
const PLAN: AccessSpec = AccessSpec::own(
    Action::Read,
    &[Resource::Service, Resource::Goals, Resource::Contacts],
);
/// Attendance.
const ATTENDANCE: AccessSpec = AccessSpec::own(Action::Read, &[Resource::Attendance, Resource::Service]);
/// Own consents.
const CONSENTS: AccessSpec = AccessSpec::own(Action::Read, &[Resource::Consents]);
/// Giving and withdrawing them.
const CONSENTING: AccessSpec = AccessSpec::own(Action::Write, &[Resource::Consents]);
/// Who looked.
const LOOKS: AccessSpec = AccessSpec::own(Action::Read, &[Resource::AccessLog]);
/// The own access: sessions and codes.
const ACCESS: AccessSpec = AccessSpec::own(Action::Read, &[Resource::PortalAccess]);
/// What is done to the own sessions.
const SESSIONS: AccessSpec = AccessSpec::own_session();

/// The pages and API of the client.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/own", FRONT, front::show)
        .page(Method::GET, "/own/data", DATA, data::show)
        .page(Method::GET, "/own/plan", PLAN, plan::show)
        .page(Method::GET, "/own/attendance", ATTENDANCE, attendance::show)
        .page(Method::GET, "/own/consents", CONSENTS, consents::list)
        .page(Method::GET, "/own/consents/new", CONSENTS, consents::new)
        .page(Method::POST, "/own/consents", CONSENTING, consents::give)
        .page(
            Method::POST,
            "/own/consents/{consent}/withdraw",
            CONSENTING,
            consents::withdraw,
        )
        .page(Method::GET, "/own/looks", LOOKS, looks::show)
        .page(Method::GET, "/own/looks/proofs", LOOKS, looks::proofs)
        .page(Method::GET, "/own/looks/{entry}/proof", LOOKS, looks::proof)
        .page(Method::GET, "/own/access", ACCESS, sessions::show)
        .page(Method::POST, "/own/access/codes", SESSIONS, sessions::renew_codes)
        .page(
            Method::POST,
            "/own/access/sessions/{session}/end",
            SESSIONS,
            sessions::end,
        )
        .page(Method::POST, "/own/sign-out", SESSIONS, sessions::sign_out)
        .with(photos::routes())
        .with(requests::routes())
        .with(disclosures::routes())
        .with(programs())
}

fn programs() -> Routes {
    Routes::new()
        .api(
            Method::GET,
            "/own",
            FRONT,
            ApiDoc::new("What is next for the client, in the portal's session").answers::<api::FrontBody>(),
            api::front,
        )
        .api(
            Method::GET,
            "/own/data",
            DATA,
            ApiDoc::new("The client's own basic data").answers::<api::DataBody>(),
            api::data,
        )
        .api(
            Method::GET,
            "/own/plan",
            PLAN,
            ApiDoc::new("The client's own periods and goals").answers::<api::PlanBody>(),
            api::plan,
        )
        .api(
            Method::GET,
            "/own/attendance",
            ATTENDANCE,
            ApiDoc::new("A month of the client's own attendance")
                .query(&["month"])
                .answers::<api::MonthBody>(),
            api::attendance,
        )
        .api(
            Method::GET,
            "/own/consents",
            CONSENTS,
            ApiDoc::new("The client's own consents, the latest first")
                .answers::<Vec<polku_privacy::consents::own::ConsentBody>>(),
            api::consents,
        )
        .api(
            Method::POST,
            "/own/consents",
            CONSENTING,
            ApiDoc::new("Consent: it counts from now on")
                .takes::<polku_privacy::consents::own::ConsentInput>()
                .creates(),
            api::give,
        )
        .api(
            Method::POST,
            "/own/consents/{consent}/withdraw",
            CONSENTING,
            ApiDoc::new("Withdraw an own consent: it stops counting now").silent(),
            api::withdraw,
        )
        .api(
            Method::GET,
            "/own/looks",
            LOOKS,
            ApiDoc::new("Who looked at the client's data, when, why and on which ground, the latest first")
                .query(&["before"])
                .answers::<api::LooksBody>(),
            api::looks,
        )
        .api(
            Method::GET,
            "/own/looks/proofs",
            LOOKS,
            ApiDoc::new("The same looks with their proofs, as docs/verify_look.py checks them")
                .query(&["before"])
                .answers::<polku_desk::audit::ProvenLooks>(),
            api::proofs,
        )
        .api(
            Method::GET,
            "/own/sessions",
            ACCESS,
            ApiDoc::new("The client's own sessions").answers::<Vec<api::SessionBody>>(),
            api::sessions,
        )
        .api(
            Method::DELETE,
            "/own/sessions/{session}",
            SESSIONS,
            ApiDoc::new("End one of the own sessions").silent(),
            api::end,
        )
}
