//! Basic data of people whom an import takes in: the same records as intake stores, for many at once.

use polku_desk::{Client, Granted, Result, Write, params};

use super::{
    record::{AddressFields, FieldValues, OrdinaryFields, SpecialFields},
    store::{INSERT_ADDRESS, INSERT_ORDINARY, INSERT_SPECIAL},
    value::Protection,
};

/// Basic data beside the identity, which is stored already.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TakenIn<'a> {
    /// Whether the address is protected.
    pub(crate) protection: Protection,
    /// Ordinary fields, and the origins of the identity's.
    pub(crate) ordinary: &'a FieldValues,
    /// Special fields.
    pub(crate) special: &'a FieldValues,
    /// Address and home municipality.
    pub(crate) address: &'a FieldValues,
}

/// Stores the basic data of somebody who is being taken in; records that hold nothing are not made.
pub(crate) async fn take_in(grant: &Granted<'_, Client, Write>, taken: TakenIn<'_>) -> Result<()> {
    let visit = grant.visit();
    let id = visit.new_id();
    let row = params! {
        "id" => id, "protection" => taken.protection, "now" => visit.now(),
        "sealed" => grant.seal(id, 1, &OrdinaryFields(taken.ordinary.clone()))?,
    };
    grant.put(INSERT_ORDINARY, row).await?;
    if !taken.special.is_empty() {
        let id = visit.new_id();
        let sealed = grant.seal(id, 1, &SpecialFields(taken.special.clone()))?;
        let row = params! { "id" => id, "now" => visit.now(), "sealed" => sealed };
        grant.put(INSERT_SPECIAL, row).await?;
    }
    if !taken.address.is_empty() {
        let id = visit.new_id();
        let sealed = grant.seal(id, 1, &AddressFields(taken.address.clone()))?;
        let row = params! { "id" => id, "now" => visit.now(), "sealed" => sealed };
        grant.put(INSERT_ADDRESS, row).await?;
    }
    Ok(())
}
