//! What was built beside the live data takes its place, and what was live is kept beside it.
//!
//! On PostgreSQL the tables change places in one transaction; files change places by new names, one after the other. The
//! whole plan is on the disk before the first step and every step can be taken again, so what a power cut leaves half-done
//! is finished by the next `polku restore`, and nothing opens the data meanwhile.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, Row as _};
use uuid::Uuid;

use super::{
    BackupError, Result,
    new_file::{NewFile, sync_folder_of},
    staging::Staging,
};
use crate::{DeskError, DeskOptions};

/// How the names of what was live before begin, after the own name.
const BEFORE: &str = ".before-restore-";
/// The same of a schema.
const BEFORE_SCHEMA: &str = "_before_restore_";

/// What takes whose place.
#[derive(Debug, Serialize, Deserialize)]
struct Plan {
    /// Names and new names, in their order.
    renames: Vec<(PathBuf, PathBuf)>,
    schemas: Option<Schemas>,
}

/// Schemas of PostgreSQL whose tables change places.
#[derive(Debug, Serialize, Deserialize)]
struct Schemas {
    live: String,
    staged: String,
    former: String,
}

/// Something that was live before a restore.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Former {
    /// A file or a folder.
    Path(PathBuf),
    /// A schema of the PostgreSQL database.
    Schema(String),
}

impl std::fmt::Display for Former {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Path(path) => path.display().fmt(f),
            Self::Schema(schema) => write!(f, "the schema {schema}"),
        }
    }
}

/// A path beside another: the same name with more at its end.
pub(super) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

/// The file of an embedded database.
pub(super) fn database_file(options: &DeskOptions) -> Option<PathBuf> {
    let path = options.database.strip_prefix("sqlite:")?;
    Some(PathBuf::from(path.trim_start_matches("//")))
}

fn plan_file(options: &DeskOptions) -> PathBuf {
    beside(&options.documents.folder, ".switching")
}

/// Refuses data of which one half is from before a restore and the other from after it.
pub(crate) fn refuse_half_switched(options: &DeskOptions) -> Result<(), DeskError> {
    if plan_file(options).exists() {
        return Err(DeskError::Configuration(
            "a restore was cut off while data changed places: `polku restore resume` finishes it".into(),
        ));
    }
    Ok(())
}

/// Lets what is staged take the place of what is live.
pub(super) async fn switch(options: &DeskOptions, staging: &Staging, stamp: &str, mark: Uuid) -> Result<()> {
    let before = format!("{BEFORE}{stamp}");
    let mut renames = Vec::new();
    if let (Some(live), Some(staged)) = (database_file(options), staging.database_file()) {
        let former = beside(&live, &before);
        for end in ["-wal", "-shm", ""] {
            renames.push((beside(&live, end), beside(&former, end)));
        }
        for end in ["-wal", ""] {
            renames.push((beside(&staged, end), beside(&live, end)));
        }
    }
    let documents = &options.documents.folder;
    renames.push((documents.clone(), beside(documents, &before)));
    renames.push((staging.documents().to_owned(), documents.clone()));
    if let Some(ring) = staging.key_ring() {
        renames.push((ring.to_owned(), options.key_ring.clone()));
    }
    let schemas = staging.schemas().map(|(live, staged)| Schemas {
        live: live.to_owned(),
        staged: staged.to_owned(),
        former: format!("{live}{BEFORE_SCHEMA}{stamp}"),
    });
    let plan = Plan { renames, schemas };
    let mut file = NewFile::begin(plan_file(options), mark)?;
    file.write_all(&serde_json::to_vec(&plan).map_err(DeskError::from)?)?;
    file.settle()?;
    carry_out(options, &plan).await
}

/// Finishes what was cut off; answers whether there was anything.
///
/// # Errors
/// When the database or the disk fails; then it can be tried again.
pub(super) async fn resume(options: &DeskOptions) -> Result<bool> {
    let file = plan_file(options);
    if !file.exists() {
        return Ok(false);
    }
    let plan: Plan = serde_json::from_slice(&std::fs::read(&file)?).map_err(DeskError::from)?;
    carry_out(options, &plan).await?;
    Ok(true)
}

