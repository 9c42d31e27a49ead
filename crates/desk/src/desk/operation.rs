//! What a grant is for, as a type.

use crate::access::Action;

mod sealed {
    pub trait Sealed {}
}

/// An operation on a person's data. Sealed: a grant of one cannot be used as another.
pub trait Operation: sealed::Sealed + Send + Sync {
    /// What the rules and the log call it.
    const ACTION: Action;
}

/// An operation that leaves the data as it is: it works on the visit's snapshot.
pub trait Looking: Operation {}

macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}
        impl sealed::Sealed for $name {}
        impl Operation for $name {
            const ACTION: Action = Action::$name;
        }
    )+};
}

operations! {
    /// Looking.
    Read,
    /// Changing.
    Write,
    /// Taking out as a file.
    Export,
    /// Showing a protected address.
    Reveal,
    /// Destroying for good.
    Destroy,
    /// Packing for the archive.
    Transfer,
    /// Copying for the person themselves.
    Copy,
    /// Reading for a pseudonymised extract.
    Extract,
}

impl Looking for Read {}
impl Looking for Export {}
impl Looking for Reveal {}
impl Looking for Transfer {}
impl Looking for Copy {}
impl Looking for Extract {}
