//! How much there is of somebody: numbers by table, for a preview of what destroying would take.

use std::collections::BTreeMap;

use super::people::everyone;
use crate::{DeskError, Granted, Operation, Result, Subject, access::Resource, params};

/// How many rows there are of somebody in each table about people; tables without any are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holdings {
    /// Rows by table.
    pub rows: BTreeMap<String, u64>,
    /// How many records were joined with the person's own.
    pub joined: usize,
}

impl<S: Subject, O: Operation> Granted<'_, S, O> {
    /// Counts what there is of this person, in every table.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the grant is not about keeping and destroying.
    pub async fn holdings(&self) -> Result<Holdings> {
        if !self.may(Resource::Retention) {
            return Err(DeskError::Hidden);
        }
        let desk = self.visit.desk();
        let register = self.visit.register();
        // Not on the visit's snapshot: whoever asks sees what there is, also of records that an import has staged.
        let mut snapshot = desk.database.snapshot().await?;
        let people = everyone(&mut snapshot, register, self.subject()).await?;
        let mut holdings = Holdings {
            joined: people.len().saturating_sub(1),
            ..Holdings::default()
        };
        for table in desk.people_tables().await?.in_order() {
            for column in &table.names {
                let sql = format!(
                    "SELECT COUNT(*) AS number FROM {} WHERE register = :register AND {column} = :subject",
                    table.name
                );
                for subject in &people {
                    let whose = params! { "register" => register, "subject" => *subject };
                    let row = snapshot.fetch_one(&sql, &whose).await?;
                    let number: i64 = row.map_or(Ok(0), |row| row.get("number"))?;
                    if number > 0 {
                        *holdings.rows.entry(table.name.clone()).or_default() += number.unsigned_abs();
                    }
                }
            }
        }
        Ok(holdings)
    }
}
