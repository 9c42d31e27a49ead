//! A unit of work on either database.

use std::sync::Arc;

use futures::TryStreamExt as _;
use sqlx::{AssertSqlSafe, Either, Executor as _, PgConnection, Postgres, Sqlite, SqliteConnection};

use super::{
    Params, Row, Value,
    named::{join, number},
};
use crate::{DeskError, Result};

/// A transaction on SQLite or PostgreSQL. Dropped without [`Transaction::commit`], nothing of it happened.
pub struct Transaction {
    pub(super) inner: Inner,
    /// What is to be written no later than at the next statement.
    behind: Vec<(&'static str, Params)>,
}

pub(super) enum Inner {
    Sqlite(sqlx::Transaction<'static, Sqlite>),
    Postgres(sqlx::Transaction<'static, Postgres>),
}

/// What a statement is given.
type Given = [(&'static str, Value)];

/// As many statements at most go to SQLite together.
const TOGETHER: usize = 32;
/// So few rows are written in the order in which they came: one text for each kind of request.
const FEW: usize = 12;
/// As many rows at most wait in memory.
const MOST_BEHIND: usize = 8_000;

macro_rules! bound {
    ($sql:expr, $names:expr, $params:expr) => {{
        let mut query = sqlx::query(AssertSqlSafe(Arc::clone($sql)));
        for name in $names {
            query = bound!(@value query, name, $params);
        }
        query
    }};
    (@value $query:expr, $name:expr, $params:expr) => {
        match value_of($name, $params)? {
            Value::Integer(number) => $query.bind(*number),
            Value::Text(text) => $query.bind(text.clone()),
            Value::Blob(bytes) => $query.bind(bytes.clone()),
        }
    };
}

fn value_of<'a>(name: &str, params: &'a Given) -> Result<&'a Value> {
    params
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value)
        .ok_or(DeskError::Stored("a parameter is not given"))
}

impl Transaction {
    pub(super) const fn new(inner: Inner) -> Self {
        Self {
            inner,
            behind: Vec::new(),
        }
    }

    /// Writes a row whose outcome nobody waits for: with others, no later than at the next statement or the commit, whose
    /// failure then is this one's. Only for statements that insert, and that ask nothing of what they insert beside.
    pub(crate) async fn put(&mut self, sql: &'static str, params: Params) -> Result<()> {
        self.behind.push((sql, params));
        if self.behind.len() < MOST_BEHIND {
            return Ok(());
        }
        self.catch_up().await
    }

