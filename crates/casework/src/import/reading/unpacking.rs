//! How much a workbook unpacks to: what it declares first, then what really comes out, before anything is held.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::{Limits, Unreadable};

/// A workbook has a few dozen parts; thousands of them are an attack.
const MOST_PARTS: usize = 2_000;

/// Refuses an archive that is no workbook or unpacks to more than the limits.
pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<(), Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
    if archive.len() > MOST_PARTS {
        return Err(Unreadable::TooLarge);
    }
    let is_workbook = archive
        .file_names()
        .any(|name| name.is_ok_and(|name| name.eq_ignore_ascii_case("xl/workbook.xml")));
    if !is_workbook {
        return Err(Unreadable::OtherKind);
    }
    for part in 0..archive.len() {
        check_declared(&mut archive, part, limits)?;
    }
    for part in 0..archive.len() {
        check_real(&mut archive, part, limits)?;
    }
    Ok(())
}

fn check_declared(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    part: usize,
    limits: &Limits,
) -> Result<(), Unreadable> {
    let entry = archive.by_index_raw(part).map_err(|_| Unreadable::Broken)?;
    let name = entry.name().map_err(|_| Unreadable::Broken)?;
    if entry.size() > most(&name, limits) {
        return Err(Unreadable::TooLarge);
    }
    Ok(())
}

/// What an archive declares may be a lie, so each part is unpacked once and thrown away.
fn check_real(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    part: usize,
    limits: &Limits,
) -> Result<(), Unreadable> {
    let entry = archive.by_index(part).map_err(|_| Unreadable::Broken)?;
    let most = most(&entry.name().map_err(|_| Unreadable::Broken)?, limits);
    let unpacked =
        std::io::copy(&mut entry.take(most + 1), &mut std::io::sink()).map_err(|_| Unreadable::Broken)?;
    if unpacked > most {
        return Err(Unreadable::TooLarge);
    }
    Ok(())
}

fn most(part: &str, limits: &Limits) -> u64 {
    if part.to_ascii_lowercase().starts_with("xl/worksheets/") {
        limits.unpacked_sheet
    } else {
        limits.unpacked_part
    }
}
