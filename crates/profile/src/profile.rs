//! A register's configuration as a whole.

use std::collections::BTreeMap;

use jiff::civil::Date;
use polku_values::InterfaceLanguage;
use serde::Deserialize;

use crate::{
    Act, Activity, Assumption, AttendanceDefaults, Basis, Capability, Channel, Controller, Disclosure,
    Exchange, Field, FieldSet, NoticeSection, Processor, ProfileField, Protection, Purpose, Recipient,
    Record, RecordKind, Reminders, Requests, RetentionClass, Role, Section, Service, SignIn, Source,
    SubjectKind, System, Text, WorkerShownAs, keyed::keyed, shipped_acts,
};

keyed! {
    /// The colour of the band by which one always sees which register one is in. The pages decide the exact tint.
    pub enum Colour {
        /// Blue.
        Blue = "blue",
        /// Green.
        Green = "green",
        /// Violet.
        Violet = "violet",
        /// Orange.
        Orange = "orange",
        /// Turquoise.
        Turquoise = "turquoise",
        /// Grey.
        Grey = "grey",
    }
}

/// `[register]`: what the register is called and how it is recognised.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// Key of the profile: lower-case letters, digits and dashes.
    pub key: String,
    /// Full name of the register, as in the notice.
    pub name: Text,
    /// Short name for the top of the page.
    pub short_name: Text,
    /// Colour of the register's band.
    pub colour: Colour,
    /// Languages of service, the first being the default (H1).
    pub languages: Vec<InterfaceLanguage>,
    /// What a person sees of the worker who looked at their data (D2).
    pub worker_shown_as: WorkerShownAs,
}

/// `[[people]]`: a group of people whose data the register holds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeopleGroup {
    /// What kind of person.
    pub kind: SubjectKind,
    /// The group in words.
    pub text: Text,
}

/// `[[paper]]`: material kept on paper, and where (F2).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperMaterial {
    /// What it is.
    pub name: Text,
    /// The locked place in which it lies.
    pub place: Text,
}

/// A register's configuration, read and found sound. [`Profile::parse`] is the only way to one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Profile {
    /// Names and signs of the register.
    pub register: Register,
    /// Who answers for it.
    pub controller: Controller,
    /// Functions that it has.
    pub capabilities: Vec<Capability>,
    /// Acts that it cites beside the shipped statute book.
    pub acts: Vec<Act>,
    /// Its legal-basis register.
    pub bases: Vec<Basis>,
    /// Purposes of use.
    pub purposes: Vec<Purpose>,
    /// What each role may do.
    pub roles: BTreeMap<Role, Vec<Activity>>,
    /// Groups of people in it.
    pub people: Vec<PeopleGroup>,
    /// The fields that it has.
    pub fields: FieldSet,
    /// The kinds of records that it holds.
    pub records: Vec<Record>,
    /// Services and measures offered.
    pub services: Vec<Service>,
    /// From where information comes.
    pub sources: Vec<Source>,
    /// By what ways information comes.
    pub channels: Vec<Channel>,
    /// To whom data may go.
    pub recipients: Vec<Recipient>,
    /// Exchange with other registers.
    pub exchanges: Vec<Exchange>,
    /// Disclosure policy.
    pub disclosure: Disclosure,
    /// Who processes data for the controller.
    pub processors: Vec<Processor>,
    /// Systems beside the product.
    pub systems: Vec<System>,
    /// Material on paper.
    pub paper: Vec<PaperMaterial>,
    /// Retention classes.
    pub retention: Vec<RetentionClass>,
    /// Requests of people about their data.
    pub requests: Requests,
    /// What signing in asks.
    pub sign_in: SignIn,
    /// Days of reminders.
    pub reminders: Reminders,
    /// Defaults of attendance; none where the register holds no attendance.
    pub attendance: Option<AttendanceDefaults>,
    /// How it is protected.
    pub protection: Protection,
    /// Sections of its notice, in order.
    pub notice: Vec<NoticeSection>,
    /// What its notice does not say and the controller must confirm.
    pub assumptions: Vec<Assumption>,
}

