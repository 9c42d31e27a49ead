//! Anyone whose data is held.

use crate::access::Resource;

mod sealed {
    pub trait Sealed {}
}

crate::named_states! {
    /// What somebody is to the register.
    pub enum SubjectKind {
        /// A client of the service.
        Client = "client",
        /// The contact person of an employer.
        EmployerContact = "employer-contact",
        /// Somebody enrolled as a visitor.
        Visitor = "visitor",
        /// Whoever is in a photograph: the picture is sealed as theirs together, and goes with its key.
        PhotographedPerson = "photographed-person",
    }
}

impl SubjectKind {
    /// Whether somebody of this kind can have such data: a photograph is held like a person, and has nothing but itself.
    pub(crate) const fn can_have(self, resource: Resource) -> bool {
        matches!(self, Self::PhotographedPerson) == matches!(resource, Resource::Photos)
    }
}

/// A kind of people. Sealed: a new kind is a decision of this crate.
pub trait Subject: sealed::Sealed + Send + Sync {
    /// Which kind.
    const KIND: SubjectKind;
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident => $kind:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}
        impl sealed::Sealed for $name {}
        impl Subject for $name {
            const KIND: SubjectKind = SubjectKind::$kind;
        }
    )+};
}

kinds! {
    /// A client.
    Client => Client,
    /// An employer's contact person.
    EmployerContact => EmployerContact,
    /// An enrolled visitor.
    EnrolledVisitor => Visitor,
    /// Somebody in a photo.
    PhotographedPerson => PhotographedPerson,
}
