//! The whole ring as rows, for copies of it: wrapped keys stay wrapped by the root key.

use std::path::Path;

use sqlx::{AssertSqlSafe, Decode, Row as _, TypeInfo as _, ValueRef as _};

use super::{Key, KeyRing, RootKey, key_ring::of_installation};
use crate::{DeskError, Result, Value};

/// A table of the ring's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RingTable {
    pub(crate) name: String,
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Vec<Value>>,
}

const TABLES: &str = "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c \
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid";

impl KeyRing {
    /// Everything in the ring's file, as it is at one moment.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(crate) async fn tables(&self) -> Result<Vec<RingTable>> {
        let mut moment = self.pool.begin().await?;
        let mut tables: Vec<RingTable> = Vec::new();
        for row in sqlx::query(TABLES).fetch_all(&mut *moment).await? {
            let (table, column): (String, String) = (row.get(0), row.get(1));
            match tables.last_mut().filter(|last| last.name == table) {
                Some(last) => last.columns.push(column),
                None => tables.push(RingTable {
                    name: table,
                    columns: vec![column],
                    rows: Vec::new(),
                }),
            }
        }
        for table in &mut tables {
            let sql = format!("SELECT {} FROM \"{}\"", quoted(&table.columns), table.name);
            for row in sqlx::query(AssertSqlSafe(sql)).fetch_all(&mut *moment).await? {
                let values = (0..table.columns.len()).map(|place| value_at(&row, place));
                table.rows.push(values.collect::<Result<_>>()?);
            }
        }
        Ok(tables)
    }

    /// Makes a ring's file of a copy.
    ///
    /// # Errors
    /// [`DeskError::Configuration`] when the copy has what this program does not know, or is of another root key.
    pub(crate) async fn write_anew(path: &Path, root: RootKey, tables: &[RingTable]) -> Result<()> {
        let ring = Self::open(path, root.clone()).await?;
        let known = ring.tables().await?;
        let mut all = ring.pool.begin().await?;
        for table in tables {
            let is_known = known
                .iter()
                .any(|one| one.name == table.name && one.columns == table.columns);
            if !is_known {
                return Err(DeskError::Configuration(
                    "the copy of the key ring was made by another version of the program".into(),
                ));
            }
            let places = vec!["?"; table.columns.len()].join(", ");
            let sql = format!(
                "INSERT INTO \"{}\" ({}) VALUES ({places})",
                table.name,
                quoted(&table.columns)
            );
            for row in &table.rows {
                let mut query = sqlx::query(AssertSqlSafe(sql.clone()));
                for value in row.iter().cloned() {
                    query = match value {
                        Value::Integer(number) => query.bind(number),
                        Value::Text(text) => query.bind(text),
                        Value::Blob(bytes) => query.bind(bytes),
                    };
                }
                query.execute(&mut *all).await?;
            }
        }
        all.commit().await?;
        ring.shut().await;
        // Opened again, it proves that its keys are of this root key.
        Self::open(path, root).await?.shut().await;
        Ok(())
    }

    /// A key of the installation when it is there: a back-up's mark is not to be held against a key made just now.
    ///
    /// # Errors
    /// When the ring cannot be read.
    pub(crate) fn known_installation(&self, purpose: &str) -> Result<Option<Key>> {
        self.get(&of_installation(purpose))
    }
}

fn quoted(columns: &[String]) -> String {
    let quoted: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
    quoted.join(", ")
}

fn value_at(row: &sqlx::sqlite::SqliteRow, place: usize) -> Result<Value> {
    let raw = row.try_get_raw(place)?;
    let failed = |_| DeskError::Stored("key ring");
    if raw.is_null() {
        return Ok(Value::Blob(None));
    }
    Ok(match raw.type_info().name() {
        "INTEGER" => Value::Integer(Some(<i64 as Decode<sqlx::Sqlite>>::decode(raw).map_err(failed)?)),
        "TEXT" => Value::Text(Some(
            <String as Decode<sqlx::Sqlite>>::decode(raw).map_err(failed)?,
        )),
        _ => Value::Blob(Some(
            <Vec<u8> as Decode<sqlx::Sqlite>>::decode(raw).map_err(failed)?,
        )),
    })
}
