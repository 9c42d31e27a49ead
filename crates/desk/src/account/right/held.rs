//! The rights that an account holds today.

use polku_profile::SecondFactor;

use super::{HeldRight, addresses_of};
use crate::{
    AccountId, Desk, Result,
    account::session::Strength,
    database::{Row, Transaction},
    params,
};

/// The rights that hold today, as [`Desk::held_right`] reads them.
const HELD: &str = "SELECT r.id, r.register, r.role, r.reveals_addresses FROM access_right r WHERE r.account = :account \
    AND r.valid_from <= :today AND (r.valid_until IS NULL OR r.valid_until >= :today) ORDER BY r.register, r.role, r.id";

impl Desk {
    /// The rights of an account that hold today.
    pub(in crate::account) async fn rights_held(
        &self,
        transaction: &mut Transaction,
        account: AccountId,
    ) -> Result<Vec<HeldRight>> {
        let asked = params! { "account" => account, "today" => self.clock.today() };
        transaction
            .fetch(HELD, &asked)
            .await?
            .iter()
            .map(|row| self.held_right(row))
            .collect()
    }

    /// A right of a row with its id, register, role and privileges.
    pub(in crate::account) fn held_right(&self, row: &Row) -> Result<HeldRight> {
        let register = self.registers.get(row.get("register")?)?;
        Ok(HeldRight {
            id: row.get("id")?,
            register: register.id,
            register_name: register.name,
            role: row.state("role")?,
            needs: match register.profile.sign_in.second_factor {
                SecondFactor::Offered => Strength::Password,
                SecondFactor::Required => Strength::SecondFactor,
                SecondFactor::Strong => Strength::Passkey,
            },
            organisation: register.organisation,
            reveals: addresses_of(row)?,
        })
    }
}
