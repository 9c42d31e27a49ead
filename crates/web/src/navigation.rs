//! The places of the main navigation, by role: seven at most.

use polku_desk::{access::Role, outbox::News};
use polku_pages::frame::NavItem;
use polku_profile::{Activity, Capability, Profile, RecordKind};

struct Place {
    key: &'static str,
    href: &'static str,
    roles: &'static [Role],
    /// The records without which a register has no such place.
    keeps: Option<RecordKind>,
}

const CASEWORKERS: &[Role] = &[Role::Coach, Role::ServiceManager];

const PLACES: &[Place] = &[
    Place {
        key: "nav-today",
        href: "/",
        roles: CASEWORKERS,
        keeps: None,
    },
    Place {
        key: "nav-clients",
        href: "/clients",
        roles: &[Role::Coach, Role::ServiceManager, Role::MainUser, Role::Partner],
        keeps: None,
    },
    Place {
        key: "nav-attendance",
        href: "/attendance",
        roles: CASEWORKERS,
        keeps: Some(RecordKind::Attendance),
    },
    Place {
        key: "nav-tasks",
        href: "/tasks",
        roles: CASEWORKERS,
        keeps: None,
    },
    Place {
        key: "nav-groups",
        href: "/groups",
        roles: &[Role::ServiceManager, Role::MainUser],
        keeps: None,
    },
    Place {
        key: "nav-allowances",
        href: "/allowances",
        roles: &[Role::ServiceManager],
        keeps: Some(RecordKind::Allowance),
    },
    Place {
        key: "nav-import",
        href: "/import",
        roles: &[Role::MainUser],
        keeps: None,
    },
    Place {
        key: "nav-duplicates",
        href: "/duplicates",
        roles: &[Role::MainUser],
        keeps: None,
    },
    Place {
        key: "nav-oversight",
        href: "/oversight",
        roles: &[Role::DataProtectionOfficer],
        keeps: None,
    },
    Place {
        key: "nav-retention",
        href: "/retention",
        roles: &[Role::RecordsOfficer],
        keeps: None,
    },
    Place {
        key: "nav-admin",
        href: "/admin",
        roles: &[Role::MainUser],
        keeps: None,
    },
];

/// The places of a role in a register, with the one that a path belongs to.
pub(crate) fn places(role: Role, profile: &Profile, path: &str) -> Vec<NavItem> {
    of_role(role)
        .filter(|place| place.keeps.is_none_or(|kind| profile.keeps(kind)))
        .map(|place| NavItem::new(place.key, place.href).current(belongs(path, place.href)))
        .collect()
}

/// The places of the own menu: nobody needs an emergency daily, and whoever has one must find the way.
pub(crate) fn seldom(role: Role, profile: &Profile, path: &str) -> Vec<NavItem> {
    let has_emergencies =
        role == Role::Coach && profile.allows(polku_profile::Role::Coach, Activity::EmergencyAccess);
    let has_feedback = role == Role::ServiceManager && profile.keeps(RecordKind::Feedback);
    let is_worker = CASEWORKERS.contains(&role);
    // Caseworkers come to their message by their reminders.
    let is_told = News::TOLD.contains(&role);
    let has_tray = [Role::Coach, Role::ServiceManager, Role::MainUser].contains(&role)
        && profile.keeps(RecordKind::Document);
    let has_documents = is_worker && profile.keeps(RecordKind::Document);
    let places = [
        (has_documents, "documents-search-all", "/documents/search"),
        (has_tray, "documents-unsorted", "/documents/unsorted"),
        (is_worker, "reminders-title", "/reminders"),
        (is_told, "reminders-message-title", "/reminders/message"),
        (has_feedback, "service-feedback-title", "/feedback"),
        (has_emergencies, "emergency-title", "/emergency"),
        (true, "breaches-report", "/breaches/report"),
    ];
    let own = places
        .into_iter()
        .filter(|(is_there, ..)| *is_there)
        .map(|(_, key, href)| NavItem::new(key, href).current(path == href));
    let law = LAW.iter().filter(|place| place.roles.contains(&role));
    let law = law.filter(|place| place.keeps.is_none_or(|kind| profile.keeps(kind)));
    let law =
        law.filter(|place| place.href != "/consent-parties" || profile.can(Capability::VisibilityConsents));
    let law = law.map(|place| NavItem::new(place.key, place.href).current(belongs(path, place.href)));
    own.chain(law).collect()
}

