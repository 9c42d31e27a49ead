//! Copies of the key ring, each with a day on which it goes.
//!
//! What is erased stays readable in old back-ups for as long as a copy of the ring from before lies somewhere. So a copy
//! says in its name and in itself until when it counts; from that day on it is removed from the folder that is known, and
//! a restore refuses one that was kept elsewhere.

use std::{
    io::{BufReader, BufWriter, Read as _, Write as _},
    path::{Path, PathBuf},
};

use jiff::{Timestamp, ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::{
    BackupError, MARK, Result, aside,
    making::existing_ring,
    new_file::{NewFile, sync_folder_of},
    people::{Holders, Identities},
    rows,
};
use crate::{
    Clock, DeskError, DeskOptions, Entropy, Value,
    clock::{date_in_finland, new_id},
    database::whole::Kind,
    sealing::copying::RingTable,
};

const FORM: u32 = 1;
const BEGINNING: &str = "polku-keys-";
const MIDDLE: &str = "-until-";
const END: &str = ".age";

/// A copy of the key ring that lies in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyCopy {
    /// Its file.
    pub file: PathBuf,
    /// The day on which it was made.
    pub made_on: Date,
    /// The first day on which it is not to be there any more.
    pub until: Date,
}

/// What was done to the copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeysCopied {
    /// The new copy.
    pub copy: KeyCopy,
    /// How many copies had ended, and went.
    pub ended: usize,
}

/// What is in a copy: the ring's tables as they are, their keys still wrapped by the root key.
#[derive(Serialize, Deserialize)]
pub(super) struct Copied {
    form: u32,
    product: String,
    pub(super) made_at: Timestamp,
    pub(super) until: Date,
    tables: Vec<CopiedTable>,
}

#[derive(Serialize, Deserialize)]
struct CopiedTable {
    name: String,
    columns: Vec<String>,
    kinds: Vec<Vec<Kind>>,
    rows: Vec<Vec<Json>>,
}

/// Copies the key ring to a folder for its own holders, and removes the copies there that have ended.
///
/// # Errors
/// [`BackupError::NotNow`] when there is no key ring; when the ring or the disk fails: then no file is left.
pub async fn copy_keys(
    options: &DeskOptions,
    (clock, entropy): (&dyn Clock, &dyn Entropy),
    holders: &Holders,
    to: &Path,
    days: u16,
) -> Result<KeysCopied> {
    let ring = existing_ring(options).await?;
    // Without it, a back-up from after this copy would not be known as this installation's.
    ring.installation(MARK, entropy).await?;
    let made_at = clock.now();
    let made_on = date_in_finland(made_at);
    let until = last_day(made_on, days)?;
    let copied = Copied {
        form: FORM,
        product: env!("CARGO_PKG_VERSION").to_owned(),
        made_at,
        until,
        tables: ring.tables().await?.into_iter().map(told).collect(),
    };
    std::fs::create_dir_all(to)?;
    let path = to.join(name_of(made_at, until));
    let file = NewFile::begin(path, new_id(clock, entropy))?;
    let encryptor = holders.encryptor()?;
    let file = aside(move || {
        let mut encrypted = encryptor.wrap_output(BufWriter::new(file))?;
        serde_json::to_writer(&mut encrypted, &copied).map_err(DeskError::from)?;
        let mut buffered = encrypted.finish()?;
        buffered.flush()?;
        let file = buffered
            .into_inner()
            .map_err(std::io::IntoInnerError::into_error)?;
        Ok(file.settle()?)
    })
    .await?;
    let ended = forget_expired_copies(to, clock.today(), days)?.len();
    Ok(KeysCopied {
        copy: KeyCopy { file, made_on, until },
        ended,
    })
}

