//! What a register keeps at all: a kind of record that its profile lacks exists nowhere in it (A2).

use polku_desk::{DeskError, Result, Visit};
use polku_profile::RecordKind;
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
