//! A folder of content, with a folder for each first two letters of an address, and one for what comes in.

use std::{
    path::{Path, PathBuf},
    time::SystemTime,
};

use uuid::Uuid;

use crate::Result;

/// What is on its way in lies here until it has its name.
pub(super) const COMING_IN: &str = "coming-in";

/// The folder of the store.
#[derive(Debug, Clone)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// Opens it, or makes it.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        std::fs::create_dir_all(path.join(COMING_IN))?;
        Ok(Self(path.to_owned()))
    }

    /// A temporary name.
    pub(super) async fn temporary(&self, content: Uuid) -> Result<PathBuf> {
        let folder = self.0.join(COMING_IN);
        tokio::fs::create_dir_all(&folder).await?;
        Ok(folder.join(content.to_string()))
    }

    /// Where content of an address lies.
    pub(crate) fn path(&self, address: &str) -> PathBuf {
        let drawer = address.get(..2).unwrap_or("00");
        self.0.join(drawer).join(address)
    }

    /// Gives a file its name for good; durable when this returns.
    pub(super) async fn settle(&self, temporary: &Path, address: &str) -> Result<()> {
        let path = self.path(address);
        let (folder, temporary) = (self.0.clone(), temporary.to_owned());
        tokio::task::spawn_blocking(move || {
            let drawer = path.parent().unwrap_or(&folder);
            if !drawer.is_dir() {
                std::fs::create_dir_all(drawer)?;
                std::fs::File::open(&folder)?.sync_all()?;
            }
            std::fs::rename(&temporary, &path)?;
            std::fs::File::open(drawer)?.sync_all()
        })
        .await
        .map_err(std::io::Error::other)??;
        Ok(())
    }

    /// Removes content; it may be gone already.
    pub(super) async fn remove(&self, address: &str) -> Result<()> {
        match tokio::fs::remove_file(self.path(address)).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Removes what came in only in part and was left since before a moment; answers how many.
    pub(super) async fn sweep_coming_in(&self, before: SystemTime) -> Result<u64> {
        let mut gone = 0;
        for (path, _) in files_before(&self.0.join(COMING_IN), before).await? {
            tokio::fs::remove_file(path).await?;
            gone += 1;
        }
        Ok(gone)
    }

    /// The addresses of what has lain there since before a moment.
    pub(super) async fn addresses_before(&self, before: SystemTime) -> Result<Vec<String>> {
        let mut addresses = Vec::new();
        let mut drawers = tokio::fs::read_dir(&self.0).await?;
        while let Some(drawer) = drawers.next_entry().await? {
            if drawer.file_name() == COMING_IN || !drawer.file_type().await?.is_dir() {
                continue;
            }
            let names = files_before(&drawer.path(), before).await?;
            addresses.extend(names.into_iter().map(|(_, name)| name));
        }
        Ok(addresses)
    }
}

async fn files_before(folder: &Path, before: SystemTime) -> Result<Vec<(PathBuf, String)>> {
    let mut found = Vec::new();
    let mut entries = tokio::fs::read_dir(folder).await?;
    while let Some(entry) = entries.next_entry().await? {
        let file = entry.metadata().await?;
        if file.is_file() && file.modified()? < before {
            let name = entry.file_name().to_string_lossy().into_owned();
            found.push((entry.path(), name));
        }
    }
    Ok(found)
}