/// The copies in a folder, the oldest first. Other files are nobody's business here.
///
/// # Errors
/// When the folder cannot be read.
pub fn key_copies_in(folder: &Path) -> Result<Vec<KeyCopy>> {
    let mut copies = Vec::new();
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(copies),
        entries => entries?,
    };
    for entry in entries {
        let file = entry?.path();
        let name = file.file_name().and_then(|name| name.to_str());
        if let Some((made_on, until)) = name.and_then(days_of) {
            copies.push(KeyCopy { file, made_on, until });
        }
    }
    copies.sort_by(|one, other| one.file.cmp(&other.file));
    Ok(copies)
}

/// Removes the copies in a folder that have ended by a day. A setting that was shortened since counts for older copies too.
///
/// # Errors
/// When the folder cannot be read or a copy cannot be removed.
pub fn forget_expired_copies(folder: &Path, today: Date, days: u16) -> Result<Vec<KeyCopy>> {
    let mut gone = Vec::new();
    for copy in key_copies_in(folder)? {
        if has_ended(&copy, today, days) {
            std::fs::remove_file(&copy.file)?;
            sync_folder_of(&copy.file)?;
            gone.push(copy);
        }
    }
    Ok(gone)
}

/// Whether a copy is not to be there any more: by its own word, or by what is set now.
fn has_ended(copy: &KeyCopy, today: Date, days: u16) -> bool {
    let by_setting = last_day(copy.made_on, days).is_ok_and(|until| today >= until);
    today >= copy.until || by_setting
}

fn last_day(made_on: Date, days: u16) -> Result<Date> {
    made_on
        .checked_add(i64::from(days).days())
        .map_err(|_| BackupError::NotNow("copies of the key ring are kept too long for the calendar".into()))
}

fn name_of(made_at: Timestamp, until: Date) -> String {
    let made_at = made_at.strftime("%Y%m%dT%H%M%SZ");
    format!("{BEGINNING}{made_at}{MIDDLE}{}{END}", until.strftime("%Y%m%d"))
}

/// The day on which a copy was made and the one on which it goes, by its name.
fn days_of(name: &str) -> Option<(Date, Date)> {
    let days = name.strip_prefix(BEGINNING)?.strip_suffix(END)?;
    let (made_at, until) = days.split_once(MIDDLE)?;
    let made_at = jiff::civil::DateTime::strptime("%Y%m%dT%H%M%SZ", made_at).ok()?;
    let made_at = made_at.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
    let until = Date::strptime("%Y%m%d", until).ok()?;
    Some((date_in_finland(made_at), until))
}

/// Reads a copy for a restore.
///
/// # Errors
/// [`BackupError::WrongKey`], [`BackupError::Damaged`], [`BackupError::OtherVersion`], [`BackupError::Expired`].
pub(super) fn read_copy(file: &Path, identities: &Identities, today: Date) -> Result<Vec<RingTable>> {
    let opened = std::fs::File::open(file)
        .map_err(|error| BackupError::NotNow(format!("cannot read {}: {error}", file.display())))?;
    let mut bytes = Vec::new();
    identities
        .open(BufReader::new(opened), "the copy of the key ring")?
        .read_to_end(&mut bytes)
        .map_err(|_| BackupError::damaged("the copy of the key ring cannot be read to its end"))?;
    let damaged = || BackupError::damaged("the copy of the key ring cannot be read");
    let told: Json = serde_json::from_slice(&bytes).map_err(|_| damaged())?;
    if told["form"].as_u64() != Some(u64::from(FORM)) {
        let product = told["product"].as_str().unwrap_or("unknown");
        return Err(BackupError::OtherVersion(product.to_owned()));
    }
    let copied: Copied = serde_json::from_value(told).map_err(|_| damaged())?;
    if today >= copied.until {
        return Err(BackupError::Expired(copied.until));
    }
    copied.tables.into_iter().map(heard).collect()
}

