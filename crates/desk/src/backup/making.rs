//! A back-up while the server runs: every row as it is at one moment.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use super::{
    BackupError, MARK, Result, Telling,
    manifest::{FORM, Manifest, RegisterMark},
    packing::{Packing, Piece, TABLES},
    people::Holders,
    rows::Part,
};
use crate::{
    Clock, Database, DeskOptions, Entropy,
    clock::new_id,
    database::{Transaction, migrate, whole::Table},
    documents::{Folder, NAMED, is_named},
    params,
    sealing::{KeyRing, RootKey},
};

const REGISTERS: &str = "SELECT id, key FROM register ORDER BY id";
const CHECKPOINT: &str =
    "SELECT note FROM audit_checkpoint WHERE register = :register ORDER BY size DESC LIMIT 1";

/// A back-up that was made.
#[derive(Debug, Clone)]
pub struct BackedUp {
    /// Its file.
    pub file: PathBuf,
    /// What it holds.
    pub manifest: Manifest,
}

/// Makes a back-up in a folder. Servers may run: on both databases one view of the data is read, which holds nobody up.
///
/// # Errors
/// [`BackupError::NotNow`] when there is no database, or it is newer than this program; when the database, the store of
/// documents or the disk fails: then no file is left.
pub async fn back_up(
    options: &DeskOptions,
    (clock, entropy): (&dyn Clock, &dyn Entropy),
    holders: &Holders,
    to: &Path,
    told: &Telling,
) -> Result<BackedUp> {
    refuse_bucket(options)?;
    let (database, ring) = existing(options).await?;
    let mark = ring.installation(MARK, entropy).await?;
    let made_at = clock.now();
    let name = format!("polku-data-{}.age", made_at.strftime("%Y%m%dT%H%M%SZ"));
    std::fs::create_dir_all(to)?;
    let packing = Packing::begin(to.join(name), new_id(clock, entropy), holders)?;
    let store = Folder::open(&options.documents.folder)?;
    let mut moment = database.snapshot().await?;
    let read = read_all(&database, &mut moment, &store, &packing, told).await;
    drop(moment);
    // Why the disk failed is known there, and what failed otherwise here.
    let mut packed = packing.packed().await?;
    let mut manifest = read?;
    manifest.made_at = made_at;
    manifest.removed_meanwhile = std::mem::take(&mut packed.missing);
    for address in &manifest.removed_meanwhile {
        if is_named(&database, address, clock.now()).await? {
            return Err(BackupError::NotNow(
                "the content of a document is missing in the store: the back-up was given up".into(),
            ));
        }
    }
    let (file, manifest) = packed.close(manifest, mark).await?;
    database.close().await;
    Ok(BackedUp { file, manifest })
}

/// A back-up holds the content of documents, and what lies in a bucket is not read for it yet.
pub(super) fn refuse_bucket(options: &DeskOptions) -> Result<()> {
    match options.documents.bucket {
        None => Ok(()),
        Some(_) => Err(BackupError::NotNow(
            "documents lie in a bucket, which back-ups do not hold yet: use the store's own versions for it, and the \
             database's own tools for the database"
                .into(),
        )),
    }
}

/// The database and the key ring of an installation that has both.
pub(super) async fn existing(options: &DeskOptions) -> Result<(Database, KeyRing)> {
    if let Some(path) = options.database.strip_prefix("sqlite:")
        && !Path::new(path.trim_start_matches("//")).exists()
    {
        return Err(BackupError::NotNow("there is no database here".into()));
    }
    let ring = existing_ring(options).await?;
    Ok((Database::connect(&options.database).await?, ring))
}

/// The key ring of an installation that has one.
pub(super) async fn existing_ring(options: &DeskOptions) -> Result<KeyRing> {
    if !options.key_ring.exists() || !options.root_key.exists() {
        return Err(BackupError::NotNow(
            "the key ring or its root key is not there".into(),
        ));
    }
    let root = RootKey::read(&options.root_key)?;
    Ok(KeyRing::open(&options.key_ring, root).await?)
}

async fn read_all(
    database: &Database,
    moment: &mut Transaction,
    store: &Folder,
    packing: &Packing,
    told: &Telling,
) -> Result<Manifest> {
    let tables = database.tables().await?;
    let addresses = moment.fetch(NAMED, &[]).await?;
    let total = (tables.len() + addresses.len()) as u64;
    let mut done = 0;
    let mut rows = BTreeMap::new();
    for table in &tables {
        let count = read_table(moment, table, packing).await?;
        rows.insert(table.name.clone(), count);
        done += 1;
        told(done, total);
    }
    for row in addresses {
        let address: String = row.get("address")?;
        let path = store.path(&address);
        packing.add(Piece::Content { address, path }).await?;
        done += 1;
        told(done, total);
    }
    Ok(Manifest {
        form: FORM,
        product: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: jiff::Timestamp::UNIX_EPOCH,
        migrations: Manifest::steps(&migrate::taken(moment).await?)?,
        rows,
        registers: registers(moment).await?,
        parts: Vec::new(),
        removed_meanwhile: Vec::new(),
    })
}

async fn read_table(moment: &mut Transaction, table: &Table, packing: &Packing) -> Result<u64> {
    let mut count = 0;
    let mut number = 1;
    let mut part = Part::begin(table)?;
    moment
        .each_row(table, async |row| {
            part.add(row.values())?;
            count += 1;
            if part.is_full() {
                let next = Part::begin(table)?;
                let full = std::mem::replace(&mut part, next);
                packing.add(piece(table, number, full)).await?;
                number += 1;
            }
            Ok(())
        })
        .await?;
    packing.add(piece(table, number, part)).await?;
    Ok(count)
}

fn piece(table: &Table, number: u32, part: Part) -> Piece {
    Piece::Rows {
        name: format!("{TABLES}{}/{number:06}", table.name),
        bytes: part.finish(),
    }
}

async fn registers(moment: &mut Transaction) -> Result<Vec<RegisterMark>> {
    let mut registers = Vec::new();
    for row in moment.fetch(REGISTERS, &[]).await? {
        let id: crate::RegisterId = row.get("id")?;
        let last = moment
            .fetch_one(CHECKPOINT, &params! { "register" => id })
            .await?;
        registers.push(RegisterMark {
            key: row.get("key")?,
            checkpoint: last.map(|row| row.get("note")).transpose()?,
        });
    }
    Ok(registers)
}
