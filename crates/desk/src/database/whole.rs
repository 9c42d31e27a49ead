//! All rows of all tables, read and written past the rest of the program: for back-ups alone.
//!
//! Both databases are made by one text of migrations and hold three kinds of values, so what was read from one can be
//! written to the other.

use futures::TryStreamExt as _;
use serde::{Deserialize, Serialize};
use sqlx::AssertSqlSafe;

use super::{Backend, Database, Row, Transaction, Value, transaction::Inner};
use crate::{DeskError, Result};

/// The table of the schema's own steps: it is written by making the schema anew.
const STEPS: &str = "migration";
/// As many values at most go into one statement.
const MOST_VALUES: usize = 900;

/// The three kinds of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum Kind {
    /// A whole number.
    Integer,
    /// Text.
    Text,
    /// Bytes.
    Blob,
}

/// A table with its columns, in one order for both databases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) columns: Vec<(String, Kind)>,
}

impl Table {
    fn column_list(&self) -> String {
        let quoted: Vec<String> = self
            .columns
            .iter()
            .map(|(name, _)| format!("\"{name}\""))
            .collect();
        quoted.join(", ")
    }
}

impl Database {
    /// Every table but that of the schema's steps, by name.
    ///
    /// # Errors
    /// When the catalogue cannot be read, or a column is of a kind that the other database would not have.
    pub(crate) async fn tables(&self) -> Result<Vec<Table>> {
        let mut tables: Vec<Table> = Vec::new();
        for column in self.columns().await? {
            let known = column.split_once('.').and_then(|(table, rest)| {
                let (name, kind) = rest.rsplit_once(' ')?;
                Some((table.to_owned(), name.to_owned(), kind_of(kind)?))
            });
            let (table, name, kind) = known.ok_or(DeskError::Stored("a column of another kind"))?;
            if table == STEPS {
                continue;
            }
            match tables.last_mut().filter(|last| last.name == table) {
                Some(last) => last.columns.push((name, kind)),
                None => tables.push(Table {
                    name: table,
                    columns: vec![(name, kind)],
                }),
            }
        }
        Ok(tables)
    }
}

fn kind_of(name: &str) -> Option<Kind> {
    match name {
        "INTEGER" => Some(Kind::Integer),
        "TEXT" => Some(Kind::Text),
        "BLOB" => Some(Kind::Blob),
        _ => None,
    }
}

impl Transaction {
    /// Hands over each row of a table as it comes, so that a large table needs little memory.
    ///
    /// # Errors
    /// When the database fails, or whoever takes the rows does.
    pub(crate) async fn each_row(
        &mut self,
        table: &Table,
        mut take: impl AsyncFnMut(Row) -> Result<()>,
    ) -> Result<()> {
        let sql = format!("SELECT {} FROM \"{}\"", table.column_list(), table.name);
        match &mut self.inner {
            Inner::Sqlite(transaction) => {
                let mut rows = sqlx::query(AssertSqlSafe(sql)).fetch(&mut **transaction);
                while let Some(row) = rows.try_next().await? {
                    take(only(Row::from_sqlite(std::slice::from_ref(&row))?)?).await?;
                }
            }
            Inner::Postgres(transaction) => {
                let mut rows = sqlx::query(AssertSqlSafe(sql)).fetch(&mut **transaction);
                while let Some(row) = rows.try_next().await? {
                    take(only(Row::from_postgres(std::slice::from_ref(&row))?)?).await?;
                }
            }
        }
        Ok(())
    }

    /// Writes rows of a table, their values in the order of its columns.
    ///
    /// # Errors
    /// When the database refuses them.
    pub(crate) async fn put_rows(&mut self, table: &Table, rows: &[Vec<Value>]) -> Result<()> {
        let together = (MOST_VALUES / table.columns.len().max(1)).max(1);
        for some in rows.chunks(together) {
            let sql = insertion(table, some.len());
            match &mut self.inner {
                Inner::Sqlite(transaction) => {
                    let mut query = sqlx::query(AssertSqlSafe(sql));
                    for value in some.iter().flatten().cloned() {
                        query = match value {
                            Value::Integer(number) => query.bind(number),
                            Value::Text(text) => query.bind(text),
                            Value::Blob(bytes) => query.bind(bytes),
                        };
                    }
                    query.execute(&mut **transaction).await?;
                }
                Inner::Postgres(transaction) => {
                    let mut query = sqlx::query(AssertSqlSafe(sql));
                    for value in some.iter().flatten().cloned() {
                        query = match value {
                            Value::Integer(number) => query.bind(number),
                            Value::Text(text) => query.bind(text),
                            Value::Blob(bytes) => query.bind(bytes),
                        };
                    }
                    query.execute(&mut **transaction).await?;
                }
            }
        }
        Ok(())
    }

    /// Lets rows come before those that they refer to. What must be called before the commit is answered: then, at the
    /// latest, the database checks all references.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn loosen_references(&mut self, backend: Backend) -> Result<Vec<String>> {
        if backend == Backend::Sqlite {
            self.run("PRAGMA defer_foreign_keys = ON".to_owned()).await?;
            return Ok(Vec::new());
        }
        let mut tighten = Vec::new();
        for row in self.fetch(REFERENCES, &[]).await? {
            let (table, name): (String, String) = (row.get("table_name")?, row.get("name")?);
            let definition: String = row.get("definition")?;
            self.run(format!("ALTER TABLE {table} DROP CONSTRAINT \"{name}\""))
                .await?;
            tighten.push(format!(
                "ALTER TABLE {table} ADD CONSTRAINT \"{name}\" {definition}"
            ));
        }
        Ok(tighten)
    }

    /// Holds the references again that were loosened.
    ///
    /// # Errors
    /// When a row refers to one that is not there.
    pub(crate) async fn tighten_references(&mut self, loosened: Vec<String>) -> Result<()> {
        for sql in loosened {
            self.run(sql).await?;
        }
        Ok(())
    }
}

const REFERENCES: &str = "SELECT CAST(CAST(conrelid AS regclass) AS TEXT) AS table_name, CAST(conname AS TEXT) AS name, \
    pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE contype = 'f' \
    AND connamespace = CAST(current_schema() AS regnamespace) ORDER BY 1, 2";

fn only(rows: Vec<Row>) -> Result<Row> {
    rows.into_iter().next().ok_or(DeskError::Stored("a row"))
}

fn insertion(table: &Table, rows: usize) -> String {
    let wide = table.columns.len();
    let row = |number: usize| {
        let places: Vec<String> = (1..=wide)
            .map(|column| format!("${}", number * wide + column))
            .collect();
        format!("({})", places.join(", "))
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    format!(
        "INSERT INTO \"{}\" ({}) VALUES {}",
        table.name,
        table.column_list(),
        rows.join(", ")
    )
}