fn told(table: RingTable) -> CopiedTable {
    let kind = |value: &Value| match value {
        Value::Integer(_) => Kind::Integer,
        Value::Text(_) => Kind::Text,
        Value::Blob(_) => Kind::Blob,
    };
    CopiedTable {
        name: table.name,
        columns: table.columns,
        kinds: table
            .rows
            .iter()
            .map(|row| row.iter().map(kind).collect())
            .collect(),
        rows: table
            .rows
            .iter()
            .map(|row| row.iter().map(rows::told).collect())
            .collect(),
    }
}

fn heard(table: CopiedTable) -> Result<RingTable> {
    let damaged = || BackupError::damaged("the copy of the key ring cannot be read");
    if table.kinds.len() != table.rows.len() {
        return Err(damaged());
    }
    let row = |(kinds, row): (Vec<Kind>, Vec<Json>)| {
        if kinds.len() != row.len() || row.len() != table.columns.len() {
            return Err(damaged());
        }
        row.into_iter()
            .zip(kinds)
            .map(|(value, kind)| rows::heard(value, kind))
            .collect()
    };
    Ok(RingTable {
        rows: table
            .kinds
            .into_iter()
            .zip(table.rows)
            .map(row)
            .collect::<Result<_>>()?,
        name: table.name,
        columns: table.columns,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn copy(made_on: Date, days: u16) -> KeyCopy {
        KeyCopy {
            file: PathBuf::new(),
            made_on,
            until: last_day(made_on, days).expect("a day"),
        }
    }

    #[test]
    fn a_copy_goes_on_the_day_that_it_names_or_earlier_when_the_setting_is_shortened() {
        let monday = date(2026, 11, 23);
        let thirty = copy(monday, 30);
        assert!(!has_ended(&thirty, date(2026, 12, 22), 30));
        assert!(has_ended(&thirty, date(2026, 12, 23), 30));
        assert!(
            has_ended(&thirty, date(2026, 11, 30), 7),
            "the setting was shortened"
        );
        assert!(
            has_ended(&thirty, date(2026, 12, 23), 365),
            "what a copy promised holds when the setting is lengthened"
        );
    }

    #[test]
    fn a_folder_is_rid_of_what_has_ended_and_of_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let moment = |text: &str| text.parse::<Timestamp>().expect("a moment");
        let old = name_of(moment("2026-10-01T21:30:00Z"), date(2026, 11, 1));
        let new = name_of(moment("2026-11-23T07:00:00Z"), date(2026, 12, 23));
        let others = [
            "polku-data-20261001T070000Z.age",
            "polku-keys-mine.age",
            "notes.txt",
        ];
        for name in others.iter().copied().chain([old.as_str(), new.as_str()]) {
            std::fs::write(folder.path().join(name), "x").expect("a file");
        }
        let today = date(2026, 11, 29);
        let gone = forget_expired_copies(folder.path(), today, 30).expect("a folder");
        let gone: Vec<_> = gone.iter().map(|copy| copy.file.file_name()).collect();
        assert_eq!(gone, [Some(std::ffi::OsStr::new(&old))]);
        for name in others.iter().copied().chain([new.as_str()]) {
            assert!(folder.path().join(name).exists(), "{name}");
        }
        let none = forget_expired_copies(&folder.path().join("missing"), today, 30);
        assert!(none.expect("no folder").is_empty());
    }

    proptest! {
        #[test]
        fn the_name_of_a_copy_tells_its_days(second in 0_i64..4_000_000_000, days in 1_u16..400) {
            let made_at = Timestamp::from_second(second).expect("a moment");
            let made_on = date_in_finland(made_at);
            let until = last_day(made_on, days).expect("a day");
            prop_assert_eq!(days_of(&name_of(made_at, until)), Some((made_on, until)));
        }

        #[test]
        fn a_copy_is_there_for_as_many_days_as_are_set(days in 1_u16..400, later in 0_u16..800) {
            let made_on = date(2026, 11, 23);
            let today = last_day(made_on, later).expect("a day");
            prop_assert_eq!(has_ended(&copy(made_on, days), today, days), later >= days);
        }
    }
}
