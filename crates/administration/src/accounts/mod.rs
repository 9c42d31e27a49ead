//! The main user's room: accounts and rights of the register, their review, and what the register is set to (E1, E2, E6).
//!
//! Looking needs the role; changing needs a fresh proof of identity beside it, and so do the pages on which a change
//! begins. An enrolment link is shown once, to be handed over in person.

mod account_page;
mod account_view;
mod adding;
mod api;
mod conditions;
mod overview;
mod overview_view;
mod policy;
mod register;
mod reviews;
mod right_input;
mod rights;
mod rights_view;

use polku_desk::access::{AccessSpec, Role};
use polku_web::{ApiDoc, Method, Routes};

/// For main users.
const KEEPER: AccessSpec = AccessSpec::roles(&[Role::MainUser]);
/// For main users who have just proven who they are.
const CHANGES: AccessSpec = KEEPER.after_step_up();
/// The rules are no secret to those who watch over them.
const RULES: AccessSpec = AccessSpec::roles(&[Role::MainUser, Role::DataProtectionOfficer]);

/// The routes.
#[must_use]
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/admin", KEEPER, overview::show)
        .page(Method::GET, "/admin/policy", RULES, policy::show)
        .page(Method::GET, "/admin/register", KEEPER, register::show)
        .page(Method::GET, "/admin/accounts/new", CHANGES, adding::show)
        .page(Method::POST, "/admin/accounts", CHANGES, adding::add)
        .page(
            Method::GET,
            "/admin/accounts/{account}",
            CHANGES,
            account_page::show,
        )
        .page(
            Method::POST,
            "/admin/accounts/{account}/enrolment",
            CHANGES,
            account_page::renew,
        )
        .page(Method::GET, "/admin/rights/new", CHANGES, rights::show_new)
        .page(Method::POST, "/admin/rights", CHANGES, rights::give)
        .page(
            Method::GET,
            "/admin/rights/{right}/end",
            CHANGES,
            rights::show_end,
        )
        .page(Method::POST, "/admin/rights/{right}/end", CHANGES, rights::end)
        .page(Method::GET, "/admin/reviews", CHANGES, reviews::show)
        .page(Method::POST, "/admin/reviews/{right}", CHANGES, reviews::mark)
        .with(programs())
}

fn programs() -> Routes {
    Routes::new()
        .api(
            Method::GET,
            "/accounts",
            KEEPER,
            ApiDoc::new("The register's accounts with their rights in it").answers::<Vec<api::Account>>(),
            api::accounts,
        )
        .api(
            Method::GET,
            "/access-reviews",
            KEEPER,
            ApiDoc::new("The rights that are due for review, the oldest first").answers::<Vec<api::Review>>(),
            api::reviews,
        )
        .api(
            Method::GET,
            "/access-rules",
            RULES,
            ApiDoc::new("Who may do what to which data, on which condition").answers::<Vec<api::Rule>>(),
            api::rules,
        )
}
