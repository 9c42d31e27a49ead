//! What a register keeps at all: a kind of record that its profile lacks exists nowhere in it (A2).

use polku_desk::{DeskError, Result, Visit};
use polku_profile::{Activity, RecordKind, Role};
use polku_web::Answer;

/// Whether the visit's register keeps this kind of record.
pub fn keeps(visit: &Visit, kind: RecordKind) -> Result<bool> {
    Ok(visit.profile()?.keeps(kind))
}

/// Nothing is here in a register that does not keep this kind of record.
///
/// # Errors
/// [`DeskError::Hidden`], as for any address that is not there.
pub fn kept(visit: &Visit, kind: RecordKind) -> Answer<()> {
    if keeps(visit, kind)? {
        Ok(())
    } else {
        Err(DeskError::Hidden.into())
    }
}

/// What a kind of record is made from, as templates and instruments, is kept by the main user: it is nowhere in a register
/// that does not keep the kind, nor where the main user keeps no settings.
///
/// # Errors
/// [`DeskError::Hidden`], as for any address that is not there.
pub fn settings_kept(visit: &Visit, kind: RecordKind) -> Answer<()> {
    kept(visit, kind)?;
    if visit.profile()?.allows(Role::MainUser, Activity::KeepSettings) {
        Ok(())
    } else {
        Err(DeskError::Hidden.into())
    }
}

/// Whether the register's profile lets the visitor's role do this. Which clients it reaches is the desk's rule.
pub fn allows(visit: &Visit, activity: Activity) -> Result<bool> {
    Ok(visit.profile()?.allows(visit.role().in_profile(), activity))
}

/// Refuses what the register's profile does not let the visitor's role do.
///
/// # Errors
/// [`DeskError::Hidden`]: the role has no such thing.
pub fn allowed(visit: &Visit, activity: Activity) -> Answer<()> {
    if allows(visit, activity)? {
        Ok(())
    } else {
        Err(DeskError::Hidden.into())
    }
}
