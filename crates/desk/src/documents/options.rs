//! What an installation says about documents.

use std::path::PathBuf;

/// The most bytes of a file, unless the installation says otherwise.
const LARGEST: u64 = 50 * 1024 * 1024;

/// Where documents lie, who looks for viruses in them, and how they may come.
#[derive(Debug, Clone)]
pub struct DocumentOptions {
    /// The folder of sealed content.
    pub folder: PathBuf,
    /// Where ClamAV's daemon listens: the path of its socket, or `host:port`. Without one no file is let out of
    /// quarantine.
    pub scanner: Option<String>,
    /// A folder in which scanners and mail leave files.
    pub drop_folder: Option<PathBuf>,
    /// The most bytes of a file.
    pub largest: u64,
}

impl DocumentOptions {
    /// Documents in a folder, and nothing else said.
    #[must_use]
    pub fn in_folder(folder: PathBuf) -> Self {
        Self {
            folder,
            scanner: None,
            drop_folder: None,
            largest: LARGEST,
        }
    }
}
