//! Who may be the same person: told to the one who asks as far as they may see, and to the main user in full (A8, A9).

use super::{Identity, Visit};
use crate::{
    Result, SubjectId,
    access::{Action, Resource},
    database::Transaction,
    lookup::Likeness,
    params,
};

/// So many at most are noted about one person, the strongest first.
const NOTED: usize = 20;

const INSERT: &str = "INSERT INTO duplicate_suspicion (register, id, subject, other, likeness, state, found_at) \
    VALUES (:register, :id, :subject, :other, :likeness, 'open', :now) ON CONFLICT (register, subject, other) DO NOTHING";

/// Somebody who may be the person in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alike {
    /// Who.
    pub subject: SubjectId,
    /// Why.
    pub likeness: Likeness,
}

impl Visit {
    /// Who may be this newcomer, among those whom the visitor may see; entered as shown. Somebody hidden answers as
    /// nobody: [`Visit::admit`] tells the main user.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn alike(&self, newcomer: &Identity) -> Result<Vec<Alike>> {
        let epoch = self.snapshot_epoch().await?;
        let sight = self.sight(Resource::Identity).await?;
        let alike: Vec<Alike> = self
            .all_alike(newcomer)
            .filter(|alike| sight.sees(alike.subject))
            .collect();
        let shown = alike.iter().map(|alike| alike.subject);
        self.note_list(Action::Read, Resource::Identity, shown, epoch);
        Ok(alike)
    }

    /// Everyone who may be this person, seen by the visitor or not. Never leaves this crate.
    pub(super) fn all_alike(&self, identity: &Identity) -> impl Iterator<Item = Alike> {
        let similar = self.desk.lookup.similar(self.register(), identity);
        similar
            .into_iter()
            .map(|(subject, likeness)| Alike { subject, likeness })
    }

    /// Puts on the main user's list whom a person may be. It counts when the transaction commits.
    pub(super) async fn note_suspicions(
        &self,
        transaction: &mut Transaction,
        subject: SubjectId,
        alike: &[Alike],
    ) -> Result<()> {
        for alike in alike.iter().filter(|alike| alike.subject != subject).take(NOTED) {
            let row = params! {
                "register" => self.register(), "id" => self.new_id(), "subject" => subject, "other" => alike.subject,
                "likeness" => alike.likeness, "now" => self.now(),
            };
            transaction.execute(INSERT, &row).await?;
        }
        Ok(())
    }
}
