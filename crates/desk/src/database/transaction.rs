//! A unit of work on either database.

use sqlx::{AssertSqlSafe, Postgres, Sqlite};

use super::{Row, Value, named::number};
use crate::{DeskError, Result};

/// A transaction on SQLite or PostgreSQL. Dropped without [`Transaction::commit`], nothing of it happened.
pub struct Transaction(pub(super) Inner);

pub(super) enum Inner {
    Sqlite(sqlx::Transaction<'static, Sqlite>),
    Postgres(sqlx::Transaction<'static, Postgres>),
}

macro_rules! bound {
    ($sql:expr, $names:expr, $params:expr) => {{
        let mut query = sqlx::query(AssertSqlSafe($sql.clone()));
        for name in &$names {
            let value = $params
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, value)| value);
            query = match value.ok_or(DeskError::Stored("a parameter is not given"))? {
                Value::Integer(number) => query.bind(*number),
                Value::Text(text) => query.bind(text.clone()),
                Value::Blob(bytes) => query.bind(bytes.clone()),
            };
        }
        query
    }};
}

impl Transaction {
    /// Runs a statement and collects its rows.
    pub(crate) async fn fetch(&mut self, sql: &str, params: &[(&'static str, Value)]) -> Result<Vec<Row>> {
        let numbered = number(sql);
        match &mut self.0 {
            Inner::Sqlite(transaction) => {
                let rows = bound!(numbered.sql, numbered.names, params)
                    .fetch_all(&mut **transaction)
                    .await?;
                Row::from_sqlite(&rows)
            }
            Inner::Postgres(transaction) => {
                let rows = bound!(numbered.sql, numbered.names, params)
                    .fetch_all(&mut **transaction)
                    .await?;
                Row::from_postgres(&rows)
            }
        }
    }

    /// Runs a statement that answers at most one row.
    pub(crate) async fn fetch_one(
        &mut self,
        sql: &str,
        params: &[(&'static str, Value)],
    ) -> Result<Option<Row>> {
        Ok(self.fetch(sql, params).await?.into_iter().next())
    }

    /// Runs a statement; answers how many rows it changed.
    pub(crate) async fn execute(&mut self, sql: &str, params: &[(&'static str, Value)]) -> Result<u64> {
        let numbered = number(sql);
        Ok(match &mut self.0 {
            Inner::Sqlite(transaction) => bound!(numbered.sql, numbered.names, params)
                .execute(&mut **transaction)
                .await
                .map_err(conflict)?
                .rows_affected(),
            Inner::Postgres(transaction) => bound!(numbered.sql, numbered.names, params)
                .execute(&mut **transaction)
                .await
                .map_err(conflict)?
                .rows_affected(),
        })
    }

    /// Runs several statements in one text, without parameters: migrations.
    pub(super) async fn run(&mut self, sql: String) -> Result<()> {
        match &mut self.0 {
            Inner::Sqlite(transaction) => {
                sqlx::raw_sql(AssertSqlSafe(sql))
                    .execute(&mut **transaction)
                    .await?;
            }
            Inner::Postgres(transaction) => {
                sqlx::raw_sql(AssertSqlSafe(sql))
                    .execute(&mut **transaction)
                    .await?;
            }
        }
        Ok(())
    }

    /// Makes it durable.
    pub(crate) async fn commit(self) -> Result<()> {
        match self.0 {
            Inner::Sqlite(transaction) => transaction.commit().await?,
            Inner::Postgres(transaction) => transaction.commit().await?,
        }
        Ok(())
    }
}

/// Two writers of the same key are a conflict of people, not a failure of the database.
fn conflict(error: sqlx::Error) -> DeskError {
    match &error {
        sqlx::Error::Database(inner) if inner.is_unique_violation() => DeskError::Conflict,
        _ => DeskError::Database(error),
    }
}
