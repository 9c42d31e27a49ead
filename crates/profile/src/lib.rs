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
mod provision;
mod purposes;
mod reading;
mod recipients;
mod records;
mod requests;
mod retention;
mod roles;
mod services;
mod shipped;
mod sources;
mod text;

pub use capabilities::Capability;
pub use controller::{Controller, ControllerKind, Office, OfficeDuty, Share};
pub use dates::{Deadline, Validity};
pub use disclosure::{Disclosure, DisclosureGround, Opens};
pub use exchange::{Direction, Exchange};
pub use fields::{
    CodeList, Field, FieldFacts, FieldRefusal, FieldSet, Kind, Necessity, ProfileField, Refused, Section,
    SectionFields, Sensitivity, StatutoryClass, SubjectKind,
};
pub use law::{Act, Basis, Citation, Ground, SpecialGround, shipped_acts};
pub use notice::{Assumption, NoticeSection, NoticeTopic, Protection};
pub use practice::{AttendanceDefaults, Reminders, SecondFactor, SignIn, Transfers, WorkerShownAs};
pub use problem::{KeyPath, ProblemKey, ProfileProblem, Step};
pub use profile::{Colour, PaperMaterial, PeopleGroup, Profile, Register};
pub use provision::section_in;
pub use purposes::{DataForm, Purpose};
pub use recipients::{Adequacy, Processor, Recipient, RecipientKind, System};
pub use records::{Publicity, Record, RecordKind};
pub use requests::{RequestRoute, Requests, Supervisor};
pub use retention::{Afterwards, ClockStart, Keep, RetentionClass};
pub use roles::{Activity, Role};
pub use services::Service;
pub use sources::{Channel, Permission, Source, SourceKind};
pub use text::{Passage, Said, Text};
