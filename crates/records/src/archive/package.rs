//! The package itself: a zip that is read without the product. Pure: contents in, bytes out.

use std::io::{Cursor, Write as _};

use jiff::{Timestamp, civil::Date};
use polku_casework::packing::PackedItem;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::metadata::Metadata;

/// The name and version of the form; its fields only ever grow.
pub(super) const FORM: &str = "polku-archive/1";

/// What goes into a package.
#[derive(Debug, Serialize)]
pub(super) struct Contents {
    /// The form.
    pub(super) form: &'static str,
    /// Who keeps the register.
    pub(super) controller: String,
    /// The register.
    pub(super) register: String,
    /// Whose records they are.
    pub(super) person: String,
    /// When the package was made.
    pub(super) made_at: Timestamp,
    /// Records by kind, each with what an archive asks of it.
    pub(super) parts: Vec<PackedPart>,
    /// Documents, whose files are beside.
    pub(super) documents: Vec<PackedDocument>,
}

/// Records of a kind.
#[derive(Debug, Serialize)]
pub(super) struct PackedPart {
    /// A stable key.
    pub(super) key: String,
    /// Its name.
    pub(super) name: String,
    /// What an archive asks of it.
    pub(super) metadata: Metadata,
    /// The records.
    pub(super) items: Vec<PackedItem>,
}

/// A document.
#[derive(Debug, Serialize)]
pub(super) struct PackedDocument {
    /// The name of its file in the package.
    pub(super) file: String,
    /// What it is called.
    pub(super) title: String,
    /// Its day.
    pub(super) dated: Option<Date>,
    /// What an archive asks of it.
    pub(super) metadata: Metadata,
}

/// A file of the package.
#[derive(Debug)]
pub(super) struct PackedFile {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// What the manifest says of a file.
#[derive(Debug, Serialize)]
struct Listed<'a> {
    name: &'a str,
    size: u64,
    sha256: String,
}

#[derive(Debug, Serialize)]
struct Manifest<'a> {
    form: &'static str,
    made_at: Timestamp,
    files: Vec<Listed<'a>>,
}

/// A package.
#[derive(Debug)]
pub(super) struct Package {
    pub(super) bytes: Vec<u8>,
    /// The hash of the whole.
    pub(super) sha256: String,
}

/// Packs: the read-me, the records as JSON, XML and PDF, the documents' files, and the hashes of all of them, twice: as a
/// manifest and as `sha256sum --check` reads them.
///
/// # Errors
/// When two files have one name or the zip cannot be written.
pub(super) fn pack(
    contents: &Contents,
    read_me: &str,
    pdf: Vec<u8>,
    documents: Vec<PackedFile>,
) -> Result<Package, zip::result::ZipError> {
    let json = serde_json::to_vec_pretty(contents).map_err(std::io::Error::other)?;
    let file = |name: &str, bytes: Vec<u8>| PackedFile {
        name: name.to_owned(),
        bytes,
    };
    let mut files = vec![
        file("LUE-MINUT.txt", read_me.as_bytes().to_vec()),
        file("tiedot.json", json),
        file("tiedot.xml", super::xml::write(contents).into_bytes()),
        file("tiedot.pdf", pdf),
    ];
    files.extend(documents);
    let listed: Vec<Listed<'_>> = files
        .iter()
        .map(|file| Listed {
            name: &file.name,
            size: file.bytes.len() as u64,
            sha256: hash(&file.bytes),
        })
        .collect();
    let sums: Vec<String> = listed
        .iter()
        .map(|file| format!("{}  {}\n", file.sha256, file.name))
        .collect();
    let sums = sums.concat();
    let manifest = Manifest {
        form: FORM,
        made_at: contents.made_at,
        files: listed,
    };
    let manifest = serde_json::to_vec_pretty(&manifest).map_err(std::io::Error::other)?;
    files.push(file("manifesti.json", manifest));
    files.push(file("tarkistussummat.sha256", sums.into_bytes()));

    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().unix_permissions(0o600);
    for file in &files {
        zip.start_file(&file.name, options)?;
        zip.write_all(&file.bytes)?;
    }
    let bytes = zip.finish()?.into_inner();
    Ok(Package {
        sha256: hash(&bytes),
        bytes,
    })
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}
