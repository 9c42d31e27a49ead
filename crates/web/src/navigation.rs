//! The places of the main navigation, by role: seven at most.

use polku_desk::access::Role;
use polku_pages::frame::NavItem;
use polku_profile::{Activity, Profile};

struct Place {
    key: &'static str,
    href: &'static str,
    roles: &'static [Role],
}

const CASEWORKERS: &[Role] = &[Role::Coach, Role::ServiceManager];

const PLACES: &[Place] = &[
    Place {
        key: "nav-today",
        href: "/",
        roles: CASEWORKERS,
    },
    Place {
        key: "nav-clients",
        href: "/clients",
        roles: &[Role::Coach, Role::ServiceManager, Role::MainUser],
    },
    Place {
        key: "nav-attendance",
        href: "/attendance",
        roles: CASEWORKERS,
    },
    Place {
        key: "nav-tasks",
        href: "/tasks",
        roles: CASEWORKERS,
    },
    Place {
        key: "nav-groups",
        href: "/groups",
        roles: &[Role::ServiceManager, Role::MainUser],
    },
    Place {
        key: "nav-import",
        href: "/import",
        roles: &[Role::MainUser],
    },
    Place {
        key: "nav-duplicates",
        href: "/duplicates",
        roles: &[Role::MainUser],
    },
    Place {
        key: "nav-oversight",
        href: "/oversight",
        roles: &[Role::DataProtectionOfficer],
    },
    Place {
        key: "nav-admin",
        href: "/admin",
        roles: &[Role::MainUser],
    },
];

/// The places of a role, with the one that a path belongs to.
pub(crate) fn places(role: Role, path: &str) -> Vec<NavItem> {
    PLACES
        .iter()
        .filter(|place| place.roles.contains(&role))
        .map(|place| NavItem::new(place.key, place.href).current(belongs(path, place.href)))
        .collect()
}

/// The places of the own menu: nobody needs an emergency daily, and whoever has one must find the way.
pub(crate) fn seldom(role: Role, profile: &Profile, path: &str) -> Vec<NavItem> {
    let has_emergencies =
        role == Role::Coach && profile.allows(polku_profile::Role::Coach, Activity::EmergencyAccess);
    has_emergencies
        .then(|| NavItem::new("emergency-title", "/emergency").current(path == "/emergency"))
        .into_iter()
        .collect()
}

fn belongs(path: &str, href: &str) -> bool {
    path == href || (href != "/" && path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/')))
}
