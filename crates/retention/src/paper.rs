//! Paper that goes with what is electronic (F1): the room that keeps the paper register hands in its folders.

use polku_desk::{SubjectId, Visit};
use polku_web::Answer;

pub use polku_casework::joining::{Doing, inventory};

/// A folder or a paper form of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperFolder {
    /// Whose.
    pub subject: SubjectId,
    /// How the folder is marked: a number or a word that names nobody.
    pub mark: String,
    /// Where it lies.
    pub place: String,
}

/// Where paper folders are known.
#[derive(Debug)]
pub struct PaperSource {
    /// The folders of these people that are not destroyed. Asked on a route that reads retention.
    pub folders: for<'a> fn(&'a Visit, people: &'a [SubjectId]) -> Doing<'a, Vec<PaperFolder>>,
}

inventory::collect!(PaperSource);

/// The folders of these people, from every source.
pub(crate) async fn folders(visit: &Visit, people: &[SubjectId]) -> Answer<Vec<PaperFolder>> {
    let mut folders = Vec::new();
    for source in inventory::iter::<PaperSource> {
        folders.extend((source.folders)(visit, people).await?);
    }
    Ok(folders)
}
