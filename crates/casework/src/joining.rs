//! Where other rooms join the coach's day: the client's page, the day, the jobs and the made-up lives.
//!
//! A slice of this room is called by name. A slice of a room that builds on this one cannot be, so it hands in a value. Parts of
//! a client's page are handed in by all:
//!
//! ```
//! use polku_casework::joining::{Chapter, ClientTab, Kept, inventory};
//! use polku_desk::access::Resource;
//!
//! inventory::submit! {
//!     ClientTab {
//!         chapter: Chapter::Service, order: 150, end: "/agreements", word: "agreements-title",
//!         resource: Resource::Service, kept: Kept::Always,
//!     }
//! }
//! ```
//!
//! Orders are by hundreds, so that there is room between: what has no reason for a place takes the end.

use futures::future::BoxFuture;
use polku_desk::{
    Client, Desk, Granted, Read, Visit, Visitor, Write,
    access::Resource,
    database::{OwnedStatement, Params},
    jobs::Job,
};
use polku_pages::{
    Markup,
    components::{Button, Fact},
};
use polku_profile::{Field, Profile, RecordKind};
use polku_web::{Answer, Reader};

pub use polku_desk::inventory;

pub use crate::today::Reminder;

/// Work that another room does when it is asked.
pub type Doing<'a, Done> = BoxFuture<'a, Answer<Done>>;

/// The parts of a client are many; those that belong together are a chapter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    /// What is done together.
    Coaching,
    /// In which service, how long, with whom, on what terms.
    Service,
    /// What is known and written, and papers.
    Data,
    /// What the client has agreed to and asked for, and who sees.
    Privacy,
}

/// Which registers have a part of a client (A2).
#[derive(Clone, Copy, Debug)]
pub enum Kept {
    /// Every one.
    Always,
    /// Those that keep at least one of these kinds of records.
    AsRecords(&'static [RecordKind]),
    /// Those that have at least one of these fields.
    InFields(&'static [Field]),
}

/// A part of a client that has an address of its own.
#[derive(Debug)]
pub struct ClientTab {
    /// Among which it is found.
    pub chapter: Chapter,
    /// Its place in its chapter.
    pub order: u16,
    /// The end of its address, after `/clients/{client}`.
    pub end: &'static str,
    /// The key of its word.
    pub word: &'static str,
    /// The data without which it does not exist.
    pub resource: Resource,
    /// Which registers have it.
    pub kept: Kept,
}

inventory::collect!(ClientTab);

/// A link of another room from the page on which a circle's attendance is marked.
#[derive(Debug)]
pub struct CircleLink {
    /// Its place among the links.
    pub order: u16,
    /// The key of its word.
    pub word: &'static str,
    /// Where it leads, from the circle's name in addresses and the open day.
    pub href: fn(&str, jiff::civil::Date) -> String,
}

inventory::collect!(CircleLink);

/// Something that another room shows on the client's page.
#[derive(Debug)]
pub enum Shown {
    /// A button of the heading.
    Action(Button),
    /// A fact of the situation now.
    Now(Fact),
    /// A section of the wide column.
    Wide(Markup),
    /// A section of the narrow column.
    Narrow(Markup),
}

/// What a room shows on the client's page; nothing where the role or the register lacks it.
#[derive(Debug)]
pub struct ClientPanel {
    /// Its place after the sections of this room.
    pub order: u16,
    /// Reads and shows.
    pub show: for<'a> fn(&'a Granted<'a, Client, Read>, &'a Reader) -> Doing<'a, Option<Shown>>,
}

inventory::collect!(ClientPanel);

/// What the sections of another room will ask for on the client's page, so that it is read together with all else.
#[derive(Debug)]
pub struct AskedAhead {
    /// Statements with their parameters, as they will be asked for.
    pub asked: fn(&Visit) -> Vec<(OwnedStatement, Params)>,
}

inventory::collect!(AskedAhead);

/// What falls due in another room, for the day's list: at most `most` of them, the earliest first.
#[derive(Debug)]
pub struct DueSource {
    /// Reads what the visitor has to see to.
    pub due: for<'a> fn(&'a Visit, most: i64) -> Doing<'a, Vec<Reminder>>,
}

inventory::collect!(DueSource);

/// What waits for those who lead the service or may do what a coach may not: signing, approving. Asked of everyone, so
/// the room itself looks at the visitor's role.
#[derive(Debug)]
pub struct DueForManagers {
    /// Reads what the visitor has to see to.
    pub due: for<'a> fn(&'a Visit, most: i64) -> Doing<'a, Vec<Reminder>>,
}

inventory::collect!(DueForManagers);

/// The work behind a kind of job.
#[derive(Debug)]
pub struct JobKind {
    /// What the job is called in the queue.
    pub kind: &'static str,
    /// Does it; it finishes the job itself.
    pub work: for<'a> fn(&'a Desk, &'a Job, Visitor) -> Doing<'a, ()>,
}

inventory::collect!(JobKind);

/// What another room adds to a made-up life, inside the write that takes the client in.
#[derive(Debug)]
pub struct MadeUpPart {
    /// Its place after what this room makes up.
    pub order: u16,
    /// Writes. `number` is the client's, from 0; `seed` gives dice of its own.
    pub write: for<'a> fn(
        &'a Granted<'a, Client, Write>,
        profile: &'a Profile,
        number: u32,
        seed: u64,
    ) -> Doing<'a, ()>,
}

inventory::collect!(MadeUpPart);

/// The parts of other rooms in their order.
pub(crate) fn in_order<Part: inventory::Collect>(order: impl Fn(&Part) -> u16) -> Vec<&'static Part> {
    let mut parts: Vec<&'static Part> = inventory::iter::<Part>.into_iter().collect();
    parts.sort_by_key(|part| order(part));
    parts
}
