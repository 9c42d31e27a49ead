//! A back-up is brought back: built beside the live data, checked, rid of what was destroyed since, and then put in place.

use std::{path::Path, sync::Arc};

use serde_json::json;

use super::{
    BackupError, MARK, Result, Telling, aside,
    key_copies::read_copy,
    making::refuse_bucket,
    manifest::{self, Manifest},
    people::Identities,
    staging::{Staging, clear_left},
    switching::{database_file, refuse_half_switched, resume, switch},
    unpacking::{Unpacked, unpack},
};
use crate::{
    Clock, Database, Desk, DeskOptions, Entropy, RegisterId, SubjectId,
    database::in_use::{Company, InUse},
    sealing::{KeyRing, RootKey},
};

/// What is brought back.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The back-up.
    pub file: &'a Path,
    /// What opens it, and the copy of the key ring.
    pub identities: &'a Identities,
    /// A copy of the key ring, when the ring itself was lost.
    pub keys: Option<&'a Path>,
}

/// How far to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// Everything but changing places: shows that the back-up can be brought back, while the server runs.
    Rehearse,
    /// All of it.
    Restore,
}

/// What was brought back, or could be.
#[derive(Debug, Clone)]
pub struct Restored {
    /// What the back-up said of itself.
    pub manifest: Manifest,
    /// How many entries of how many registers' logs were checked.
    pub entries: u64,
    /// How many people had been destroyed since, and were destroyed anew.
    pub destroyed_anew: usize,
}

/// Whatever signed somebody in then does not do so now.
const SIGNED_IN: [&str; 6] = [
    "DELETE FROM session",
    "DELETE FROM enrolment",
    "DELETE FROM proof_challenge",
    "DELETE FROM one_time_link",
    "DELETE FROM portal_session",
    // What was used since would open once more.
    "DELETE FROM portal_code",
];

const PEOPLE: &str = "SELECT s.register, s.id FROM subject s WHERE s.staged_by IS NULL OR EXISTS (SELECT 1 FROM import_run r \
    WHERE r.register = s.register AND r.id = s.staged_by AND r.state = 'published')";

/// Brings a back-up back.
///
/// # Errors
/// What [`BackupError`] tells; unless it is about the very last step, the live data is as it was.
pub async fn restore(
    live: &DeskOptions,
    source: Source<'_>,
    attempt: Attempt,
    (clock, entropy): (Arc<dyn Clock>, Arc<dyn Entropy>),
    told: &Telling,
) -> Result<Restored> {
    refuse_bucket(live)?;
    refuse_half_switched(live)?;
    let company = match attempt {
        Attempt::Rehearse => Company::Others,
        Attempt::Restore => Company::Alone,
    };
    make_folders(live)?;
    let in_use = InUse::take(&live.database, company).await?;
    look_at_keys(live, source)?;
    if attempt == Attempt::Restore {
        clear_left(live).await?;
    }
    let stamp = stamp(&*clock, &*entropy);
    let staging = Staging::begin(live, &stamp, source.keys.is_some()).await?;
    let built = build(live, &staging, source, (clock, Arc::clone(&entropy)), told).await;
    let done = match built {
        Ok(restored) if attempt == Attempt::Restore => {
            let mark = crate::clock::new_id(&crate::OperatingSystem, &*entropy);
            let changed = change_places(live, &staging, &stamp, mark).await;
            changed.map(|()| restored)
        }
        other => other,
    };
    // A switch that failed is to be finished, so nothing of it is removed.
    if refuse_half_switched(live).is_ok() {
        staging.clear(live).await?;
    }
    drop(in_use);
    done
}

async fn change_places(live: &DeskOptions, staging: &Staging, stamp: &str, mark: uuid::Uuid) -> Result<()> {
    staging.settle().await?;
    switch(live, staging, stamp, mark).await
}

/// Finishes a restore that was cut off while data changed places; answers whether there was one.
///
/// # Errors
/// When somebody uses the data, or the database or the disk fails; then it can be tried again.
pub async fn finish(live: &DeskOptions) -> Result<bool> {
    let in_use = InUse::take(&live.database, Company::Alone).await?;
    let finished = resume(live).await?;
    if finished {
        clear_left(live).await?;
    }
    drop(in_use);
    Ok(finished)
}

/// On a new machine there is nothing yet.
fn make_folders(live: &DeskOptions) -> Result<()> {
    let database = database_file(live);
    for place in database.iter().chain([&live.key_ring, &live.documents.folder]) {
        if let Some(folder) = place.parent() {
            std::fs::create_dir_all(folder)?;
        }
    }
    Ok(())
}

/// A mark of this restore in the names of what it makes: small letters and digits.
fn stamp(clock: &dyn Clock, entropy: &dyn Entropy) -> String {
    let mut random = [0; 3];
    entropy.fill(&mut random);
    format!("{}{}", clock.now().strftime("%Y%m%d%H%M%S"), hex::encode(random))
}

