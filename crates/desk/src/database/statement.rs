//! SQL texts that know what they reach.
//!
//! An [`OwnedStatement`] touches one person's rows and runs only through a grant, which binds `:subject`. A
//! [`ListStatement`] shows rows of many people and carries `{visible}` (or `{visible_with_merged}`, which lets rows of
//! merged records in too), which the desk fills from the rules. A
//! [`SharedStatement`] touches no person's data. The macro [`statements!`](crate::statements) makes them and enters
//! each in the list that the meta-tests walk.

use crate::access::Resource;

/// What a statement may reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// One person's rows of one kind.
    Owned(Resource),
    /// Rows of many people of one kind, filtered by the rules.
    Listed(Resource),
    /// No person's rows.
    Shared,
}

/// An entry in the list of all statements.
#[derive(Debug)]
pub struct StatementRecord {
    /// Module and constant.
    pub name: &'static str,
    /// The text, with `:names` and perhaps `{visible}` or `{visible_with_merged}`.
    pub sql: &'static str,
    /// What it may reach.
    pub reach: Reach,
}

inventory::collect!(StatementRecord);

/// Every statement of the program.
pub fn all_statements() -> impl Iterator<Item = &'static StatementRecord> {
    inventory::iter::<StatementRecord>.into_iter()
}

/// SQL on one person's rows.
#[derive(Debug, Clone, Copy)]
pub struct OwnedStatement {
    pub(crate) sql: &'static str,
    pub(crate) resource: Resource,
}

impl OwnedStatement {
    /// Refuses, while compiling, a text that is not bound to a register and a person.
    #[must_use]
    pub const fn new(sql: &'static str, resource: Resource) -> Self {
        assert!(contains(sql, ":register"), "an owned statement binds :register");
        assert!(contains(sql, ":subject"), "an owned statement binds :subject");
        Self { sql, resource }
    }
}

/// SQL that lists rows of the people that the visitor may see; the person's table is joined as `s`.
#[derive(Debug, Clone, Copy)]
pub struct ListStatement {
    pub(crate) sql: &'static str,
    pub(crate) resource: Resource,
}

impl ListStatement {
    /// Refuses, while compiling, a text without the rules' filter.
    #[must_use]
    pub const fn new(sql: &'static str, resource: Resource) -> Self {
        assert!(contains(sql, ":register"), "a list binds :register");
        assert!(
            contains(sql, "{visible}") || contains(sql, "{visible_with_merged}"),
            "a list carries the filter"
        );
        assert!(contains(sql, "subject s"), "a list joins `subject s`");
        Self { sql, resource }
    }

    /// Whether rows of merged records are listed with the person who stayed.
    pub(crate) const fn shows_merged(self) -> bool {
        contains(self.sql, "{visible_with_merged}")
    }
}

/// SQL on tables that hold no person's data.
#[derive(Debug, Clone, Copy)]
pub struct SharedStatement {
    pub(crate) sql: &'static str,
}

impl SharedStatement {
    /// Refuses, while compiling, a text without a register: every table's key starts with it.
    #[must_use]
    pub const fn new(sql: &'static str) -> Self {
        assert!(contains(sql, ":register"), "a shared statement binds :register");
        Self { sql }
    }
}

const fn contains(text: &str, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let mut start = 0;
    while start + part.len() <= text.len() {
        let mut matched = 0;
        while matched < part.len() && text[start + matched] == part[matched] {
            matched += 1;
        }
        if matched == part.len() {
            return true;
        }
        start += 1;
    }
    false
}

/// Declares SQL constants: `statements! { owned(Diary) LATEST = "…"; listed(Tasks) DUE = "…"; shared PLACES = "…"; }`
#[macro_export]
macro_rules! statements {
    ($($(#[$doc:meta])* $reach:ident $(($resource:ident))? $name:ident = $sql:expr;)+) => {$(
        $crate::statements!(@constant [$(#[$doc])*] $reach $(($resource))? $name $sql);
        $crate::inventory::submit! {
            $crate::database::StatementRecord {
                name: concat!(module_path!(), "::", stringify!($name)),
                sql: $sql,
                reach: $crate::statements!(@reach $reach $(($resource))?),
            }
        }
    )+};
    (@constant [$($doc:tt)*] owned($resource:ident) $name:ident $sql:expr) => {
        $($doc)*
        pub(crate) const $name: $crate::database::OwnedStatement =
            $crate::database::OwnedStatement::new($sql, $crate::access::Resource::$resource);
    };
    (@constant [$($doc:tt)*] listed($resource:ident) $name:ident $sql:expr) => {
        $($doc)*
        pub(crate) const $name: $crate::database::ListStatement =
            $crate::database::ListStatement::new($sql, $crate::access::Resource::$resource);
    };
    (@constant [$($doc:tt)*] shared $name:ident $sql:expr) => {
        $($doc)*
        pub(crate) const $name: $crate::database::SharedStatement = $crate::database::SharedStatement::new($sql);
    };
    (@reach owned($resource:ident)) => { $crate::database::Reach::Owned($crate::access::Resource::$resource) };
    (@reach listed($resource:ident)) => { $crate::database::Reach::Listed($crate::access::Resource::$resource) };
    (@reach shared) => { $crate::database::Reach::Shared };
}
