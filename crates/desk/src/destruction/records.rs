//! Destroying some records of a person, with all rows that belong to them; the person stays.

use std::collections::BTreeMap;

use serde_json::json;
use uuid::Uuid;

use super::{Destroyed, Order, PeopleTables, Tombstone, WhatLies, refuse_held};
use crate::{
    Desk, DeskError, RegisterId, Result, Subject, SubjectId, Visit,
    access::Action,
    audit::Outcome,
    database::{Params, Transaction},
    desk::{Destroy, raise_epoch},
    params,
};

/// As many rows as one statement names.
const TOGETHER: usize = 50;
/// What makes somebody known at all goes with the whole person only.
const NEVER_ALONE: [&str; 2] = ["subject", "identity"];

/// Records that are to go: whose, of which table, which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Whose: the person, or a record that was joined with theirs.
    pub owner: SubjectId,
    /// The table.
    pub table: String,
    /// The rows' ids.
    pub ids: Vec<Uuid>,
}

impl Visit {
    /// Destroys records of a person with everything that belongs to them: versions, parts, files. The person's key stays;
    /// the tombstone names the rows, so that a restore takes them away again.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is nobody of that id for this visitor or a record is somebody else's,
    /// [`DeskError::Refused`] under a legal hold, [`DeskError::Stored`] for a table that is not about people.
    pub async fn destroy_records<S: Subject>(
        &self,
        subject: SubjectId,
        chosen: &[Chosen],
        order: &Order<'_>,
    ) -> Result<Destroyed> {
        let (scope, mut transaction) = self.decide_for::<S, Destroy>(&[subject]).await?;
        let register = self.register();
        if chosen.iter().any(|chosen| !scope.covered.contains(&chosen.owner)) {
            return Err(DeskError::Hidden);
        }
        refuse_held(&mut transaction, register, &scope.covered, self.today()).await?;
        let (destroyed, content) = self
            .desk
            .delete_records(&mut transaction, register, chosen)
            .await?;
        for (statement, mut given) in (order.with)(&destroyed)? {
            given.push(("register", register.into()));
            transaction.execute(statement.sql, &given).await?;
        }
        for (statement, given) in &order.own {
            for owner in &scope.covered {
                let mut given = given.clone();
                given.extend(params! { "register" => register, "subject" => *owner });
                transaction.execute(statement.sql, &given).await?;
            }
        }
        let told = json!({ "what": order.what, "decision": order.decision, "rows": destroyed.rows });
        let record = self.record(
            Action::Destroy,
            scope.basis,
            Outcome::Allowed,
            scope.covered.clone(),
            told,
        );
        self.write_entry(&mut transaction, &record).await?;
        // As with people: once the tombstone is there, whatever fails ends destroyed.
        for stone in stones(register, chosen, (self.desk.clock.now(), order.decision)) {
            self.desk.ring.bury_records(&stone, &*self.desk.entropy).await?;
        }
        self.desk.remove_content(&content).await?;
        raise_epoch(&mut transaction, register).await?;
        transaction.commit().await?;
        Ok(destroyed)
    }
}

/// A tombstone for each owner.
fn stones(
    register: RegisterId,
    chosen: &[Chosen],
    (at, decision): (jiff::Timestamp, Uuid),
) -> Vec<Tombstone> {
    let mut by_owner: BTreeMap<SubjectId, BTreeMap<String, Vec<Uuid>>> = BTreeMap::new();
    for chosen in chosen {
        let tables = by_owner.entry(chosen.owner).or_default();
        tables
            .entry(chosen.table.clone())
            .or_default()
            .extend(&chosen.ids);
    }
    let stone = |(subject, tables)| Tombstone {
        register,
        subject,
        at,
        decision,
        what: WhatLies::Records(tables),
    };
    by_owner.into_iter().map(stone).collect()
}

