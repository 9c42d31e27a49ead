//! The rules: who may do what to which data, on which condition. Printed as a table for the main user.

use super::{
    Action::{self, Admit, Copy, Destroy, Export, Extract, Merge, Read, Reveal, Transfer, Write},
    Basis, Resource,
    Resource::{
        AccessLog, AgreementSigning, Agreements, Allowance, Archive, Assessments, Attendance, Basics,
        Breaches, Care, Consents, Contacts, Decisions, Diary, Disclosures, Documents, Duplicates, Goals,
        Identity, Import, Induction, Narratives, Oversight, Paper, Photos, PortalAccess, ProtectedAddress,
        Requests, Retention, SelfAssessment, Service, ServiceFeedback, Special, Statements, Unsorted,
    },
    Role,
};

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
}

impl Condition {
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

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Who.
    pub role: Role,
    /// Does what.
    pub actions: &'static [Action],
    /// To which data.
    pub resources: &'static [Resource],
    /// When.
    pub condition: Condition,
}

const CASEWORK: &[Resource] = &[
    Identity,
    Basics,
    Special,
    Service,
    Care,
    Attendance,
    Diary,
    Goals,
    Contacts,
    Assessments,
    SelfAssessment,
    Consents,
    Disclosures,
    Statements,
    Agreements,
    AgreementSigning,
    Decisions,
    Narratives,
    Documents,
    Paper,
    Requests,
    PortalAccess,
    Induction,
];
/// What a consent to visibility opens: enough to work with the person. Never the diary, contacts or special-category
/// data, which go by disclosure, each time decided.
const BY_CONSENT: &[Resource] = &[Identity, Basics, Service, Care, Attendance, Goals];
/// What the portal shows a client of themselves (D8). The diary and special-category data are given by an access request,
/// after somebody has looked whether anyone else is in them.
const OWN: &[Resource] = &[
    Identity,
    Basics,
    Service,
    Care,
    Attendance,
    Goals,
    Contacts,
    Consents,
    Disclosures,
    AccessLog,
    PortalAccess,
    Induction,
    Requests,
];
/// What an emergency opens: enough to help, not the whole life.
const IN_EMERGENCY: &[Resource] = &[Identity, Basics, Special, Service, Care, Contacts, Attendance];

/// What goes to the archive: all that is kept of a person, also what whoever asks for the package may not look at. It is
/// packed by the program, by a route that names this very list: what is not here is in no package.
pub const ARCHIVED: &[Resource] = &[
    Archive,
    Identity,
    Basics,
    Special,
    Service,
    Care,
    Attendance,
    Diary,
    Goals,
    Contacts,
    Assessments,
    SelfAssessment,
    Consents,
    Disclosures,
    Statements,
    Agreements,
    Decisions,
    Narratives,
    ServiceFeedback,
    Documents,
    Allowance,
];

/// What an extract for secondary use may be made from: what is coded, counted or dated. Never special-category data, nor
/// what is written in words.
const EXTRACTED: &[Resource] = &[Service, Identity, Basics];

/// What the person's own copy holds (GDPR 15): everything, also what its maker may not read otherwise. It is made by the
/// program, by a route that names this very list, and its maker learns nothing but that it is there.
pub const OWN_COPY: &[Resource] = &[
    Requests,
    Identity,
    Basics,
    Special,
    Service,
    Care,
    Attendance,
    Diary,
    Goals,
    Contacts,
    Assessments,
    SelfAssessment,
    Consents,
    Disclosures,
    Statements,
    Agreements,
    Decisions,
    Narratives,
    ServiceFeedback,
    Documents,
    Allowance,
    AccessLog,
    Induction,
    Paper,
];

