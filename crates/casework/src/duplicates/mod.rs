//! Records that may be one person (A9): the main user compares, joins and parts them.
//!
//! Who may be whom is noted at intake, also where the worker may not see the other one: this list is the only place that
//! tells. A merge moves no row, so parting loses nothing.

mod page;
mod store;
mod view;

use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{ApiDoc, Method, Routes};

/// The list names people.
const LIST: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Duplicates, Resource::Identity]);
/// Joining and parting.
const MERGE: AccessSpec = AccessSpec::people(Action::Merge, &[Resource::Duplicates]);
/// Saying that they are two.
const DECIDE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Duplicates]);

/// The routes of duplicates.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/duplicates", LIST, page::list)
        .page(Method::POST, "/duplicates/merge", MERGE, page::merge)
        .page(Method::POST, "/duplicates/part", MERGE, page::part)
        .page(Method::POST, "/duplicates/different", DECIDE, page::different)
        .api(
            Method::GET,
            "/duplicates",
            LIST,
            ApiDoc::new("Pairs that may be one person").answers::<store::Suspicions>(),
            page::api_list,
        )
        .api(
            Method::POST,
            "/duplicates/merge",
            MERGE,
            ApiDoc::new("Join two records").takes::<store::Pair>().silent(),
            page::api_merge,
        )
        .api(
            Method::POST,
            "/duplicates/part",
            MERGE,
            ApiDoc::new("Part a record again")
                .takes::<store::Parting>()
                .silent(),
            page::api_part,
        )
}