async fn carry_out(options: &DeskOptions, plan: &Plan) -> Result<()> {
    if let Some(schemas) = &plan.schemas {
        change_schemas(&options.database, schemas).await?;
    }
    for (from, to) in &plan.renames {
        // Where the new name is taken, this step was taken already.
        if from.exists() && !to.exists() {
            std::fs::rename(from, to)?;
            sync_folder_of(to)?;
        }
    }
    let file = plan_file(options);
    std::fs::remove_file(&file)?;
    sync_folder_of(&file)?;
    Ok(())
}

async fn change_schemas(url: &str, schemas: &Schemas) -> Result<()> {
    let mut session = PgConnection::connect(url).await.map_err(DeskError::from)?;
    let staged = tables_of(&mut session, &schemas.staged).await?;
    if staged.is_empty() {
        // It is done already.
        return Ok(());
    }
    let live = tables_of(&mut session, &schemas.live).await?;
    let mut steps = vec![format!("CREATE SCHEMA {}", quoted(&schemas.former))];
    for table in &staged {
        if live.contains(table) {
            steps.push(moved(&schemas.live, table, &schemas.former));
        }
        steps.push(moved(&schemas.staged, table, &schemas.live));
    }
    steps.push(format!("DROP SCHEMA {}", quoted(&schemas.staged)));
    let sql = format!("BEGIN;\n{};\nCOMMIT;", steps.join(";\n"));
    sqlx::raw_sql(AssertSqlSafe(sql))
        .execute(&mut session)
        .await
        .map_err(DeskError::from)?;
    session.close().await.map_err(DeskError::from)?;
    Ok(())
}

fn moved(from: &str, table: &str, to: &str) -> String {
    format!(
        "ALTER TABLE {}.{} SET SCHEMA {}",
        quoted(from),
        quoted(table),
        quoted(to)
    )
}

