//! Opening people: the route is asked first, then the rules.

use std::marker::PhantomData;

use tokio::sync::Mutex;

use super::{Visit, deciding::decide_all};
use crate::{
    DeskError, Result, SubjectId,
    access::{Action, Ask, Resource},
    database::Transaction,
    desk::{
        Copy, Extract, Granted, GrantedSet, Looking, Operation, Read, Subject, Transfer, Write,
        granted::{Ahead, Scope, Source},
    },
};

impl Visit {
    /// Opens one person's data for looking.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is nobody of that id for this visitor; the denial is recorded.
    pub async fn open<S: Subject, O: Looking>(&self, subject: SubjectId) -> Result<Granted<'_, S, O>> {
        let scope = self.decide_on_snapshot::<S, O>(&[subject]).await?;
        Ok(Granted {
            visit: self,
            scope,
            source: Source::Snapshot,
            ahead: Ahead::default(),
            kind: PhantomData,
        })
    }

    /// Opens one person's data for a package for the archive: everything that is kept, also what the visitor's role may not
    /// look at. The log says that it was packed.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is nobody of that id for this visitor; the denial is recorded.
    pub async fn open_for_archive<S: Subject>(&self, subject: SubjectId) -> Result<Granted<'_, S, Read>> {
        let scope = self.decide_on_snapshot::<S, Transfer>(&[subject]).await?;
        Ok(Granted {
            visit: self,
            scope,
            source: Source::Snapshot,
            ahead: Ahead::default(),
            kind: PhantomData,
        })
    }

    /// Opens one person's data for a copy that goes to the person (GDPR 15, 20): everything that is kept, also what the
    /// visitor's role may not look at. The log says that it was copied.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is nobody of that id for this visitor; the denial is recorded.
    pub async fn open_copy<S: Subject>(&self, subject: SubjectId) -> Result<Granted<'_, S, Read>> {
        let scope = self.decide_on_snapshot::<S, Copy>(&[subject]).await?;
        Ok(Granted {
            visit: self,
            scope,
            source: Source::Snapshot,
            ahead: Ahead::default(),
            kind: PhantomData,
        })
    }

    /// Opens one person's data for a pseudonymised extract (C8): codes and days, never who they are. The log says that it was
    /// extracted, for secondary use.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is nobody of that id for this visitor; the denial is recorded.
    pub async fn open_extract<S: Subject>(&self, subject: SubjectId) -> Result<Granted<'_, S, Read>> {
        let scope = self.decide_on_snapshot::<S, Extract>(&[subject]).await?;
        Ok(Granted {
            visit: self,
            scope,
            source: Source::Snapshot,
            ahead: Ahead::default(),
            kind: PhantomData,
        })
    }

    /// Opens several people's data for looking: all or none.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when any of them is not there for this visitor.
    pub async fn open_set<S: Subject, O: Looking>(
        &self,
        subjects: &[SubjectId],
    ) -> Result<GrantedSet<'_, S, O>> {
        let scope = self.decide_on_snapshot::<S, O>(subjects).await?;
        Ok(GrantedSet(Granted {
            visit: self,
            scope,
            source: Source::Snapshot,
            ahead: Ahead::default(),
            kind: PhantomData,
        }))
    }

    /// Opens one person's data for changing. On SQLite nobody else writes until it is committed or dropped.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is nobody of that id for this visitor; the denial is recorded.
    pub async fn open_for_change<S: Subject>(&self, subject: SubjectId) -> Result<Granted<'_, S, Write>> {
        let (scope, transaction) = self.decide_for_change::<S>(&[subject]).await?;
        Ok(Granted {
            visit: self,
            scope,
            source: Source::Writing(Mutex::new(transaction)),
            ahead: Ahead::default(),
            kind: PhantomData,
        })
    }

    /// Opens several people's data for changing: all or none.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when any of them is not there for this visitor.
    pub async fn open_set_for_change<S: Subject>(
        &self,
        subjects: &[SubjectId],
    ) -> Result<GrantedSet<'_, S, Write>> {
        let (scope, transaction) = self.decide_for_change::<S>(subjects).await?;
        let source = Source::Writing(Mutex::new(transaction));
        Ok(GrantedSet(Granted {
            visit: self,
            scope,
            source,
            ahead: Ahead::default(),
            kind: PhantomData,
        }))
    }

    /// A route that says it reads cannot change; one that changes may read first. Of whoever is of a kind, it asks for what
    /// they can have: a page about a client and the photographs of them decides about each by their own data.
    fn check_route<S: Subject, O: Operation>(&self) -> Result<Vec<Resource>> {
        let (action, resources) = self
            .spec
            .touches
            .ok_or(DeskError::Stored("the route touches nobody"))?;
        let fits = action == O::ACTION
            || O::ACTION == Action::Read
            || (matches!(action, Action::Admit | Action::Destroy | Action::Transfer)
                && O::ACTION == Action::Write);
        if fits {
            let of_kind = |resource: &Resource| S::KIND.can_have(*resource);
            Ok(resources.iter().copied().filter(of_kind).collect())
        } else {
            Err(DeskError::Stored("the route does not say that it does this"))
        }
    }

    pub(crate) fn ask(&self, action: Action, resources: Vec<Resource>) -> Ask {
        Ask {
            role: self.visitor.role,
            action,
            resources,
            address: self.visitor.privileges.address,
            today: self.today,
            now: self.now,
        }
    }

    async fn decide_on_snapshot<S: Subject, O: Operation>(&self, subjects: &[SubjectId]) -> Result<Scope> {
        let ask = self.ask(O::ACTION, self.check_route::<S, O>()?);
        let mut guard = self.snapshot.lock().await;
        let snapshot = self.ensure_snapshot(&mut guard).await?;
        let (epoch, decided) = (
            snapshot.epoch,
            decide_all::<S>(&mut snapshot.transaction, &self.visitor, subjects, &ask).await?,
        );
        drop(guard);
        match decided {
            Ok(scope) => {
                if O::ACTION == Action::Read && self.has_written(&scope) {
                    self.remember(&scope.primaries);
                } else {
                    self.note_look(O::ACTION, &scope, epoch, ask);
                }
                Ok(scope)
            }
            Err((denied, denial)) => {
                self.note_denial(O::ACTION, denied, denial);
                Err(denial.told(self.visitor.role))
            }
        }
    }

    /// Whether the visitor may write to these people what the route is about.
    pub(in crate::desk) async fn may_write<S: Subject>(
        &self,
        transaction: &mut Transaction,
        subjects: &[SubjectId],
    ) -> Result<()> {
        if subjects.is_empty() {
            return Ok(());
        }
        let ask = self.ask(Action::Write, self.check_route::<S, Write>()?);
        match decide_all::<S>(transaction, &self.visitor, subjects, &ask).await? {
            Ok(_) => Ok(()),
            Err((denied, denial)) => {
                self.note_denial(Action::Write, denied, denial);
                Err(denial.told(self.visitor.role))
            }
        }
    }

    async fn decide_for_change<S: Subject>(&self, subjects: &[SubjectId]) -> Result<(Scope, Transaction)> {
        self.decide_for::<S, Write>(subjects).await
    }

    /// Decides in the very transaction in which something is then done.
    pub(crate) async fn decide_for<S: Subject, O: Operation>(
        &self,
        subjects: &[SubjectId],
    ) -> Result<(Scope, Transaction)> {
        let ask = self.ask(O::ACTION, self.check_route::<S, O>()?);
        let mut transaction = self.desk.database.writer().await?;
        match decide_all::<S>(&mut transaction, &self.visitor, subjects, &ask).await? {
            Ok(scope) => {
                self.remember(&scope.primaries);
                Ok((scope, transaction))
            }
            Err((denied, denial)) => {
                drop(transaction);
                self.note_denial(O::ACTION, denied, denial);
                Err(denial.told(self.visitor.role))
            }
        }
    }
}
