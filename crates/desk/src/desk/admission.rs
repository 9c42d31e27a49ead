//! Taking somebody into the register.

use std::marker::PhantomData;

use tokio::sync::Mutex;

use super::{
    Alike, Granted, GrantedSet, Identity, Subject, Visit, Write,
    granted::{Ahead, Scope, Source},
};
use crate::{
    DeskError, Result, SubjectId,
    access::{Action, Basis, Condition, Resource, rules::conditions},
    database::Transaction,
    documents::{Owner, Reception},
    ids::ImportId,
    params,
};

const INSERT_SUBJECT: &str = "INSERT INTO subject (register, id, kind, created_at, staged_by, merged_into, beside) \
    VALUES (:register, :subject, :kind, :now, :staged_by, :beside, :beside)";

/// Somebody who comes in.
#[derive(Clone, Copy)]
pub(super) struct Arrival<'a> {
    pub(super) subject: SubjectId,
    pub(super) identity: &'a Identity,
    /// Whose record this is besides their own: rows of an import about somebody who is there already.
    pub(super) beside: Option<SubjectId>,
}

impl<'a> Arrival<'a> {
    /// People with records of their own.
    fn of(people: &[(SubjectId, &'a Identity)]) -> Vec<Self> {
        let arrival = |(subject, identity): &(SubjectId, &'a Identity)| Self {
            subject: *subject,
            identity,
            beside: None,
        };
        people.iter().map(arrival).collect()
    }
}

impl Visit {
    /// Takes one person in. The grant is for writing what else is known; nothing is there until it is committed. Whoever
    /// may be the same person, seen by the visitor or not, goes to the main user's list (A9).
    ///
    /// # Errors
    /// [`DeskError::Forbidden`] when the role takes nobody in.
    pub async fn admit<S: Subject>(&self, identity: &Identity) -> Result<Granted<'_, S, Write>> {
        let subject = SubjectId(self.new_id());
        let alike: Vec<Alike> = self.all_alike(identity).collect();
        let arrival = Arrival {
            subject,
            identity,
            beside: None,
        };
        let GrantedSet(granted) = self.admit_all::<S>(&[arrival], None).await?;
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
        self.admit_all::<S>(&Arrival::of(people), Some(import)).await
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
        let granted = self.admit_all::<S>(&Arrival::of(people), None).await?;
        for (subject, identity) in people {
            self.identity_changed(*subject, (*identity).clone());
        }
        Ok(granted)
    }

    /// Leave to take content in for somebody who is not there yet and has no name: whoever is in a photograph. It is there
    /// when [`admit_unnamed`](Self::admit_unnamed) is committed.
    ///
    /// # Errors
    /// [`DeskError::Forbidden`] when the role takes nobody in.
    pub async fn expect_unnamed(&self) -> Result<(SubjectId, Reception)> {
        self.admitted_resources()?;
        let subject = SubjectId(self.new_id());
        self.desk
            .ring
            .create_subjects(self.register(), &[subject], &*self.desk.entropy)
            .await?;
        let key = self.desk.ring.subject(self.register(), subject)?;
        let owner = Owner::Person(subject);
        Ok((subject, Reception::new(&self.desk, self.register(), owner, key)))
    }

    /// Takes in whom [`expect_unnamed`](Self::expect_unnamed) expects. Nobody finds them by a name.
    ///
    /// # Errors
    /// [`DeskError::Forbidden`] when the role takes nobody in; when somebody of that id is there.
    pub async fn admit_unnamed<S: Subject>(&self, subject: SubjectId) -> Result<Granted<'_, S, Write>> {
        let resources = self.admitted_resources()?;
        let mut transaction = self.desk.database.writer().await?;
        let row = params! {
            "register" => self.register(), "subject" => subject, "kind" => S::KIND, "now" => self.now(),
            "staged_by" => None::<ImportId>, "beside" => None::<SubjectId>,
        };
        transaction.execute(INSERT_SUBJECT, &row).await?;
        self.remember(&[subject]);
        Ok(Granted {
            visit: self,
            scope: Scope {
                primaries: vec![subject],
                covered: vec![subject],
                merged: Vec::new(),
                resources,
                basis: Basis::Intake,
            },
            source: Source::Writing(Mutex::new(transaction)),
            ahead: Ahead::default(),
            kind: PhantomData,
        })
    }

    /// Takes people in; those who are another's record are so from the beginning, if the visitor may write to that one.
    pub(super) async fn admit_all<S: Subject>(
        &self,
        arrivals: &[Arrival<'_>],
        staged_by: Option<ImportId>,
    ) -> Result<GrantedSet<'_, S, Write>> {
        let resources = self.admitted_resources()?;
        let subjects: Vec<SubjectId> = arrivals.iter().map(|arrival| arrival.subject).collect();
        // The keys come first: a key without a person harms no one, a person without a key cannot be.
        self.desk
            .ring
            .create_subjects(self.register(), &subjects, &*self.desk.entropy)
            .await?;
        let mut transaction = self.desk.database.writer().await?;
        let joined: Vec<(SubjectId, SubjectId)> = arrivals
            .iter()
            .filter_map(|arrival| Some((arrival.subject, arrival.beside?)))
            .collect();
        let kept: Vec<SubjectId> = joined.iter().map(|(_, kept)| *kept).collect();
        self.may_write::<S>(&mut transaction, &kept).await?;
        for arrival in arrivals {
            self.insert_subject::<S>(&mut transaction, arrival, staged_by)
                .await?;
        }
        self.remember(&subjects);
        let scope = Scope {
            primaries: subjects.clone(),
            covered: subjects,
            merged: joined,
            resources,
            basis: Basis::Intake,
        };
        let source = Source::Writing(Mutex::new(transaction));
        Ok(GrantedSet(Granted {
            visit: self,
            scope,
            source,
            ahead: Ahead::default(),
            kind: PhantomData,
        }))
    }

    pub(super) fn admitted_resources(&self) -> Result<Vec<Resource>> {
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
        arrival: &Arrival<'_>,
        staged_by: Option<ImportId>,
    ) -> Result<()> {
        let Arrival {
            subject,
            identity,
            beside,
        } = *arrival;
        let row = params! {
            "register" => self.register(), "subject" => subject, "kind" => S::KIND, "now" => self.now(),
            "staged_by" => staged_by, "beside" => beside,
        };
        transaction.put(INSERT_SUBJECT, row).await?;
        let id = self.new_id();
        let row = params! {
            "register" => self.register(), "subject" => subject, "id" => id, "version" => 1_i64,
            "sealed" => self.seal_record(subject, id, 1, identity)?,
        };
        transaction.put(super::granted::INSERT_IDENTITY.sql, row).await
    }
}