impl Desk {
    /// Deletes records and what belongs to them; answers what went and where the content of documents lies.
    pub(super) async fn delete_records(
        &self,
        transaction: &mut Transaction,
        register: RegisterId,
        chosen: &[Chosen],
    ) -> Result<(Destroyed, Vec<String>)> {
        let tables = self.people_tables().await?;
        let (mut destroyed, mut content) = (Destroyed::default(), Vec::new());
        for chosen in chosen {
            if NEVER_ALONE.contains(&chosen.table.as_str()) {
                return Err(DeskError::Stored(
                    "what makes somebody known goes with the person",
                ));
            }
            let whose = (register, chosen.owner);
            for ids in chosen.ids.chunks(TOGETHER) {
                let first = Rows {
                    table: chosen.table.clone(),
                    column: "id".to_owned(),
                    ids: ids.to_vec(),
                };
                let rows = with_parts(transaction, tables, whose, first).await?;
                // What belongs to others goes before them.
                for rows in rows.iter().rev() {
                    if rows.table == "document_file" {
                        content.extend(addresses(transaction, whose, rows).await?);
                    }
                    let sql = format!("DELETE FROM {} WHERE {}", rows.table, rows.condition());
                    destroyed.count(&rows.table, transaction.execute(&sql, &rows.named(whose)).await?);
                }
            }
        }
        destroyed.documents = content.len();
        Ok((destroyed, content))
    }
}

/// Rows of a table by one of its columns.
struct Rows {
    table: String,
    column: String,
    ids: Vec<Uuid>,
}

/// The parameters that name rows.
const NAMES: [&str; TOGETHER] = [
    "row_0", "row_1", "row_2", "row_3", "row_4", "row_5", "row_6", "row_7", "row_8", "row_9", "row_10",
    "row_11", "row_12", "row_13", "row_14", "row_15", "row_16", "row_17", "row_18", "row_19", "row_20",
    "row_21", "row_22", "row_23", "row_24", "row_25", "row_26", "row_27", "row_28", "row_29", "row_30",
    "row_31", "row_32", "row_33", "row_34", "row_35", "row_36", "row_37", "row_38", "row_39", "row_40",
    "row_41", "row_42", "row_43", "row_44", "row_45", "row_46", "row_47", "row_48", "row_49",
];

impl Rows {
    /// The text stays the same however many rows there are, so that it is prepared once.
    fn condition(&self) -> String {
        let names: Vec<String> = NAMES.iter().map(|name| format!(":{name}")).collect();
        format!(
            "register = :register AND subject = :subject AND {} IN ({})",
            self.column,
            names.join(", ")
        )
    }

    fn named(&self, (register, subject): (RegisterId, SubjectId)) -> Params {
        let ids = self.ids.iter().copied().chain(std::iter::repeat(Uuid::nil()));
        let mut named: Params = NAMES
            .into_iter()
            .zip(ids)
            .map(|(name, id)| (name, id.into()))
            .collect();
        named.extend(params! { "register" => register, "subject" => subject });
        named
    }
}

/// Rows, and all rows that belong to them, the latter after the former.
async fn with_parts(
    transaction: &mut Transaction,
    tables: &PeopleTables,
    whose: (RegisterId, SubjectId),
    first: Rows,
) -> Result<Vec<Rows>> {
    tables
        .table(&first.table)
        .ok_or(DeskError::Stored("a table about nobody"))?;
    let mut found = vec![first];
    let mut at = 0;
    while at < found.len() {
        let mut further = Vec::new();
        for (part, column) in tables.parts_of(&found[at].table) {
            let by = Rows {
                table: part.name.clone(),
                column: column.to_owned(),
                ids: found[at].ids.clone(),
            };
            if !part.has_id {
                further.push(by);
                continue;
            }
            let sql = format!("SELECT id FROM {} WHERE {}", by.table, by.condition());
            let rows = transaction.fetch(&sql, &by.named(whose)).await?;
            let ids: Vec<Uuid> = rows.iter().map(|row| row.get("id")).collect::<Result<_>>()?;
            let in_parts = ids.chunks(TOGETHER);
            further.extend(in_parts.map(|ids| Rows {
                table: part.name.clone(),
                column: "id".to_owned(),
                ids: ids.to_vec(),
            }));
        }
        found.extend(further);
        at += 1;
    }
    Ok(found)
}

async fn addresses(
    transaction: &mut Transaction,
    whose: (RegisterId, SubjectId),
    files: &Rows,
) -> Result<Vec<String>> {
    let sql = format!("SELECT address FROM document_file WHERE {}", files.condition());
    let rows = transaction.fetch(&sql, &files.named(whose)).await?;
    rows.iter().map(|row| row.get("address")).collect()
}
