//! Taking somebody into the register.

use std::marker::PhantomData;

use tokio::sync::Mutex;

use super::{
    Alike, Granted, GrantedSet, Identity, Subject, Visit, Write,
    granted::{Scope, Source},
};
use crate::{
    DeskError, Result, SubjectId,
    access::{Action, Basis, Condition, Resource, rules::conditions},
    database::Transaction,
    ids::ImportId,
    params,
};

impl Visit {
    /// Takes one person in. The grant is for writing what else is known; nothing is there until it is committed. Whoever
    /// may be the same person, seen by the visitor or not, goes to the main user's list (A9).
    ///
    /// # Errors
    /// [`DeskError::Forbidden`] when the role takes nobody in.
    pub async fn admit<S: Subject>(&self, identity: &Identity) -> Result<Granted<'_, S, Write>> {
        let subject = SubjectId(self.new_id());
        let alike: Vec<Alike> = self.all_alike(identity).collect();
        let GrantedSet(granted) = self.admit_all::<S>(&[(subject, identity)], None).await?;
        self.note_suspicions(&mut *granted.transaction().lock().await, subject, &alike)
            .await?;
        self.identity_changed(subject, identity.clone());
        Ok(granted)
    }

    /// Takes many in as part of an import; they are there for no one until the import is published.
    ///
    /// # Errors
    /// [`DeskError::Forbidden`] when the role takes nobody in.
    pub async fn admit_staged<S: Subject>(
        &self,
        import: ImportId,
        people: &[(SubjectId, &Identity)],
    ) -> Result<GrantedSet<'_, S, Write>> {
        self.admit_all::<S>(people, Some(import)).await
    }

    /// Takes many in at once, all or none. Who may be the same person is not looked for: for people of whom that is known,
    /// such as made-up ones.
    ///
    /// # Errors
    /// [`DeskError::Forbidden`] when the role takes nobody in.
    pub async fn admit_many<S: Subject>(
        &self,
        people: &[(SubjectId, &Identity)],
    ) -> Result<GrantedSet<'_, S, Write>> {
        let granted = self.admit_all::<S>(people, None).await?;
        for (subject, identity) in people {
            self.identity_changed(*subject, (*identity).clone());
        }
        Ok(granted)
    }

    async fn admit_all<S: Subject>(
        &self,
        people: &[(SubjectId, &Identity)],
        staged_by: Option<ImportId>,
    ) -> Result<GrantedSet<'_, S, Write>> {
        let resources = self.admitted_resources()?;
        let subjects: Vec<SubjectId> = people.iter().map(|(subject, _)| *subject).collect();
        // The keys come first: a key without a person harms no one, a person without a key cannot be.
        self.desk
            .ring
            .create_subjects(self.register(), &subjects, &*self.desk.entropy)
            .await?;
        let mut transaction = self.desk.database.writer().await?;
        for (subject, identity) in people {
            self.insert_subject::<S>(&mut transaction, *subject, identity, staged_by)
                .await?;
        }
        self.remember(&subjects);
        let scope = Scope {
            primaries: subjects.clone(),
            covered: subjects,
            merged: Vec::new(),
            resources,
            basis: Basis::Intake,
        };
        let source = Source::Writing(Mutex::new(transaction));
        Ok(GrantedSet(Granted {
            visit: self,
            scope,
            source,
            kind: PhantomData,
        }))
    }

    fn admitted_resources(&self) -> Result<Vec<Resource>> {
        let (action, resources) = self.spec.touches.ok_or(DeskError::Forbidden)?;
        let may = |resource: &Resource| {
            conditions(self.role(), Action::Admit, *resource)
                .any(|condition| condition == Condition::SameRegister)
        };
        let resources: Vec<Resource> = resources.iter().copied().filter(may).collect();
        if action != Action::Admit || resources.is_empty() {
            Err(DeskError::Forbidden)
        } else {
            Ok(resources)
        }
    }

    async fn insert_subject<S: Subject>(
        &self,
        transaction: &mut Transaction,
        subject: SubjectId,
        identity: &Identity,
        staged_by: Option<ImportId>,
    ) -> Result<()> {
        let row = params! {
            "register" => self.register(), "subject" => subject, "kind" => S::KIND, "now" => self.now(),
            "staged_by" => staged_by,
        };
        transaction
            .execute(
                "INSERT INTO subject (register, id, kind, created_at, staged_by) VALUES (:register, :subject, :kind, :now, :staged_by)",
                &row,
            )
            .await?;
        let id = self.new_id();
        let row = params! {
            "register" => self.register(), "subject" => subject, "id" => id, "version" => 1_i64,
            "sealed" => self.seal_record(subject, id, 1, identity)?,
        };
        transaction
            .execute(super::granted::INSERT_IDENTITY.sql, &row)
            .await
            .map(drop)
    }
}
