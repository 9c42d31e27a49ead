//! Signing of agreements (B3): by hand on a paper that is scanned, or on a screen.
//!
//! What is signed is a file that does not change, and everyone who signs is shown its hash. On a screen it is a *plain*
//! electronic signature (Regulation (EU) 910/2014, article 3, point 10): a name, an explicit act, a time, and what was
//! shown; the paper says so, and that it is no advanced one (article 26), because nobody was strongly identified while
//! signing. Where somebody was, in the portal ([`crate::own`]), the paper says that it is one. The client signs first; with the organisation's signature the paper is printed with both on it and sealed by a
//! key of the register, as a detached note that `polku verify` checks.

mod api;
pub(crate) mod complete;
pub(crate) mod input;
mod link;
pub(crate) mod model;
mod page;
pub(crate) mod print;
pub(crate) mod store;
pub(crate) mod view;

use polku_desk::access::AccessSpec;
use polku_web::{ApiDoc, Method, Routes};

pub use model::{IDENTIFIED_FOR, Party, SignatureKind, Way};

use crate::agreement::WRITE;

/// What the register's key that seals agreements is used for; it stands in the key's name.
pub const USED_FOR: &str = "agreements";

/// The pages and API of signing.
pub(crate) fn routes() -> Routes {
    const BY_HAND: &str = "/clients/{client}/agreements/{agreement}/by-hand";
    const SIGN: &str = "/clients/{client}/agreements/{agreement}/sign";
    const LINK: &str = "/clients/{client}/agreements/{agreement}/link";
    let by_hand = ApiDoc::new("Write down that an agreement was signed by hand, with its scanned paper")
        .takes::<input::ByHandInput>()
        .answers::<crate::agreement::api::AgreementBody>();
    let give = ApiDoc::new("Give a one-time link for the client's signature; earlier links die")
        .answers::<polku_casework::links::LinkBody>()
        .creates();
    let revoke = ApiDoc::new("Take the link for the client's signature back").silent();
    Routes::new()
        .page(Method::GET, SIGN, WRITE.after_step_up(), page::ask)
        .page(Method::POST, SIGN, WRITE.after_step_up(), page::sign)
        .page(Method::GET, BY_HAND, WRITE, page::ask_by_hand)
        .page(Method::POST, BY_HAND, WRITE, page::by_hand)
        .page(Method::POST, LINK, WRITE.without_tokens(), link::link)
        .page(
            Method::POST,
            "/clients/{client}/agreements/{agreement}/link/revoke",
            WRITE,
            link::revoke,
        )
        .page(
            Method::POST,
            "/clients/{client}/agreements/{agreement}/hand-over",
            WRITE.without_tokens(),
            link::hand_over,
        )
        .page(Method::GET, link::ROUTE, AccessSpec::anyone(), link::show)
        .page(Method::POST, link::ROUTE, AccessSpec::anyone(), link::sign)
        .page(Method::GET, link::PAPER_ROUTE, AccessSpec::anyone(), link::file)
        .page(Method::GET, "/signed", AccessSpec::anyone(), link::thanks)
        .page(
            Method::GET,
            "/agreement-key/{register}",
            AccessSpec::anyone(),
            page::key,
        )
        .api(Method::POST, BY_HAND, WRITE, by_hand, api::by_hand)
        .api(Method::POST, LINK, WRITE, give, api::give)
        .api(Method::DELETE, LINK, WRITE, revoke, api::revoke)
}
