//! What must hold between the visitor and the person: asked about one of them, or by SQL about many.

use super::{Basis, Role};

/// What must hold between the visitor and the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// The visitor is responsible for the person, or a substitute, today.
    ResponsibleWorker,
    /// The visitor coaches a group that the person is in today.
    GroupCoach,
    /// The person is in the visitor's register.
    SameRegister,
    /// The visitor has opened a timed emergency access to the person.
    EmergencyOpened,
    /// The visitor holds a link to something of the person that was not used, not taken back and is not too old.
    LinkHeld,
    /// The person has consented to being seen by the visitor, or by a provider or unit that the visitor works in, and
    /// the consent is in force (C1).
    ConsentedVisibility,
    /// The visitor is the person, signed in to the portal by an access that is open (D8).
    ThePerson,
    /// The visitor is the client of such an access, and is in the photograph by a consent of theirs, whatever became of the
    /// consent (C6).
    InThePhotograph,
}

impl Condition {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::ResponsibleWorker,
        Self::GroupCoach,
        Self::SameRegister,
        Self::EmergencyOpened,
        Self::LinkHeld,
        Self::ConsentedVisibility,
        Self::ThePerson,
        Self::InThePhotograph,
    ];

    /// The ground that this condition gives.
    #[must_use]
    pub const fn basis(self, role: Role) -> Basis {
        match self {
            Self::ResponsibleWorker => Basis::CareRelationship,
            Self::GroupCoach => Basis::GroupCoaching,
            Self::EmergencyOpened => Basis::Emergency,
            Self::LinkHeld => Basis::OneTimeLink,
            Self::ConsentedVisibility => Basis::Consent,
            Self::ThePerson | Self::InThePhotograph => Basis::OwnData,
            Self::SameRegister => match role {
                Role::ServiceManager => Basis::ServiceManagement,
                Role::DataProtectionOfficer => Basis::OversightDuty,
                _ => Basis::RegisterDuty,
            },
        }
    }

    /// The condition as SQL on `subject s`, with `:register`, `:account`, `:today` and `:now`.
    #[must_use]
    pub const fn sql(self) -> &'static str {
        match self {
            Self::ResponsibleWorker => {
                "EXISTS (SELECT 1 FROM care c WHERE c.register = :register AND c.subject = s.id AND \
                 c.account = :account AND c.valid_from <= :today AND (c.valid_until IS NULL OR c.valid_until >= :today))"
            }
            Self::GroupCoach => {
                "EXISTS (SELECT 1 FROM workgroup_member m JOIN workgroup_coach w ON w.register = m.register AND \
                 w.workgroup = m.workgroup WHERE m.register = :register AND m.subject = s.id AND w.account = :account \
                 AND m.valid_from <= :today AND (m.valid_until IS NULL OR m.valid_until >= :today) \
                 AND w.valid_from <= :today AND (w.valid_until IS NULL OR w.valid_until >= :today))"
            }
            Self::SameRegister => "s.register = :register",
            Self::EmergencyOpened => {
                "EXISTS (SELECT 1 FROM emergency_access e WHERE e.register = :register AND e.subject = s.id AND \
                 e.account = :account AND e.granted_at <= :now AND e.expires_at > :now)"
            }
            // The holder of a link stands at the desk by the link's own id.
            Self::LinkHeld => {
                "EXISTS (SELECT 1 FROM one_time_link l WHERE l.register = :register AND l.subject = s.id AND \
                 l.id = :account AND l.used_at IS NULL AND l.revoked_at IS NULL AND l.expires_at > :now)"
            }
            Self::ConsentedVisibility => {
                "EXISTS (SELECT 1 FROM consent v WHERE v.register = :register AND v.subject = s.id AND \
                 v.kind = 'visibility' AND v.withdrawn_at IS NULL AND v.recorded_at <= :now AND v.valid_from <= :today \
                 AND (v.valid_until IS NULL OR v.valid_until >= :today) AND (v.account = :account OR EXISTS \
                 (SELECT 1 FROM consent_party_member p WHERE p.register = :register AND p.party = v.party AND \
                 p.account = :account AND p.valid_from <= :today AND (p.valid_until IS NULL OR p.valid_until >= :today))))"
            }
            // The client stands at the desk by the access's own id. Whoever a record turned out to be is still the same
            // person: a merge closes nobody's portal.
            Self::ThePerson => {
                "EXISTS (SELECT 1 FROM portal_access o WHERE o.register = :register AND o.id = :account AND \
                 o.closed_at IS NULL AND (o.subject = s.id OR s.id IN (WITH RECURSIVE turned_out (id, merged_into) AS \
                 (SELECT f.id, f.merged_into FROM subject f WHERE f.register = :register AND f.id = o.subject UNION \
                 SELECT g.id, g.merged_into FROM turned_out k JOIN subject g ON g.register = :register AND \
                 g.id = k.merged_into) SELECT t.id FROM turned_out t)))"
            }
            // Whoever consented and whoever the portal was opened for may have turned out to be the same person.
            Self::InThePhotograph => {
                "EXISTS (SELECT 1 FROM portal_access o JOIN photo_pictured h ON h.register = o.register AND h.photo = s.id \
                 WHERE o.register = :register AND o.id = :account AND o.closed_at IS NULL AND EXISTS (WITH RECURSIVE \
                 visiting (id) AS (SELECT o.subject UNION SELECT f.merged_into FROM visiting v JOIN subject f ON \
                 f.register = :register AND f.id = v.id WHERE f.merged_into IS NOT NULL), \
                 pictured (id) AS (SELECT h.subject UNION SELECT g.merged_into FROM pictured w JOIN subject g ON \
                 g.register = :register AND g.id = w.id WHERE g.merged_into IS NOT NULL) \
                 SELECT 1 FROM visiting v JOIN pictured w ON w.id = v.id))"
            }
        }
    }

    /// Those to whom the condition may apply, by an index: lists start from these few instead of asking about everyone.
    /// `None` when that would be the whole register.
    #[must_use]
    pub const fn candidates(self) -> Option<&'static str> {
        match self {
            Self::ResponsibleWorker => {
                Some("SELECT c.subject FROM care c WHERE c.register = :register AND c.account = :account")
            }
            Self::GroupCoach => Some(
                "SELECT m.subject FROM workgroup_member m WHERE m.register = :register AND m.workgroup IN \
                 (SELECT w.workgroup FROM workgroup_coach w WHERE w.register = :register AND w.account = :account)",
            ),
            Self::EmergencyOpened => Some(
                "SELECT e.subject FROM emergency_access e WHERE e.register = :register AND e.account = :account",
            ),
            Self::LinkHeld => {
                Some("SELECT l.subject FROM one_time_link l WHERE l.register = :register AND l.id = :account")
            }
            Self::ConsentedVisibility => Some(
                "SELECT v.subject FROM consent v WHERE v.register = :register AND v.account = :account UNION \
                 SELECT v.subject FROM consent v WHERE v.register = :register AND v.party IN \
                 (SELECT p.party FROM consent_party_member p WHERE p.register = :register AND p.account = :account)",
            ),
            // A client is asked about alone, and never lists anyone.
            Self::SameRegister | Self::ThePerson | Self::InThePhotograph => None,
        }
    }
}
