//! By what a row that came in is known again, so that the same file twice changes nothing.
//!
//! A mark is a keyed hash: without the key ring it says nothing of a number, a name or an entry, and cannot be guessed
//! either.

use std::collections::{HashMap, HashSet};

use super::super::Visit;
use crate::{
    Result, SubjectId, Value,
    access::{Action, Resource, filter_with_merged},
    account::keyed_hash,
};

/// A keyed hash of what a row is known by.
pub type ImportMark = [u8; 16];

/// How many marks or people are asked about in one statement.
const ASKED: usize = 50;

/// The parameters of such a statement: one text however many there are.
const NAMES: [&str; ASKED] = [
    "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10", "a11", "a12", "a13", "a14", "a15",
    "a16", "a17", "a18", "a19", "a20", "a21", "a22", "a23", "a24", "a25", "a26", "a27", "a28", "a29", "a30",
    "a31", "a32", "a33", "a34", "a35", "a36", "a37", "a38", "a39", "a40", "a41", "a42", "a43", "a44", "a45",
    "a46", "a47", "a48", "a49",
];

impl Visit {
    /// The marks of rows, each made of parts.
    ///
    /// # Errors
    /// When the key ring cannot be read.
    pub async fn import_marks(&self, rows: &[Vec<&[u8]>]) -> Result<Vec<ImportMark>> {
        let key = self
            .desk
            .ring
            .installation("import-origin", &*self.desk.entropy)
            .await?;
        let register = self.register().0.to_be_bytes();
        let mark = |parts: &Vec<&[u8]>| {
            let parts: Vec<&[u8]> = std::iter::once(&register[..])
                .chain(parts.iter().copied())
                .collect();
            let hash = keyed_hash(&key, &parts);
            let mut mark = ImportMark::default();
            mark.copy_from_slice(&hash[..16]);
            mark
        };
        Ok(rows.iter().map(mark).collect())
    }

    /// Whose the marks are, as far as an import has put them there and the visitor may see the person.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn marked(&self, marks: &[ImportMark]) -> Result<HashMap<ImportMark, SubjectId>> {
        let visible = filter_with_merged(self.role(), Action::Read, Resource::Import);
        let sql = format!(
            "SELECT o.mark, COALESCE(s.merged_into, s.id) AS subject FROM import_origin o JOIN subject s ON s.register = o.register \
             AND s.id = o.subject WHERE o.register = :register AND {visible} AND o.mark IN ({})",
            listed()
        );
        let mut found = HashMap::new();
        for some in marks.chunks(ASKED) {
            let asked = some.iter().map(|mark| Value::from(*mark));
            for row in self
                .snapshot_fetch(&sql, &self.bind_all(asked, Value::from([0_u8; 16])))
                .await?
            {
                found.insert(row.get("mark")?, row.get("subject")?);
            }
        }
        let shown: HashSet<SubjectId> = found.values().copied().collect();
        self.note_known(shown).await?;
        Ok(found)
    }

    /// Who among the visible people has each of these identity codes, now or earlier.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn holders_of_codes(&self, codes: &[&str]) -> Result<Vec<Option<SubjectId>>> {
        let sight = self.sight(Resource::Identity).await?;
        let register = self.register();
        let holder = |code: &&str| {
            let holders = self.desk.lookup.holders(register, code);
            holders.into_iter().find(|holder| sight.sees(*holder))
        };
        let found: Vec<Option<SubjectId>> = codes.iter().map(holder).collect();
        self.note_known(found.iter().flatten().copied().collect()).await?;
        Ok(found)
    }

    /// Who among the visible people has each of these names: everyone who may be meant.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn holders_of_names(&self, names: &[&str]) -> Result<Vec<Vec<SubjectId>>> {
        let sight = self.sight(Resource::Identity).await?;
        let register = self.register();
        let holders = |name: &&str| {
            let mut holders = self.desk.lookup.named(register, name);
            holders.retain(|holder| sight.sees(*holder));
            holders
        };
        let found: Vec<Vec<SubjectId>> = names.iter().map(holders).collect();
        self.note_known(found.iter().flatten().copied().collect()).await?;
        Ok(found)
    }

    /// One entry for all who were found to be known.
    async fn note_known(&self, shown: HashSet<SubjectId>) -> Result<()> {
        if !shown.is_empty() {
            let epoch = self.snapshot_epoch().await?;
            self.note_list(Action::Read, Resource::Identity, shown.into_iter(), epoch);
        }
        Ok(())
    }

    fn bind_all(&self, values: impl Iterator<Item = Value>, nobody: Value) -> crate::database::Params {
        let filled = values.chain(std::iter::repeat(nobody));
        self.bind_visitor(NAMES.into_iter().zip(filled).collect())
    }
}

fn listed() -> String {
    let names: Vec<String> = NAMES.iter().map(|name| format!(":{name}")).collect();
    names.join(", ")
}
