//! A file that is there whole under its name, or not at all, and takes nobody's place.

use std::{
    fs::{File, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use uuid::Uuid;

/// A file under a temporary name beside the one that it is to have. Dropped before [`NewFile::settle`], it goes.
#[derive(Debug)]
pub(super) struct NewFile {
    file: File,
    temporary: Option<PathBuf>,
    path: PathBuf,
}

impl NewFile {
    /// Begins a file that only its owner may read; `mark` makes its temporary name its own.
    pub(super) fn begin(path: PathBuf, mark: Uuid) -> io::Result<Self> {
        if path.exists() {
            return Err(io::Error::from(io::ErrorKind::AlreadyExists));
        }
        let temporary = path.with_file_name(format!(".{mark}.part"));
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&temporary)?;
        Ok(Self {
            file,
            temporary: Some(temporary),
            path,
        })
    }

    /// Gives the file its name for good: durable when this returns.
    pub(super) fn settle(mut self) -> io::Result<PathBuf> {
        self.file.sync_all()?;
        if let Some(temporary) = self.temporary.take() {
            let named = name(&temporary, &self.path);
            if named.is_err() {
                self.temporary = Some(temporary);
            }
            named?;
        }
        sync_folder_of(&self.path)?;
        Ok(self.path.clone())
    }
}

/// A second name first, since that refuses to take the place of another file; where the disk knows no second names, a new
/// name for the first.
fn name(temporary: &Path, path: &Path) -> io::Result<()> {
    match std::fs::hard_link(temporary, path) {
        Ok(()) => std::fs::remove_file(temporary),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Err(_) if path.exists() => Err(io::Error::from(io::ErrorKind::AlreadyExists)),
        Err(_) => std::fs::rename(temporary, path),
    }
}

/// Makes what was named in a file's folder durable.
pub(super) fn sync_folder_of(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if let Some(temporary) = &self.temporary
            && let Err(error) = std::fs::remove_file(temporary)
        {
            tracing::warn!(%error, "a part of a copy was left behind");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn begun(folder: &Path, mark: u128) -> io::Result<NewFile> {
        NewFile::begin(folder.join("copy.age"), Uuid::from_u128(mark))
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).expect("a folder");
        let mut names: Vec<String> = entries
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_there_whole_or_not_at_all_and_for_its_owner_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut given_up = begun(folder.path(), 1).expect("a file");
        given_up.write_all(b"half").expect("written");
        drop(given_up);
        assert_eq!(names(folder.path()), Vec::<String>::new());

        let mut whole = begun(folder.path(), 2).expect("a file");
        whole.write_all(b"whole").expect("written");
        let path = whole.settle().expect("settled");
        assert_eq!(std::fs::read(&path).expect("the file"), b"whole");
        let mode = std::fs::metadata(&path).expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(names(folder.path()), ["copy.age"]);
    }

    #[test]
    fn a_file_never_takes_the_place_of_another() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut first, mut second) = (
            begun(folder.path(), 1).expect("a file"),
            begun(folder.path(), 2).expect("a file"),
        );
        first.write_all(b"first").expect("written");
        second.write_all(b"second").expect("written");
        let path = first.settle().expect("settled");
        assert!(second.settle().is_err());
        assert!(begun(folder.path(), 3).is_err());
        assert_eq!(std::fs::read(path).expect("the file"), b"first");
        assert_eq!(names(folder.path()), ["copy.age"]);
    }
}
