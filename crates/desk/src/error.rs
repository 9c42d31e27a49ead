//! What can go wrong at the desk, in terms that a slice can answer.

/// A failure at the desk. None of them carries personal data, and `Display` is for the log, not for a page.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The person, or the thing asked for, does not exist for this visitor. Hidden and missing are the same.
    #[error("nothing here for this visitor")]
    Hidden,
    /// The person asked for their data to be frozen (GDPR 18). Said only to those who could see the person otherwise.
    #[error("processing of this person's data is restricted")]
    Restricted,
    /// The visitor's role does not include this, and saying so reveals nothing about anyone.
    #[error("the role does not include this")]
    Forbidden,
    /// The action asks for a fresh proof of identity first.
    #[error("a fresh sign-in is needed")]
    StepUp,
    /// Somebody else changed the same thing first.
    #[error("changed by somebody else meanwhile")]
    Conflict,
    /// The input cannot be accepted; the key names the text that says what to mend.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// Sealed data did not open: a wrong key, or somebody moved or changed it.
    #[error("sealed data did not open ({0})")]
    Seal(&'static str),
    /// A stored value was not of the expected form.
    #[error("stored value not understood: {0}")]
    Stored(&'static str),
    /// The database failed.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// A file failed.
    #[error("file: {0}")]
    File(#[from] std::io::Error),
    /// The store of documents does not answer, or refuses us. Nothing was half-done; it may answer later.
    #[error("away: {0}")]
    Away(String),
    /// Something that the operator has to mend.
    #[error("configuration: {0}")]
    Configuration(String),
}

impl From<serde_json::Error> for DeskError {
    fn from(_: serde_json::Error) -> Self {
        // The message of serde_json may quote the value, which may be someone's data.
        DeskError::Stored("JSON")
    }
}
