//! A register's configuration, read from `profiles/*.toml`: fields, purposes, bases, sources, recipients, deadlines,
//! retention, and what the privacy notice says.
//!
//! [`Profile::parse`] reads a profile and tells every problem in it; [`Profile::shipped`] gives the five that come
//! with the product. Everything here is pure: text in, facts out. `docs/profiles.md` explains every key.

mod capabilities;
mod checks;
mod controller;
mod dates;
mod disclosure;
mod exchange;
mod fields;
mod keyed;
mod law;
mod notice;
mod practice;
mod problem;
mod profile;
mod purposes;
mod reading;
mod records;
mod requests;
mod roles;
mod services;
mod shipped;
mod text;

pub use capabilities::Capability;
pub use controller::{Controller, ControllerKind, Office, OfficeDuty, Share};
pub use dates::{Deadline, Validity};
pub use disclosure::{Disclosure, DisclosureGround};
pub use exchange::{
    Adequacy, Channel, Direction, Exchange, Permission, Processor, Recipient, RecipientKind, Source,
    SourceKind, System,
};
pub use fields::{
    Field, FieldFacts, FieldRefusal, FieldSet, Kind, Necessity, ProfileField, Refused, Section,
    SectionFields, Sensitivity, StatutoryClass, SubjectKind,
};
pub use law::{Act, Basis, Citation, Ground, SpecialGround, shipped_acts};
pub use notice::{Assumption, NoticeSection, NoticeTopic, Protection};
pub use practice::{AttendanceDefaults, Reminders, SecondFactor, SignIn, Transfers, WorkerShownAs};
pub use problem::{KeyPath, ProblemKey, ProfileProblem, Step};
pub use profile::{Colour, PaperMaterial, PeopleGroup, Profile, Register};
pub use purposes::{DataForm, Purpose};
pub use records::{Afterwards, ClockStart, Keep, Publicity, Record, RecordKind, RetentionClass};
pub use requests::{RequestRoute, Requests, Supervisor};
pub use roles::{Activity, Role};
pub use services::{RelationshipBasis, Service};
pub use text::{Language, Passage, Said, Text};
