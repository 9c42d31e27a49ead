//! Every field that the product knows.

use super::facts::FieldFacts as Facts;
use super::facts::{
    CodeList, FieldFacts, Kind, Necessity, Section, Sensitivity, StatutoryClass, SubjectKind,
};
use crate::keyed::{keyed, label_key};

/// One line per field: name, key, and what holds for it everywhere.
macro_rules! catalogue {
    ($($(#[$doc:meta])* $field:ident = $key:literal: $facts:expr;)+) => {
        keyed! {
            /// A field of a record. A field that a profile lacks exists nowhere in that register (A2).
            pub enum Field { $($(#[$doc])* $field = $key,)+ }
        }

        impl Field {
            /// What holds for this field in every profile.
            #[must_use]
            pub const fn facts(self) -> FieldFacts {
                use Kind::{
                    BirthDate, BusinessId, Code, Count, Date, Email, Iban, IdentityCode, IdentityCodes, LongText,
                    Months, Phones, Picture, PostalCode, Text, Workers, YesNoUnknown,
                };
                use Section::{
                    Arrangements, Bank, Competence, Contact, Demography, Employer, Employment, Histories, Identity,
                    Participation, Photo, Relationship, ServiceNeed, Situation,
                };
                match self { $(Self::$field => $facts,)+ }
            }
        }
    };
}

catalogue! {
    /// Last name.
    LastName = "last_name": Facts::ordinary(Identity, Text, "A1").class(1);
    /// All first names.
    FirstNames = "first_names": Facts::ordinary(Identity, Text, "A1").class(1);
    /// The first name that the person goes by.
    PreferredName = "preferred_name": Facts::ordinary(Identity, Text, "A1").class(1);
    /// Personal identity code in force.
    IdentityCode = "identity_code": Facts::ordinary(Identity, IdentityCode, "A1").class(1);
    /// Earlier identity codes, kept findable.
    FormerIdentityCodes = "former_identity_codes": Facts::ordinary(Identity, IdentityCodes, "A1").class(1);
    /// Birth date, for a person without an identity code.
    BirthDate = "birth_date": Facts::ordinary(Identity, BirthDate, "A1").class(1);
    /// Sex as told; never derived from the identity code.
    Sex = "sex": Facts::ordinary(Identity, Code(CodeList::Sex), "A1").class(1);

    /// Street address.
    StreetAddress = "street_address": Facts::ordinary(Contact, Text, "A1").restricted().class(1);
    /// Postal code.
    PostalCode = "postal_code": Facts::ordinary(Contact, PostalCode, "A1").restricted().class(1);
    /// Post office.
    PostOffice = "post_office": Facts::ordinary(Contact, Text, "A1").restricted().class(1);
    /// Home municipality, as its three-digit code. Under turvakielto it is hidden as the address is.
    HomeMunicipality = "home_municipality": Facts::ordinary(Contact, Code(CodeList::Municipality), "A3").restricted().class(1);
    /// Phone numbers.
    Phones = "phones": Facts::ordinary(Contact, Phones, "A1").class(1);
    /// E-mail address.
    Email = "email": Facts::ordinary(Contact, Email, "A1").class(1);
    /// Whether the address is under turvakielto (A7).
    ProtectedAddress = "protected_address": Facts::ordinary(Contact, YesNoUnknown, "A7").class(1);
    /// The language in which the client wants to be served.
    ContactLanguage = "contact_language": Facts::ordinary(Contact, Code(CodeList::Language), "A3").class(2);

    /// Account to which allowances are paid.
    BankAccount = "bank_account": Facts::ordinary(Bank, Iban, "A2");

    /// Occupation.
    Occupation = "occupation": Facts::ordinary(Demography, Text, "A3").class(3);
    /// Trade union membership (GDPR article 9).
    TradeUnion = "trade_union": Facts::special(Demography, Text, "A3").necessary();
    /// Mother tongue.
    MotherTongue = "mother_tongue": Facts::ordinary(Demography, Code(CodeList::Language), "A3");
    /// Highest level of education, Statistics Finland 2016.
    EducationLevel = "education_level": Facts::ordinary(Demography, Code(CodeList::EducationLevel), "A3").class(3);

    /// Employment situation now.
    EmploymentSituation = "employment_situation":
        Facts::ordinary(Employment, Code(CodeList::EmploymentSituation), "A3").class(6);
    /// The day on which unemployment began.
    UnemploymentBegan = "unemployment_began": Facts::ordinary(Employment, Date, "A3").class(6);
    /// Length of unemployment, when its beginning is not known.
    UnemploymentLength = "unemployment_length": Facts::ordinary(Employment, Months, "A3").class(6);
    /// Time outside working life.
    TimeOutsideWork = "time_outside_work": Facts::ordinary(Employment, Months, "A3").class(6);
    /// The benefit that the client receives.
    Benefit = "benefit": Facts::ordinary(Employment, Code(CodeList::Benefit), "G2");
    /// Days for which labour-market support has been paid because of unemployment.
    BenefitDays = "benefit_days": Facts::ordinary(Employment, Count, "G2");

    /// What kind of body referred the client; its name is in the referral.
    ReferringBody = "referring_body": Facts::ordinary(Relationship, Code(CodeList::ReferringBody), "B1").class(2);
    /// The cover note of the referral.
    CoverNote = "cover_note": Facts::ordinary(Relationship, LongText, "B1").class(2);
    /// The basis of the relationship: labour-policy measure, coaching, rehabilitation…
    RelationshipBasis = "relationship_basis":
        Facts::ordinary(Relationship, Code(CodeList::Measure), "B1").class(2);
    /// First day of the relationship.
    RelationshipBegan = "relationship_began": Facts::ordinary(Relationship, Date, "B1").class(2);
    /// Last day of the relationship.
    RelationshipEnded = "relationship_ended": Facts::ordinary(Relationship, Date, "B1").class(2);
    /// The workers who are responsible for the client.
    ResponsibleWorkers = "responsible_workers": Facts::ordinary(Relationship, Workers, "B1").class(2);
    /// Where the client went at the end.
    Placement = "placement": Facts::ordinary(Relationship, Code(CodeList::Placement), "B1").class(7);
    /// Where the client is a year after the end.
    PlacementAfterYear = "placement_after_year": Facts::ordinary(Relationship, Code(CodeList::Placement), "B1").class(7);

    /// What must be arranged for the client to be served: an interpreter, access, a support person.
    SpecialArrangements = "special_arrangements": Facts::special(Arrangements, LongText, "A6").necessary().class(2);

    /// Professional competence.
    ProfessionalCompetence = "professional_competence": Facts::ordinary(Competence, LongText, "A6").class(3);

    /// Education so far.
    EducationHistory = "education_history": Facts::ordinary(Histories, LongText, "A4").class(3);
    /// Work so far.
    WorkHistory = "work_history": Facts::ordinary(Histories, LongText, "A4").class(3);
    /// Health so far, as far as the service needs it.
    HealthHistory = "health_history": Facts::special(Histories, LongText, "A4").necessary().class(5);
    /// Substance use so far, as far as the service needs it.
    SubstanceUseHistory = "substance_use_history": Facts::special(Histories, LongText, "A4").necessary().class(5);

    /// Social situation, as far as it affects employment. Not of article 9 as such, but secret and seldom needed,
    /// so its necessity is stated as well (Act 1369/2014, 9 § 4).
    SocialSituation = "social_situation": Facts::ordinary(Situation, LongText, "A4").necessary().class(4);
    /// State of health, as far as it affects employment and is necessary (Act 1369/2014, 9 § 5).
    StateOfHealth = "state_of_health": Facts::special(Situation, LongText, "A4").necessary().class(5);
    /// Ability to work and function.
    WorkAbility = "work_ability": Facts::special(Situation, LongText, "A4").necessary().class(5);

    /// What service the client needs.
    ServiceNeed = "service_need": Facts::ordinary(ServiceNeed, LongText, "B10").class(6);

    /// First name of the employer's contact person.
    ContactFirstName = "contact_first_name": Facts::ordinary(Employer, Text, "A10");
    /// Last name of the employer's contact person.
    ContactLastName = "contact_last_name": Facts::ordinary(Employer, Text, "A10");
    /// Job role of the employer's contact person.
    ContactJobRole = "contact_job_role": Facts::ordinary(Employer, Text, "A10");
    /// Phones of the employer's contact person.
    ContactPhones = "contact_phones": Facts::ordinary(Employer, Phones, "A10");
    /// E-mail of the employer's contact person.
    ContactEmail = "contact_email": Facts::ordinary(Employer, Email, "A10");
    /// Company or other organisation.
    Organisation = "organisation": Facts::ordinary(Employer, Text, "A10");
    /// Business id of the organisation.
    BusinessId = "business_id": Facts::ordinary(Employer, BusinessId, "A10");
    /// Number of people whom the organisation employs.
    Headcount = "headcount": Facts::ordinary(Employer, Count, "A10");
    /// Site of the organisation.
    Site = "site": Facts::ordinary(Employer, Text, "A10");
    /// Vacancies that the employer offers at an event.
    Vacancies = "vacancies": Facts::ordinary(Employer, LongText, "A10");
    /// Roles of the employer's people at an event.
    EventRoles = "event_roles": Facts::ordinary(Employer, LongText, "A10");
    /// Diets of the employer's people at an event. May tell of health or belief.
    EventDiets = "event_diets": Facts::special(Employer, Text, "A10");
    /// Training that the employer needs.
    TrainingNeeds = "training_needs": Facts::ordinary(Employer, LongText, "A10");

    /// Name of the one who enrols.
    ParticipantName = "participant_name": Facts::ordinary(Participation, Text, "G4");
    /// E-mail of the one who enrols.
    ParticipantEmail = "participant_email": Facts::ordinary(Participation, Email, "G4");
    /// Phone of the one who enrols.
    ParticipantPhones = "participant_phones": Facts::ordinary(Participation, Phones, "G4");
    /// Diet of the one who enrols. May tell of health or belief.
    Diet = "diet": Facts::special(Participation, Text, "G4");

    /// Name of the person in the photo.
    PhotographedName = "photographed_name": Facts::ordinary(Photo, Text, "C6");
    /// Phone of the person in the photo.
    PhotographedPhones = "photographed_phones": Facts::ordinary(Photo, Phones, "C6");
    /// The picture itself.
    Picture = "picture": Facts::ordinary(Photo, Picture, "C6");
}

impl Field {
    /// Where the field stands on the page.
    #[must_use]
    pub const fn section(self) -> Section {
        self.facts().section
    }

    /// What the field holds.
    #[must_use]
    pub const fn kind(self) -> Kind {
        self.facts().kind
    }

    /// Whose data the field is.
    #[must_use]
    pub const fn subject(self) -> SubjectKind {
        self.section().subject()
    }

    /// Its class in the register of the joint service (A6).
    #[must_use]
    pub const fn class(self) -> Option<StatutoryClass> {
        self.facts().class
    }

    /// Whether each item says why it is necessary (A4).
    #[must_use]
    pub const fn asks_necessity(self) -> bool {
        matches!(self.facts().necessity, Necessity::Stated)
    }

    /// Whether the field is special-category data (GDPR article 9).
    #[must_use]
    pub const fn is_special(self) -> bool {
        matches!(self.facts().sensitivity, Sensitivity::SpecialCategory)
    }

    /// Whether the field is hidden while the client has a protected address (A7).
    #[must_use]
    pub const fn is_restricted(self) -> bool {
        matches!(self.facts().sensitivity, Sensitivity::Restricted)
    }

    /// Whether the value is sealed with the person's key: everything but coded and counted facts that lists
    /// and statistics need and that identify nobody.
    #[must_use]
    pub const fn is_sealed(self) -> bool {
        let plain = matches!(
            self.kind(),
            Kind::Code(_) | Kind::Date | Kind::Months | Kind::Count | Kind::Workers
        );
        !plain || !matches!(self.facts().sensitivity, Sensitivity::Ordinary)
    }

    /// The name of the field's label in `locales/*/fields.ftl`.
    #[must_use]
    pub fn label_key(self) -> String {
        label_key("field", self.key())
    }
}

impl Section {
    /// The name of the section's label in `locales/*/fields.ftl`.
    #[must_use]
    pub fn label_key(self) -> String {
        label_key("section", self.key())
    }
}