/// Where it is said why and how the register may be used: seldom needed, by anyone.
const LAW: &[Place] = &[
    Place {
        key: "retention-title",
        href: "/retention",
        roles: &[Role::MainUser, Role::DataProtectionOfficer],
        keeps: None,
    },
    Place {
        key: "disclosures-register-title",
        href: "/disclosures",
        roles: &[Role::Coach, Role::ServiceManager, Role::DataProtectionOfficer],
        keeps: Some(RecordKind::Disclosure),
    },
    Place {
        key: "requests-list-title",
        href: "/requests",
        roles: &[
            Role::Coach,
            Role::ServiceManager,
            Role::MainUser,
            Role::DataProtectionOfficer,
        ],
        keeps: Some(RecordKind::Request),
    },
    Place {
        key: "consent-texts-title",
        href: "/consent-statements",
        roles: &[Role::MainUser, Role::DataProtectionOfficer],
        keeps: Some(RecordKind::Consent),
    },
    Place {
        key: "parties-title",
        href: "/consent-parties",
        roles: &[Role::MainUser, Role::DataProtectionOfficer],
        keeps: Some(RecordKind::Consent),
    },
    Place {
        key: "paper-title",
        href: "/paper",
        roles: &[Role::Coach, Role::ServiceManager, Role::RecordsOfficer],
        keeps: None,
    },
    Place {
        key: "photos-title",
        href: "/photos",
        roles: &[Role::Coach, Role::ServiceManager, Role::DataProtectionOfficer],
        keeps: Some(RecordKind::Photo),
    },
    Place {
        key: "secondary-use-title",
        href: "/secondary-use",
        roles: &[Role::MainUser, Role::RecordsOfficer, Role::DataProtectionOfficer],
        keeps: None,
    },
    Place {
        key: "archive-title",
        href: "/archive",
        roles: &[Role::RecordsOfficer],
        keeps: None,
    },
    Place {
        key: "legal-bases-title",
        href: "/legal-bases",
        roles: Role::ALL,
        keeps: None,
    },
];

/// The places of the portal, in the order in which they are looked for.
const PORTAL: &[(&str, &str, Option<RecordKind>)] = &[
    ("own-nav-front", "/own", None),
    ("own-nav-data", "/own/data", None),
    ("own-nav-plan", "/own/plan", None),
    (
        "own-nav-attendance",
        "/own/attendance",
        Some(RecordKind::Attendance),
    ),
    (
        "own-nav-agreements",
        "/own/agreements",
        Some(RecordKind::Agreement),
    ),
    ("own-nav-consents", "/own/consents", Some(RecordKind::Consent)),
    ("own-nav-photos", "/own/photos", Some(RecordKind::Photo)),
    ("own-nav-requests", "/own/requests", Some(RecordKind::Request)),
    (
        "own-nav-disclosures",
        "/own/disclosures",
        Some(RecordKind::Disclosure),
    ),
    ("own-nav-looks", "/own/looks", None),
    ("own-nav-access", "/own/access", None),
];

/// The places of the portal of a register, with the one that a path belongs to.
pub(crate) fn portal(profile: &Profile, path: &str) -> Vec<NavItem> {
    let is_here = |href: &str| path == href || (href != "/own" && belongs(path, href));
    let places = PORTAL.iter();
    places
        .filter(|(.., keeps)| keeps.is_none_or(|kind| profile.keeps(kind)))
        .map(|(key, href, _)| NavItem::new(key, *href).current(is_here(href)))
        .collect()
}

/// Whether a path is the portal's.
pub(crate) fn is_of_portal(path: &str) -> bool {
    belongs(path, "/own")
}

/// Where somebody in a role begins: those without a day of clients at their first place, those without any at their own
/// account.
pub(crate) fn home(role: Role) -> &'static str {
    of_role(role).next().map_or("/account", |place| place.href)
}

fn of_role(role: Role) -> impl Iterator<Item = &'static Place> {
    PLACES.iter().filter(move |place| place.roles.contains(&role))
}

fn belongs(path: &str, href: &str) -> bool {
    path == href || (href != "/" && path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyone_begins_where_their_work_is_e2() {
        assert_eq!(home(Role::Coach), "/");
        assert_eq!(home(Role::MainUser), "/clients");
        assert_eq!(home(Role::DataProtectionOfficer), "/oversight");
        assert_eq!(home(Role::Statistician), "/account");
    }

    #[test]
    fn a_register_without_attendance_has_no_place_for_it_a2() {
        let hrefs = |key| {
            let profile = Profile::shipped(key).expect("a shipped profile");
            let places = places(Role::Coach, &profile, "/");
            places.into_iter().map(|place| place.href).collect::<Vec<_>>()
        };
        assert!(hrefs("walmu").contains(&"/attendance".into()));
        assert!(!hrefs("kuopio").contains(&"/attendance".into()));
    }
}