impl Profile {
    /// Key of the profile.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.register.key
    }

    /// Whether the register has this field at all (A2).
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.fields.has(field)
    }

    /// The fields of a section, in the order of the page.
    pub fn fields(&self, section: Section) -> impl Iterator<Item = ProfileField> + '_ {
        self.fields.section(section)
    }

    /// Whether the register has this function.
    #[must_use]
    pub fn can(&self, capability: Capability) -> bool {
        self.capabilities.contains(&capability)
    }

    /// The kind of record as the register holds it, if it does.
    #[must_use]
    pub fn record(&self, kind: RecordKind) -> Option<&Record> {
        self.records.iter().find(|record| record.kind == kind)
    }

    /// Whether the register holds this kind of record.
    #[must_use]
    pub fn keeps(&self, kind: RecordKind) -> bool {
        self.record(kind).is_some()
    }

    /// Whether a role may do something in this register. Which clients it reaches is the desk's rule.
    #[must_use]
    pub fn allows(&self, role: Role, activity: Activity) -> bool {
        self.roles
            .get(&role)
            .is_some_and(|activities| activities.contains(&activity))
    }

    /// The purpose with this key.
    #[must_use]
    pub fn purpose(&self, key: &str) -> Option<&Purpose> {
        self.purposes.iter().find(|purpose| purpose.key == key)
    }

    /// The purposes for which a role may do something on a day.
    pub fn purposes_of(&self, role: Role, activity: Activity, day: Date) -> impl Iterator<Item = &Purpose> {
        self.purposes.iter().filter(move |purpose| {
            purpose.holds.holds_on(day)
                && purpose.roles.contains(&role)
                && purpose.activities.contains(&activity)
        })
    }

    /// The basis with this key.
    #[must_use]
    pub fn basis(&self, key: &str) -> Option<&Basis> {
        self.bases.iter().find(|basis| basis.key == key)
    }

    /// The bases on which a purpose rests on a day, in the order in which the purpose names them: those that the
    /// controller relied on then and whose act was in force.
    pub fn bases_of<'profile>(
        &'profile self,
        purpose: &'profile Purpose,
        day: Date,
    ) -> impl Iterator<Item = &'profile Basis> {
        let in_force = move |basis: &&Basis| {
            let act = basis.act.as_deref().and_then(|number| self.act(number));
            basis.holds.holds_on(day) && act.is_none_or(|act| act.in_force.holds_on(day))
        };
        purpose
            .bases
            .iter()
            .filter_map(|key| self.basis(key))
            .filter(in_force)
    }

    /// The retention class with this key.
    #[must_use]
    pub fn retention_class(&self, key: &str) -> Option<&RetentionClass> {
        self.retention.iter().find(|class| class.key == key)
    }

    /// How long a field is kept; none when the register lacks the field.
    #[must_use]
    pub fn retention_of(&self, field: Field) -> Option<&RetentionClass> {
        let section = self
            .fields
            .sections()
            .find(|(section, fields)| *section == field.section() && fields.show.contains(&field));
        section.and_then(|(_, fields)| self.retention_class(&fields.retention))
    }

    /// The source with this key.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.key == key)
    }

    /// The recipient with this key.
    #[must_use]
    pub fn recipient(&self, key: &str) -> Option<&Recipient> {
        self.recipients.iter().find(|recipient| recipient.key == key)
    }

    /// The act with this number, from the profile or the shipped statute book.
    #[must_use]
    pub fn act(&self, number: &str) -> Option<&Act> {
        self.acts
            .iter()
            .chain(shipped_acts())
            .find(|act| act.number == number)
    }

    /// The act that was in force on a day in the place of the one with this number: itself, or the one that replaced it,
    /// at any remove. Notices cite acts that were repealed since.
    #[must_use]
    pub fn act_on(&self, number: &str, day: Date) -> Option<&Act> {
        let mut act = self.act(number)?;
        // A chain of acts is short; a ring of them would be a mistake of the book.
        for _ in 0..8 {
            if act.in_force.holds_on(day) {
                return Some(act);
            }
            act = self.act(act.replaced_by.as_deref()?)?;
        }
        None
    }

    /// The default language of the register.
    #[must_use]
    pub fn default_language(&self) -> InterfaceLanguage {
        self.register
            .languages
            .first()
            .copied()
            .unwrap_or(InterfaceLanguage::Finnish)
    }
}
