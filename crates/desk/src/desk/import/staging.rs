//! Rows of a run that is being staged: of those whom it takes in, and of those who are in the register already.

use std::marker::PhantomData;

use tokio::sync::Mutex;

use super::{
    super::{
        Granted, GrantedSet, Identity, Subject, Visit, Write,
        admission::Arrival,
        granted::{Ahead, Scope, Source},
    },
    run::ImportState,
};
use crate::{DeskError, Result, SubjectId, access::Basis, database::Transaction, ids::ImportId, params};

const STAGED: &str = "SELECT 1 AS one FROM subject s JOIN import_run r ON r.register = s.register AND r.id = s.staged_by \
    WHERE s.register = :register AND s.id = :subject AND s.staged_by = :run AND r.state = :staging AND r.account = :account";

impl Visit {
    /// Makes the keys of people who will be staged, so that the ring waits for the disk once for all of them and not once
    /// a batch. A key without a person harms no one.
    ///
    /// # Errors
    /// [`DeskError::Forbidden`] when the role takes nobody in.
    pub async fn make_keys_ahead(&self, subjects: &[SubjectId]) -> Result<()> {
        self.admitted_resources()?;
        let desk = &self.desk;
        desk.ring
            .create_subjects(self.register(), subjects, &*desk.entropy)
            .await
    }

    /// Leave to write more about people whom a run of the visitor's own has staged.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when any of them is not staged by this run.
    pub async fn reopen_staged<S: Subject>(
        &self,
        run: ImportId,
        subjects: &[SubjectId],
    ) -> Result<GrantedSet<'_, S, Write>> {
        let resources = self.admitted_resources()?;
        let mut transaction = self.desk.database.writer().await?;
        for subject in subjects {
            self.check_staged(&mut transaction, run, *subject).await?;
        }
        let scope = Scope {
            primaries: subjects.to_vec(),
            covered: subjects.to_vec(),
            merged: Vec::new(),
            resources,
            basis: Basis::Intake,
        };
        Ok(GrantedSet(Granted {
            visit: self,
            scope,
            source: Source::Writing(Mutex::new(transaction)),
            ahead: Ahead::default(),
            kind: PhantomData,
        }))
    }

    async fn check_staged(
        &self,
        transaction: &mut Transaction,
        run: ImportId,
        subject: SubjectId,
    ) -> Result<()> {
        let asked = params! {
            "register" => self.register(), "subject" => subject, "run" => run, "staging" => ImportState::Staging,
            "account" => self.account(),
        };
        transaction
            .fetch_one(STAGED, &asked)
            .await?
            .map(drop)
            .ok_or(DeskError::Hidden)
    }

    /// Leave to write rows of an import about people who are in the register. They are written beside the person's own
    /// record, as a merged one's are: there for no one until the run is published, and taken back as a whole. `beside`
    /// names for each person the id of that record.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when anyone is not there for this visitor.
    pub async fn stage_beside<S: Subject>(
        &self,
        run: ImportId,
        beside: &[(SubjectId, SubjectId)],
    ) -> Result<GrantedSet<'_, S, Write>> {
        let people: Vec<SubjectId> = beside.iter().map(|(person, _)| *person).collect();
        // Parted from the person later, the record still says whose it was.
        let identities: Vec<Identity> = people
            .iter()
            .map(|person| Identity {
                last_name: self
                    .desk
                    .lookup
                    .display(self.register(), *person)
                    .unwrap_or_default(),
                ..Identity::default()
            })
            .collect();
        let arrivals: Vec<Arrival<'_>> = beside
            .iter()
            .zip(&identities)
            .map(|((person, record), identity)| Arrival {
                subject: *record,
                identity,
                beside: Some(*person),
            })
            .collect();
        self.admit_all::<S>(&arrivals, Some(run)).await
    }
}
