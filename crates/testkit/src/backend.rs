//! Each story on each of the two databases.

use std::sync::atomic::{AtomicU64, Ordering};

use sqlx::{AssertSqlSafe, Connection as _};

use crate::{TestApp, shelf};

/// Which database a story runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// The embedded one.
    Sqlite,
    /// The one for several nodes.
    Postgres,
}

static SCHEMAS: AtomicU64 = AtomicU64::new(0);

/// Tells a story on SQLite, and on PostgreSQL when `POLKU_TEST_POSTGRES` holds its URL (`cargo xtask test` sets it), in
/// a schema of its own.
///
/// # Panics
/// When the story does, or when a database cannot be had.
pub async fn for_each_backend<F>(story: impl Fn(TestApp) -> F)
where
    F: Future<Output = ()>,
{
    on_sqlite(&story).await;
    match std::env::var("POLKU_TEST_POSTGRES") {
        Ok(server) => on_postgres(&server, &story).await,
        Err(_) => note_that_postgres_is_missing(),
    }
}

/// Tells a story on SQLite only: for what does not touch the database's own ways.
///
/// # Panics
/// When the story does.
pub async fn on_sqlite<F>(story: impl Fn(TestApp) -> F)
where
    F: Future<Output = ()>,
{
    let folder = tempfile::tempdir().expect("a folder for a test");
    let url = format!("sqlite:{}", folder.path().join("polku.db").display());
    story(TestApp::open(folder.path(), &url, Backend::Sqlite).await).await;
}

/// Tells a story with documents in a folder, and in a bucket when `POLKU_TEST_S3` names a store (`cargo xtask test` sets
/// it).
///
/// # Panics
/// When the story does, or when a store cannot be had.
pub async fn in_each_store<F>(story: impl Fn(TestApp) -> F)
where
    F: Future<Output = ()>,
{
    on_sqlite(&story).await;
    in_bucket(&story).await;
}

/// Tells a story with documents in a bucket only: of the line to it.
///
/// # Panics
/// When the story does, or when the store cannot be had.
pub async fn in_bucket<F>(story: impl Fn(TestApp) -> F)
where
    F: Future<Output = ()>,
{
    let folder = tempfile::tempdir().expect("a folder for a test");
    let url = format!("sqlite:{}", folder.path().join("polku.db").display());
    match shelf::in_bucket(folder.path()).await {
        None => note_that_s3_is_missing(),
        Some((shelf, bucket)) => {
            story(TestApp::open_with(folder.path(), &url, Backend::Sqlite, Some((shelf, bucket))).await)
                .await;
        }
    }
}

#[expect(clippy::print_stderr, reason = "a half that was not run is told")]
fn note_that_s3_is_missing() {
    eprintln!("POLKU_TEST_S3 is not set: this test was not run with a bucket");
}

#[expect(clippy::print_stderr, reason = "a half that was not run is told")]
fn note_that_postgres_is_missing() {
    eprintln!("POLKU_TEST_POSTGRES is not set: this test was not run on PostgreSQL");
}

async fn on_postgres<F>(server: &str, story: impl Fn(TestApp) -> F)
where
    F: Future<Output = ()>,
{
    let schema = format!(
        "app_{}_{}",
        std::process::id(),
        SCHEMAS.fetch_add(1, Ordering::Relaxed)
    );
    let mut connection = sqlx::PgConnection::connect(server)
        .await
        .expect("the tests' PostgreSQL");
    run(&mut connection, format!("CREATE SCHEMA {schema}")).await;
    let mark = if server.contains('?') { '&' } else { '?' };
    let url = format!("{server}{mark}options=-csearch_path%3D{schema}");
    let folder = tempfile::tempdir().expect("a folder for a test");
    let app = TestApp::open(folder.path(), &url, Backend::Postgres).await;
    let database = app.desk.database().clone();
    story(app).await;
    database.close().await;
    run(&mut connection, format!("DROP SCHEMA {schema} CASCADE")).await;
}

async fn run(connection: &mut sqlx::PgConnection, sql: String) {
    sqlx::raw_sql(AssertSqlSafe(sql))
        .execute(connection)
        .await
        .expect("a schema for a test");
}
