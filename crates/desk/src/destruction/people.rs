//! Destroying whole people: every row about them, their documents, their keys.

use serde_json::json;
use uuid::Uuid;

use super::{Destroyed, Order, PeopleTables, refuse_held};
use crate::{
    Desk, RegisterId, Result, Subject, SubjectId, Visit,
    access::Action,
    audit::Outcome,
    database::{Backend, Transaction},
    desk::{Destroy, raise_epoch},
    documents::OF_PERSON,
    lookup, params,
};

/// Everyone who turned out to be this person, at any depth.
const EVERYONE: &str = "WITH RECURSIVE known (id) AS (SELECT a.id FROM subject a WHERE a.register = :register AND a.id = :subject \
    UNION SELECT b.id FROM known k JOIN subject b ON b.register = :register AND b.merged_into = k.id) SELECT id FROM known";
/// Whoever points to somebody who goes stands alone again.
const PART: &str =
    "UPDATE subject SET merged_into = NULL WHERE register = :register AND merged_into = :subject";
/// What names somebody without being a row about them: work that waits, answers to requests, the file and the report of the
/// import that brought them.
const LEFTOVERS: [(&str, &str); 3] = [
    (
        "job",
        "DELETE FROM job WHERE register = :register AND target = :subject",
    ),
    (
        "idempotency",
        "DELETE FROM idempotency WHERE register = :register AND location LIKE :named",
    ),
    (
        "import_part",
        "DELETE FROM import_part WHERE register = :register AND run IN (SELECT s.staged_by FROM subject s \
         WHERE s.register = :register AND s.id = :subject AND s.staged_by IS NOT NULL)",
    ),
];

/// People on their way out: the rows are deleted in a transaction that is not committed.
pub(super) struct Going {
    desk: Desk,
    register: RegisterId,
    people: Vec<SubjectId>,
    pub(super) transaction: Transaction,
    pub(super) destroyed: Destroyed,
    content: Vec<String>,
}

impl Going {
    /// The first step: deletes every row about the people.
    pub(super) async fn begin(
        desk: &Desk,
        mut transaction: Transaction,
        register: RegisterId,
        people: Vec<SubjectId>,
    ) -> Result<Self> {
        let tables = desk.people_tables().await?;
        let mut destroyed = Destroyed {
            people: people.len(),
            ..Destroyed::default()
        };
        let mut content = Vec::new();
        for subject in &people {
            let whose = params! { "register" => register, "subject" => *subject };
            for row in transaction.fetch(OF_PERSON, &whose).await? {
                content.push(row.get("address")?);
            }
            let mut named = whose.clone();
            named.push(("named", format!("%{subject}%").into()));
            for (table, sql) in LEFTOVERS {
                destroyed.count(table, transaction.execute(sql, &named).await?);
            }
            transaction.execute(PART, &whose).await?;
        }
        destroyed.documents = content.len();
        delete_rows(&mut transaction, tables, register, &people, &mut destroyed).await?;
        Ok(Self {
            desk: desk.clone(),
            register,
            people,
            transaction,
            destroyed,
            content,
        })
    }

    /// The second step: tombstones are written and keys go. There is no way back from here.
    pub(super) async fn bury(&mut self, decision: Uuid) -> Result<()> {
        let at = self.desk.clock.now();
        let entropy = &*self.desk.entropy;
        self.desk
            .ring
            .bury(self.register, &self.people, (at, decision), entropy)
            .await
    }

    /// The third step: the content of documents is removed.
    pub(super) async fn remove_content(&mut self) -> Result<()> {
        self.desk.remove_content(&self.content).await
    }