    /// Writes what is behind. Many rows go table by table, so that few texts are prepared however many kinds of rows
    /// there are; what they refer to is then checked at the commit.
    async fn catch_up(&mut self) -> Result<()> {
        if self.behind.is_empty() {
            return Ok(());
        }
        let behind = std::mem::take(&mut self.behind);
        let Inner::Sqlite(transaction) = &mut self.inner else {
            for (sql, params) in &behind {
                self.inner.execute(sql, params).await?;
            }
            return Ok(());
        };
        if let [(sql, params)] = behind.as_slice() {
            return self.inner.execute(sql, params).await.map(drop);
        }
        if behind.len() <= FEW {
            return together(transaction, &behind).await.map(drop);
        }
        let mut kinds: Vec<(&'static str, Vec<Params>)> = Vec::new();
        for (sql, params) in behind {
            match kinds.iter_mut().find(|(known, _)| *known == sql) {
                Some((_, rows)) => rows.push(params),
                None => kinds.push((sql, vec![params])),
            }
        }
        if kinds.len() > 1 {
            sqlx::query("PRAGMA defer_foreign_keys = ON")
                .execute(&mut **transaction)
                .await?;
        }
        for (sql, rows) in kinds {
            self.inner.execute_same(sql, &rows).await?;
        }
        Ok(())
    }

    /// Runs a statement and collects its rows.
    pub(crate) async fn fetch(&mut self, sql: &str, params: &Given) -> Result<Vec<Row>> {
        if let Inner::Sqlite(transaction) = &mut self.inner
            && (1..FEW).contains(&self.behind.len())
        {
            // What is behind goes with it.
            let behind = std::mem::take(&mut self.behind);
            let mut all: Vec<(&str, &Given)> =
                behind.iter().map(|(sql, given)| (*sql, given.as_ref())).collect();
            all.push((sql, params));
            let mut done = together(transaction, &all).await?;
            let (rows, _) = done.pop().unwrap_or_default();
            return Row::from_sqlite(&rows);
        }
        self.catch_up().await?;
        match &mut self.inner {
            Inner::Sqlite(transaction) => read_sqlite(transaction, sql, params).await,
            Inner::Postgres(transaction) => read_postgres(transaction, sql, params).await,
        }
    }

    /// Runs a statement that answers at most one row.
    pub(crate) async fn fetch_one(&mut self, sql: &str, params: &Given) -> Result<Option<Row>> {
        Ok(self.fetch(sql, params).await?.into_iter().next())
    }

    /// Runs a statement; answers how many rows it changed.
    pub(crate) async fn execute(&mut self, sql: &str, params: &Given) -> Result<u64> {
        self.catch_up().await?;
        self.inner.execute(sql, params).await
    }

    /// Runs several statements one after the other and collects the rows of each. SQLite's connection is a thread of its
    /// own, and going there and back takes longer than most statements do: they go there together.
    pub(crate) async fn fetch_each<P: AsRef<Given>>(&mut self, asked: &[(&str, P)]) -> Result<Vec<Vec<Row>>> {
        self.catch_up().await?;
        let mut all = Vec::with_capacity(asked.len());
        for some in asked.chunks(TOGETHER) {
            match (&mut self.inner, some) {
                (Inner::Sqlite(transaction), [_, _, ..]) => {
                    for (rows, _) in together(transaction, some).await? {
                        all.push(Row::from_sqlite(&rows)?);
                    }
                }
                _ => {
                    for (sql, params) in some {
                        all.push(self.fetch(sql, params.as_ref()).await?);
                    }
                }
            }
        }
        Ok(all)
    }

    /// Runs one statement with several parameters, as [`fetch_each`](Self::fetch_each) does, and collects the rows of each.
    pub(crate) async fn fetch_same<P: AsRef<Given>>(
        &mut self,
        sql: &str,
        asked: &[P],
    ) -> Result<Vec<Vec<Row>>> {
        let mut all = Vec::with_capacity(asked.len());
        for some in asked.chunks(TOGETHER) {
            let mut padded: Vec<(&str, &Given)> = some.iter().map(|params| (sql, params.as_ref())).collect();
            if matches!(self.inner, Inner::Sqlite(_)) {
                // Asked once more what was asked last: so there are few texts to prepare, whatever the number.
                let last = some[some.len() - 1].as_ref();
                padded.resize(some.len().next_power_of_two(), (sql, last));
            }
            let mut rows = self.fetch_each(&padded).await?;
            rows.truncate(some.len());
            all.append(&mut rows);
        }
        Ok(all)
    }

    /// Runs several statements one after the other, on SQLite together; answers how many rows each changed.
    pub(crate) async fn execute_each<P: AsRef<Given>>(
        &mut self,
        statements: &[(&str, P)],
    ) -> Result<Vec<u64>> {
        self.catch_up().await?;
        let mut changed = Vec::with_capacity(statements.len());
        for some in statements.chunks(TOGETHER) {
            match (&mut self.inner, some) {
                (Inner::Sqlite(transaction), [_, _, ..]) => {
                    let done = together(transaction, some).await?;
                    changed.extend(done.into_iter().map(|(_, changed)| changed));
                }
                _ => {
                    for (sql, params) in some {
                        changed.push(self.inner.execute(sql, params.as_ref()).await?);
                    }
                }
            }
        }
        Ok(changed)
    }

    /// Runs one statement with several parameters, on SQLite together; answers how many rows were changed.
    pub(crate) async fn execute_same<P: AsRef<Given>>(&mut self, sql: &str, each: &[P]) -> Result<u64> {
        self.catch_up().await?;
        self.inner.execute_same(sql, each).await
    }

    /// Runs several statements in one text, without parameters: migrations.
    pub(super) async fn run(&mut self, sql: String) -> Result<()> {
        match &mut self.inner {
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
    pub(crate) async fn commit(mut self) -> Result<()> {
        self.catch_up().await?;
        match self.inner {
            Inner::Sqlite(transaction) => transaction.commit().await?,
            Inner::Postgres(transaction) => transaction.commit().await?,
        }
        Ok(())
    }
}

impl Inner {
    async fn execute(&mut self, sql: &str, params: &Given) -> Result<u64> {
        let numbered = number(sql);
        Ok(match self {
            Self::Sqlite(transaction) => bound!(&numbered.sql, &numbered.names, params)
                .execute(&mut **transaction)
                .await
                .map_err(conflict)?
                .rows_affected(),
            Self::Postgres(transaction) => bound!(&numbered.sql, &numbered.names, params)
                .execute(&mut **transaction)
                .await
                .map_err(conflict)?
                .rows_affected(),
        })
    }

    async fn execute_same<P: AsRef<Given>>(&mut self, sql: &str, each: &[P]) -> Result<u64> {
        let mut changed = 0;
        let mut rest = each;
        while !rest.is_empty() {
            let most = rest.len().min(TOGETHER);
            // The largest power of two, so that few texts are prepared.
            let (some, others) = rest.split_at(1 << most.ilog2());
            rest = others;
            match (&mut *self, some) {
                (Self::Sqlite(transaction), [_, _, ..]) => {
                    let statements: Vec<(&str, &Given)> =
                        some.iter().map(|params| (sql, params.as_ref())).collect();
                    let done = together(transaction, &statements).await?;
                    changed += done.into_iter().map(|(_, changed)| changed).sum::<u64>();
                }
                _ => {
                    for params in some {
                        changed += self.execute(sql, params.as_ref()).await?;
                    }
                }
            }
        }
        Ok(changed)
    }
}

pub(super) async fn read_sqlite(
    connection: &mut SqliteConnection,
    sql: &str,
    params: &Given,
) -> Result<Vec<Row>> {
    let numbered = number(sql);
    let query = bound!(&numbered.sql, &numbered.names, params);
    Row::from_sqlite(&query.fetch_all(connection).await?)
}

pub(super) async fn read_postgres(
    connection: &mut PgConnection,
    sql: &str,
    params: &Given,
) -> Result<Vec<Row>> {
    let numbered = number(sql);
    let query = bound!(&numbered.sql, &numbered.names, params);
    Row::from_postgres(&query.fetch_all(connection).await?)
}

/// Rows and the number of changed rows, a pair for each statement.
async fn together<P: AsRef<Given>>(
    connection: &mut SqliteConnection,
    statements: &[(&str, P)],
) -> Result<Vec<(Vec<sqlx::sqlite::SqliteRow>, u64)>> {
    let joined = join(statements.iter().map(|(sql, _)| *sql));
    let mut query = sqlx::query(AssertSqlSafe(Arc::clone(&joined.sql)));
    for (names, (_, params)) in joined.names.iter().zip(statements) {
        for name in names {
            query = bound!(@value query, name, params.as_ref());
        }
    }
    let mut each = Vec::with_capacity(statements.len());
    let mut rows = Vec::new();
    let mut steps = connection.fetch_many(query);
    while let Some(step) = steps.try_next().await.map_err(conflict)? {
        match step {
            Either::Right(row) => rows.push(row),
            Either::Left(done) => each.push((std::mem::take(&mut rows), done.rows_affected())),
        }
    }
    Ok(each)
}

/// Two writers of the same key are a conflict of people, not a failure of the database.
fn conflict(error: sqlx::Error) -> DeskError {
    match &error {
        sqlx::Error::Database(inner) if inner.is_unique_violation() => DeskError::Conflict,
        _ => DeskError::Database(error),
    }
}
