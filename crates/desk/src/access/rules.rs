//! The rules: who may do what to which data, on which condition. Printed as a table for the main user.

use super::{
    Action::{self, Admit, Copy, Destroy, Export, Extract, Merge, Read, Reveal, Transfer, Write},
    Condition, Resource,
    Resource::{
        AccessLog, AgreementSigning, Agreements, Allowance, Archive, Assessments, Attendance, Basics,
        Breaches, Care, Consents, Contacts, Decisions, Diary, Disclosures, Documents, Duplicates, Goals,
        Identity, Import, Induction, Narratives, Oversight, Paper, Photos, PortalAccess, ProtectedAddress,
        Requests, Retention, SelfAssessment, Service, ServiceFeedback, Special, Statements, Unsorted,
    },
    Role,
};

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
