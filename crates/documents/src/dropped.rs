//! The drop folder: what scanners and mail leave there goes into a tray.
//!
//! Below the folder is one for each register, by its key, and in it one for each worker who has papers of their own sent
//! there, by the user name: `drop/paja/scan0001.pdf` is for whoever keeps the register's papers,
//! `drop/paja/maija/scan0001.pdf` is for Maija. A file is removed from there only when it lies sealed in the store and its
//! row is durable: killed in between, it is looked at again and known by what it holds. What is not taken in is moved to
//! `drop/paja/refused`.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use polku_desk::{
    AccountId, Desk, DeskError, RegisterId,
    documents::{Reception, Unsorted},
};
use polku_profile::RecordKind;
use polku_web::{Answer, Failure};
use serde::{Deserialize, Serialize};
use tokio::task::JoinHandle;

use crate::{
    document::Checked,
    examine::Remarks,
    kind::FileKind,
    receive,
    scan::{self, Verdict},
};

/// How often the folder is looked into.
const LOOKING: Duration = Duration::from_secs(5);
/// A file that changed this lately may still be being written.
const SETTLED: Duration = Duration::from_secs(5);
/// Where files lie that are not taken in.
const REFUSED: &str = "refused";

/// What is secret about a paper in a tray.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct TrayWords {
    /// What the file was called.
    pub(crate) name: String,
    /// What file it is.
    pub(crate) kind: FileKind,
    /// What was remarked in it.
    pub(crate) remarks: Remarks,
}

impl TrayWords {
    pub(crate) fn of(unsorted: &Unsorted) -> Answer<Self> {
        serde_json::from_slice(&unsorted.words).map_err(|error| DeskError::from(error).into())
    }

    fn to_bytes(&self) -> Answer<Vec<u8>> {
        serde_json::to_vec(self).map_err(|error| DeskError::from(error).into())
    }
}

/// Whoever looks into the drop folder of a serving node; it ends when this is dropped.
#[derive(Debug)]
pub struct Watching(Option<JoinHandle<()>>);

impl Drop for Watching {
    fn drop(&mut self) {
        if let Some(watching) = &self.0 {
            watching.abort();
        }
    }
}

/// Looks into the drop folder from now on, if the installation has one.
#[must_use]
pub fn watch(desk: &Desk) -> Watching {
    if desk.document_options().drop_folder.is_none() {
        return Watching(None);
    }
    let desk = desk.clone();
    Watching(Some(tokio::spawn(async move {
        loop {
            if let Err(failure) = take_dropped(&desk, SETTLED).await {
                // What was not taken lies there still, and is looked at again.
                tracing::error!(%failure, "the drop folder could not be emptied");
            }
            tokio::time::sleep(LOOKING).await;
        }
    })))
}

/// Takes what lies in the drop folder and has not changed for a while, and has what waits in trays looked through.
///
/// # Errors
/// When a folder, the disk or the database fails; what was not taken lies there still.
pub async fn take_dropped(desk: &Desk, settled: Duration) -> Answer<()> {
    let Some(folder) = desk.document_options().drop_folder.clone() else {
        return Ok(());
    };
    for register in desk.registers().all() {
        if !register.profile.keeps(RecordKind::Document) {
            continue;
        }
        let folder = folder.join(&register.key);
        make(&folder).await?;
        take_all(desk, register.id, &folder, &folder, None, settled).await?;
        for worker in entries(&folder).await? {
            let name = worker
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default();
            if name == REFUSED || !worker.is_dir() {
                continue;
            }
            let account = desk.tray_owner(register.id, name).await?;
            if account.is_some() {
                take_all(desk, register.id, &folder, &worker, account, settled).await?;
            } else {
                tracing::warn!("a folder below the drop folder is named after nobody");
            }
        }
        look_through(desk, register.id).await?;
    }
    Ok(())
}

async fn make(folder: &Path) -> Answer<()> {
    tokio::fs::create_dir_all(folder)
        .await
        .map_err(|error| DeskError::from(error).into())
}

async fn entries(folder: &Path) -> Answer<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut entries = tokio::fs::read_dir(folder).await.map_err(DeskError::from)?;
    while let Some(entry) = entries.next_entry().await.map_err(DeskError::from)? {
        // A link could lead anywhere.
        if !entry.file_type().await.map_err(DeskError::from)?.is_symlink() {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

async fn take_all(
    desk: &Desk,
    register: RegisterId,
    top: &Path,
    folder: &Path,
    account: Option<AccountId>,
    settled: Duration,
) -> Answer<()> {
    for path in entries(folder).await? {
        if !is_ready(&path, settled) {
            continue;
        }
        let reception = desk.tray_reception(register).await?;
        if take(desk, &reception, &path, account).await? {
            tokio::fs::remove_file(&path).await.map_err(DeskError::from)?;
        } else {
            tracing::warn!("a file in the drop folder is not taken in");
            let refused = top.join(REFUSED);
            make(&refused).await?;
            let name = format!("{}-{}", desk.new_id().simple(), name_of(&path));
            tokio::fs::rename(&path, refused.join(name))
                .await
                .map_err(DeskError::from)?;
        }
    }
    Ok(())
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// A whole file: not hidden, not marked as unfinished, and unchanged for a while.
fn is_ready(path: &Path, settled: Duration) -> bool {
    let name = name_of(path);
    let is_unfinished = [".part", ".tmp", ".partial", ".crdownload"]
        .iter()
        .any(|end| name.to_lowercase().ends_with(end));
    if name.starts_with('.') || is_unfinished {
        return false;
    }
    path.metadata().is_ok_and(|file| {
        let is_still = settled.is_zero()
            || file
                .modified()
                .ok()
                .and_then(|changed| changed.elapsed().ok())
                .is_some_and(|since| since >= settled);
        file.is_file() && is_still
    })
}

/// Takes one file into a tray; answers whether it is there now.
async fn take(desk: &Desk, reception: &Reception, path: &Path, account: Option<AccountId>) -> Answer<bool> {
    let came = receive::from_disk(reception, path).await?;
    let Ok(whole) = came.outcome else {
        return Ok(false);
    };
    let words = TrayWords {
        name: whole.name,
        kind: whole.examined.kind,
        remarks: whole.examined.remarks,
    };
    desk.put_into_tray(
        whole.arrived,
        account,
        Checked::Waiting.name(),
        &words.to_bytes()?,
    )
    .await?;
    Ok(true)
}

/// Has the papers of a register's trays looked through that wait for it.
async fn look_through(desk: &Desk, register: RegisterId) -> Answer<()> {
    let scanner = desk.document_options().scanner.clone();
    for unsorted in desk.tray_of(register, Checked::Waiting.name()).await? {
        let content = desk.tray_content(register, &unsorted).await?;
        let checked = match scan::scan(scanner.as_deref(), content).await {
            Verdict::Absent => return Ok(()),
            Verdict::Clean => Checked::Clean,
            Verdict::Unable => Checked::Unchecked,
            Verdict::Found(name) => {
                tracing::warn!(threat = name, "a dropped file is infected and stays closed");
                Checked::Infected
            }
        };
        desk.mark_unsorted(register, &unsorted, checked.name(), &unsorted.words)
            .await?;
    }
    Ok(())
}

/// The state of a paper in a tray.
pub(crate) fn checked(unsorted: &Unsorted) -> Answer<Checked> {
    unsorted.checked.parse().map_err(Failure::from)
}
