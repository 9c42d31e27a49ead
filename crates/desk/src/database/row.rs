//! A row that has left the driver.

use sqlx::{Column as _, Decode, Row as _, TypeInfo as _, ValueRef as _};
use std::sync::Arc;

use super::{FromValue, Value};
use crate::{DeskError, Result};

/// One row of an answer, by column names.
#[derive(Debug, Clone)]
pub struct Row {
    names: Arc<[String]>,
    values: Vec<Value>,
}

impl Row {
    /// The value of a column.
    ///
    /// # Errors
    /// [`DeskError::Stored`] when there is no such column or its value is not of that type.
    pub fn get<T: FromValue>(&self, column: &'static str) -> Result<T> {
        let place = self
            .names
            .iter()
            .position(|name| name == column)
            .ok_or(DeskError::Stored(column))?;
        T::from_value(self.values[place].clone()).ok_or(DeskError::Stored(column))
    }

    /// A state stored by its name.
    ///
    /// # Errors
    /// [`DeskError::Stored`] when the name is unknown.
    pub fn state<T: std::str::FromStr>(&self, column: &'static str) -> Result<T> {
        self.get::<String>(column)?
            .parse()
            .map_err(|_| DeskError::Stored(column))
    }

    /// The values in order: for exports of whole tables.
    #[must_use]
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// The columns' names in order.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    fn collect<R>(rows: &[R], read: fn(&R, usize) -> Result<Value>) -> Result<Vec<Self>>
    where
        R: sqlx::Row,
    {
        let Some(first) = rows.first() else {
            return Ok(Vec::new());
        };
        let names: Arc<[String]> = first
            .columns()
            .iter()
            .map(|column| column.name().to_owned())
            .collect();
        rows.iter()
            .map(|row| {
                let values = (0..names.len())
                    .map(|place| read(row, place))
                    .collect::<Result<_>>()?;
                Ok(Self {
                    names: Arc::clone(&names),
                    values,
                })
            })
            .collect()
    }

    pub(super) fn from_sqlite(rows: &[sqlx::sqlite::SqliteRow]) -> Result<Vec<Self>> {
        Self::collect(rows, |row, place| {
            let raw = row.try_get_raw(place)?;
            let failed = |_| DeskError::Stored("column");
            // The type of an absent value is that of its column.
            if raw.is_null() {
                return Ok(Value::Integer(None));
            }
            Ok(match raw.type_info().name() {
                "INTEGER" => {
                    Value::Integer(Some(<i64 as Decode<sqlx::Sqlite>>::decode(raw).map_err(failed)?))
                }
                "TEXT" => Value::Text(Some(
                    <String as Decode<sqlx::Sqlite>>::decode(raw).map_err(failed)?,
                )),
                "BLOB" => Value::Blob(Some(
                    <Vec<u8> as Decode<sqlx::Sqlite>>::decode(raw).map_err(failed)?,
                )),
                _ => return Err(DeskError::Stored("column type")),
            })
        })
    }

    pub(super) fn from_postgres(rows: &[sqlx::postgres::PgRow]) -> Result<Vec<Self>> {
        Self::collect(rows, |row, place| {
            let raw = row.try_get_raw(place)?;
            let failed = |_| DeskError::Stored("column");
            if raw.is_null() {
                return Ok(Value::Integer(None));
            }
            Ok(match raw.type_info().name() {
                "INT8" => Value::Integer(Some(
                    <i64 as Decode<sqlx::Postgres>>::decode(raw).map_err(failed)?,
                )),
                "INT4" => Value::Integer(Some(
                    <i32 as Decode<sqlx::Postgres>>::decode(raw)
                        .map_err(failed)?
                        .into(),
                )),
                "BYTEA" => Value::Blob(Some(
                    <Vec<u8> as Decode<sqlx::Postgres>>::decode(raw).map_err(failed)?,
                )),
                "TEXT" | "VARCHAR" | "NAME" => Value::Text(Some(
                    <String as Decode<sqlx::Postgres>>::decode(raw).map_err(failed)?,
                )),
                _ => return Err(DeskError::Stored("column type")),
            })
        })
    }
}
