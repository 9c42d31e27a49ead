//! What the index is told about a person.

use std::fmt;

use jiff::civil::Date;
use uuid::Uuid;
use zeroize::ZeroizeOnDrop;

/// A person of one register, as handed to the index. Its texts are cleared from memory when it is dropped.
///
/// One human being in two registers is two persons here; nothing connects them.
#[derive(Clone, ZeroizeOnDrop)]
pub struct Person {
    /// The register that the person belongs to.
    #[zeroize(skip)]
    pub register: i64,
    /// The person's id within the register.
    #[zeroize(skip)]
    pub id: Uuid,
    /// Last name as written.
    pub last_name: String,
    /// All first names as written, separated by spaces.
    pub first_names: String,
    /// Other names that find the person: a preferred first name, previous last names. Never displayed.
    pub other_names: Vec<String>,
    /// Date of birth, used only to judge likeness at intake.
    #[zeroize(skip)]
    pub birth_date: Option<Date>,
    /// Personal identity codes, the current one and earlier ones.
    pub codes: Vec<String>,
    /// Phone numbers, best in international form (`+358…`).
    pub phones: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
}

impl Person {
    /// A person of whom only the name is known yet; the other fields are set one by one.
    #[must_use]
    pub fn named(
        register: i64,
        id: Uuid,
        last_name: impl Into<String>,
        first_names: impl Into<String>,
    ) -> Self {
        Self {
            register,
            id,
            last_name: last_name.into(),
            first_names: first_names.into(),
            other_names: Vec::new(),
            birth_date: None,
            codes: Vec::new(),
            phones: Vec::new(),
            emails: Vec::new(),
        }
    }
}

/// Names and codes stay out of logs: only the register and the id are shown.
impl fmt::Debug for Person {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Person")
            .field("register", &self.register)
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}