/// All rules. What no row allows is denied.
pub const RULES: &[Rule] = &[
    Rule {
        role: Role::Coach,
        actions: &[Read, Write, Export],
        resources: CASEWORK,
        condition: Condition::ResponsibleWorker,
    },
    Rule {
        role: Role::Coach,
        actions: &[Read, Write],
        resources: CASEWORK,
        condition: Condition::GroupCoach,
    },
    Rule {
        role: Role::Coach,
        actions: &[Read],
        resources: IN_EMERGENCY,
        condition: Condition::EmergencyOpened,
    },
    Rule {
        role: Role::Coach,
        actions: &[Reveal],
        resources: &[ProtectedAddress],
        condition: Condition::ResponsibleWorker,
    },
    Rule {
        role: Role::Coach,
        actions: &[Admit],
        resources: CASEWORK,
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::ServiceManager,
        actions: &[Read, Write, Export, Admit],
        resources: CASEWORK,
        condition: Condition::SameRegister,
    },
    // What a client says of the service, also to the coach's face, is for those who lead it: a coach takes it down and
    // does not read it again.
    Rule {
        role: Role::Coach,
        actions: &[Write],
        resources: &[ServiceFeedback],
        condition: Condition::ResponsibleWorker,
    },
    Rule {
        role: Role::Coach,
        actions: &[Write],
        resources: &[ServiceFeedback],
        condition: Condition::GroupCoach,
    },
    Rule {
        role: Role::Coach,
        actions: &[Admit],
        resources: &[ServiceFeedback],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::ServiceManager,
        actions: &[Read, Write, Admit],
        resources: &[ServiceFeedback],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::ServiceManager,
        actions: &[Read, Write, Export],
        resources: &[Allowance],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::ServiceManager,
        actions: &[Reveal],
        resources: &[ProtectedAddress],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::MainUser,
        actions: &[Read, Write],
        resources: &[Identity, Basics, Care, Service],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::MainUser,
        actions: &[Read, Write, Merge],
        resources: &[Duplicates],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::MainUser,
        actions: &[Read, Write, Admit],
        resources: &[Import],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::MainUser,
        actions: &[Admit],
        resources: CASEWORK,
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::Coach,
        actions: &[Read, Write],
        resources: &[Unsorted],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::ServiceManager,
        actions: &[Read, Write],
        resources: &[Unsorted],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::MainUser,
        actions: &[Read, Write],
        resources: &[Unsorted],
        condition: Condition::SameRegister,
    },
    // Photographs are of the service, not of a coach's own clients: who works here keeps them together (C6).
    Rule {
        role: Role::Coach,
        actions: &[Read, Write, Admit, Destroy],
        resources: &[Photos],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::ServiceManager,
        actions: &[Read, Write, Admit, Destroy],
        resources: &[Photos],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::DataProtectionOfficer,
        actions: &[Read],
        resources: &[Photos],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::DataProtectionOfficer,
        actions: &[Read, Write],
        resources: &[Identity, Oversight],
        condition: Condition::SameRegister,
    },
    // Breaches are kept by those who keep the register and those who watch over it.
    Rule {
        role: Role::DataProtectionOfficer,
        actions: &[Read, Write],
        resources: &[Breaches],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::MainUser,
        actions: &[Read, Write],
        resources: &[Breaches],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::DataProtectionOfficer,
        actions: &[Read],
        resources: &[AccessLog],
        condition: Condition::SameRegister,
    },
    // Who works with somebody answers their question who has looked, and sees of it what they may see, no more.
    Rule {
        role: Role::Coach,
        actions: &[Read],
        resources: &[AccessLog],
        condition: Condition::ResponsibleWorker,
    },
    Rule {
        role: Role::Coach,
        actions: &[Read],
        resources: &[AccessLog],
        condition: Condition::GroupCoach,
    },
    Rule {
        role: Role::ServiceManager,
        actions: &[Read],
        resources: &[AccessLog],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::DataProtectionOfficer,
        actions: &[Read],
        resources: &[Consents, Disclosures],
        condition: Condition::SameRegister,
    },
    // Requests are answered by those whom the register's profile names: the officer, the main user, the service manager.
    Rule {
        role: Role::DataProtectionOfficer,
        actions: &[Read, Write],
        resources: &[Requests],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::MainUser,
        actions: &[Read, Write],
        resources: &[Requests],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::DataProtectionOfficer,
        actions: &[Copy],
        resources: OWN_COPY,
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::MainUser,
        actions: &[Copy],
        resources: OWN_COPY,
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::ServiceManager,
        actions: &[Copy],
        resources: OWN_COPY,
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::Partner,
        actions: &[Read],
        resources: BY_CONSENT,
        condition: Condition::ConsentedVisibility,
    },
    Rule {
        role: Role::Coach,
        actions: &[Read],
        resources: BY_CONSENT,
        condition: Condition::ConsentedVisibility,
    },
    Rule {
        role: Role::RecordsOfficer,
        actions: &[Read],
        resources: &[Identity, Service],
        condition: Condition::SameRegister,
    },
    // Destroying takes two people, each in one of these roles.
    Rule {
        role: Role::RecordsOfficer,
        actions: &[Read, Write, Destroy],
        resources: &[Retention],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::MainUser,
        actions: &[Read, Write, Destroy],
        resources: &[Retention],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::DataProtectionOfficer,
        actions: &[Read, Write, Destroy],
        resources: &[Retention],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::RecordsOfficer,
        actions: &[Read, Write],
        resources: &[Paper, Archive],
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::RecordsOfficer,
        actions: &[Transfer],
        resources: ARCHIVED,
        condition: Condition::SameRegister,
    },
    // Secondary use (C8): the main user decides, the records officer makes the extract, so it always takes two. The program
    // reads names and codes only to leave them out.
    Rule {
        role: Role::RecordsOfficer,
        actions: &[Extract],
        resources: EXTRACTED,
        condition: Condition::SameRegister,
    },
    Rule {
        role: Role::LinkHolder,
        actions: &[Read, Write],
        resources: &[SelfAssessment],
        condition: Condition::LinkHeld,
    },
    // What the client signs, and the signature.
    Rule {
        role: Role::LinkHolder,
        actions: &[Read, Write],
        resources: &[AgreementSigning],
        condition: Condition::LinkHeld,
    },
    Rule {
        role: Role::Client,
        actions: &[Read],
        resources: OWN,
        condition: Condition::ThePerson,
    },
    // The photographs that the client is in (C6): the picture and where it is used, not who else is in it.
    Rule {
        role: Role::Client,
        actions: &[Read],
        resources: &[Photos],
        condition: Condition::InThePhotograph,
    },
    // Agreements, and the own signature on them (B3). Drafts of them are the workers'.
    Rule {
        role: Role::Client,
        actions: &[Read],
        resources: &[Agreements],
        condition: Condition::ThePerson,
    },
    Rule {
        role: Role::Client,
        actions: &[Read, Write],
        resources: &[AgreementSigning],
        condition: Condition::ThePerson,
    },
    Rule {
        role: Role::Client,
        actions: &[Write],
        resources: &[Consents, Requests],
        condition: Condition::ThePerson,
    },
];

/// The conditions on which a role may do something to some data; none means never.
pub fn conditions(role: Role, action: Action, resource: Resource) -> impl Iterator<Item = Condition> {
    RULES
        .iter()
        .filter(move |rule| {
            rule.role == role && rule.actions.contains(&action) && rule.resources.contains(&resource)
        })
        .map(|rule| rule.condition)
}
