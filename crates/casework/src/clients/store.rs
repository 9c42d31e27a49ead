//! Clients in the database: basic data in three sealed records, so that a role opens only what it may see.

use std::collections::HashMap;

use polku_desk::{
    Client, DeskError, Granted, GrantedSet, Operation, OwnedRow, Result, Reveal, SealedRecord, SubjectId,
    Write,
    access::Resource,
    database::{OwnedStatement, Params},
    params, statements,
};
use polku_profile::Field;
use polku_values::{AccountNumber, InterfaceLanguage};

use super::{
    check::Checked,
    record::{AddressFields, Basics, FieldValues, OrdinaryFields, SpecialFields},
    value::Protection,
};

statements! {
    /// Ordinary fields.
    owned(Basics) ORDINARY = "SELECT id, version, address_protection, sealed FROM client \
        WHERE register = :register AND subject = :subject";
    /// Ordinary fields are stored for the first time.
    owned(Basics) INSERT_ORDINARY = "INSERT INTO client (register, subject, id, version, address_protection, changed_at, \
        sealed) VALUES (:register, :subject, :id, 1, :protection, :now, :sealed)";
    /// Ordinary fields change.
    owned(Basics) UPDATE_ORDINARY = "UPDATE client SET version = version + 1, address_protection = :protection, \
        changed_at = :now, sealed = :sealed WHERE register = :register AND subject = :subject AND id = :id \
        AND version = :seen";
    /// Special fields.
    owned(Special) SPECIAL = "SELECT id, version, sealed FROM client_special \
        WHERE register = :register AND subject = :subject";
    /// Special fields are stored for the first time.
    owned(Special) INSERT_SPECIAL = "INSERT INTO client_special (register, subject, id, version, changed_at, sealed) \
        VALUES (:register, :subject, :id, 1, :now, :sealed)";
    /// Special fields change.
    owned(Special) UPDATE_SPECIAL = "UPDATE client_special SET version = version + 1, changed_at = :now, sealed = :sealed \
        WHERE register = :register AND subject = :subject AND id = :id AND version = :seen";
    /// An address that is not protected.
    owned(Basics) OPEN_ADDRESS = "SELECT a.id, a.version, a.sealed FROM client_address a JOIN client c \
        ON c.register = a.register AND c.subject = a.subject WHERE a.register = :register AND a.subject = :subject \
        AND c.address_protection = 'no'";
    /// An address, protected or not: for a recorded showing only (A7).
    owned(ProtectedAddress) ANY_ADDRESS = "SELECT id, version, sealed FROM client_address \
        WHERE register = :register AND subject = :subject";
    /// Which address row there is, without what it says.
    owned(Basics) ADDRESS_VERSION = "SELECT id, version FROM client_address \
        WHERE register = :register AND subject = :subject";
    /// An address is stored for the first time.
    owned(Basics) INSERT_ADDRESS = "INSERT INTO client_address (register, subject, id, version, changed_at, sealed) \
        VALUES (:register, :subject, :id, 1, :now, :sealed)";
    /// An address changes.
    owned(Basics) UPDATE_ADDRESS = "UPDATE client_address SET version = version + 1, changed_at = :now, sealed = :sealed \
        WHERE register = :register AND subject = :subject AND id = :id AND version = :seen";
}

/// What [`basics`] asks for.
pub(super) fn asked() -> Vec<(OwnedStatement, Params)> {
    let statements = [ORDINARY, SPECIAL, ADDRESS_VERSION, OPEN_ADDRESS];
    statements
        .into_iter()
        .map(|statement| (statement, params! {}))
        .collect()
}

/// Basic data as far as the grant has it. After a merge, what the record that stays does not know is told by those
/// merged into it.
pub(crate) async fn basics<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Basics> {
    let (identity, identity_version) = grant.identity().await?;
    let mut basics = Basics {
        identity,
        ..Basics::default()
    };
    basics.versions.identity = identity_version;
    let rows = grant.fetch(ORDINARY, params! {}).await?;
    let ordinary = gathered::<OrdinaryFields, O>(grant, &rows, |fields| fields.0)?;
    (basics.ordinary, basics.versions.ordinary) = ordinary;
    basics.protection = protection(&rows)?;
    if grant.may(Resource::Special) {
        let rows = grant.fetch(SPECIAL, params! {}).await?;
        let (fields, version) = gathered::<SpecialFields, O>(grant, &rows, |fields| fields.0)?;
        (basics.special, basics.versions.special) = (Some(fields), version);
    }
    let rows = grant.fetch(ADDRESS_VERSION, params! {}).await?;
    basics.versions.address = own(grant, &rows).map_or(Ok(0), |row| row.get("version"))?;
    if !basics.is_protected() {
        let rows = grant.fetch(OPEN_ADDRESS, params! {}).await?;
        basics.address = Some(gathered::<AddressFields, O>(grant, &rows, |fields| fields.0)?.0);
    }
    Ok(basics)
}

