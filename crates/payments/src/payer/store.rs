//! The payer in the database: nobody's personal data.

use polku_desk::{DeskError, Result, Visit, params, statements};
use polku_values::AccountNumber;

use crate::sepa::Payer;

statements! {
    /// The payer of the register.
    shared PAYER = "SELECT version, name, account, service_id, message FROM payer WHERE register = :register";
    /// The payer is told for the first time.
    shared INSERT = "INSERT INTO payer (register, version, name, account, service_id, message) \
        VALUES (:register, 1, :name, :account, :service_id, :message)";
    /// The payer changes.
    shared UPDATE = "UPDATE payer SET version = version + 1, name = :name, account = :account, \
        service_id = :service_id, message = :message WHERE register = :register AND version = :seen";
}

/// The payer as it is stored.
#[derive(Clone, Debug)]
pub struct Stored {
    /// How many times it was stored.
    pub version: i64,
    /// Who pays.
    pub payer: Payer,
}

/// The payer of the visit's register; none until somebody tells it.
pub async fn stored(visit: &Visit) -> Result<Option<Stored>> {
    let rows = visit.fetch(PAYER, params! {}).await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let account: String = row.get("account")?;
    Ok(Some(Stored {
        version: row.get("version")?,
        payer: Payer {
            name: row.get("name")?,
            account: AccountNumber::parse(&account).map_err(|_| DeskError::Stored("account"))?,
            service_id: row.get("service_id")?,
            message: row.get("message")?,
        },
    }))
}

/// Stores the payer; `seen` is the version that it was changed on, 0 for the first time.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody else changed it first.
pub(super) async fn save(visit: &Visit, payer: &Payer, seen: i64) -> Result<()> {
    let mut row = params! {
        "name" => &payer.name, "account" => payer.account.as_str(), "service_id" => &payer.service_id,
        "message" => &payer.message,
    };
    if seen == 0 {
        return visit.execute_one("payer-told", INSERT, row).await;
    }
    row.extend(params! { "seen" => seen });
    visit.execute_one("payer-changed", UPDATE, row).await
}