fn look_at_keys(live: &DeskOptions, source: Source<'_>) -> Result<()> {
    let refuse = |why: &str| Err(BackupError::NotNow(why.to_owned()));
    if !live.root_key.exists() {
        return refuse("the root key is not there: bring it back from a holder's escrow copy first");
    }
    match (source.keys, live.key_ring.exists()) {
        (None, false) => refuse("the key ring is not there: give a copy of it too"),
        (Some(_), true) => refuse(
            "a key ring is in its place, and knows what was destroyed: it is used without a copy. Only if it is of no use \
             any more, move it away and try again",
        ),
        _ => Ok(()),
    }
}

async fn build(
    live: &DeskOptions,
    staging: &Staging,
    source: Source<'_>,
    (clock, entropy): (Arc<dyn Clock>, Arc<dyn Entropy>),
    told: &Telling,
) -> Result<Restored> {
    let root = RootKey::read(&live.root_key)?;
    if let (Some(copy), Some(ring)) = (source.keys, staging.key_ring()) {
        let tables = read_copy(copy, source.identities, clock.today())?;
        KeyRing::write_anew(ring, root.clone(), &tables).await?;
    }
    let unpacked = unpacked(staging, source, told).await?;
    let ring = KeyRing::open(&staging.options().key_ring, root).await?;
    let mark = ring
        .known_installation(MARK)?
        .ok_or(BackupError::OtherInstallation)?;
    if !manifest::has_mark(&mark, &unpacked.told, &unpacked.mark) {
        return Err(BackupError::OtherInstallation);
    }
    let database = staging.fill(&unpacked, told).await?;
    sign_everyone_out(&database).await?;
    let people = look_for_keys(&database, &ring).await?;
    database.close().await;
    drop(database);
    ring.shut().await;
    if people.without_keys > 0 {
        return Err(BackupError::KeysMissing(people.without_keys));
    }
    let destroyed_anew = people.buried;
    // Whoever has a tombstone is destroyed anew before the desk opens.
    let desk = Desk::open(staging.options(), clock, entropy).await?;
    let entries = prove(&desk).await;
    let noted = match &entries {
        Ok(_) => note(&desk, &unpacked.manifest, destroyed_anew).await,
        Err(_) => Ok(()),
    };
    desk.database.close().await;
    desk.ring.shut().await;
    noted?;
    Ok(Restored {
        entries: entries?,
        manifest: unpacked.manifest,
        destroyed_anew,
    })
}

async fn unpacked(staging: &Staging, source: Source<'_>, told: &Telling) -> Result<Unpacked> {
    let (from, into) = (source.file.to_owned(), staging.destination());
    let (identities, told) = (source.identities.clone(), Telling::clone(told));
    aside(move || unpack(&from, &identities, &into, &told)).await
}

async fn sign_everyone_out(database: &Database) -> Result<()> {
    let mut transaction = database.writer().await?;
    for sql in SIGNED_IN {
        transaction.execute(sql, &[]).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// People of the back-up who are not as they were.
struct Missed {
    /// They have a tombstone.
    buried: usize,
    /// They could not be read, and nobody destroyed them.
    without_keys: usize,
}

async fn look_for_keys(database: &Database, ring: &KeyRing) -> Result<Missed> {
    let mut missed = Missed {
        buried: 0,
        without_keys: 0,
    };
    for row in database.snapshot().await?.fetch(PEOPLE, &[]).await? {
        let (register, subject): (RegisterId, SubjectId) = (row.get("register")?, row.get("id")?);
        if ring.is_buried(register, subject) {
            missed.buried += 1;
        } else if !ring.knows(register, subject) {
            missed.without_keys += 1;
        }
    }
    Ok(missed)
}

/// Walks every register's log; answers how many entries there are.
async fn prove(desk: &Desk) -> Result<u64> {
    let mut entries = 0;
    for register in desk.registers.all() {
        let report = desk.verify_audit(register.id, None).await?;
        if !report.is_sound() {
            return Err(BackupError::AuditLog(register.key));
        }
        entries += report.ledger.entries;
    }
    Ok(entries)
}

/// Every register's log tells that it goes on from a back-up, and from which.
async fn note(desk: &Desk, manifest: &Manifest, destroyed_anew: usize) -> Result<()> {
    let mut transaction = desk.database.writer().await?;
    for register in desk.registers.all() {
        let details = json!({ "made-at": manifest.made_at.to_string(), "destroyed-anew": destroyed_anew });
        desk.note_operator(&mut transaction, register.id, "restored-from-back-up", details)
            .await?;
    }
    transaction.commit().await?;
    desk.sequence_audit().await?;
    Ok(())
}
