//! A back-up is read once, from its beginning to its end, into a folder beside the live data; only what is whole is used.

use std::{
    collections::BTreeMap,
    fs::{DirBuilder, File, OpenOptions},
    io::{self, BufReader, Read, Write as _},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

use super::{
    BackupError, Result, Telling,
    manifest::{self, Manifest},
    packing::{DOCUMENTS, Hashed, TABLES},
    people::Identities,
};

/// The most bytes of a manifest: more than a million documents make.
const LARGEST_MANIFEST: u64 = 512 * 1024 * 1024;

/// A back-up that is whole, as files.
#[derive(Debug)]
pub(super) struct Unpacked {
    pub(super) manifest: Manifest,
    /// The manifest as it was written, and its mark.
    pub(super) told: Vec<u8>,
    pub(super) mark: Vec<u8>,
    /// Parts of rows in their order.
    pub(super) parts: Vec<PathBuf>,
}

/// Where parts go.
#[derive(Debug, Clone)]
pub(super) struct Destination {
    pub(super) rows: PathBuf,
    pub(super) documents: PathBuf,
}

/// Reads a back-up, and holds each part against the manifest.
///
/// # Errors
/// [`BackupError::WrongKey`], [`BackupError::Damaged`], [`BackupError::OtherVersion`]; when the disk fails.
pub(super) fn unpack(
    from: &Path,
    identities: &Identities,
    into: &Destination,
    told: &Telling,
) -> Result<Unpacked> {
    let file = File::open(from)
        .map_err(|error| BackupError::NotNow(format!("cannot read {}: {error}", from.display())))?;
    let size = file.metadata()?.len();
    let counted = Counted {
        inner: file,
        read: 0,
        size,
        told: Telling::clone(told),
    };
    let plain = identities.open(BufReader::new(counted), "the back-up")?;
    let mut archive = tar::Archive::new(plain);
    let mut seen: BTreeMap<String, (u64, String)> = BTreeMap::new();
    let mut parts = Vec::new();
    let (mut manifest, mut mark) = (None, None);
    for entry in archive.entries().map_err(cut_off)? {
        let mut entry = entry.map_err(cut_off)?;
        let name = entry.path_bytes().into_owned();
        let name = String::from_utf8(name).map_err(|_| BackupError::damaged("a part has no name"))?;
        match name.as_str() {
            manifest::NAME => manifest = Some(whole(&mut entry)?),
            manifest::MARK_NAME => mark = Some(whole(&mut entry)?),
            _ => {
                let place = place_of(&name, into)?;
                let known = written(&mut entry, &place)?;
                if name.starts_with(TABLES) {
                    parts.push(place);
                }
                if seen.insert(name, known).is_some() {
                    return Err(BackupError::damaged("a part comes twice"));
                }
            }
        }
    }
    // The end of the tar is not the end of the file: only there does age say that nothing was cut off.
    io::copy(&mut archive.into_inner(), &mut io::sink()).map_err(cut_off)?;
    let told = manifest.ok_or_else(|| BackupError::damaged("it has no manifest"))?;
    let mark = mark.ok_or_else(|| BackupError::damaged("its manifest has no mark"))?;
    let manifest = Manifest::read(&told)?;
    compare(&manifest, &seen)?;
    Ok(Unpacked {
        manifest,
        told,
        mark: hex::decode(mark).map_err(|_| BackupError::damaged("its mark cannot be read"))?,
        parts,
    })
}

fn compare(manifest: &Manifest, seen: &BTreeMap<String, (u64, String)>) -> Result<()> {
    for part in &manifest.parts {
        match seen.get(&part.name) {
            Some((size, hash)) if *size == part.size && *hash == part.sha256 => {}
            Some(_) => return Err(BackupError::damaged(format!("{} is not as it was", part.name))),
            None => return Err(BackupError::damaged(format!("{} is missing", part.name))),
        }
    }
    if manifest.parts.len() == seen.len() {
        Ok(())
    } else {
        Err(BackupError::damaged(
            "it has parts that its manifest does not name",
        ))
    }
}

/// Where a part goes. A name is looked at before it becomes a path: nothing outside the two folders can be written.
fn place_of(name: &str, into: &Destination) -> Result<PathBuf> {
    let is_plain = |text: &str, allowed: fn(char) -> bool| !text.is_empty() && text.chars().all(allowed);
    if let Some(address) = name.strip_prefix(DOCUMENTS)
        && is_plain(address, |c| c.is_ascii_hexdigit())
        && address.len() >= 2
    {
        return Ok(into.documents.join(&address[..2]).join(address));
    }
    if let Some((table, part)) = name.strip_prefix(TABLES).and_then(|rest| rest.split_once('/'))
        && is_plain(table, |c| {
            c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'
        })
        && is_plain(part, |c| c.is_ascii_digit())
    {
        return Ok(into.rows.join(format!("{table}.{part}")));
    }
    Err(BackupError::damaged("it has a part of another name"))
}

fn whole(entry: &mut impl Read) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    entry
        .take(LARGEST_MANIFEST)
        .read_to_end(&mut bytes)
        .map_err(cut_off)?;
    Ok(bytes)
}

/// Writes a part to its place; answers its size and hash.
fn written(entry: &mut impl Read, place: &Path) -> Result<(u64, String)> {
    if let Some(folder) = place.parent() {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(place);
    let mut file = file.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => BackupError::damaged("a part comes twice"),
        _ => error.into(),
    })?;
    let mut hashed = Hashed::new(entry);
    let mut buffer = vec![0; 128 * 1024];
    loop {
        // What cannot be read is the back-up's fault, what cannot be written is the disk's.
        let count = hashed.read(&mut buffer).map_err(cut_off)?;
        if count == 0 {
            break;
        }
        file.write_all(&buffer[..count])?;
    }
    file.sync_all()?;
    Ok((hashed.read, hashed.hash()))
}

fn cut_off(_: io::Error) -> BackupError {
    BackupError::damaged("it cannot be read to its end")
}

/// Tells how far a file was read.
struct Counted {
    inner: File,
    read: u64,
    size: u64,
    told: Telling,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.read += count as u64;
        (self.told)(self.read, self.size);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_goes_nowhere_but_into_its_folder() {
        let into = Destination {
            rows: PathBuf::from("/rows"),
            documents: PathBuf::from("/documents"),
        };
        let place = |name: &str| place_of(name, &into);
        assert_eq!(
            place("tables/diary_entry/0001").expect("a place"),
            Path::new("/rows/diary_entry.0001")
        );
        assert_eq!(
            place("documents/ab12").expect("a place"),
            Path::new("/documents/ab/ab12")
        );
        for name in [
            "documents/../../etc/passwd",
            "documents/",
            "documents/a",
            "documents/ab/12",
            "tables/../x/0001",
            "tables/diary_entry/../../x",
            "tables/diary_entry/",
            "/etc/passwd",
            "",
        ] {
            assert!(place(name).is_err(), "{name}");
        }
    }
}
