//! Entries in brief, for rooms that take them as evidence.

use jiff::civil::Date;
use polku_desk::{Client, Granted, Operation, Result, access::Resource};
use uuid::Uuid;

use super::store;

/// An entry by its day and its first words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glimpse {
    /// The entry.
    pub id: Uuid,
    /// The day that it tells of.
    pub dated: Date,
    /// Its first words.
    pub words: String,
}

/// The latest entries in brief; none where the role has no diary.
///
/// # Errors
/// When the database fails.
pub async fn glimpses<O: Operation>(
    grant: &Granted<'_, Client, O>,
    number: usize,
    letters: usize,
) -> Result<Vec<Glimpse>> {
    if !grant.may(Resource::Diary) {
        return Ok(Vec::new());
    }
    let entries = store::latest(grant, number).await?;
    let glimpse = |entry: super::Entry| {
        let says = entry.current.says;
        let mut words: String = says.wording.text.chars().take(letters).collect();
        if says.wording.text.chars().count() > letters {
            words.push('…');
        }
        Glimpse {
            id: entry.id,
            dated: says.dated,
            words,
        }
    };
    Ok(entries.into_iter().map(glimpse).collect())
}

/// Whether the client's diary holds an entry; not where the role has no diary.
///
/// # Errors
/// When the database fails.
pub async fn has_entry<O: Operation>(grant: &Granted<'_, Client, O>, entry: Uuid) -> Result<bool> {
    Ok(grant.may(Resource::Diary) && store::holds(grant, entry).await?)
}
