//! Tables, in one text for both databases.
//!
//! A migration is written once, with the types `INTEGER`, `TEXT` and `BLOB`; for PostgreSQL these three words are
//! read as `BIGINT`, `TEXT` and `BYTEA`. So the two schemas cannot drift apart.

use sha2::{Digest as _, Sha256};

use super::{Backend, Database, Transaction};
use crate::Result;

/// A numbered step of the schema.
#[derive(Debug)]
pub struct Migration {
    /// Applied in this order, once.
    pub number: i64,
    /// The file's name without the number.
    pub name: &'static str,
    sql: &'static str,
}

impl Migration {
    /// The hash of its text: a step that was changed since is another step.
    #[must_use]
    pub fn hash(&self) -> String {
        hex::encode(Sha256::digest(self.sql.as_bytes()))
    }
}

macro_rules! migrations {
    ($($number:literal $name:literal),+ $(,)?) => {
        /// All steps in order. A new one is a file in `migrations/` and a line here.
        pub const MIGRATIONS: &[Migration] = &[$(Migration {
            number: $number,
            name: $name,
            sql: include_str!(concat!("../../migrations/", $name, ".sql")),
        }),+];
    };
}

migrations! {
    1 "0001_desk",
    10 "0010_clients",
    11 "0011_service",
    12 "0012_attendance",
    13 "0013_diary",
    14 "0014_goals",
    15 "0015_contacts",
    16 "0016_import",
    20 "0020_agreements",
    30 "0030_links",
    31 "0031_assessments",
    50 "0050_consents",
    40 "0040_attendance_months",
    41 "0041_allowances",
    35 "0035_statements",
    36 "0036_decisions",
    37 "0037_reminders",
    38 "0038_histories",
    25 "0025_documents",
    26 "0026_unsorted_documents",
    51 "0051_disclosures",
    60 "0060_requests",
    61 "0061_restrictions",
    62 "0062_publicity_requests",
    63 "0063_erasures",
    64 "0064_retention",
    67 "0067_paper",
    68 "0068_archive",
    69 "0069_jobs_of_waiting",
    70 "0070_breaches",
    71 "0071_register_decisions",
    72 "0072_training",
    73 "0073_processors",
    75 "0075_portal",
    76 "0076_induction",
    77 "0077_portal_requests",
    78 "0078_secondary_use",
    79 "0079_photos",
    90 "0090_feedback",
    91 "0091_indexes",
    95 "0095_notice",
}

pub(super) async fn up_to_date(database: &Database) -> Result<()> {
    bring(database, |_| true).await
}

/// Makes the tables of a database as they were after these steps and no others.
pub(crate) async fn build(database: &Database, steps: &[i64]) -> Result<()> {
    bring(database, |migration| steps.contains(&migration.number)).await
}

/// The numbers of the steps that a database has taken.
pub(crate) async fn taken(transaction: &mut Transaction) -> Result<Vec<i64>> {
    let done = transaction
        .fetch("SELECT number FROM migration ORDER BY number", &[])
        .await?;
    done.iter().map(|row| row.get("number")).collect()
}

async fn bring(database: &Database, wanted: impl Fn(&Migration) -> bool) -> Result<()> {
    let mut transaction = database.writer().await?;
    if database.backend() == Backend::Postgres {
        // Two nodes that start together must not both migrate: the second waits here.
        transaction
            .fetch("SELECT CAST(pg_advisory_xact_lock(7065) AS TEXT) AS locked", &[])
            .await?;
    }
    let known = "CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL)";
    transaction.run(for_backend(known, database.backend())).await?;
    let done = taken(&mut transaction).await?;
    // By their numbers, not by the highest: slices that land later may have lower ones.
    for migration in MIGRATIONS
        .iter()
        .filter(|migration| !done.contains(&migration.number) && wanted(migration))
    {
        apply(&mut transaction, migration, database.backend()).await?;
    }
    transaction.commit().await
}

async fn apply(transaction: &mut Transaction, migration: &Migration, backend: Backend) -> Result<()> {
    tracing::info!(migration = migration.name, "applying");
    transaction.run(for_backend(migration.sql, backend)).await?;
    let entry = crate::params! { "number" => migration.number, "name" => migration.name };
    transaction
        .execute(
            "INSERT INTO migration (number, name) VALUES (:number, :name)",
            &entry,
        )
        .await?;
    Ok(())
}

/// The three type words and `STRICT` are all that differs.
fn for_backend(sql: &str, backend: Backend) -> String {
    match backend {
        Backend::Sqlite => sql.to_owned(),
        Backend::Postgres => sql
            .replace(" INTEGER", " BIGINT")
            .replace(" BLOB", " BYTEA")
            .replace(") STRICT", ")"),
    }
}

pub(super) async fn columns(database: &Database) -> Result<Vec<String>> {
    // The catalogue is the one thing that the two databases do not share a language for.
    let sql = match database.backend() {
        Backend::Sqlite => {
            "SELECT m.name AS table_name, c.name AS column_name, c.type AS kind FROM sqlite_master m \
             JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"
        }
        Backend::Postgres => {
            "SELECT CAST(table_name AS TEXT) AS table_name, CAST(column_name AS TEXT) AS column_name, \
             CAST(data_type AS TEXT) AS kind FROM information_schema.columns WHERE table_schema = current_schema()"
        }
    };
    let rows = database.snapshot().await?.fetch(sql, &[]).await?;
    let mut columns = rows
        .iter()
        .map(|row| {
            let kind = match row.get::<String>("kind")?.to_lowercase().as_str() {
                "bigint" | "integer" => "INTEGER",
                "bytea" | "blob" => "BLOB",
                "text" => "TEXT",
                _ => "OTHER",
            };
            Ok(format!(
                "{}.{} {kind}",
                row.get::<String>("table_name")?,
                row.get::<String>("column_name")?
            ))
        })
        .collect::<Result<Vec<_>>>()?;
    columns.sort();
    Ok(columns)
}
