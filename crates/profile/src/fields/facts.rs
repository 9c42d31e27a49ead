//! What is known about a field wherever it appears: its section, kind, sensitivity and law.

use crate::keyed::keyed;

keyed! {
    /// Whose data a field holds. Everyone here has rights, so all go through the desk.
    pub enum SubjectKind {
        /// A client of the service.
        Client = "client",
        /// The contact person of a company or employer (A10).
        EmployerContact = "employer_contact",
        /// Someone who enrols in an event or training (G4).
        Participant = "participant",
        /// Someone in a photo, client or not (C6).
        Photographed = "photographed",
    }
}

keyed! {
    /// A group of fields that belong together on a page, in the order of the page.
    pub enum Section {
        /// Names, identity codes, birth date, sex.
        Identity = "identity",
        /// Addresses, phones, e-mail, contact language.
        Contact = "contact",
        /// The account to which allowances are paid.
        Bank = "bank",
        /// Occupation, trade union, mother tongue, education level.
        Demography = "demography",
        /// Employment situation and its length.
        Employment = "employment",
        /// The client relationship: referral, basis, start, end, placement (B1).
        Relationship = "relationship",
        /// Special arrangements of service (A6).
        Arrangements = "arrangements",
        /// Professional competence (A6).
        Competence = "competence",
        /// Education, work, health and substance use before the service (A4).
        Histories = "histories",
        /// Social situation, health and ability to work now (A4).
        Situation = "situation",
        /// What service the client needs (B10).
        ServiceNeed = "service_need",
        /// The company or employer and its contact person (A10).
        Employer = "employer",
        /// Enrolment in events and training (G4).
        Participation = "participation",
        /// The person in a photo and their consent (C6).
        Photo = "photo",
    }
}

impl Section {
    /// Whose data the fields of this section are.
    #[must_use]
    pub const fn subject(self) -> SubjectKind {
        match self {
            Self::Employer => SubjectKind::EmployerContact,
            Self::Participation => SubjectKind::Participant,
            Self::Photo => SubjectKind::Photographed,
            _ => SubjectKind::Client,
        }
    }
}

keyed! {
    /// A list of codes from which a value is chosen. All but benefits are types of `polku_values`.
    pub enum CodeList {
        /// Sex.
        Sex = "sex",
        /// Municipality.
        Municipality = "municipality",
        /// Spoken language.
        Language = "language",
        /// Level of education.
        EducationLevel = "education_level",
        /// Employment situation.
        EmploymentSituation = "employment_situation",
        /// Benefit; the list changes with the law, so the main user keeps it.
        Benefit = "benefit",
        /// Kind of referring body.
        ReferringBody = "referring_body",
        /// Measure on which a client relationship rests.
        Measure = "measure",
        /// Onward placement.
        Placement = "placement",
    }
}

/// What kind of value a field holds, and so how it is asked, checked and stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line.
    Text,
    /// Many lines.
    LongText,
    /// A personal identity code (henkilötunnus).
    IdentityCode,
    /// Earlier personal identity codes of the same person.
    IdentityCodes,
    /// A birth date: identifying, so always sealed.
    BirthDate,
    /// A date of service or situation.
    Date,
    /// A Finnish postal code, five digits.
    PostalCode,
    /// Several phone numbers.
    Phones,
    /// One e-mail address.
    Email,
    /// An account number (IBAN).
    Iban,
    /// A business id (Y-tunnus).
    BusinessId,
    /// One code of the named code list.
    Code(CodeList),
    /// Yes, no or not known.
    YesNoUnknown,
    /// A length of time in whole months.
    Months,
    /// A count; what is counted is said by the label.
    Count,
    /// Workers of the organisation.
    Workers,
    /// A picture.
    Picture,
}

/// How carefully a field is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sensitivity {
    /// Personal data without a special rule.
    Ordinary,
    /// Special-category data (GDPR article 9).
    SpecialCategory,
    /// Shown only with its own right, and every showing logged: an address under turvakielto (A7).
    Restricted,
}

/// Whether the worker states why an item is necessary when entering it (A4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Necessity {
    /// Nothing is asked.
    NotAsked,
    /// Each item carries why it is necessary, and its source.
    Stated,
}

/// Class 1–7 of the register of the joint service (Act 1369/2014, 9 §; domain facts of A6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(transparent)]
pub struct StatutoryClass(u8);

impl StatutoryClass {
    /// The classes of the act.
    pub const ALL: [Self; 7] = [Self(1), Self(2), Self(3), Self(4), Self(5), Self(6), Self(7)];

    /// The class with this number, if the act has it.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        if matches!(number, 1..=7) {
            Some(Self(number))
        } else {
            None
        }
    }

    /// The name of its label in `locales/*/fields.ftl`.
    #[must_use]
    pub fn label_key(self) -> String {
        format!("statutory-class-{}", self.0)
    }

    /// The number of the class in the act.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }
}

impl<'de> serde::Deserialize<'de> for StatutoryClass {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u8::deserialize(deserializer)?;
        Self::new(number)
            .ok_or_else(|| serde::de::Error::custom("a statutory data class is a number from 1 to 7"))
    }
}

/// Everything that holds for a field in every profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldFacts {
    /// Where it stands on the page.
    pub section: Section,
    /// What it holds.
    pub kind: Kind,
    /// How carefully it is treated.
    pub sensitivity: Sensitivity,
    /// Whether each item says why it is necessary.
    pub necessity: Necessity,
    /// Its class in the register of the joint service, if the act has one for it.
    pub class: Option<StatutoryClass>,
    /// The requirement that asked for it, such as `A1`.
    pub requirement: &'static str,
}

impl FieldFacts {
    /// An ordinary field.
    pub(super) const fn ordinary(section: Section, kind: Kind, requirement: &'static str) -> Self {
        let (sensitivity, necessity) = (Sensitivity::Ordinary, Necessity::NotAsked);
        Self {
            section,
            kind,
            sensitivity,
            necessity,
            class: None,
            requirement,
        }
    }

    /// A special-category field.
    pub(super) const fn special(section: Section, kind: Kind, requirement: &'static str) -> Self {
        Self {
            sensitivity: Sensitivity::SpecialCategory,
            ..Self::ordinary(section, kind, requirement)
        }
    }

    /// The same, hidden under its own right when the client has a protected address.
    pub(super) const fn restricted(self) -> Self {
        Self {
            sensitivity: Sensitivity::Restricted,
            ..self
        }
    }

    /// The same, with a necessity to be stated.
    pub(super) const fn necessary(self) -> Self {
        Self {
            necessity: Necessity::Stated,
            ..self
        }
    }

    /// The same, in a class of the joint service's register.
    pub(super) const fn class(self, number: u8) -> Self {
        Self {
            class: StatutoryClass::new(number),
            ..self
        }
    }
}