    /// The fourth step: the deleted rows stay deleted.
    pub(super) async fn commit(mut self) -> Result<Destroyed> {
        raise_epoch(&mut self.transaction, self.register).await?;
        if self.desk.database.backend() == Backend::Postgres {
            // Other nodes take them out of their look-ups. The row itself is forgotten after a day.
            for subject in &self.people {
                lookup::announce(
                    &mut self.transaction,
                    &self.desk,
                    self.register,
                    Some(*subject),
                    None,
                )
                .await?;
            }
        }
        self.transaction.commit().await?;
        for subject in &self.people {
            self.desk.lookup.remove(self.register, *subject);
        }
        Ok(self.destroyed)
    }
}

async fn delete_rows(
    transaction: &mut Transaction,
    tables: &PeopleTables,
    register: RegisterId,
    people: &[SubjectId],
    destroyed: &mut Destroyed,
) -> Result<()> {
    for table in tables.in_order() {
        for column in &table.names {
            let sql = format!(
                "DELETE FROM {} WHERE register = :register AND {column} = :subject",
                table.name
            );
            for subject in people {
                let whose = params! { "register" => register, "subject" => *subject };
                destroyed.count(&table.name, transaction.execute(&sql, &whose).await?);
            }
        }
    }
    Ok(())
}

/// Everyone who turned out to be this person, with the person.
pub(super) async fn everyone(
    transaction: &mut Transaction,
    register: RegisterId,
    subject: SubjectId,
) -> Result<Vec<SubjectId>> {
    let asked = params! { "register" => register, "subject" => subject };
    let rows = transaction.fetch(EVERYONE, &asked).await?;
    rows.iter().map(|row| row.get("id")).collect()
}

impl Desk {
    /// The tables about people, as the database has them.
    pub(super) async fn people_tables(&self) -> Result<&PeopleTables> {
        self.people_tables
            .get_or_try_init(|| PeopleTables::read(&self.database))
            .await
    }

    /// The names of the tables about people, those that point to others first: for tests that hold rooms to them.
    ///
    /// # Errors
    /// When the catalogue cannot be read.
    pub async fn tables_about_people(&self) -> Result<Vec<String>> {
        let tables = self.people_tables().await?;
        Ok(tables.names().map(str::to_owned).collect())
    }

    /// The fifth step, once for however many people went: what was deleted is nowhere in the files any more.
    ///
    /// # Errors
    /// When another process holds the files all the while; it can be tried again.
    pub async fn scrub(&self) -> Result<()> {
        self.ring.scrub().await?;
        self.database.cut_log().await
    }
}

impl Visit {
    /// Destroys a person, with every record that was joined with theirs. The route says that it destroys.
    ///
    /// Nothing can be undone. The files are rewritten by [`Desk::scrub`], which is to be called when all are destroyed.
    ///
    /// # Errors
    /// [`DeskError::Hidden`](crate::DeskError::Hidden) when there is nobody of that id for this visitor,
    /// [`DeskError::Refused`](crate::DeskError::Refused) under a legal hold; then nothing happened. When it fails later, it
    /// is finished by calling it again or when the desk is opened.
    pub async fn destroy<S: Subject>(&self, subject: SubjectId, order: &Order<'_>) -> Result<Destroyed> {
        // The rule is asked in the transaction of the destruction: no right ends in between.
        let (scope, mut transaction) = self.decide_for::<S, Destroy>(&[subject]).await?;
        let register = self.register();
        let people = everyone(&mut transaction, register, scope.primaries[0]).await?;
        refuse_held(&mut transaction, register, &people, self.today()).await?;
        let mut going = Going::begin(&self.desk, transaction, register, people.clone()).await?;
        for (statement, mut given) in (order.with)(&going.destroyed)? {
            given.push(("register", register.into()));
            going.transaction.execute(statement.sql, &given).await?;
        }
        let told = json!({ "what": order.what, "decision": order.decision, "rows": going.destroyed.rows });
        let record = self.record(Action::Destroy, scope.basis, Outcome::Allowed, people, told);
        self.write_entry(&mut going.transaction, &record).await?;
        going.bury(order.decision).await?;
        going.remove_content().await?;
        going.commit().await
    }
}
