//! A desk of its own for each test, on each of the two databases.
//!
//! SQLite always; PostgreSQL when `POLKU_TEST_POSTGRES` holds its URL, each test in a schema of its own.
//! `cargo xtask test` always sets it.

use std::{
    path::Path,
    sync::Arc,
    sync::atomic::{AtomicU64, Ordering},
};

use jiff::Timestamp;
use polku_desk::{
    Desk, DeskOptions, FixedClock, OrganisationId, RegisterId, SeededEntropy, documents::DocumentOptions,
    sealing::RootKey,
};
use sqlx::{AssertSqlSafe, Connection as _, Row as _};

/// A desk with one organisation, on one database.
pub struct Office {
    /// The desk.
    pub desk: Desk,
    /// Its clock, which stands still until a test moves it.
    pub clock: Arc<FixedClock>,
    /// The organisation that keeps the registers.
    pub organisation: OrganisationId,
    url: String,
    options: DeskOptions,
}

/// When every story begins: a Monday morning in Finland.
pub const MONDAY: &str = "2026-03-02T06:00:00Z";

static SCHEMAS: AtomicU64 = AtomicU64::new(0);

/// Tells a story on each database.
pub async fn for_each_backend<F>(story: impl Fn(Office) -> F)
where
    F: Future<Output = ()>,
{
    let directory = tempfile::tempdir().expect("a directory for a test");
    let url = format!("sqlite:{}", directory.path().join("polku.db").display());
    story(open(directory.path(), &url).await).await;
    match std::env::var("POLKU_TEST_POSTGRES") {
        Ok(server) => on_postgres(&server, story).await,
        Err(_) => eprintln!("POLKU_TEST_POSTGRES is not set: this test was not run on PostgreSQL"),
    }
}

async fn on_postgres<F>(server: &str, story: impl Fn(Office) -> F)
where
    F: Future<Output = ()>,
{
    let schema = format!(
        "test_{}_{}",
        std::process::id(),
        SCHEMAS.fetch_add(1, Ordering::Relaxed)
    );
    let mut connection = sqlx::PgConnection::connect(server)
        .await
        .expect("the test's PostgreSQL");
    run(&mut connection, format!("CREATE SCHEMA {schema}")).await;
    let mark = if server.contains('?') { '&' } else { '?' };
    let url = format!("{server}{mark}options=-csearch_path%3D{schema}");
    let directory = tempfile::tempdir().expect("a directory for a test");
    let office = open(directory.path(), &url).await;
    let database = office.desk.database().clone();
    story(office).await;
    database.close().await;
    run(&mut connection, format!("DROP SCHEMA {schema} CASCADE")).await;
}

async fn run(connection: &mut sqlx::PgConnection, sql: String) {
    sqlx::raw_sql(AssertSqlSafe(sql))
        .execute(connection)
        .await
        .expect("a schema for a test");
}

async fn open(directory: &Path, url: &str) -> Office {
    let clock = Arc::new(FixedClock::at(MONDAY.parse().expect("a moment")));
    let entropy = Arc::new(SeededEntropy::new(7));
    let root_key = directory.join("root.key");
    RootKey::create(&root_key, &*entropy).expect("a root key");
    let options = DeskOptions {
        database: url.to_owned(),
        key_ring: directory.join("keys.db"),
        root_key,
        documents: DocumentOptions::in_folder(directory.join("documents")),
    };
    let desk = Desk::open(&options, clock.clone(), entropy)
        .await
        .expect("a desk");
    let organisation = desk
        .add_organisation("Kuopion työpajat")
        .await
        .expect("an organisation");
    Office {
        desk,
        clock,
        organisation,
        url: url.to_owned(),
        options,
    }
}

impl Office {
    /// Adds a register with the shipped profile of Kuopio, which asks for a second factor.
    pub async fn register(&self, key: &str) -> RegisterId {
        self.desk
            .add_register(self.organisation, key, key, "kuopio")
            .await
            .expect("a register")
    }

    /// Adds a register whose profile is that of Kuopio with one line written differently.
    pub async fn register_with(&self, key: &str, line: &str, instead: &str) -> RegisterId {
        let profile = polku_profile::Profile::shipped_text("kuopio").expect("a shipped profile");
        assert!(profile.contains(line), "the profile has the line {line}");
        let profile = profile.replace(line, instead);
        self.desk
            .add_register(self.organisation, key, key, &profile)
            .await
            .expect("a register")
    }

    /// The desk as another start of the program opens it: what only the database knows is read anew.
    pub async fn opened_anew(&self) -> Desk {
        let entropy = Arc::new(SeededEntropy::new(8));
        Desk::open(&self.options, self.clock.clone(), entropy)
            .await
            .expect("the same desk")
    }

    /// Lets time pass.
    pub fn after(&self, time: jiff::SignedDuration) {
        self.clock.move_to(self.desk.clock().now() + time);
    }

    /// Moves to a moment.
    pub fn at(&self, moment: &str) {
        self.clock.move_to(moment.parse::<Timestamp>().expect("a moment"));
    }

    /// The number that a query answers, read past the desk: for what only an attacker or an operator would see.
    pub async fn number(&self, sql: &str) -> i64 {
        let sql = AssertSqlSafe(sql.to_owned());
        if let Some(path) = self.url.strip_prefix("sqlite:") {
            let options = sqlx::sqlite::SqliteConnectOptions::new()
                .filename(path)
                .read_only(true);
            let mut connection = sqlx::SqliteConnection::connect_with(&options)
                .await
                .expect("the database");
            sqlx::query(sql)
                .fetch_one(&mut connection)
                .await
                .expect("a number")
                .get(0)
        } else {
            let mut connection = sqlx::PgConnection::connect(&self.url)
                .await
                .expect("the database");
            sqlx::query(sql)
                .fetch_one(&mut connection)
                .await
                .expect("a number")
                .get(0)
        }
    }
}
