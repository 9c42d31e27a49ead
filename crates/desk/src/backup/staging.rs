//! A database and a store of documents beside the live ones, in which a back-up is built and looked at.

use std::{
    fs::DirBuilder,
    os::unix::fs::DirBuilderExt as _,
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{
    AssertSqlSafe, ConnectOptions as _, Connection as _, PgConnection, Row as _, sqlite::SqliteConnectOptions,
};

use super::{
    BackupError, Result, Telling, rows,
    switching::{
        beside, current_schema, database_file, drop_schema, named_after, quoted, remove, schemas_after,
    },
    unpacking::{Destination, Unpacked},
};
use crate::{
    Database, DeskError, DeskOptions,
    database::{Transaction, in_use, migrate, whole::Table},
    documents::DocumentOptions,
};

/// How often it is looked whether others have let a file go, and how long between.
const PATIENCE: u32 = 200;
const MOMENT: Duration = Duration::from_millis(50);

const RESTORING: &str = ".restoring-";
const RESTORING_SCHEMA: &str = "_restoring_";

/// What is being built.
#[derive(Debug)]
pub(super) struct Staging {
    options: DeskOptions,
    rows: PathBuf,
    /// A key ring made of a copy; none when the live one is used.
    key_ring: Option<PathBuf>,
    /// The live schema and the staged one.
    schemas: Option<(String, String)>,
}

impl Staging {
    /// Makes room. `with_keys` when a copy of the key ring is to be built too.
    pub(super) async fn begin(live: &DeskOptions, stamp: &str, with_keys: bool) -> Result<Self> {
        let end = format!("{RESTORING}{stamp}");
        let documents = beside(&live.documents.folder, &end);
        let rows = beside(&live.documents.folder, &format!("{end}-rows"));
        let mut builder = DirBuilder::new();
        let builder = builder.mode(0o700).recursive(true);
        builder.create(&documents)?;
        builder.create(&rows)?;
        let key_ring = with_keys.then(|| beside(&live.key_ring, &end));
        let (database, schemas) = if let Some(file) = database_file(live) {
            (format!("sqlite:{}", beside(&file, &end).display()), None)
        } else {
            let (schema, staged) = make_schema(&live.database, stamp).await?;
            let mark = if live.database.contains('?') { '&' } else { '?' };
            let url = format!("{}{mark}options=-csearch_path%3D{staged}", live.database);
            (url, Some((schema, staged)))
        };
        let options = DeskOptions {
            database,
            key_ring: key_ring.clone().unwrap_or_else(|| live.key_ring.clone()),
            root_key: live.root_key.clone(),
            documents: DocumentOptions {
                drop_folder: None,
                ..DocumentOptions::in_folder(documents)
            },
        };
        Ok(Self {
            options,
            rows,
            key_ring,
            schemas,
        })
    }

    /// The options by which a desk opens what is staged.
    pub(super) const fn options(&self) -> &DeskOptions {
        &self.options
    }

    pub(super) fn documents(&self) -> &Path {
        &self.options.documents.folder
    }

    pub(super) fn key_ring(&self) -> Option<&Path> {
        self.key_ring.as_deref()
    }

    pub(super) fn database_file(&self) -> Option<PathBuf> {
        database_file(&self.options)
    }

    pub(super) fn schemas(&self) -> Option<(&str, &str)> {
        let (live, staged) = self.schemas.as_ref()?;
        Some((live, staged))
    }

    /// Where parts of a back-up go.
    pub(super) fn destination(&self) -> Destination {
        Destination {
            rows: self.rows.clone(),
            documents: self.documents().to_owned(),
        }
    }

    /// Makes the tables as they were, and writes all rows. All references hold, or nothing is written.
    pub(super) async fn fill(&self, unpacked: &Unpacked, told: &Telling) -> Result<Database> {
        let database = Database::connect(&self.options.database).await?;
        migrate::build(&database, &unpacked.manifest.known_steps()?).await?;
        let tables = database.tables().await?;
        let mut transaction = database.writer().await?;
        let loosened = transaction.loosen_references(database.backend()).await?;
        let mut written = std::collections::BTreeMap::new();
        for (done, part) in (1..).zip(&unpacked.parts) {
            let (name, count) = fill_part(&mut transaction, &tables, part).await?;
            *written.entry(name).or_insert(0) += count;
            told(done, unpacked.parts.len() as u64);
        }
        if written != unpacked.manifest.rows {
            return Err(BackupError::damaged(
                "its tables have not as many rows as they had",
            ));
        }
        transaction.tighten_references(loosened).await?;
        transaction.commit().await?;
        Ok(database)
    }

    /// Waits until nobody has the database's file open any more, and all of it is in that file.
    pub(super) async fn settle(&self) -> Result<()> {
        let Some(file) = self.database_file() else {
            return Ok(());
        };
        for _ in 0..PATIENCE {
            let mut alone = SqliteConnectOptions::new()
                .filename(&file)
                .connect()
                .await
                .map_err(DeskError::from)?;
            // Only whoever is alone leaves the log's way of writing; as long as somebody else is there, it stays.
            let left = sqlx::query("PRAGMA journal_mode = DELETE")
                .fetch_one(&mut alone)
                .await;
            let is_left = left.is_ok_and(|row| row.get::<String, _>(0) == "delete");
            alone.close().await.map_err(DeskError::from)?;
            if is_left {
                return Ok(());
            }
            tokio::time::sleep(MOMENT).await;
        }
        Err(std::io::Error::from(std::io::ErrorKind::ResourceBusy).into())
    }

    /// Removes what is left of it: all when it did not take the live data's place, else what only led there.
    pub(super) async fn clear(&self, live: &DeskOptions) -> Result<()> {
        remove(&self.rows)?;
        remove(self.documents())?;
        if let Some(file) = self.database_file() {
            for end in ["", "-wal", "-shm"] {
                remove(&beside(&file, end))?;
            }
            remove(&in_use::file_of(&file))?;
        }
        if let Some(ring) = &self.key_ring {
            for end in ["", "-wal", "-shm"] {
                remove(&beside(ring, end))?;
            }
        }
        if let Some((_, staged)) = &self.schemas {
            drop_schema(&live.database, staged).await?;
        }
        Ok(())
    }
}

/// Removes what earlier restores left that were cut off before anything changed places.
pub(super) async fn clear_left(live: &DeskOptions) -> Result<()> {
    let places = database_file(live)
        .into_iter()
        .chain([live.documents.folder.clone(), live.key_ring.clone()]);
    for place in places {
        for path in named_after(&place, RESTORING)? {
            remove(&path)?;
        }
    }
    if database_file(live).is_none() {
        for schema in schemas_after(&live.database, RESTORING_SCHEMA).await? {
            drop_schema(&live.database, &schema).await?;
        }
    }
    Ok(())
}

async fn make_schema(url: &str, stamp: &str) -> Result<(String, String)> {
    let mut session = PgConnection::connect(url).await.map_err(DeskError::from)?;
    let live = current_schema(&mut session).await?;
    let is_plain = live.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if !is_plain {
        return Err(BackupError::NotNow(
            "the database's schema has a name with other signs than letters, digits and _".into(),
        ));
    }
    let staged = format!("{live}{RESTORING_SCHEMA}{stamp}");
    sqlx::raw_sql(AssertSqlSafe(format!("CREATE SCHEMA {}", quoted(&staged))))
        .execute(&mut session)
        .await
        .map_err(DeskError::from)?;
    session.close().await.map_err(DeskError::from)?;
    Ok((live, staged))
}

async fn fill_part(transaction: &mut Transaction, tables: &[Table], part: &Path) -> Result<(String, u64)> {
    let bytes = tokio::fs::read(part).await?;
    let (table, rows) = rows::read(&bytes)?;
    if !tables.contains(&table) {
        return Err(BackupError::damaged(format!(
            "the table {} is not one of its schema",
            table.name
        )));
    }
    transaction.put_rows(&table, &rows).await?;
    Ok((table.name, rows.len() as u64))
}