/// The accounts to which several people are paid, by person (A2). What cannot be an account is none.
pub async fn bank_accounts<O: Operation>(
    set: &GrantedSet<'_, Client, O>,
) -> Result<HashMap<SubjectId, AccountNumber>> {
    let mut accounts = HashMap::new();
    for row in &set.fetch(ORDINARY, params! {}).await? {
        let fields: OrdinaryFields = set.open(row)?;
        let account = fields.0.value(Field::BankAccount).map(AccountNumber::parse);
        let Some(Ok(account)) = account else { continue };
        let person = set.person(row);
        if row.subject == person {
            accounts.insert(person, account);
        } else {
            accounts.entry(person).or_insert(account);
        }
    }
    Ok(accounts)
}

/// The language in which the client is served, when the product speaks it; else that of the register.
///
/// # Errors
/// When the database fails.
pub async fn contact_language<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<InterfaceLanguage> {
    let profile = grant.visit().profile()?;
    let usual = profile.default_language();
    if !profile.has(Field::ContactLanguage) || !grant.may(Resource::Basics) {
        return Ok(usual);
    }
    let spoken = basics(grant).await?.values(Field::ContactLanguage);
    let known = spoken.first().and_then(|code| InterfaceLanguage::from_code(code));
    Ok(known.unwrap_or(usual))
}

/// Where a letter to a client goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PostAddress {
    /// The lines below the name: street, postal code and post office.
    Lines(Vec<String>),
    /// It is protected (A7): nobody writes it on an envelope.
    Protected,
    /// None is known, or the visitor may not see it.
    Unknown,
}

/// Where a letter to the client goes. A protected address is not opened by this.
///
/// # Errors
/// When the database fails.
pub async fn post_address<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<PostAddress> {
    if !grant.may(Resource::Basics) {
        return Ok(PostAddress::Unknown);
    }
    let basics = basics(grant).await?;
    if basics.is_protected() {
        return Ok(PostAddress::Protected);
    }
    let line = |fields: &[Field]| {
        let values: Vec<String> = fields.iter().flat_map(|field| basics.values(*field)).collect();
        Some(values.join(" ")).filter(|line| !line.is_empty())
    };
    let street = line(&[Field::StreetAddress]);
    let office = line(&[Field::PostalCode, Field::PostOffice]);
    let lines: Vec<String> = street.into_iter().chain(office).collect();
    Ok(if lines.is_empty() {
        PostAddress::Unknown
    } else {
        PostAddress::Lines(lines)
    })
}

/// The values of a section's fields as they are kept, in the order of the page. A protected address has none.
pub(crate) async fn values_of<O: Operation>(
    grant: &Granted<'_, Client, O>,
    section: polku_profile::Section,
) -> Result<Vec<(Field, Vec<String>)>> {
    let basics = basics(grant).await?;
    let profile = grant.visit().profile()?;
    let fields = profile.fields(section).map(|entry| entry.field);
    Ok(fields.map(|field| (field, basics.values(field))).collect())
}

/// The address, protected or not. The grant was recorded as a showing.
pub(super) async fn revealed(grant: &Granted<'_, Client, Reveal>) -> Result<FieldValues> {
    let rows = grant.fetch(ANY_ADDRESS, params! {}).await?;
    Ok(gathered::<AddressFields, Reveal>(grant, &rows, |fields| fields.0)?.0)
}

/// Stores the basic data of somebody who was just taken in; the identity is stored already.
pub(crate) async fn insert(grant: &Granted<'_, Client, Write>, checked: &Checked) -> Result<()> {
    write(grant, checked, &Basics::default()).await
}

