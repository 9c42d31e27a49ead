//! Groups that work together in a workshop (ryhmät, B2): their coaches, dated, and who is in them.
//!
//! A group's coaches see its members, so managing groups gives and takes access: service managers and main users do it,
//! and every change is in the log. Members come and go with their periods.
//!
//! Other slices ask [`of_visitor`] for the groups whose days the visitor marks, and [`all`] for their names.

mod api;
mod change;
mod coaches;
mod group;
mod input;
mod page;
mod rules;
mod store;
mod view;

use polku_desk::access::{AccessSpec, Action, Resource, Role};
use polku_web::{Method, Routes};

pub use group::{Coaching, Group, Member};
pub(crate) use input::CheckedGroup;
pub use store::one;
pub(crate) use store::{add_coach, all, insert, name, of_visitor};

/// Who sees groups: a coach her own.
const SEE: AccessSpec = AccessSpec::roles(&[Role::Coach, Role::ServiceManager, Role::MainUser]);
/// Who sees a group with its members.
const SEE_MEMBERS: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Service]).only(&[
    Role::Coach,
    Role::ServiceManager,
    Role::MainUser,
]);
/// Who makes and changes groups.
const MANAGE: AccessSpec = AccessSpec::roles(&[Role::ServiceManager, Role::MainUser]);
/// Who closes a group, which asks who is in it.
const CLOSE: AccessSpec =
    AccessSpec::people(Action::Write, &[Resource::Service]).only(&[Role::ServiceManager, Role::MainUser]);

/// The pages and API of groups.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/groups", SEE, page::list)
        .page(Method::GET, "/groups/new", MANAGE, page::new)
        .page(Method::POST, "/groups", MANAGE, change::create)
        .page(Method::GET, "/groups/{group}", SEE_MEMBERS, page::show)
        .page(Method::GET, "/groups/{group}/edit", MANAGE, page::edit)
        .page(Method::POST, "/groups/{group}", MANAGE, change::rename)
        .page(Method::GET, "/groups/{group}/close", CLOSE, page::ask_to_close)
        .page(Method::POST, "/groups/{group}/close", CLOSE, change::close)
        .page(
            Method::POST,
            "/groups/{group}/coaches",
            MANAGE_COACHES,
            coaches::add,
        )
        .page(
            Method::POST,
            "/groups/{group}/coaches/{coach}/end",
            MANAGE_COACHES,
            coaches::end,
        )
        .with(api::routes())
}

/// Who changes the coaches of a group on its page, which shows the members again when something is to be mended.
const MANAGE_COACHES: AccessSpec =
    AccessSpec::people(Action::Read, &[Resource::Service]).only(&[Role::ServiceManager, Role::MainUser]);