async fn tables_of(session: &mut PgConnection, schema: &str) -> Result<Vec<String>> {
    let sql = "SELECT CAST(table_name AS TEXT) FROM information_schema.tables \
               WHERE table_schema = $1 AND table_type = 'BASE TABLE' ORDER BY 1";
    let rows = sqlx::query(sql)
        .bind(schema)
        .fetch_all(session)
        .await
        .map_err(DeskError::from)?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// What was live before earlier restores, and is kept until it is confirmed that the restored data is right.
///
/// # Errors
/// When the database or a folder cannot be read.
pub async fn former(options: &DeskOptions) -> Result<Vec<Former>> {
    let mut found = Vec::new();
    let places = database_file(options)
        .into_iter()
        .chain([options.documents.folder.clone()]);
    for place in places {
        for path in named_after(&place, BEFORE)? {
            found.push(Former::Path(path));
        }
    }
    if database_file(options).is_none() {
        let schemas = schemas_after(&options.database, BEFORE_SCHEMA).await?;
        found.extend(schemas.into_iter().map(Former::Schema));
    }
    Ok(found)
}

/// Removes what was live before earlier restores; answers what went.
///
/// # Errors
/// When the database or the disk fails; then it can be tried again.
pub async fn confirm(options: &DeskOptions) -> Result<Vec<Former>> {
    refuse_half_switched(options)?;
    let found = former(options).await?;
    for one in &found {
        match one {
            Former::Path(path) => remove(path)?,
            Former::Schema(schema) => drop_schema(&options.database, schema).await?,
        }
    }
    Ok(found)
}

/// Files and folders beside a path whose names are its own and then this.
pub(super) fn named_after(path: &Path, end: &str) -> Result<Vec<PathBuf>> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let Some(name) = path.file_name() else {
        return Ok(Vec::new());
    };
    let beginning = format!("{}{end}", name.to_string_lossy());
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(&beginning) {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

/// Removes a file or a folder; it may be gone already.
pub(super) fn remove(path: &Path) -> Result<()> {
    let removed = if path.is_dir() {
        std::fs::remove_dir_all(path)
    } else {
        std::fs::remove_file(path)
    };
    match removed {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Schemas whose names are that of the live one and then this.
pub(super) async fn schemas_after(url: &str, end: &str) -> Result<Vec<String>> {
    let mut session = PgConnection::connect(url).await.map_err(DeskError::from)?;
    let live = current_schema(&mut session).await?;
    let rows = sqlx::query("SELECT CAST(schema_name AS TEXT) FROM information_schema.schemata ORDER BY 1")
        .fetch_all(&mut session)
        .await
        .map_err(DeskError::from)?;
    let beginning = format!("{live}{end}");
    let names = rows.iter().map(|row| row.get::<String, _>(0));
    Ok(names.filter(|name| name.starts_with(&beginning)).collect())
}

/// The schema in which the tables of a URL lie.
pub(super) async fn current_schema(session: &mut PgConnection) -> Result<String> {
    let row = sqlx::query("SELECT CAST(current_schema() AS TEXT)")
        .fetch_one(session)
        .await
        .map_err(DeskError::from)?;
    let schema: Option<String> = row.get(0);
    schema.ok_or_else(|| BackupError::NotNow("the database's schema is not there: make it first".into()))
}

pub(super) async fn drop_schema(url: &str, schema: &str) -> Result<()> {
    let mut session = PgConnection::connect(url).await.map_err(DeskError::from)?;
    sqlx::raw_sql(AssertSqlSafe(format!(
        "DROP SCHEMA IF EXISTS {} CASCADE",
        quoted(schema)
    )))
    .execute(&mut session)
    .await
    .map_err(DeskError::from)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::DocumentOptions;

    fn options(folder: &Path) -> DeskOptions {
        DeskOptions {
            database: format!("sqlite:{}", folder.join("polku.db").display()),
            key_ring: folder.join("ring.db"),
            root_key: folder.join("root.key"),
            documents: DocumentOptions::in_folder(folder.join("documents")),
        }
    }

    /// Wherever the power goes, taking the steps again ends with the new in place of the old, and the old kept.
    #[tokio::test]
    async fn a_switch_that_was_cut_off_anywhere_is_finished() {
        for cut_after in 0..=4 {
            let folder = tempfile::tempdir().expect("a folder");
            let options = options(folder.path());
            let at = |name: &str| folder.path().join(name);
            for (name, text) in [("polku.db", "old"), ("polku.db-wal", "old"), ("staged.db", "new")] {
                std::fs::write(at(name), text).expect("a file");
            }
            std::fs::create_dir(at("documents")).expect("a folder");
            std::fs::create_dir(at("staged")).expect("a folder");
            std::fs::write(at("staged/one"), "new").expect("a file");
            let plan = Plan {
                renames: [
                    ("polku.db-wal", "former-wal"),
                    ("polku.db", "former"),
                    ("staged.db", "polku.db"),
                    ("documents", "former-documents"),
                    ("staged", "documents"),
                ]
                .map(|(from, to)| (at(from), at(to)))
                .into(),
                schemas: None,
            };
            std::fs::write(plan_file(&options), serde_json::to_vec(&plan).expect("JSON")).expect("a plan");
            for (from, to) in plan.renames.iter().take(cut_after) {
                std::fs::rename(from, to).expect("renamed");
            }
            assert!(refuse_half_switched(&options).is_err());
            assert!(resume(&options).await.expect("finished"));
            assert!(refuse_half_switched(&options).is_ok());
            assert!(!resume(&options).await.expect("nothing is left"));
            let read = |name: &str| std::fs::read_to_string(at(name)).expect("a file");
            assert_eq!(
                (read("polku.db"), read("former"), read("documents/one")),
                ("new".to_owned(), "old".to_owned(), "new".to_owned())
            );
            assert!(!at("polku.db-wal").exists() && at("former-documents").is_dir());
        }
    }
}