/// Stores changed basic data on top of what was seen: the records that differ, and no others.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody else changed it first.
pub(super) async fn save(
    grant: &mut Granted<'_, Client, Write>,
    checked: &Checked,
    seen: &Basics,
) -> Result<()> {
    if checked.identity != seen.identity {
        grant
            .save_identity(&checked.identity, seen.versions.identity)
            .await?;
    }
    write(grant, checked, seen).await
}

async fn write(grant: &Granted<'_, Client, Write>, checked: &Checked, seen: &Basics) -> Result<()> {
    let versions = seen.versions;
    if versions.ordinary == 0
        || checked.ordinary != seen.ordinary
        || Some(checked.protection) != seen.protection
    {
        let rows = stored(grant, ORDINARY, seen).await?;
        let record = OrdinaryFields(checked.ordinary.clone());
        let protection = params! { "protection" => checked.protection };
        put(
            grant,
            &rows,
            [INSERT_ORDINARY, UPDATE_ORDINARY],
            versions.ordinary,
            &record,
            protection,
        )
        .await?;
    }
    if let Some(special) = checked
        .special
        .as_ref()
        .filter(|_| checked.special != seen.special)
    {
        let rows = stored(grant, SPECIAL, seen).await?;
        let record = SpecialFields(special.clone());
        put(
            grant,
            &rows,
            [INSERT_SPECIAL, UPDATE_SPECIAL],
            versions.special,
            &record,
            params! {},
        )
        .await?;
    }
    if let Some(address) = checked
        .address
        .as_ref()
        .filter(|_| checked.address != seen.address)
    {
        let rows = stored(grant, ADDRESS_VERSION, seen).await?;
        let record = AddressFields(address.clone());
        put(
            grant,
            &rows,
            [INSERT_ADDRESS, UPDATE_ADDRESS],
            versions.address,
            &record,
            params! {},
        )
        .await?;
    }
    Ok(())
}

/// The stored rows of a kind; nobody who is just being taken in has any.
async fn stored(
    grant: &Granted<'_, Client, Write>,
    statement: OwnedStatement,
    seen: &Basics,
) -> Result<Vec<OwnedRow>> {
    if seen.versions.identity == 0 {
        return Ok(Vec::new());
    }
    grant.fetch(statement, params! {}).await
}

async fn put<T: SealedRecord>(
    grant: &Granted<'_, Client, Write>,
    rows: &[OwnedRow],
    [insert, update]: [OwnedStatement; 2],
    seen: i64,
    record: &T,
    mut params: Params,
) -> Result<()> {
    params.push(("now", grant.visit().now().into()));
    let Some(row) = own(grant, rows) else {
        if seen > 0 {
            return Err(DeskError::Conflict);
        }
        let id = grant.visit().new_id();
        params.extend(params! { "id" => id, "sealed" => grant.seal(id, 1, record)? });
        return grant.put(insert, params).await;
    };
    let id: uuid::Uuid = row.get("id")?;
    params.extend(params! { "id" => id, "seen" => seen, "sealed" => grant.seal(id, seen + 1, record)? });
    grant.execute_one(grant.subject(), update, params).await
}

fn own<'a, O: Operation>(grant: &Granted<'_, Client, O>, rows: &'a [OwnedRow]) -> Option<&'a OwnedRow> {
    rows.iter().find(|row| row.subject == grant.subject())
}

/// The fields of the record that stays, filled from those merged into it, and the version of the former.
fn gathered<T: SealedRecord, O: Operation>(
    grant: &Granted<'_, Client, O>,
    rows: &[OwnedRow],
    fields: impl Fn(T) -> FieldValues,
) -> Result<(FieldValues, i64)> {
    let mut all = FieldValues::default();
    let mut version = 0;
    if let Some(row) = own(grant, rows) {
        all = fields(grant.open(row)?);
        version = row.get("version")?;
    }
    for row in rows.iter().filter(|row| row.subject != grant.subject()) {
        all.fill_from(fields(grant.open(row)?));
    }
    Ok((all, version))
}

/// Protected when any of the records that are this person is.
fn protection(rows: &[OwnedRow]) -> Result<Option<Protection>> {
    let mut answer = None;
    for row in rows {
        let one: Protection = row.state("address_protection")?;
        answer = answer.max(Some(one));
    }
    Ok(answer)
}

/// The names of fields for the log.
pub(super) fn names(fields: &[Field]) -> Vec<&'static str> {
    fields.iter().map(|field| field.key()).collect()
}
